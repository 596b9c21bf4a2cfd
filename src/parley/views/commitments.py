"""The commitments of a record: who undertook what if what, and how far it has come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.model import Commitment
from parley.model.rulings import Checked
from parley.record import Record
from parley.record.days import days
from parley.record.entries import StoredFinding
from parley.record.errors import BadFilter
from parley.record.names import searchable
from parley.views.board import DayFrom, day_of
from parley.views.deeds import same_deed

STATUSES = ("offered", "accepted", "met", "withdrawn", "breach_alleged")
"""How far a commitment can have come."""

_OPEN = frozenset({"offered", "accepted"})
_ENDS = frozenset({"met", "withdrawn", "breach_alleged"})
_UNDATED = ("", "")
_LONGEST = timedelta(days=400)
"""Between two tellings of one commitment."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One place that tells of a commitment.

    Attributes:
        day: EDTF date, or None.
        day_from: `as_of` where the report dates it, `published` where `day` is only the day it came out.
        status: how far it had come.
        claimed_by: who says so, when not the party itself ("reporter" for the report), else None.
        conditions: as the report words them.
        awaits: the parties whose acts the conditions name.
        report: id of the report.
        finding: id of its finding.
    """

    day: str | None
    day_from: DayFrom | None
    status: str
    claimed_by: str | None
    conditions: tuple[str, ...]
    awaits: tuple[str, ...]
    report: str
    finding: str


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """A commitment by all reports that tell of it.

    Attributes:
        party: who.
        act: what, in the words of the latest report that says most.
        status: see `STATUSES`: how far it has come.
        claimed_by: who says that it was met, broken or withdrawn, when not the party itself; else None.
        conditions: as they were last told.
        awaits: the parties whose acts these conditions name.
        issue: issue family, or None.
        day: EDTF date of the telling that gives the status, or None.
        day_from: `as_of` or `published`; None where there is no day.
        history: every telling, the earliest first.
        reports: ids of the reports, the latest first.
        findings: ids of their findings, the latest first; that which gives the status stands first.
        checked: what people made of the telling that gives the status.
    """

    party: str
    act: str
    status: str
    claimed_by: str | None
    conditions: tuple[str, ...]
    awaits: tuple[str, ...]
    issue: str | None
    day: str | None
    day_from: DayFrom | None
    history: tuple[Telling, ...]
    reports: tuple[str, ...]
    findings: tuple[str, ...]
    checked: Checked = Checked.MACHINE

    @property
    def open(self) -> bool:
        """Whether it still waits to be met."""
        return self.status in _OPEN


@dataclass(frozen=True, slots=True)
class _Told:
    """A commitment of one report with its place in time."""

    stored: StoredFinding
    commitment: Commitment
    telling: Telling
    order: tuple[tuple[str, str], str, int]


def commitments(
    record: Record, as_of: str | None = None, *, party: str | None = None, status: str | None = None
) -> list[CommitmentLine]:
    """The commitments of a record, those of the latest day first, undated ones last.

    What several reports tell of one party's act is one commitment with a history. A report that only tells
    again what was promised does not undo what became of it since.

    Args:
        record: an open record.
        as_of: EDTF date; leaves out what is told of later days, and what has no date.
        party: words of the party's name, in any order.
        status: only those that have come so far; see `STATUSES`.

    Raises:
        BadFilter: when `as_of` is not a date, `party` has no word to look for, or there is no such status.
    """
    last = days(as_of)
    if as_of is not None and last is None:
        raise BadFilter(f"{as_of!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD.")
    if status is not None and status not in STATUSES:
        raise BadFilter(f"No commitment is {status!r}; there are {', '.join(STATUSES)}.")
    wanted = searchable(party or "").split()
    if party is not None and not wanted:
        raise BadFilter(f"There is no word to look for in {party!r}.")
    told = [
        one
        for one in _all_told(record)
        if (last is None or (one.telling.day is not None and one.order[0][0] <= last[1]))
        and all(f" {word} " in searchable(one.commitment.party) for word in wanted)
    ]
    lines = [_line(thread) for thread in _threads(sorted(told, key=lambda one: one.order))]
    found = [line for line in lines if status in (None, line.status)]
    return sorted(found, key=lambda line: days(line.day) or _UNDATED, reverse=True)


def _all_told(record: Record) -> Iterable[_Told]:
    for number, stored in enumerate(record.findings_of_type("commitment")):
        if isinstance(stored.finding, Commitment):
            yield _told(stored, stored.finding, number)


def _told(stored: StoredFinding, commitment: Commitment, number: int) -> _Told:
    day, day_from = day_of(commitment.as_of, stored.report.published)
    telling = Telling(
        day=day,
        day_from=day_from,
        status=commitment.status,
        claimed_by=commitment.claimed_by,
        conditions=commitment.conditions,
        awaits=commitment.awaits,
        report=stored.report.id,
        finding=stored.id,
    )
    order = (days(day) or _UNDATED, stored.report.published or "", number)
    return _Told(stored, commitment, telling, order)


def _threads(told: Sequence[_Told]) -> list[list[_Told]]:
    """What is told of one party's same act, each in the order of its days."""
    by_party: dict[str, list[list[_Told]]] = {}
    for one in told:
        threads = by_party.setdefault(searchable(one.commitment.party) or one.commitment.party, [])
        known = next((thread for thread in threads if _goes_on(thread, one)), None)
        if known is None:
            threads.append([one])
        else:
            known.append(one)
    return [thread for threads in by_party.values() for thread in threads]


