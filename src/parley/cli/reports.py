"""`parley reports`: what the record has read."""

from __future__ import annotations

from dataclasses import asdict, fields

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

_COLUMNS = (
    Column("id", "dim", cut=9),
    Column("published", "cyan"),
    Column("outlet", spare=True),
    Column("statements"),
    Column("paraphrase", spare=True),
    Column("gone", spare=True),
    Column("title", wide=True),
)
_NONE = "The record has no report yet: `parley read REPORT` reads one."


@click.command(
    "reports",
    short_help="List the reports of the record.",
    epilog=examples("parley reports", "parley reports --format jsonl | jq -r .id"),
)
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def reports_command(form: str, record_path: str | None) -> None:
    """Lists the reports of the record.

    The column "paraphrase" says how much a text looks as if a machine had swapped its words: 0 to 1; "gone"
    says since when its page is no longer there.
    """
    from parley.cli.rows import write_rows
    from parley.record import ReportEntry, open_record
    from parley.views.titles import called

    with open_record(record_path, create=False) as record:
        found = [asdict(entry) for entry in record.reports()]
    if form == Format.TABLE:
        found = [{**entry, "title": called(entry["title"], entry["origin"])} for entry in found]
    write_rows([field.name for field in fields(ReportEntry)], found, _COLUMNS, Format(form), _NONE)
