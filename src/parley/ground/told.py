"""Claims about the ground that reports make, as questions to the maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.ground.check import side_for
from parley.ground.claim import Claim, Movement
from parley.ground.errors import GroundError
from parley.ground.movements import movement_of
from parley.ground.places import find_place
from parley.ground.store import GroundStore
from parley.model import Event
from parley.record import Record
from parley.record.entries import StoredFinding

_TOLD_AS_DONE = ("asserted", "attributed", "denied")
"""What is only supposed or lies ahead cannot be on a map."""

_DAY = len("2025-06-03")


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
        day: YYYY-MM-DD of the event, else of the report; '' where neither is known to the day.
    """

    report: str
    finding: str
    words: str
    claimed_by: str
    factuality: str
    actor: str
    movement: str
    place: str
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
    day = (event.on or stored.report.published or "")[:_DAY]
    return ToldClaim(
        stored.report.id,
        stored.id,
        " … ".join(span.of(stored.report.text) for span in event.evidence),
        event.claimed_by or "the report",
        event.factuality,
        event.actor or "",
        movement,
        event.place or event.target or "",
        day if len(day) == _DAY else "",
    )


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
    return Claim(side_for(store, told.actor), Movement(told.movement), find_place(store, told.place), day)
