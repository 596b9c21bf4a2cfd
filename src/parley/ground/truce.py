"""Which incidents fall inside a truce's terms: observed, verified, attributed, or not observable.

Four different acts, kept apart: somebody reports an incident (observed); a second source that does not
repeat the
first, or a geolocation, bears it out (verified); a verified report says which side did it (attributed). A
day of
which no feed tells anything is no day of peace: it could not be observed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import shapely

from parley.ground.geometry import Plane
from parley.ground.incidents.asking import Merged, incidents, merge
from parley.ground.incidents.model import Incident
from parley.ground.line import line_km
from parley.ground.model import Place
from parley.ground.places import find_place
from parley.ground.store import GroundStore
from parley.ground.terms import Terms
from parley.ground.verifying import State, side_of, state_of
from parley.ground.words import plain, read_words


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident held against a truce's terms, or days that nobody observed.

    Attributes:
        id: of the incident, or the feed that tells nothing.
        state: see `State`.
        certain: whether it falls inside the terms for sure; where place or time leave it open, False.
        day: when, or from when to when.
        place: in the feed's words.
        latitude: or None.
        longitude: or None.
        within_m: how far from there it may have been, or None.
        by: the side that a report says did it, or ''.
        target: the kinds of protected targets it speaks of.
        reports: how many reports tell of it.
        reasons: why it is inside or outside, why it is in its state.
        text: what the report says.
    """

    id: str
    state: State
    certain: bool
    day: str
    place: str
    latitude: float | None
    longitude: float | None
    within_m: float | None
    by: str
    target: tuple[str, ...]
    reports: int
    reasons: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class _Finding:
    """Whether one term is met: yes, no or open, and why."""

    met: bool | None
    reason: str


def candidates(store: GroundStore, terms: Terms, until: str, *, rejected: bool = False) -> list[Candidate]:
    """Incidents inside a truce's terms, by day, and days that nobody observed.

    Args:
        store: with incidents, and with layers where the terms speak of the line.
        terms: of the truce.
        until: the last day to look at.
        rejected: whether to give those outside the terms too, with the reasons.
    """
    first = terms.start.date()
    last = min(date.fromisoformat(until), terms.end.date() if terms.end else date.max)
    reports = [
        report
        for report in incidents(store, (first - timedelta(days=1)).isoformat(), last.isoformat())
        if not terms.feeds or report.feed in terms.feeds
    ]
    places = [find_place(store, name) for name in terms.places]
    spared = [find_place(store, name) for name in terms.except_places]
    found = [_held(store, merged, terms, places, spared) for merged in merge(reports)]
    kept = [one for one in found if rejected or one.state is not State.REJECTED]
    return [*sorted(kept, key=lambda one: (one.day, one.id)), *_unobserved(store, terms, first, last)]


def _held(
    store: GroundStore, merged: Merged, terms: Terms, places: Sequence[Place], spared: Sequence[Place]
) -> Candidate:
    """One incident against all terms."""
    best = merged.best
    kinds = _kinds(merged, terms)
    findings = [
        _when(best, terms),
        *([_where(best, places)] if places else []),
        *(_not_where(best, place) for place in spared),
        *([_near_line(store, best, terms.line_km)] if terms.line_km is not None else []),
        *([_target(kinds, terms)] if terms.targets else []),
        *([_who(merged, terms)] if terms.parties else []),
    ]
    outside = any(finding.met is False for finding in findings)
    state, why = (State.REJECTED, "") if outside else state_of(merged)
    reasons = [finding.reason for finding in findings if finding.reason]
    return Candidate(
        id=merged.name,
        state=state,
        certain=not outside and all(finding.met for finding in findings),
        day=best.day if best.day == best.day_to else f"{best.day}/{best.day_to}",
        place=best.place,
        latitude=best.latitude,
        longitude=best.longitude,
        within_m=best.precision_m,
        by=side_of(merged),
        target=kinds,
        reports=len(merged.reports),
        reasons=(*reasons, *([why] if why else []), *merged.doubts),
        text=best.text,
    )


def _when(report: Incident, terms: Terms) -> _Finding:
    """Whether it happened while the truce held; a day without a time may begin before the truce does."""
    day, day_to = date.fromisoformat(report.day), date.fromisoformat(report.day_to)
    if report.time and report.day == report.day_to:
        moment = datetime.combine(day, time.fromisoformat(report.time), UTC)
        earliest, latest = moment, moment
    else:
        # The feed's day may be a day of any zone from UTC-12 to UTC+14; the war's own is within three hours
        # of UTC.
        earliest = datetime.combine(day, time.min, UTC) - timedelta(hours=3)
        latest = datetime.combine(day_to, time.max, UTC)
    if latest < terms.start or (terms.end is not None and earliest >= terms.end):
        return _Finding(False, f"It happened outside the truce ({terms.start:%Y-%m-%d %H:%M} UTC on).")
    if earliest < terms.start or (terms.end is not None and latest > terms.end):
        return _Finding(None, "Its time is not known so finely that it must have been while the truce held.")
    return _Finding(True, "")


