"""A calendar as iCalendar (RFC 5545), for any program that shows calendars.

Dated encounters become all-day events. What a report gives only to the month or year is left out: an event of
a whole year would say more than the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from parley.model import EncounterStatus
from parley.record.days import days
from parley.views.calendar import CalendarEntry

# Octets a line of iCalendar may have before it must be folded (RFC 5545, 3.1).
_WIDTH = 75
# Longer than this, a date is no day in a calendar.
_LONGEST = timedelta(days=31)
_OFF = frozenset({EncounterStatus.CANCELLED, EncounterStatus.POSTPONED, EncounterStatus.DENIED})


def icalendar(entries: Iterable[CalendarEntry], about: Mapping[str, str] | None = None) -> str:
    """The dated encounters as one iCalendar object, lines ended by CR LF.

    Args:
        entries: from `parley.views.calendar.calendar`.
        about: what the calendar says of itself, such as the record's version: ``X-PARLEY-…`` properties.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//parley//calendar//EN", "CALSCALE:GREGORIAN"]
    lines += [
        f"X-PARLEY-{name.upper().replace('_', '-')}:{_text(value)}" for name, value in (about or {}).items()
    ]
    for entry in entries:
        lines.extend(_event(entry))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(entry: CalendarEntry) -> Iterator[str]:
    """The lines of an event; none where the encounter has no day."""
    held = days(entry.on)
    if held is None:
        return
    first, last = (date.fromisoformat(day) for day in held)
    if last - first > _LONGEST or len(entry.on or "") < len("2025-03-18"):
        return
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.findings[0]}@parley"
    yield f"DTSTAMP:{_utc(entry.told)}"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_after(last):%Y%m%d}"
    yield f"SUMMARY:{_text(_title(entry))}"
    if entry.place:
        yield f"LOCATION:{_text(entry.place)}"
    description = _description(entry)
    if description:
        yield f"DESCRIPTION:{_text(description)}"
    yield f"STATUS:{_status(entry.status)}"
    yield f"X-PARLEY-CHECKED:{entry.checked}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _after(day: date) -> date:
    """The day after, which ends an all-day event; the last day there is has none."""
    return day if day == date.max else day + timedelta(days=1)


def _title(entry: CalendarEntry) -> str:
    names = ", ".join(entry.participants)
    title = f"{entry.form.capitalize()}: {names}" if names else entry.form.capitalize()
    known = {EncounterStatus.HELD, EncounterStatus.SCHEDULED}
    return title if entry.status in known else f"{title} ({entry.status})"


def _description(entry: CalendarEntry) -> str:
    lines = []
    if entry.agenda:
        lines.append(f"Agenda: {'; '.join(entry.agenda)}")
    if entry.agenda_withheld_by:
        lines.append(f"Agenda withheld by {entry.agenda_withheld_by}")
    if entry.duration:
        lines.append(f"Lasted: {entry.duration}")
    return "\n".join(lines)


def _status(status: EncounterStatus) -> str:
    if status in _OFF:
        return "CANCELLED"
    return "TENTATIVE" if status is EncounterStatus.PROPOSED else "CONFIRMED"


def _utc(moment: str) -> str:
    """An ISO 8601 time in UTC as iCalendar writes it."""
    digits = "".join(character for character in moment.split(".")[0].split("+")[0] if character.isdigit())
    return f"{digits[:8]}T{digits[8:14].ljust(6, '0')}Z"


def _text(value: str) -> str:
    """A value with the characters escaped that iCalendar gives a meaning."""
    escaped = value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in parts of at most 75 octets, the later ones led by a space; no character is split."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode("utf-8"))
        if size + octets > _WIDTH:
            yield part
            part, size = " ", 1
        part, size = part + character, size + octets
    yield part
