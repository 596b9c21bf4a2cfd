"""Deeds told by a noun: "the Chadian raid on the port", "after the withdrawal of its troops"."""

from __future__ import annotations

from parley.findings.events.classes import labour_meant, modifiers
from parley.findings.events.deed import Deed
from parley.findings.events.slots import is_passive, owners
from parley.language.syntax import Tense, agent, case_of, children, relation, tense
from parley.language.tree import Token
from parley.vocabulary.events import NounSense, base_in, noun_senses_of, telling_words

_BEFORE = 3


def by_noun(token: Token) -> Deed | None:
    """The deed a noun tells of as done, or None: most nouns only speak of one."""
    senses = noun_senses_of(token.lower_)
    if not senses or relation(token) in {"compound", "amod"}:
        return None
    for sense in senses:
        predicate = _told_by(token) if _is_sense(sense, token) else None
        if predicate is not None:
            return _deed(sense, token, predicate)
    return None


def _is_sense(sense: NounSense, token: Token) -> bool:
    before = modifiers(token)
    if before & telling_words("vague"):
        return False
    if sense.labour == "never" and labour_meant(token):
        return False
    if sense.labour == "only" and not labour_meant(token):
        return False
    if sense.modifiers and not _modified(token, sense.modifiers):
        return False
    return not any(child.lower_ in telling_words("vague") for child in token.lefts)


def _modified(token: Token, wanted: frozenset[str]) -> bool:
    near = {word.lower_ for word in token.doc[max(0, token.i - _BEFORE) : token.i]}
    return bool((near | modifiers(token)) & wanted)


def _told_by(token: Token) -> Token | None:
    """The verb whose clause tells that it happened; the noun itself after "after" or "since"; else None."""
    label, above = relation(token), token.head
    if _is_on_strike(token):
        return token
    if label == "nsubj" and above.pos_ == "VERB":
        passive = is_passive(above)
        known = telling_words("light") if passive else telling_words("happening")
        if not passive and tense(above) is Tense.PAST and _is_definite(token):
            return above
        return above if base_in(above.lower_, known) is not None else None
    if label in {"obl", "nmod"} and case_of(token).split(" ")[-1] in telling_words("passed"):
        return token
    return None


def _is_on_strike(noun: Token) -> bool:
    """Whether somebody is at it ("the teachers have been on strike since Monday")."""
    return case_of(noun) == "on" and any(True for _ in children(noun, "cop"))


def _is_definite(noun: Token) -> bool:
    """Whether a noun takes for granted that its deed was done ("the arrest of Deby by the police")."""
    parts = {case_of(child) for child in _parts(noun)}
    return any(child.lower_ == "the" for child in noun.lefts) and {"of", "by"} <= parts


def _parts(noun: Token) -> list[Token]:
    """What hangs on a noun, and by whom it is, which the parse may hang on that ("of Deby by the police")."""
    own = list(children(noun, "nmod", "obl"))
    return own + [deeper for child in own for deeper in children(child, "nmod") if case_of(deeper) == "by"]


def _deed(sense: NounSense, token: Token, predicate: Token) -> Deed:
    actor = None
    if "owner" in sense.actor:
        actor = next(iter(owners(token)), None)
    if actor is None:
        actor = next((child for child in _parts(token) if case_of(child) in sense.actor), None)
    if actor is None and predicate.i != token.i and is_passive(predicate):
        actor = agent(predicate)
    if actor is None and _is_on_strike(token):
        actor = next(children(token, "nsubj"), None)
    targets = tuple(
        (child, slot)
        for slot in sense.target
        for child in children(token, "nmod", "obl")
        if child.dep_ != "nmod:poss" and case_of(child) == slot and child.i > token.i
    )
    if actor is None and predicate.i != token.i:
        # "Fighting broke out between Chad and the rebels": hung to the verb.
        actor = next((child for child in children(predicate, "obl") if case_of(child) == "between"), None)
    needs = "setting" if sense.name in telling_words("told_alone") else "either"
    return Deed(sense.code, sense.name, token, predicate, actor, targets, needs, noun=True)
