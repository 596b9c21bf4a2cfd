"""Phrases that name a day: calendar dates, weekdays, and days counted from another."""

from __future__ import annotations

import re
from datetime import date, timedelta

from parley.language.times import edtf
from parley.language.times.direction import Direction
from parley.language.times.phrase import NO_BASE, Phrase, Value, period, single_day, unresolved

# How much farther a day on the wrong side of the report may seem than one on the side the verb points to.
WRONG_SIDE = 3
# A bare weekday that was yesterday's means yesterday, whatever the verb ("were expected to meet on Thursday",
# in a Friday report): of six days ahead reporters write "next". The three misses of this kind
# looked at in TempEval-3 were all past.
YESTERDAY = 1


def written_date(phrase: Phrase) -> Value | None:
    """`2025-03-16`, `03/16/2025`, `16.03.2025`, `16-03-2025`."""
    numbers = [int(part) for word in phrase.all("YDZ") for part in re.findall(r"\d+", word.lower)]
    if numbers[0] > 31:
        year, month, number = numbers
    elif "." in phrase.words[0].lower or "-" in phrase.symbols:
        number, month, year = numbers
    else:
        # American order, unless only the other one is a date.
        month, number, year = numbers if numbers[0] <= 12 else (numbers[1], numbers[0], numbers[2])
    if year < 100:
        year += 2000 if year < 70 else 1900
    return single_day(edtf.day(year, month, number), "calendar date", phrase)


def calendar_date(phrase: Phrase) -> Value | None:
    """`March 13`, `13 March 2025`, `Tuesday, March 18`, `the 3rd of April this year`."""
    month, number = phrase.first("M"), phrase.first("DO")
    assert month is not None and number is not None
    found = dated(phrase, month.number, number.number)
    if found is None and phrase.anchor.base is None and stated_year(phrase) is None:
        return unresolved(NO_BASE, "day", "calendar date without a year")
    return single_day(found, "calendar date", phrase)


def dated(phrase: Phrase, month: int, number: int) -> date | None:
    """The day with this month and number, in the year the phrase states or the one that fits best."""
    year = stated_year(phrase)
    if year is not None:
        return edtf.day(year, month, number)
    base = phrase.anchor.base
    if base is None:
        return None
    return _best_day(base, month, number, phrase.look())


def _best_day(base: date, month: int, number: int, direction: Direction) -> date | None:
    candidates = [edtf.day(base.year + step, month, number) for step in (-1, 0, 1)]
    return min(
        (found for found in candidates if found is not None),
        key=lambda found: away(found, base, direction),
        default=None,
    )


def away(found: date, base: date, direction: Direction) -> int:
    """How far a day seems from the report; more where the verb points the other way."""
    days = (found - base).days
    wrong = (days > 0 and direction is Direction.PAST) or (days < 0 and direction is Direction.FUTURE)
    return abs(days) * (WRONG_SIDE if wrong else 1)


def stated_year(phrase: Phrase) -> int | None:
    """The year the phrase states, in digits or as "last year", or None."""
    if year := phrase.first("Y"):
        return year.number
    base = phrase.anchor.base
    if base is None or all(word.value != "year" for word in phrase.all("u")):
        return None
    return base.year + (1 if phrase.first("X") else -1 if phrase.first("L") else 0)


def day_range(phrase: Phrase) -> Value | None:
    """`March 13-16`, `between March 13 and 16`, `13 to 16 March`, `March 30 to April 2`."""
    months = [word.number for word in phrase.all("M")]
    joined = phrase.first("r")
    numbers = (
        [int(part) for part in re.findall(r"\d+", joined.lower)]
        if joined
        else [word.number for word in phrase.all("DO")]
    )
    if phrase.anchor.base is None and stated_year(phrase) is None:
        return unresolved(NO_BASE, "day", "range of days without a year")
    start, end = dated(phrase, months[0], numbers[0]), dated(phrase, months[-1], numbers[1])
    if start is None or end is None or start > end:
        return unresolved("the calendar has no such days", "day", "range of days")
    return period(edtf.interval(start, end), "day", "range of days")


