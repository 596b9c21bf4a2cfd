"""One page on where a negotiation stands: what is new, disputed and next, and what all of it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from parley.model import EncounterStatus, Stance, words_at
from parley.record import Record
from parley.record.days import asked_days, check_order, days
from parley.views.board import Cell, Stand, board
from parley.views.calendar import CalendarEntry, calendar
from parley.views.changes import Change, ChangeKind, Side, changes
from parley.views.disputes import Dispute, disputes
from parley.views.telling import own, sentence, told

MOST, FEWEST = 7, 3
_DECIDED = frozenset({Stance.ACCEPTS, Stance.ACCEPTS_IF, Stance.ACCEPTS_IN_PRINCIPLE, Stance.REJECTS})
# Without a day of its own a brief tells of the last week that the record has reports of.
_WEEK = timedelta(days=6)
_NEVER = ("9999", "9999")
_STILL_OPEN = (EncounterStatus.PROPOSED, EncounterStatus.SCHEDULED, EncounterStatus.UNDERWAY)
_MOST_DISPUTES, _MOST_ENCOUNTERS, _MOST_PARTIES = 5, 5, 30
_STEPS = {
    ChangeKind.WITHDRAWN: "withdraws",
    ChangeKind.HARDENED: "hardens",
    ChangeKind.SOFTENED: "softens",
    ChangeKind.CHANGED: "changes",
}


@dataclass(frozen=True, slots=True)
class Footnote:
    """Where a sentence of a brief comes from.

    Attributes:
        number: from 1 on.
        words: the words of the report.
        outlet: who published it, or None.
        day: EDTF date, or None.
        report: the report's id.
        finding: the finding's id.
        checked: whether a person looked at it.
    """

    number: int
    words: str
    outlet: str | None
    day: str | None
    report: str
    finding: str
    checked: str


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One sentence with the numbers of its footnotes."""

    text: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a brief rests on.

    Attributes:
        reports: how many reports the record has.
        sources: how many of them are independent of each other.
        folded: how many carry the text of another of them.
        first: earliest day of publication, or None.
        last: latest, or None.
    """

    reports: int
    sources: int
    folded: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Brief:
    """A page on a negotiation.

    Attributes:
        since: the day from which things count as new, or None where no report is dated.
        until: the day after which nothing counts, or None.
        party: whom it is about, as it was asked; None for everybody.
        findings: three to seven sentences, fewer where the record has no more; the weightiest first.
        disputes: what one says and another denies, the latest first.
        encounters: what is planned from the last day of the record on.
        footnotes: in order of their numbers.
        coverage: what it rests on.
        version: the record's version when the brief was made.
    """

    since: str | None
    findings: tuple[BriefLine, ...]
    disputes: tuple[Dispute, ...]
    encounters: tuple[CalendarEntry, ...]
    footnotes: tuple[Footnote, ...]
    coverage: Coverage
    version: str
    until: str | None = None
    party: str | None = None


def brief(
    record: Record, since: str | None = None, until: str | None = None, *, party: str | None = None
) -> Brief:
    """A page on what a record says.

    Args:
        record: an open record.
        since: EDTF date from which things count as new; without it, the last week that has reports.
        until: EDTF date; leaves out what is of a later day. What comes next is as it was planned then.
        party: words of a party's name, in any order: only its stances, disputes and encounters.

    Raises:
        BadFilter: when a date is not one, both are in the wrong order, or `party` has no word to look for.
    """
    covered = coverage(record)
    check_order(since, until)
    last = _last(covered, until)
    start = since or _week_before(last)
    notes: list[Footnote] = []
    lines = [_line_of(one, notes) for one in _weightiest(record, start, until, party)] if start else []
    if len(lines) < FEWEST:
        said = {note.finding for note in notes}
        lines += [
            _line_of_stand(*one, record, notes)
            for one in _standing(record, said, since, until, party)[: FEWEST - len(lines)]
        ]
    return Brief(
        since=start,
        findings=tuple(lines),
        disputes=tuple(disputes(record, start, until, party=party, limit=_MOST_DISPUTES)),
        encounters=tuple(_next(record, last, until, party)[:_MOST_ENCOUNTERS]),
        footnotes=tuple(notes),
        coverage=covered,
        version=record.version(),
        until=until,
        party=party,
    )


def coverage(record: Record) -> Coverage:
    """How many reports a record has, and how many of them are independent of each other."""
    record.fold()
    found = record.extent()
    published = sorted(bounds for date in found.published if (bounds := days(date)) is not None)
    return Coverage(
        reports=found.reports,
        sources=found.families,
        folded=found.reports - found.families,
        first=published[0][0] if published else None,
        last=max(last for _, last in published) if published else None,
    )


def _last(covered: Coverage, until: str | None) -> str | None:
    """The last day that a brief tells of: that of the latest report, or an earlier one that was asked for."""
    asked = asked_days(until)
    return min(filter(None, (covered.last, asked and asked[1])), default=None) if covered.last else None


def _week_before(last: str | None) -> str | None:
    return (date.fromisoformat(last) - _WEEK).isoformat() if last is not None else None


def _weightiest(record: Record, start: str, until: str | None, party: str | None) -> list[Change]:
    """The changes a reader must know of: steps first, then new stances with conditions, then the rest."""
    found = changes(record, start, until, party=party, stances_only=True)
    weighed = sorted(found, key=_weight)
    chosen: list[Change] = []
    for change in weighed:
        # One sentence a party and topic: the rest is on the board.
        if not any((one.who, one.topic) == (change.who, change.topic) for one in chosen):
            chosen.append(change)
    return chosen[:MOST]


def _weight(change: Change) -> tuple[bool, ...]:
    """Steps first; then stances on an issue of the field, those with conditions, those that decide."""
    decided = change.after.value in _DECIDED
    named = change.topic != change.after.on
    return change.kind is ChangeKind.NEW, not named, not change.after.conditions, not decided


def _line_of(change: Change, notes: list[Footnote]) -> BriefLine:
    side = change.after
    after = told(Stance(side.value), side.on, side.conditions, side.words) + (
        f" ({side.day})" if side.day else ""
    )
    numbers = [_note(change.after, notes)]
    if change.before is None or change.kind not in _STEPS:
        return BriefLine(f"{sentence(change.who, after)}.", tuple(numbers))
    numbers.insert(0, _note(change.before, notes))
    earlier = change.before
    before = told(Stance(earlier.value), earlier.on, earlier.conditions, earlier.words)
    step = sentence(change.who, f"{_STEPS[change.kind]} {own(change.who)} stand")
    return BriefLine(f"{step}: {after} (before: {before}).", tuple(numbers))


def _note(side: Side, notes: list[Footnote]) -> int:
    number = len(notes) + 1
    notes.append(Footnote(number, side.words, side.outlet, side.day, side.report, side.finding, side.checked))
    return number


def _standing(
    record: Record, said: Iterable[str], since: str | None, until: str | None, party: str | None
) -> list[tuple[Cell, Stand]]:
    """The latest own stances of the board that no change tells of, the latest first; none that is older."""
    known, first = set(said), (days(since) or ("", ""))[0]
    stands = [
        (cell, stand)
        for cell in board(record, until, party=party, parties=_MOST_PARTIES).cells
        for stand in cell.latest[:1]
        if not known.intersection(stand.findings) and (days(stand.day) or ("", ""))[1] >= first
    ]
    return sorted(stands, key=lambda one: (days(one[1].day) or ("", ""))[1], reverse=True)


def _line_of_stand(cell: Cell, stand: Stand, record: Record, notes: list[Footnote]) -> BriefLine:
    stored = record.finding(stand.findings[0])
    text = stored.report.text
    words = words_at(stored.finding.evidence, text)
    outlet, report = stored.report.outlet, stored.report.id
    notes.append(Footnote(len(notes) + 1, words, outlet, stand.day, report, stored.id, stored.checked.value))
    day = f" ({stand.day})" if stand.day else ""
    said = told(stand.stance, stand.on[0], stand.conditions, words)
    return BriefLine(f"{sentence(cell.party, said)}{day}.", (len(notes),))


def _next(record: Record, last: str | None, until: str | None, party: str | None) -> list[CalendarEntry]:
    """What was planned for the days from the last one told of on."""
    if last is None:
        return []
    if until is None:
        return calendar(record, since=last, party=party, statuses=_STILL_OPEN)
    then = (_as_it_stood(one, last) for one in calendar(record, since=last, party=party))
    return [one for one in then if one is not None and one.status in _STILL_OPEN]


def _as_it_stood(entry: CalendarEntry, last: str) -> CalendarEntry | None:
    """An encounter as reports had it on a day; None where none of them told of it yet."""
    told = [stage for stage in entry.history if (days(stage.told) or _NEVER)[0] <= last]
    return replace(entry, status=told[-1].status, on=told[-1].on or entry.on) if told else None
