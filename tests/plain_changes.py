"""Changes worked out from every finding of a record: slow, and what the fast way must agree with."""

from __future__ import annotations

from collections.abc import Iterable

from parley.copies.kinds import Relation
from parley.model import Encounter, Holder, Position, Proposal
from parley.record import Record, StoredFinding
from parley.record.days import days
from parley.record.names import searchable
from parley.record.telling import thing
from parley.views.changes import (
    Change,
    ChangeKind,
    _Dated,
    _dated,
    _encounter,
    _met,
    _side,
    _stance_change,
    in_order,
)

_FOLDED = frozenset({Relation.REPRINT, Relation.PARTIAL, Relation.PARAPHRASE})


class _Tellings:
    """The findings of a record's reports without those that only copy another."""

    def __init__(self, record: Record) -> None:
        record.fold()
        self.record = record
        self.copies = {name for name, (_, relation) in record.family_ids().items() if relation in _FOLDED}

    def of(self, kind: str) -> list[StoredFinding]:
        """The findings of one type."""
        return [one for one in self.record.findings_of_type(kind) if one.report.id not in self.copies]


def plain_changes(record: Record, since: str, until: str | None = None) -> list[Change]:
    """What `changes` gives."""
    [first, _], [_, end] = days(since) or ("", ""), days(until) or ("", "9999")
    told = _Tellings(record)
    found = [
        *_position_changes(told.of("position"), first, end),
        *_proposal_changes(told.of("proposal"), first, end),
        *_encounter_changes(told.of("encounter"), first, end),
    ]
    return sorted(found, key=in_order)


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
