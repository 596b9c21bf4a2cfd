"""What a time expression is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parley.model import Span


class TimeKind(StrEnum):
    """What a time expression names, as TimeML tells them apart."""

    DATE = "date"
    TIME_OF_DAY = "time of day"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words of a report that name a time.

    Attributes:
        span: where the words stand in the report's text.
        kind: date, time of day, duration or set.
        value: EDTF for dates and times of day (``2025-03-16``, ``2025-03-10/2025-03-16``), ISO 8601 for
            durations and the period of sets (``P3D``); None where the words and the report give no way
            to know.
        precision: how fine the value is ("day", "month", "minute"); for durations the unit counted.
        rule: how the value was found ("weekday in the past", "calendar date").
        reason: why `value` is None, else None.
        part_of_day: "morning", "night" and so on, where the words say so.
    """

    span: Span
    kind: TimeKind
    value: str | None
    precision: str
    rule: str
    reason: str | None = None
    part_of_day: str | None = None
