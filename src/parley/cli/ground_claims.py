"""`parley ground claims`: claims found in the record, held against the maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from parley.cli.ground_options import FORMATS, day_of, ground_option, open_ground, write_answers
from parley.cli.options import examples, format_option, record_option
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.ground.store import GroundStore
    from parley.model import Event
    from parley.record import Record
    from parley.record.entries import StoredFinding

_COLUMNS = (
    Column("claimed by", "bold", most=24),
    Column("actor"),
    Column("claim"),
    Column("place"),
    Column("as of"),
    Column("group", "cyan"),
    Column("verdict", "cyan"),
    Column("since"),
    Column("reason", wide=True),
)
_FIELDS = (
    "report", "finding", "words", "claimed_by", "factuality", "actor", "claim", "place", "as_of", "group",
    "verdict",
    "since", "area_km2", "depth_km", "reason",
)  # fmt: skip


_TOLD_AS_DONE = ("asserted", "attributed", "denied")
"""What is only supposed or lies ahead cannot be on a map."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim of the record, and what one group's map makes of it."""

    report: str
    finding: str
    words: str
    claimed_by: str
    factuality: str
    actor: str
    claim: str
    place: str
    as_of: str
    group: str
    verdict: str
    since: str | None
    area_km2: float | None
    depth_km: float | None
    reason: str


@click.command(
    "claims",
    short_help="Hold the claims of the record against every group's map.",
    epilog=examples("parley ground claims", "parley ground claims --as-of 2025-03-16 --format jsonl"),
)
@click.option(
    "--as-of", metavar="DATE", help="Look at no ground of a later day. Default: the day of each report."
)
@format_option(*FORMATS)
@record_option
@ground_option
def claims_command(as_of: str | None, form: str, record_path: str | None, ground_path: str | None) -> None:
    """Takes what reports say of who entered, took or left a place, and asks every group's map: a line a
    group.

    A claim that no map can be asked about (a place without a boundary, a side nobody knows) stands with its
    reason.
    Whether a claim is true is for nobody here to say.
    """
    from parley.record import open_record

    day = day_of(as_of, "--as-of") if as_of else None
    with open_record(record_path, create=False) as record, open_ground(ground_path) as store:
        answers = [answer for found in _movements(record) for answer in _answers(store, *found, day)]
    write_answers(answers, _COLUMNS, form, _FIELDS)


def _movements(record: Record) -> Iterator[tuple[StoredFinding, Event, str]]:
    """The record's events that tell of a movement: the finding, the event, the movement."""
    from parley.ground.movements import movement_of
    from parley.model import Event

    for entry in record.reports():
        for stored in record.findings(entry.id, "event"):
            if isinstance(stored.finding, Event) and stored.finding.factuality in _TOLD_AS_DONE:
                movement = movement_of(stored.finding.rule)
                if movement is not None:
                    yield stored, stored.finding, movement.value


def _answers(
    store: GroundStore, stored: StoredFinding, event: Event, movement: str, as_of: str | None
) -> Iterator[Answer]:
    """A claim against every group; one line with the reason where nobody can be asked."""
    from parley.ground.check import check, side_for
    from parley.ground.claim import Claim, Movement
    from parley.ground.errors import GroundError
    from parley.ground.places import find_place

    day = as_of or (event.on or stored.report.published or "")[:10]
    place = event.place or event.target or ""
    told = (
        stored.report.id,
        stored.id,
        " … ".join(span.of(stored.report.text) for span in event.evidence),
        event.claimed_by or "the report",
        event.factuality,
    )
    try:
        if len(day) != 10:
            raise GroundError("No day can be told for it: give one with --as-of.")
        actor = side_for(store, event.actor or "")
        claim = Claim(actor, Movement(movement), find_place(store, place), day)
        for verdict in check(store, claim):
            said = (verdict.group, verdict.verdict.value, verdict.since, verdict.area_km2, verdict.depth_km)
            yield Answer(*told, actor, movement, claim.place.name, day, *said, verdict.reason)
    except GroundError as error:
        yield Answer(
            *told, event.actor or "", movement, place, day, "", "not_asked", None, None, None, str(error)
        )
