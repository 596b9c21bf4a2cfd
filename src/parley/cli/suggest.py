"""`parley suggest`: what could stand in a dossier, from what was read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from parley.cli.options import dossier_option, examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.dossier.writing import Addition, Value

_NONE = "Nothing to add."
_COLUMNS = (
    Column("table"),
    Column("change", spare=True),
    Column("name", "bold"),
    Column("values"),
    Column("why", wide=True),
)


@click.command(
    "suggest",
    short_help="Suggest what could stand in a dossier, from what was read.",
    epilog=examples(
        "parley suggest", "parley suggest --dossier harbour", "parley suggest --dossier harbour --write"
    ),
)
@click.option("--write", is_flag=True, help="Add it to the dossier.")
@click.option(
    "--least",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="In how many findings it must occur.",
)
@dossier_option
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def suggest_command(write: bool, least: int, dossier: str | None, form: str, record_path: str | None) -> None:
    """Suggests parties, people, proposals, sites, feeds and outlets from what the record has read.

    All of the record is counted, so keep one record for each negotiation (--record). With a dossier, only
    what it lacks is shown: entries to add, and keys to fill in where an entry leaves them empty. --write adds
    all of it; nothing that stands in the dossier is changed or taken away, and comments stay. Take away by
    hand what you do not want.
    """
    from parley.cli.asked import asked_record
    from parley.cli.rows import write_rows
    from parley.dossier import Dossier, dossier_place, load_dossier
    from parley.dossier.writing import lacking, write_additions
    from parley.views.suggesting import suggestions

    if write and dossier is None:
        raise click.UsageError("Say which dossier to write to: --dossier NAME. `parley open NAME` makes one.")
    known = load_dossier(dossier) if dossier else Dossier("")
    with asked_record(record_path) as record:
        found = lacking(known, suggestions(record, least))
    write_rows([column.heading for column in _COLUMNS], _rows(found), _COLUMNS, Format(form), _NONE)
    if write and dossier and found:
        path = dossier_place(dossier)
        write_additions(path, found)
        click.echo(
            f"Added {len(found)} to {path}. They hold for what is read from now on:"
            f" read the reports again with --dossier {dossier}.",
            err=True,
        )


def _words(value: Value) -> str:
    """A value on one line."""
    return value if isinstance(value, str) else " / ".join(value)


def _rows(found: Sequence[Addition]) -> list[dict[str, object]]:
    return [
        {
            "table": addition.table,
            "change": "fill in" if addition.fills else "add",
            "name": addition.name,
            "values": ", ".join(f"{key} = {_words(value)}" for key, value in addition.values.items()),
            "why": addition.why,
        }
        for addition in found
    ]
