"""The histories of commitments: offered, accepted, met, broken or taken back, in whatever reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from parley.identity.deeds import deed_words, handles, same_deed
from parley.model import Commitment
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
    number_of,
    span_of,
)
from parley.record.names import searchable
from parley.record.telling import day_of

_LONGEST = 400
"""Days between two tellings of one commitment: what is promised years later is new."""

_SPREAD = 800
"""Days that cover this and the length of a day that is no more than a year."""

_ENDS = frozenset({"met", "withdrawn", "breach_alleged"})


@dataclass(frozen=True, slots=True)
class _Deed:
    """What of a telling is compared."""

    party: str
    act: str
    first: int
    last: int


class CommitmentWay:
    """How tellings of commitments come together."""

    kind = "commitment"
    type = "commitment"

    def told(self, seen: Seen) -> tuple[str, Object] | None:
        """What orders a telling, and its facts."""
        commitment = seen.finding
        if not isinstance(commitment, Commitment):
            return None
        day, day_from = day_of(commitment.as_of, seen.published)
        spread = days(day)
        facts: Object = {
            "party": commitment.party,
            "act": commitment.act,
            "conditions": list(commitment.conditions),
            "status": commitment.status,
            "awaits": list(commitment.awaits),
            "claimed_by": commitment.claimed_by,
            "issue": commitment.issue,
            "day": day,
            "day_from": day_from,
            "days": list(spread) if spread else None,
            "checked": seen.checked,
        }
        first, last = spread or ("0000-00-00", "0000-00-00")
        order = (first, last, seen.published or "", seen.report, f"{seen.position:06d}", seen.id)
        return " ".join(order), facts

    def read(self, told: Told) -> _Deed:
        """What of a telling is compared."""
        facts = told.facts
        spread = facts["days"]
        first, last = (number_of(spread[0]), number_of(spread[1])) if spread else (NO_ANCHOR, NO_ANCHOR)
        return _Deed(searchable(facts["party"]) or facts["party"], facts["act"], first, last)

    def handles(self, told: Told) -> list[Handle]:
        """The party with each word of the deed."""
        deed: _Deed = told.read
        twice = [_second(handle) for handle in _handles(deed)] if _is_of_one_word(deed.act) else []
        return [(handle, deed.first) for handle in (*_handles(deed), *twice)]

    def windows(self, told: Told) -> list[Window]:
        """The same deeds, not too long before or after; those without a day."""
        deed: _Deed = told.read
        ends = [(max(deed.first - _SPREAD, 0), deed.last + _SPREAD), (NO_ANCHOR, NO_ANCHOR)]
        if deed.first == NO_ANCHOR:
            ends = [(NO_ANCHOR, LATEST)]
        both = [one for handle in _handles(deed) for one in (handle, _second(handle))]
        return [(handle, *between) for handle in both for between in ends]

    def enough(self, told: Told) -> int:
        """Deeds of several words share two; one of a single word is found by it twice."""
        deed: _Deed = told.read
        return 1 if _is_of_one_word(deed.act) else 2

    def near(self, first: Told, second: Told) -> bool:
        """Whether two tellings are of one party's same deed, not too long after each other."""
        one, other = sorted((first, second), key=lambda told: told.sort)
        before: _Deed = one.read
        after: _Deed = other.read
        dated = NO_ANCHOR not in (before.first, after.first)
        if before.party != after.party or (dated and after.first - before.last > _LONGEST):
            return False
        return same_deed(before.act, after.act)

    def fits(self, members: Sequence[Told], told: Told) -> float:
        """Whether one of those before is near; of several histories the one begun first goes on."""
        return 1.0 if any(self.near(one, told) for one in members) else 0.0

    def line(self, members: Sequence[Told]) -> Line:
        """The commitment as all its tellings have it."""
        standing = members[0]
        for one in members[1:]:
            standing = _later(standing, one)
        facts = standing.facts
        spoken = next((one.facts for one in reversed(members) if one.facts["conditions"]), facts)
        rest = [one for one in reversed(members) if one is not standing]
        content: Object = {
            "party": facts["party"],
            "act": _fullest(standing, members),
            "status": facts["status"],
            "claimed_by": facts["claimed_by"],
            "conditions": spoken["conditions"],
            "awaits": spoken["awaits"],
            "issue": next((one.facts["issue"] for one in reversed(members) if one.facts["issue"]), None),
            "day": facts["day"],
            "day_from": facts["day_from"],
            "history": [_telling(one) for one in members],
            "reports": each(one.report for one in reversed(members)),
            "findings": [one.id for one in (standing, *rest)],
            "checked": facts["checked"],
        }
        told = span_of([one.facts["days"] for one in members])
        return Line(days(facts["day"]), told, facts["status"], (facts["party"],), content)


def _handles(deed: _Deed) -> list[str]:
    words = deed_words(deed.act)
    if not words:
        return [f"{deed.party}= {deed.act.casefold()}"]
    return sorted(f"{deed.party}{handle}" for handle in handles(words))


def _second(handle: str) -> str:
    """The second handle of a deed of a single word."""
    return f"{handle} "


def _is_of_one_word(act: str) -> bool:
    """Whether a deed is told in a single word, or in words of which two tell the same."""
    words = deed_words(act)
    apart = all(not handles([one]) & handles([other]) for one, other in combinations(words, 2))
    return len(words) < 2 or not apart


def _later(standing: Told, one: Told) -> Told:
    """Which of two tellings, the second the later, says how far a commitment has come."""
    before, status = standing.facts["status"], one.facts["status"]
    if status in _ENDS or before == "offered":
        return one
    if before == "accepted":
        return one if status == "accepted" else standing
    # A new word after a broken or withdrawn one counts, told again on the same day it does not.
    anew = (one.facts["days"] or []) > (standing.facts["days"] or []) and one.facts["day_from"] == "as_of"
    return one if anew and before != "met" else standing


def _fullest(standing: Told, members: Sequence[Told]) -> str:
    """The words of the act: those of the telling that counts, unless another says more than a noun for it."""
    own: str = standing.facts["act"]
    if len(own.split()) > 1:
        return own
    acts: list[str] = [one.facts["act"] for one in reversed(members)]
    return max(acts, key=len)


def _telling(one: Told) -> list[object]:
    names = ("day", "day_from", "status", "claimed_by", "conditions", "awaits")
    return [*(one.facts[name] for name in names), one.report, one.id]
