"""The days an EDTF date stands for, so that dates of any precision can be compared."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import overload

from parley.record.errors import BadFilter

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?")
_OPEN = frozenset(("", ".."))
_FIRST_OF_ALL, _LAST_OF_ALL = date.min.isoformat(), date.max.isoformat()

Days = tuple[str, str]
"""First and last day, ISO 8601."""


def days(edtf: str | None) -> Days | None:
    """The first and last day a date may mean.

    Args:
        edtf: a year, month or day, an interval of them (an end may be open), with or without a qualifier.

    Returns:
        Both; None for no date, and for what is not one: a wrong date is never an error here.
    """
    if edtf is None:
        return None
    start, slash, end = edtf.strip().partition("/")
    if not slash:
        return _precise(start)
    first = (_FIRST_OF_ALL,) if start in _OPEN else _precise(start)
    last = (_LAST_OF_ALL,) if end in _OPEN else _precise(end)
    if first is None or last is None or first[0] > last[-1] or (start in _OPEN and end in _OPEN):
        return None
    return first[0], last[-1]


@overload
def asked_days(edtf: str) -> Days: ...


@overload
def asked_days(edtf: str | None) -> Days | None: ...


def asked_days(edtf: str | None) -> Days | None:
    """The first and last day of a date that somebody asks for; None where none was given.

    Raises:
        BadFilter: when it is not a date.
    """
    found = days(edtf)
    if edtf is not None and found is None:
        raise BadFilter(not_a_date(edtf))
    return found


def not_a_date(written: str) -> str:
    """The sentence about something that was given as a date and is none."""
    return f"{written!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD."


def check_order(since: str | None, until: str | None) -> None:
    """Make sure that some day can be asked for.

    Args:
        since: EDTF date, or None.
        until: EDTF date, or None.

    Raises:
        BadFilter: when the first is later than the second.
    """
    first, last = days(since), days(until)
    if first is not None and last is not None and first[0] > last[1]:
        raise BadFilter(f"No day is both from {since} on and until {until}: the first is the later.")


def _precise(edtf: str) -> Days | None:
    """The first and last day of a year, month or day; None when it is none or does not exist."""
    found = _DATE.fullmatch(edtf)
    if not found:
        return None
    year = int(found["year"])
    first_month, last_month = (int(found["month"]),) * 2 if found["month"] else (1, 12)
    try:
        first = date(year, first_month, int(found["day"] or 1))
        last = date(year, last_month, int(found["day"] or monthrange(year, last_month)[1]))
    except ValueError:
        return None
    return first.isoformat(), last.isoformat()
