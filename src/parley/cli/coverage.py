"""`parley coverage`: what was read of each report, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.record import Record
    from parley.views.coverage import ReportCoverage

_COLUMNS = (
    Column("id", "dim", cut=9),
    Column("published", "cyan"),
    Column("read", shades=(("old", "red"),)),
    Column("sentences", spare=True),
    Column("statements"),
    Column("positions", spare=True),
    Column("no stance", "yellow"),
    Column("no speech", "yellow"),
    Column("no source", "yellow"),
    Column("no date", "yellow"),
    Column("title", wide=True),
)
_PASSAGE_COLUMNS = (
    Column("gap", "yellow"),
    Column("start"),
    Column("end"),
    Column("why", most=24),
    Column("id", "dim", cut=9, spare=True),
    Column("words", wide=True),
)
_FIELDS = ("gap", "report", "published", "start", "end", "why", "finding", "text")
_GAPS = ("stance", "cue", "source", "date")


@click.command(
    "coverage",
    short_help="Show what was read of each report, and what was not understood.",
    epilog=examples(
        "parley coverage",
        "parley coverage talks.html --gap stance",
        "parley coverage --format jsonl | jq 'select(.gap == \"source\")'",
    ),
)
@click.argument("reports", metavar="[REPORT]...", nargs=-1)
@click.option("--gap", "gaps", type=click.Choice(_GAPS), multiple=True, help="Only gaps of this kind.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def coverage_command(
    reports: tuple[str, ...], gaps: tuple[str, ...], form: str, record_path: str | None
) -> None:
    """Counts, for each report, what was found and, under NO, where something was not understood.

    NO STANCE (--gap stance): sentences with a stance word and something negotiated, but no position or
    commitment. NO SPEECH (--gap cue): sentences with a word that attributes, but no statement. NO SOURCE
    (--gap source): statements whose source is missing, only a pronoun, or without a name. NO DATE (--gap
    date): statements whose day is not known. READ: "old" where another engine
    than this one read the report; read it again. These say where to look; not each is an error.

    For the REPORTs named, by id or path, the passages are listed with their places in the text; jsonl, json
    and csv list those of all reports.
    """
    from parley.reader_name import bundled_name
    from parley.record import open_record

    with open_record(record_path, create=False) as record:
        found = list(_shown_coming(record, reports, bundled_name()))
    wanted = gaps or _GAPS
    if form == Format.TABLE:
        _write_tables(found, wanted, passages=bool(reports))
    else:
        _write(found, wanted, Format(form))


def _shown_coming(record: Record, reports: Sequence[str], engine: str) -> Iterator[ReportCoverage]:
    """What was read of each report, with a line that says how far it has come where that takes its time."""
    from parley.cli.progress import Progress
    from parley.views.coverage import asked_reports, each_covered
    from parley.views.titles import called

    asked = asked_reports(record, reports)
    with Progress(len(asked), "reports looked at") as progress:
        for one in each_covered(record, asked, engine):
            progress.step(called(one.title, one.origin) or "")
            yield one


def _write_tables(found: Sequence[ReportCoverage], gaps: Sequence[str], *, passages: bool) -> None:
    from parley.cli.table import write_table
    from parley.views.titles import called

    write_table(_COLUMNS, [_row(one) for one in found])
    if found and not passages:
        click.echo("The columns with NO count what was not understood; name a report to see where.", err=True)
    if any(not one.current_engine for one in found):
        click.echo("What is “old” another version or dossier read: `parley read` it again.", err=True)
    for one in found if passages else ():
        click.echo()
        rows = [
            (passage.gap, passage.start, passage.end, passage.why, passage.finding, passage.text)
            for passage in one.passages
            if passage.gap in gaps
        ]
        write_table(_PASSAGE_COLUMNS, rows, title=called(one.title, one.origin) or one.id)


def _row(one: ReportCoverage) -> tuple[object, ...]:
    from parley.views.coverage import Gap
    from parley.views.titles import called

    counts = (one.count(gap) for gap in Gap)
    read = "now" if one.current_engine else "old"
    numbers = one.sentences, one.statements, one.positions, *counts
    return one.id, one.published, read, *numbers, called(one.title, one.origin)


def _write(found: Sequence[ReportCoverage], gaps: Sequence[str], form: Format) -> None:
    from parley.cli import output

    if form is Format.CSV:
        rows = ({**asdict(passage), "published": one.published} for one in found for passage in one.passages)
        output.write_csv(
            _FIELDS, (tuple(row[name] for name in _FIELDS) for row in rows if row["gap"] in gaps)
        )
    elif form is Format.JSON:
        output.write_json(_objects(found, gaps))
    else:
        output.write_jsonl(_objects(found, gaps))


def _objects(found: Sequence[ReportCoverage], gaps: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Each report's counts, then its passages, an object each."""
    from parley.views.coverage import Gap

    for one in found:
        value = asdict(one)
        del value["passages"]
        counts = {gap.value: one.count(gap) for gap in Gap}
        yield {"type": "report", **value, "gaps": counts}
        for passage in one.passages:
            if passage.gap in gaps:
                yield {"type": "passage", **asdict(passage)}
