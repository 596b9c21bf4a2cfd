"""What delegates say at a meeting whose day was told: "The group met on Monday. Chad called for"."""

from __future__ import annotations

from parley.findings.dating.around import Surroundings
from parley.findings.dating.candidates import Dating, saying_value
from parley.findings.dating.saying import Saying
from parley.language.times import TimeExpression
from parley.language.times.edtf import parse_day
from parley.vocabulary.dating import dating_words
from parley.vocabulary.geography import naming

FLOOR = "the day of the meeting told before"
# How many paragraphs back the meeting may be told, and how many days before publication it may have been.
NEAR, RECENT = 5, 3
_NAMES = 3


def floor_dating(around: Surroundings, saying: Saying) -> Dating | None:
    """`The contact group met on Monday. … Zambia, for the African Group, called for …`.

    Only for words of countries, blocs and delegates, told in the past tense, and only while no other past day
    has been named since.
    """
    page = around.page
    if saying.cue is None or not _is_past(around, saying) or not _by_delegate(around, saying):
        return None
    time = _last_day(around, saying)
    if time is None:
        return None
    sentence = page.sentence_of(time.span.start)
    words = set(page.lowers(sentence.start, sentence.end))
    if not (words & dating_words().bodies and words & dating_words().meeting):
        return None
    return Dating(saying_value(time, around.published) or "", time.span, FLOOR)


def _is_past(around: Surroundings, saying: Saying) -> bool:
    assert saying.cue is not None
    start, end = around.page.tokens(saying.cue)
    return any(token.tag_ in {"VBD", "MD"} for token in around.page.doc[start:end])


def _by_delegate(around: Surroundings, saying: Saying) -> bool:
    page = around.page
    for part in saying.source:
        start, end = page.tokens(part)
        if dating_words().delegates & set(page.lowers(start, end)):
            return True
        phrases = (page.doc[start : start + length].text for length in range(1, min(_NAMES, end - start) + 1))
        known = [one for one in map(naming, phrases) if one is not None]
        if any(one.kind in {"country", "bloc"} for one in known):
            return True
    return False


def _last_day(around: Surroundings, saying: Saying) -> TimeExpression | None:
    """The last recent day that the reporter names before a saying, if it is not far back."""
    page, today = around.page, parse_day(around.published)
    sentence = page.sentence_of(saying.place)
    for time in reversed(around.told):
        if time.span.start >= saying.place:
            continue
        place = page.sentence_of(time.span.start)
        day = parse_day(saying_value(time, around.published))
        if day is None or today is None:
            continue
        near = sentence.paragraph - place.paragraph <= NEAR and 0 <= (today - day).days <= RECENT
        return time if near else None
    return None
