"""`parley ground import`: map layers, boundaries, incidents and sites into the ground store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DAY
from parley.cli.ground_options import FORMATS, ground_option, open_ground
from parley.cli.options import examples, format_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.ground.importing import Imported

_COLUMNS = (
    Column("file", "bold"),
    Column("read as"),
    Column("group", "cyan"),
    Column("shows"),
    Column("kept"),
    Column("caught", wide=True),
)
_FIELDS = ("file", "form", "group", "effective", "layers", "places", "known", "problems", "failure")


@click.command(
    "import",
    short_help="Take in maps, boundaries, incidents and sites.",
    epilog=examples(
        "parley ground import maps/ borders/",
        'parley ground import north.geojson --group northmap --licence "CC BY 4.0" --effective 2025-03-07',
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--group", metavar="NAME", help="Whose map it is, where the file does not say.")
@click.option("--licence", metavar="WORDS", help="Its licence. Only an open one lets Parley export it.")
@click.option("--effective", type=DAY, help="The day whose ground it shows.")
@click.option("--published", type=DAY, help="The day its group put it out.")
@click.option("--captured", type=DAY, help="The day it was fetched.")
@click.option("--side", metavar="SIDE", help='Who holds what is called no more than "occupied" (such as RU).')
@click.option(
    "--home", metavar="SIDE", help='Who holds what is called no more than "liberated" (such as UA).'
)
@format_option(*FORMATS)
@ground_option
def import_command(paths: tuple[str, ...], form: str, ground_path: str | None, **given: str | None) -> None:
    """Takes in files and folders. Each file is kept wholly or not at all.

    Known by their form: DeepState releases and the export of occupied ground, UAControlMap, Liveuamap
    through NZZ,
    ISW layers; boundaries and places as GeoJSON or KML; incidents of ACLED, UCDP, VIINA, Bellingcat,
    GeoConfirmed
    and FIRMS; power plants of the WRI. Any other GeoJSON, KML or KMZ that says who holds what.
    """
    from parley.ground.adapters.given import Given
    from parley.ground.importing import import_files

    with open_ground(ground_path, create=True) as store:
        results = list(import_files(store, paths, Given(**given)))
    _write(results, Format(form))
    failures = [result.failure for result in results if result.failure]
    for failure in failures:
        click.echo(failure, err=True)
    taken = [result for result in results if result.form]
    skipped = len(results) - len(taken) - len(failures)
    click.echo(_summary(taken, skipped, len(failures)), err=True)
    if failures or not taken:
        raise click.exceptions.Exit(1)


def _summary(taken: list[Imported], skipped: int, failed: int) -> str:
    layers, others = sum(one.layers for one in taken), sum(one.places for one in taken)
    kept = "1 layer" if layers == 1 else f"{layers} layers"
    words = f"{kept} and {others} places, sites or incidents kept from {_files(len(taken))}"
    holding = "holds" if skipped == 1 else "hold"
    words += f"; {_files(skipped)} {holding} nothing for the ground" if skipped else ""
    return words + (f"; {failed} could not be taken in." if failed else ".")


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _write(results: list[Imported], form: Format) -> None:
    from dataclasses import asdict

    from parley.cli import output
    from parley.cli.table import write_table

    rows: list[dict[str, Any]] = [asdict(result) for result in results if result.form or result.failure]
    if form is Format.JSON:
        output.write_json(rows)
    elif form is Format.JSONL:
        output.write_jsonl(rows)
    elif form is Format.CSV:
        output.write_csv(_FIELDS, (_flat(row) for row in rows))
    else:
        write_table(_COLUMNS, [_line(result) for result in results if result.form or result.failure])


def _flat(row: dict[str, Any]) -> tuple[object, ...]:
    row["problems"] = "; ".join(problem["text"] for problem in row["problems"])
    row["effective"] = "; ".join(row["effective"])
    return tuple(row[name] for name in _FIELDS)


def _line(result: Imported) -> tuple[object, ...]:
    from pathlib import Path

    kept = []
    if result.layers:
        kept.append(f"{result.layers} layer" + ("s" if result.layers > 1 else ""))
    if result.places:
        kept.append(str(result.places))
    caught = [problem.text for problem in result.problems[:2]]
    more = len(result.problems) - len(caught)
    words = " ".join(caught) + (f" … and {more} more." if more > 0 else "")
    name = Path(result.file).name
    kept = kept or (["there before"] if result.known else ["nothing"])
    return (
        name,
        result.form,
        result.group,
        ", ".join(result.effective),
        ", ".join(kept),
        result.failure or words,
    )
