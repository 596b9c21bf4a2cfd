"""Geometry that is sound: repaired where it was not, cut, joined and measured without surprises.

A zero-width buffer is never used to repair: on an oblast whose hole lies outside its shell it keeps 53 of
26,142 square kilometres and says nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
import shapely
from pyproj import Geod, Transformer
from pyproj.enums import TransformDirection

from parley.ground.model import Geometry

GEOD = Geod(ellps="WGS84")
KM2 = 1e6
_SEAM_M = 0.01
"""Pieces cut at cell edges are joined on a grid of a centimetre, so that no hair stays open."""


def polygons(shape: Geometry) -> list[Geometry]:
    """The polygons of any geometry, without points, lines and empty parts."""
    if shape.geom_type == "Polygon":
        return [] if shape.is_empty else [shape]
    return [part for whole in getattr(shape, "geoms", ()) for part in polygons(whole)]


_ALL_AROUND = 359.9
"""A step of so many degrees is the edge of a map of the world."""


def areal(shape: Geometry) -> Geometry:
    """The polygons of a geometry as one."""
    parts = polygons(shape)
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def sound(shape: Geometry) -> tuple[Geometry, str | None]:
    """A geometry in two dimensions that is valid, and what was wrong with it, or None."""
    flat = shapely.force_2d(shape)
    if flat.is_valid:
        return areal(flat), None
    reason = shapely.is_valid_reason(flat)
    return areal(shapely.make_valid(flat)), str(reason)


def joined(shapes: Iterable[Geometry]) -> Geometry:
    """One geometry of many, in degrees."""
    return areal(shapely.union_all(list(shapes)))


class Plane:
    """An equal-area projection centred on what is being measured.

    Args:
        longitude: of its centre.
        latitude: of its centre.
    """

    def __init__(self, longitude: float, latitude: float) -> None:
        self._plane = _transformer(round(longitude, 2), round(latitude, 2))

    def flat(self, shape: Geometry) -> Geometry:
        """Degrees to metres; what bending makes unsound is repaired."""
        flat = shapely.transform(shape, lambda xy: _moved(self._plane, xy, TransformDirection.FORWARD))
        return flat if flat.is_valid else _repaired(flat)

    def flats(self, shapes: Sequence[Geometry]) -> list[Geometry]:
        """Degrees to metres, many at once."""
        flat = shapely.transform(
            np.asarray(shapes, dtype=object), lambda xy: _moved(self._plane, xy, TransformDirection.FORWARD)
        )
        return [shape if shape.is_valid else _repaired(shape) for shape in flat]

    def round(self, shape: Geometry) -> Geometry:
        """Metres to degrees."""
        return shapely.transform(shape, lambda xy: _moved(self._plane, xy, TransformDirection.INVERSE))

    def join(self, shapes: Sequence[Geometry]) -> Geometry:
        """One geometry of many that touch, in metres."""
        if len(shapes) == 1:
            return areal(shapes[0])
        return areal(shapely.union_all([areal(shape) for shape in shapes], grid_size=_SEAM_M))


def _repaired(shape: Geometry) -> Geometry:
    """A geometry that is sound; what was ground stays ground and nothing else."""
    whole = shapely.make_valid(shape)
    return areal(whole) if shape.geom_type in ("Polygon", "MultiPolygon") else whole


@lru_cache(maxsize=256)
def _transformer(longitude: float, latitude: float) -> Transformer:
    """Degrees to metres on an equal-area plane: a pipeline, for to look systems up takes long."""
    return Transformer.from_pipeline(
        "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad"
        f" +step +proj=laea +lat_0={latitude} +lon_0={longitude} +ellps=WGS84"
    )


def _moved(transformer: Transformer, points: np.ndarray, direction: TransformDirection) -> np.ndarray:
    if len(points) == 0:
        return points
    return np.column_stack(transformer.transform(points[:, 0], points[:, 1], direction=direction))


def plane_of(shape: Geometry) -> Plane:
    """The projection centred on a geometry in degrees, on both sides of the date line if need be."""
    west, south, east, north = shape.bounds
    middle = (west + east) / 2
    if east - west > 180:
        middle = middle_longitude(shapely.get_coordinates(shapely.segmentize(shape, 1.0))[:, 0])
    return Plane(middle, (south + north) / 2)


def middle_longitude(longitudes: Sequence[float] | np.ndarray) -> float:
    """The middle of longitudes on the round Earth: opposite to the widest gap between them."""
    around = np.unique(np.mod(np.asarray(longitudes, dtype=float), 360.0))
    gaps = np.diff(np.append(around, around[0] + 360.0))
    widest = int(np.argmax(gaps))
    middle = around[widest] + gaps[widest] / 2 + 180.0
    return float((middle + 180.0) % 360.0 - 180.0)


def area_km2(shape: Geometry) -> float:
    """Square kilometres of a geometry in degrees.

    Any plane of the kind keeps areas; one every ten degrees saves making thousands.
    """
    if shape.is_empty:
        return 0.0
    west, south, east, north = shape.bounds
    if east - west > 180:
        parts = polygons(shape)
        return sum(map(area_km2, parts)) if len(parts) > 1 else float(plane_of(shape).flat(shape).area) / KM2
    plane = Plane(round((west + east) / 20) * 10.0, round((south + north) / 20) * 10.0)
    return float(plane.flat(shape).area) / KM2


def distance_m(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Metres over the curved Earth between two points given as longitude, latitude."""
    return float(GEOD.inv(*start, *end)[2])


