"""Where groups disagree near the line, by named area, and how long that has lasted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import shapely

from parley.ground.check import groups
from parley.ground.coverage import within_bounds
from parley.ground.days import between
from parley.ground.geometry import KM2, Plane, areal, polygons
from parley.ground.model import Geometry, Layer, Place, Series, Status
from parley.ground.reading import PlaceReader
from parley.ground.store import GroundStore
from parley.ground.theatre import Theatre, painted_plane
from parley.ground.tiles import cell_at, cell_bounds
from parley.ground.timeline import Snapshot, timeline

_SLIVER_M = 500.0
"""Ground nowhere wider than this is the hand that drew it, not a disagreement."""

_CRUMB_M2 = 10_000.0
_SEAM_M = 1.0

_EDGE_M = 5000.0
"""The edge of what a group leaves out is known to so much."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A piece of ground of which two groups show different things.

    Attributes:
        area: the region it lies in, or ``elsewhere``.
        groups: the two.
        shows: what each shows in it, in the same order.
        km2: how large it is.
        latitude: of a point within it.
        longitude: of that point.
        since: the day from which on both show this there, or None where their layers do not reach back.
        days: how long that has lasted.
    """

    area: str
    groups: tuple[str, str]
    shows: tuple[str, str]
    km2: float
    latitude: float
    longitude: float
    since: str | None
    days: int | None


_COARSE_M = 200.0
"""What a group covers is made so much coarser: far less than its edge is known to."""

Cells = Mapping[int, Geometry]
_EMPTY = shapely.Polygon()


@dataclass(frozen=True, slots=True)
class _Picture:
    """What one group shows on a day: ground in degrees by cell, what it covers flat."""

    group: str
    series: tuple[Series, ...]
    snapshots: tuple[Snapshot, ...]
    held: Mapping[str, Cells]
    contested: Cells
    covers: Geometry


def disagreements(store: GroundStore, day: str, least_km2: float = 5.0, most: int = 20) -> list[Disagreement]:
    """Where groups disagree on who holds ground, largest first.

    Args:
        store: with their layers.
        day: YYYY-MM-DD.
        least_km2: smaller pieces are left out, as are pieces nowhere wider than half a kilometre.
        most: how many are given.
    """
    plane = painted_plane(store)
    if plane is None:
        return []
    theatre = Theatre(store, plane)
    covers: dict[object, Geometry] = {}
    pictures = [
        picture
        for group, series in groups(store).items()
        if (picture := _picture(theatre, group, series, day, covers)) is not None
    ]
    found = []
    for one, other in combinations(pictures, 2):
        alike = one.covers is other.covers
        both = one.covers if alike else shapely.intersection(one.covers, other.covers)
        for side in sorted(one.held.keys() | other.held.keys()):
            if not (_can_show(one, side) and _can_show(other, side)):
                continue
            apart = _apart(plane, one.held.get(side, {}), other.held.get(side, {}), both)
            if any(series.home for series in (*one.series, *other.series)):
                apart = areal(shapely.difference(apart, theatre.country(side)))
            pieces = _pieces(shapely.intersection(apart, both), least_km2)
            found += [(piece, one, other, side) for piece in pieces]
    found.sort(key=lambda item: -float(item[0].area))
    unique = _without_twins(found)[:most]
    return [_answer(theatre, piece, (one, other), day) for piece, one, other, _ in unique]


def _apart(plane: Plane, one: Cells, other: Cells, both: Geometry) -> Geometry:
    """Ground that only one of two has, flat; cells that are the same are not looked at, nor crumbs of a
    hectare.
    """
    cells = sorted(cell for cell in one.keys() | other.keys() if one.get(cell) != other.get(cell))
    boxes = shapely.box(*zip(*(cell_bounds(cell) for cell in cells), strict=True)) if cells else []
    shapely.prepare(both)
    near = shapely.intersects(both, plane.flats(boxes)) if cells else ()
    looked_at = [cell for cell, meets in zip(cells, near, strict=True) if meets]
    here = [one.get(cell, _EMPTY) for cell in looked_at]
    there = [other.get(cell, _EMPTY) for cell in looked_at]
    flat = plane.flats(shapely.symmetric_difference(here, there))
    found = [part for shape in flat for part in polygons(shape) if part.area >= _CRUMB_M2]
    return (
        areal(shapely.disjoint_subset_union_all(found).buffer(_SEAM_M, join_style="mitre"))
        if found
        else _EMPTY
    )


Found = tuple[Geometry, _Picture, _Picture, str]


def _without_twins(found: Sequence[Found]) -> list[Found]:
    """Pieces, without those that are the same ground seen from the other side."""
    kept: list[Found] = []
    for item in found:
        twin = any(
            item[1] is other[1]
            and item[2] is other[2]
            and item[0].intersection(other[0]).area > 0.8 * item[0].area
            for other in kept
        )
        if not twin:
            kept.append(item)
    return kept


def _picture(
    theatre: Theatre, group: str, series: Sequence[Series], day: str, covers: dict[object, Geometry]
) -> _Picture | None:
    """What a group shows on a day; None where it has no layer that is fresh enough.

    Args:
        theatre: of the store.
        group: whose map it is.
        series: all of its series.
        day: YYYY-MM-DD.
        covers: ground that was worked out before, by what series say of it; more is put there.
    """
    store = theatre.store
    fresh = []
    for one in series:
        last = store.rows(
            "SELECT max(effective) FROM layers WHERE series = ? AND effective <= ?", (one.name, day)
        )[0][0]
        if last is not None and between(str(last), day) <= one.stale:
            fresh.append(one)
    instead = [one for one in fresh if not one.together]
    best = max(instead, key=lambda one: one.rank, default=None)
    chosen = tuple(one for one in fresh if one.together or one is best)
    if not chosen:
        return None
    snapshots = tuple(timeline(store, chosen, day))
    held: dict[str, Cells] = {}
    for side in _sides(store, snapshots[-1]):
        held[side] = painted(store, snapshots[-1].layers, Status.HELD, side)
    contested = painted(store, snapshots[-1].layers, Status.CONTESTED, "")
    said = tuple((one.include, one.exclude, "" if one.include else (one.scope, one.bounds)) for one in chosen)
    if said not in covers:
        covers[said] = _covers(theatre, chosen)
    return _Picture(group, chosen, snapshots, held, contested, covers[said])


def _sides(store: GroundStore, snapshot: Snapshot) -> list[str]:
    marks = ",".join("?" * len(snapshot.layers))
    query = f"SELECT DISTINCT side FROM terms WHERE status = 'held' AND layer IN ({marks}) ORDER BY side"
    return [str(row[0]) for row in store.rows(query, [layer.number for layer in snapshot.layers])]


def painted(store: GroundStore, layers: Sequence[Layer], status: Status, side: str) -> Cells:
    """All ground that layers paint in one way, in degrees, by cell."""
    marks = ",".join("?" * len(layers))
    query = (
        "SELECT DISTINCT cells.cell, shapes.wkb FROM cells JOIN shapes ON shapes.number = cells.shape"
        f" JOIN meanings ON meanings.number = cells.meaning WHERE cells.layer IN ({marks}) AND status = ?"
        f" AND side = ?"
    )
    found: dict[int, Geometry] = {}
    numbers = [layer.number for layer in layers]
    for cell, wkb in store.connection.execute(query, (*numbers, status.value, side)).fetchall():
        shape = shapely.from_wkb(wkb)
        found[cell] = shapely.union(found[cell], shape) if cell in found else shape
    return found


def _covers(theatre: Theatre, series: Sequence[Series]) -> Geometry:
    """The ground that series cover by their own statement, flat; without one, all they ever painted."""
    parts = []
    for one in series:
        if one.include:
            flat = shapely.union_all([theatre.named(name) for name in one.include])
        elif one.scope is not None or one.bounds is not None:
            flat = theatre.plane.flat(
                one.scope if one.scope is not None else within_bounds(theatre.store, one, 0.0)
            )
        else:
            continue
        left_out = [theatre.named(name).buffer(_EDGE_M) for name in one.exclude]
        parts.append(areal(shapely.difference(flat, shapely.union_all(left_out)) if left_out else flat))
    return areal(shapely.union_all(parts).simplify(_COARSE_M))


def _pieces(shape: Geometry, least_km2: float) -> list[Geometry]:
    """Pieces that are more than a sliver wide and large enough."""
    rim = _SLIVER_M / 2
    opened = areal(shape).buffer(-rim, quad_segs=4).buffer(rim, quad_segs=4)
    return [piece for piece in polygons(opened) if piece.area >= least_km2 * KM2]


def _answer(theatre: Theatre, piece: Geometry, pair: tuple[_Picture, _Picture], day: str) -> Disagreement:
    point = theatre.plane.round(piece.buffer(-_SLIVER_M / 4).representative_point())
    shows = (_shown(pair[0], point), _shown(pair[1], point))
    start = max(_since(theatre, one, point, words) for one, words in zip(pair, shows, strict=True))
    area = next((place.name for place in theatre.regions if place.shape.covers(point)), "elsewhere")
    return Disagreement(
        area=area,
        groups=(pair[0].group, pair[1].group),
        shows=shows,
        km2=round(float(piece.area) / KM2, 1),
        latitude=round(point.y, 3),
        longitude=round(point.x, 3),
        since=start,
        days=between(start, day),
    )


def _can_show(picture: _Picture, side: str) -> bool:
    """Whether a group's layers can show a side as holding ground at all."""
    return any(not one.carries or f"held:{side}" in one.carries for one in picture.series)


def _shown(picture: _Picture, point: Geometry) -> str:
    cell = cell_at(point.x, point.y)
    for side, ground in picture.held.items():
        if ground.get(cell, _EMPTY).covers(point):
            return f"held by {side}"
    return "contested" if picture.contested.get(cell, _EMPTY).covers(point) else "not painted"


def _since(theatre: Theatre, picture: _Picture, point: Geometry, words: str) -> str:
    """The day from which on a group shows the same at a point without a break."""
    day = picture.snapshots[-1].day
    reader = PlaceReader(theatre.store, Place("", "point", "", (), point), day, theatre.plane, around=0.0)
    for snapshot in reversed(picture.snapshots):
        if _at(reader, snapshot) != words:
            break
        day = snapshot.day
    return day


def _at(reader: PlaceReader, snapshot: Snapshot) -> str:
    for side in reader.sides(snapshot, Status.HELD):
        if any(
            shape.covers(reader.ground) for shape in reader.shapes(reader.parts(snapshot, Status.HELD, side))
        ):
            return f"held by {side}"
    grey = reader.shapes(reader.parts(snapshot, Status.CONTESTED))
    return "contested" if any(shape.covers(reader.ground) for shape in grey) else "not painted"
