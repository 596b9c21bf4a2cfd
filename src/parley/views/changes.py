"""What changed since a day: stances before and after, encounters that came nearer or fell through, proposals.

Each change shows both sides with the words that tell of them. A stance that is only repeated is no change,
nor is a copy of an older report; a party that was not heard again has not changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.model import Encounter, Position, Proposal, Stance, words_at
from parley.record import Record
from parley.record.courses import Course
from parley.record.days import asked_days, check_order, days
from parley.record.entries import StoredFinding
from parley.record.names import asked_words, has_words, searchable
from parley.record.telling import day_of

# How far a stance goes towards the other side, from refusal to agreement without conditions. Our own order:
# it says only which of two stances of one party gives more, never how much.
_GIVES = {
    Stance.REJECTS: 0,
    Stance.WITHHOLDS: 1,
    Stance.UNDECIDED: 2,
    Stance.ACCEPTS_IN_PRINCIPLE: 3,
    Stance.ACCEPTS_IF: 4,
    Stance.ACCEPTS: 5,
}
_GIVEN = frozenset(
    {Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.ACCEPTS_IN_PRINCIPLE, Stance.OFFERS, Stance.PROPOSES}
)
_WISHES = {Stance.SEEKS: 0, Stance.PROPOSES: 0, Stance.DEMANDS: 1}
"""How hard a party presses for what it wants: to seek a thing is no other stance than to propose it."""


class ChangeKind(StrEnum):
    """What a change comes to."""

    NEW = "new"
    HARDENED = "hardened"
    SOFTENED = "softened"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    ENCOUNTER = "encounter"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: what was so, and the words that show it.

    Attributes:
        value: the stance, the encounter's status, or the proposal's label.
        on: what it is on, in the report's words.
        conditions: in the report's words.
        day: EDTF date it is of, or of publication, or None.
        words: the words of the report that show it.
        report: the report's id.
        outlet: who published it, or None.
        finding: the finding's id.
        checked: whether a person looked at it.
    """

    value: str
    on: str
    conditions: tuple[str, ...]
    day: str | None
    words: str
    report: str
    outlet: str | None
    finding: str
    checked: str


@dataclass(frozen=True, slots=True)
class Change:
    """Something that is not as it was.

    Attributes:
        kind: see `ChangeKind`.
        who: the party, or who takes part in the encounter.
        topic: the issue family, or what it is on.
        before: how it was; None where nothing was found before.
        after: how it is.
    """

    kind: ChangeKind
    who: str
    topic: str
    before: Side | None
    after: Side


@dataclass(frozen=True, slots=True)
class _Dated:
    """A finding with its day and the key of what it is about."""

    stored: StoredFinding
    day: str | None
    first: str
    last: str


def changes(
    record: Record,
    since: str,
    until: str | None = None,
    *,
    party: str | None = None,
    stances_only: bool = False,
) -> list[Change]:
    """What changed in a record from a day on.

    Args:
        record: an open record.
        since: EDTF date; its first day is the first day of what counts as after.
        until: EDTF date; leaves out what is later than its last day.
        party: words of the name of the party, or of somebody who takes part, in any order.
        stances_only: whether to leave out encounters and proposals.

    Returns:
        The changes, stances first, by party, the latest first within each.

    Raises:
        BadFilter: when a date is not one, or `party` has no word to look for.
    """
    words = asked_words(party)
    start, end = asked_days(since)[0], asked_days(until)[1] if until is not None else "9999"
    check_order(since, until)
    record.fold()
    found = [*_position_changes(record.courses("position", start, end))]
    if not stances_only:
        found += _proposal_changes(record.courses("proposal", start, end), start, end)
        found += _encounter_changes(record.courses("encounter", start, end))
    return sorted((one for one in found if has_words(one.who, words)), key=in_order)


def in_order(change: Change) -> tuple[object, ...]:
    """What changes are sorted by: stances first, by party, the latest first."""
    after = change.after
    return _RANK[change.kind], searchable(change.who), _latest_first(after.day), change.topic, after.finding


_RANK = {kind: rank for rank, kind in enumerate((
    ChangeKind.WITHDRAWN, ChangeKind.HARDENED, ChangeKind.SOFTENED, ChangeKind.CHANGED, ChangeKind.NEW,
    ChangeKind.PROPOSAL, ChangeKind.ENCOUNTER,
))}  # fmt: skip


def _latest_first(day: str | None) -> tuple[int, ...]:
    return tuple(-ord(letter) for letter in day or "")