def weekday(phrase: Phrase) -> Value | None:
    """`Thursday`, `last Monday`, `Sunday night`, `Tuesday of next week`; None beside any unit but a week."""
    word, base = phrase.first("W"), phrase.anchor.base
    assert word is not None
    if any(unit.value != "week" for unit in phrase.all("u")):
        return None
    if base is None:
        return unresolved(NO_BASE, "day", "weekday")
    found, rule = _weekday_near(phrase, word.number, base)
    return single_day(found, rule, phrase)


def _weekday_near(phrase: Phrase, number: int, base: date) -> tuple[date, str]:
    monday = base - timedelta(days=base.weekday())
    back = (base.weekday() - number) % 7
    of_week = "u" in phrase.symbols
    if previous := phrase.first("L"):
        if of_week:
            return monday + timedelta(days=number - 7), f"weekday, {previous.lower} week"
        return base - timedelta(days=back or 7), f"weekday, {previous.lower}"
    if following := phrase.first("X"):
        if following.value == "coming" or (number > base.weekday() + 1 and not of_week):
            return base + timedelta(days=(-back % 7) or 7), f"weekday, {following.lower}"
        return monday + timedelta(days=number + 7), f"weekday, {following.lower}"
    if phrase.first("h"):
        return monday + timedelta(days=number), "weekday, this week"
    if back != YESTERDAY and phrase.look() is Direction.FUTURE:
        return base + timedelta(days=-back % 7), "weekday ahead, by the verb"
    return base - timedelta(days=back), "weekday past"


def weekday_range(phrase: Phrase) -> Value | None:
    """`from Monday to Wednesday`, `between Thursday and Saturday`, `Thursday and Friday`.

    None for two days joined by "and" that do not follow one another.
    """
    first, last = phrase.all("W")
    if phrase.before not in ("between", "from") and (last.number - first.number) % 7 != 1:
        return None
    base = phrase.anchor.base
    if base is None:
        return unresolved(NO_BASE, "day", "range of weekdays")
    length = timedelta(days=(last.number - first.number) % 7)
    start = base + timedelta(days=(first.number - base.weekday()) % 7)
    if phrase.look() is not Direction.FUTURE:
        start = base - length - timedelta(days=(base.weekday() - last.number) % 7)
    return period(edtf.interval(start, start + length), "day", "range of weekdays")


def relative_day(phrase: Phrase) -> Value | None:
    """`yesterday`, `tomorrow morning`, `the day after tomorrow`, `last night`, `this evening`."""
    base = phrase.anchor.base
    if base is None:
        return unresolved(NO_BASE, "day", "day counted from publication")
    if word := phrase.first("R"):
        step = word.number
        if (outer := phrase.first("vV")) is not None:
            step += outer.number
    else:
        step = -1 if phrase.first("L") else 1 if phrase.first("X") else 0
    return single_day(base + timedelta(days=step), "day counted from publication", phrase)


def anchored_day(phrase: Phrase) -> Value | None:
    """`the same day`, `the next day`, `later that day`, `earlier in the day`: from the day named last.

    None where the phrase counts another unit, or is a stretch of time ("the past day").
    """
    if any(unit.value != "day" for unit in phrase.all("u")):
        return None
    if any(word.value in ("last", "past", "coming") for word in phrase.all("LX")):
        return None
    anchor = phrase.anchor.focus or phrase.anchor.base
    if anchor is None:
        return unresolved("the report names no day to count it from", "day", "day counted from another")
    step = -1 if phrase.first("L") else 1 if phrase.first("X") else 0
    return single_day(anchor + timedelta(days=step), "day counted from another", phrase)


def part_of_named_day(phrase: Phrase) -> Value | None:
    """`overnight`, `in the morning`, `midnight`: a part of the day the report is at."""
    anchor = phrase.anchor.focus or phrase.anchor.base
    if anchor is None:
        return unresolved("the report names no day it could belong to", "part of day", "part of a day")
    return single_day(anchor, "part of the day named last", phrase)
