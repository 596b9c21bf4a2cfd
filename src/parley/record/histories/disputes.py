"""The histories of disputes: what is denied, and sides that accuse each other.

Two statements are put side by side where one denies what the other says, by their words; who denies it again
soon after joins the first. What is claimed beside a denial is looked for among `said_words`.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.model import Statement
from parley.model.codec import Object
from parley.record.days import days
from parley.record.histories.ways import (
    LATEST,
    NO_ANCHOR,
    Handle,
    Line,
    Seen,
    Told,
    Window,
    each,
    numbers,
    span_of,
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


class _StatementWay(ABC):
    """What denials and accusations have in common."""

    kind = ""
    type = "statement"

    def told(self, seen: Seen) -> tuple[str, Object] | None:
        """What orders a telling, and its facts."""
        found = facts_of(seen)
        return found if found is not None and self._is_one(found[1]) else None

    @abstractmethod
    def _is_one(self, facts: Object) -> bool:
        """Whether a statement with these facts is of this kind."""

    def read(self, told: Told) -> Said:
        """What of the statement is compared."""
        return said_of(told.facts)

    def handles(self, told: Told) -> list[Handle]:
        """Each word of what it is about."""
        said: Said = told.read
        return [(word, said.anchor) for word in sorted(said.words)]

    def windows(self, told: Told) -> list[Window]:
        """Those of one word and about one time; those without a day."""
        return windows(told.read)

    def enough(self, told: Told) -> int:
        """As many words as make two speak of the same."""
        return FEWEST

    @abstractmethod
    def near(self, first: Told, second: Told) -> bool:
        """Whether two could stand in one dispute."""

    def fits(self, members: Sequence[Told], told: Told) -> float:
        """Whether the first of those before and this one stand in one dispute."""
        return 1.0 if self.near(members[0], told) else 0.0


def windows(said: Said) -> list[Window]:
    """Where statements are looked up that share a word with another."""
    low, high = said.reach
    ends = [(low, high)] if low == NO_ANCHOR else [(low, high), (NO_ANCHOR, NO_ANCHOR)]
    return [(word, *between) for word in sorted(said.words) for between in ends]


class DenialWay(_StatementWay):
    """Denials by one side of much the same, at about the same time."""

    kind = "denial"

    def _is_one(self, facts: Object) -> bool:
        return bool(facts["denies"] and facts["who"])

    def near(self, first: Told, second: Told) -> bool:
        """Whether two denials are of one side and of the same."""
        one: Said = first.read
        other: Said = second.read
        return one.side == other.side and answers(one, other)

    def line(self, members: Sequence[Told]) -> Line:
        """The denials; what is claimed is put beside them by `beside`."""
        return beside(members, ())


class AccusationWay(_StatementWay):
    """Sides that accuse each other of much the same at about the same time."""

    kind = "accusation"

    def _is_one(self, facts: Object) -> bool:
        return bool(facts["accuses"] and facts["side"])

    def near(self, first: Told, second: Told) -> bool:
        """Whether two accusations are each other's answer."""
        one: Said = first.read
        other: Said = second.read
        if one.side == other.side or not answers(one, other):
            return False
        return speaks_of(one, other) or speaks_of(other, one)

    def line(self, members: Sequence[Told]) -> Line:
        """The first accusation and those that answer it; one alone is no dispute."""
        status = "mutual" if len(members) > 1 else "alone"
        return _line(status, members[:1], members[1:])


def beside(members: Sequence[Told], claims: Sequence[Told]) -> Line:
    """Denials with what is claimed."""
    return _line("denied", claims, members)


def _line(status: str, claims: Sequence[Told], denials: Sequence[Told]) -> Line:
    both = [*claims, *denials]
    dated = [one.facts["day"] for one in both if one.facts["day"]]
    latest = max(dated, key=_end, default=None)
    spread = days(latest)
    content: Object = {
        "claims": [one.finding for one in claims],
        "denials": [one.finding for one in denials],
        "day": latest,
    }
    told = span_of([days(one.facts["day"]) for one in both])
    sides = each(name for one in both for name in (one.facts["who"], one.facts["side"].strip()))
    return Line(spread, told, status, tuple(name for name in sides if name), content)


def _end(day: str) -> str:
    return (days(day) or ("", ""))[1]


def just_before(said: Iterable[Told], denial: Told) -> list[Told]:
    """What "the allegations" means: the last thing said of the denying side before, in the same report.

    Args:
        said: what the report says, in its order.
        denial: the denial.
    """
    own: Said = denial.read
    before = [
        one
        for one in said
        if one.finding != denial.finding
        and one.read.start < own.start
        and one.read.side != own.side
        and (one.read.accuses or speaks_of(one.read, own))
    ]
    return before[-1:]
