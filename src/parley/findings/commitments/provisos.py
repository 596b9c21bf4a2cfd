"""If what: the conditions of a commitment, and whose acts they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.positions.conditions import conditions
from parley.findings.positions.filled import Framed, Topic
from parley.findings.positions.parties import parties
from parley.findings.positions.sides import known_side
from parley.findings.positions.topics import base_form
from parley.findings.positions.whose import side_of
from parley.language.syntax import (
    Tense,
    children,
    clause_span,
    is_predicate,
    noun_phrase,
    objects,
    possessor,
    relation,
    span_root,
    tense,
)
from parley.language.tree import Span, Token
from parley.model import Speech
from parley.vocabulary.commitments import commitment_words, further_markers
from parley.vocabulary.geography import naming

_TIMES = frozenset({"DATE", "TIME"})
_EVENTS = frozenset({"after", "before", "when", "once", "till", "until"})
_UP = 12
_BRIEF = 4
_PRONOUNS = frozenset({"it", "they"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})


def provisos(scene: Scene, one: Framed, *, denied: bool) -> tuple[Span, ...]:
    """The conditions of what a word promises, in text order, with the words that open them.

    Args:
        scene: the report.
        one: the framed word.
        denied: whether the act is that something will not be done, which "before" can end.
    """
    start, end = scene.bounds_of[scene.sentence_of[one.token.i]]
    found = (*conditions(one, start, end, further_markers()), *_inverted(scene, one, start, end))
    own = (_without_aside(span) for span in found if not _of_another(span, one))
    shifted = _told_in_past(scene, one)
    return tuple(span for span in own if _sets_one(span, denied=denied, shifted=shifted))


def _inverted(scene: Scene, one: Framed, start: int, end: int) -> list[Span]:
    """The conditions that a verb before its subject opens ("should the talks fail")."""
    reach = {one.token.i, one.predicate.i, *(token.i for token in one.topic.head.subtree)}
    return [
        scene.doc[token.i : clause_span(token.head, joined=False).end]
        for token in scene.doc[start:end]
        if opens_inverted(token) and token.head.head.i in reach
    ]


def opens_inverted(token: Token) -> bool:
    """Whether "should" stands before its subject and so opens a condition."""
    if token.lower_ != "should" or relation(token.head) != "advcl":
        return False
    doer = next(children(token.head, "nsubj"), None)
    return doer is not None and token.i < doer.i


def _told_in_past(scene: Scene, one: Framed) -> bool:
    """Whether somebody's words about what is to come are told in the past ("said she was ready to")."""
    statement = scene.told_by(one.token)
    ahead = one.frame.category == "adjective" or tense(one.predicate) is Tense.CONDITIONAL
    return ahead and statement is not None and statement.speech is not Speech.DIRECT


def _without_aside(span: Span) -> Span:
    """A condition without what a participle, relative clause or dash adds after it."""
    for token in span[2:]:
        after = span.doc[token.i + 1] if token.i + 1 < len(span.doc) else token
        added = after.tag_ == "VBG" or after.lower_ in {"which", "who"}
        told = token.text == "," and _is_cue(after)
        if token.text in {"—", "–", "(", ";"} or (token.text == "," and added) or told:
            return span.doc[span.start : token.i]
    return span


def _is_cue(first: Token) -> bool:
    """Whether words after a comma say who says it ("if it didn't, he said")."""
    following = first.nbor() if first.i + 1 < len(first.doc) else first
    return first.pos_ in {"PRON", "PROPN"} and following.lower_ in {
        "said",
        "says",
        "say",
        "added",
        "warned",
        "told",
    }


def _of_another(span: Span, one: Framed) -> bool:
    """Whether a condition belongs to a clause that is joined to the act and has its own subject."""
    own = {one.token.i, one.predicate.i, one.topic.head.i}
    current = span_root(span)
    for _ in range(_UP):
        current = current.head
        if current.i in own or current.head.i == current.i:
            return False
        joined = relation(current) in {"conj", "parataxis"} and current.i > one.topic.head.i
        if joined and any(True for _ in children(current, "nsubj")):
            return True
    return False


def _sets_one(span: Span, *, denied: bool, shifted: bool) -> bool:
    """Whether a phrase says what must come first, not only when.

    Args:
        span: the phrase.
        denied: whether it is about what will not be done.
        shifted: whether it stands in words told in the past, so that its past may lie ahead.
    """
    opening = span[0].lower_
    brief = {token.lower_ for token in span[1 : 2 if len(span) > _BRIEF else len(span)]}
    if brief & commitment_words("idle"):
        return False
    if opening in {"before", "without"} and not denied:
        return False
    if opening not in _EVENTS:
        return True
    rest = [token for token in span[1:] if not token.is_punct]
    if not rest or rest[0].ent_type_ in _TIMES:
        return False
    clause = next((token for token in rest if is_predicate(token) and _heads(token, span)), None)
    if clause is not None and any(True for _ in children(clause, "nsubj")):
        met = opening == "when" and base_form(clause) in commitment_words("occasions")
        ahead = tense(clause) is not Tense.PAST or (shifted and opening not in {"after", "before"})
        return ahead and not met
    root = span_root(span[1:])
    return opening == "until" and root.pos_ == "NOUN" and root.ent_type_ not in _TIMES and _deed(root)


