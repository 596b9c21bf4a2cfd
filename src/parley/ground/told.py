"""Claims about the ground that reports make, as questions to the maps."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from parley.ground.check import side_for
from parley.ground.claim import Claim, Movement
from parley.ground.days import between
from parley.ground.errors import GroundError, UnknownPlace, UnknownSide
from parley.ground.movements import movement_of
from parley.ground.naming import has_kind
from parley.ground.places import find_place
from parley.ground.stated import Stated, stated_claims
from parley.ground.store import GroundStore
from parley.ground.words import plain, read_words
from parley.model import Event, Finding, Report, Statement
from parley.record import Record
from parley.record.entries import StoredFinding
from parley.vocabulary.offices import leader as leader_named

_TOLD_AS_DONE = ("asserted", "attributed", "denied")
"""What is only supposed or lies ahead cannot be on a map."""

_DAY = len("2025-06-03")
_MONTH = len("2025-06")

_IN_MONTH = re.compile(
    r"\bin\s+(?:(?:late|early|mid)[- ])?(?:(?P<month>"
    + "|".join(list(month_name)[1:])
    + r")(?:\s+(?P<year>\d{4}))?|(?P<alone>(?:19|20)\d\d))\b"
)
_STATE_SINCE = re.compile(
    r"\b(?:has|have)\s+(?:\w+ly\s+)?(?:held|controlled|occupied)\b.*\bsince\b", re.DOTALL
)
_DELAY_DAYS = 14
"""Maps are drawn days after: what happened no longer before a report than this is asked as of its day."""


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """What a report says that somebody entered, took or left.

    Attributes:
        report: its id.
        finding: its id.
        words: of the report.
        claimed_by: who says so.
        factuality: asserted, attributed or denied.
        actor: as the report names it, or ''.
        movement: entered, holds or left.
        place: as the report names it, or ''.
        target: what was entered, taken or left, as the report names it, or ''.
        day: YYYY-MM-DD as of which maps are asked: of the report, or the event's last where that is long
            before it; '' where neither is known.
        named: the place as its words stand, with the region it lies in; tried before `place`; or ''.
        by: the side as its words stand; asked where nobody knows `actor`; or ''.
        loose: whether only the words say so, and no finding: it counts where its side and place are known.
    """

    report: str
    finding: str
    words: str
    claimed_by: str
    factuality: str
    actor: str
    movement: str
    place: str
    target: str
    day: str
    named: str = ""
    by: str = ""
    loose: bool = False


def told_claims(record: Record) -> tuple[ToldClaim, ...]:
    """The claims of a record, by day of publication: those it has as events, and those its words state."""
    statements, events = record.findings_of_type("statement"), record.findings_of_type("event")
    said: dict[str, list[StoredFinding]] = {}
    for stored in statements:
        said.setdefault(stored.report.id, []).append(stored)
    reports = {stored.report.id: stored.report for stored in (*statements, *events)}
    others = (entry.id for entry in record.reports() if entry.id not in reports)
    reports |= {name: record.report(name).report for name in others}
    stated = {name: list(stated_claims(report.text)) for name, report in reports.items()}
    found = [*_claims(events, stated)]
    for name, report in reports.items():
        found += [_stated(report, one, said.get(name, ())) for one in stated[name]]
    return tuple(sorted(found, key=lambda told: (reports[told.report].published or "", told.report)))


def _claims(events: Iterable[StoredFinding], stated: dict[str, list[Stated]]) -> Iterator[ToldClaim]:
    """The claims of events; what the words state beside them is taken off `stated`."""
    for stored in events:
        event = stored.finding
        if isinstance(event, Event) and event.factuality in _TOLD_AS_DONE:
            movement = movement_of(event.rule)
            if movement is not None:
                beside = stated[stored.report.id]
                same = [one for one in beside if one.movement is movement and _overlap(one, event)]
                stated[stored.report.id] = [one for one in beside if one not in same]
                told = _claim(stored, event, movement.value)
                if len(same) == 1:
                    told = replace(told, named=same[0].place, by=same[0].actor)
                yield told


def _overlap(one: Stated, event: Event) -> bool:
    return any(span.start < one.end and one.start < span.end for span in event.evidence)


def _stated(report: Report, one: Stated, said: Iterable[StoredFinding]) -> ToldClaim:
    """A claim that only the words state, with who says them."""
    stored = next((stored for stored in said if _holds(stored.finding, one)), None)
    statement = stored.finding if stored is not None else None
    source = statement.source if isinstance(statement, Statement) else None
    return ToldClaim(
        report.id,
        "" if stored is None else stored.id,
        report.text[one.start : one.end],
        source.name if source is not None else "the report",
        "denied" if one.denied else "asserted" if stored is None else "attributed",
        one.actor,
        one.movement.value,
        one.place,
        "",
        _day(_month_in(one.around, report.published or ""), (report.published or "")[:_DAY]),
        one.place,
        loose=True,
    )


def _holds(finding: Finding, one: Stated) -> bool:
    """Whether a finding is a statement whose words have a claim within them."""
    spans = finding.content if isinstance(finding, Statement) else ()
    return any(span.start <= one.start < span.end for span in spans)


def _month_in(sentence: str, published: str) -> str:
    """The month or year that a sentence tells of (YYYY-MM or YYYY), no later than its report; else ''."""
    found = _IN_MONTH.search(sentence)
    if found is None or not published[:4].isdigit():
        return ""
    if found["month"] is None:
        return str(found["alone"])
    number = list(month_name).index(found["month"])
    year = int(found["year"] or published[:4])
    if not found["year"] and f"{year}-{number:02}" > published[:_MONTH]:
        year -= 1
    month = f"{year}-{number:02}"
    return month if month < published[:_MONTH] else ""


def _claim(stored: StoredFinding, event: Event, movement: str) -> ToldClaim:
    return ToldClaim(
        stored.report.id,
        stored.id,
        " … ".join(span.of(stored.report.text) for span in event.evidence),
        event.claimed_by or "the report",
        event.factuality,
        event.actor or "",
        movement,
        event.place or event.target or "",
        event.target or "",
        _day("" if _lasts(stored, movement) else event.on or "", (stored.report.published or "")[:_DAY]),
    )


def _lasts(stored: StoredFinding, movement: str) -> bool:
    """Whether an event is a state that began on its day and goes on: "has occupied it since March 2022"."""
    start = min((span.start for span in stored.finding.evidence), default=0)
    sentence = re.split(r"[.!?](?=\s|$)", stored.report.text[start:], maxsplit=1)[0]
    return movement == Movement.HOLDS and _STATE_SINCE.search(sentence) is not None


def _day(on: str, published: str) -> str:
    """The day as of which a claim is asked of the maps, from when it is said to have been and been told."""
    last = _last_day(on)
    told = published if len(published) == _DAY else ""
    if not last or (told and last <= told and between(last, told) <= _DELAY_DAYS):
        return told
    return last


def _last_day(on: str) -> str:
    """The last day of a day, month or year; '' for anything else."""
    try:
        if len(on) == _DAY:
            return date.fromisoformat(on).isoformat()
        year, _, month = on.partition("-")
        if len(on) not in (len("2025"), _MONTH):
            return ""
        number = int(month or 12)
        return date(int(year), number, monthrange(int(year), number)[1]).isoformat()
    except ValueError:
        return ""


def names_settlement(told: ToldClaim) -> bool:
    """Whether a claim's words call its place a village or the like, or say in which region it lies."""
    return "," in told.place or has_kind(told.place, "settlements")


