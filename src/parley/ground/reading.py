"""The ground of a place in many layers, each shape cut and measured once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from parley.ground.geometry import KM2, Plane, areal, parted_at_date_line, plane_of, polygons
from parley.ground.model import Geometry, Place, Status
from parley.ground.store import GroundStore
from parley.ground.tiles import cell_bounds, cells_of
from parley.ground.timeline import Snapshot


@dataclass(frozen=True, slots=True)
class Painted:
    """Part of one layer within one cell: its meaning and shape by number."""

    cell: int
    status: Status
    side: str
    shape: int


POINT_DEGREES = 0.2
"""How far around a point its ground is read: some 14 kilometres east and west, 22 north and south."""

Parts = tuple[int, ...]
"""The shapes that make up some ground, by number, sorted: the same parts are the same ground."""


class PlaceReader:
    """Reads what layers paint within a place.

    Args:
        store: with the layers.
        place: a region; a point is read through its cell.
        until: no layer that shows a later day is read.
        plane: to measure on; None for one centred on the place.
        around: how far around a point ground is read, in degrees.
    """

    def __init__(
        self,
        store: GroundStore,
        place: Place,
        until: str,
        plane: Plane | None = None,
        *,
        around: float = POINT_DEGREES,
    ) -> None:
        self.place = place
        self.plane: Plane = plane or plane_of(place.shape)
        self.ground: Geometry = self.plane.flat(place.shape)
        shapely.prepare(self.ground)
        self._store = store
        self._around = around
        self._layers: dict[int, list[Painted]] = {}
        self._cut: dict[int, Geometry] = {}
        self._joined: dict[Parts, Geometry] = {}
        self._inner: set[int] = set()
        self._border: shapely.STRtree | None = None
        self._beside: dict[Parts, Geometry] = {}
        self._boxes: tuple[list[int], np.ndarray] | tuple[()] = ()
        self._cell_of: dict[int, int] = {}
        self._read(until)

    def _read(self, until: str) -> None:
        point = self.place.shape.geom_type == "Point"
        around = self.place.shape.buffer(self._around) if point and self._around else self.place.shape
        cells = cells_of(parted_at_date_line(around) if point else around)
        if self.place.shape.geom_type != "Point":
            shapely.prepare(self.place.shape)
            self._inner = {
                cell for cell in cells if self.place.shape.contains(shapely.box(*cell_bounds(cell)))
            }
        marks = ",".join("?" * len(cells))
        query = (
            "SELECT cells.layer, cells.cell, meanings.status, meanings.side, cells.shape FROM cells"
            " JOIN layers ON layers.number = cells.layer JOIN meanings ON meanings.number = cells.meaning"
            f" WHERE cells.cell IN ({marks}) AND layers.effective <= ?"
        )
        known: dict[tuple[object, ...], Painted] = {}
        for layer, *values in self._store.connection.execute(query, (*cells, until)):
            key = tuple(values)
            painted = known.get(key)
            if painted is None:
                painted = known[key] = Painted(values[0], Status(values[1]), values[2], values[3])
                self._cell_of[painted.shape] = painted.cell
            self._layers.setdefault(layer, []).append(painted)

    def parts(self, snapshot: Snapshot, status: Status, side: str | None = None) -> Parts:
        """The shapes that a snapshot paints in one way within the place's cells.

        Args:
            snapshot: of a group.
            status: on the common scale.
            side: who holds or claims it; None for anybody.
        """
        return tuple(
            sorted(
                {
                    painted.shape
                    for layer in snapshot.layers
                    for painted in self._layers.get(layer.number, ())
                    if painted.status is status and (side is None or painted.side == side)
                }
            )
        )

    def sides(self, snapshot: Snapshot, status: Status) -> list[str]:
        """The sides that a snapshot paints with a status within the place's cells."""
        return sorted(
            {
                painted.side
                for layer in snapshot.layers
                for painted in self._layers.get(layer.number, ())
                if painted.status is status
            }
        )

    def shapes(self, parts: Iterable[int]) -> list[Geometry]:
        """Shapes by number, flat, cut to the place."""
        missing = [number for number in parts if number not in self._cut]
        for start in range(0, len(missing), 500):
            self._load(missing[start : start + 500])
        return [shape for number in parts if not (shape := self._cut[number]).is_empty]

    def _load(self, numbers: Sequence[int]) -> None:
        marks = ",".join("?" * len(numbers))
        rows = self._store.connection.execute(
            f"SELECT number, wkb FROM shapes WHERE number IN ({marks})", numbers
        )
        found = rows.fetchall()
        point = self.place.shape.geom_type == "Point"
        flats = self.plane.flats([shapely.from_wkb(wkb) for _, wkb in found])
        for (number, _), flat in zip(found, flats, strict=True):
            whole = point or self._cell_of[number] in self._inner
            self._cut[number] = flat if whole else areal(shapely.intersection(flat, self.ground))

    def prefetch(self, every: Iterable[Parts]) -> None:
        """Loads the shapes of many parts at once, which is quicker than one snapshot after the other."""
        self.shapes(sorted({number for parts in every for number in parts}))

    def joined(self, parts: Parts) -> Geometry:
        """The ground of some parts within the place as one geometry, flat."""
        if parts not in self._joined:
            shapes = self.shapes(parts)
            self._joined[parts] = self.plane.join(shapes) if shapes else shapely.Polygon()
        return self._joined[parts]

    def km2(self, parts: Parts) -> float:
        """Square kilometres of some parts within the place; parts of several series may overlap, and count
        once.
        """
        shapes = self.shapes(parts)
        if not shapes:
            return 0.0
        if self._overlap(parts):
            return float(self.joined(parts).area) / KM2
        return sum(float(shape.area) for shape in shapes) / KM2

    def _overlap(self, parts: Parts) -> bool:
        """Whether two of the parts lie in one cell, as those of two series may."""
        found = [self._cell_of[number] for number in parts]
        return len(found) != len(set(found))

    def beside(self, parts: Parts) -> Geometry:
        """The ground of some parts that lies outside the place, in the cells on its border, flat."""
        if not parts:
            return shapely.Polygon()
        if parts not in self._beside:
            self._beside[parts] = self._read_beside(parts)
        return self._beside[parts]

    def _read_beside(self, parts: Parts) -> Geometry:
        marks = ",".join("?" * len(parts))
        query = f"SELECT wkb FROM shapes WHERE number IN ({marks})"
        rows = self._store.connection.execute(query, parts).fetchall()
        whole = self.plane.join([self.plane.flat(shapely.from_wkb(wkb)) for (wkb,) in rows])
        return areal(shapely.difference(whole, self.ground))

    def behind_border(self, points: Sequence[Geometry]) -> float:
        """How far the farthest of some points, given flat, lies from the place's border, in metres."""
        if self._border is None:
            edges = [shapely.get_coordinates(ring) for ring in shapely.get_parts(self.ground.boundary)]
            pairs = np.concatenate([np.stack([edge[:-1], edge[1:]], axis=1) for edge in edges])
            self._border = shapely.STRtree(shapely.linestrings(pairs))
        _, far = self._border.query_nearest(points, return_distance=True, all_matches=False)
        return float(max(far))

    def cells_near(self, area: Geometry) -> frozenset[int]:
        """The cells that touch an area, given flat."""
        if not self._boxes and self._cell_of:
            cells = sorted(set(self._cell_of.values()))
            boxes = shapely.box(*zip(*(cell_bounds(cell) for cell in cells), strict=True))
            self._boxes = (cells, np.asarray(self.plane.flats(boxes), dtype=object))
        if not self._boxes:
            return frozenset()
        cells, flat = self._boxes
        shapely.prepare(area)
        near = shapely.intersects(area, flat)
        return frozenset(cell for cell, meets in zip(cells, near, strict=True) if meets)

    def within(self, parts: Parts, cells: frozenset[int]) -> Parts:
        """Of some parts, those in some cells."""
        return tuple(number for number in parts if self._cell_of[number] in cells)

    def pieces(self, parts: Parts) -> list[Geometry]:
        """The connected pieces of some parts within the place, flat, largest first."""
        return sorted(polygons(self.joined(parts)), key=lambda piece: -piece.area)
