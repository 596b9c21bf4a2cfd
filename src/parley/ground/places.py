"""Places by name, in any of their spellings, with or without the word for what they are."""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import dataclass, replace

import shapely

from parley.ground.errors import UnknownPlace
from parley.ground.geometry import areal, joined, plane_of
from parley.ground.model import Geometry, Place
from parley.ground.naming import fold, has_kind, key_of, trimmed
from parley.ground.outlines import outlines
from parley.ground.reported import reported_place
from parley.ground.store import GroundStore
from parley.ground.words import read_words, side_named

_POINT = re.compile(
    r"\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([NS]?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW]?)\s*"
)
_IN = re.compile(
    r"\s+(?:in|of)\s+(?:the\s+)?(?=\S+(?:\s\S+)?\s+(?:oblast|region|province|area|district)\b)", re.I
)
"""Between a settlement and the region it lies in: "Rozlyv in the Donetsk region"."""

_METRES_A_DEGREE = 70_000.0
"""Of longitude, where most people live; a distance in degrees by it is never too short to the north."""

_LIKE = 0.88
"""How alike two spellings must be to be taken for each other: Zaporizhia and Zaporizhzhia are 0.96 alike."""


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int | None
    name: str
    kind: str
    country: str
    keys: frozenset[str]
    outline: Place | None = None
    detail: str = ""


def find_place(store: GroundStore, words: str) -> Place:
    """The place that words name.

    Args:
        store: whose places are asked, before outlines that ship with Parley.
        words: a name ("Sumy Oblast", "Sumska", "Ukraine's northern Sumy region"), a name in a region
            ("Druzhba, Donetsk Oblast"), several regions under one name ("Donbas"), a country, or a latitude
            and longitude ("51.19, 35.04"). A settlement without a boundary is where incidents put it.

    Raises:
        UnknownPlace: when nothing is named so, or several places are.
    """
    point = _point(words)
    if point is not None:
        return replace(point, country=country_at(store, point.shape))
    bare, country = trimmed(words)
    name = _IN.sub(", ", bare)
    town = reported_place(store, name) if has_kind(words, "settlements") else None
    if town is not None:
        return replace(town, country=country_at(store, town.shape))
    found = _found(store, words) or (_found(store, name, country) if name != words.strip() else None)
    if found is None:
        raise UnknownPlace(_unknown(words, _entries(store)))
    return found


def _found(store: GroundStore, words: str, country: str = "") -> Place | None:
    """The place of a name, in a country where one is given; None where nothing is named so."""
    name, _, region = (part.strip() for part in words.partition(","))
    found = [
        entry for entry in _named(_entries(store), name) if not country or entry.country in ("", country)
    ]
    around = find_place(store, region) if region else None
    if around is not None:
        found = [entry for entry in found if around.shape.intersects(_load(store, entry).shape)]
    if not found:
        whole = _compound(store, name) or _country(store, words) or reported_place(store, name, around)
        if whole is not None and whole.shape.geom_type == "Point":
            return replace(whole, country=country_at(store, whole.shape))
        return whole
    kinds = {entry.kind for entry in found}
    if len(found) > 1 and len({_spot(_load(store, entry).shape) for entry in found}) > 1 and len(kinds) == 1:
        names = ", ".join(sorted({entry.name for entry in found})[:5])
        raise UnknownPlace(
            f"{len(found)} places are called {name!r} ({names}): say in which region, such as '{name}, …"
            f" Oblast'."
        )
    return _load(store, found[0])


def _compound(store: GroundStore, name: str) -> Place | None:
    """Several regions that go by one name; None where the name is of none."""
    known = next(
        (one for one in read_words("place_words")["compound"] if fold(name) in map(fold, one["names"])), None
    )
    if known is None:
        return None
    parts = [_found(store, part) for part in known["parts"]]
    if any(part is None for part in parts):
        return None
    places = [part for part in parts if part is not None]
    shape, margin = joined([place.shape for place in places]), max(place.margin_m for place in places)
    names = tuple(known["names"])
    return Place(names[0], "region", places[0].country, names, shape, "its regions", margin)


