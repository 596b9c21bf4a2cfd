"""Phrases that name a week, weekend, month, quarter, season, year, decade or century."""

from __future__ import annotations

from datetime import date

from parley.language.times import edtf
from parley.language.times.days import away, stated_year
from parley.language.times.direction import Direction
from parley.language.times.expression import TimeKind
from parley.language.times.phrase import NO_BASE, Phrase, Value, period, unresolved
from parley.vocabulary.times import time_words


def _edge(phrase: Phrase, value: str) -> str:
    """The value marked as approximate where the phrase names only a part of the period."""
    return value + "~" if phrase.first("~%") and "/" not in value else value


def month_of_year(phrase: Phrase) -> Value | None:
    """`March 2025`, `mid-June last year`."""
    word, year = phrase.first("M"), stated_year(phrase)
    assert word is not None
    if year is None:
        return unresolved(NO_BASE, "month", "month of a year counted from publication")
    return period(_edge(phrase, edtf.month(year, word.number)), "month", "month of a year")


def week_of_month(phrase: Phrase) -> Value | None:
    """`the first week of March`, `the last week of April 2025`: to the month, since usage of weeks varies."""
    unit = phrase.first("u")
    if unit is None or unit.value != "week":
        return None
    whole = month_of_year(phrase) if phrase.first("Y") else month_alone(phrase)
    if whole is None or whole.value is None:
        return whole
    return period(whole.value.rstrip("~") + "~", "week", "week of a month")


def month_alone(phrase: Phrase) -> Value | None:
    """`in March`, `last August`, `early June`: the year by nearness and the verb."""
    word, base = phrase.first("M"), phrase.anchor.base
    assert word is not None
    if base is None:
        return unresolved(NO_BASE, "month", "month without a year")
    year = base.year
    if phrase.first("L") and phrase.first("u") is None:
        year -= word.number >= base.month
    elif phrase.first("X"):
        year += word.number <= base.month
    elif not phrase.first("h"):
        year = _best_year(base, word.number, phrase.look())
    return period(_edge(phrase, edtf.month(year, word.number)), "month", "month without a year")


def _best_year(base: date, month: int, direction: Direction) -> int:
    middle = date(base.year, base.month, 15)
    years = (base.year - 1, base.year, base.year + 1)
    return min(years, key=lambda year: away(date(year, month, 15), middle, direction))


def year_alone(phrase: Phrase) -> Value | None:
    """`2025`, `the 2024`, `early 2023`; None where the digits count something."""
    word = phrase.first("Y")
    assert word is not None
    lists = time_words().counting
    if phrase.before in lists["before"] or phrase.after in lists["after"] or word.number < 1800:
        return None
    return period(_edge(phrase, str(word.number)), "year", "year")


def year_range(phrase: Phrase) -> Value | None:
    """`2013-14`, `1995–2001`."""
    start, end = (part for part in phrase.words[0].lower.replace("–", "-").split("-"))
    end = start[: 4 - len(end)] + end
    if int(end) <= int(start):
        return None
    return period(f"{start}/{end}", "year", "range of years")


def period_near(phrase: Phrase) -> Value | None:
    """`last week`, `this month`, `earlier this year`, `next quarter`, `that year`, `the end of the month`.

    None for a stretch of time ("the past week"), which is a duration.
    """
    unit = phrase.first("uU")
    assert unit is not None
    if phrase.words[0].symbol == "t" and any(word.lower in ("last", "past", "next") for word in phrase.words):
        return None
    told = any(word.lower in ("previous", "following") for word in phrase.words)
    anchored = phrase.first("d=") or (phrase.words[0].symbol == "t" and told)
    base = (phrase.anchor.focus if anchored else None) or phrase.anchor.base
    if base is None:
        return unresolved(NO_BASE, str(unit.value), "period counted from publication")
    step = -1 if phrase.first("L") else 1 if phrase.first("X") else 0
    value = unit_at(base, str(unit.value), step)
    if value is None:
        return None
    return period(_edge(phrase, value), str(unit.value), "period counted from publication")


