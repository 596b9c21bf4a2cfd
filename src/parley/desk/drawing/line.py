"""The timeline: bars in lanes, as wide as the date is uncertain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.record.days import days

WIDTH = 1120
_LEFT, _RIGHT = 150, 16
_EDGE = 3.0
"""What stays free at the right edge, so that the last bar can be seen."""
_TOP = 34
_ROW = 26
_LANE_GAP = 14
_LETTER = 6.4
"""Width of a letter of a label, about."""
_LEAST = 7.0
"""Width of the narrowest bar."""
_TICK_EVERY = 110.0
"""How far ticks are apart at least."""
_BREAK = 26.0
"""Width of a gap in the scale."""
_LONG_GAP, _LARGE_GAP = 30, 0.04
"""Days, and part of all the days, without an item from which on the scale leaves them out."""
_ROOM_FOR_TICK = 60.0
_NARROWEST = 90.0
"""Width of a stretch of days at least, and of a label of its days."""
_VAGUE = 62
"""Days: what is dated no better does not widen the scale."""
_STEPS = (1, 2, 7, 14, 31, 61, 92, 183, 366, 732, 1830, 3660, 18_300, 36_600, 183_000, 366_000)
_LONGEST = 366 * 400


@dataclass(frozen=True, slots=True)
class Item:
    """Something that has a date.

    Attributes:
        key: what it is known by on the page.
        lane: the lane it belongs to.
        on: EDTF date.
        style: how it is drawn: planned, held, off or disputed.
        label: a few words.
        told: all of it in words, for who points at it.
    """

    key: str
    lane: str
    on: str
    style: str
    label: str
    told: str


@dataclass(frozen=True, slots=True)
class Bar:
    """An item with its place."""

    item: Item
    x: float
    y: float
    width: float
    text_x: float
    about: bool
    before: bool
    inside: bool = False


@dataclass(frozen=True, slots=True)
class _Label:
    """Where a bar's label begins, or ends where it stands before its bar, and what both take of a row."""

    x: float
    left: float
    right: float
    before: bool = False
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane with its place."""

    name: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the scale."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that are drawn without a gap: the first and the last of them, and where they begin and end."""

    first: int
    last: int
    x: float
    end: float

    @property
    def per_day(self) -> float:
        """The width of a day."""
        return (self.end - self.x) / (self.last - self.first + 1)

    def at(self, day: int) -> float:
        """Where a day begins; one before or after stands at the edge."""
        return min(self.end, self.x + max(0, day - self.first) * self.per_day)


@dataclass(frozen=True, slots=True)
class Scale:
    """Where days are drawn: stretches of days, with what lies between them left out."""

    stretches: tuple[Stretch, ...]

    def x(self, day: int) -> float:
        """Where a day begins; one that is left out stands where the next stretch begins."""
        here = next((one for one in self.stretches if day <= one.last), self.stretches[-1])
        return here.at(day)

    def end(self, day: int) -> float:
        """Where a day ends; one that is left out stands where the stretch before ends."""
        here = next((one for one in reversed(self.stretches) if one.first <= day), self.stretches[0])
        return here.at(day + 1)

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middles of the gaps."""
        return tuple(one.x - _BREAK / 2 for one in self.stretches[1:])


@dataclass(frozen=True, slots=True)
class Line:
    """A timeline with all its places."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    breaks: tuple[float, ...] = ()


def timeline(items: Sequence[Item], lanes: Sequence[str]) -> Line | None:
    """Lays items out; None where none has a date.

    Args:
        items: what to draw, in the order of their days.
        lanes: the lanes from top to bottom; those without an item are left out.
    """
    dated = [(item, *span) for item in items if (span := _span(item.on))]
    if not dated:
        return None
    scale = _scale([(start.toordinal(), end.toordinal()) for _, start, end in dated])
    bars: list[Bar] = []
    drawn: list[Lane] = []
    y = float(_TOP)
    for name in lanes:
        here = [one for one in dated if one[0].lane == name]
        if here:
            placed = _lane(here, scale, y)
            bars += placed
            height = max(bar.y for bar in placed) + _ROW - y
            drawn.append(Lane(name, y, height))
            y += height + _LANE_GAP
    ticks = tuple(tick for one in scale.stretches for tick in _ticks(one, scale))
    return Line(WIDTH, y, tuple(drawn), tuple(bars), ticks, scale.breaks)