def _country(store: GroundStore, words: str) -> Place | None:
    """A country as the sum of those of its regions that are known; None where words name none, or none is."""
    code = side_named(words)
    if code is None or len(words.strip()) == len(code):
        return None
    own = [place.shape for place in store.places() if place.kind == "region" and place.country == code]
    rough = [outline for outline in outlines() if outline.country == code]
    own += [_refined(store, outline).shape for outline in rough]
    if not own:
        return None
    margin = max((outline.margin_m for outline in rough), default=0.0)
    return Place(words.strip(), "region", code, (words,), joined(own), "its known regions", margin)


def _point(words: str) -> Place | None:
    found = _POINT.fullmatch(words)
    if found is None:
        return None
    latitude = float(found[1]) * (-1 if found[2] == "S" else 1)
    longitude = float(found[3]) * (-1 if found[4] == "W" else 1)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise UnknownPlace(f"{words!r} is no point on the globe: latitude comes first, then longitude.")
    return Place(words.strip(), "point", "", (words,), shapely.Point(longitude, latitude))


def country_at(store: GroundStore, point: Geometry) -> str:
    """The country that a point lies in, by imported regions, else by outlines; '' where none has it."""
    own = (place for place in store.places() if place.kind == "region" and place.country)
    return next((place.country for place in (*own, *outlines()) if place.shape.covers(point)), "")


def _entries(store: GroundStore) -> list[_Entry]:
    """All places by their keys: imported ones first, then sites, then outlines."""
    found = [
        _Entry(int(str(row[0])), str(row[1]), str(row[2]), str(row[3]), _keys(json.loads(str(row[4]))))
        for row in store.rows("SELECT number, name, kind, country, names FROM places ORDER BY number")
    ]
    found += [
        _Entry(int(str(row[0])), str(row[1]), "site", str(row[2]), _keys([str(row[1])]), detail=str(row[3]))
        for row in store.rows("SELECT number, name, country, kind FROM sites ORDER BY number")
    ]
    found += [
        _Entry(None, place.name, place.kind, place.country, _keys(place.names), place) for place in outlines()
    ]
    return found


def _keys(names: list[str] | tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for name in names if (key := key_of(name)))


def _named(entries: list[_Entry], name: str) -> list[_Entry]:
    """Entries that a name means, the best kind only, imported before outlines."""
    key = key_of(name)
    matching = [entry for entry in entries if key in entry.keys] if key else []
    if not matching and key:
        plain = [entry for entry in entries if entry.kind != "site"]
        matching = _alike(entries if has_kind(name, "site_kinds") else plain, key)
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


def _of_detail(entries: list[_Entry], name: str) -> list[_Entry]:
    """Of several sites, those of the kind that a name speaks of: a nuclear plant is not any plant."""
    nuclear = bool({"nuclear", "npp", "reactor"} & set(fold(name).split()))
    fitting = [entry for entry in entries if ("nuclear" in entry.detail) == nuclear]
    return fitting or entries


def _alike(entries: list[_Entry], key: str) -> list[_Entry]:
    """Entries of the one spelling that is most like a key."""
    every = sorted({known for entry in entries for known in entry.keys})
    close = difflib.get_close_matches(key, every, n=1, cutoff=_LIKE)
    return [entry for entry in entries if close and close[0] in entry.keys]


def _unknown(words: str, entries: list[_Entry]) -> str:
    every = sorted({entry.name for entry in entries})
    close = difflib.get_close_matches(words, every, n=3, cutoff=0.5)
    hint = f" Like it: {', '.join(close)}." if close else ""
    return f"There is no place called {words!r} in the ground store: import its boundary first.{hint}"


def _load(store: GroundStore, entry: _Entry) -> Place:
    if entry.outline is not None:
        return _refined(store, entry.outline)
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


def _refined(store: GroundStore, place: Place) -> Place:
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


def _spot(shape: Geometry) -> tuple[float, float]:
    """Where a place is, to a hundredth of a degree."""
    point = shape.representative_point()
    return round(float(point.x), 2), round(float(point.y), 2)
