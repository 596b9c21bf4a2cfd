"""What of a statement is compared with others in a dispute: its side, its day, and the words it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.model import Statement
from parley.model.codec import Object
from parley.record.histories.polarity import asserts, of_the_past, said_not
from parley.record.histories.ways import (
    LATEST,
    NO_ANCHOR,
    Seen,
    numbers,
)
from parley.record.names import searchable
from parley.record.telling import day_of
from parley.vocabulary.disputes import bases_of, dispute_words, shortest_base, state_names

APART = 14
"""Days a claim and its denial may lie apart: what is denied later is hardly the same news."""

_ALIKE = 0.5
"""Of the words of the shorter of two, more must stand in the other for both to speak of the same."""

_COVERED = 0.6
"""So much of what is said not to be so must be in a claim: nobody calls it a denial."""

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
        sentences: the same, sentence by sentence.
        days: first and last day it was said, as numbers, or None.
        about: whom it speaks of, as names are searched.
        accuses: whether it accuses.
        denies: whether it is told as a denial.
        negated: what its own words say was not so, the first words behind the "not"; None where they do not.
        points: whether it only points back to what it denies ("the allegations").
        asserts: whether it says that something is or was so.
        past: whether nothing of it is still to come.
        start: where it stands in its report.
    """

    side: str
    words: frozenset[str]
    sentences: tuple[frozenset[str], ...]
    days: tuple[int, int] | None
    about: frozenset[str]
    accuses: bool
    denies: bool
    negated: frozenset[str] | None
    points: bool
    asserts: bool
    past: bool
    start: int

    @property
    def names(self) -> frozenset[str]:
        """Words for countries, and for whom it is said: they are in all that is said of a conflict."""
        return self.words & (state_names() | set(self.side.split()))

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
    cue_words = statement.cue.of(seen.text) if statement.cue is not None else ""
    cue = _bases(cue_words)
    lists = dispute_words()
    day, _ = day_of(statement.said_on, seen.published)
    said = " … ".join(" ".join(span.of(seen.text).split()) for span in statement.content)
    denies = bool(cue & lists.denying) and ("deny" in cue or not _opening(said) & lists.asked)
    sentences = [words for part in _SENTENCE_END.split(said) if (words := _telling(part))]
    negated = None if denies else said_not(said)
    points = denies and len(frozenset().union(*sentences)) < FEWEST
    if points:
        # "Sudland denies that": what is denied was told just before.
        sentences = [_telling(_just_before(seen.text, statement.evidence[0].start))]
    facts: Object = {
        "who": source.name if source is not None else "",
        "side": searchable((source.on_behalf_of or source.name) if source is not None else ""),
        "words": [sorted(words) for words in sentences],
        "about": sorted(searchable(name) for name in statement.about),
        "denies": denies,
        "accuses": bool(cue & lists.accusing),
        "negated": None if negated is None else sorted(_telling(negated)),
        "points": points,
        "asserts": bool(cue & lists.accusing) or asserts(said, cue_words),
        "past": of_the_past(said),
        "start": statement.evidence[0].start,
        "day": day,
        "days": numbers(day),
    }
    return f"{seen.published or '9999'} {seen.report} {seen.position:06d} {seen.id}", facts


def said_of(facts: Object) -> Said:
    """What is compared of a statement, from its facts.

    Facts that an older version kept have less, until they are made anew: the first question does that, but a
    report may be added, and who is who made anew, before it.
    """
    spread, words, negated = facts["days"], facts["words"], facts.get("negated")
    if words and isinstance(words[0], str):
        words = [words]
    sentences = tuple(map(frozenset, words))
    return Said(
        side=facts["side"],
        words=frozenset().union(*sentences),
        sentences=sentences,
        days=(spread[0], spread[1]) if spread else None,
        about=frozenset(facts["about"]),
        accuses=facts["accuses"],
        denies=facts["denies"],
        negated=None if negated is None else frozenset(negated),
        points=facts.get("points", False),
        asserts=facts.get("asserts", True),
        past=facts.get("past", True),
        start=facts["start"],
    )


def answers(one: Said, other: Said) -> bool:
    """Whether two statements speak of the same at about the same time.

    Names of countries and of the two sides show nothing: all that is said of a conflict has them.
    """
    if not _near(one.days, other.days):
        return False
    named = one.names | other.names
    accused = (one.accuses and speaks_of(one, other)) or (other.accuses and speaks_of(other, one))
    return any(
        _alike(first - named, second - named, accused=accused)
        for first in one.sentences
        for second in other.sentences
    )


def claims(claim: Said, denial: Said) -> bool:
    """Whether one says what another denies, both by their own words."""
    if of_one_side(claim, denial) or not claim.asserts or claim.denies or claim.negated is not None:
        return False
    if denial.negated is not None and not (claim.past and _covers(claim, denial)):
        return False
    return answers(claim, denial)


def _alike(one: frozenset[str], other: frozenset[str], *, accused: bool) -> bool:
    """Whether two share enough words: more than half of the fewer, half where one accuses the other."""
    shared, half = len(one & other), _ALIKE * min(len(one), len(other))
    return shared >= FEWEST and (shared > half or (accused and shared == half))


def _covers(claim: Said, denial: Said) -> bool:
    """Whether a claim has most of what a denial is about, less names, and what it says was not so."""
    plain = denial.words - denial.names - claim.names
    core = denial.negated or plain
    return bool(core & claim.words) and len(plain & claim.words) >= _COVERED * len(plain)


def of_one_side(one: Said, other: Said) -> bool:
    """Whether two are said for one side, or the one's is a part of the other's ("Norsund and Ostmark")."""
    first, second = set(one.side.split()), set(other.side.split())
    return one.side == other.side or (bool(first and second) and (first <= second or second <= first))


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
    return frozenset(word for word in map(shortest_base, plain) if word not in lists.wrapping | lists.common)
