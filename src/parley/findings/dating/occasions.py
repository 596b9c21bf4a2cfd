"""Occasions that a report dates once and names again: "in a letter on Thursday … in his letter"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.findings.dating.candidates import STOPS, Dating, saying_value
from parley.findings.dating.saying import Page, Saying
from parley.language.times import TimeExpression
from parley.language.times.edtf import bounds, parse_day
from parley.vocabulary.dating import dating_words

# How many words before a time may name the occasion it dates ("in a letter to the union on Thursday").
REACH = 8
# And before one that was given out then ("In a survey of the owners of small boats published on Thursday").
FAR = 16
# How many words before a cue and after it may name the occasion again.
NEAR = 14
# A time among so many first words heads its sentence; how many words on papers may be given out, and the
# words of such a paper.
FRONT, CLAUSE, _PAPER = 2, 16, 5
_MEANS = frozenset({"in", "via", "through", "by", "with"})
RULE = "time of the occasion named"


def dated_occasions(page: Page, published: str | None, told: Sequence[TimeExpression]) -> dict[str, Dating]:
    """The nouns of occasions that the report dates, each with its first date.

    Args:
        page: the document.
        published: day of publication, or None.
        told: the times that the reporter names. What somebody says of "the meeting today" tells nothing:
            their today is not the report's.
    """
    found: dict[str, Dating] = {}
    nouns = dating_words().occasions
    for time in told:
        value = saying_value(time, published)
        if value is None or _may_lie_ahead(value, published):
            continue
        start, end = page.tokens(time.span)
        first = page.sentence_of(time.span.start).start
        given_out = bool(dating_words().issuing & set(page.lowers(max(first, start - 2), start)))
        before = page.lowers(max(first, start - (FAR if given_out else REACH)), start)
        far = page.lowers(max(first, start - FAR), start)
        for word in (*_held(far), *before, *_possessed(page, end), *_sent(page, start, end)):
            if word in nouns:
                found.setdefault(word, Dating(value, time.span, RULE))
    return found


def _held(words: Sequence[str]) -> list[str]:
    """The occasions at which something is told to have happened: "at a meeting of ministers in Oslo"."""
    found: list[str] = []
    for place, word in enumerate(words):
        if word in STOPS or word == ",":
            found.clear()
        elif word in dating_words().occasions and {"at", "during"} & set(words[max(0, place - 4) : place]):
            found.append(word)
    return found


def _may_lie_ahead(value: str, published: str | None) -> bool:
    """Whether part of a time comes after publication: "the summit later this month"."""
    limits, last = bounds(value), parse_day(published)
    return limits is not None and last is not None and limits[1] > last


def _sent(page: Page, start: int, end: int) -> list[str]:
    """The papers given out on a day that heads the sentence: "On Monday, bishops sent a letter"."""
    sentence = page.sentence_of(page.doc[start].idx)
    means = page.lowers(end, end + 2 + _PAPER)
    if means[:1] == [","] and means[1:2] and means[1] in _MEANS and {"a", "an"} & set(means[2:3]):
        # "warned them in June, in an open letter"
        return [one for one in means[3:] if one in dating_words().occasions][:1]
    if start - sentence.start > FRONT:
        return []
    words = page.lowers(end, min(end + CLAUSE, sentence.end))
    found = []
    for place, word in enumerate(words):
        if word in STOPS:
            break
        if word in dating_words().issuing and {"a", "an"} & set(words[place + 1 : place + 3]):
            paper = words[place + 2 : place + 2 + _PAPER]
            found += [one for one in paper if one in dating_words().occasions][:1]
    return found


def _possessed(page: Page, end: int) -> list[str]:
    """The nouns a possessive date belongs to: "Thursday's news conference"."""
    words = page.lowers(end, end + 4)
    return words[1:] if words and words[0] in ("'s", "’s") else []


def second_mention(
    page: Page, saying: Saying, occasions: Mapping[str, Dating], others: Sequence[Saying]
) -> Dating | None:
    """The date of an occasion that the saying's sentence names again: "in his letter"."""
    if saying.cue is None or not occasions:
        return None
    words = dating_words()
    sentence = page.sentence_of(saying.place)
    cue = page.token_at(saying.cue.start)
    for index in range(max(sentence.start, cue - NEAR), min(sentence.end, cue + NEAR)):
        token = page.doc[index]
        dating = occasions.get(token.lower_)
        if dating is None or dating.evidence.start > token.idx:
            continue
        if saying.says_at(token.idx):
            continue
        if any(other.says_at(token.idx) and other.excludes(saying) for other in others):
            continue
        if set(page.lowers(max(sentence.start, index - 3), index)) & words.definite:
            return dating
    return None
