"""The encounters of a record by day: what was held, what is planned, what was called off, and how that came.

One line an encounter, however many reports tell of it: `parley.identity.encounters` says which tellings are
of one, and the record keeps that up to date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.model import EncounterStatus
from parley.model.rulings import Checked
from parley.record import Record
from parley.record.days import asked_days, check_order, days
from parley.record.histories.asking import History, HistoryFilter
from parley.record.names import asked_words


@dataclass(frozen=True, slots=True)
class Stage:
    """A step in the history of an encounter: from this day on reports had it so.

    Attributes:
        told: EDTF date of publication of the first report that did, or None.
        status: how far it had come.
        on: EDTF date it was then said to be on, or None.
        reports: ids of the reports that had it so, in the order they came out.
        findings: ids of their findings.
    """

    told: str | None
    status: EncounterStatus
    on: str | None
    reports: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An encounter as the record's reports tell it.

    Attributes:
        on: EDTF date or interval; None where no report gives one.
        status: how far it had come by the latest report.
        form: the form of encounter.
        participants: who takes part, each once, by the name the record knows them by.
        place: where, or None.
        duration: in a report's words, or None.
        agenda: items, in the reports' words.
        agenda_withheld_by: who refused to give the agenda, or None.
        reports: ids of the reports that tell of it, by day of publication.
        findings: ids of their findings, in the same order.
        told: UTC time of the latest reading that tells of it, ISO 8601.
        checked: what people made of it: `machine` where nobody looked.
        history: how its status and day changed from report to report, the earliest first.
    """

    on: str | None
    status: EncounterStatus
    form: str
    participants: tuple[str, ...]
    place: str | None
    duration: str | None
    agenda: tuple[str, ...]
    agenda_withheld_by: str | None
    reports: tuple[str, ...]
    findings: tuple[str, ...]
    told: str
    checked: Checked = Checked.MACHINE
    history: tuple[Stage, ...] = ()


def calendar(
    record: Record,
    since: str | None = None,
    until: str | None = None,
    *,
    party: str | None = None,
    statuses: Iterable[EncounterStatus] = (),
    limit: int | None = None,
) -> list[CalendarEntry]:
    """The encounters of a record in the order of their days, undated ones last.

    Args:
        record: an open record.
        since: EDTF date; leaves out what ended before its first day, and what has no date.
        until: EDTF date; leaves out what begins after its last day, and what has no date.
        party: words of the name of somebody who takes part, or of their party, in any order.
        statuses: only encounters that have come so far; none: all.
        limit: at most so many, those of the latest days; None: all.

    Raises:
        BadFilter: when a date is not one, `since` is later than `until`, or `party` has no word to look for.
    """
    first, last = asked_days(since), asked_days(until)
    check_order(since, until)
    words = asked_words(party)
    asked = HistoryFilter(
        "encounter",
        since=first and first[0],
        until=last and last[1],
        party=words,
        statuses=tuple(status.value for status in statuses),
        limit=limit,
    )
    return entries_of(record, record.histories(asked))


def entries_of(record: Record, found: Sequence[History]) -> list[CalendarEntry]:
    """Encounters of a record as calendar entries, in the order of their days."""
    names = record.names_of(
        key for one in found for key, _ in one.content["participants"] if not key.startswith(_NO_ID)
    )
    return sorted((_entry(one, names) for one in found), key=_order)


_NO_ID = ("party:", "name:")
"""What begins the key of a participant whom the record knows by no id."""


def _entry(found: History, names: dict[str, str]) -> CalendarEntry:
    content = found.content
    return CalendarEntry(
        on=content["on"],
        status=EncounterStatus(content["status"]),
        form=content["form"],
        participants=_each(names.get(key, shown) for key, shown in content["participants"]),
        place=content["place"],
        duration=content["duration"],
        agenda=tuple(content["agenda"]),
        agenda_withheld_by=content["withheld"],
        reports=tuple(content["reports"]),
        findings=tuple(content["findings"]),
        told=content["read"],
        checked=Checked(content["checked"]),
        history=tuple(_stage(*stage) for stage in content["history"]),
    )


def _stage(told: str | None, status: str, on: str | None, reports: list[str], findings: list[str]) -> Stage:
    return Stage(told, EncounterStatus(status), on, tuple(reports), tuple(findings))


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _order(entry: CalendarEntry) -> tuple[bool, str, str]:
    held = days(entry.on)
    return held is None, held[0] if held else "", entry.form
