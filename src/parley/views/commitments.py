"""The commitments of a record: who undertook what if what, and how far it has come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from parley.model.codec import Object
from parley.model.rulings import Checked
from parley.record import Record
from parley.record.days import asked_days, days
from parley.record.errors import BadFilter
from parley.record.histories.asking import HistoryFilter
from parley.record.names import asked_words
from parley.record.telling import DayFrom

STATUSES = ("offered", "accepted", "met", "withdrawn", "breach_alleged")
"""How far a commitment can have come."""

OPEN = ("offered", "accepted")
"""Those that wait to be met."""

_UNDATED = ("", "")


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
        return self.status in OPEN


def commitments(
    record: Record,
    as_of: str | None = None,
    *,
    party: str | None = None,
    status: str | Sequence[str] | None = None,
    since: str | None = None,
    limit: int | None = None,
) -> list[CommitmentLine]:
    """The commitments of a record, those of the latest day first, undated ones last.

    What several reports tell of one party's act is one commitment with a history. A report that only tells
    again what was promised does not undo what became of it since.

    Args:
        record: an open record.
        as_of: EDTF date; leaves out what is told of later days, and what has no date.
        party: words of the party's name, in any order.
        status: only those that have come so far, or so far as one of several; see `STATUSES`.
        since: EDTF date; leaves out those of which the last that counts was told before, or on no known day.
        limit: at most so many, those of the latest days; None: all.

    Raises:
        BadFilter: when a date is not one, `party` has no word to look for, or there is no such status.
    """
    last, first = asked_days(as_of), asked_days(since)
    so_far = (status,) if isinstance(status, str) else tuple(status or ())
    for one in so_far:
        if one not in STATUSES:
            raise BadFilter(f"No commitment is {one!r}; there are {', '.join(STATUSES)}.")
    asked = HistoryFilter(
        "commitment",
        since=first and first[0],
        told_until=last and last[1],
        party=asked_words(party),
        statuses=so_far,
        limit=limit,
    )
    lines = [_line(one.content) for one in record.histories(asked)]
    return sorted(lines, key=lambda line: days(line.day) or _UNDATED, reverse=True)


def _line(content: Object) -> CommitmentLine:
    return CommitmentLine(
        party=content["party"],
        act=content["act"],
        status=content["status"],
        claimed_by=content["claimed_by"],
        conditions=tuple(content["conditions"]),
        awaits=tuple(content["awaits"]),
        issue=content["issue"],
        day=content["day"],
        day_from=content["day_from"],
        history=tuple(_telling(*telling) for telling in content["history"]),
        reports=tuple(content["reports"]),
        findings=tuple(content["findings"]),
        checked=Checked(content["checked"]),
    )


def _telling(
    day: str | None,
    day_from: DayFrom | None,
    status: str,
    claimed_by: str | None,
    conditions: Sequence[str],
    *rest: Any,
) -> Telling:
    awaits, report, finding = rest
    return Telling(day, day_from, status, claimed_by, tuple(conditions), tuple(awaits), report, finding)
