"""The encounters of a record by day: what was held, what is planned, what was called off, and how that came.

One line an encounter, however many reports tell of it: `parley.identity.encounters` says which tellings are
of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parley.identity.encounters import Telling, threads
from parley.identity.names import folded
from parley.identity.standing import standing
from parley.model import Encounter, EncounterStatus
from parley.model.rulings import Checked, RulingKind, checked_of
from parley.record import Record
from parley.record.days import days
from parley.record.entity_entries import Entity
from parley.record.entries import StoredFinding
from parley.vocabulary.geography import naming


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


@dataclass(frozen=True, slots=True)
class _Told:
    """A finding with who takes part."""

    stored: StoredFinding
    encounter: Encounter
    who: Mapping[str, str]
    telling: Telling


def calendar(record: Record, since: str | None = None, until: str | None = None) -> list[CalendarEntry]:
    """The encounters of a record in the order of their days, undated ones last.

    Args:
        record: an open record.
        since: EDTF date; leaves out what ended before its first day, and what has no date.
        until: EDTF date; leaves out what begins after its last day, and what has no date.
    """
    found = record.findings_of_type("encounter")
    known = record.entities_in({stored.report.id for stored in found})
    told = {
        stored.id: _told(stored, stored.finding, number, known)
        for number, stored in enumerate(found)
        if isinstance(stored.finding, Encounter)
    }
    grouped = threads((one.telling for one in told.values()), _ruled(record))
    entries = [_entry([told[telling.id] for telling in group]) for group in grouped]
    return sorted((entry for entry in entries if _within(entry, since, until)), key=_order)


def _ruled(record: Record) -> list[tuple[str, str, bool]]:
    """Pairs of findings that people held for one encounter, or for two."""
    return [
        (first, second, kind is RulingKind.MERGE) for kind, first, second in record.ruled_pairs("encounter")
    ]


def _told(
    stored: StoredFinding, encounter: Encounter, number: int, known: Mapping[tuple[str, str], Entity]
) -> _Told:
    who: dict[str, str] = {}
    parties: dict[str, str] = {}
    for name in encounter.participants:
        key, party, shown = _identified(stored.report.id, name, known)
        who.setdefault(key, shown)
        parties.setdefault(key, party)
    telling = Telling(
        id=stored.id,
        report=stored.report.id,
        published=_number(stored.report.published),
        place=number,
        form=encounter.form,
        status=encounter.status,
        participants=parties,
        on=_numbers(encounter.on),
        where=folded(encounter.place or ""),
    )
    return _Told(stored, encounter, who, telling)


def _identified(report: str, name: str, known: Mapping[tuple[str, str], Entity]) -> tuple[str, str, str]:
    """What a name is compared by, the party it belongs to, and how it is shown."""
    entity = known.get((report, name))
    if entity is not None and entity.kind == "person":
        return entity.id, entity.party or "", entity.name
    party = naming(entity.name if entity is not None else name)
    if party is not None and (entity is None or entity.kind == "country"):
        return f"party:{party.party}", party.party, party.party if entity is not None else name
    if entity is not None:
        return entity.id, entity.party or "", entity.name
    return f"name:{folded(name) or name}", "", name


def _number(edtf: str | None) -> int | None:
    found = _numbers(edtf)
    return found[0] if found else None


def _numbers(edtf: str | None) -> tuple[int, int] | None:
    found = days(edtf)
    return (
        (date.fromisoformat(found[0]).toordinal(), date.fromisoformat(found[1]).toordinal())
        if found
        else None
    )


def _entry(told: Sequence[_Told]) -> CalendarEntry:
    latest = standing([one.telling for one in told])
    last_first = [one.encounter for one in told][::-1]
    shown = next(one.encounter for one in told if one.telling is latest)
    agreeing = [one.stored.checked for one in told if one.encounter.status is latest.status]
    return CalendarEntry(
        on=_day(shown, last_first),
        status=latest.status,
        form=_form([one.encounter.form for one in told]),
        participants=_participants(told),
        place=next((one.place for one in last_first if one.place), None),
        duration=next((one.duration for one in last_first if one.duration), None),
        agenda=_each(item for one in told for item in one.encounter.agenda),
        agenda_withheld_by=next(
            (one.agenda_withheld_by for one in last_first if one.agenda_withheld_by), None
        ),
        reports=_each(one.stored.report.id for one in told),
        findings=_each(one.stored.id for one in told),
        told=max(one.stored.read_at for one in told),
        checked=checked_of(agreeing),
        history=_history(told),
    )


def _day(shown: Encounter, last_first: Sequence[Encounter]) -> str | None:
    """The day by the telling that says how far it has come, else by the latest that gives one."""
    given = [one.on for one in (shown, *last_first) if days(one.on) is not None]
    precise = [on for on in given if len(on or "") >= len("2025-03-18")]
    return next(iter(precise or given), None)


def _form(forms: Sequence[str]) -> str:
    """The form told most often; of equals the one told first."""
    return max(dict.fromkeys(forms), key=forms.count)


def _participants(told: Sequence[_Told]) -> tuple[str, ...]:
    """Everybody once; a country not beside its own people of another telling."""
    parties = {
        party
        for one in told
        for key, party in one.telling.participants.items()
        if party and not key.startswith("party:")
    }
    shown: dict[str, str] = {}
    for one in told:
        for key, name in one.who.items():
            if key.startswith("party:") and key.removeprefix("party:") in parties and _elsewhere(key, told):
                continue
            shown.setdefault(key, name)
    return tuple(shown.values())


def _elsewhere(key: str, told: Sequence[_Told]) -> bool:
    """Whether a country's people stand in tellings in which it does not."""
    party = key.removeprefix("party:")
    return any(
        key not in one.who and any(whose == party for whose in one.telling.participants.values())
        for one in told
    )


def _history(told: Sequence[_Told]) -> tuple[Stage, ...]:
    """Tellings, those that follow one another and say the same as one."""
    stages: list[list[_Told]] = []
    for one in told:
        same = stages and (stages[-1][-1].encounter.status, stages[-1][-1].encounter.on) == (
            one.encounter.status,
            one.encounter.on or stages[-1][-1].encounter.on,
        )
        if same:
            stages[-1].append(one)
        else:
            stages.append([one])
    return tuple(
        Stage(
            group[0].stored.report.published,
            group[0].encounter.status,
            group[0].encounter.on,
            _each(one.stored.report.id for one in group),
            _each(one.stored.id for one in group),
        )
        for group in stages
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