def _metres_inside(report: Incident, place: Place) -> float:
    """How many metres inside a place a report's point lies; less than nothing outside."""
    plane = Plane(report.longitude, report.latitude)
    ground = plane.flat(place.shape)
    here = plane.flat(shapely.Point(report.longitude, report.latitude))
    if ground.geom_type == "Point":
        return -float(ground.distance(here))
    inside = bool(ground.covers(here))
    distance = float(ground.boundary.distance(here))
    return distance if inside else -distance


def _where(report: Incident, places: Sequence[Place]) -> _Finding:
    metres = max(_metres_inside(report, place) for place in places)
    reach = report.precision_m
    if metres >= reach:
        return _Finding(True, "")
    where = f"{abs(metres) / 1000:.1f} km {'inside' if metres >= 0 else 'outside'} where the truce holds"
    known = f"its place is known to {reach / 1000:.1f} km"
    if metres <= -reach:
        return _Finding(False, f"It lies {where}.")
    return _Finding(None, f"It lies {where}, and {known}.")


def _not_where(report: Incident, place: Place) -> _Finding:
    metres = _metres_inside(report, place)
    if metres >= report.precision_m:
        return _Finding(False, f"It lies in {place.name}, where the truce does not hold.")
    if metres > -report.precision_m:
        return _Finding(None, f"It may lie in {place.name}, where the truce does not hold.")
    return _Finding(True, "")


def _near_line(store: GroundStore, report: Incident, limit_km: float) -> _Finding:
    """Whether it lies near the line, by every group's map; where groups differ, the term is open."""
    distances = line_km(store, report.longitude, report.latitude, report.day_to)
    if not distances:
        return _Finding(None, "No map in the store shows a line near it on that day.")
    margin = report.precision_m / 1000 + 1.0
    near = [group for group, distance in distances.items() if distance + margin <= limit_km]
    far = [group for group, distance in distances.items() if distance - margin > limit_km]
    words = ", ".join(f"{group} {distance:.1f} km" for group, distance in sorted(distances.items()))
    if len(near) == len(distances):
        return _Finding(True, f"Distance to the line: {words}.")
    if len(far) == len(distances):
        return _Finding(False, f"It lies farther than {limit_km:g} km from the line: {words}.")
    return _Finding(None, f"Whether it lies within {limit_km:g} km of the line is open: {words}.")


def _kinds(merged: Merged, terms: Terms) -> tuple[str, ...]:
    """The kinds of protected targets that its reports speak of."""
    vocabulary = read_words("targets")
    text = (
        " ".join(plain(f" {report.kind} {report.target} {report.text} ") for report in merged.reports) + " "
    )
    raw = " ".join(f"{report.kind} {report.target}".lower() for report in merged.reports)
    found = []
    for kind in terms.targets or tuple(vocabulary):
        words = vocabulary.get(plain(kind), [plain(kind)])
        if any(_begins(word, text) or word in raw for word in words):
            found.append(kind)
    return tuple(found)


def _begins(word: str, text: str) -> bool:
    """Whether a word of the text begins so."""
    return f" {plain(word)}" in f" {text}" if not word.endswith(" ") else f" {plain(word)} " in f" {text} "


def _target(kinds: tuple[str, ...], terms: Terms) -> _Finding:
    if kinds:
        return _Finding(True, f"Speaks of a protected target: {', '.join(kinds)}.")
    return _Finding(False, f"Speaks of no protected target ({', '.join(terms.targets)}).")


def _who(merged: Merged, terms: Terms) -> _Finding:
    side = side_of(merged)
    if not side:
        return _Finding(None, "No report says which side did it.")
    if side in terms.parties:
        return _Finding(True, "")
    return _Finding(False, f"A report says that {side} did it, which the truce does not bind.")


def _unobserved(store: GroundStore, terms: Terms, first: date, last: date) -> list[Candidate]:
    """Days of the truce of which no feed tells anything at all."""
    rows = store.connection.execute(
        "SELECT DISTINCT feed, day_to FROM incidents WHERE day_to BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    ).fetchall()
    told = {day for feed, day in rows if not terms.feeds or feed in terms.feeds}
    silent = [
        day
        for offset in range((last - first).days + 1)
        if (day := (first + timedelta(days=offset)).isoformat()) not in told
    ]
    found, start = [], 0
    for index, day in enumerate(silent):
        following = silent[index + 1] if index + 1 < len(silent) else None
        if following != (date.fromisoformat(day) + timedelta(days=1)).isoformat():
            span = silent[start] if silent[start] == day else f"{silent[start]}/{day}"
            found.append(_nobody_looked(span))
            start = index + 1
    return found


def _nobody_looked(span: str) -> Candidate:
    reason = "No feed in the store tells of anything on these days: that is no sign of quiet."
    return Candidate(
        "no feed", State.UNOBSERVABLE, False, span, "", None, None, None, "", (), 0, (reason,), ""
    )
