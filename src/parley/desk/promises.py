"""The commitments of a record: those of many reports that tell of the same one brought together."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Commitment
from parley.record import Record, StoredFinding
from parley.record.days import days
from parley.record.names import searchable

_OPEN = frozenset({"offered", "accepted"})


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment as the reports tell it.

    Attributes:
        party: who.
        act: what, as the latest report words it.
        conditions: if what, each wording once.
        awaits: whose acts these are.
        status: by the latest report.
        claimed_by: who says so, where it is not the party.
        as_of: EDTF date of the latest telling, or None.
        issue: the issue family, or None.
        history: each status with its date, oldest first.
        reports: ids of the reports, oldest first.
        findings: ids of their findings, oldest first.
    """

    party: str
    act: str
    conditions: tuple[str, ...]
    awaits: tuple[str, ...]
    status: str
    claimed_by: str | None
    as_of: str | None
    issue: str | None
    history: tuple[tuple[str, str | None], ...]
    reports: tuple[str, ...]
    findings: tuple[str, ...]

    @property
    def waits(self) -> bool:
        """Whether it is open and waits for somebody."""
        return self.status in _OPEN and bool(self.awaits)


def promises(record: Record) -> list[Promise]:
    """All commitments: those that wait for somebody first, then by their days, the latest first."""
    groups: dict[tuple[str, str], list[tuple[StoredFinding, Commitment]]] = {}
    for entry in record.reports():
        for stored in record.findings(entry.id, "commitment"):
            one = stored.finding
            if isinstance(one, Commitment):
                key = (searchable(one.party) or one.party, searchable(one.act) or one.act)
                groups.setdefault(key, []).append((stored, one))
    found = [_promise(sorted(told, key=_day)) for told in groups.values()]
    found.sort(key=lambda one: (days(one.as_of) or ("", ""))[1], reverse=True)
    return sorted(found, key=lambda one: not one.waits)


def _day(one: tuple[StoredFinding, Commitment]) -> tuple[str, str]:
    stored, commitment = one
    return (days(commitment.as_of or stored.report.published) or ("", ""))[1], stored.report.published or ""


def _promise(told: list[tuple[StoredFinding, Commitment]]) -> Promise:
    latest_stored, latest = told[-1]
    history: list[tuple[str, str | None]] = []
    for stored, one in told:
        if not history or history[-1][0] != one.status:
            history.append((one.status, one.as_of or stored.report.published))
    return Promise(
        party=latest.party,
        act=latest.act,
        conditions=tuple(dict.fromkeys(words for _, one in told for words in one.conditions)),
        awaits=tuple(dict.fromkeys(name for _, one in told for name in one.awaits)),
        status=latest.status,
        claimed_by=latest.claimed_by,
        as_of=latest.as_of or latest_stored.report.published,
        issue=latest.issue,
        history=tuple(history),
        reports=tuple(dict.fromkeys(stored.report.id for stored, _ in told)),
        findings=tuple(stored.id for stored, _ in told),
    )