def _goes_on(thread: Sequence[_Told], one: _Told) -> bool:
    """Whether a thread tells of the same act, not too long before: what is promised years later is new."""
    last, day = thread[-1].order[0][1], one.order[0][0]
    if last and day and date.fromisoformat(day) - date.fromisoformat(last) > _LONGEST:
        return False
    return any(same_deed(before.commitment.act, one.commitment.act) for before in thread)


def _line(thread: Sequence[_Told]) -> CommitmentLine:
    standing = thread[0]
    for one in thread[1:]:
        standing = _later(standing, one)
    spoken = [one for one in reversed(thread) if one.commitment.conditions] or [standing]
    rest = [one for one in reversed(thread) if one is not standing]
    return CommitmentLine(
        party=standing.commitment.party,
        act=_fullest(standing, thread),
        status=standing.commitment.status,
        claimed_by=standing.commitment.claimed_by,
        conditions=spoken[0].commitment.conditions,
        awaits=spoken[0].commitment.awaits,
        issue=next((one.commitment.issue for one in reversed(thread) if one.commitment.issue), None),
        day=standing.telling.day,
        day_from=standing.telling.day_from,
        history=tuple(one.telling for one in thread),
        reports=tuple(dict.fromkeys(one.telling.report for one in reversed(thread))),
        findings=tuple(one.telling.finding for one in (standing, *rest)),
        checked=standing.stored.checked,
    )


def _later(standing: _Told, one: _Told) -> _Told:
    """Which of two tellings, the second the later, says how far a commitment has come."""
    before, status = standing.commitment.status, one.commitment.status
    if status in _ENDS or before == "offered":
        return one
    if before == "accepted":
        return one if status == "accepted" else standing
    # A new word after a broken or withdrawn one counts, told again on the same day it does not.
    anew = one.order[0] > standing.order[0] and one.telling.day_from == "as_of"
    return one if anew and before != "met" else standing


def _fullest(standing: _Told, thread: Sequence[_Told]) -> str:
    """The words of the act: those of the telling that counts, unless another says more than a noun for it."""
    own = standing.commitment.act
    if len(own.split()) > 1:
        return own
    return max((one.commitment.act for one in reversed(thread)), key=len)
