"""Deeds told by a verb: "Chad shelled the port", "the union called off its strike"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.events.classes import fits, of_class
from parley.findings.events.deed import Deed
from parley.findings.events.slots import (
    doer,
    doers,
    governed,
    has_particle,
    is_passive,
    other_side,
    phrases,
    undergoers,
)
from parley.language.syntax import children, negated, relation
from parley.language.tree import Token
from parley.vocabulary.events import VerbSense, base_in, code_words, verb_senses_of, word_class

_ADJECTIVES = frozenset({"willing", "ready", "prepared"})
_BY_MEANS = ("in", "by", "during", "from", "when")
# "Backed himself to win": nobody else is on the other side.
_REFLEXIVE = ("self", "selves")
_HYPHENS = frozenset({"-", "‑"})
_NONE = frozenset({"any", "such"})
_NO_DEED = frozenset({"amod", "compound", "case", "mark", "aux", "det", "advmod"})


def by_verb(token: Token) -> Deed | None:
    """The deed a verb tells of, by the first of its senses that fits; None where it tells of none."""
    senses = _senses(token)
    if not senses or not _may_tell(token):
        return None
    things = undergoers(token)
    if any(thing.lower_.endswith(_REFLEXIVE) and thing.tag_ == "PRP" for thing in things):
        return None
    return next((found for sense in senses if (found := _filled(sense, token, things)) is not None), None)


def _senses(token: Token) -> tuple[VerbSense, ...]:
    """The senses of a verb; of one that a hyphen joins to a word, those of both ("test-fired")."""
    alone = verb_senses_of(token.lower_)
    if token.i < 2 or token.nbor(-1).text not in _HYPHENS:
        return alone
    return verb_senses_of(f"{token.nbor(-2).lower_}-{token.lower_}") or alone


def _may_tell(token: Token) -> bool:
    if token.lower_ in _ADJECTIVES:
        return any(True for _ in children(token, "cop"))
    if relation(token) in _NO_DEED:
        return False
    return token.pos_ == "VERB" or (token.tag_.startswith("VB") and token.pos_ != "AUX")


def _filled(sense: VerbSense, token: Token, things: list[Token]) -> Deed | None:
    if sense.particle and not has_particle(token, sense.particle):
        return None
    if not sense.particle and any(
        part.lower_ not in sense.phrase for part in children(token, "compound:prt")
    ):
        return None
    inner = next((found for found in _clauses(sense, token) if found is not None), None)
    if sense.clause and (inner is None or not _does(inner, sense.does)):
        return None
    # Who promises not to attack does not threaten to.
    if sense.does and inner is not None and _is_undone(inner):
        return None
    if _of_nothing(things) and not negated(token):
        return None
    if (sense.bare and things) or not _object_fits(sense, things):
        return None
    if sense.subject and not fits(doers(token), sense.subject):
        return None
    if not _phrase_fits(sense, token):
        return None
    return Deed(
        code=sense.code,
        name=sense.name,
        token=token,
        predicate=token,
        actor=_actor(sense, token),
        targets=tuple(_targets(sense, token, inner)),
        needs=sense.needs,
        inner=inner,
        ahead=sense.ahead,
    )


def _is_undone(inner: Token) -> bool:
    """Whether what somebody is to do is not to be done ("promised not to attack", "never to leave")."""
    to = next((child for child in children(inner, "mark", "aux") if child.lower_ == "to"), None)
    sworn_off = to is not None and to.i > 0 and to.nbor(-1).lower_ in {"not", "never"}
    return sworn_off or negated(inner, own=True)


def _of_nothing(things: list[Token]) -> bool:
    """Whether what a verb is done to is nothing in particular ("any attack")."""
    return any(child.lower_ in _NONE for thing in things for child in thing.lefts)


def _clauses(sense: VerbSense, token: Token) -> Iterator[Token | None]:
    for kind in sense.clause:
        yield governed(token, kind)
    if sense.particle and "inf" in sense.clause:
        yield from _hung_on_object(sense, token)


def _hung_on_object(sense: VerbSense, token: Token) -> Iterator[Token]:
    """The infinitive that the parse hangs on whom a verb asks with a particle ("called on Chad to go")."""
    for child in children(token, "obj", "obl"):
        for clause in children(child, "acl"):
            asked = any(case.lower_ == sense.particle for case in children(child, "case"))
            if asked and any(mark.lower_ == "to" for mark in children(clause, "mark")):
                yield clause


def _does(inner: Token, wanted: tuple[str, ...]) -> bool:
    """Whether the verb of a governed clause is of the classes wanted."""
    for name in wanted:
        known = word_class(name.lstrip("!"))
        # A copula stands for "be": "said they must be ready".
        held = base_in(inner.lower_, known) is not None or (
            "be" in known and inner.pos_ not in {"VERB", "AUX"}
        )
        if held == name.startswith("!"):
            return False
    return True


def _object_fits(sense: VerbSense, things: list[Token]) -> bool:
    positive = [name for name in sense.object if not name.startswith("!")]
    if positive and not things:
        return False
    return fits(things, sense.object)


def _phrase_fits(sense: VerbSense, token: Token) -> bool:
    if not sense.phrase:
        return True
    if "" in sense.phrase and not sense.inside:
        return True
    nouns = phrases(token, sense.phrase)
    excluded = [name for name in sense.inside if name.startswith("!")]
    if excluded:
        return bool(nouns) and fits(nouns, excluded)
    if nouns and sense.inside:
        return fits(nouns, sense.inside)
    kept_from = any(
        mark.lower_ in sense.phrase for child in children(token, "advcl") for mark in children(child, "mark")
    )
    particles = kept_from or any(has_particle(token, word) for word in sense.phrase if word)
    return bool(nouns) or (particles and not sense.inside)


def _actor(sense: VerbSense, token: Token) -> Token | None:
    if sense.actor:
        return next(iter(phrases(token, (sense.actor,))), None)
    return doer(token) or _means(sense, token) or _chamber(sense, token)


def _means(sense: VerbSense, token: Token) -> Token | None:
    """What somebody was killed by, which tells whose deed it was ("killed in a Chadian air raid")."""
    if sense.needs != "force":
        return None
    return next((noun for noun in phrases(token, _BY_MEANS) if of_class(noun, "weapons")), None)


def _chamber(sense: VerbSense, token: Token) -> Token | None:
    """Where something was voted down or passed, which is who did it ("was rejected in the Senate")."""
    if sense.code not in code_words("voted") or not is_passive(token):
        return None
    return next((noun for noun in phrases(token, ("in",)) if of_class(noun, "chambers")), None)


def _is_reciprocal(thing: Token) -> bool:
    """Whether an object means that each did it to the other ("accused each other")."""
    after = thing.nbor().lower_ if thing.i + 1 < len(thing.doc) else ""
    before = thing.nbor(-1).lower_ if thing.i else ""
    pairs = {(thing.lower_, after), (before, thing.lower_)}
    return bool(pairs & {("each", "other"), ("one", "another"), ("the", "other")})


def _targets(sense: VerbSense, token: Token, inner: Token | None) -> Iterator[tuple[Token, str]]:
    if any(_is_reciprocal(thing) for thing in undergoers(token)):
        yield from ((head, "other") for head in doers(token)[1:])
        return
    for slot in sense.target:
        for head in other_side(token, slot, inner):
            if slot != "obj" and _is_reciprocal(head) and len(doers(token)) > 1:
                yield from ((doer, "other") for doer in doers(token)[1:])
                return
            if head.i != token.i:
                yield head, slot