def asked(store: GroundStore, told: ToldClaim, as_of: str | None = None) -> Claim:
    """A claim of a report as a question to the maps.

    Args:
        store: with the places and sides.
        told: what the report says.
        as_of: look at no ground of a later day; None for the day of the claim.

    Raises:
        GroundError: when no map can be asked: no day, a side or a place that nobody knows.
    """
    day = as_of or told.day
    if not day:
        raise GroundError("No day can be told for it: give one with --as-of.")
    if told.named:
        return _named(store, told, day)
    if not told.place:
        raise GroundError("It does not say where.")
    if not _is_name(told.place):
        raise GroundError(f"It names no place: {told.place!r}.")
    if told.movement != Movement.ENTERED and told.target and not _is_name(told.target):
        raise GroundError(f"It does not say which {told.target!r} in {told.place}.")
    return Claim(_actor(store, told), Movement(told.movement), find_place(store, told.place), day)


def _named(store: GroundStore, told: ToldClaim, day: str) -> Claim:
    """A claim about the place as its words stand, else about the one that the event has."""
    side = _actor(store, told)
    try:
        place = find_place(store, told.named)
    except UnknownPlace:
        if told.loose or not _is_name(told.place) or "," in told.named:
            raise
        place = find_place(store, told.place)
    return Claim(side, Movement(told.movement), place, day)


def _actor(store: GroundStore, told: ToldClaim) -> str:
    """The side of a claim: as its event has it, as its words have it, or who says it of its own."""
    try:
        return _side(store, told.actor)
    except UnknownSide:
        side = _known_side(store, told.by) or _speakers_side(store, told)
        if not side:
            raise
        return side


def _is_name(words: str) -> bool:
    """Whether words name something rather than say what kind of thing it is."""
    return any(character.isupper() for character in words)


def _side(store: GroundStore, actor: str) -> str:
    """The side that a report means: a side, one of several that is on the maps, or whom a leader speaks for.

    Raises:
        UnknownSide: when nobody can tell.
    """
    known = [(one, leader_named(one)) for one in re.split(r"\s*;\s*", actor)]
    named = [one if leader is None else leader.party for one, leader in known]
    if len(named) == 1:
        return side_for(store, named[0])
    painted = {str(row[0]) for row in store.rows("SELECT DISTINCT side FROM meanings WHERE side <> ''")}
    sides = {side for one in named if (side := _known_side(store, one)) in painted}
    return sides.pop() if len(sides) == 1 else side_for(store, actor)


def _speakers_side(store: GroundStore, told: ToldClaim) -> str:
    """The side of who says it, where it says it of itself or of "the army"; '' where nobody can tell."""
    if plain(told.actor) not in read_words("claim_words")["own_forces"]:
        return ""
    known = leader_named(told.claimed_by)
    return _known_side(store, told.claimed_by if known is None else known.party)


def _known_side(store: GroundStore, words: str) -> str:
    try:
        return side_for(store, words)
    except UnknownSide:
        return ""