def nearest_m(point: Geometry, shape: Geometry) -> float:
    """Metres over the curved Earth from a point to the nearest of a geometry, both in degrees."""
    plane = Plane(point.x, point.y)
    here, there = shapely.Point(0, 0), plane.flat(shape)
    near = shapely.get_point(shapely.shortest_line(here, there), 1)
    there_degrees = plane.round(near)
    return distance_m((point.x, point.y), (there_degrees.x, there_degrees.y))


def finite(points: np.ndarray) -> bool:
    """Whether all coordinates are numbers."""
    return bool(np.isfinite(points).all())


def within_degrees(west: float, south: float, east: float, north: float) -> bool:
    """Whether bounds lie on the globe as longitude and latitude."""
    values = (west, south, east, north)
    if not all(math.isfinite(value) for value in values):
        return False
    return west >= -180 and east <= 180 and south >= -90 and north <= 90


def parted_at_date_line(shape: Geometry) -> Geometry:
    """A geometry that runs over the date line, as its parts on either side; any other as it is.

    Longitudes beyond 180 and rings that leap from one side of the globe to the other are read as running over
    the line.
    """
    whole = shapely.transform(shape, _unleapt) if _leaps(shape) else shape
    west, _, east, _ = whole.bounds
    if west >= -180 and east <= 180:
        return whole
    parts = [
        shapely.transform(cut, lambda points, turn=turn: points - (turn, 0.0))
        for turn in (-360.0, 0.0, 360.0)
        if not (
            cut := shapely.intersection(sound(whole)[0] if polygons(whole) else whole, _globe(turn))
        ).is_empty
    ]
    return shapely.union_all(parts)


def _globe(turn: float) -> Geometry:
    return shapely.box(turn - 180.0, -90.0, turn + 180.0, 90.0)


def _leaps(shape: Geometry) -> bool:
    """Whether a ring leaps from one side of the globe to the other, but not around all of it."""
    rings = [ring for part in polygons(shape) for ring in (part.exterior, *part.interiors)]
    steps = [np.abs(np.diff(shapely.get_coordinates(ring)[:, 0])) for ring in rings]
    return any(bool(((step > 180) & (step < _ALL_AROUND)).any()) for step in steps)


def _unleapt(points: np.ndarray) -> np.ndarray:
    """Points of a ring without leaps, some of them beyond 180 degrees."""
    steps = np.diff(points[:, 0], prepend=points[:1, 0])
    turns = np.cumsum(np.where(steps > 180, -360.0, np.where(steps < -180, 360.0, 0.0)))
    return np.column_stack((points[:, 0] + turns, points[:, 1]))
