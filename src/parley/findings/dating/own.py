"""Which time expression, if any, dates the saying itself and not what is said.

The rules go by where words stand, so that they hold when a parse is bad or missing; each carries a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parley.findings.dating.saying import Page, Saying
from parley.language.times import TimeExpression, bounds
from parley.language.times.edtf import interval, parse_day
from parley.model import Span
from parley.vocabulary.dating import dating_words
from parley.vocabulary.times import time_words

# Most words between the attributing words and a time that still belongs to them ("told a packed news
# conference at the foreign ministry in Vienna late on Thursday").
AFTER_CUE = 14
BETWEEN = 4
FRONTED = 16
SPEAKING = 32
PARTICIPLE = 6
_ENDS = frozenset(".?!;")
_REGULAR_PAST = re.compile(r"[a-z]{3,}ed")
_STOPS = frozenset('.?!;:“”"—–')
_LEADING = frozenset({"on", "late", "early", "in", "earlier", "at", "over", "during", "just"})


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
class _Candidate:
    """A time in the sentence of a saying; all positions are half-open token indices."""

    page: Page
    saying: Saying
    time: TimeExpression
    start: int
    end: int
    cue: tuple[int, int]
    source: tuple[int, int] | None
    sentence: tuple[int, int]

    def gap(self, start: int, end: int) -> list[str]:
        """The words between two places."""
        return self.page.lowers(start, end)

    @property
    def inside(self) -> bool:
        """Whether the time is part of what is said."""
        return self.saying.says(self.time.span)


def own_dating(
    page: Page, saying: Saying, published: str | None, others: Sequence[Saying] = ()
) -> Dating | None:
    """The date the saying's own sentence gives it, or None.

    Args:
        page: the document.
        saying: whose date is asked for.
        published: day of publication; a saying cannot be later.
        others: the report's other sayings, whose words date nothing but what is said within them.
    """
    if saying.cue is None:
        return None
    around = [other for other in others if other.excludes(saying)]
    candidates = _candidates(page, saying)
    free = [one for one in candidates if not any(other.says(one.time.span) for other in around)]
    for rule, holds in _RULES:
        for candidate in candidates if holds in _SURE else free:
            value = saying_value(candidate.time, published)
            if value is not None and holds(candidate):
                return Dating(value, candidate.time.span, rule)
    return None


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


def _candidates(page: Page, saying: Saying) -> list[_Candidate]:
    assert saying.cue is not None
    sentence = page.sentence_of(saying.cue.start)
    found = []
    sources = [page.tokens(part) for part in saying.source]
    near = [part for part in sources if sentence.start <= part[0] < sentence.end]
    cue = page.tokens(saying.cue)
    for time in page.times:
        start, end = page.tokens(time.span)
        if sentence.start <= start < sentence.end:
            source = near[0] if near else None
            limits = (sentence.start, sentence.end)
            found.append(_Candidate(page, saying, time, start, end, cue, source, limits))
    return found


def _open(words: list[str], limit: int, stops: frozenset[str] = _STOPS) -> bool:
    """Whether nothing among `words` begins another clause."""
    closed = dating_words().clause_openers
    return len(words) <= limit and not any(word in closed or word in stops for word in words)


def _right_after(candidate: _Candidate) -> bool:
    """`said Monday the drone was downed`, even where the engine counts the day among what was said."""
    words = candidate.gap(candidate.cue[1], candidate.start)
    if candidate.start < candidate.cue[1] or len(words) > 2 or not all(word in _LEADING for word in words):
        return False
    following = candidate.gap(candidate.end, candidate.end + 1)
    return not (following and following[0] in dating_words().subject_follows)


def _after(candidate: _Candidate) -> bool:
    """`told a news conference on Thursday`, `said the minister on Monday`."""
    if candidate.inside or candidate.start < candidate.cue[1]:
        return False
    if _content_between(candidate, candidate.cue[1], candidate.start):
        return False
    source = candidate.source
    end = candidate.cue[1]
    if source is not None and end <= source[0] < candidate.start:
        if source[0] <= candidate.start < source[1] or source[0] - end > 3:
            return False
        end = source[1]
    words = candidate.gap(end, candidate.start)
    return _open(words, AFTER_CUE) and "," not in words[:-1]


def _content_between(candidate: _Candidate, start: int, end: int) -> bool:
    page = candidate.page
    return any(start <= page.token_at(part.start) < end for part in candidate.saying.content)


def _between(candidate: _Candidate) -> bool:
    """`the president on Wednesday announced`, `the envoy, speaking in Oslo on Monday, said`."""
    source = candidate.source
    if source is None or candidate.inside or not source[1] <= candidate.start < candidate.cue[0]:
        return False
    before, after = candidate.gap(source[1], candidate.start), candidate.gap(candidate.end, candidate.cue[0])
    speaking = next((place for place, word in enumerate(before[:3]) if word in dating_words().speaking), None)
    if speaking is not None:
        return _open(before[speaking + 1 :], FRONTED) and "," in after[-4:]
    return _open(before, BETWEEN) and _open(after, BETWEEN)


def _fronted(candidate: _Candidate) -> bool:
    """`Speaking in Vienna on Sunday night, the minister said`; `On Friday, the union called for`."""
    words = dating_words()
    subject = candidate.source or candidate.cue
    first = min(subject[0], candidate.cue[0])
    cue = " ".join(candidate.gap(*candidate.cue))
    if candidate.inside or candidate.end > first or cue in words.quoting_prepositions:
        return False
    before = candidate.gap(candidate.sentence[0], candidate.start)
    while before and before[0] in words.fronted_fillers:
        before = before[1:]
    limit = SPEAKING if before and before[0] in words.speaking else FRONTED
    if before and (before[0] in words.fronted_openers or not _open(before, limit, _ENDS)):
        return False
    after = candidate.gap(candidate.end, first)
    if before[-1:] == ["of"] or _content_between(candidate, candidate.end, first):
        return False
    if candidate.source is not None and cue.endswith("ing") and candidate.cue[0] < candidate.source[0]:
        return False
    return _open(after, FRONTED, _ENDS) and _is_phrase(candidate)


def _is_phrase(candidate: _Candidate) -> bool:
    """Whether what stands before the time is a phrase, not a clause with a subject and a verb of its own."""
    doc = candidate.page.doc
    # The first word may be a participle: "Asked on Monday".
    tokens = doc[candidate.sentence[0] + 1 : candidate.start]
    if candidate.page.tagged:
        return not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in tokens)
    past = time_words().direction["past_forms"]
    return not any(token.lower_ in past or _REGULAR_PAST.fullmatch(token.lower_) for token in tokens)


def _participle(candidate: _Candidate) -> bool:
    """`cut its rating on Wednesday, citing`; `set back the talks last week by proposing`."""
    if candidate.inside or candidate.end > candidate.cue[0]:
        return False
    cue = candidate.gap(*candidate.cue)
    if not cue or not cue[0].endswith("ing"):
        return False
    if any(word in ("who", "which", "that") for word in candidate.gap(candidate.start - 6, candidate.start)):
        return False
    return _open(candidate.gap(candidate.end, candidate.cue[0]), PARTICIPLE)


def _when(candidate: _Candidate) -> bool:
    """`since September 2022, when it said`."""
    if candidate.inside or candidate.end > candidate.cue[0]:
        return False
    words = candidate.gap(candidate.end, candidate.cue[0])
    while words and words[0] == ",":
        words = words[1:]
    return bool(words) and words[0] == "when" and _open(words[1:], 8)


def _of_source(candidate: _Candidate) -> bool:
    """`Friday's statement said`, `according to a letter sent on Monday`, `his tweet last year`."""
    source, page = candidate.source, candidate.page
    if source is None:
        return False
    holds = source[0] <= candidate.start < source[1] or (
        0 <= candidate.start - source[1] <= BETWEEN and not candidate.inside
    )
    named = set(page.lowers(*source)) & dating_words().occasions
    return holds and bool(named) and _open(candidate.gap(source[1], candidate.start), BETWEEN)


def _closing(candidate: _Candidate) -> bool:
    """`rejected the offer on Monday`: at the sentence's end, after what is said, of a verb that acts."""
    if candidate.inside or candidate.start < candidate.cue[1] or not candidate.saying.content:
        return False
    cue = " ".join(candidate.gap(*candidate.cue))
    content = candidate.saying.content[-1]
    gap = candidate.gap(candidate.page.tokens(content)[1], candidate.start)
    after = candidate.gap(candidate.end, candidate.sentence[1])
    acting = cue in dating_words().acting_cues or cue.split(" ")[0] in dating_words().acting_cues
    return acting and len(gap) <= 2 and _open(gap, 2) and (not after or after[0] in ".,")


def _governed(candidate: _Candidate) -> bool:
    """The parse makes the time a modifier of the cue."""
    doc = candidate.page.doc
    if candidate.inside or not candidate.page.parsed:
        return False
    inside = range(candidate.start, candidate.end)
    top = next((doc[index] for index in inside if doc[index].head.i not in inside), None)
    if top is None:
        return False
    modifies = top.dep_.startswith(("obl", "nmod", "advmod"))
    return modifies and candidate.cue[0] <= top.head.i < candidate.cue[1]


_RULES: tuple[tuple[str, Callable[[_Candidate], bool]], ...] = (
    ("day right after the cue", _right_after),
    ("time after the cue", _after),
    ("time between source and cue", _between),
    ("time of the source's document", _of_source),
    ("time at the head of the sentence", _fronted),
    ("time of the participle's clause", _participle),
    ("time explained by a when-clause", _when),
    ("time at the end of the clause", _closing),
    ("time that modifies the cue in the parse", _governed),
)

# Rules so sure of their words that they hold even where the engine counts the time among somebody's words.
_SURE = frozenset({_right_after, _when})
