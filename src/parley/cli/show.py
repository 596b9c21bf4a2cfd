"""`parley show`: a report's text with its findings marked."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from parley.cli.options import examples, record_option
from parley.cli.output import Format
from parley.cli.table import Column, Row
from parley.cli.terminal import is_terminal, one_line, printable

if TYPE_CHECKING:
    from rich.console import Console

    from parley.model import ReadReport
    from parley.model.codec import Object
    from parley.record import Record
    from parley.views.marking import Mark


@click.command(
    "show",
    short_help="Show a report's text with its findings marked.",
    epilog=examples(
        "parley show 1f3a                              # the beginning of an id will do",
        "parley show talks.md --format plain | less    # by the path it was read from",
        "parley show 1f3a --format text                # the text that all offsets count",
        "parley show 1f3a --format json > findings.json",
        "parley show 1f3a --versions                   # what stood at its address, one after the other",
        "parley show 1f3a --diff                       # what changed from the version before",
    ),
)
@click.argument("report")
@click.option(
    "--format",
    "form",
    type=click.Choice(["auto", "ansi", "plain", "text", "json"]),
    default="auto",
    show_default=True,
    help="auto: colour at a terminal, plain labels when piped; text: the stored text exactly.",
)
@click.option(
    "--versions", "told", flag_value="versions", help="Its versions instead: what its page said when."
)
@click.option("--diff", "told", flag_value="diff", help="What changed from the version before.")
@click.option(
    "--arrivals", "told", flag_value="arrivals", help="How it came: when, from where, in which bytes."
)
@click.option("--raw", "told", flag_value="raw", help="The bytes in which it last came.")
@record_option
def show_command(report: str, form: str, told: str | None, record_path: str | None) -> None:
    """Shows the text of REPORT with its findings marked.

    REPORT is its id, the beginning of its id, or the path or address it came from. `parley reports` lists
    them. Each marked passage carries the number of its statement and a letter for what it is, so that
    nothing depends on colour; the legend is under the text.
    """
    from parley.cli.output import write_json
    from parley.cli.versions import notes_on_versions
    from parley.record import open_record

    with open_record(record_path, create=False) as record:
        stored = record.report(report)
        if told is not None:
            _tell(record, stored.report.id, told, form)
            return
        came = notes_on_versions(record, stored.report.id) if form not in ("json", "text") else []
    read, found = stored.read, stored.objects
    if form == "text":
        text = read.report.text
        click.echo(printable(text) if is_terminal(sys.stdout) else text, nl=False)
        return
    for sentence in came:
        click.echo(sentence, err=True)
    if form == "json":
        write_json(found)
    elif form == "ansi" or (form == "auto" and is_terminal(sys.stdout)):
        show_in_colour(read, _console(), found)
    else:
        show_plainly(read, found)


def _tell(record: Record, report: str, told: str, form: str) -> None:
    """Writes how a report came, in place of its text."""
    from parley.cli import versions

    shape = Format.JSON if form == "json" else Format.TABLE
    if told == "versions":
        versions.show_versions(record, report, shape)
    elif told == "diff":
        versions.show_difference(record, report, shape)
    elif told == "arrivals":
        versions.show_arrivals(record, report, shape)
    else:
        versions.show_raw(record, report)


def show_in_colour(read: ReadReport, console: Console, objects: Sequence[Object] = ()) -> None:
    """Prints a report with its findings in colour, a legend, and its statements as a table.

    Args:
        read: the report.
        console: where to print.
        objects: it and its findings in the findings format, as the record has them.
    """
    from rich.text import Text

    from parley.cli.marked import coloured
    from parley.cli.table import draw
    from parley.views.marking import marks, pieces

    found = marks(read)
    console.print(Text(_heading(read), style="bold"))
    console.print()
    console.print(coloured(pieces(read.report.text, found)))
    show_legend(found, console)
    columns, rows = _statements(read, objects)
    draw(console, columns, rows)


def show_legend(found: Sequence[Mark], console: Console) -> None:
    """Prints what the labels and colours of marked passages mean."""
    from rich.text import Text

    from parley.cli.marked import legend

    console.print()
    for label, meaning, style in legend(found):
        console.print(Text.assemble(("  " + label.ljust(6), "dim"), "  ", (meaning, style)))


def show_plainly(read: ReadReport, objects: Sequence[Object] = ()) -> None:
    """Prints a report with its findings in labelled brackets, a legend, and its statements as columns."""
    from parley.cli.marked import legend, plain
    from parley.cli.table import plain_lines
    from parley.views.marking import marks, pieces

    found = marks(read)
    click.echo(f"{_heading(read)}\n\n{plain(pieces(read.report.text, found)).rstrip()}\n")
    for label, meaning, _ in legend(found):
        click.echo(f"  {label.ljust(6)}  {meaning}")
    click.echo()
    for line in plain_lines(*_statements(read, objects)):
        click.echo(line)


def _heading(read: ReadReport) -> str:
    """The report in one line, and what a reader must know before trusting what was read from it."""
    from parley.cli.words import heading, notes

    return "\n".join([f"{read.report.id}  {one_line(heading(read.report))}", *notes(read)])


def _statements(read: ReadReport, objects: Sequence[Object]) -> tuple[tuple[Column, ...], list[Row]]:
    """The statements under the numbers they have in the text."""
    from parley.cli.words import STATEMENT_COLUMNS, statement_row
    from parley.model.codec import encode

    columns = (Column("no"), *STATEMENT_COLUMNS)
    found = [value for value in objects or encode(read) if value["type"] == "statement"]
    return columns, [
        (number, *statement_row(value, read.report)) for number, value in enumerate(found, start=1)
    ]


def _console() -> Console:
    """A console that writes colour even into a pipe, where it wraps nothing."""
    from rich.console import Console

    width = None if is_terminal(sys.stdout) else 120
    return Console(force_terminal=True, highlight=False, markup=False, emoji=False, width=width)
