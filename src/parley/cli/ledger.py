"""`parley ledger`: the statements of the record, all of them or those that answer a question."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import starmap
from typing import TYPE_CHECKING, Any

import click

from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format

if TYPE_CHECKING:
    from parley.model import Report
    from parley.model.codec import Object


@click.command(
    "ledger",
    short_help="List statements: who said what, when, for whom.",
    epilog=examples(
        "parley ledger --speaker brandt",
        "parley ledger --party solane --since 2025-06-01 --until 2025-06-07",
        "parley ledger --speech withheld",
        "parley ledger --text '\"stop filling\" reservoir' --format csv > statements.csv",
    ),
)
@click.option("--speaker", metavar="NAME", help="Words of the speaker's name, in any order.")
@click.option("--party", metavar="NAME", help="The party spoken for.")
@click.option("--since", metavar="DATE", help="Said on this day, month or year, or later: 2025-06-01.")
@click.option("--until", metavar="DATE", help="Said on this day, month or year, or earlier.")
@click.option(
    "--speech",
    type=click.Choice(["direct", "indirect", "mixed", "withheld"]),
    help="How the words are given.",
)
@click.option("--text", metavar="WORDS", help='Words of what was said, and "quoted phrases".')
@click.option("--report", metavar="REPORT", help="Only of this report: an id, its beginning, or a path.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many, the latest.")
@click.option("--rejected", is_flag=True, help="Show those that people rejected, too.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def ledger_command(form: str, record_path: str | None, **asked: Any) -> None:
    """Lists statements: who said what, on whose behalf, when, and where the words are.

    Without options, all statements of the record; each option narrows. A statement whose day is not known
    counts as said when its report was published.
    """
    from parley.model import Speech
    from parley.record import LedgerFilter, open_record

    asked["speech"] = Speech(asked["speech"]) if asked["speech"] else None
    with open_record(record_path, create=False) as record:
        found = record.statements(LedgerFilter(**asked))
        write_statements(((stored.object, stored.report) for stored in found), Format(form))


def write_statements(statements: Iterable[tuple[Object, Report]], form: Format, title: str = "") -> None:
    """Writes statements in the findings format, or as rows of a table.

    Args:
        statements: in the findings format, each with the report it is of.
        form: how to write them.
        title: a line above a table, only on a terminal.
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
        write_table(words.STATEMENT_COLUMNS, list(starmap(words.statement_row, statements)), title)
