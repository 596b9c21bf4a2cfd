"""Settlements that no boundary gives, where the incidents of the store put them."""

from __future__ import annotations

import re
import statistics

import shapely

from parley.ground.errors import UnknownPlace
from parley.ground.geometry import distance_m
from parley.ground.model import Place
from parley.ground.naming import has_kind, key_of
from parley.ground.store import GroundStore

_APART_M = 30_000.0
"""Reports of one name farther apart than this are of namesakes, or of one wrongly placed."""

_MOST = 0.9
"""So many of the reports must agree; the rest were put there by a slip."""

_TOWN_M = 2000.0
"""How far a town reaches around the middle of where its incidents were put, at least."""

_NAME_ENDS = re.compile(r"[,(/;]")


def reported_place(
    store: GroundStore, name: str, around: Place | None = None, *, site: bool = False
) -> Place | None:
    """A settlement that incidents were reported from; None where none was.

    Args:
        store: with incidents; what a feed calls a place ends at its first comma or bracket.
        name: of the settlement.
        around: the region it must lie in, or None.
        site: whether it is a plant, dam or the like; else incidents at one are not in the town of its name.

    Raises:
        UnknownPlace: when reports from a place of that name lie far apart.
    """
    key = key_of(name)
    rows = store.rows(
        "SELECT place, longitude, latitude, precision_m FROM incidents WHERE place LIKE ?",
        (f"{name.strip()[:3]}%",),
    )
    spots = [
        (float(str(longitude)), float(str(latitude)), float(str(precision)))
        for place, longitude, latitude, precision in rows
        if key and _is(_NAME_ENDS.split(str(place), maxsplit=1)[0], key, site)
    ]
    if around is not None:
        spots = [spot for spot in spots if around.shape.intersects(shapely.Point(spot[:2]))]
    if not spots:
        return None
    middle = (statistics.median(spot[0] for spot in spots), statistics.median(spot[1] for spot in spots))
    away = sorted(distance_m(middle, spot[:2]) for spot in spots)
    near = [distance for distance in away if distance <= _APART_M]
    if len(near) < _MOST * len(away):
        raise UnknownPlace(
            f"Incidents put {name!r} at places {away[-1] / 1000:.0f} km apart: say in which region, such as"
            f" '{name}, … Oblast', or give a latitude and longitude."
        )
    far = near[round(_MOST * (len(near) - 1))]
    margin = max(_TOWN_M, far, statistics.median(spot[2] for spot in spots))
    return Place(name.strip(), "settlement", "", (name.strip(),), shapely.Point(middle), "incidents", margin)


def _is(told: str, key: str, site: bool) -> bool:
    return has_kind(told, "site_kinds") == site and key_of(told) == key
