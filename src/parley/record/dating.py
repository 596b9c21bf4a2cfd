"""Which of the ways a text came dates it best, and which of its readings is therefore the current one.

A copy of Friday's story, put up again on Monday, must not move "on Thursday" by a week. So a date given by a
person is trusted before one of the page's metadata, that before one in a file name; of dates given by people
the latest holds (it corrects the earlier ones), of others the earliest.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from types import MappingProxyType
from typing import Protocol, TypeVar

from parley.record.days import days

_TRUST = MappingProxyType({"given": 4, "metadata": 3, "file name": 2})
_SOME_DATE, _NO_DATE = 1, 0

Rank = tuple[int, int]


class _Origin(Protocol):
    """What is looked at: a row of `origins`."""

    @property
    def number(self) -> int: ...
    @property
    def published(self) -> str | None: ...
    @property
    def published_from(self) -> str | None: ...


class _Reading(Protocol):
    """What is looked at: a row of `readings`."""

    @property
    def number(self) -> int: ...
    @property
    def engine(self) -> int: ...
    @property
    def published(self) -> str: ...


SomeOrigin = TypeVar("SomeOrigin", bound=_Origin)
SomeReading = TypeVar("SomeReading", bound=_Reading)


def best_origin(origins: Sequence[SomeOrigin], published: str) -> SomeOrigin:
    """The origin that dates a report best, of those with the date a reading counted from.

    Args:
        origins: all of the report's, at least one.
        published: the reading's date; empty for none.
    """
    agreeing = [origin for origin in origins if (origin.published or "") == published]
    return max(agreeing or origins, key=_rank)


def current_reading(readings: Sequence[SomeReading], origins: Sequence[SomeOrigin]) -> SomeReading:
    """The reading to show: of the engine the record met last, the one with the date that is trusted most.

    Args:
        readings: all complete readings of the report, at least one.
        origins: all of the report's, at least one.
    """

    def worth(reading: SomeReading) -> tuple[int, Rank, int]:
        return reading.engine, _rank(best_origin(origins, reading.published)), reading.number

    return max(readings, key=worth)


def _rank(origin: _Origin) -> Rank:
    """How far an origin's date is to be trusted; more is better."""
    known = days(origin.published)
    if known is None:
        return _NO_DATE, -origin.number
    if origin.published_from == "given":
        return _TRUST["given"], origin.number
    return _TRUST.get(origin.published_from or "", _SOME_DATE), -date.fromisoformat(known[0]).toordinal()
