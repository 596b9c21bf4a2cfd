"""Which tellings, in one report or in many, are of one encounter: planned on Monday, held on Tuesday.

Two tellings are of one where who takes part, the form and the day fit. A telling without a day is placed by
when its report came out: what was held was held shortly before, what is planned comes shortly after. A pure
function of the tellings: the order they are given in changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from parley.identity.meeting_days import when_fits
from parley.identity.telling import PLANNED, Telling
from parley.model.findings import EncounterStatus

_ALIKE: Mapping[str, str] = MappingProxyType(
    {"meeting": "gathering", "talks": "gathering", "summit": "gathering", "visit": "gathering"}
)
"""Forms that different reports give one encounter; calls and briefings are only ever what they are."""


def fits(members: Sequence[Telling], telling: Telling) -> float:
    """How well a telling fits those held for one encounter so far; 0 not at all."""
    if alike_form(members[0].form) != alike_form(telling.form):
        return 0.0
    if any(one.report == telling.report and not _same_within(one, telling) for one in members):
        return 0.0
    if any(_is_the_next(telling, one) for one in members):
        return 0.0
    moved = any(one.status is EncounterStatus.POSTPONED for one in (*members, telling))
    if any(when_fits(one, telling, moved=moved) == 0.0 for one in members if one.dated):
        return 0.0
    return max(
        _shared(one.participants, telling.participants) * when_fits(one, telling, moved=moved)
        for one in members
    )


def near(first: Telling, second: Telling) -> bool:
    """Whether two tellings alone could be of one encounter, if it were put off."""
    if alike_form(first.form) != alike_form(second.form):
        return False
    return (
        when_fits(first, second, moved=True) > 0.0 and _shared(first.participants, second.participants) > 0.0
    )


def alike_form(form: str) -> str:
    """What stands for a form and all that different reports may give the same encounter."""
    return _ALIKE.get(form, form)


@dataclass
class _Thread:
    """Tellings held for one encounter so far."""

    tellings: list[Telling] = field(default_factory=list)


def threads(
    tellings: Iterable[Telling], ruled: Sequence[tuple[str, str, bool]] = ()
) -> tuple[tuple[Telling, ...], ...]:
    """Group tellings by the encounter they tell of, each group in the order of telling.

    Args:
        tellings: all of them.
        ruled: pairs of ids that people held for one encounter (True), or for two.
    """
    found: list[_Thread] = []
    by_who: dict[str, set[int]] = defaultdict(set)
    place_of: dict[str, int] = {}
    for telling in sorted(tellings, key=lambda one: one.order):
        number = _decided(telling, ruled, place_of, apart := _apart(telling, ruled, place_of))
        if number is None:
            number = _best(telling, found, by_who, apart)
        if number is None:
            number = len(found)
            found.append(_Thread())
        found[number].tellings.append(telling)
        place_of[telling.id] = number
        for who in _handles(telling):
            by_who[who].add(number)
    return tuple(tuple(thread.tellings) for thread in found)


def _decided(
    telling: Telling,
    ruled: Sequence[tuple[str, str, bool]],
    place_of: Mapping[str, int],
    apart: frozenset[int],
) -> int | None:
    """The thread a person put a telling in."""
    for first, second, one in reversed(ruled):
        if one and telling.id in (first, second):
            number = place_of.get(second if telling.id == first else first)
            if number is not None and number not in apart:
                return number
    return None


def _apart(
    telling: Telling, ruled: Sequence[tuple[str, str, bool]], place_of: Mapping[str, int]
) -> frozenset[int]:
    """The threads a person keeps a telling out of."""
    last: dict[str, bool] = {}
    for first, second, one in ruled:
        if telling.id in (first, second):
            last[second if telling.id == first else first] = one
    return frozenset(place_of[other] for other, one in last.items() if not one and other in place_of)


def _best(
    telling: Telling, found: Sequence[_Thread], by_who: Mapping[str, set[int]], apart: frozenset[int]
) -> int | None:
    near = {number for who in _handles(telling) for number in by_who.get(who, ())} - apart
    rated = [(fits(found[number].tellings, telling), -number) for number in near]
    best = max(rated, default=(0.0, 0))
    return -best[1] if best[0] > 0.0 else None


def _handles(telling: Telling) -> Iterator[str]:
    """What a telling is looked up by."""
    for who, party in telling.participants.items():
        yield who
        if party:
            yield f"party {party}"


def _shared(first: Mapping[str, str], second: Mapping[str, str]) -> float:
    """How far the same take part: 1 all of both, 0 not enough to be one encounter.

    A country stands for whoever is of it, as one report has presidents talk and another their countries.
    """
    smaller, larger = sorted((first, second), key=len)
    if not smaller:
        # Told without anybody, by its day alone ("the round planned for September").
        return 0.0 if larger else 0.5
    direct = set(smaller) & set(larger)
    left = {who: larger[who] for who in larger if who not in direct}
    matched = float(len(direct))
    for who in sorted(set(smaller) - direct):
        of_party = [one for one in sorted(left) if _stands_for(who, smaller[who], one, left[one])]
        if of_party:
            del left[of_party[0]]
            matched += 0.75
    if len(smaller) == 1:
        return 0.6 if direct and len(larger) == 1 else 0.3 if direct else 0.0
    if matched / len(smaller) < 0.75:
        return 0.0
    return matched / len(larger) * 0.4 + matched / len(smaller) * 0.6


def _stands_for(first: str, first_party: str, second: str, second_party: str) -> bool:
    """Whether one of two is a country and the other somebody of it."""
    if not first_party or first_party != second_party:
        return False
    return first.startswith("party:") != second.startswith("party:")


def _is_the_next(telling: Telling, held: Telling) -> bool:
    """Whether a plan is for a day after what was already held: then it is for another encounter."""
    if telling.status not in PLANNED or held.status is not EncounterStatus.HELD or telling.on is None:
        return False
    day = held.on[1] if held.on is not None else held.published
    return day is not None and telling.on[0] > day


def _same_within(first: Telling, second: Telling) -> bool:
    """Whether two findings of one report are of one encounter: it tells them apart for a reason."""
    same = first.form == second.form and set(first.participants) == set(second.participants)
    return same and first.dated and first.on == second.on
