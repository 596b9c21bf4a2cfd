"""Days as maps and tables write them: ISO, run together, Unix time, day first, month first."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

EARLIEST = date(1945, 1, 1)
"""No control map or incident feed goes further back; 1527 is a slip of the pen."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_RUN = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")
_UNIX = re.compile(r"(?<!\d)(1[0-9]{9})(\d{3})?(?!\d)")
_WORDS = re.compile(r"(?<!\d)(\d{1,2}) ([A-Za-z]{3,9})\.? (\d{4})|([A-Za-z]{3,9})\.? (\d{1,2}), (\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")


def day_in(text: str, *, day_first: bool = True) -> str | None:
    """The first day that a text or file name writes, as YYYY-MM-DD, or None.

    Args:
        text: such as `18 March 2025`, `deepstatemap_data_20250307`, `2025-03-07T22:46`, `1741301225`,
            `07/03/2025`, `05.03.22`.
        day_first: which of the two readings of `07/03/2025` is meant; where only one is a day, that one.
    """
    for pattern in (_ISO, _RUN):
        for found in pattern.finditer(text):
            day = _day(*(int(part) for part in found.groups()))
            if day:
                return day
    stamp = _UNIX.search(text)
    if stamp:
        return datetime.fromtimestamp(int(stamp[1]), UTC).date().isoformat()
    worded = _worded(text)
    if worded is not None:
        return worded
    parts = _PARTS.search(text)
    if parts is None:
        return None
    first, second, year = int(parts[1]), int(parts[3]), int(parts[4])
    year += 2000 if len(parts[4]) == 2 else 0
    readings = [_day(year, second, first), _day(year, first, second)]
    if not (day_first or parts[2] == "."):
        readings.reverse()
    return readings[0] or readings[1]


def _worded(text: str) -> str | None:
    """A day whose month is a word: `18 March 2025`, `March 18, 2025`."""
    for found in _WORDS.finditer(text):
        day, month, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        if month[:3].lower() in _MONTHS:
            return _day(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))
    return None


def moment_in(text: str) -> str | None:
    """The moment a Unix time stands for, in UTC, or the day a text writes, or None."""
    stamp = _UNIX.search(text)
    if stamp:
        return datetime.fromtimestamp(int(stamp[1]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return day_in(text)


def plausible(day: str) -> bool:
    """Whether a day (YYYY-MM-DD) can be that of a map or an incident: not before 1945, not after tomorrow."""
    try:
        given = date.fromisoformat(day)
    except ValueError:
        return False
    return EARLIEST <= given <= datetime.now(UTC).date() + timedelta(days=1)


def between(start: str, end: str) -> int:
    """Days from one day to another."""
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def before(day: str, days: int) -> str:
    """The day so many days earlier."""
    return (date.fromisoformat(day) - timedelta(days=days)).isoformat()


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
