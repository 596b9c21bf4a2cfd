"""What happened or is to happen: encounters and events of a record in one list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial

from parley.desk.dating_words import dating_words
from parley.desk.families import Asking, Families, all_families
from parley.desk.quoting import Quote, quotes_of
from parley.record import Record
from parley.record.days import days
from parley.views.calendar import CalendarEntry, Stage, calendar
from parley.views.events import EventEntry, events
from parley.views.events import Wanted as Asked

_MOST_TOLD = 2
"""Findings of a happening whose sentences are looked through for the words of its date."""
_DATED = 160
"""Happenings of a large record whose dates are looked into: two pages of them."""
_CLASH = frozenset({"denied"})


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
        checked: what people made of it.
        told_on: EDTF date of the first report that tells of it, of events, or None.
        history: how an encounter's status and day changed from report to report, the earliest first.
        dated_words: a report's own words for its date, where they were looked for beforehand, or None.
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
    checked: str
    told_on: str | None = None
    history: tuple[Stage, ...] = ()
    dated_words: str | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which happenings are asked for, as far as the record's indexes tell.

    Attributes:
        since: EDTF date; leaves out what was over before.
        until: EDTF date; leaves out what began after.
        kind: ``encounter`` or ``event``; None: both.
        limit: at most so many of either kind, the latest; None: all.
    """

    since: str | None = None
    until: str | None = None
    kind: str | None = None
    limit: int | None = None


def happenings(record: Record, wanted: Wanted) -> list[Happening]:
    """Encounters and events, the latest first, undated ones last; without those only rewordings tell of."""
    found: list[Happening] = []
    if wanted.kind != "event":
        met = calendar(record, wanted.since, wanted.until, limit=wanted.limit)
        found += [_encounter(entry) for entry in met]
    if wanted.kind != "encounter":
        done = events(record, Asked(since=wanted.since, until=wanted.until), limit=wanted.limit)
        found += [_event(entry) for entry in done if entry.factuality != "hypothetical"]
    known: Families | Asking
    if wanted.limit is None:
        known = all_families(record)
    else:
        known = Asking(record)
        known.look_up(report for one in found for report in one.reports)
    kept = [one for one in found if not known.only_altered(one.reports)]
    ordered = sorted(kept, key=_order, reverse=True)[: wanted.limit]
    if wanted.limit is None:
        return ordered
    # A page of a large record has no time to look into sentences; this is worked out behind the pages.
    dated = [
        replace(one, dated_words=words_of_date(partial(quotes_of, record), one)) for one in ordered[:_DATED]
    ]
    return dated + ordered[_DATED:]


def words_of_date(quoted: Callable[[Iterable[str]], Iterable[Quote]], one: Happening) -> str | None:
    """A report's own words for the date of a happening: of the first of its findings that has any."""
    if not one.on:
        return None
    told = quoted(one.findings[:_MOST_TOLD])
    return next((words for it in told if (words := dating_words(it.sentence, one.on, it.published))), None)


def _order(one: Happening) -> tuple[bool, str]:
    span = days(one.on)
    return span is not None, span[0] if span else one.told_on or ""


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
        checked=entry.checked.value,
        history=entry.history,
    )


def _event(entry: EventEntry) -> Happening:
    return Happening(
        kind="event",
        form=entry.code.capitalize(),
        status=entry.factuality,
        disputed=entry.factuality == "denied",
        on=entry.on,
        participants=tuple(name for name in (entry.actor, entry.target) if name),
        place=entry.place,
        duration=None,
        agenda=(),
        agenda_withheld_by=None,
        claimed_by=entry.claimed_by,
        reports=entry.reports,
        findings=entry.findings,
        checked=entry.checked.value,
        told_on=entry.published,
    )
