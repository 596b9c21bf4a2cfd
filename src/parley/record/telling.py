"""When a finding is told of, and what of it is compared with others: pure functions of findings."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Literal

from parley.model import Encounter, Finding, Holder, Position, Proposal
from parley.record.days import days
from parley.record.names import searchable
from parley.vocabulary.issues import general_words
from parley.vocabulary.proposals import thing_named

DayFrom = Literal["as_of", "published"]

NO_DAY = ("", "")
"""The days of what has none."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in a board a position stands.

    Attributes:
        row: the words of the party.
        unnamed: whether it has no issue family.
        column: the words of the topic.
        topic: the issue family, or what the position is on where it has none.
        stand: what makes positions one stance: cell, holder, teller, stance and thing, as a hash.
    """

    row: str
    unnamed: bool
    column: str
    topic: str
    stand: str


def day_of(as_of: str | None, published: str | None) -> tuple[str | None, DayFrom | None]:
    """The day of a stance: the report's own, unless it is after the report, which cannot know of it."""
    own, told = days(as_of), days(published)
    if own is not None and (told is None or own[0] <= told[1]):
        return as_of, "as_of"
    return (published, "published") if told is not None else (None, None)


def thing(on: str) -> str:
    """What is compared of two wordings: what they name, or their words, those for a cease-fire taken as one.

    Args:
        on: what a position is on, as a report words it.
    """
    named = thing_named(on)
    if named is not None:
        return named
    words = searchable(on).replace(" cease fire ", " ceasefire ").split() or [on]
    same = general_words("same-cease-fire")
    return " ".join("ceasefire" if word in same else word for word in words)


def standing(position: Position) -> Standing:
    """Where in a board a position stands."""
    topic = position.issue or position.on
    row, column = searchable(position.party) or position.party, searchable(topic) or topic
    own = position.holder is Holder.SELF
    said = (position.ascribed_by, position.stance.value, thing(position.on))
    unnamed = position.issue is None
    return Standing(row, unnamed, column, topic, _hash("stand", row, unnamed, column, own, *said))


def topic_of(finding: Finding, identifier: str) -> str | None:
    """What tellings of one course of things share, as a hash; None for what is no part of a course.

    Args:
        finding: a position, proposal or encounter.
        identifier: its id.
    """
    match finding:
        case Position(holder=Holder.SELF, party=party, on=on, issue=issue):
            return _hash("position", searchable(party), issue or thing(on), thing(on))
        case Proposal(label=label):
            return _hash("proposal", thing(label))
        case Encounter(participants=who, on=None) if who:
            return _hash("encounter", identifier)
        case Encounter(participants=who, on=on, form=form) if who:
            return _hash("encounter", form, on, sorted(set(map(searchable, who))))
        case _:
            return None


def told_day(finding: Finding, published: str | None) -> tuple[str | None, DayFrom | None]:
    """The day of a telling: of an encounter the day the report came out, of others that of the stance."""
    match finding:
        case Position(as_of=own) | Proposal(on=own):
            return day_of(own, published)
        case _:
            return day_of(None, published)


def _hash(*parts: object) -> str:
    return hashlib.sha256(json.dumps(["parley-telling-1", *parts]).encode()).hexdigest()[:16]
