"""The places that a store knows by their names: imported ones, sites, and outlines always at hand."""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass, replace

import shapely

from parley.ground.geometry import areal, joined, plane_of
from parley.ground.model import Geometry, Place
from parley.ground.naming import fold, has_kind, key_of
from parley.ground.outlines import outlines
from parley.ground.store import GroundStore

_METRES_A_DEGREE = 70_000.0
"""Of longitude, where most people live; a distance in degrees by it is never too short to the north."""

_LIKE = 0.88
"""How alike two spellings must be to be taken for each other: Zaporizhia and Zaporizhzhia are 0.96 alike."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place by its keys, without its shape: of the store by its number, or an outline."""

    number: int | None
    name: str
    kind: str
    country: str
    keys: frozenset[str]
    outline: Place | None = None
    detail: str = ""


def entries_of(store: GroundStore) -> list[Entry]:
    """All places by their keys: imported ones first, then sites, then outlines."""
    found = [
        Entry(int(str(row[0])), str(row[1]), str(row[2]), str(row[3]), _keys(json.loads(str(row[4]))))
        for row in store.rows("SELECT number, name, kind, country, names FROM places ORDER BY number")
    ]
    found += [
        Entry(int(str(row[0])), str(row[1]), "site", str(row[2]), _keys([str(row[1])]), detail=str(row[3]))
        for row in store.rows("SELECT number, name, country, kind FROM sites ORDER BY number")
    ]
    found += [
        Entry(None, place.name, place.kind, place.country, _keys(place.names), place) for place in outlines()
    ]
    return found


def _keys(names: list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for name in names if (key := key_of(name)))


def exact(entries: list[Entry], name: str) -> list[Entry]:
    """Entries of a name, the best kind only, imported before outlines."""
    key = key_of(name)
    return _best([entry for entry in entries if key in entry.keys] if key else [], name)


def inexact(entries: list[Entry], name: str) -> list[Entry]:
    """Entries of the spelling that is most like a name."""
    key = key_of(name)
    plain = [entry for entry in entries if entry.kind != "site"]
    return _best(_alike(entries if has_kind(name, "site_kinds") else plain, key), name) if key else []


def _best(matching: list[Entry], name: str) -> list[Entry]:
    if has_kind(name, "site_kinds"):
        order = ("site", "settlement", "region")
    elif has_kind(name, "kinds"):
        order = ("region", "settlement", "site")
    else:
        order = ("settlement", "region", "site")
    for kind in order:
        of_kind = _of_detail([entry for entry in matching if entry.kind == kind], name)
        own = [entry for entry in of_kind if entry.outline is None]
        if of_kind:
            return own or of_kind
    return matching


def _of_detail(entries: list[Entry], name: str) -> list[Entry]:
    """Of several sites, those of the kind that a name speaks of: a nuclear plant is not any plant."""
    nuclear = bool({"nuclear", "npp", "reactor"} & set(fold(name).split()))
    fitting = [entry for entry in entries if ("nuclear" in entry.detail) == nuclear]
    return fitting or entries


def _alike(entries: list[Entry], key: str) -> list[Entry]:
    """Entries of the one spelling that is most like a key."""
    every = sorted({known for entry in entries for known in entry.keys})
    close = difflib.get_close_matches(key, every, n=1, cutoff=_LIKE)
    return [entry for entry in entries if close and close[0] in entry.keys]


def load(store: GroundStore, entry: Entry) -> Place:
    """The place of an entry, with its shape."""
    if entry.outline is not None:
        return refined(store, entry.outline)
    if entry.kind == "site":
        row = store.rows(
            "SELECT name, country, longitude, latitude, source, precision_m, kind FROM sites"
            " WHERE number = ?",
            (entry.number,),
        )[0]
        bare, kind = str(row[0]), str(row[6])
        name = bare if has_kind(bare, "site_kinds") or not kind else f"{bare} ({kind})"
        point = shapely.Point(float(str(row[2])), float(str(row[3])))
        return Place(name, "site", str(row[1]), (bare,), point, str(row[4]), float(str(row[5])))
    row = store.rows("SELECT wkb, names, source, margin_m FROM places WHERE number = ?", (entry.number,))[0]
    names = tuple(json.loads(str(row[1])))
    return Place(
        entry.name,
        entry.kind,
        entry.country,
        names,
        shapely.from_wkb(row[0]),
        str(row[2]),
        float(str(row[3])),
    )


def refined(store: GroundStore, place: Place) -> Place:
    """An outline that meets imported neighbours; a country as the sum of its imported regions.

    Their ground is taken off it, and gaps between it and them that are no wider than its margin are filled:
    the common border is as good as theirs.
    """
    own: list[Geometry] = []
    others: list[Geometry] = []
    near = place.shape.buffer(place.margin_m / _METRES_A_DEGREE)
    for known in store.places():
        if known.kind == "region" and known.country and known.shape.intersects(near):
            (own if known.country == place.country else others).append(known.shape)
    if place.name == "Ukraine" and len(own) >= 20:
        return replace(place, shape=joined(own), margin_m=0.0)
    if not others:
        return place
    beside = joined(others)
    plane = plane_of(place.shape)
    both, gap = plane.flat(shapely.union(place.shape, beside)), place.margin_m / 2
    filled = plane.round(both.buffer(gap, quad_segs=4).buffer(-gap, quad_segs=4))
    rest = [beside, *own, *(other.shape for other in outlines() if other.name != place.name)]
    added = shapely.intersection(shapely.difference(filled, joined(rest)), near)
    left = areal(shapely.difference(shapely.union(place.shape, added), beside))
    return replace(place, shape=left) if not left.is_empty else place


def spot(shape: Geometry) -> tuple[float, float]:
    """Where a place is, to a hundredth of a degree."""
    point = shape.representative_point()
    return round(float(point.x), 2), round(float(point.y), 2)
