"""`parley board`: where each side stands on each issue."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column
from parley.cli.terminal import is_terminal

if TYPE_CHECKING:
    from parley.record import Record
    from parley.views.board import Board, Cell, Stand

Line = tuple[object, ...]
_COLUMNS = (
    Column("party", "bold", most=16),
    Column("issue", "cyan", most=12),
    Column("stance", most=18),
    Column("as of", most=13),
    Column("told", most=10),
    Column("checked", most=9),
    Column("id", "dim", spare=True, cut=9),
    Column("what, and if what", wide=True),
)
_TELLING = 3
"""Words from which on what a stance is on can be understood without its sentence."""
_MANY = 1000
"""Cells of a board that is too long to be read line by line; looking up words would only make it slow."""
_FIELDS = (
    "party",
    "topic",
    "issue",
    "standing",
    "ascribed_by",
    "stance",
    "on",
    "conditions",
    "day",
    "day_from",
    "reports",
    "findings",
    "checked",
    "sources",
)


@click.command(
    "board",
    short_help="Show where each side stands on each issue.",
    epilog=examples(
        "parley board",
        "parley board --party kardeva --as-of 2025-06-03",
        "parley board --issue cease-fire --format csv > positions.csv",
    ),
)
@click.option("--as-of", type=DATE, help="Leave out what is later than this date (YYYY[-MM[-DD]]).")
@click.option("--party", metavar="NAME", help="Words of the party's name, in any order.")
@click.option("--issue", metavar="WORDS", help="Words of the issue, in any order.")
@click.option("--history", is_flag=True, help="In the table, list earlier own stances too.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def board_command(
    as_of: str | None,
    party: str | None,
    issue: str | None,
    history: bool,
    form: str,
    record_path: str | None,
) -> None:
    """Shows each party's latest own stance on each issue: its day, what it is on, and [its conditions].

    What somebody else says of a party stands in lines of its own that name who says so. "by" before a date
    means that the report gives none: it is the day the report came out. TOLD says how many independent
    sources tell it, and how many copies of those. Where a stance is on a word or two only, the words of the
    report stand behind it. A party without a line on an issue was not found to say anything of it; it need
    not be neutral.
    """
    from parley.cli.asked import asked_record
    from parley.views.board import board

    with asked_record(record_path) as record:
        found = board(record, as_of, party=party, issue=issue)
        none = "" if found.cells else _none(board(record, as_of), party, issue)
        _write(record, found, Format(form), history, none)


def _none(whole: Board, party: str | None, issue: str | None) -> str:
    """What to say where no stance answers: what there is instead."""
    from parley.cli.near import meant, there_are

    if not whole.cells:
        return "No stance was found. `parley coverage` says what was not understood."
    parties = [cell.party for cell in whole.cells]
    told = ["No stance was found that answers this."]
    if party is not None:
        told += [meant(party, parties) or there_are("Parties with a stance", parties)]
    if issue is not None:
        told += [there_are("Issues", [cell.issue or "other" for cell in whole.cells])]
    return " ".join(filter(None, told))


def _write(record: Record, found: Board, form: Format, history: bool, none: str) -> None:
    from parley.cli import output
    from parley.cli.table import write_table

    if form is Format.JSON:
        output.write_json(asdict(cell) for cell in found.cells)
    elif form is Format.JSONL:
        output.write_jsonl(asdict(cell) for cell in found.cells)
    elif form is Format.CSV:
        output.write_csv(_FIELDS, (row for cell in found.cells for row in _flat(cell)))
    else:
        lookup = record if len(found.cells) <= _MANY else None
        lines = [line for cell in found.cells for line in _lines(lookup, cell, history)]
        write_table(_COLUMNS, _told_once(lines) if is_terminal(sys.stdout) else lines, none=none)


def _told_once(lines: Sequence[Line]) -> list[Line]:
    """Lines without the party and the issue that the line above has."""
    shown = []
    for above, line in zip([(None, None), *lines], lines, strict=False):
        party = None if line[0] == above[0] else line[0]
        issue = None if line[:2] == above[:2] else line[1]
        shown.append((party, issue, *line[2:]))
    return shown


def _flat(cell: Cell) -> Iterator[tuple[object, ...]]:
    """A cell as rows of `_FIELDS`, one a stand."""
    standings = (("latest", cell.latest), ("earlier", cell.earlier), ("ascribed", cell.ascribed))
    for standing, stands in standings:
        for stand in stands:
            row: dict[str, Any] = asdict(cell) | asdict(stand) | {"standing": standing}
            for name in ("on", "conditions", "reports", "findings"):
                row[name] = "; ".join(row[name])
            yield tuple(row[name] for name in _FIELDS)


def _lines(record: Record | None, cell: Cell, history: bool) -> Iterator[Line]:
    """A cell as lines of a table: the own stances, then what others say, a line each."""
    from parley.views.folding import independence

    earlier = cell.earlier if history else ()
    for stand in (*cell.latest, *earlier, *cell.ascribed):
        stance = f"before: {_stance(stand)}" if stand in earlier else _stance(stand)
        words = " ".join([*_on(record, stand), *(f"[{condition}]" for condition in stand.conditions)])
        told = (
            independence(stand.sources, len(stand.reports) - stand.sources),
            stand.checked,
            stand.findings[0],
            words,
        )
        yield cell.party, cell.issue or "other", stance, _day(stand), *told


def _on(record: Record | None, stand: Stand) -> Iterator[str]:
    """What a stance is on; where that is a word or two ("deal"), also the words of the report."""
    from parley.model import words_at

    on = "; ".join(stand.on)
    yield on
    if record is not None and len(on.split()) < _TELLING:
        stored = record.finding(stand.findings[0])
        text = stored.report.text
        yield f"(“{words_at(stored.finding.evidence, text)}”)"


def _stance(stand: Stand) -> str:
    """The stance in words, with who says so where it is not the party."""
    stance = stand.stance.value.replace("_", " ")
    if stand.ascribed_by is None:
        return stance
    teller = "the report" if stand.ascribed_by == "reporter" else stand.ascribed_by
    return f"{stance}, says {teller}"


def _day(stand: Stand) -> str:
    if stand.day is None:
        return ""
    return stand.day if stand.day_from == "as_of" else f"by {stand.day}"
