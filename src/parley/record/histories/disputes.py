"""The histories of disputes: what is denied, and sides that accuse each other.

Two statements are put side by side where one denies what the other says, by their words; who denies it again
soon after joins the first. What is claimed beside a denial is looked for among `said_words`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from parley.model.codec import Object
from parley.record.days import days
from parley.record.histories.said import FEWEST, Said, answers, facts_of, of_one_side, said_of, speaks_of
from parley.record.histories.ways import (
    NO_ANCHOR,
    Handle,
    Line,
    Seen,
    Told,
    Window,
    each,
    span_of,
)


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
    """Denials by one side of much the same, at about the same time.

    Also what is only said not to be so ("there was no call"): a denial where another says that it was.
    """

    kind = "denial"

    def _is_one(self, facts: Object) -> bool:
        return bool((facts["denies"] or facts["negated"] is not None) and facts["who"])

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
        if of_one_side(one, other) or not answers(one, other):
            return False
        return speaks_of(one, other) or speaks_of(other, one)

    def line(self, members: Sequence[Told]) -> Line:
        """The first accusation and those that answer it; one alone is no dispute."""
        status = "mutual" if len(members) > 1 else "alone"
        return _line(status, members[:1], members[1:])


def beside(members: Sequence[Told], claims: Sequence[Told]) -> Line:
    """Denials with what is claimed; what is only said not to be so is no dispute where nobody claims it."""
    denied = bool(claims) or any(one.read.denies for one in members)
    return _line("denied" if denied else "alone", claims, members)


def _line(status: str, claims: Sequence[Told], denials: Sequence[Told]) -> Line:
    both = [*claims, *denials]
    dated = [one.facts["day"] for one in both if one.facts["day"]]
    latest = max(dated, key=_end, default=None)
    spread = days(latest)
    content: Object = {
        "claims": [one.finding for one in claims],
        "denials": [one.finding for one in denials],
        "points": bool(denials) and denials[0].read.points,
        "day": latest,
    }
    told = span_of([days(one.facts["day"]) for one in both])
    sides = each(name for one in both for name in (one.facts["who"], one.facts["side"].strip()))
    return Line(spread, told, status, tuple(name for name in sides if name), content)


def _end(day: str) -> str:
    return (days(day) or ("", ""))[1]


_BEFORE = 700
"""Characters within which stands what "the allegations" mean."""
_JUST_BEFORE = 300
"""Within which it is what was said last, whomever that was about."""


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
        and own.start - _BEFORE <= one.read.start < own.start
        and not of_one_side(one.read, own)
        and one.read.asserts
        and one.read.negated is None
    ]
    of_it = [one for one in before if one.read.accuses or speaks_of(one.read, own)]
    return (of_it or [one for one in before if own.start - _JUST_BEFORE <= one.read.start])[-1:]
