"""Towns and villages of the world that ship with Parley: GeoNames, places of five hundred people and more."""

from __future__ import annotations

import difflib
import json
import math
import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice

import shapely

from parley.ground.coverage import within_bounds
from parley.ground.errors import UnknownPlace
from parley.ground.geometry import distance_m
from parley.ground.model import Geometry, Place
from parley.ground.naming import fold, without_settlement
from parley.ground.provinces import province_of_point
from parley.ground.spelling import misspelled, respelled
from parley.ground.store import GroundStore

SOURCE = "GeoNames"
_BLOCK, _SCALE = 4096, 10_000
_NEAR_DEGREES = 0.35
_LIKE = 0.88
"""How alike two spellings must be to be taken for each other."""

_NEAR_SPELLINGS = 150
"""So many other spellings of a name are still its own: those with one change."""

_LARGER, _KNOWN = 4, 10_000
"""A bare name means the town that so many live in, if it has so many times more people than its namesakes."""

_SAME_M = 10_000.0
"""Namesakes nearer to each other than this are one town under two entries."""

BESIDE_DEGREES = 0.03
"""A town on the border of its region may be put beyond it."""


@dataclass(frozen=True, slots=True)
class Town:
    """A town, where it lies and how many people live there."""

    name: str
    country: str
    people: int
    latitude: float
    longitude: float

    @property
    def point(self) -> Geometry:
        """Its middle."""
        return shapely.Point(self.longitude, self.latitude)

    @property
    def reach_m(self) -> float:
        """How far it reaches around its middle, about: by how many live there."""
        return min(15_000.0, max(500.0, 12.0 * math.sqrt(self.people)))


@cache
def _read(entry: str) -> str:
    with (
        files("parley.ground").joinpath("data", "towns.zip").open("rb") as opened,
        zipfile.ZipFile(opened) as archive,
    ):
        return archive.read(entry).decode("utf-8")


@cache
def _firsts() -> tuple[str, ...]:
    return tuple(json.loads(_read("first")))


