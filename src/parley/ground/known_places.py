"""The places that a store knows by their names: imported ones, sites, and outlines always at hand."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import shapely

from parley.ground.errors import UnknownPlace
from parley.ground.geometry import areal, joined, plane_of
from parley.ground.model import Geometry, Place
from parley.ground.naming import fold, has_kind, key_of, stem_of
from parley.ground.outlines import outlines
from parley.ground.store import GroundStore
from parley.ground.words import read_words

_METRES_A_DEGREE = 70_000.0
"""Of longitude, where most people live; a distance in degrees by it is never too short to the north."""

_LIKE = 0.88
"""How alike two spellings must be to be taken for each other: Zaporizhia and Zaporizhzhia are 0.96 alike."""


_STEM = 3
"""Letters that the stems of a district's and its town's names share at least: Sumskyi and Sumy have three."""


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
    return [*found, *_landmarks()]


@cache
def _landmarks() -> tuple[Entry, ...]:
    """Sites and spots that ship with Parley."""
    found = []
    for one in read_words("place_words")["landmark"]:
        names, (latitude, longitude) = (one["name"], *one.get("names", ())), one["spot"]
        margin, spot = float(one["margin_m"]), shapely.Point(longitude, latitude)
        place = Place(one["name"], "site", one["country"], names, spot, "landmarks", margin)
        entry = Entry(None, place.name, "site", place.country, _keys(names), place, one.get("detail", ""))
        found.append(entry)
    return tuple(found)


def landmark_country(point: Geometry) -> str:
    """The country of the landmark that a point is at, as of an islet that no boundary has; else ''."""
    places = [entry.outline for entry in _landmarks() if entry.outline is not None]
    near = (place for place in places if place.shape.distance(point) * _METRES_A_DEGREE <= place.margin_m)
    return next((place.country for place in near), "")


def _keys(names: list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for name in names if (key := key_of(name)))


def exact(entries: list[Entry], name: str) -> list[Entry]:
    """Entries of a name, the best kind only, imported before outlines."""
    key = key_of(name)
    return _best([entry for entry in entries if key in entry.keys] if key else [], name)


def districts_like(entries: list[Entry], name: str) -> list[Entry]:
    """Districts whose names are made of the same town's: "Pokrovsk district" for "Pokrovskyi raion"."""
    stem = stem_of(name)
    found = {
        entry: min(abs(len(other) - len(stem)) for other in near)
        for entry in entries
        if entry.kind == "district"
        and (near := [other for other in map(stem_of, entry.keys) if _begins_alike(stem, other)])
    }
    return [entry for entry, apart in found.items() if apart == min(found.values())]


def _begins_alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _STEM and (one.startswith(other) or other.startswith(one))


def sites_like(entries: list[Entry], name: str) -> list[Entry]:
    """Sites whose names begin as a name does: "Trypillia power plant" for "Trypilska"."""
    stem = stem_of(name)
    near = [
        entry
        for entry in entries
        if entry.kind == "site"
        and len(stem) > _STEM
        and any(len(other) > _STEM and _begins_alike(stem, other) for other in map(stem_of, entry.keys))
    ]
    return _of_detail(near, name)


def second_to_towns(entries: list[Entry], name: str) -> list[Entry]:
    """Entries that a name means only where no town or region has it: districts, and sites of a bare name."""
    if has_kind(name, "site_kinds") or has_kind(name, "parts_of_regions") or has_kind(name, "perhaps_parts"):
        return []
    kinds = ("district",) if has_kind(name, "kinds") else ("district", "site")
    return [entry for entry in entries if entry.kind in kinds]


def is_whole(words: str, country: str, names: Iterable[str]) -> bool:
    """Whether words ask for a part of a region ("Sumy raion") where what has the name is the whole of one."""
    known = read_words("place_words")
    if has_kind(words, "parts_of_regions"):
        kinds: tuple[str, ...] = ("parts_of_regions",)
        elsewhere = country in known["regions_are_raions"]
    elif has_kind(words, "perhaps_parts"):
        kinds = ("parts_of_regions", "perhaps_parts")
        elsewhere = country not in known["with_oblasts"]
    else:
        return False
    return not elsewhere and not any(has_kind(name, kind) for name in names for kind in kinds)


def inexact(entries: list[Entry], name: str) -> list[Entry]:
    """Entries of the spelling that is most like a name."""
    key = key_of(name)
    plain = [entry for entry in entries if entry.kind != "site"]
    return _best(_alike(entries if has_kind(name, "site_kinds") else plain, key), name) if key else []


def _best(matching: list[Entry], name: str) -> list[Entry]:
    if has_kind(name, "site_kinds"):
        order: tuple[str, ...] = ("site", "settlement")
    elif has_kind(name, "kinds"):
        order = ("region", "district", "settlement", "site")
    else:
        order = ("settlement", "region", "district", "site")
    whole = has_kind(name, "wholes")
    matching = [
        entry
        for entry in matching
        if not (entry.kind == "region" and is_whole(name, entry.country, (entry.name,)))
        and not (entry.kind == "district" and whole)
    ]
    for kind in order:
        of_kind = _of_detail([entry for entry in matching if entry.kind == kind], name)
        own = [entry for entry in of_kind if entry.outline is None]
        if of_kind:
            return own or of_kind
    return []


def _of_detail(entries: list[Entry], name: str) -> list[Entry]:
    """Of several sites, those of the kind that a name speaks of: a nuclear plant is not any plant."""
    words = read_words("place_words")
    nuclear = bool(set(words["nuclear"]) & set(fold(name).split()))
    fitting = [entry for entry in entries if ("nuclear" in entry.detail) == nuclear]
    return fitting or entries


def _alike(entries: list[Entry], key: str) -> list[Entry]:
    """Entries of the one spelling that is most like a key."""
    every = sorted({known for entry in entries for known in entry.keys})
    close = difflib.get_close_matches(key, every, n=1, cutoff=_LIKE)
    return [entry for entry in entries if close and close[0] in entry.keys]


def chosen_of(
    store: GroundStore, entries: Sequence[Entry], name: str, around: Place | None, country: str
) -> Place | None:
    """The one of several entries that is meant; None where there is none.

    Raises:
        UnknownPlace: when there are several.
    """
    found = [entry for entry in entries if not country or entry.country in ("", country)]
    if around is not None:
        found = [entry for entry in found if around.shape.intersects(load(store, entry).shape)]
    if not found:
        return None
    kinds = {entry.kind for entry in found}
    if len(found) > 1 and len({spot(load(store, entry).shape) for entry in found}) > 1 and len(kinds) == 1:
        names = ", ".join(sorted({entry.name for entry in found})[:5])
        raise UnknownPlace(
            f"{len(found)} places are called {name!r} ({names}): say in which region, such as '{name}, …"
            f" Oblast'."
        )
    return load(store, found[0])


def load(store: GroundStore, entry: Entry) -> Place:
    """The place of an entry, with its shape."""
    if entry.outline is not None:
        return entry.outline if entry.kind == "site" else refined(store, entry.outline)
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
