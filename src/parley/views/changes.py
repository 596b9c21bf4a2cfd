"""What changed since a day: stances before and after, encounters that came nearer or fell through, proposals.

Each change shows both sides with the words that tell of them. A stance that is only repeated is no change,
nor is a copy of an older report; a party that was not heard again has not changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.copies.kinds import Relation
from parley.model import Encounter, EncounterStatus, Holder, Position, Proposal, Stance
from parley.record import Record
from parley.record.days import days
from parley.record.entries import StoredFinding
from parley.record.errors import BadFilter
from parley.record.names import searchable
from parley.views.board import day_of, thing

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
_FOLDED = frozenset({Relation.REPRINT, Relation.PARTIAL, Relation.PARAPHRASE})
_GIVEN = frozenset(
    {Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.ACCEPTS_IN_PRINCIPLE, Stance.OFFERS, Stance.PROPOSES}
)
_AHEAD = frozenset({EncounterStatus.PROPOSED, EncounterStatus.SCHEDULED})


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


class _Tellings:
    """The findings of a record's reports without those that only copy another."""

    def __init__(self, record: Record) -> None:
        record.fold()
        self.record = record
        self.copies = {name for name, (_, relation) in record.family_ids().items() if relation in _FOLDED}

    def of(self, kind: str) -> list[StoredFinding]:
        """The findings of one type."""
        return [one for one in self.record.findings_of_type(kind) if one.report.id not in self.copies]


def changes(record: Record, since: str, until: str | None = None) -> list[Change]:
    """What changed in a record from a day on.

    Args:
        record: an open record.
        since: EDTF date; its first day is the first day of what counts as after.
        until: EDTF date; leaves out what is later than its last day.

    Returns:
        The changes, stances first, by party, the latest first within each.

    Raises:
        BadFilter: when a date is not one.
    """
    start, end = _bound(since)[0], _bound(until)[1] if until is not None else "9999"
    told = _Tellings(record)
    found = [
        *_position_changes(told.of("position"), start, end),
        *_proposal_changes(told.of("proposal"), start, end),
        *_encounter_changes(told.of("encounter"), start, end),
    ]
    return sorted(found, key=lambda one: (_RANK[one.kind], searchable(one.who), _latest_first(one.after.day)))


_RANK = {kind: rank for rank, kind in enumerate((
    ChangeKind.WITHDRAWN, ChangeKind.HARDENED, ChangeKind.SOFTENED, ChangeKind.CHANGED, ChangeKind.NEW,
    ChangeKind.PROPOSAL, ChangeKind.ENCOUNTER,
))}  # fmt: skip


def _latest_first(day: str | None) -> tuple[int, ...]:
    return tuple(-ord(letter) for letter in day or "")


def _bound(date: str) -> tuple[str, str]:
    found = days(date)
    if found is None:
        raise BadFilter(f"{date!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.")
    return found


def _dated(stored: StoredFinding, own: str | None) -> _Dated:
    day, _ = day_of(own, stored.report.published)
    first, last = days(day) or ("", "")
    return _Dated(stored, day, first, last)


def _groups(pairs: Iterable[tuple[object, _Dated]]) -> list[list[_Dated]]:
    grouped: dict[object, list[_Dated]] = {}
    for key, one in pairs:
        if one.day is not None:
            grouped.setdefault(key, []).append(one)
    return [sorted(group, key=lambda one: (one.first, one.last)) for group in grouped.values()]


def _position_changes(told: Iterable[StoredFinding], start: str, end: str) -> Iterable[Change]:
    dated = (
        ((searchable(stored.finding.party), stored.finding.issue or thing(stored.finding.on),
          thing(stored.finding.on)), _dated(stored, stored.finding.as_of))
        for stored in told
        if isinstance(stored.finding, Position) and stored.finding.holder is Holder.SELF
    )  # fmt: skip
    for group in _groups(dated):
        before = [one for one in group if one.last < start]
        after = [one for one in group if start <= one.last and one.first <= end]
        if not after:
            continue
        change = _stance_change(before[-1] if before else None, after[-1])
        if change is not None:
            yield change


