"""How well the days of two tellings fit that may be of one encounter."""

from __future__ import annotations

from parley.identity.telling import PLANNED, Day, Telling
from parley.model.findings import EncounterStatus

_OFF = frozenset({EncounterStatus.CANCELLED, EncounterStatus.POSTPONED, EncounterStatus.DENIED})
_BEFORE, _AFTER, _NEAR, _MOVED = 3, 14, 2, 21
"""Days: how far back what was held without a day may lie, how far ahead what is planned; how near two undated
tellings must come out; how far an encounter may be put off."""

WEEK = 10
"""Days from which on a date says too little to tell one encounter from another."""

_MONTH = 31
"""Days of the longest time for which a meeting may be planned and still be known by a day in it."""


def when_fits(first: Telling, second: Telling, *, moved: bool) -> float:
    """How well the days of two tellings fit: 0 they cannot be one encounter.

    Args:
        first: a telling.
        second: another.
        moved: whether the encounter was put off, so that it may have two days.
    """
    if first.on is not None and second.on is not None:
        return _both_dated(first, second, moved=moved)
    if first.on is None and second.on is None:
        return _neither_dated(first, second)
    dated, other = (first, second) if first.on is not None else (second, first)
    return _one_dated(dated, other)


def _both_dated(first: Telling, second: Telling, *, moved: bool) -> float:
    if first.on is None or second.on is None:
        return 0.0
    if _overlap(first.on, second.on):
        if first.dated and second.dated:
            return 1.0
        if _came_true(first, second) or _came_true(second, first):
            return 0.4
        if max(_length(first.on), _length(second.on)) <= WEEK:
            return 0.5
        near = abs((first.published or 0) - (second.published or 0)) <= _NEAR
        return 0.3 if first.on == second.on and near else 0.0
    gap = max(first.on[0], second.on[0]) - min(first.on[1], second.on[1])
    return 0.7 if moved and gap <= _MOVED and first.dated and second.dated else 0.0


def _came_true(planned: Telling, held: Telling) -> bool:
    """Whether what one report plans for a month is what a later one tells of a day of it.

    Talks go on for months; a meeting of the same two in the month it was planned for is that meeting.
    """
    if planned.status not in PLANNED or held.status in PLANNED or not held.dated or planned.on is None:
        return False
    both = set(planned.participants) & set(held.participants)
    later = (planned.published or 0) <= (held.published or 0)
    return (
        "talks" not in (planned.form, held.form) and len(both) > 1 and later and _length(planned.on) <= _MONTH
    )


def _length(on: tuple[Day, Day]) -> int:
    return on[1] - on[0] + 1


def _one_dated(dated: Telling, other: Telling) -> float:
    """One telling gives the day, the other only when its report came out."""
    if dated.on is None or other.published is None or _length(dated.on) > WEEK:
        return 0.0
    if len(other.participants) < 2 or len(dated.participants) < 2:
        near = dated.published is not None and abs(dated.published - other.published) <= 1
        return 0.4 if near and other.where and other.where == dated.where else 0.0
    if other.status in PLANNED:
        fits = other.published - 1 <= dated.on[1] and dated.on[0] <= other.published + _AFTER
    elif other.status in _OFF:
        fits = abs(dated.on[0] - other.published) <= _AFTER
    else:
        fits = dated.on[0] <= other.published and other.published - _BEFORE <= dated.on[1]
    return 0.6 if fits else 0.0


def _neither_dated(first: Telling, second: Telling) -> float:
    if first.published is None or second.published is None:
        return 0.3 if first.report == second.report else 0.0
    gap = abs(first.published - second.published)
    if min(len(first.participants), len(second.participants)) < 2:
        return 0.4 if gap <= _NEAR and _alike(first, second) else 0.0
    if (first.status in PLANNED) == (second.status in PLANNED):
        return 0.5 if gap <= _NEAR else 0.0
    planned, other = (first, second) if first.status in PLANNED else (second, first)
    in_order = (planned.published or 0) <= (other.published or 0)
    return 0.5 if in_order and gap <= _AFTER // 2 else 0.0


def _alike(first: Telling, second: Telling) -> bool:
    """Whether undated tellings with one participant say the same: talks of a party, a summit at a place."""
    if first.form != second.form or (first.status in PLANNED) != (second.status in PLANNED):
        return False
    if set(first.participants) != set(second.participants):
        return False
    placed = bool(first.where) and first.where == second.where
    apart = bool(first.where) and bool(second.where) and first.where != second.where
    of_party = all(who == f"party:{party}" or not party for who, party in first.participants.items())
    return placed or (first.form == "talks" and of_party and not apart)


def _overlap(first: tuple[Day, Day], second: tuple[Day, Day]) -> bool:
    return first[0] <= second[1] and second[0] <= first[1]
