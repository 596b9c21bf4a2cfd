"""`parley events`: what happened on the ground and in politics, by day."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.views.events import EventEntry

_COLUMNS = (
    Column("on", "cyan", most=13),
    Column("code", "bold", most=10),
    Column("actor", most=20),
    Column("target", most=20),
    Column("place", spare=True, most=16),
    Column("factuality", most=12),
    Column("claimed by", spare=True, most=18),
    Column("checked", spare=True, most=9),
    Column("id", "dim", cut=9),
    Column("words", wide=True),
)
_LISTS = ("reports", "findings")
_FACTUALITIES = ("asserted", "attributed", "denied", "hypothetical", "future")


@click.command(
    "events",
    short_help="List what happened on the ground and in politics.",
    epilog=examples(
        "parley events --party kardeva --since 2025-06-01",
        "parley events --code assault --factuality asserted",
        "parley events --place 'lake region' --format csv > events.csv",
    ),
)
@click.option("--party", metavar="NAME", help="Words of the name of a side, in any order.")
@click.option("--code", metavar="CLASS", help="A root class of PLOVER: ASSAULT, SANCTION, AGREE ...")
@click.option("--since", type=DATE, help="Leave out what was over before this date (YYYY[-MM[-DD]]).")
@click.option("--until", type=DATE, help="Leave out what began after this date (YYYY[-MM[-DD]]).")
@click.option("--factuality", type=click.Choice(_FACTUALITIES), help="How real the report makes it.")
@click.option("--place", metavar="WORDS", help="Words of the place, in any order.")
@click.option("--text", metavar="WORDS", help="Words of the report that show it, in any order.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def events_command(form: str, record_path: str | None, **asked: Any) -> None:
    """Lists events: who did what to whom, when and where, and who says so where it is not the report.

    CODE is a root class of PLOVER. What the report itself tells is asserted; what somebody else says is
    attributed, to CLAIMED BY; what is denied, supposed or only ahead is marked so. An event without a date
    stands at the day its report came out.
    """
    from parley.cli.asked import asked_record
    from parley.cli.rows import write_rows
    from parley.views.events import EventEntry, Wanted, events

    _check_code(asked["code"])
    with asked_record(record_path) as record:
        found = events(record, Wanted(**asked))
    if form == Format.TABLE:
        _write_table(found)
        return
    rows = [_row(entry, joined=form == Format.CSV) for entry in found]
    write_rows([field.name for field in fields(EventEntry)], rows, _COLUMNS, Format(form))


def _check_code(code: str | None) -> None:
    """Says that a class is none of PLOVER's.

    Raises:
        click.BadParameter: when it is not.
    """
    from parley.vocabulary.events import folded_codes, root_codes

    if code is None or folded_codes(code.upper()) <= set(root_codes()):
        return
    known = ", ".join(root_codes())
    raise click.BadParameter(f"{code!r} is not a class of PLOVER: {known}.", param_hint="--code")


def _row(entry: EventEntry, *, joined: bool) -> dict[str, Any]:
    """An entry as cells; lists become one cell where a row is flat."""
    row = asdict(entry)
    if joined:
        row.update({name: "; ".join(row[name]) for name in _LISTS})
    return row


def _write_table(found: list[EventEntry]) -> None:
    from parley.cli.table import write_table

    lines = [
        (
            entry.on or (f"by {entry.published}" if entry.published else None),
            entry.code,
            entry.actor,
            entry.target,
            entry.place,
            entry.factuality,
            entry.claimed_by,
            entry.checked,
            entry.findings[0],
            entry.words,
        )
        for entry in found
    ]
    write_table(_COLUMNS, lines, none="No event was found that answers this.")