def _stance_change(before: _Dated | None, after: _Dated) -> Change | None:
    new = _position(after)
    side = _side(after, new.stance.value, new.on, new.conditions)
    topic = new.issue or new.on
    if before is None:
        return Change(ChangeKind.NEW, new.party, topic, None, side)
    old = _position(before)
    kind = _kind(old, new)
    if kind is None:
        return None
    return Change(kind, new.party, topic, _side(before, old.stance.value, old.on, old.conditions), side)


def _kind(old: Position, new: Position) -> ChangeKind | None:
    """What the step from one stance to another comes to; None where nothing changed."""
    if old.stance is new.stance:
        if set(map(searchable, new.conditions)) - set(map(searchable, old.conditions)):
            return ChangeKind.HARDENED if len(new.conditions) > len(old.conditions) else ChangeKind.CHANGED
        return ChangeKind.SOFTENED if old.conditions and not new.conditions else None
    if old.stance in _GIVEN and new.stance is Stance.REJECTS:
        return ChangeKind.WITHDRAWN
    if old.stance in _GIVES and new.stance in _GIVES:
        return ChangeKind.SOFTENED if _GIVES[new.stance] > _GIVES[old.stance] else ChangeKind.HARDENED
    return ChangeKind.CHANGED


def _position(one: _Dated) -> Position:
    assert isinstance(one.stored.finding, Position)
    return one.stored.finding


def _side(one: _Dated, value: str, on: str, conditions: Sequence[str] = ()) -> Side:
    stored = one.stored
    text = stored.report.text
    words = " … ".join(" ".join(span.of(text).split()) for span in stored.finding.evidence)
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


def _proposal_changes(told: Iterable[StoredFinding], start: str, end: str) -> Iterable[Change]:
    dated = (
        (thing(stored.finding.label), _dated(stored, stored.finding.on))
        for stored in told
        if isinstance(stored.finding, Proposal)
    )
    for group in _groups(dated):
        first = group[0]
        proposal = first.stored.finding
        assert isinstance(proposal, Proposal)
        if start <= first.last and first.first <= end:
            side = _side(first, proposal.label, proposal.label, proposal.terms)
            yield Change(ChangeKind.PROPOSAL, proposal.proposed_by or "", proposal.label, None, side)


def _encounter_changes(told: Iterable[StoredFinding], start: str, end: str) -> Iterable[Change]:
    """Encounters first told of after the day, and those whose status is another than it was told before.

    Here the day is that of the telling, not that of the encounter.
    """
    dated = (
        (_meeting(stored), _dated(stored, None))
        for stored in told
        if isinstance(stored.finding, Encounter) and stored.finding.participants
    )
    for group in _groups(dated):
        before = [one for one in group if one.last < start]
        after = [one for one in group if start <= one.last and one.first <= end]
        if not after:
            continue
        new, old = after[-1], before[-1] if before else None
        if old is None and _encounter(new).on is None:
            continue
        if old is not None and _encounter(old).status is _encounter(new).status:
            continue
        encounter = _encounter(new)
        yield Change(
            ChangeKind.ENCOUNTER,
            ", ".join(encounter.participants),
            encounter.form,
            _met(old) if old is not None else None,
            _met(new),
        )


def _meeting(stored: StoredFinding) -> object:
    encounter = stored.finding
    assert isinstance(encounter, Encounter)
    if encounter.on is None:
        return stored.id
    return encounter.form, encounter.on, frozenset(map(searchable, encounter.participants))


def _encounter(one: _Dated) -> Encounter:
    assert isinstance(one.stored.finding, Encounter)
    return one.stored.finding


def _met(one: _Dated) -> Side:
    encounter = _encounter(one)
    on = " ".join(
        part for part in (encounter.form, encounter.place and f"in {encounter.place}", encounter.on) if part
    )
    return _side(one, encounter.status.value, on)