def _deed(noun: Token) -> bool:
    return noun.lemma_.lower() in commitment_words("deeds") | commitment_words("bonds")


def _heads(token: Token, span: Span) -> bool:
    return not span.start <= token.head.i < span.end or token.head.i == token.i


def awaited(scene: Scene, one: Framed, spans: Sequence[Span], party: str) -> tuple[str, ...]:
    """The other parties whose acts conditions name, in text order.

    Args:
        scene: the report.
        one: the framed word that gives the commitment.
        spans: the conditions.
        party: whose commitment it is.
    """
    found: dict[str, None] = {}
    for span in spans:
        for token in span:
            if _acts(token, span):
                for side in _others(scene, one, token, party):
                    found.setdefault(side, None)
    return tuple(side for side in found if side != party)


def names_sides(scene: Scene, one: Framed, spans: Sequence[Span]) -> bool:
    """Whether conditions name any side that acts, the one they are set to among them."""
    return any(_sides(scene, one, token) for span in spans for token in span if _acts(token, span))


def others_acting(scene: Scene, span: Span, party: str) -> tuple[str, ...]:
    """The other parties that act in a sentence which sets terms, in text order.

    Args:
        scene: the report.
        span: the words of the sentence.
        party: whose commitment waits.
    """
    doers = (token for token in span if relation(token) == "nsubj")
    named = (known_side(scene, actor.name) for token in doers for actor in actors(scene, token))
    return tuple(dict.fromkeys(side for side in named if side is not None and side != party))


def _others(scene: Scene, one: Framed, token: Token, party: str) -> list[str]:
    """The sides a word names; a bare noun ("the government") in a party's own words is somebody else."""
    sides = (_struck(scene, one, party) if token.lower_ in _PRONOUNS else []) or _sides(scene, one, token)
    if sides == [party] and token.tag_ == "NN" and token.pos_ == "NOUN":
        bare = known_side(scene, noun_phrase(token).text.removeprefix("the ").removeprefix("The "))
        return [bare] if bare is not None else []
    return sides


def _struck(scene: Scene, one: Framed, party: str) -> list[str]:
    """Whom an act is done to, if one other side: "it" of its condition ("bomb Niger if it attacks")."""
    done_to = [*objects(one.topic.head), *objects(one.predicate)] if one.topic.clause else []
    named = (
        known_side(scene, actor.name)
        for thing in done_to
        if thing.ent_type_
        for actor in actors(scene, thing)
    )
    found = {side for side in named if side is not None and side != party}
    return list(found) if len(found) == 1 else []


def _acts(token: Token, span: Span) -> bool:
    """Whether a word of a condition names who acts: a subject, an agent, the owner of a deed."""
    label = relation(token)
    if token.dep_ == "nsubj:pass":
        return False
    if label == "nsubj" or token.dep_ in {"nmod:poss", "obl:agent"}:
        return True
    by = any(mark.lower_ in {"by", "from"} for mark in children(token, "case"))
    return by and token.pos_ in {"PROPN", "NOUN", "PRON"} and span.start < token.i


def _sides(scene: Scene, one: Framed, token: Token) -> list[str]:
    """The sides a word names: by the clause it is subject of, else by itself or by whose it is."""
    if base_form(token) in commitment_words("armed"):
        return _owners(scene, one, token)
    clause = token.head
    known = naming(token.text)
    if known is not None and known.kind != "media":
        return [known.party]
    if relation(token) == "nsubj" and clause.pos_ in _PREDICATES:
        topic = Topic(clause, "self", clause=True)
        frame = replace(one.frame, category="verb", about="")
        names = parties(scene, Framed(frame, clause, clause, topic))
    else:
        names = tuple(side for actor in actors(scene, token) if (side := side_of(scene, actor)) is not None)
    sides = [side for name in names if (side := known_side(scene, name)) is not None]
    return sides or _owners(scene, one, token)


def _owners(scene: Scene, one: Framed, noun: Token) -> list[str]:
    """Whose the subject of a condition is ("Israeli troops", "the government's forces")."""
    owner = possessor(noun)
    if owner is not None:
        return _sides(scene, one, owner)
    for child in children(noun, "amod", "compound", "nmod"):
        known = naming(child.text)
        if known is not None and known.kind != "media":
            return [known.party]
    return []
