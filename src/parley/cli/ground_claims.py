"""`parley ground claims`: claims found in the record, held against the maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground, write_answers
from parley.cli.options import examples, format_option, record_option
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.ground.store import GroundStore
    from parley.ground.told import ToldClaim

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
@click.option("--as-of", type=DAY, help="Look at no ground of a later day. Default: the day of each report.")
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
    from parley.ground.told import told_claims
    from parley.record import open_record

    with open_record(record_path, create=False) as record, open_ground(ground_path) as store:
        answers = [answer for told in told_claims(record) for answer in _answers(store, told, as_of)]
    write_answers(answers, _COLUMNS, form, _FIELDS)


def _answers(store: GroundStore, told: ToldClaim, as_of: str | None) -> Iterator[Answer]:
    """A claim against every group; one line with the reason where nobody can be asked."""
    from parley.ground.check import check
    from parley.ground.errors import GroundError, UnknownPlace
    from parley.ground.told import asked, names_settlement

    by = (told.report, told.finding, told.words, told.claimed_by, told.factuality)
    try:
        claim = asked(store, told, as_of)
        question = (*by, claim.actor, told.movement, claim.place.name, claim.as_of)
        for verdict in check(store, claim):
            said = (verdict.group, verdict.verdict.value, verdict.since, verdict.area_km2, verdict.depth_km)
            yield Answer(*question, *said, verdict.reason)
    except GroundError as error:
        if told.loose and not (isinstance(error, UnknownPlace) and names_settlement(told)):
            return
        question = (*by, told.actor, told.movement, told.place, as_of or told.day)
        yield Answer(*question, "", "not_asked", None, None, None, str(error))
