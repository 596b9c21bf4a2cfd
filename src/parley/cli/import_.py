"""`parley import`: a whole record that was exported."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from parley.cli.options import examples, record_option

# A line holds a row; the longest rows hold the text of a report or a fetched page.
_LONGEST = 64 * 1024 * 1024
_WANTED = "give a file that `parley export record` wrote"


@click.command(
    "import",
    short_help="Take in a whole record that was exported.",
    epilog=examples("parley import whole.jsonl --record copy.db"),
)
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@record_option
def import_command(path: Path, record_path: str | None) -> None:
    """Reads what `parley export record` wrote into an empty record: reports, findings, history, rulings.

    All of it is taken in, or nothing.
    """
    from parley.record import open_record

    # Before a record is made: a file that is none should leave nothing behind.
    if next(_lines(path), None) is None:
        raise click.ClickException(f"{path} is empty; {_WANTED}.")
    with open_record(record_path) as record:
        count = record.load(_lines(path))
    click.echo(f"Took in {count} rows. The record: {record.place}", err=True)


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        number = 0
        while line := file.readline(_LONGEST):
            number += 1
            try:
                value = json.loads(line)
            except (ValueError, RecursionError) as error:
                raise click.ClickException(
                    f"{path}, line {number}: this is no line of JSON; {_WANTED}."
                ) from error
            if not isinstance(value, dict):
                raise click.ClickException(f"{path}, line {number}: this is no row of a record; {_WANTED}.")
            yield value
