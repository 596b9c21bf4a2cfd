"""What beginning, calling off, putting off, breaking off and reviving say of an encounter."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.encounters.standing import Standing
from parley.language.syntax import Aspect, Tense, aspect, children, tense
from parley.language.tree import Token
from parley.model import EncounterStatus
from parley.vocabulary.encounters import EncounterWords

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
