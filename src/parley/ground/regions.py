"""The regions that ground is told by: imported ones, else provinces and outlines that ship with Parley."""

from __future__ import annotations

from parley.ground.model import Place
from parley.ground.naming import key_of
from parley.ground.outlines import outlines
from parley.ground.provinces import SOURCE, place_of, provinces_within
from parley.ground.store import GroundStore

_MOST = 300
"""A map of more provinces than this is one of the world, on which none matters."""


def is_rough(place: Place) -> bool:
    """Whether a region ships with Parley: an imported neighbour's border is better than its own."""
    return place.source in ("outline", SOURCE)


def known_regions(store: GroundStore) -> list[Place]:
    """Imported regions and outlines; where none is imported, the provinces around all that is painted."""
    own = [place for place in store.places() if place.kind == "region"]
    rough = [place for place in outlines() if place.country != "UA"]
    if own:
        return [*own, *rough]
    known = {key for place in rough for name in place.names if (key := key_of(name))}
    shipped = [place for place in _painted(store) if key_of(place.name) not in known]
    return [*rough, *shipped]


def _painted(store: GroundStore) -> list[Place]:
    """Provinces whose bounds reach into those of a series."""
    rows = store.rows("SELECT west, south, east, north FROM series WHERE west IS NOT NULL")
    boxes = [[float(str(edge)) for edge in row] for row in rows]
    found = dict.fromkeys(
        province
        for west, south, east, north in boxes
        for province in provinces_within(west, south, east, north)
    )
    return [place_of(province) for province in found] if len(found) <= _MOST else []
