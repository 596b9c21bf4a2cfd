"""`parley changes`: what is not as it was before a day."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.views.changes import Change, Side

_COLUMNS = (
    Column("kind", "bold"),
    Column("who", most=18),
    Column("topic", "cyan", most=12),
    Column("before", most=24),
    Column("after", most=30),
    Column("on", "dim"),
    Column("id", "dim", spare=True, cut=9),
    Column("words", wide=True),
)
_SIDE = ("value", "on", "conditions", "day", "words", "report", "outlet", "finding", "checked")
_NAMES = ("kind", "who", "topic", *(f"{side}_{name}" for side in ("before", "after") for name in _SIDE))


@click.command(
    "changes",
    short_help="Show what changed since a day.",
    epilog=examples(
        "parley changes --since 2025-06-04",
        "parley changes --since 2025-06-01 --until 2025-06-07 --format jsonl",
    ),
)
@click.option("--since", type=DATE, required=True, help="What is told from this date on is new.")
@click.option("--until", type=DATE, help="Leave out what is later than this date.")
@click.option("--party", metavar="NAME", help="Words of the name of a party, or of one who takes part.")
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV)
@record_option
def changes_command(
    since: str, until: str | None, party: str | None, form: str, record_path: str | None
) -> None:
    """Lists stances that are new, hardened, softened or withdrawn, with the words before and after.

    "new" is what no report told before that day; who was not heard again has not changed. Encounters come in
    when they are first told of, or when they come nearer, are held or fall through; proposals when they
    are first told of.
    """
    from parley.cli.asked import asked_record
    from parley.cli.rows import write_rows
    from parley.views.changes import changes

    with asked_record(record_path, copies=True) as record:
        found = changes(record, since, until, party=party)
    if form in {Format.JSON, Format.JSONL}:
        write_rows((), [asdict(one) for one in found], (), Format(form))
    else:
        names = _NAMES if form == Format.CSV else [column.heading for column in _COLUMNS]
        rows = [_flat(one) if form == Format.CSV else _line(one) for one in found]
        none = f"Nothing that the record holds is new since {since}. `parley reports` says what was read."
        write_rows(names, rows, _COLUMNS, Format(form), none)


def _line(change: Change) -> dict[str, Any]:
    """A change as a line of the table; the topic of a stance is its issue, where it has one."""
    stance = change.kind.value not in {"encounter", "proposal"}
    return {
        "kind": change.kind.value,
        "who": change.who,
        "topic": None if stance and change.topic == change.after.on else change.topic,
        "before": _short(change.before, stance),
        "after": _short(change.after, stance),
        "on": change.after.day,
        "id": change.after.finding,
        "words": f"{_quoted(change.before)}“{change.after.words}”",
    }


def _quoted(before: Side | None) -> str:
    """The words that show how it was, before those that show how it is: “may come” → “will come”."""
    return "" if before is None else f"“{before.words}” → "


def _short(side: Side | None, stance: bool) -> str | None:
    """A side in few words: its value, what a stance is on, its conditions."""
    if side is None:
        return None
    value = side.value.replace("_", " ")
    said = f"{value}: {side.on}" if stance else value
    return " ".join([said, *(f"[{condition}]" for condition in side.conditions)])


def _flat(change: Change) -> dict[str, Any]:
    """A change as a row of `_NAMES`."""
    row: dict[str, Any] = {"kind": change.kind.value, "who": change.who, "topic": change.topic}
    for place, side in (("before", change.before), ("after", change.after)):
        cells = asdict(side) if side is not None else dict.fromkeys(_SIDE)
        cells["conditions"] = "; ".join(cells["conditions"] or ())
        row.update({f"{place}_{name}": cells[name] for name in _SIDE})
    return row
