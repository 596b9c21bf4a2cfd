"""What changed between two days, by group: movement told apart from relabelling, periods, scope and
silence.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely

from parley.ground.check import groups
from parley.ground.days import between
from parley.ground.geometry import area_km2, areal
from parley.ground.model import Geometry, Layer, Place, Series
from parley.ground.moved import Areas, Moved
from parley.ground.relabelling import relabelled_km2
from parley.ground.store import GroundStore
from parley.ground.timeline import at, timeline
from parley.ground.words import country_name

_LEAST_KM2 = 0.01


@dataclass(frozen=True, slots=True)
class Change:
    """What one group's map shows a side to have gained and lost, in one area or everywhere.

    Attributes:
        group: whose map it is.
        area: the name of the area, or ``all``.
        side: who gained and lost.
        gained_km2: ground newly painted as held by the side.
        lost_km2: ground no longer painted so.
        net_km2: gained less lost, less what was only relabelled.
        from_contested_km2: of what was gained, what was contested before.
        relabelled_km2: of what was gained, what the group had shown under another heading before.
        start: the day of the layer compared, or None.
        end: the day of the layer it is compared with, or None.
        notes: what must be known to read the figures.
    """

    group: str
    area: str
    side: str
    gained_km2: float
    lost_km2: float
    net_km2: float
    from_contested_km2: float
    relabelled_km2: float
    start: str | None
    end: str | None
    notes: tuple[str, ...]


def changes(store: GroundStore, start: str, end: str, *, by_area: bool = False) -> list[Change]:
    """What each group shows to have changed between two days.

    Args:
        store: with their layers.
        start: the first day (YYYY-MM-DD).
        end: the last.
        by_area: one line an area that has a boundary, too.
    """
    found = []
    for group, series in groups(store).items():
        found += _of_group(store, group, _answering(store, series, end), (start, end), by_area)
    return found


def _answering(store: GroundStore, series: Sequence[Series], end: str) -> list[Series]:
    """The series of a group that are compared: of those that stand for each other the fullest."""
    with_layers = [one for one in series if store.layers(one.name, end)]
    instead = [one for one in with_layers if not one.together]
    best = max(instead, key=lambda one: one.rank, default=None)
    return [one for one in with_layers if one.together or one is best]


@dataclass(frozen=True, slots=True)
class _Compared:
    """The layers of a group that are compared, and what must be known of them."""

    series: frozenset[str]
    before: tuple[Layer, ...]
    after: tuple[Layer, ...]
    notes: tuple[str, ...]


def _compared(store: GroundStore, series: Sequence[Series], days: tuple[str, str]) -> _Compared:
    """The layers of those series that have one for both days."""
    names: set[str] = set()
    old: list[Layer] = []
    new: list[Layer] = []
    notes: list[str] = []
    for one in series:
        snapshots = timeline(store, [one], days[1])
        before, after = at(snapshots, days[0]), at(snapshots, days[1])
        if after is None:
            continue
        if before is None:
            start = snapshots[0].day
            notes.append(f"{one.name} begins {start}: what it adds is scope, not movement, and left out.")
        elif between(before.day, days[0]) > one.stale or between(after.day, days[1]) > one.stale:
            shown = f"({before.day}, {after.day})"
            notes.append(f"{one.name}: its layers {shown} are too old for these days; left out.")
        else:
            names.add(one.name)
            old.extend(before.layers)
            new.extend(after.layers)
            notes += _notes(store, one, (before.layers[0], after.layers[0]), days)
    return _Compared(frozenset(names), tuple(old), tuple(new), tuple(notes))


def _of_group(
    store: GroundStore, group: str, series: Sequence[Series], days: tuple[str, str], by_area: bool
) -> list[Change]:
    compared = _compared(store, series, days)
    if not compared.series:
        why = compared.notes or (f"It has no layer on or before {days[0]}.",)
        return [Change(group, "all", "", 0.0, 0.0, 0.0, 0.0, 0.0, None, None, why)]
    moved = list(_moved(store, compared.before, compared.after))
    relabelled = relabelled_km2(store, group, days, set(compared.series))
    notes = (*compared.notes, *relabelled.notes)
    span = (
        max(one.dates.effective for one in compared.before),
        max(one.dates.effective for one in compared.after),
    )
    areas = Areas(store)
    found = []
    for side in sorted({one.side for one in moved}) or sorted(_sides(store, compared.after)):
        of_side = [one for one in moved if one.side == side]
        again = relabelled.km2 if side == relabelled.side else 0.0
        found.append(_change(group, "all", side, of_side, (*span, again, notes)))
        parts = areas.parted(of_side)
        found += _by_country(group, side, parts, (*span, again), relabelled.area)
        if by_area:
            about = (*span, 0.0, _unplaced(again))
            found += _worth([_change(group, place.name, side, inside, about) for place, inside in parts])
    return found


def _by_country(
    group: str,
    side: str,
    parts: Sequence[tuple[Place, list[Moved]]],
    about: tuple[str, str, float],
    relabelled_in: str,
) -> list[Change]:
    """The same by country, where ground of more than one changed: groups do not paint all of them alike."""
    by_code: dict[str, list[Moved]] = {}
    for place, inside in parts:
        by_code.setdefault(place.country, []).extend(inside)
    start, end, again = about
    found = []
    for code, inside in sorted(by_code.items()):
        if code:
            name = country_name(code)
            here = again if name == relabelled_in else 0.0
            found.append(_change(group, name, side, inside, (start, end, here, ())))
    worth = _worth(found)
    return worth if len(worth) > 1 else []


def _worth(found: Sequence[Change]) -> list[Change]:
    """Those in which something changed."""
    return [one for one in found if one.gained_km2 >= _LEAST_KM2 or one.lost_km2 >= _LEAST_KM2]


def _unplaced(again: float) -> tuple[str, ...]:
    """A note for named areas where ground was relabelled somewhere."""
    if not again:
        return ()
    return (f"{again:.0f} km² of its gains everywhere are relabelled; where is not known.",)


def _notes(
    store: GroundStore, series: Series, layers: tuple[Layer, Layer], days: tuple[str, str]
) -> list[str]:
    """What must be known of two layers of a series to read what lies between them."""
    before, after = layers
    notes = []
    for layer, day in ((before, days[0]), (after, days[1])):
        age = between(layer.dates.effective, day)
        if age:
            notes.append(
                f"{series.name}: no layer shows {day}; that of {layer.dates.effective} is carried {age} days."
            )
    if before.number == after.number:
        notes.append(f"{series.name}: one layer stands for both days, so no change can be seen.")
    windows = {layer.dates.window_from for layer in layers if layer.dates.window_from}
    if windows:
        notes.append(
            f"{series.name}: prepared for periods (from {', '.join(sorted(windows))}), not for days."
        )
    every = [
        one
        for one in store.layers(series.name, after.dates.effective)
        if one.dates.effective >= before.dates.effective
    ]
    copies = sum(one.content == other.content for one, other in itertools.pairwise(every))
    if copies:
        notes.append(
            f"{series.name}: {copies} of its {len(every)} layers repeat the one before to the last point."
        )
    return notes


def _rows(store: GroundStore, layers: Iterable[Layer]) -> dict[int, dict[tuple[str, str], set[int]]]:
    """The shapes of layers by cell and meaning."""
    numbers = [layer.number for layer in layers]
    marks = ",".join("?" * len(numbers))
    query = (
        "SELECT cell, status, side, shape FROM cells JOIN meanings ON meanings.number = cells.meaning"
        f" WHERE layer IN ({marks})"
    )
    found: dict[int, dict[tuple[str, str], set[int]]] = {}
    for cell, status, side, shape in store.connection.execute(query, numbers):
        found.setdefault(cell, {}).setdefault((status, side), set()).add(shape)
    return found


def _sides(store: GroundStore, layers: Sequence[Layer]) -> set[str]:
    return {side for cell in _rows(store, layers).values() for status, side in cell if status == "held"}


def _moved(store: GroundStore, before: Sequence[Layer], after: Sequence[Layer]) -> Iterable[Moved]:
    """What changed, a cell and side at a time; cells that are the same are not looked at."""
    old, new = _rows(store, before), _rows(store, after)
    for cell in old.keys() | new.keys():
        was, now = old.get(cell, {}), new.get(cell, {})
        sides = {side for status, side in (*was, *now) if status == "held"}
        for side in sorted(sides):
            had, has = was.get(("held", side), set()), now.get(("held", side), set())
            if had == has:
                continue
            there, here = _ground(store, had), _ground(store, has)
            grey = _ground(store, was.get(("contested", ""), set()))
            gained, lost = shapely.difference(here, there), shapely.difference(there, here)
            yield Moved(side, areal(gained), areal(lost), grey)


def _ground(store: GroundStore, numbers: set[int]) -> Geometry:
    marks = ",".join("?" * len(numbers))
    rows = store.connection.execute(
        f"SELECT wkb FROM shapes WHERE number IN ({marks})", tuple(numbers)
    ).fetchall()
    shapes = [shapely.from_wkb(wkb) for (wkb,) in rows]
    return shapely.union_all(shapes) if len(shapes) != 1 else shapes[0]


def _change(
    group: str, area: str, side: str, moved: Sequence[Moved], about: tuple[str, str, float, tuple[str, ...]]
) -> Change:
    start, end, relabelled, notes = about
    gained = sum(area_km2(one.gained) for one in moved)
    lost = sum(area_km2(one.lost) for one in moved)
    grey = sum(area_km2(areal(shapely.intersection(one.gained, one.grey))) for one in moved)
    relabelled = min(relabelled, gained)
    net = gained - lost - relabelled
    figures = (round(gained, 2), round(lost, 2), round(net, 2), round(grey, 2), round(relabelled, 2))
    return Change(group, area, side, *figures, start, end, notes)
