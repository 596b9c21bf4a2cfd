"""What happened or is to happen: encounters and events of a record in one list."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model import Event
from parley.record import Record
from parley.record.days import days
from parley.views.calendar import CalendarEntry, calendar

_CLASH = frozenset({"denied"})
_EVENT_DRAWN = {"asserted": "held", "attributed": "held", "denied": "disputed", "future": "scheduled"}


@dataclass(frozen=True, slots=True)
class Happening:
    """An encounter or an event as the reports tell it.

    Attributes:
        kind: ``encounter`` or ``event``.
        form: the form of encounter, or the class of event.
        status: how far it has come; of an event who vouches for it.
        disputed: whether a report denies what another tells.
        on: EDTF date, or None.
        participants: who takes part.
        place: where, or None.
        duration: in a report's words, or None.
        agenda: items, in the reports' words.
        agenda_withheld_by: who refused to give it, or None.
        claimed_by: who says so, of an event that the report does not assert itself.
        reports: ids of the reports that tell of it.
        findings: ids of their findings.
    """

    kind: str
    form: str
    status: str
    disputed: bool
    on: str | None
    participants: tuple[str, ...]
    place: str | None
    duration: str | None
    agenda: tuple[str, ...]
    agenda_withheld_by: str | None
    claimed_by: str | None
    reports: tuple[str, ...]
    findings: tuple[str, ...]


def happenings(record: Record) -> list[Happening]:
    """All encounters and events by their days, undated ones last."""
    found = [_encounter(entry) for entry in calendar(record)]
    found += _events(record)
    return sorted(found, key=_order)


def _order(one: Happening) -> tuple[bool, str]:
    span = days(one.on)
    return span is None, span[0] if span else ""


def _encounter(entry: CalendarEntry) -> Happening:
    return Happening(
        kind="encounter",
        form=entry.form,
        status=entry.status.value,
        disputed=entry.status.value in _CLASH,
        on=entry.on,
        participants=entry.participants,
        place=entry.place,
        duration=entry.duration,
        agenda=entry.agenda,
        agenda_withheld_by=entry.agenda_withheld_by,
        claimed_by=None,
        reports=entry.reports,
        findings=entry.findings,
    )


def _events(record: Record) -> list[Happening]:
    """The events of every report, one each: two reports of one event are not yet known to be one."""
    found = []
    for entry in record.reports():
        for stored in record.findings(entry.id, "event"):
            event = stored.finding
            if isinstance(event, Event) and event.factuality != "hypothetical":
                found.append(_event(event, stored.id, entry.id))
    return found


def _event(event: Event, finding: str, report: str) -> Happening:
    who = tuple(name for name in (event.actor, event.target) if name)
    status = _EVENT_DRAWN.get(event.factuality, "held")
    return Happening(
        kind="event",
        form=event.code.capitalize(),
        status=status,
        disputed=event.factuality == "denied",
        on=event.on,
        participants=who,
        place=event.place,
        duration=None,
        agenda=(),
        agenda_withheld_by=None,
        claimed_by=event.claimed_by,
        reports=(report,),
        findings=(finding,),
    )
