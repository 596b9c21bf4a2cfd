"""`parley export`: the record, or part of it, in a format of others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import examples, record_option

if TYPE_CHECKING:
    from parley.exports.about import Material
    from parley.record import Record

_FORMS = ("jsonl", "csv", "parquet", "jsonld", "geojson", "ics", "graphml", "html", "record")
_FOLDERS = frozenset({"csv", "parquet"})
_SOME = {
    "geojson": ('"type": "Feature",', "with a place"),
    "ics": ("BEGIN:VEVENT", "encounters"),
    "graphml": ("<edge ", "links between names"),
}
"""Formats that have no place for some findings: what each thing they hold begins with, and what it is."""


@click.command(
    "export",
    short_help="Write the record in a format for other programs.",
    epilog=examples(
        "parley export html snapshot.html",
        "parley export csv tables kind:position since:2025-06-01",
        "parley export jsonld annotations.jsonld 'party:solane'",
        "parley export record whole.jsonl && parley import whole.jsonl --record copy.db",
    ),
)
@click.argument("form", type=click.Choice(_FORMS), metavar="FORMAT")
@click.argument("path", type=click.Path(path_type=Path))
@click.argument("asked", nargs=-1, metavar="[WORDS]...")
@record_option
def export_command(form: str, path: Path, asked: tuple[str, ...], record_path: str | None) -> None:
    """Writes the findings that WORDS ask for (all without; see `parley search`) to PATH.

    FORMAT is one of jsonl, csv and parquet (a folder, a table a kind), jsonld (W3C Web Annotations), geojson,
    ics (encounters for calendars), graphml (who met, spoke of and acted towards whom), html (one page that
    needs nothing else), and record: everything, rulings too, for `parley import`. Each says of which record
    it is, what was asked, and whether a person checked each finding.
    """
    from parley.exports.about import material
    from parley.record import open_record
    from parley.views.selection import selection_of

    if form not in _FOLDERS and path.is_dir():
        raise click.UsageError(f"{path} is a folder, and {form} is one file: name a file.")
    with open_record(record_path, create=False) as record:
        if form == "record":
            if asked:
                raise click.UsageError("A record is exported whole: leave out the WORDS.")
            count = _whole(record, path)
            click.echo(f"Wrote {count} rows of the record to {path}.", err=True)
            return
        found = material(record, selection_of(" ".join(asked)))
        written = _write(record, found, form, path)
    click.echo(f"Wrote {written} to {path}.", err=True)


def _whole(record: Record, path: Path) -> int:
    from parley.exports.writing import json_lines, write_file

    rows = list(record.dump())
    write_file(path, json_lines(rows))
    return len(rows) - 1


def _write(record: Record, found: Material, form: str, path: Path) -> str:
    """Writes the export; what was written, for a person."""
    from parley.exports.writing import write_file, write_folder

    if form in _FOLDERS:
        write_folder(path, lambda folder: _fill(found, form, folder))
    else:
        text = _text(record, found, form)
        write_file(path, text)
        if form in _SOME:
            mark, what = _SOME[form]
            return f"{text.count(mark)} {what}, of {len(found.findings)} findings asked for,"
    return f"{len(found.findings)} findings"


def _fill(found: Material, form: str, folder: Path) -> None:
    import json

    from parley.exports.rows import tables
    from parley.exports.writing import csv_text, write_file

    made = tables(found.findings, str(found.about["record_version"]))
    if form == "parquet":
        from parley.exports.parquet import write

        write(folder, made, found.about)
    else:
        for kind, rows in made.items():
            write_file(folder / f"{kind}.csv", csv_text(rows))
    write_file(folder / "about.json", json.dumps(found.about, ensure_ascii=False, indent=2) + "\n")


def _text(record: Record, found: Material, form: str) -> str:
    """The export as one text."""
    import json

    from parley.exports import geojson, json_ld, network, snapshot
    from parley.exports.writing import json_lines

    if form == "jsonl":
        return json_lines([found.about, *(one.object for one in found.findings)])
    if form == "jsonld":
        return json.dumps(json_ld.document(found), ensure_ascii=False, indent=1) + "\n"
    if form == "geojson":
        return json.dumps(geojson.feature_collection(found), ensure_ascii=False, indent=1) + "\n"
    if form == "graphml":
        return network.graphml(found)
    if form == "html":
        return snapshot.page(record, found)
    return _calendar(record, found)


def _calendar(record: Record, found: Material) -> str:
    """The encounters asked for as iCalendar."""
    from parley.views.calendar import calendar
    from parley.views.icalendar import icalendar

    wanted = {one.id for one in found.findings}
    told = {name: str(found.about[name]) for name in ("program", "record_version", "filters", "note")}
    return icalendar((one for one in calendar(record) if wanted.intersection(one.findings)), told)