def unit_at(base: date, unit: str, step: int) -> str | None:
    """The week, month, quarter, year or decade `step` units from the one `base` lies in, as EDTF.

    Raises:
        OverflowError: where that lies outside the years of `edtf.REACHED`.
    """
    match unit:
        case "day":
            return edtf.moved(base, step).isoformat()
        case "week":
            return edtf.week(base, step)
        case "fortnight":
            return edtf.week(base, 2 * step)
        case "month":
            return edtf.month(base.year, base.month + step)
        case "quarter":
            return edtf.quarter(base.year, (base.month - 1) // 3 + 1 + step)
        case "year":
            return edtf.year(base.year + step)
        case "decade":
            return edtf.year(base.year + 10 * step)[:3] + "X"
        case "century":
            return edtf.year(base.year + 100 * step)[:2] + "XX"
    return None


def weekend(phrase: Phrase) -> Value | None:
    """`the weekend`, `last weekend`: the one past, unless the verb points ahead."""
    base = phrase.anchor.base
    if base is None:
        return unresolved(NO_BASE, "weekend", "weekend")
    step = 0
    if phrase.first("L"):
        step = -1
    elif phrase.first("X"):
        step = 1 if base.weekday() >= 5 else 0
    elif base.weekday() < 5 and not phrase.first("h") and phrase.look() is not Direction.FUTURE:
        step = -1
    return period(edtf.weekend(base, step), "weekend", "weekend")


def numbered_period(phrase: Phrase) -> Value | None:
    """`the third quarter`, `the first quarter of last year`, `the 20th century`; None for other units."""
    ordinal, unit = phrase.first("O"), phrase.first("u")
    assert ordinal is not None and unit is not None
    if unit.value == "century":
        return period(f"{ordinal.number - 1:02d}XX", "century", "century")
    return _quarter(phrase, ordinal.number) if unit.value == "quarter" else None


def quarter_code(phrase: Phrase) -> Value | None:
    """`Q3`, `Q3 2024`."""
    return _quarter(phrase, int(phrase.words[0].lower[1]))


def _quarter(phrase: Phrase, number: int) -> Value | None:
    base, year = phrase.anchor.base, stated_year(phrase)
    if not 1 <= number <= 4:
        return None
    if year is None and base is None:
        return unresolved(NO_BASE, "quarter", "quarter without a year")
    if year is None:
        assert base is not None
        middles = {step: date(base.year + step, 3 * number - 1, 15) for step in (-1, 0, 1)}
        direction = phrase.look()
        year = base.year + min(middles, key=lambda step: away(middles[step], base, direction))
    return period(edtf.quarter(year, number), "quarter", "quarter")


def season(phrase: Phrase) -> Value | None:
    """`last summer`, `spring 2024`, `this coming winter`."""
    word, base, year = phrase.first("S"), phrase.anchor.base, stated_year(phrase)
    assert word is not None
    if year is None and base is None:
        return unresolved(NO_BASE, "season", "season without a year")
    if year is None:
        assert base is not None
        middle = (word.number - 20) * 3 + 1
        year = base.year
        if phrase.first("L"):
            year -= middle + 1 >= base.month
        elif phrase.first("X"):
            year += middle <= base.month - 2
    return period(f"{year:04d}-{word.number}", "season", "season")


def decade(phrase: Phrase) -> Value | None:
    """`the 1990s`, `the late '80s`."""
    word = phrase.first("G")
    assert word is not None
    digits = word.lower.rstrip("s")
    if len(digits) == 2 and not phrase.first("'"):
        return None
    return period((digits if len(digits) == 4 else "19" + digits)[:3] + "X", "decade", "decade")


def vague(phrase: Phrase) -> Value | None:
    """`now`, `recently`, `soon`: placed in time, but no day can be named."""
    when = phrase.words[0].value
    return unresolved(f"the words say only that it is {when}", str(when), "vague", TimeKind.DATE)
