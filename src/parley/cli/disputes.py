"""`parley disputes`: claims beside their denials."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.views.disputes import Dispute

_COLUMNS = (
    Column("says", "bold"),
    Column("who", most=24),
    Column("day"),
    Column("outlet", spare=True, most=16),
    Column("checked", spare=True),
    Column("id", "dim", spare=True, cut=9),
    Column("words", wide=True),
)


@click.command(
    "disputes",
    short_help="Show what one side says and another denies.",
    epilog=examples("parley disputes", "parley disputes --since 2025-06-01 --format jsonl"),
)
@click.option("--since", type=DATE, help="Only where something was said from this date on.")
@click.option("--until", type=DATE, help="Leave out what was said after this date.")
@click.option("--party", metavar="NAME", help="Words of the name of a side, or of who speaks for it.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def disputes_command(
    since: str | None, until: str | None, party: str | None, form: str, record_path: str | None
) -> None:
    """Puts claims beside their denials, and sides beside each other that accuse each other of the same.

    Nobody is held right: a claim stands by who makes it. A denial without a claim means that no report of the
    record carries what is denied.
    """
    from parley.cli.asked import asked_record
    from parley.cli.rows import write_rows
    from parley.views.disputes import Voice, disputes

    with asked_record(record_path, copies=True) as record:
        found = disputes(record, since, until, party=party)
    if form in {Format.JSON, Format.JSONL}:
        write_rows((), [asdict(one) for one in found], (), Format(form))
        return
    names = ["dispute", "kind", "says", *(field.name for field in fields(Voice))]
    rows = [row for number, one in enumerate(found, start=1) for row in _rows(number, one)]
    none = (
        "No denial was found, and no accusation in return. That is no agreement: `parley board` has stances."
    )
    write_rows(names, rows, _COLUMNS, Format(form), none)


def _rows(number: int, dispute: Dispute) -> Iterator[dict[str, Any]]:
    """A dispute as flat rows, a voice each, the claims first."""
    back = "denial" if dispute.kind == "denial" else "accuses back"
    first = "claim" if dispute.kind == "denial" else "accuses"
    common = {"dispute": number, "kind": dispute.kind}
    for says, voices in ((first, dispute.claims), (back, dispute.denials)):
        for voice in voices:
            yield {**common, "says": says, **asdict(voice), "id": voice.finding}