@cache
def _names(block: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The names of a block by alphabet, and the numbers of their towns."""
    written, _, numbers = _read(f"names{block}").partition("\n\n")
    names, last = [], ""
    for line in written.split("\n"):
        last = last[: ord(line[0]) - 48] + line[1:]
        names.append(last)
    return tuple(names), tuple(int(number) for number in numbers.split("\n"))


@cache
def _towns(block: int) -> tuple[Town, ...]:
    names, people, where = (part.split("\n") for part in _read(f"towns{block}").split("\n\n"))
    found = []
    for name, lived, spot in zip(names, people, where, strict=True):
        country, _, number = lived.partition("\t")
        latitude, _, longitude = spot.partition("\t")
        found.append(Town(name, country, int(number), int(latitude) / _SCALE, int(longitude) / _SCALE))
    return tuple(found)


def towns_named(name: str, *, like: bool = False) -> tuple[Town, ...]:
    """All towns of a name, in any of its spellings.

    Args:
        name: in Latin, Cyrillic, Arabic or Hebrew letters; without "town of" and the like.
        like: also take the one spelling that is most like it.
    """
    key = fold(name)
    if not key:
        return ()
    numbers = _numbers(key)
    if not numbers and like:
        block, _ = _names(max(0, bisect_right(_firsts(), key) - 1))
        near = {
            one
            for one in block
            if one[:2] == key[:2] and abs(len(one) - len(key)) < 3 and misspelled(one, key)
        }
        close = difflib.get_close_matches(key, sorted(near), n=1, cutoff=_LIKE)
        numbers = _numbers(close[0]) if close else []
    return _numbered(numbers)


def _numbered(numbers: Sequence[int]) -> tuple[Town, ...]:
    return tuple(_towns(number // _BLOCK)[number % _BLOCK] for number in sorted(set(numbers)))


def _transliterated(name: str, fits: Callable[[Town], bool]) -> list[Town]:
    """Towns that fit, of the spelling of a name that takes the fewest changes."""
    for other in respelled(fold(name)):
        found = [town for town in _numbered(_numbers(other)) if fits(town)]
        if found:
            return found
    return []


def _numbers(key: str) -> list[int]:
    found: list[int] = []
    firsts = _firsts()
    for block in range(max(0, bisect_left(firsts, key) - 1), bisect_right(firsts, key)):
        names, numbers = _names(block)
        found += numbers[bisect_left(names, key) : bisect_right(names, key)]
    return found


def town_place(
    store: GroundStore, name: str, around: Place | None = None, country: str = "", *, like: bool = False
) -> Place | None:
    """The town that a name means, as a point; None where no town has it.

    Args:
        store: whose maps a town without a region is looked for on, before the rest of the world.
        name: of the town.
        around: the region it lies in, or None.
        country: the country it lies in, or ''.
        like: also take the one spelling that is most like it.

    Raises:
        UnknownPlace: when several towns are called so and none is much larger than the others.
    """
    bare, looked = without_settlement(name), _looked_at(store)

    def fits(town: Town) -> bool:
        near = around is None or around.shape.distance(town.point) <= BESIDE_DEGREES
        return near and country in ("", town.country)

    def on_maps(town: Town) -> bool:
        return fits(town) and any(ground.intersects(town.point) for ground in looked)

    towns = [town for town in towns_named(bare, like=like) if fits(town)]
    if around is None:
        least = _KNOWN // _LARGER if any(town.people >= _KNOWN for town in towns) else 0
        towns = (
            [town for town in towns if on_maps(town)]
            or _transliterated(bare, lambda town: town.people >= least and on_maps(town))
            or towns
        )
    elif not towns:
        towns = _transliterated(bare, fits)
    if not towns:
        return None
    first, others = _largest(towns)
    if others:
        first, others = _largest(_by_own_name(towns, bare))
    if others:
        known = ", ".join(f"{one.latitude:.2f}, {one.longitude:.2f}" for one in (first, *others)[:4])
        raise UnknownPlace(
            f"{1 + len(others)} towns are called {name!r} (at {known}{', …' if len(others) > 3 else ''}): say"
            f" in which region, such as '{name}, … Oblast', or give a latitude and longitude."
        )
    return Place(first.name, "settlement", first.country, (first.name,), first.point, SOURCE, first.reach_m)


def _largest(towns: Sequence[Town]) -> tuple[Town, list[Town]]:
    """The largest of some towns, and those elsewhere that it does not outshine."""
    first, *rest = sorted(towns, key=lambda one: -one.people)
    return first, [one for one in rest if _apart_m(first, one) > _SAME_M and not _outshines(first, one)]


def _outshines(first: Town, other: Town) -> bool:
    return first.people >= max(_KNOWN, _LARGER * other.people)


def _apart_m(one: Town, other: Town) -> float:
    return distance_m((one.longitude, one.latitude), (other.longitude, other.latitude))


def told_where(place: Place) -> str:
    """Where a town lies and who says so, in words."""
    province = province_of_point(place.shape)
    within = f", {province.name}" if province is not None else ""
    return f"GeoNames puts its middle at {place.shape.y:.3f}, {place.shape.x:.3f}{within}"


def _by_own_name(towns: list[Town], name: str) -> list[Town]:
    """Of several towns those that are called so today, rather than were or are elsewhere."""
    key = fold(name)
    spelled = {key, *islice(respelled(key), _NEAR_SPELLINGS)} if len(towns) > 1 else set()
    return [town for town in towns if fold(town.name) in spelled] or towns


def _looked_at(store: GroundStore) -> list[Geometry]:
    """The ground that the maps in the store look at."""
    return [
        one.scope if one.scope is not None else within_bounds(store, one, _NEAR_DEGREES)
        for one in store.series()
        if one.bounds is not None
    ]
