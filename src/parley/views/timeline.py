"""Everything with a day in one order: what was said, met, stood for, undertaken and done.

An entry keeps how exact its day is: a month is a month, an interval an interval; a day of publication is
marked as no more than the day by which it was told.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from parley.copies.kinds import ONLY_COPIES
from parley.model import Commitment, Encounter, Event, Finding, Position, Proposal, Statement, words_at
from parley.record import Record
from parley.record.days import asked_days, check_order, days
from parley.record.entries import StoredFinding
from parley.record.errors import BadFilter
from parley.record.names import searchable
from parley.record.seeking import Sought
from parley.record.telling import DayFrom, day_of

Precision = Literal["day", "interval", "month", "year"]
KINDS = ("encounter", "event", "position", "proposal", "commitment", "statement")
"""What can stand in a timeline, in the order of one day."""


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """Something with a day.

    Attributes:
        day: EDTF date.
        day_from: `as_of` where the report dates it; `published` where only the report is dated.
        first: its first day, YYYY-MM-DD.
        last: its last day.
        precision: how exact the day is.
        kind: one of `KINDS`.
        who: the parties, participants or the speaker.
        what: what it comes to: form and status, stance, code, act.
        factuality: how sure: the encounter's status, the event's factuality, or "" .
        place: where, or None.
        words: the words of the report that show it.
        outlet: who published the report, or None.
        report: its id.
        finding: the finding's id.
        checked: whether a person looked at it.
    """

    day: str
    day_from: DayFrom
    first: str
    last: str
    precision: Precision
    kind: str
    who: str
    what: str
    factuality: str
    place: str | None
    words: str
    outlet: str | None
    report: str
    finding: str
    checked: str


@dataclass(frozen=True, slots=True)
class _Facts:
    who: Sequence[str | None]
    what: str
    on: str | None
    factuality: str = ""
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """Which entries: kinds, days from and to, words of who."""

    kinds: tuple[str, ...]
    since: str | None
    until: str | None
    who: tuple[str, ...]

    def has(self, entry: TimelineEntry) -> bool:
        return (
            (self.since is None or entry.last >= self.since)
            and (self.until is None or entry.first <= self.until)
            and all(f" {word} " in searchable(entry.who) for word in self.who)
        )


def timeline(
    record: Record,
    since: str | None = None,
    until: str | None = None,
    *,
    kinds: Iterable[str] = KINDS[:-1],
    who: str | None = None,
    limit: int | None = None,
) -> list[TimelineEntry]:
    """The dated findings of a record by day; those of copies are left out.

    Args:
        record: an open record.
        since: EDTF date; leaves out what was over before.
        until: EDTF date; leaves out what began after.
        kinds: which of `KINDS`; all but statements by default.
        who: words of a party's or person's name, in any order.
        limit: at most so many, the latest; None: all.

    Raises:
        BadFilter: when a date or a kind is none.
    """
    first, last = asked_days(since), asked_days(until)
    check_order(since, until)
    wanted = list(dict.fromkeys(kinds))
    if unknown := [kind for kind in wanted if kind not in KINDS]:
        raise BadFilter(f"A timeline has no {unknown[0]!r}; there are {', '.join(KINDS)}.")
    record.fold()
    asked = _Asked(tuple(wanted), first and first[0], last and last[1], tuple(searchable(who or "").split()))
    return _all(record, asked) if limit is None else _latest(record, asked, limit)


def _all(record: Record, asked: _Asked) -> list[TimelineEntry]:
    """The entries asked for."""
    found = [
        (kind, stored)
        for kind in asked.kinds
        for stored in record.seek(Sought(kind, since=asked.since, until=asked.until))
    ]
    families = record.family_ids({stored.report.id for _, stored in found})
    copies = {name for name, (_, relation) in families.items() if relation in ONLY_COPIES}
    entries = (_entry(kind, stored) for kind, stored in found if stored.report.id not in copies)
    kept = [one for one in entries if one is not None and asked.has(one)]
    return sorted(kept, key=lambda one: (one.first, one.last, KINDS.index(one.kind)))


def _latest(record: Record, asked: _Asked, limit: int) -> list[TimelineEntry]:
    """The last of the entries asked for: of the last days, of ever more of them until there are enough."""
    looked_at = limit
    while (cut := record.day_back(asked.kinds, looked_at)) is not None:
        if asked.since is not None and cut <= asked.since:
            break
        found = _all(record, replace(asked, since=cut))
        # What is left out was over before, and so began before.
        if sum(one.first >= cut for one in found) >= limit:
            return found[-limit:]
        looked_at *= 4
    return _all(record, asked)[-limit:]


def _entry(kind: str, stored: StoredFinding) -> TimelineEntry | None:
    """A finding as an entry; None where nothing dates it."""
    facts = _facts(stored.finding, stored.report.text)
    ahead = (
        isinstance(stored.finding, Encounter | Event) and facts.on is not None and days(facts.on) is not None
    )
    # What is planned lies after the report that tells of it; of all else a report knows no later day.
    day, day_from = (facts.on, "as_of") if ahead else day_of(facts.on, stored.report.published)
    spread = days(day)
    if day is None or day_from is None or spread is None:
        return None
    text = stored.report.text
    return TimelineEntry(
        day=day,
        day_from="as_of" if day_from == "as_of" else "published",
        first=spread[0],
        last=spread[1],
        precision=_precision(day),
        kind=kind,
        who=", ".join(dict.fromkeys(name for name in facts.who if name)),
        what=facts.what,
        factuality=facts.factuality,
        place=facts.place,
        words=words_at(stored.finding.evidence, text),
        outlet=stored.report.outlet,
        report=stored.report.id,
        finding=stored.id,
        checked=stored.checked.value,
    )


def _facts(finding: Finding, text: str) -> _Facts:
    match finding:
        case Encounter():
            return _Facts(finding.participants, finding.form, finding.on, finding.status.value, finding.place)
        case Event():
            return _Facts(
                (finding.actor, finding.target), finding.code, finding.on, finding.factuality, finding.place
            )
        case Position():
            conditions = "".join(f" [{condition}]" for condition in finding.conditions)
            told = f"{finding.stance.value.replace('_', ' ')}{conditions}: {finding.on}"
            return _Facts((finding.party,), told, finding.as_of, finding.holder.value)
        case Proposal():
            return _Facts((finding.proposed_by,), finding.label, finding.on)
        case Commitment():
            return _Facts((finding.party,), finding.act, getattr(finding, "as_of", None), finding.status)
        case Statement():
            name = finding.source.name if finding.source is not None else None
            said = words_at(finding.content, text)
            return _Facts((name,), said, finding.said_on, finding.speech.value)
        case _:
            raise TypeError(f"{type(finding).__name__} has no place in a timeline")


def _precision(day: str) -> Precision:
    if "/" in day or ".." in day:
        return "interval"
    parts = len(day.split("T")[0].strip("~?%").split("-"))
    return "day" if parts > 2 else "month" if parts == 2 else "year"
