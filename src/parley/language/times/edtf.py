"""Dates as EDTF: the calendar arithmetic that time expressions need."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?$")


def parse_day(value: str | None) -> date | None:
    """The day an EDTF or ISO 8601 string names; None where it names no single existing day."""
    match = _DAY.match(value or "")
    return day(*(int(part) for part in match.groups())) if match else None


def day(year: int, month: int, number: int) -> date | None:
    """The day of that year, month and number; None where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]):
        return None
    return date(year, month, number)


def month(year: int, number: int) -> str:
    """A month as EDTF; `number` may run over the year's end either way."""
    year, index = year + (number - 1) // 12, (number - 1) % 12
    return f"{year:04d}-{index + 1:02d}"


def interval(start: date, end: date) -> str:
    """The days from `start` to `end`, both included."""
    return f"{start.isoformat()}/{end.isoformat()}" if start != end else start.isoformat()


def week(within: date, offset: int = 0) -> str:
    """The week, Monday to Sunday, `offset` weeks from the one `within` lies in.

    An interval, since EDTF has no week numbers.
    """
    monday = within - timedelta(days=within.weekday()) + timedelta(weeks=offset)
    return interval(monday, monday + timedelta(days=6))


def weekend(within: date, offset: int = 0) -> str:
    """The Saturday and Sunday of the week `offset` weeks from the one `within` lies in."""
    saturday = within - timedelta(days=within.weekday()) + timedelta(weeks=offset, days=5)
    return interval(saturday, saturday + timedelta(days=1))


def quarter(year: int, number: int) -> str:
    """A quarter in EDTF's level 2 codes, 33 to 36; `number` may run over the year's end either way."""
    return f"{year + (number - 1) // 4:04d}-{33 + (number - 1) % 4}"


def bounds(value: str) -> tuple[date, date] | None:
    """First and last day of an EDTF day, month, year or interval of days; None for anything else."""
    value = value.rstrip("~?%")
    start, _, end = value.partition("/")
    if end:
        first, last = bounds(start), bounds(end)
        return (first[0], last[1]) if first and last else None
    if single := parse_day(start):
        return single, single
    if match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", start):
        year, number = int(match[1]), int(match[2])
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    if re.fullmatch(r"[1-9]\d{3}", start):
        return date(int(start), 1, 1), date(int(start), 12, 31)
    return None
