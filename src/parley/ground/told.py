"""Claims about the ground that reports make, as questions to the maps."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from parley.ground.check import side_for
from parley.ground.claim import Claim, Movement
from parley.ground.days import between
from parley.ground.errors import GroundError, UnknownSide
from parley.ground.movements import movement_of
from parley.ground.places import find_place
from parley.ground.store import GroundStore
from parley.model import Event
from parley.record import Record
from parley.record.entries import StoredFinding
from parley.vocabulary.offices import leader as leader_named

_TOLD_AS_DONE = ("asserted", "attributed", "denied")
"""What is only supposed or lies ahead cannot be on a map."""

_DAY = len("2025-06-03")
_MONTH = len("2025-06")

_DELAY_DAYS = 14
"""Maps are drawn days after: what happened no longer before a report than this is asked as of its day."""


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """What a report says that somebody entered, took or left.

    Attributes:
        report: its id.
        finding: its id.
        words: of the report.
        claimed_by: who says so.
        factuality: asserted, attributed or denied.
        actor: as the report names it, or ''.
        movement: entered, holds or left.
        place: as the report names it, or ''.
        target: what was entered, taken or left, as the report names it, or ''.
        day: YYYY-MM-DD as of which maps are asked: of the report, or the event's last where that is long
            before it; '' where neither is known.
    """

    report: str
    finding: str
    words: str
    claimed_by: str
    factuality: str
    actor: str
    movement: str
    place: str
    target: str
    day: str


def told_claims(record: Record) -> tuple[ToldClaim, ...]:
    """The claims of a record, by day of publication."""
    return tuple(_claims(record))


def _claims(record: Record) -> Iterator[ToldClaim]:
    for stored in record.findings_of_type("event"):
        event = stored.finding
        if isinstance(event, Event) and event.factuality in _TOLD_AS_DONE:
            movement = movement_of(event.rule)
            if movement is not None:
                yield _claim(stored, event, movement.value)


def _claim(stored: StoredFinding, event: Event, movement: str) -> ToldClaim:
    return ToldClaim(
        stored.report.id,
        stored.id,
        " … ".join(span.of(stored.report.text) for span in event.evidence),
        event.claimed_by or "the report",
        event.factuality,
        event.actor or "",
        movement,
        event.place or event.target or "",
        event.target or "",
        _day(event.on or "", (stored.report.published or "")[:_DAY]),
    )


def _day(on: str, published: str) -> str:
    """The day as of which a claim is asked of the maps, from when it is said to have been and been told."""
    last = _last_day(on)
    told = published if len(published) == _DAY else ""
    if not last or (told and last <= told and between(last, told) <= _DELAY_DAYS):
        return told
    return last


def _last_day(on: str) -> str:
    """The last day of a day, month or year; '' for anything else."""
    try:
        if len(on) == _DAY:
            return date.fromisoformat(on).isoformat()
        year, _, month = on.partition("-")
        if len(on) not in (len("2025"), _MONTH):
            return ""
        number = int(month or 12)
        return date(int(year), number, monthrange(int(year), number)[1]).isoformat()
    except ValueError:
        return ""


def asked(store: GroundStore, told: ToldClaim, as_of: str | None = None) -> Claim:
    """A claim of a report as a question to the maps.

    Args:
        store: with the places and sides.
        told: what the report says.
        as_of: look at no ground of a later day; None for the day of the claim.

    Raises:
        GroundError: when no map can be asked: no day, a side or a place that nobody knows.
    """
    day = as_of or told.day
    if not day:
        raise GroundError("No day can be told for it: give one with --as-of.")
    if not told.place:
        raise GroundError("It does not say where.")
    if not _is_name(told.place):
        raise GroundError(f"It names no place: {told.place!r}.")
    if told.movement != Movement.ENTERED and told.target and not _is_name(told.target):
        raise GroundError(f"It does not say which {told.target!r} in {told.place}.")
    return Claim(_side(store, told.actor), Movement(told.movement), find_place(store, told.place), day)


def _is_name(words: str) -> bool:
    """Whether words name something rather than say what kind of thing it is."""
    return any(character.isupper() for character in words)


def _side(store: GroundStore, actor: str) -> str:
    """The side that a report means: a side, one of several that is on the maps, or whom a leader speaks for.

    Raises:
        UnknownSide: when nobody can tell.
    """
    known = [(one, leader_named(one)) for one in re.split(r"\s*;\s*", actor)]
    named = [one if leader is None else leader.party for one, leader in known]
    if len(named) == 1:
        return side_for(store, named[0])
    painted = {str(row[0]) for row in store.rows("SELECT DISTINCT side FROM meanings WHERE side <> ''")}
    sides = {side for one in named if (side := _known_side(store, one)) in painted}
    return sides.pop() if len(sides) == 1 else side_for(store, actor)


def _known_side(store: GroundStore, words: str) -> str:
    try:
        return side_for(store, words)
    except UnknownSide:
        return ""
