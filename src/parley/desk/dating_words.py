"""The words with which a report dates something: "on Tuesday", "9 June", "at 10 a.m. Geneva time".

A finding keeps the date; these words are looked for again in its sentence, and given only where they agree
with the date. Where they could mean another day there are none: a page then shows the date alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from parley.record.days import days

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, start=1)}
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WORDS = re.compile(
    r"\b(?:"
    rf"(?P<weekday>(?:(?:on|early|late|last|next|this)\s+)*(?P<day>{'|'.join(_WEEKDAYS)}){_PART})"
    rf"|(?P<date>(?:on\s+)?(?:(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH}))(?!\d)(?:,?\s+(?P<y1>\d{{4}}))?)"
    rf"|(?P<month>(?:(?:in|since|until|by|last|next|this|early|late|mid)[\s-]+)+(?P<m3>{_MONTH})"
    r"(?:\s+(?P<y2>\d{4}))?)"
    rf"|(?P<near>(?P<name>today|tonight|yesterday|tomorrow){_PART})"
    r"|(?P<sameday>this\s+(?:morning|afternoon|evening)|last\s+night|overnight|"
    r"(?:earlier|later)\s+(?:in\s+the|that|the\s+same)\s+day)"
    r"|(?P<period>(?:(?:earlier|later)\s+)?(?:last|next|this|in\s+the|previous|past|coming|following)\s+"
    r"(?:week(?:end)?|month|year))"
    rf"|(?P<ago>(?P<count>\d{{1,2}}|{'|'.join(_NUMBERS)})\s+(?P<unit>day|week|month|year)s?\s+"
    r"(?:ago|earlier))"
    r"|(?P<year>(?:in|since|during)\s+(?P<y3>\d{4}))"
    r")\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\b(?:at|by|around|about|from|until)\s+(?:\d{1,2}(?:[:.]\d\d)?\s*(?:a\.m\.|p\.m\.|am\b|pm\b)|\d{1,2}:\d\d|"
    r"noon\b|midnight\b)"
    r"(?:,?\s*\(?(?:GMT|UTC|BST|CES?T|EES?T|E[SD]T|MSK|local\s+time|(?:[A-Z][a-z]+\s+){1,2}time)\b\)?)?",
)
_BESIDE = re.compile(r"[\s,]*(?:on\s+)?")


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that may date something, with their place in the sentence."""

    start: int
    end: int


def dating_words(sentence: str, on: str | None, published: str | None) -> str | None:
    """The words of a sentence that say a date, with the hour and its zone where it gives one.

    Args:
        sentence: the sentence, or several.
        on: the EDTF date that was understood, or None.
        published: EDTF day of publication, which "yesterday" is counted from, or None.

    Returns:
        Words of the sentence, parts that stand apart joined by " … "; None where none agrees with the date.
    """
    span = days(on)
    if span is None:
        return None
    first, last = (date.fromisoformat(edge) for edge in span)
    told = days(published)
    day = date.fromisoformat(told[0]) if told and told[0] == told[1] else None
    fitting = next(
        (match for match in _WORDS.finditer(sentence) if _agrees(match, first, last, day)),
        None,
    )
    if fitting is None:
        return None
    found = _Found(fitting.start(), fitting.end())
    pieces = _with_hour(sentence, found) if last - first <= timedelta(days=1) else [found]
    return " … ".join(" ".join(sentence[one.start : one.end].split()) for one in pieces)


def _with_hour(sentence: str, found: _Found) -> list[_Found]:
    """The words and the hour beside or behind them; two hours would leave open which is meant."""
    hours = [_Found(one.start(), one.end()) for one in _CLOCK.finditer(sentence)]
    if len(hours) != 1:
        return [found]
    before, after = sorted((found, hours[0]), key=lambda one: one.start)
    if _BESIDE.fullmatch(sentence[before.end : after.start]):
        return [_Found(before.start, after.end)]
    return [before, after]


def _agrees(words: re.Match[str], first: date, last: date, published: date | None) -> bool:
    """Whether words can mean a date."""
    long = (last - first).days + 1
    if words["weekday"]:
        number = _WEEKDAYS.index(words["day"].lower())
        return long <= 4 and number in (first.weekday(), last.weekday())
    if words["date"]:
        month, number = _month(words["m1"] or words["m2"]), int(words["d1"] or words["d2"])
        years = {int(words["y1"])} if words["y1"] else {first.year, last.year}
        return any((one.month, one.day) == (month, number) and one.year in years for one in (first, last))
    if words["month"]:
        year_fits = not words["y2"] or int(words["y2"]) == first.year
        return 5 <= long <= 62 and _month(words["m3"]) in (first.month, last.month) and year_fits
    if words["year"]:
        return long >= 360 and int(words["y3"]) in (first.year, last.year)
    return published is not None and any(_from(words, first, last, published))


def _from(words: re.Match[str], first: date, last: date, published: date) -> Iterator[bool]:
    """Whether words that are counted from the day of publication can mean a date."""
    long = (last - first).days + 1
    if words["near"]:
        yield long <= 2 and first - published == timedelta(days=_NEAR[words["name"].lower()])
    if words["sameday"]:
        yield long <= 2 and abs((first - published).days) <= 1
    if words["period"]:
        unit = words["period"].lower().rsplit(None, 1)[-1]
        least, most = {"weekend": (2, 3), "week": (5, 14), "month": (28, 31), "year": (360, 366)}[unit]
        yield least <= long <= most and _side(words["period"].lower(), first, last, published)
    if words["ago"]:
        count = _NUMBERS.get(words["count"].lower()) or int(words["count"])
        size = {"day": 1, "week": 7, "month": 30, "year": 365}[words["unit"].lower()]
        meant = published - timedelta(days=count * size)
        yield first - timedelta(days=size // 2) <= meant <= last + timedelta(days=size // 2)


def _side(words: str, first: date, last: date, published: date) -> bool:
    """Whether a period lies where its words say: before the day of publication, around it, or after it."""
    if "this" in words.split() or "in the" in words:
        return first <= published <= last
    if any(word in ("next", "coming", "following") for word in words.split()):
        return published <= first
    return last <= published + timedelta(days=1)


def _month(name: str) -> int:
    return _SHORT[name[:3].lower()]
