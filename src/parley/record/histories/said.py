"""What of a statement is compared with others in a dispute: its side, its day, and the words it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.model import Statement
from parley.model.codec import Object
from parley.record.histories.ways import (
    LATEST,
    NO_ANCHOR,
    Seen,
    numbers,
)
from parley.record.names import searchable
from parley.record.telling import day_of
from parley.vocabulary.disputes import bases_of, dispute_words

APART = 14
"""Days a claim and its denial may lie apart: what is denied later is hardly the same news."""

_ALIKE = 0.5
"""Of the words of the shorter of two, so many must stand in the other for both to speak of the same."""

FEWEST = 2
_OPENING = 3
_BEFORE = 800
"""Characters: longer sentences are rare."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=\S|$)")

_CLAUSE_ENDS = (";", ",", "—", "–")
_CLAUSE = 4
"""Telling words of a clause that says something; "asked on Friday" has fewer."""

_LONG = 31
"""Days; a longer time than this is looked up as none."""


@dataclass(frozen=True, slots=True)
class Said:
    """What of a statement is compared.

    Attributes:
        side: for whom it is said: two of one side do not contradict each other here.
        words: what it is about.
        days: first and last day it was said, as numbers, or None.
        about: whom it speaks of, as names are searched.
        accuses: whether it accuses.
        start: where it stands in its report.
    """

    side: str
    words: frozenset[str]
    days: tuple[int, int] | None
    about: frozenset[str]
    accuses: bool
    start: int

    @property
    def anchor(self) -> int:
        """The day it is looked up by."""
        if self.days is None or self.days[1] - self.days[0] > _LONG:
            return NO_ANCHOR
        return self.days[0]

    @property
    def reach(self) -> tuple[int, int]:
        """The days of what may be said of the same."""
        if self.days is None:
            return NO_ANCHOR, LATEST
        return max(self.days[0] - APART - _LONG, 0), self.days[1] + APART


def facts_of(seen: Seen) -> tuple[str, Object] | None:
    """What orders a statement and what is compared of it; None where there are no words of its own."""
    statement = seen.finding
    if not isinstance(statement, Statement) or not statement.content:
        return None
    source = statement.source
    cue = _bases(statement.cue.of(seen.text) if statement.cue is not None else "")
    lists = dispute_words()
    day, _ = day_of(statement.said_on, seen.published)
    said = " … ".join(" ".join(span.of(seen.text).split()) for span in statement.content)
    denies = bool(cue & lists.denying) and ("deny" in cue or not _opening(said) & lists.asked)
    words = _telling(said)
    if denies and not words:
        # "Sudland denies that": what is denied was told just before.
        words = _telling(_just_before(seen.text, statement.evidence[0].start))
    facts: Object = {
        "who": source.name if source is not None else "",
        "side": searchable((source.on_behalf_of or source.name) if source is not None else ""),
        "words": sorted(words),
        "about": sorted(searchable(name) for name in statement.about),
        "denies": denies,
        "accuses": bool(cue & lists.accusing),
        "start": statement.evidence[0].start,
        "day": day,
        "days": numbers(day),
    }
    return f"{seen.published or '9999'} {seen.report} {seen.position:06d} {seen.id}", facts


def said_of(facts: Object) -> Said:
    """What is compared of a statement, from its facts."""
    spread = facts["days"]
    return Said(
        facts["side"],
        frozenset(facts["words"]),
        (spread[0], spread[1]) if spread else None,
        frozenset(facts["about"]),
        facts["accuses"],
        facts["start"],
    )


def answers(one: Said, other: Said) -> bool:
    """Whether two statements speak of the same at about the same time."""
    shared = len(one.words & other.words)
    alike = shared >= FEWEST and shared >= _ALIKE * min(len(one.words), len(other.words))
    return alike and _near(one.days, other.days)


def speaks_of(one: Said, other: Said) -> bool:
    """Whether a statement is about the other's side."""
    return any(word in one.words for word in other.side.split()) or other.side in one.about


def _near(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    if one is None or other is None:
        return True
    return max(one[0] - other[1], other[0] - one[1]) <= APART


def _just_before(text: str, start: int) -> str:
    """The clauses before a place's own in its sentence; where they tell little, also the sentence before."""
    before = text[max(0, start - _BEFORE) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(before)]
    own = before[ends[-1] :] if ends else before
    clauses = own[: max(map(own.rfind, _CLAUSE_ENDS)) + 1]
    if len(_telling(clauses)) >= _CLAUSE:
        return clauses
    return before[ends[-2] :] if len(ends) > 1 else before


def _bases(words: str) -> frozenset[str]:
    return frozenset(base for word in searchable(words).split() for base in bases_of(word))


def _opening(words: str) -> frozenset[str]:
    """The base forms of what a content opens with."""
    return frozenset(base for word in searchable(words).split()[:_OPENING] for base in bases_of(word))


def _telling(words: str) -> frozenset[str]:
    """The words that tell what a content is about, each by its shortest base form."""
    lists = dispute_words()
    plain = (word for word in searchable(words).split() if word not in lists.common)
    shortest = (min(bases_of(word), key=lambda base: (len(base), base)) for word in plain)
    return frozenset(word for word in shortest if word not in lists.wrapping | lists.common)
