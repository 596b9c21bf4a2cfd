"""The day a story plays on: that of publication, or one before it that its news falls on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from parley.findings.dating.candidates import Dating
from parley.findings.dating.saying import Page
from parley.language.times import TimeExpression
from parley.language.times.edtf import parse_day
from parley.model import Span

STORY = "the story's day, named in the report"
# How many times a report must name a day before publication, and how many for one of a later day.
NAMED = 2
SHARE = 4
# How long before publication that day may lie.
DAYS = 3
# A dateline's day stands among these first words of its sentence.
DATELINE = 8
_DASHES = frozenset({"-", "–", "—", "--", "."})


def story_day(page: Page, published: str | None) -> Dating | None:
    """The day of publication, where the first day that the report names as past is that very day.

    A dateline ("BONN, Tuesday") names the day of writing, which counts only where no other day is named.
    """
    today = parse_day(published)
    if today is None:
        return None
    past = [time for time in page.times if time.rule == "weekday past" or time.value == today.isoformat()]
    # "USA TODAY" is a paper.
    past = [time for time in past if not time.span.of(page.doc.text).isupper()]
    told = [time for time in past if not _is_dateline(page, time.span)] or past
    if not told or (told[0].value or "").split("T")[0] != today.isoformat():
        return None
    return Dating(today.isoformat(), told[0].span, STORY)


def _is_dateline(page: Page, span: Span) -> bool:
    """Whether a time follows a place at the head of a paragraph, and a dash or stop follows it."""
    start, end = page.tokens(span)
    sentence = page.sentence_of(span.start)
    around = (page.lowers(start - 1, start), page.lowers(end, end + 1))
    return start - sentence.start <= DATELINE and around[0] == [","] and bool(_DASHES & set(around[1]))


def news_day(page: Page, told: Sequence[TimeExpression], published: str | None) -> str | None:
    """The day before publication on which the news of a report falls; None where no day stands out.

    It is the past day that the reporter names most often, and hardly any later one is named. What people say
    in the report does not count.
    """
    today = parse_day(published)
    if today is None:
        return None
    named: Counter[str] = Counter()
    for time in told:
        value = (time.value or "").split("T")[0]
        day = parse_day(value)
        if day is None or not 0 <= (today - day).days <= DAYS:
            continue
        if not _is_dateline(page, time.span):
            named[value] += 1
    if not named:
        return None
    first, times = max(named.items(), key=lambda item: (item[1], item[0]))
    later = sum(number for value, number in named.items() if value > first)
    if first == today.isoformat() or times < NAMED or later * SHARE > times:
        return None
    return first


def last_day(page: Page, told: Sequence[TimeExpression], published: str | None) -> str | None:
    """The last day up to publication that the reporter names, if it is one of the last few before it."""
    today = parse_day(published)
    if today is None:
        return None
    days = [
        day
        for time in told
        if (day := parse_day((time.value or "").split("T")[0])) is not None
        and 0 <= (today - day).days <= DAYS
        and not _is_dateline(page, time.span)
    ]
    return max(days).isoformat() if days else None
