"""`parley read`: reads reports into the record and shows what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from parley.cli.dates import PUBLISHED
from parley.cli.fetching import load_fetcher, trust_option
from parley.cli.options import dossier_option, examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.progress import Progress
from parley.cli.table import Column
from parley.cli.terminal import one_line

if TYPE_CHECKING:
    from parley.cli.reading_run import Kept, Reader
    from parley.model import ReadReport, Report
    from parley.model.codec import Object
    from parley.reports import Unreadable

_COLUMNS = (
    Column("id", "dim", cut=9),
    Column("published", "cyan"),
    Column("outlet", spare=True),
    Column("statements"),
    Column("new", spare=True),
    Column("title", wide=True),
)


@click.command(
    "read",
    short_help="Read reports into the record and show what they say.",
    epilog=examples(
        "parley read talks.html",
        "parley read talks.txt --published 2025-03-17 --outlet 'Northern Ledger'",
        "parley read march/ --format jsonl > findings.jsonl",
        "parley read newsletters.mbox crawl.warc.gz feed.xml",
        "parley read https://example.org/talks.html",
        "cat talks.txt | parley read - --published 2025-03-17",
    ),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@click.option("--published", type=PUBLISHED, help="Day of publication (2025-03-17); weekdays count from it.")
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--url", metavar="URL", help="Where it was published.")
@click.option("--no-fetch", is_flag=True, help="Read only what is there; fetch nothing.")
@trust_option
@dossier_option
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def read_command(
    files: tuple[str, ...],
    no_fetch: bool,
    trusted: tuple[str, ...],
    dossier: str | None,
    form: str,
    record_path: str | None,
    **given: str | None,
) -> None:
    """Reads reports, writes what they say to the record, and shows it.

    FILE is a text, Markdown, HTML, JSON or JSON Lines file, an RSS, Atom or JSON feed, a sitemap, a saved
    page (.mhtml, .webarchive), a web archive (.warc, .warc.gz, .wacz), letters (.mbox, .eml), a folder of
    them, a web address, or - for the standard input. Date, outlet and address come from the options, else
    from the report's own metadata, else (the date only) from its file name. A text file may begin with
    "title:", "outlet:", "published:" and "url:", a line each, between two lines of "---". Reading a report
    again adds nothing.

    Pages are fetched where FILE is a web address, and where a feed or sitemap gives only the address of a
    report. Only public addresses are, and what robots.txt forbids is not.

    One report is shown with its statements, several with one line each. A file that cannot be read is named
    and the others are read; the exit status is then 1. Files of other kinds in a folder are named and left
    out.
    """
    from parley.cli.reading_run import count_inputs, read_into
    from parley.record import open_record
    from parley.reports import take_in

    found = take_in(files, fetcher=None if no_fetch else load_fetcher(trusted), **given)
    with open_record(record_path) as record, Progress(count_inputs(files), "reports") as progress:
        kept = _Kept(read_into(record, found, reader_loader(dossier)), progress, Format(form))
        write_kept(kept, Format(form))
        if form == Format.TABLE:
            kept.say(f"{kept.told()} The record: {record.place}")
    if kept.failed or (kept.left_out and not kept.read):
        click.get_current_context().exit(1)


def load_reader() -> Reader:
    """The language engine that travels in the package, and the findings built on it."""
    from concurrent.futures import ThreadPoolExecutor

    from parley.cli.reading_run import Reader
    from parley.language import load_engine

    with ThreadPoolExecutor(1) as pool:
        # The model is read outside the interpreter, which takes in the rules meanwhile.
        loading = pool.submit(load_engine)
        from parley.reading import engine_name, read_report

        engine = loading.result()
    return Reader(engine_name(engine), lambda report: read_report(report, engine))


def reader_loader(dossier: str | None) -> Callable[[], Reader]:
    """What loads the reader; with a dossier, whose names go into what is read."""
    if dossier is None:
        return load_reader
    from parley.cli.reading_run import Reader
    from parley.dossier import load_dossier
    from parley.dossier.naming import engine_with, with_names
    from parley.lending import namings_of
    from parley.vocabulary.geography import lent

    used = load_dossier(dossier)

    def load() -> Reader:
        plain = load_reader()

        def read(report: Report) -> ReadReport:
            with lent(namings_of(used)):
                return with_names(plain.read(report), used)

        return Reader(engine_with(plain.engine, used), read)

    return load


class _Kept:
    """What was kept, passed on one by one; what could not be is told on the standard error and counted."""

    def __init__(self, found: Iterable[Kept | Unreadable], progress: Progress, form: Format) -> None:
        self._found = found
        self._progress = progress
        self._passing_on = form is not Format.TABLE
        self._dated_by_name = 0
        self._first_dated = ""
        self.read = 0
        self.new = 0
        self.failed = 0
        self.left_out = 0

    def __iter__(self) -> Iterator[Kept]:
        from parley.reports import Unreadable

        for item in self._found:
            if isinstance(item, Unreadable):
                self.failed += not item.skipped
                self.left_out += item.skipped
                self._say_all(item.origin, [item.reason])
                self._progress.step(item.origin)
                continue
            self.read += 1
            self.new += item.new
            origin = item.read.report.origin or item.read.report.id
            if self._passing_on:
                self._progress.clear()
            else:
                self._say_all(origin, self._apart(origin, item.read))
            yield item
            self._progress.step(origin)
        self._progress.clear()
        if self._dated_by_name == 1:
            self.say(self._first_dated)
        elif self._dated_by_name:
            self.say(f"The dates of {self._dated_by_name} reports are taken from their file names.")

    def _apart(self, origin: str, read: ReadReport) -> list[str]:
        """What must be known of a report, without a date by its name: that is told of all reports at once."""
        from parley.cli.words import notes

        sentences = notes(read)
        if read.report.published_from != "file name":
            return sentences
        self._dated_by_name += 1
        self._first_dated = self._first_dated or f"{origin}: {sentences[0]}"
        return sentences[1:]

    def say(self, line: str) -> None:
        """Prints a line to the standard error."""
        self._progress.clear()
        click.echo(one_line(line), err=True)

    def _say_all(self, origin: str, sentences: Iterable[str]) -> None:
        """Prints sentences about an input to the standard error."""
        for sentence in sentences:
            self.say(f"{origin}: {sentence}")

    def told(self) -> str:
        """How it went, in one or two sentences."""
        reports = "1 report" if self.read == 1 else f"{self.read} reports"
        failed = f" {self.failed} could not be read." if self.failed else ""
        left_out = f" {self.left_out} left out." if self.left_out else ""
        return f"Read {reports}, {self.new} new.{failed}{left_out}"


def write_kept(kept: Iterable[Kept], form: Format) -> None:
    """Writes what reports say: findings as they come, a table when all are read."""
    from parley.cli import output
    from parley.cli.ledger import write_statements

    if form is Format.JSONL:
        output.write_jsonl(_objects(kept))
    elif form is Format.JSON:
        output.write_json(_objects(kept))
    elif form is Format.CSV:
        write_statements((pair for one in kept for pair in _statements(one)), form)
    else:
        _write_tables(kept)


def _objects(kept: Iterable[Kept]) -> Iterator[Object]:
    """All objects of the findings format, each report's own first."""
    for one in kept:
        yield from one.objects


def _statements(kept: Kept) -> Iterator[tuple[Object, Report]]:
    """The statements of a report, each with the report."""
    for value in kept.objects:
        if value["type"] == "statement":
            yield value, kept.read.report


def _write_tables(kept: Iterable[Kept]) -> None:
    """One report with its statements; several with a line each, and only the lines kept in memory."""
    from parley.cli.ledger import write_statements
    from parley.cli.table import write_table
    from parley.cli.words import heading

    reports = iter(kept)
    first = next(reports, None)
    if first is None:
        return
    rows = [_row(first), *map(_row, reports)]
    if len(rows) == 1:
        none = "No statement was found in it. `parley coverage` says what was not understood."
        write_statements(_statements(first), Format.TABLE, heading(first.read.report), none)
    else:
        write_table(_COLUMNS, rows)


def _row(kept: Kept) -> tuple[object, ...]:
    """A report as a line among several."""
    from parley.views.titles import called

    report = kept.read.report
    new, count = "yes" if kept.new else "no", len(kept.read.statements)
    return report.id, report.published, report.outlet, count, new, called(report.title, report.origin)
