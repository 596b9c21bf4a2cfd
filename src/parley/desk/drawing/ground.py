"""The ground drawn: paths of painted ground in one frame, borders, towns as rings, a scale of a round length.

Nothing is drawn finer than a map knows it, and nothing but named places is a point.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely

from parley.ground.geometry import Plane, polygons
from parley.ground.model import Geometry, Place

WIDTH = 460.0
_SPARE = 0.06
_LEAST_M = 150.0
"""Detail finer than this is not drawn: maps are no finer, and neither should a reader think so."""

_LEAST_EXTENT_M = 6_000.0
_FLATTEST, _TALLEST = 0.55, 0.85
_STEPS_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_MOST_BORDERS = 60
_MOST_SPOTS = 12
_APART = 15.0
_LETTER = 7.0
"""How wide a letter of a name is on the paper, about."""

_ROOM_FOR_NAME = 90.0


@dataclass(frozen=True, slots=True)
class Patch:
    """Ground drawn in one way.

    Attributes:
        path: SVG path data.
        pattern: the name of its pattern.
        told: what it shows, in words.
    """

    path: str
    pattern: str
    told: str


@dataclass(frozen=True, slots=True)
class Label:
    """A name with where it stands; `path` is the border it names, '' for a ring around a town."""

    name: str
    x: float
    y: float
    path: str = ""
    before: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing.

    Attributes:
        width: of the paper.
        height: of it.
        patches: what is painted.
        borders: of regions, with their names.
        spots: towns and sites.
        scale: how long the bar of the scale is.
        scale_km: what it stands for.
    """

    width: float
    height: float
    patches: tuple[Patch, ...]
    borders: tuple[Label, ...]
    spots: tuple[Label, ...]
    scale: float
    scale_km: int


class Frame:
    """The ground that is drawn, and how it comes to lie on the paper.

    Args:
        plane: that all shapes lie on.
        edges: left, bottom, right and top on the plane, in metres.
    """

    def __init__(self, plane: Plane, edges: tuple[float, float, float, float]) -> None:
        left, bottom, right, top = edges
        width = max(right - left, _LEAST_EXTENT_M) * (1 + 2 * _SPARE)
        height = max(top - bottom, _LEAST_EXTENT_M * _FLATTEST) * (1 + 2 * _SPARE)
        width = max(width, height / _TALLEST)
        height = max(height, width * _FLATTEST)
        self.plane = plane
        self.metres = width / WIDTH
        self.height = height / self.metres
        self._left, self._top = (left + right - width) / 2, (bottom + top + height) / 2
        self.box = shapely.box(self._left, self._top - height, self._left + width, self._top)

    def path(self, shape: Geometry) -> str:
        """A flat geometry as path data; '' where none of it is in the frame."""
        coarse = shapely.simplify(
            shapely.intersection(shape, self.box), max(_LEAST_M, self.metres / 2), preserve_topology=True
        )
        rings = [ring for part in polygons(coarse) for ring in (part.exterior, *part.interiors)]
        return "".join(map(self._ring, rings))

    def _ring(self, ring: Geometry) -> str:
        return "M" + " ".join(f"{x:.1f},{y:.1f}" for x, y in map(self.paper, ring.coords)) + "Z"

    def paper(self, point: tuple[float, ...]) -> tuple[float, float]:
        """A point on the plane as one on the paper."""
        return round((point[0] - self._left) / self.metres, 1), round((self._top - point[1]) / self.metres, 1)

    def panel(self, patches: Iterable[tuple[Geometry, str, str]], places: Sequence[Place]) -> Panel:
        """A drawing.

        Args:
            patches: flat ground, the name of its pattern, what it shows.
            places: regions whose borders, towns and sites whose rings are drawn, in degrees.
        """
        drawn = tuple(
            Patch(path, pattern, told) for shape, pattern, told in patches if (path := self.path(shape))
        )
        wanted = self.metres * WIDTH / 4 / 1000
        length = max((step for step in _STEPS_KM if step <= wanted), default=_STEPS_KM[0])
        borders = tuple(self._borders([one for one in places if one.kind == "region"]))
        spots = tuple(self._spots([one for one in places if one.kind != "region"]))
        return Panel(
            WIDTH, round(self.height, 1), drawn, borders, spots, round(length * 1000 / self.metres, 1), length
        )

    def _borders(self, regions: Sequence[Place]) -> Iterable[Label]:
        around = self.plane.round(self.box)
        near = [one for one in regions if one.shape.intersects(around)]
        seen = [
            (place, part)
            for place in near[:_MOST_BORDERS]
            if polygons(part := shapely.intersection(self.plane.flat(place.shape), self.box))
        ]
        named: list[Geometry] = []
        for place, part in sorted(seen, key=lambda one: -float(one[1].area)):
            middle = part.representative_point()
            x, y = self.paper((middle.x, middle.y))
            wide = (part.bounds[2] - part.bounds[0]) / self.metres > _ROOM_FOR_NAME
            room = _room_of(place.name, x, y)
            clear = wide and not any(room.intersects(other) for other in named)
            if clear:
                named.append(room)
            yield Label(place.name if clear else "", x, y, self.path(self.plane.flat(place.shape)))

    def _spots(self, places: Sequence[Place]) -> Iterable[Label]:
        """Rings of as many towns and sites as have room."""
        taken: list[float] = []
        for place in places:
            point = self.plane.flat(place.shape.representative_point())
            if len(taken) >= _MOST_SPOTS or not self.box.contains(point):
                continue
            x, y = self.paper((point.x, point.y))
            if all(abs(y - other) >= _APART for other in taken):
                taken.append(y)
                yield Label(place.name, x, y, before=x > WIDTH * 0.7)


def _room_of(name: str, x: float, y: float) -> Geometry:
    """The paper that a name written around a point takes."""
    half = len(name) * _LETTER / 2
    return shapely.box(x - half, y - _LETTER * 2, x + half, y + _LETTER)


def edges_of(shapes: Iterable[Geometry]) -> tuple[float, float, float, float] | None:
    """Left, bottom, right and top of what is not empty; None where all is."""
    bounds = [shape.bounds for shape in shapes if not shape.is_empty]
    if not bounds:
        return None
    west, south, east, north = zip(*bounds, strict=True)
    return min(west), min(south), max(east), max(north)