def _scale(spans: Iterable[tuple[int, int]]) -> Scale:
    """Room for all days that have an item: more for days with many, little for what is vaguely dated."""
    listed = sorted(spans)
    precise = [one for one in listed if one[1] - one[0] < _VAGUE] or listed
    whole = max(end for _, end in precise) - precise[0][0] + 1
    merged = _merged(precise, max(_LONG_GAP, whole * _LARGE_GAP))
    vague = [one for one in listed if not any(one[0] <= end and start <= one[1] for start, end in merged)]
    weights = [
        (start, end, 2.0 + sum(start <= one[0] <= end for one in precise)) for start, end in merged
    ] + [(start, end, 1.0) for start, end in _merged(vague, 0)]
    weights.sort()
    across = WIDTH - _LEFT - _RIGHT - _BREAK * (len(weights) - 1)
    spare = max(0.0, across - _NARROWEST * len(weights)) * 0.96
    all_weights = sum(weight for _, _, weight in weights)
    stretches, x = [], _LEFT + across * 0.015
    for start, end, weight in weights:
        width = min(_NARROWEST, across / len(weights)) + spare * weight / all_weights
        stretches.append(Stretch(start, end, x, x + width))
        x += width + _BREAK
    return Scale(tuple(stretches))


def _merged(spans: Sequence[tuple[int, int]], gap: float) -> list[tuple[int, int]]:
    """Spans in their order, those together between which there are no more days than `gap`."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start - merged[-1][1] <= gap + 1:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def _span(edtf: str) -> tuple[date, date] | None:
    """First and last day; open ends and those longer than any negotiation are not drawn."""
    found = days(edtf)
    if found is None:
        return None
    start, end = map(date.fromisoformat, found)
    return (start, end) if (end - start).days <= _LONGEST else None


def _lane(items: Iterable[tuple[Item, date, date]], scale: Scale, top: float) -> list[Bar]:
    """The bars of a lane, each in the first row where neither it nor its label meets another."""
    ends: list[float] = []
    placed = []
    for item, start, end in sorted(items, key=lambda one: one[1]):
        x = min(scale.x(start.toordinal()), WIDTH - _EDGE - _LEAST)
        width = min(max(_LEAST, scale.end(end.toordinal()) - x - 2), WIDTH - _EDGE - x)
        label = _label_place(x, width, len(item.label) * _LETTER + 8)
        row = next((number for number, taken in enumerate(ends) if taken <= label.left), len(ends))
        if row == len(ends):
            ends.append(label.right)
        ends[row] = label.right
        about = "~" in item.on
        placed.append(Bar(item, x, top + row * _ROW, width, label.x, about, label.before, label.inside))
    return placed


def _label_place(x: float, width: float, room: float) -> _Label:
    """Behind the bar; before it where that would leave the drawing; on it where both would."""
    if x + width + room <= WIDTH:
        return _Label(x + width + 5, x, x + width + room)
    if x - room >= _LEFT - 8:
        return _Label(x - 5, x - room, x + width, before=True)
    return _Label(x + 6, x, max(x + width, x + room), inside=True)


def _ticks(stretch: Stretch, scale: Scale) -> Iterable[Tick]:
    """Days at even distances, the first day of a stretch always."""
    room = stretch.last - stretch.first + 1
    most = max(1.0, room * stretch.per_day / _TICK_EVERY)
    step = next((step for step in _STEPS if room / step <= most), _STEPS[-1])
    at = date.fromordinal(stretch.first)
    year = None
    while at.toordinal() <= stretch.last:
        x = scale.x(at.toordinal())
        if year is None or stretch.end - x > _ROOM_FOR_TICK:
            yield Tick(x, _tick_label(at, step, at.year != year))
        year = at.year
        if (date.max - at).days < step:
            return
        at += timedelta(days=step)


def _tick_label(day: date, step: int, begins: bool) -> str:
    """A day on the scale; its year is told where a year may begin, and alone where years are wide."""
    if step >= 366:
        return str(day.year)
    return f"{day.day} {day:%b} {day.year}" if begins else f"{day.day} {day:%b}"


STYLES: Mapping[str, str] = {
    "proposed": "planned",
    "scheduled": "planned",
    "underway": "held",
    "held": "held",
    "postponed": "off",
    "cancelled": "off",
    "denied": "disputed",
    "asserted": "held",
    "attributed": "claimed",
    "future": "planned",
}
"""How each status of an encounter, or factuality of an event, is drawn."""
