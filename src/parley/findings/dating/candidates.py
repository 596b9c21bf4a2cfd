"""The times in the sentence of a saying, each with the places that decide whether it dates the saying."""

from __future__ import annotations

from dataclasses import dataclass

from parley.findings.dating.saying import Page, Saying
from parley.language.times import TimeExpression, bounds
from parley.language.times.edtf import interval, parse_day
from parley.model import Span
from parley.vocabulary.dating import dating_words

# The rule of times that head their sentence.
HEAD = "time at the head of the sentence"
_YEAR = 4
STOPS = frozenset('.?!;:“”"—–')


@dataclass(frozen=True, slots=True)
class Dating:
    """When something was said.

    Attributes:
        value: EDTF.
        evidence: the words that show it.
        rule: the rule that found it.
    """

    value: str
    evidence: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time in the sentence of a saying; all positions are half-open token indices."""

    page: Page
    saying: Saying
    time: TimeExpression
    start: int
    end: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    sentence: tuple[int, int]
    published: str | None

    def gap(self, start: int, end: int) -> list[str]:
        """The words between two places."""
        return self.page.lowers(start, end)

    @property
    def inside(self) -> bool:
        """Whether the time is part of what is said."""
        return self.saying.says(self.time.span)


def saying_value(time: TimeExpression, published: str | None) -> str | None:
    """A time as the date of a saying: to the day, and not after publication; None where it is later."""
    value = (time.value or "").split("T")[0].rstrip("~")
    limits, last = bounds(value), parse_day(published)
    if not value or limits is None:
        return None
    if last is None or limits[1] <= last:
        return value
    if limits[0] > last:
        return None
    return interval(limits[0], last) if "/" in value else value


def candidates_of(page: Page, saying: Saying, published: str | None) -> list[Candidate]:
    """The times in the sentence of a saying's cue; none without a cue."""
    if saying.cue is None:
        return []
    sentence = page.sentence_of(saying.cue.start)
    found = []
    sources = [page.tokens(part) for part in saying.source]
    near = [part for part in sources if sentence.start <= part[0] < sentence.end]
    cue = page.tokens(saying.cue)
    for time in page.times:
        start, end = page.tokens(time.span)
        if sentence.start <= start < sentence.end and not _is_only_a_year(page, time, end, published):
            source = near[0] if near else None
            limits = (sentence.start, sentence.end)
            found.append(Candidate(page, saying, time, start, end, cue, source, limits, published))
    return found


def _is_only_a_year(page: Page, time: TimeExpression, end: int, published: str | None) -> bool:
    """Whether a year is part of a name ("the 2019 Port Expo"), or that of publication: it dates nothing."""
    value = time.value or ""
    if len(value) != _YEAR or not value.isdigit():
        return False
    following = page.doc[end].text if end < len(page.doc) else ""
    return following[:1].isupper() or value == (published or "")[:_YEAR]


def unbroken(words: list[str], limit: int, stops: frozenset[str] = STOPS) -> bool:
    """Whether nothing among `words` begins another clause."""
    closed = dating_words().clause_openers
    return len(words) <= limit and not any(word in closed or word in stops for word in words)


def content_between(candidate: Candidate, start: int, end: int) -> bool:
    """Whether some of what is said begins between two places."""
    page = candidate.page
    return any(start <= page.token_at(part.start) < end for part in candidate.saying.content)
