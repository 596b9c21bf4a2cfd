"""The grammar of time expressions: patterns over the symbols of `words.py`, and what each means.

The first pattern that matches at a place and whose reading does not decline counts, so that the specific
stand before the general.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from parley.language.times import days, durations, periods
from parley.language.times.phrase import Phrase, Value

# Symbols at least one of which every time expression holds; runs of words without any are passed over.
CORE = "WwMYGKZqyrRPSEuUezJQDO"

# A number in words or digits: "three", "twenty-five", "three to four", "two and a half", "a couple of".
_COUNT = r"(?:a?in?o?|Ha|[nD#a](?:-?n)?(?:[2|-][nD#](?:-?n)?)?(?:&aH)?)"
_YEAR = r"(?:,?Y|o?[hLX]u)?"
# "mid-", "the late", "the end of".
_EDGE = r"(?:t?%o|t?~-?)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time."""

    pattern: re.Pattern[str]
    read: Callable[[Phrase], Value | None]


_RULES: tuple[tuple[str, Callable[[Phrase], Value | None]], ...] = (
    (r"Y-D-D|D-D-Y|Z", days.written_date),
    (rf"bM[DO]&M?[DO]{_YEAR}|F?M[DO][-2]M?[DO]{_YEAR}|Mr{_YEAR}|rM{_YEAR}", days.day_range),
    (rf"F?[DO][-2][DO]o?M{_YEAR}|b[DO]&[DO]o?M{_YEAR}|F?[DO]M[-2][DO]M{_YEAR}", days.day_range),
    (r"y", periods.year_range),
    (r"FY[2-]Y|bY&Y", durations.year_interval),
    (rf"(?:W,?)?(?:~I?)?M[DO]{_YEAR}P?", days.calendar_date),
    (rf"(?:W,?)?t?[DO]o?M{_YEAR}P?", days.calendar_date),
    (rf"{_EDGE}M(?:,|o)?Y|{_EDGE}Mo?[hLX]u", periods.month_of_year),
    (r"t?~?[hLX]?O-?u(?:o?(?:t?[hLX]u|Y))?", periods.numbered_period),
    (r"qo?Y?", periods.quarter_code),
    (rf"t?[OL]uoM{_YEAR}", periods.week_of_month),
    (r"FW[2-]W|bW&W|W&W", days.weekday_range),
    (r"(?:Kp?|Dp)I?W", durations.clock),
    (rf"P[Io]M[DO]{_YEAR}", days.calendar_date),
    (r"P[Io]W", days.weekday),
    (r"(?:~I?)?Wo?[LXh]u", days.weekday),
    (r"(?:t?[LXh]X?|~I?)?W(?:-?P)?@?", days.weekday),
    (r"t?u[vV]R", days.relative_day),
    (r"[~<>]?R(?:-?P)?@?|~?[hL]P", days.relative_day),
    (r"[<>]?t?=u|[<>]?d[uP]|t[XL]u|[<>~]Itu|tX[uP]", days.anchored_day),
    (rf"{_COUNT}[uU](?:[g<>]|FQ)", durations.away_from),
    (r"(?:t?%o)?[<>~]?t?[LXh=d]L?u|t?%otu|[<>~]Itu", periods.period_near),
    (r"(?:t?[LXh]X?|~)?So?(?:Y|[LXh]u)|t?[LXh]X?S", periods.season),
    (r"(?:[LXh]X?|t[LX]?)?E", periods.weekend),
    (rf"{_EDGE}[LXh]?M", periods.month_alone),
    (rf"e(?:{_COUNT})?[uUWP]|z|wP?", durations.repeated),
    (r"Kp?|Dp", durations.clock),
    (rf"J|{_COUNT}?-?u-l", durations.lasting),
    (rf"(?:t?[LXh]?{_COUNT}-?[uU]|t?[LX]U|t[LX]u|U)(?!-?x)", durations.duration),
    (rf"{_EDGE}Y", periods.year_alone),
    (r"t?~?-?'?G", periods.decade),
    (r"(?:~It?)?P|tP", days.part_of_named_day),
    (r"Q", periods.vague),
)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules, compiled once, in the order in which they are tried."""
    return tuple(Rule(re.compile(pattern), read) for pattern, read in _RULES)
