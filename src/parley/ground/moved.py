"""Ground that changed hands, and the named areas it lies in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely

from parley.ground.geometry import areal
from parley.ground.model import Geometry, Place
from parley.ground.regions import known_regions
from parley.ground.store import GroundStore

ELSEWHERE = Place("elsewhere", "region", "", (), shapely.Polygon())


@dataclass(frozen=True, slots=True)
class Moved:
    """Ground that changed hands within one cell, in degrees.

    Attributes:
        side: who gained and lost.
        gained: newly held.
        lost: held no more.
        grey: what was contested before.
    """

    side: str
    gained: Geometry
    lost: Geometry
    grey: Geometry

    @property
    def nothing(self) -> bool:
        """Whether nothing was gained or lost."""
        return bool(self.gained.is_empty and self.lost.is_empty)


class Areas:
    """Named areas: imported regions, then those that ship with Parley for what lies in none of them.

    Args:
        store: with the regions.
    """

    def __init__(self, store: GroundStore) -> None:
        self._places = known_regions(store)
        self._tree = shapely.STRtree([place.shape for place in self._places])

    def parted(self, moved: Sequence[Moved]) -> list[tuple[Place, list[Moved]]]:
        """Ground that changed hands by the area it lies in, by name; none of it in two."""
        found: dict[int, list[Moved]] = {}
        for one in moved:
            left = one
            touched = {int(index) for shape in (one.gained, one.lost) for index in self._tree.query(shape)}
            for index in sorted(touched):
                inside = _clip(left, self._places[index].shape)
                if not inside.nothing:
                    found.setdefault(index, []).append(inside)
                    left = _without(left, self._places[index].shape)
            if not left.nothing:
                found.setdefault(len(self._places), []).append(left)
        places = [*self._places, ELSEWHERE]
        by_name = [(places[index], parts) for index, parts in found.items()]
        return sorted(by_name, key=lambda part: (part[0] is ELSEWHERE, part[0].name))


def _clip(moved: Moved, shape: Geometry) -> Moved:
    gained, lost = (areal(shapely.intersection(one, shape)) for one in (moved.gained, moved.lost))
    return Moved(moved.side, gained, lost, moved.grey)


def _without(moved: Moved, shape: Geometry) -> Moved:
    gained, lost = (areal(shapely.difference(one, shape)) for one in (moved.gained, moved.lost))
    return Moved(moved.side, gained, lost, moved.grey)
