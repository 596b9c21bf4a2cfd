"""`parley people`: who speaks and who is named."""

from __future__ import annotations

from dataclasses import asdict, fields

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

_COLUMNS = (
    Column("name", "bold"),
    Column("kind", spare=True),
    Column("party"),
    Column("statements"),
    Column("reports", spare=True),
    Column("role", wide=True),
)


@click.command(
    "people",
    short_help="List who speaks and who is named.",
    epilog=examples("parley people", "parley people --format csv > people.csv"),
)
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def people_command(form: str, record_path: str | None) -> None:
    """Lists who speaks and who is named, with role and party as the reports give them most often."""
    from parley.cli.rows import write_rows
    from parley.record import Person, open_record

    with open_record(record_path, create=False) as record:
        found = [asdict(person) for person in record.people()]
    write_rows([field.name for field in fields(Person)], found, _COLUMNS, Format(form))
