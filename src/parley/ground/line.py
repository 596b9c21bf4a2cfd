"""How far a point is from the line, by group: from the nearest edge between what two sides are shown to
hold.
"""

from __future__ import annotations

import shapely

from parley.ground.check import groups, view_of
from parley.ground.holds import edge_km
from parley.ground.model import Place, Status
from parley.ground.reading import PlaceReader
from parley.ground.store import GroundStore


def line_km(store: GroundStore, longitude: float, latitude: float, day: str) -> dict[str, float]:
    """Kilometres from a point to the edge of held ground, for each group that shows one within 12 km.

    Args:
        store: with layers.
        longitude: of the point.
        latitude: of the point.
        day: YYYY-MM-DD.
    """
    place = Place("", "point", "", (), shapely.Point(longitude, latitude))
    reader = PlaceReader(store, place, day)
    found = {}
    for group, series in groups(store).items():
        view = view_of(store, reader, group, series, day, None)
        if isinstance(view, str):
            continue
        edges = [
            edge
            for side in view.reader.sides(view.now, Status.HELD)
            if (edge := edge_km(view, view.held(view.now, side))) is not None
        ]
        if edges:
            found[group] = min(edges)
    return found
