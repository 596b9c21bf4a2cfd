"""Days of publication: read from what people and pages write, checked, kept as EDTF."""

from __future__ import annotations

import datetime
import re

from parley.reports.unreadable import BadDate

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%])?")
_TIMESTAMP = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,].*)?", re.DOTALL)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WORDED = (
    re.compile(
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]+{_MONTH},?[ -]+(?P<year>\d{{4}})\b", re.IGNORECASE
    ),
    re.compile(rf"\b{_MONTH} +(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? +(?P<year>\d{{4}})\b", re.IGNORECASE),
)
_IN_FILE_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_.])(\d{2})\2(\d{2})(?!\d)")
_PACKED_IN_FILE_NAME = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_.-]|$)", re.IGNORECASE)


def publication_date(value: str) -> str:
    """The EDTF date that `value` means.

    Args:
        value: a year, month or day in EDTF, a time stamp, or a day in English words.

    Returns:
        Its EDTF date ("2025-03-17"; "2025-03~").

    Raises:
        BadDate: when it is none of these, or names a day that does not exist.
    """
    value = value.strip()
    if match := _EDTF.fullmatch(value):
        _check(value, *match.group(1, 2, 3))
        return value
    if match := _TIMESTAMP.fullmatch(value) or _DIGITS.fullmatch(value):
        return _check(value, *match.groups())
    for pattern in _WORDED:
        if match := pattern.search(value):
            month = _MONTHS[match["month"].lower()]
            return _check(value, match["year"], str(month), match["day"])
    raise BadDate(f"“{_shortened(value)}” is not a date Parley can read; write it as 2025-03-17.")


def date_in_file_name(name: str) -> str | None:
    """The day a file's name gives: the one it begins with, or the only one in it; else None.

    Raises:
        BadDate: when the name spells a day (2025-02-30) that does not exist.
    """
    found = [(match.start(), match.group(1, 3, 4)) for match in _IN_FILE_NAME.finditer(name)]
    days = [(start, _check("-".join(parts), *parts)) for start, parts in found]
    if not days:
        packed = _PACKED_IN_FILE_NAME.finditer(name)
        days = [(match.start(), _day(*match.groups())) for match in packed if _exists(*match.groups())]
    if days and (days[0][0] == 0 or len({day for _, day in days}) == 1):
        return days[0][1]
    return None


def date_in_address(url: str) -> str | None:
    """The day in a web address of the form `/2025/03/17/` or `/2025/mar/17/`, or None."""
    match = _IN_ADDRESS.search(url)
    if match is None:
        return None
    year, month, day = match.groups()
    month = str(_MONTHS.get(month.lower(), month))
    return _day(year, month, day) if month.isdigit() and _exists(year, month, day) else None


def days_between(first: str, second: str) -> int | None:
    """How many days lie between two EDTF dates, or None where one of them is not a plain day."""
    if len(first) != len("2025-03-17") or len(second) != len("2025-03-17"):
        return None
    return abs((datetime.date.fromisoformat(first) - datetime.date.fromisoformat(second)).days)


def _check(value: str, year: str, month: str | None = None, day: str | None = None) -> str:
    if not _exists(year, month or "1", day or "1"):
        raise BadDate(
            f"“{_shortened(value)}” is a date that does not exist; write a real one, like 2025-03-17."
        )
    return _day(year, month or "1", day or "1")


def _day(year: str, month: str, day: str) -> str:
    return f"{year}-{int(month):02}-{int(day):02}"


def _exists(year: str, month: str, day: str) -> bool:
    try:
        datetime.date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _shortened(value: str) -> str:
    words = " ".join(value.split())
    return words if len(words) <= 40 else words[:39] + "…"
