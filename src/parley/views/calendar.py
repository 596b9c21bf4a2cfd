"""The encounters of a record by day: what was held, what is planned, what was called off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.model import Encounter, EncounterStatus
from parley.model.rulings import Checked, checked_of
from parley.record import Record
from parley.record.days import days
from parley.record.entries import StoredFinding


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An encounter as the record's reports tell it.

    Attributes:
        on: EDTF date or interval; None where no report gives one.
        status: how far it had come by the latest report.
        form: the form of encounter.
        participants: who takes part, each name once.
        place: where, or None.
        duration: in a report's words, or None.
        agenda: items, in the reports' words.
        agenda_withheld_by: who refused to give the agenda, or None.
        reports: ids of the reports that tell of it, by day of publication.
        findings: ids of their findings, in the same order.
        told: UTC time of the latest reading that tells of it, ISO 8601.
        checked: what people made of it: `machine` where nobody looked.
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


def calendar(record: Record, since: str | None = None, until: str | None = None) -> list[CalendarEntry]:
    """The encounters of a record in the order of their days, undated ones last.

    Reports that tell of the same form of encounter between the same participants on the same day tell of
    one; the latest report says how far it has come.

    Args:
        record: an open record.
        since: EDTF date; leaves out what ended before its first day, and what has no date.
        until: EDTF date; leaves out what begins after its last day, and what has no date.
    """
    groups: dict[object, list[tuple[StoredFinding, Encounter]]] = {}
    for entry in record.reports():
        for stored in record.findings(entry.id, "encounter"):
            if isinstance(stored.finding, Encounter):
                groups.setdefault(_key(stored.id, stored.finding), []).append((stored, stored.finding))
    entries = [_entry(told) for told in groups.values()]
    return sorted((entry for entry in entries if _within(entry, since, until)), key=_order)


def _key(id: str, encounter: Encounter) -> object:
    """What makes two findings one encounter; a finding without date or participants stands alone."""
    if encounter.on is None or not encounter.participants:
        return id
    return encounter.form, encounter.on, frozenset(encounter.participants)


def _entry(told: list[tuple[StoredFinding, Encounter]]) -> CalendarEntry:
    found = [encounter for _, encounter in told]
    return CalendarEntry(
        on=found[0].on,
        status=found[-1].status,
        form=found[0].form,
        participants=_each(name for one in found for name in one.participants),
        place=next((one.place for one in found if one.place), None),
        duration=next((one.duration for one in found if one.duration), None),
        agenda=_each(item for one in found for item in one.agenda),
        agenda_withheld_by=next((one.agenda_withheld_by for one in found if one.agenda_withheld_by), None),
        reports=_each(stored.report.id for stored, _ in told),
        findings=_each(stored.id for stored, _ in told),
        checked=checked_of(stored.checked for stored, one in told if one.status is found[-1].status),
        told=max(stored.read_at for stored, _ in told),
    )


def _each(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _within(entry: CalendarEntry, since: str | None, until: str | None) -> bool:
    first, last = days(since), days(until)
    if first is None and last is None:
        return True
    held = days(entry.on)
    if held is None:
        return False
    return (first is None or held[1] >= first[0]) and (last is None or held[0] <= last[1])


def _order(entry: CalendarEntry) -> tuple[bool, str, str]:
    held = days(entry.on)
    return held is None, held[0] if held else "", entry.form
