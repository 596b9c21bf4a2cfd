"""Named ground around all that is painted, each flattened once."""

from __future__ import annotations

from dataclasses import replace

import shapely

from parley.ground.geometry import Plane, areal, middle_longitude, sound
from parley.ground.model import Geometry
from parley.ground.outlines import outline
from parley.ground.places import find_place
from parley.ground.regions import is_rough, known_regions
from parley.ground.store import GroundStore
from parley.ground.tiles import cell_bounds

_COARSE_DEGREES = 0.001
"""Regions are made this much coarser, some hundred metres: far less than a disagreement is wide."""


def painted_plane(store: GroundStore) -> Plane | None:
    """A plane centred on all that any map paints; None where nothing is painted."""
    edges = store.rows(
        "SELECT min(west), min(south), max(east), max(north) FROM series WHERE west IS NOT NULL"
    )[0]
    if edges[0] is None:
        return None
    west, south, east, north = (float(str(edge)) for edge in edges)
    middle = (west + east) / 2
    if east - west > 180:
        cells = [int(str(row[0])) for row in store.rows("SELECT DISTINCT cell FROM cells")]
        middle = middle_longitude([cell_bounds(cell)[0] for cell in cells])
    return Plane(middle, (south + north) / 2)


class Theatre:
    """Named ground around all that is painted, each flattened once.

    Args:
        store: with the places.
        plane: that everything is measured on.
    """

    def __init__(self, store: GroundStore, plane: Plane) -> None:
        self.store = store
        self.plane = plane
        self.regions = [
            place
            if place.source == "outline"
            else replace(place, shape=sound(place.shape.simplify(_COARSE_DEGREES))[0])
            for place in known_regions(store)
        ]
        self._named: dict[str, Geometry] = {}
        self._countries: dict[str, Geometry] = {}

    def named(self, name: str) -> Geometry:
        """The ground of a place by its name, flat."""
        if name not in self._named:
            whole = name == "Ukraine" and any(not is_rough(place) for place in self.regions)
            ground = outline(name) or find_place(self.store, name).shape
            self._named[name] = self.country("UA") if whole else self.plane.flat(ground)
        return self._named[name]

    def country(self, code: str) -> Geometry:
        """The ground of a country, as far as regions and outlines give it, flat."""
        if code not in self._countries:
            foreign = [place.shape for place in self.regions if place.country != code and not is_rough(place)]
            own = shapely.union_all([place.shape for place in self.regions if place.country == code])
            rough = any(is_rough(place) for place in self.regions if place.country == code)
            ground = shapely.difference(own, shapely.union_all(foreign)) if rough else own
            self._countries[code] = self.plane.flat(areal(ground))
        return self._countries[code]
