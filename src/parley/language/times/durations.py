"""Phrases that count time: durations, times that far away, repeated times, and clock times."""

from __future__ import annotations

import re
from datetime import date

from parley.language.times import edtf
from parley.language.times.days import weekday
from parley.language.times.expression import TimeKind
from parley.language.times.periods import unit_at
from parley.language.times.phrase import NO_BASE, Phrase, Value, unresolved
from parley.language.times.words import Word

# ISO 8601's letter for each unit, and how many of the letter's units the unit has.
_ISO = {
    "second": ("T{}S", 1),
    "minute": ("T{}M", 1),
    "hour": ("T{}H", 1),
    "day": ("{}D", 1),
    "night": ("{}D", 1),
    "week": ("{}W", 1),
    "fortnight": ("{}W", 2),
    "month": ("{}M", 1),
    "quarter": ("{}M", 3),
    "half-year": ("{}M", 6),
    "year": ("{}Y", 1),
    "decade": ("{}Y", 10),
    "century": ("{}Y", 100),
}
_MULTIPLIERS = frozenset({100, 12})
_TENS = frozenset(range(20, 100, 10))
NO_NUMBER = "the words give no number"


def amount(phrase: Phrase) -> float | None:
    """How many units the phrase counts: the last number it gives; None where it gives none."""
    found: float | None = None
    half = 0.5 if phrase.first("H") else 0
    if half and not phrase.first("nD#"):
        return half
    for word in phrase.words:
        if word.symbol == "a" and half:
            continue
        if word.symbol in "nDYa":
            found = _joined(found, word)
        elif word.symbol == "#":
            found = float(word.lower.replace(",", ""))
        elif word.symbol == "i" and word.value != "recent":
            return 2 if word.value == "couple" else None
    if found is None and phrase.first("LXh") and phrase.first("u"):
        return 1
    return None if found is None else found + half


def _joined(before: float | None, word: Word) -> float:
    """A number word after another: "two hundred", "two dozen", "twenty-five"; else the later one."""
    if word.symbol == "n" and word.number in _MULTIPLIERS:
        return word.number * (before or 1)
    if before in _TENS and word.number < 10:
        return before + word.number
    return word.number


def iso_duration(count: float | None, unit: str) -> str | None:
    """That many units as an ISO 8601 duration; None where the number is not known."""
    if count is None:
        return None
    form, factor = _ISO[unit]
    return "P" + form.format(f"{count * factor:g}")


def duration(phrase: Phrase) -> Value | None:
    """`three days`, `a 30-day`, `the past two weeks`, `several hours`."""
    unit = phrase.first("uU")
    assert unit is not None
    value = iso_duration(amount(phrase), str(unit.value))
    return Value(
        TimeKind.DURATION, value, str(unit.value), "duration", None if value is not None else NO_NUMBER
    )


def lasting(phrase: Phrase) -> Value | None:
    """`monthlong`, `week-long`."""
    if word := phrase.first("J"):
        return Value(TimeKind.DURATION, str(word.value), "", "duration")
    unit = phrase.first("u")
    assert unit is not None
    return Value(TimeKind.DURATION, iso_duration(1, str(unit.value)), str(unit.value), "duration")


def away_from(phrase: Phrase) -> Value | None:
    """`three days ago`, `two weeks from now`; `a day earlier`, `two weeks later`.

    The first two are counted from publication, the others from the day named last.
    """
    unit, way = phrase.first("uU"), phrase.first("g<>Q")
    assert unit is not None and way is not None
    count = amount(phrase)
    deictic = way.symbol == "g" or phrase.first("Q") is not None
    base = phrase.anchor.base if deictic else phrase.anchor.focus or phrase.anchor.base
    rule = "counted from publication" if deictic else "counted from the day named last"
    if base is None:
        return unresolved(NO_BASE, str(unit.value), rule)
    if count is None or count != int(count):
        return unresolved(NO_NUMBER, str(unit.value), rule)
    step = int(count) * (-1 if way.symbol in "g<" else 1)
    return _stepped(base, str(unit.value), step, rule)


def _stepped(base: date, unit: str, step: int, rule: str) -> Value:
    try:
        if unit in ("second", "minute", "hour"):
            # Within the day as far as a report without a clock can tell.
            moved = edtf.moved(base, int(step / 24) if unit == "hour" else 0)
            return Value(TimeKind.TIME_OF_DAY, moved.isoformat(), unit, rule)
        value = unit_at(base, unit, step)
        focus = edtf.parse_day(value) if unit == "day" else None
    except OverflowError:
        return unresolved("the calendar does not reach that far", unit, rule)
    if value is None:
        return unresolved("days cannot be counted in this unit", unit, rule)
    return Value(TimeKind.DATE, value, unit, rule, focus=focus)


def repeated(phrase: Phrase) -> Value | None:
    """`every day`, `weekly`, `each month`, `Sundays`."""
    if word := phrase.first("z"):
        return Value(TimeKind.SET, str(word.value), "", "repeated")
    unit = phrase.first("uU")
    if unit is None:
        return Value(TimeKind.SET, "P1W" if phrase.first("Ww") else "P1D", "day", "repeated")
    name = str(unit.value)
    return Value(TimeKind.SET, iso_duration(amount(phrase) or 1, name), name, "repeated")


def clock(phrase: Phrase) -> Value | None:
    """`11 a.m.`, `10:40 p.m. on Friday`, `18:30`: on the day named last, else that of the report."""
    digits = [int(part) for part in re.findall(r"\d+", phrase.words[0].lower)]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    mark = phrase.first("p")
    half = re.search(r"([ap])\.?m", phrase.words[0].lower)
    if mark is not None or half is not None:
        afternoon = mark.number == 12 if mark is not None else half is not None and half[1] == "p"
        hour = hour % 12 + (12 if afternoon else 0)
    if hour > 23 or (mark is None and half is None and ":" not in phrase.words[0].lower):
        return None
    named = weekday(phrase) if phrase.first("W") else None
    at = (named and named.focus) or phrase.anchor.focus or phrase.anchor.base
    if at is None:
        return unresolved(NO_BASE, "minute", "clock time", TimeKind.TIME_OF_DAY)
    value = f"{at.isoformat()}T{hour:02d}:{minute:02d}:00"
    return Value(TimeKind.TIME_OF_DAY, value, "minute", "clock time on the day named last")


def year_interval(phrase: Phrase) -> Value | None:
    """`from 2019 to 2023`, `between 1995 and 2001`."""
    start, end = (word.number for word in phrase.all("Y"))
    if end <= start:
        return None
    return Value(TimeKind.DATE, f"{start}/{end}", "year", "range of years")
