"""`parley calendar`: the encounters of the record by day."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import click

from parley.cli.dates import DATE
from parley.cli.options import examples, format_option, record_option
from parley.cli.output import Format
from parley.cli.table import Column

if TYPE_CHECKING:
    from parley.views.calendar import CalendarEntry

_COLUMNS = (
    Column("on", "bold"),
    Column("status"),
    Column("form"),
    Column("place", spare=True),
    Column("checked", spare=True),
    Column("id", "dim", spare=True, cut=9),
    Column("participants", most=44),
    Column("history", wide=True),
)
_STATUSES = ("proposed", "scheduled", "underway", "held", "postponed", "cancelled", "denied")
_NONE = "No encounter was found that answers this."
_LISTS = ("participants", "agenda", "reports", "findings")


@click.command(
    "calendar",
    short_help="List calls, meetings, talks and visits by day.",
    epilog=examples(
        "parley calendar --since 2025-03-17",
        "parley calendar --status scheduled --status proposed   # what is still planned",
        "parley calendar --format ics > talks.ics",
    ),
)
@click.option("--since", type=DATE, help="Leave out what was over before this date (YYYY[-MM[-DD]]).")
@click.option("--until", type=DATE, help="Leave out what begins after this date (YYYY[-MM[-DD]]).")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(_STATUSES),
    help="Only those that have come so far; may be repeated.",
)
@format_option(Format.TABLE, Format.JSON, Format.JSONL, Format.CSV, Format.ICS)
@record_option
def calendar_command(
    since: str | None, until: str | None, statuses: tuple[str, ...], form: str, record_path: str | None
) -> None:
    """Lists what was held, what is planned and what was called off, by day; undated encounters last.

    What was planned stays planned until a report tells that it was held or called off. One line an encounter,
    however many reports tell of it: STATUS says how far it has come, HISTORY from which day on reports had it
    so, and how many did.
    """
    from parley.cli.asked import asked_record
    from parley.cli.rows import write_rows
    from parley.model import EncounterStatus
    from parley.views.calendar import CalendarEntry, calendar

    with asked_record(record_path) as record:
        entries = calendar(record, since, until, statuses=map(EncounterStatus, statuses))
        version = record.version()
    if form == Format.ICS:
        asked = {"since": since, "until": until, "status": " ".join(statuses)}
        filters = " ".join(f"{name}:{value}" for name, value in asked.items() if value)
        _write_icalendar(entries, {"record_version": version, "filters": filters})
        return
    joined = form in {Format.TABLE, Format.CSV}
    rows = [_row(entry, joined=joined) for entry in entries]
    write_rows([field.name for field in fields(CalendarEntry)], rows, _COLUMNS, Format(form), _NONE)


def _row(entry: CalendarEntry, *, joined: bool) -> dict[str, Any]:
    """An entry as cells; lists become one cell where a row is flat."""
    row = asdict(entry)
    if joined:
        row["id"] = entry.findings[0]
        row.update({name: "; ".join(row[name]) for name in _LISTS})
        row["history"] = _history(entry)
    return row


def _history(entry: CalendarEntry) -> str:
    """How it came to where it is: "2025-03-16 scheduled (2), 2025-03-18 held (5)"."""
    stages = []
    for stage in entry.history:
        day = f" for {stage.on}" if stage.on and stage.on != entry.on else ""
        stages.append(f"{stage.told or 'undated'} {stage.status}{day} ({len(stage.reports)})")
    return ", ".join(stages)


def _write_icalendar(entries: list[CalendarEntry], about: dict[str, str]) -> None:
    from parley.views.icalendar import icalendar

    click.echo(icalendar(entries, about), nl=False)
