"""`parley proposals`: what is on the table, with what its terms were when."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.views.proposals import ProposalLine

_COLUMNS = (
    Column("first", "bold"),
    Column("last", spare=True),
    Column("label", most=30),
    Column("by", most=20),
    Column("reports"),
    Column("checked"),
    Column("id", "dim", cut=9),
    Column("versions", wide=True),
)


@click.command(
    "proposals",
    short_help="List proposals, with their terms through time.",
    epilog=examples(
        "parley proposals --since 2025-03",
        "parley proposals --party kardeva --format json",
    ),
)
@click.option("--since", type=DATE, help="Leave out what is not told of any more by this date.")
@click.option("--until", type=DATE, help="Leave out what is first told of after this date.")
@click.option("--party", metavar="NAME", help="Words of the name of the party that tabled it, in any order.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def proposals_command(
    since: str | None, until: str | None, party: str | None, form: str, record_path: str | None
) -> None:
    """Lists what is on the table, one line a proposal, however many reports tell of it.

    One plan goes by several names: two are one where they are of one kind, by no two parties, alike in how
    long, how much and how far they go, and share a length, a sum, a party or what they are about. VERSIONS
    gives its terms through time: another length or sum begins a new one; more or fewer terms only tell more
    or less. ID is that of the first telling, for `parley explain`.
    """
    from parley.cli.asked import asked_record
    from parley.cli.rows import write_rows
    from parley.views.proposals import ProposalLine, proposals

    with asked_record(record_path) as record:
        found = proposals(record, since, until, party=party)
    joined = form in {Format.TABLE, Format.CSV}
    rows = [_row(one, form=Format(form), joined=joined) for one in found]
    write_rows([field.name for field in fields(ProposalLine)], rows, _COLUMNS, Format(form))


def _row(line: ProposalLine, *, form: Format, joined: bool) -> dict[str, Any]:
    """A proposal as cells; lists become one cell where a row is flat."""
    row = asdict(line)
    if form is Format.TABLE:
        row |= {"by": line.proposed_by, "id": line.findings[0]}
    if joined:
        row["versions"] = " → ".join(
            f"{one.day or 'undated'}: {'; '.join(one.terms) or 'no terms told'}" for one in line.versions
        )
        for name in ("reports", "findings"):
            row[name] = len(row[name]) if form == Format.TABLE else "; ".join(row[name])
    return row
