"""`parley timeline`: everything with a day, in one order."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.views.timeline import TimelineEntry

_KINDS = ("encounter", "event", "position", "proposal", "commitment", "statement")
_COLUMNS = (
    Column("day", "bold"),
    Column("kind", "cyan"),
    Column("who", most=26),
    Column("standing", most=12),
    Column("checked", spare=True),
    Column("id", "dim", spare=True, cut=9),
    Column("what", wide=True),
)


@click.command(
    "timeline",
    short_help="List everything with a day, in one order.",
    epilog=examples(
        "parley timeline --since 2025-06-01",
        "parley timeline --kind encounter --kind event --who kardeva --format csv > timeline.csv",
    ),
)
@click.option("--since", type=DATE, help="Leave out what was over before this date.")
@click.option("--until", type=DATE, help="Leave out what began after this date.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Of this kind; may be repeated."
)
@click.option("--who", metavar="NAME", help="Words of a party's or person's name, in any order.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def timeline_command(
    since: str | None,
    until: str | None,
    kinds: tuple[str, ...],
    who: str | None,
    form: str,
    record_path: str | None,
) -> None:
    """Lists encounters, events, positions, proposals and commitments by day; statements where asked for.

    "by" before a day means that only the report is dated: it was so by that day. STANDING is the status of an
    encounter or commitment, how real the report makes an event, and whether a stance is a party's own word
    ("self") or what another says of it ("ascribed").
    """
    from parley.cli.asked import asked_record
    from parley.cli.rows import write_rows
    from parley.views.timeline import TimelineEntry, timeline

    with asked_record(record_path, copies=True) as record:
        found = timeline(record, since, until, kinds=kinds or _KINDS[:-1], who=who)
    names = [field.name for field in fields(TimelineEntry)]
    rows = [_line(entry) if form == Format.TABLE else asdict(entry) for entry in found]
    none = "Nothing with a day was found that answers this. `parley calendar` also has what has no day."
    write_rows(names, rows, _COLUMNS, Format(form), none)


def _line(entry: TimelineEntry) -> dict[str, str]:
    """An entry as a line of the table; a class of events alone would not say what happened."""
    from parley.model import Holder

    return {
        "day": entry.day if entry.day_from == "as_of" else f"by {entry.day}",
        "kind": entry.kind,
        "who": entry.who,
        "standing": "own" if entry.factuality == Holder.SELF else entry.factuality,
        "checked": entry.checked,
        "id": entry.finding,
        "what": f"{entry.what}: {entry.words}" if entry.kind == "event" else entry.what,
    }
