"""`parley sources`: which reports carry one text, and which stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.views.sources import Sources

_COLUMNS = (
    Column("family", "dim", cut=9),
    Column("relation", "bold"),
    Column("published", "cyan"),
    Column("outlet", spare=True),
    Column("report", "dim", cut=9),
    Column("title", wide=True),
    Column("why", wide=True),
)
_FIELDS = (
    "family",
    "report",
    "origin",
    "url",
    "outlet",
    "title",
    "published",
    "relation",
    "reasons",
)


@click.command(
    "sources",
    short_help="Show which reports are copies of one another, and why.",
    epilog=examples(
        "parley sources",
        "parley sources --report 2025-06-05-spun.md",
        "parley sources --format jsonl | jq 'select(.type == \"family\" and (.reports | length > 1))'",
    ),
)
@click.option(
    "--report", metavar="REPORT", help="Only this report's family: an id, its beginning, or a path."
)
@click.option("--copies", "only_copies", is_flag=True, help="Leave out reports that nobody copied.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def sources_command(form: str, record_path: str | None, report: str | None, only_copies: bool) -> None:
    """Shows the families of the record: the original first, then each copy with what it is and why.

    A family is one voice: reprints, partial copies, updates, rewritten wire stories and machine paraphrases
    of one report. Reports of one event by different reporters are families of their own; where two such share
    a passage, a letter that both quote say, it is listed apart (in json and jsonl).
    """
    from parley.cli import output
    from parley.cli.asked import asked_record
    from parley.views.sources import objects, sources

    with asked_record(record_path, copies=True) as record:
        found = sources(record, report)
    if only_copies:
        kept = tuple(family for family in found.families if len(family.members) > 1)
        found = type(found)(kept, found.passages)
    if form == Format.JSONL:
        output.write_jsonl(objects(found))
    elif form == Format.JSON:
        output.write_json(objects(found))
    elif form == Format.CSV:
        output.write_csv(_FIELDS, _rows(found))
    else:
        _write_table(found)


def _rows(found: Sources) -> Iterator[tuple[Any, ...]]:
    """A row a report, in the order of `_FIELDS`."""
    for family in found.families:
        for member in family.members:
            source = member.source
            yield (
                family.original.report,
                source.report,
                source.origin,
                source.url,
                source.outlet,
                source.title,
                source.published,
                member.relation.value,
                "; ".join(member.reasons),
            )


def _write_table(found: Sources) -> None:
    """A table with a row a report, and a line that counts."""
    from parley.cli.table import write_table
    from parley.views.titles import called

    rows = [
        (
            row[0] if row[7] == "original" else "",
            row[7],
            row[6],
            row[4],
            row[1],
            called(row[5], row[2] or row[3]),
            row[8],
        )
        for row in _rows(found)
    ]
    copies = len(rows) - len(found.families)
    none = "No report was found to be a copy of another: each is a source of its own."
    write_table(_COLUMNS, rows, none=none)
    if rows:
        told = _many(copies, "copy", "copies") if copies else "none a copy of another"
        families = _many(len(found.families), "independent source", "independent sources")
        click.echo(f"{_many(len(rows), 'report', 'reports')}, {families}, {told}.", err=True)


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