def _dated(stored: StoredFinding, own: str | None) -> _Dated:
    day, _ = day_of(own, stored.report.published)
    first, last = days(day) or ("", "")
    return _Dated(stored, day, first, last)


def _position_changes(told: Iterable[Course]) -> Iterable[Change]:
    for course in told:
        before = _stance_dated(course.before) if course.before is not None else None
        change = _stance_change(before, _stance_dated(course.after))
        if change is not None:
            yield change


def _stance_dated(stored: StoredFinding) -> _Dated:
    assert isinstance(stored.finding, Position)
    return _dated(stored, stored.finding.as_of)


def _stance_change(before: _Dated | None, after: _Dated) -> Change | None:
    new = _position(after)
    side = _side(after, new.stance.value, new.on, new.conditions)
    topic = new.issue or new.on
    if before is None:
        return Change(ChangeKind.NEW, new.party, topic, None, side)
    old = _position(before)
    kind = step(old.stance, old.conditions, new.stance, new.conditions)
    if kind is None:
        return None
    return Change(kind, new.party, topic, _side(before, old.stance.value, old.on, old.conditions), side)


def step(
    old: Stance, old_conditions: Sequence[str], new: Stance, new_conditions: Sequence[str]
) -> ChangeKind | None:
    """What the step from one stance on a thing to another on the same comes to; None where nothing changed.

    Args:
        old: the earlier stance.
        old_conditions: its conditions, in the report's words.
        new: the later stance.
        new_conditions: its conditions.
    """
    if old is new:
        before, after = set(map(searchable, old_conditions)), set(map(searchable, new_conditions))
        if after - before:
            return ChangeKind.HARDENED if len(after) > len(before) else ChangeKind.CHANGED
        return ChangeKind.SOFTENED if before and not after else None
    if old in _GIVEN and new is Stance.REJECTS:
        return ChangeKind.WITHDRAWN
    if old in _WISHES and new in _WISHES:
        if _WISHES[old] == _WISHES[new]:
            return None
        return ChangeKind.HARDENED if _WISHES[new] > _WISHES[old] else ChangeKind.SOFTENED
    if old in _GIVES and new in _GIVES:
        return ChangeKind.SOFTENED if _GIVES[new] > _GIVES[old] else ChangeKind.HARDENED
    return ChangeKind.CHANGED


def contradict(stances: Iterable[Stance]) -> bool:
    """Whether stances of one party on one thing cannot hold together: given by one, refused by another."""
    found = set(stances)
    return Stance.REJECTS in found and bool(found & _GIVEN)


def _position(one: _Dated) -> Position:
    assert isinstance(one.stored.finding, Position)
    return one.stored.finding


def _side(one: _Dated, value: str, on: str, conditions: Sequence[str] = ()) -> Side:
    stored = one.stored
    text = stored.report.text
    words = words_at(stored.finding.evidence, text)
    return Side(
        value,
        on,
        tuple(conditions),
        one.day,
        words,
        stored.report.id,
        stored.report.outlet,
        stored.id,
        stored.checked.value,
    )


def _proposal_changes(told: Iterable[Course], start: str, end: str) -> Iterable[Change]:
    for course in told:
        assert course.first is not None
        proposal = course.first.finding
        assert isinstance(proposal, Proposal)
        first = _dated(course.first, proposal.on)
        if start <= first.last and first.first <= end:
            side = _side(first, proposal.label, proposal.label, proposal.terms)
            yield Change(ChangeKind.PROPOSAL, proposal.proposed_by or "", proposal.label, None, side)


def _encounter_changes(told: Iterable[Course]) -> Iterable[Change]:
    """Encounters first told of after the day, and those whose status is another than it was told before.

    Here the day is that of the telling, not that of the encounter.
    """
    for course in told:
        new = _dated(course.after, None)
        old = _dated(course.before, None) if course.before is not None else None
        encounter = _encounter(new)
        if old is None and encounter.on is None:
            continue
        if old is not None and _encounter(old).status is encounter.status:
            continue
        yield Change(
            ChangeKind.ENCOUNTER,
            ", ".join(encounter.participants),
            encounter.form,
            _met(old) if old is not None else None,
            _met(new),
        )


def _encounter(one: _Dated) -> Encounter:
    assert isinstance(one.stored.finding, Encounter)
    return one.stored.finding


def _met(one: _Dated) -> Side:
    encounter = _encounter(one)
    on = " ".join(
        part for part in (encounter.form, encounter.place and f"in {encounter.place}", encounter.on) if part
    )
    return _side(one, encounter.status.value, on)
