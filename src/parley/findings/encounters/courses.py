"""What beginning, calling off, putting off, breaking off and reviving say of an encounter."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from parley.findings.encounters.standing import Standing
from parley.language.syntax import Aspect, Tense, aspect, children, tense
from parley.language.tree import Token
from parley.model import EncounterStatus
from parley.vocabulary.encounters import EncounterWords

_BREATH, _LONG_BREATH = 7, 14
_PASSING = Standing(None, sure=False)


def begun_by(verb: Token, told: Standing) -> Standing:
    """ "Opened talks", "opens talks today", "votes to open talks"."""
    if told.status is None and any(child.lower_ == "to" for child in children(verb, "mark")):
        return Standing(EncounterStatus.PROPOSED, sure=False)
    if told.status is None and tense(verb) is Tense.PRESENT:
        return Standing(EncounterStatus.UNDERWAY, begun=True)
    if (
        told.status is EncounterStatus.HELD
        and aspect(verb) is Aspect.PERFECT
        and tense(verb) is Tense.PRESENT
    ):
        return Standing(EncounterStatus.UNDERWAY, begun=True)
    return replace(told, begun=told.status is EncounterStatus.HELD)


def ended_by(lemma: str, told: Standing, words: EncounterWords) -> Standing | None:
    """What calling off, putting off, breaking off and reviving do to their object."""
    done = told.status is EncounterStatus.HELD
    if words.has("status.cancelling", lemma):
        return Standing(EncounterStatus.CANCELLED) if done else _PASSING
    if words.has("status.postponing", lemma):
        return Standing(EncounterStatus.POSTPONED) if done else _PASSING
    if words.has("status.reviving", lemma):
        return Standing(EncounterStatus.PROPOSED)
    return (
        Standing(EncounterStatus.CANCELLED, broken=True)
        if done and words.has("status.breaking", lemma)
        else None
    )


def is_about_to(noun: Token) -> bool:
    """Whether "about to start" follows in the same breath ("talks with Chad, about to start, are ...")."""
    following = [token.lower_ for token in noun.doc[noun.i + 1 : noun.i + _BREATH]]
    return any(pair == ("about", "to") for pair in pairwise(following)) and "." not in following


def is_back_on(noun: Token) -> bool:
    """Whether "is back on" follows ("the summit between Chad and Niger is back on")."""
    doc = noun.doc
    for index in range(noun.i + 1, min(noun.i + _LONG_BREATH, len(doc) - 2)):
        if doc[index].lower_ in {"is", "are", "was", "were", "’s", "'s"} and doc[index + 1].lower_ == "back":
            return doc[index + 2].lower_ == "on" and index + 3 < len(doc) and doc[index + 3].lower_ != "track"
        if doc[index].tag_ in {"VBD", "MD", "VBZ", "VBP"} or doc[index].text in {".", ";"}:
            return False
    return False
