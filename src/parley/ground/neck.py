"""Is a force nearly cut off? The width of the neck behind it, as an interval: contested as enemy's, as
friend's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely

from parley.ground.check import groups
from parley.ground.coverage import coverage
from parley.ground.geometry import KM2, area_km2, areal, distance_m, polygons
from parley.ground.model import Geometry, Place, Series, Status
from parley.ground.reading import PlaceReader
from parley.ground.store import GroundStore
from parley.ground.timeline import Snapshot, timeline

_AROUND_DEGREES = 0.5
_REAR_KM = 20.0
"""How far behind the pocket the ground must still hang together to count as its rear."""

_REAR_OF_POINT_KM = 40.0
"""The same where only a point of the pocket is given, and not how far it reaches."""

_WIDEST_KM = 30.0
_STEP_KM = 0.05
_COARSE_M = 30.0
"""Ground is made this much coarser before its width is sought: far finer than any map is drawn."""


@dataclass(frozen=True, slots=True)
class Neck:
    """How far a force in a place is cut off, by one group's map.

    Attributes:
        group: whose map it is.
        state: ``connected``, ``nearly cut off``, ``cut off``, ``no pocket`` or ``not covered``.
        narrowest_km: the width where contested ground counts as the enemy's; 0 where it is cut off.
        widest_km: the width where contested ground counts as a friend's.
        pocket_km2: the ground the force holds in the place.
        latitude: of the narrowest spot (contested as enemy's where there is a neck, else as friend's), or
            None.
        longitude: of that spot, or None.
        closing_m: gaps of up to twice this were closed: the width moves with it.
        reason: in words.
    """

    group: str
    state: str
    narrowest_km: float | None
    widest_km: float | None
    pocket_km2: float | None
    latitude: float | None
    longitude: float | None
    closing_m: float
    reason: str


BORDER_M = (1000.0, 1500.0)
"""Along the border of a force's own country a map and a boundary part by so much and more; that is no gap in
the
ground. The least is closed for the narrow end of the interval, the most for the wide one: the width moves
with it."""

_LARGEST_KM = 150.0

NEARLY_KM = 5.0
"""A neck that small arms and drones reach across from both sides."""


def neck(store: GroundStore, actor: str, place: Place, day: str, closing_m: float = 100.0) -> list[Neck]:
    """How wide the neck behind a side's force in a place is, by group.

    Args:
        store: with their layers.
        actor: whose force.
        place: where it stands: a region, or a point within its pocket.
        day: YYYY-MM-DD.
        closing_m: gaps between polygons of up to twice this are closed first.
    """
    return [
        _of_group(store, (group, series), actor, place, (day, closing_m))
        for group, series in groups(store).items()
    ]


def _of_group(
    store: GroundStore,
    group: tuple[str, Sequence[Series]],
    actor: str,
    place: Place,
    asked: tuple[str, float],
) -> Neck:
    name, series = group
    day, closing_m = asked
    covering = coverage(store, series, place, day, (f"held:{actor}",) if place.country != actor else ())
    if not covering.series:
        return Neck(name, "not covered", None, None, None, None, None, closing_m, covering.reason)
    snapshot = timeline(store, covering.series, day)[-1]
    pocket = _pocket(PlaceReader(store, place, day), snapshot, actor)
    if pocket is None:
        reason = f"Its layer of {snapshot.day} shows no ground of {actor} in {place.name}."
        return Neck(name, "no pocket", None, None, 0.0, None, None, closing_m, reason)
    if _across_km(pocket) > _LARGEST_KM:
        across = f"{_across_km(pocket):.0f} km across"
        reason = f"What {actor} holds there is {across}: ask about a point in its pocket."
        return Neck(name, "no pocket", None, None, round(area_km2(pocket), 1), None, None, closing_m, reason)
    theatre = _Theatre(store, pocket, place, actor, snapshot)
    low, spot = theatre.width_km(closing_m, friendly=False)
    high, other = theatre.width_km(closing_m, friendly=True)
    state = "cut off" if high == 0 else "nearly cut off" if low < NEARLY_KM else "connected"
    at = spot or other
    reason = (
        f"Neck {low:.1f} km where contested ground counts as the enemy's and gaps of up to"
        f" {2 * BORDER_M[0]:.0f} m along"
        f" the border are closed, {high:.1f} km where it counts as a friend's and gaps of up to"
        f" {2 * BORDER_M[1]:.0f} m are"
        f" (layer of {snapshot.day}; elsewhere gaps of up to {2 * closing_m:.0f} m are closed)."
    )
    latitude, longitude = (None, None) if at is None else (round(at.y, 3), round(at.x, 3))
    area = round(area_km2(pocket), 1) if place.shape.geom_type != "Point" else None
    return Neck(name, state, round(low, 1), round(high, 1), area, latitude, longitude, closing_m, reason)


def _pocket(reader: PlaceReader, snapshot: Snapshot, actor: str) -> Geometry | None:
    """The ground a force holds in a place, in degrees; for a point, the point."""
    if reader.place.shape.geom_type == "Point":
        return reader.place.shape.buffer(0.002)
    pieces = reader.pieces(reader.parts(snapshot, Status.HELD, actor))
    if not pieces or pieces[0].area < KM2 / 10:
        return None
    return reader.plane.round(shapely.MultiPolygon(pieces))


def _across_km(shape: Geometry) -> float:
    """How far a geometry in degrees reaches from corner to corner of its bounds."""
    west, south, east, north = shape.bounds
    return distance_m((west, south), (east, north)) / 1000


class _Theatre:
    """The ground around a pocket, as one group paints it.

    Args:
        store: with its layers.
        pocket: in degrees.
        place: where the pocket is.
        actor: whose pocket it is.
        snapshot: the group's.
    """

    def __init__(
        self, store: GroundStore, pocket: Geometry, place: Place, actor: str, snapshot: Snapshot
    ) -> None:
        west, south, east, north = pocket.bounds
        window = shapely.box(
            west - _AROUND_DEGREES, south - _AROUND_DEGREES, east + _AROUND_DEGREES, north + _AROUND_DEGREES
        )
        self._reader = PlaceReader(store, Place("around", "region", "", (), window), snapshot.day)
        flat = self._reader.plane.flat(pocket)
        largest = max(polygons(flat), key=lambda piece: float(piece.area))
        self._core = shapely.get_point(shapely.maximum_inscribed_circle(largest), 0)
        rear_km = _REAR_OF_POINT_KM if place.shape.geom_type == "Point" else _REAR_KM
        self._rear = flat.buffer(rear_km * 1000).boundary
        own = [
            known.shape
            for known in store.places()
            if known.kind == "region" and known.country == actor and known.shape.intersects(window)
        ]
        at_home = place.country == actor and place.shape.geom_type != "Point"
        mainland = areal(
            shapely.intersection(shapely.union_all([*own, *([place.shape] if at_home else [])]), window)
        )
        self._mainland = self._reader.plane.flat(mainland)
        self._snapshot, self._actor = snapshot, actor

    def _ground(self, status: Status, side: str | None = None) -> Geometry:
        return self._reader.joined(self._reader.parts(self._snapshot, status, side))

    def _friendly(self, closing_m: float, contested: Geometry, *, friendly: bool) -> Geometry:
        """The ground that the force may move on."""
        sides = [side for side in self._reader.sides(self._snapshot, Status.HELD) if side != self._actor]
        enemy = shapely.union_all([self._ground(Status.HELD, side) for side in sides])
        parts = [self._ground(Status.HELD, self._actor), shapely.difference(self._mainland, enemy)]
        ground = shapely.union_all([*parts, contested] if friendly else parts)
        ground = ground.simplify(_COARSE_M)
        closed = ground.buffer(closing_m, quad_segs=4).buffer(-closing_m, quad_segs=4)
        gap_m = BORDER_M[1] if friendly else BORDER_M[0]
        border = self._mainland.boundary.buffer(1.5 * gap_m)
        seam = shapely.intersection(ground.buffer(gap_m, quad_segs=4).buffer(-gap_m, quad_segs=4), border)
        taken = enemy if friendly else shapely.union_all([enemy, contested])
        return areal(shapely.difference(shapely.union_all([closed, seam]), taken)).simplify(_COARSE_M)

    def width_km(self, closing_m: float, *, friendly: bool) -> tuple[float, Geometry | None]:
        """The width of the neck in kilometres, and the narrowest spot in degrees, or None."""
        contested = self._ground(Status.CONTESTED)
        ground = self._friendly(closing_m, contested, friendly=friendly)
        if not self._connected(ground, 0.0):
            return 0.0, None
        low, high = 0.0, min(_WIDEST_KM / 2, self._roomy_km(ground))
        while high - low > _STEP_KM / 2:
            middle = (low + high) / 2
            low, high = (middle, high) if self._connected(ground, middle) else (low, middle)
        return 2 * low, self._spot(ground, high)

    def _roomy_km(self, ground: Geometry) -> float:
        """How far the ground may be made narrower until even the middle of the pocket is gone."""
        return float(ground.boundary.distance(self._core)) / 1000 + _STEP_KM

    def _connected(self, ground: Geometry, radius_km: float) -> bool:
        """Whether the core hangs together with the rear when the ground is made narrower all round."""
        part = self._around_core(ground, radius_km)
        return part is not None and bool(part.intersects(self._rear))

    def _around_core(self, ground: Geometry, radius_km: float) -> Geometry | None:
        left = ground.buffer(-radius_km * 1000, quad_segs=4) if radius_km else ground
        return next((part for part in polygons(left) if part.distance(self._core) < 1), None)

    def _spot(self, ground: Geometry, radius_km: float) -> Geometry | None:
        """Where the ground first breaks when it is made narrower: between the core's part and the others."""
        left = polygons(ground.buffer(-radius_km * 1000, quad_segs=4))
        core = [part for part in left if part.distance(self._core) < 1]
        rear = [part for part in left if part.intersects(self._rear) and part not in core]
        if not core or not rear:
            return None
        line = shapely.shortest_line(core[0], shapely.MultiPolygon(rear))
        return self._reader.plane.round(shapely.line_interpolate_point(line, 0.5, normalized=True))
