"""Which days an encounter's date can mean, by how far it has come and how long it took."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from parley.findings.encounters.sketch import Sketch
from parley.language.times import bounds
from parley.language.times.edtf import interval
from parley.model import EncounterStatus

_WEEK = 7
_SATURDAY = 5
# What was due yesterday or the day before is told as past; further back, the next such day is meant.
_YESTERDAY = -2
_AHEAD = frozenset({EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED})


def settled(sketch: Sketch, published: str | None) -> Sketch:
    """A status that agrees with the date: nothing was held tomorrow, nothing is under way since last week.

    Args:
        sketch: what one clause tells.
        published: the day of publication, or None.
    """
    day, limits = bounds(published or ""), bounds(sketch.on or "")
    if sketch.pending and sketch.around.duration is not None and not sketch.again:
        # "Will answer by Friday, after nine hours of talks": these were held, and Friday is the answer's.
        later = day is not None and limits is not None and limits[1] >= day[0]
        return replace(sketch, around=replace(sketch.around, on=None)) if later else sketch
    if sketch.pending and (sketch.again if limits is None else day is not None and limits[1] >= day[0]):
        sketch = replace(sketch, status=EncounterStatus.SCHEDULED)
    if day is None or limits is None:
        return sketch
    ahead = sketch.status in _AHEAD
    if sketch.around.weekday and sketch.sure and limits[0] == limits[1]:
        held = sketch.status is EncounterStatus.HELD
        off = (limits[0] - day[0]).days
        moved = _moved(
            off,
            limits[0],
            ahead=ahead and not sketch.was,
            will=sketch.will,
            held=held or sketch.was,
        )
        if moved is not None:
            limits = (moved, moved)
            sketch = replace(sketch, around=replace(sketch.around, on=moved.isoformat()))
    counted = sketch.begun or sketch.around.duration is not None
    over = sketch.status is EncounterStatus.HELD and sketch.sure and not counted
    past = _past_part(limits, day) if over else None
    if past is not None:
        return replace(sketch, around=replace(sketch.around, on=past))
    return _agreeing(sketch, limits, day)


def _agreeing(sketch: Sketch, limits: tuple[date, date], day: tuple[date, date]) -> Sketch:
    """The sketch with the status that its days allow."""
    held = sketch.status is EncounterStatus.HELD
    if held and limits[0] == day[0] and limits[1] > day[1] and not sketch.around.duration:
        return replace(sketch, status=EncounterStatus.UNDERWAY)
    if limits[0] > day[1] and sketch.status in {
        EncounterStatus.HELD,
        EncounterStatus.UNDERWAY,
        None,
    }:
        return replace(sketch, status=EncounterStatus.SCHEDULED)
    # "Might propose it at its next meeting on May 3": the meeting is set.
    if sketch.status is EncounterStatus.PROPOSED and not sketch.sure and limits[0] >= day[0]:
        return replace(sketch, status=EncounterStatus.SCHEDULED)
    # "Before his talks on Monday, he said", told on Friday.
    passed = sketch.status is EncounterStatus.SCHEDULED and not sketch.sure and not sketch.was
    if limits[1] < day[0] and (passed or (sketch.status is EncounterStatus.UNDERWAY and not sketch.begun)):
        return replace(sketch, status=EncounterStatus.HELD)
    recent = limits[0] <= day[1] and day[0] - timedelta(days=1) <= limits[1]
    if sketch.begun and recent and sketch.status is EncounterStatus.HELD:
        return replace(sketch, status=EncounterStatus.UNDERWAY)
    return sketch


def _past_part(limits: tuple[date, date], today: tuple[date, date]) -> str | None:
    """The days in which something can have been held: of this week, those gone by; the last weekend."""
    first, last = limits
    if first < today[0] <= last < first + timedelta(days=_WEEK) and today[0] == today[1]:
        return interval(first, today[0] - timedelta(days=1))
    weekend = first.weekday() == _SATURDAY and (last - first).days == 1
    if weekend and 0 < (first - today[1]).days < _WEEK:
        return interval(first - timedelta(days=_WEEK), last - timedelta(days=_WEEK))
    return None


def _moved(off: int, on: date, *, ahead: bool, will: bool, held: bool) -> date | None:
    """A weekday a week on or back, where what is told of it can only mean that one.

    "Will meet on Tuesday" names the next Tuesday, "met on Tuesday" the last one; "was due to meet on
    Thursday", told on Friday, the day before.
    """
    if held and 0 < off <= _WEEK:
        return on - timedelta(days=_WEEK)
    if ahead and -_WEEK <= off < (0 if will else _YESTERDAY):
        return on + timedelta(days=_WEEK)
    return None
