"""The terms of what is on the table, as the report words them: how long, how much, how far, but for what."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from parley.vocabulary.stances import stance_words

_NUMBER = (
    r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|forty|fifty|sixty|ninety|half an?|several)"
)
_UNIT = r"(?:hours?|days?|weeks?|months?|years?)"
_LENGTHS = {"day": 1, "week": 7, "month": 30, "year": 365}
_COUNTED = {
    **{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7},
    **{"eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20},
    **{"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90},
}


def terms_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The terms that words name, each once, in the order in which they are first named.

    Args:
        texts: labels and passages that tell of the thing.
    """
    found: dict[str, str] = {}
    for text in texts:
        for term in _patterns().finditer(text):
            words = " ".join(term.group(0).split()).strip(" ,")
            found.setdefault(words.lower().replace("-", "").replace(" ", ""), words)
    return tuple(found.values())


@cache
def _patterns() -> re.Pattern[str]:
    length = (
        rf"\b(?:for |over |of )?{_NUMBER}[ -]{_UNIT}\b(?![- ]?(?:long|old))|\b(?:day|week|month|year)-?long\b"
        r"|\bopen-ended\b|\bindefinite(?:ly)?\b"
    )
    scale = r"(?: (?:million|billion|trillion))"
    amount = (
        rf"(?:[$€£]\s?\d[\d,.]*(?:m|bn|tn|k)?{scale}?\b"
        rf"|\b{_NUMBER}(?: and a half)? ?(?:percent|per cent|pct|%)"
        rf"|\b\d[\d,.]*{scale} (?:dollars|euros|pounds|dlrs|tonnes|barrels)|\b\d[\d,.]* tonnes)"
    )
    until = (
        r"\b(?:by|until|through|from|starting|effective) (?:the end of |mid-|late |early )?"
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
        r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|20\d\d)(?: \d{1,2}\b)?(?:,? 20\d\d)?"
    )
    scope = r"\b(?:" + "|".join(map(re.escape, sorted(stance_words("scopes")))) + r")\b"
    covers = r"limited to|confined to|covering|that covers|which covers|would cover|applying to"
    covering = rf"\b(?:{covers})\b[^.;,]{{3,60}}"
    except_for = (
        r"\b(?:except(?: for)?|excluding|not including|other than|apart from|with the exception of|exempting"
        r"|would exclude|that excludes|which excludes|but not)\b[^.;,]{3,60}"
    )
    return re.compile("|".join((length, amount, until, scope, covering, except_for)), re.IGNORECASE)


def measures_of(terms: Iterable[str]) -> dict[str, float]:
    """How long and how much terms say, by the kind of measure (days, percent, money), the first of each.

    Two tellings whose measures of one kind differ tell of two versions.
    """
    found: dict[str, float] = {}
    for term in terms:
        kind, number = _measure(term.lower())
        if kind and number is not None:
            found.setdefault(kind, number)
    return found


def _measure(term: str) -> tuple[str, float | None]:
    number = _number(term)
    long = re.search(r"\b(day|week|month|year)-?long", term)
    if long:
        return "days", float(_LENGTHS[long.group(1)])
    unit = re.search(r"(hour|day|week|month|year)s?\b", term)
    if unit and number is not None:
        return "days", number * (_LENGTHS.get(unit.group(1), 1 / 24))
    if re.search(r"percent|per cent|pct|%", term):
        return "percent", number
    return ("money", number) if re.search(r"[$€£]|million|billion", term) else ("", None)


def _number(term: str) -> float | None:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", term)
    if digits:
        times = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "tn": 1e12}
        short = 1e6 if re.search(r"\dm\b", term) else 1.0
        scale = next((by for word, by in times.items() if word in term), short)
        return float(digits.group(0).replace(",", "")) * scale
    return next((float(_COUNTED[word]) for word in re.split(r"[ -]", term) if word in _COUNTED), None)
