"""Places by name, in any of their spellings, with or without the word for what they are."""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

import shapely

from parley.ground.errors import UnknownPlace
from parley.ground.geometry import areal, joined, plane_of
from parley.ground.model import Geometry, Place
from parley.ground.outlines import outlines
from parley.ground.store import GroundStore
from parley.ground.words import read_words, side_named

_POINT = re.compile(
    r"\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([NS]?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*°?\s*([EW]?)\s*"
)
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
        words: a name ("Sumy Oblast", "Sumska"), a name in a region ("Druzhba, Donetsk Oblast"), or a
            latitude and
            longitude ("51.19, 35.04").

    Raises:
        UnknownPlace: when nothing is named so, or several places are.
    """
    point = _point(words)
    if point is not None:
        return replace(point, country=country_at(store, point.shape))
    name, _, region = (part.strip() for part in words.partition(","))
    found = _named(_entries(store), name)
    if region and found:
        around = find_place(store, region)
        found = [entry for entry in found if around.shape.intersects(_load(store, entry).shape)]
    if not found:
        whole = _country(store, words)
        if whole is None:
            raise UnknownPlace(_unknown(words, _entries(store)))
        return whole
    kinds = {entry.kind for entry in found}
    if len(found) > 1 and len({_spot(_load(store, entry).shape) for entry in found}) > 1 and len(kinds) == 1:
        names = ", ".join(sorted({entry.name for entry in found})[:5])
        raise UnknownPlace(
            f"{len(found)} places are called {name!r} ({names}): say in which region, such as '{name}, …"
            f" Oblast'."
        )
    return _load(store, found[0])


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


@cache
def _kind_words(name: str) -> tuple[str, ...]:
    return tuple(sorted((fold(word) for word in read_words("place_words")[name]), key=len, reverse=True))


@cache
def _spellings() -> dict[str, str]:
    return {fold(word): fold(group[0]) for group in read_words("place_words")["spellings"] for word in group}


def fold(name: str) -> str:
    """A name without case, accents and punctuation."""
    bare = "".join(
        character for character in unicodedata.normalize("NFKD", name) if not unicodedata.combining(character)
    )
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def key_of(name: str) -> str:
    """What all spellings of a name have in common: no word for its kind, one spelling."""
    bare = f" {fold(name)} "
    for word in (*_kind_words("site_kinds"), *_kind_words("kinds")):
        bare = bare.replace(f" {word} ", " ")
    bare = " ".join(bare.split())
    return _spellings().get(bare, bare)


def _has_kind(name: str, kinds: str) -> bool:
    padded = f" {fold(name)} "
    skipped = {"the", "of"}
    return any(f" {word} " in padded for word in _kind_words(kinds) if word not in skipped)


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
        matching = _alike(entries, key)
    if _has_kind(name, "site_kinds"):
        order = ("site", "settlement", "region")
    elif _has_kind(name, "kinds"):
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
            "SELECT name, country, longitude, latitude, source, precision_m FROM sites WHERE number = ?",
            (entry.number,),
        )[0]
        point = shapely.Point(float(str(row[2])), float(str(row[3])))
        return Place(str(row[0]), "site", str(row[1]), (str(row[0]),), point, str(row[4]), float(str(row[5])))
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
