"""Dates from meetings told just before ("Lund met Ruiz on Monday. Ruiz told her ..."), and "later said"."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.dating.around import NEAR, Surroundings, surname
from parley.findings.dating.candidates import Dating, saying_value
from parley.findings.dating.saying import Saying, Sentence
from parley.language.times import TimeExpression
from parley.language.times.edtf import bounds, interval, parse_day
from parley.vocabulary.dating import dating_words

MET = "the day of the meeting with the speaker, told just before"
LATER = "later than what was said just before"
# How many words stand between the days of "on Thursday and Friday".
_JOINED = 2
# How long before publication "later" is still told of the same news.
_RECENT = 1
# How many paragraphs back the saying may stand that "later" comes after.
_BACK = 3
# A meeting of more days dates nothing said there.
_MOST_DAYS = 3
# How many words behind a cue may name who is spoken to.
_LISTENER = 3


def meeting_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """`On Sunday, Lund and Ruiz exchanged letters. … Ruiz said`, in that paragraph or the next.

    Only where the speaker is told to have taken part, and no other day is named since.
    """
    page, name = around.page, surname(saying)
    if name is None:
        return None
    sentence = page.sentence_of(saying.place)
    time = _last_time(around, sentence)
    if time is None:
        return None
    told = page.sentence_of(time.span.start)
    words = page.lowers(told.start, told.end)
    if (
        name not in words
        or sentence.paragraph - told.paragraph > NEAR
        or not _is_there(around, saying, words)
    ):
        return None
    value = _days(around, time, told)
    return Dating(value, time.span, MET) if value is not None else None


def _is_there(around: Surroundings, saying: Saying, words: Sequence[str]) -> bool:
    """Whether words are said where people are told to speak together, or to one another where they met."""
    known = dating_words()
    if known.exchanges & set(words):
        return True
    if saying.cue is None or not known.encounters & set(words):
        return False
    page = around.page
    start, end = page.tokens(saying.cue)
    if known.answering & set(page.lowers(start, end)):
        return True
    listeners = page.doc[end : end + _LISTENER]
    return any(token.ent_type_ == "PERSON" and token.lower_ in words for token in listeners)


def later_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """`Ruiz later told`: from the day of what was said before it to that of publication."""
    page, today = around.page, parse_day(around.published)
    if saying.cue is None or today is None:
        return None
    start, end = page.tokens(saying.cue)
    words = page.lowers(start - 1, end + 1)
    if "later" not in words or page.lowers(start - 2, start - 1) in (["days"], ["weeks"], ["hours"]):
        return None
    for one in around.near(saying, _BACK):
        day = parse_day(one.dating.value)
        if day is None:
            continue
        if not 0 <= (today - day).days <= _RECENT or _goes_back(around, one.saying, saying, one.dating.value):
            return None
        return Dating(interval(day, today), one.dating.evidence, LATER)
    return None


def _goes_back(around: Surroundings, before: Saying, saying: Saying, value: str) -> bool:
    """Whether the reporter has gone back to an earlier time than a day since somebody spoke on it."""
    for time in around.told:
        if before.place < time.span.start < saying.place:
            limits, day = bounds((time.value or "").split("T")[0]), parse_day(value)
            if limits is not None and day is not None and limits[1] < day:
                return True
    return False


def _last_time(around: Surroundings, sentence: Sentence) -> TimeExpression | None:
    """The last past day that the reporter names before a sentence."""
    page = around.page
    for time in reversed(around.told):
        if page.tokens(time.span)[0] < sentence.start:
            limits = bounds(saying_value(time, around.published) or "")
            return time if limits is not None and (limits[1] - limits[0]).days < _MOST_DAYS else None
    return None


def _days(around: Surroundings, time: TimeExpression, told: Sentence) -> str | None:
    """The day of a time, or the days of "on Thursday and Friday"."""
    page, value = around.page, saying_value(time, around.published)
    day = parse_day(value)
    start = page.tokens(time.span)[0]
    for other in around.told:
        first, last = page.tokens(other.span)
        joined = page.lowers(last, start)
        if told.start <= first < start and 0 < len(joined) <= _JOINED and joined[0] == "and":
            before = parse_day(saying_value(other, around.published))
            if before is not None and day is not None and before < day:
                return interval(before, day)
    return value
