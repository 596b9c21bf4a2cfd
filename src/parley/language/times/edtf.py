"""Dates as EDTF: the calendar arithmetic that time expressions need."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

# The years in which a report may name a day, and those that counting from one may reach. The margin between
# them is wider than any single step ("the next century"), so that no step leaves the calendar.
YEARS = range(1000, 9000)
REACHED = range(500, 9500)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?$")


@lru_cache(maxsize=1 << 12)
def parse_day(value: str | None) -> date | None:
    """The day an EDTF or ISO 8601 string names; None where it names no single existing day."""
    match = _DAY.match(value or "")
    return day(*(int(part) for part in match.groups())) if match else None


def day(year: int, month: int, number: int) -> date | None:
    """The day of that year, month and number; None where the calendar has no such day."""
    if year not in YEARS or not 1 <= month <= 12 or not 1 <= number <= monthrange(year, month)[1]:
        return None
    return date(year, month, number)


def moved(start: date, days: int) -> date:
    """The day that many days after `start`, or before.

    Raises:
        OverflowError: where that lies outside `REACHED`.
    """
    found = start + timedelta(days=days)
    year(found.year)
    return found


def year(number: int) -> str:
    """A year as EDTF.

    Raises:
        OverflowError: where it lies outside `REACHED`.
    """
    if number not in REACHED:
        raise OverflowError(f"the year {number} lies outside the years that reports tell of")
    return f"{number:04d}"


def month(within: int, number: int) -> str:
    """A month of the year `within` as EDTF; `number` may run over the year's end either way."""
    return f"{year(within + (number - 1) // 12)}-{(number - 1) % 12 + 1:02d}"


def interval(start: date, end: date) -> str:
    """The days from `start` to `end`, both included."""
    return f"{start.isoformat()}/{end.isoformat()}" if start != end else start.isoformat()


def week(within: date, offset: int = 0) -> str:
    """The week, Monday to Sunday, `offset` weeks from the one `within` lies in.

    An interval, since EDTF has no week numbers.
    """
    monday = moved(within, 7 * offset - within.weekday())
    return interval(monday, monday + timedelta(days=6))


def weekend(within: date, offset: int = 0) -> str:
    """The Saturday and Sunday of the week `offset` weeks from the one `within` lies in."""
    saturday = moved(within, 7 * offset + 5 - within.weekday())
    return interval(saturday, saturday + timedelta(days=1))


def quarter(within: int, number: int) -> str:
    """A quarter of the year `within` in EDTF's level 2 codes, 33 to 36.

    `number` may run over the year's end either way.
    """
    return f"{year(within + (number - 1) // 4)}-{33 + (number - 1) % 4}"


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
