"""The timeline: bars in lanes, as wide as the date is uncertain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from parley.record.days import days

WIDTH = 1120
_LEFT, _RIGHT = 150, 16
_TOP = 34
_ROW = 26
_LANE_GAP = 14
_LETTER = 6.4
"""Width of a letter of a label, about."""
_LEAST = 7.0
"""Width of the narrowest bar."""
_MOST_TICKS = 9
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
class Line:
    """A timeline with all its places."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def timeline(items: Sequence[Item], lanes: Sequence[str]) -> Line | None:
    """Lays items out; None where none has a date.

    Args:
        items: what to draw, in the order of their days.
        lanes: the lanes from top to bottom; those without an item are left out.
    """
    dated = [(item, *span) for item in items if (span := _span(item.on))]
    if not dated:
        return None
    first = min(start for _, start, _ in dated)
    last = max(end for _, _, end in dated)
    room = max(1, (last - first).days + 1)
    scale = (WIDTH - _LEFT - _RIGHT) / (room * 1.06)
    begun = first.toordinal() - room * 0.02
    bars: list[Bar] = []
    drawn: list[Lane] = []
    y = float(_TOP)
    for name in lanes:
        here = [one for one in dated if one[0].lane == name]
        if here:
            placed = _lane(here, begun, scale, y)
            bars += placed
            height = max(bar.y for bar in placed) + _ROW - y
            drawn.append(Lane(name, y, height))
            y += height + _LANE_GAP
    return Line(WIDTH, y, tuple(drawn), tuple(bars), tuple(_ticks(first, last, begun, scale)))


def _span(edtf: str) -> tuple[date, date] | None:
    """First and last day; open ends and those longer than any negotiation are not drawn."""
    found = days(edtf)
    if found is None:
        return None
    start, end = map(date.fromisoformat, found)
    return (start, end) if (end - start).days <= _LONGEST else None


def _lane(items: Iterable[tuple[Item, date, date]], begun: float, scale: float, top: float) -> list[Bar]:
    """The bars of a lane, each in the first row where neither it nor its label meets another."""
    ends: list[float] = []
    placed = []
    for item, start, end in sorted(items, key=lambda one: one[1]):
        x = _LEFT + (start.toordinal() - begun) * scale
        width = max(_LEAST, ((end - start).days + 1) * scale - 2)
        label = len(item.label) * _LETTER + 8
        before = x + width + label > WIDTH
        left, right = (x - label, x + width) if before else (x, x + width + label)
        row = next((number for number, taken in enumerate(ends) if taken <= left), len(ends))
        if row == len(ends):
            ends.append(right)
        ends[row] = right
        text_x = x - 5 if before else x + width + 5
        placed.append(Bar(item, x, top + row * _ROW, width, text_x, "~" in item.on, before))
    return placed


def _ticks(first: date, last: date, begun: float, scale: float) -> Iterable[Tick]:
    """Days at even distances, at most nine."""
    room = (last - first).days + 1
    step = next((step for step in _STEPS if room / step <= _MOST_TICKS), _STEPS[-1])
    at = first
    while at <= last:
        begins = at == first or (at - first).days % 366 < step
        yield Tick(_LEFT + (at.toordinal() - begun) * scale, _tick_label(at, step, begins))
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
