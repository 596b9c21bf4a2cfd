"""`parley ledger`: the statements of the record, all of them or those that answer a question."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import starmap
from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format

if TYPE_CHECKING:
    from parley.model import Report
    from parley.model.codec import Object
    from parley.record import LedgerFilter, Record
    from parley.views.folding import Told


@click.command(
    "ledger",
    short_help="List statements: who said what, when, for whom.",
    epilog=examples(
        "parley ledger --speaker brandt",
        "parley ledger --party solane --since 2025-06-01 --until 2025-06-07",
        "parley ledger --speech withheld           # who would not say, and what",
        "parley ledger --folded --speaker brandt",
        "parley ledger --text '\"stop filling\" reservoir' --format csv > statements.csv",
    ),
)
@click.option("--speaker", metavar="NAME", help="Words of the speaker's name, in any order.")
@click.option("--party", metavar="NAME", help="The party spoken for.")
@click.option("--since", type=DATE, help="Said on this day, month or year, or later: 2025-06-01.")
@click.option("--until", type=DATE, help="Said on this day, month or year, or earlier.")
@click.option(
    "--speech",
    type=click.Choice(["direct", "indirect", "mixed", "withheld"]),
    help="How the words are given.",
)
@click.option("--text", metavar="WORDS", help='Words of what was said, and "quoted phrases".')
@click.option("--report", metavar="REPORT", help="Only of this report: an id, its beginning, or a path.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many, the latest.")
@click.option("--rejected", is_flag=True, help="Show those that people rejected, too.")
@click.option(
    "--folded",
    is_flag=True,
    help="Each statement once, with how many independent sources and copies tell it.",
)
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def ledger_command(form: str, record_path: str | None, folded: bool, **asked: Any) -> None:
    """Lists statements: who said what, on whose behalf, when, and where the words are.

    Without options, all statements of the record; each option narrows. A statement whose day is not known
    counts as said when its report was published.

    With --folded, what copies of one report and reports that quote the same words tell is one statement. Its
    words are a clean report's where there is one; "altered" says that only machine paraphrases have them.
    """
    from parley.model import Speech
    from parley.record import LedgerFilter, open_record

    asked["speech"] = Speech(asked["speech"]) if asked["speech"] else None
    with open_record(record_path, create=False) as record:
        if folded:
            _write_folded(record, LedgerFilter(**asked), Format(form))
            return
        found = record.statements(LedgerFilter(**asked))
        none = "" if found or form != Format.TABLE else _none(record, asked)
        write_statements(((stored.object, stored.report) for stored in found), Format(form), none=none)


def _none(record: Record, asked: Mapping[str, Any]) -> str:
    """What to say where no statement answers: who is there instead."""
    from parley.cli.near import meant

    told = ["No statement was found that answers this."]
    if not any(asked.values()):
        return "The record has no statements. `parley coverage` says what was not understood."
    for option, names in (("speaker", "name"), ("party", "party")):
        if asked[option]:
            told.append(meant(asked[option], [getattr(person, names) for person in record.people()]))
    return " ".join(filter(None, [*told, "`parley people` lists who speaks, and for whom."]))


def _write_folded(record: Record, asked: LedgerFilter, form: Format) -> None:
    """Writes statements once each, with how often they are told."""
    from parley.views.folding import folded_statements

    told = folded_statements(record, asked)
    none = "" if told or form is not Format.TABLE else _none(record, asdict(asked))
    write_told(told, form, none)


def write_told(told: Sequence[Told], form: Format, none: str = "") -> None:
    """Writes statements once each, with how often they are told.

    Args:
        told: from `parley.views.folding`.
        form: how to write them.
        none: what is said where a table has no rows.
    """
    from parley.cli import output, words
    from parley.cli.table import Column, write_table

    if form is Format.JSON:
        output.write_json(one.object for one in told)
    elif form is Format.JSONL:
        output.write_jsonl(one.object for one in told)
    elif form is Format.CSV:
        rows = ((*words.statement_fields(one.object, one.shown.report), *one.counts) for one in told)
        output.write_csv((*words.STATEMENT_FIELDS, "sources", "copies", "altered"), rows)
    else:
        *columns, last = words.STATEMENT_COLUMNS
        lines = []
        for one in told:
            *cells, said = words.statement_row(one.object, one.shown.report)
            lines.append((*cells, one.told_by, said))
        write_table((*columns, Column("told by", most=14), last), lines, none=none)


def write_statements(
    statements: Iterable[tuple[Object, Report]], form: Format, title: str = "", none: str = ""
) -> None:
    """Writes statements in the findings format, or as rows of a table.

    Args:
        statements: in the findings format, each with the report it is of.
        form: how to write them.
        title: a line above a table, only on a terminal.
        none: what is said where a table has no rows.
    """
    from parley.cli import output, words
    from parley.cli.table import write_table

    if form is Format.JSON:
        output.write_json(value for value, _ in statements)
    elif form is Format.JSONL:
        output.write_jsonl(value for value, _ in statements)
    elif form is Format.CSV:
        output.write_csv(words.STATEMENT_FIELDS, starmap(words.statement_fields, statements))
    else:
        write_table(words.STATEMENT_COLUMNS, list(starmap(words.statement_row, statements)), title, none)
