"""The map: an offline base with what is placed on it, never more exactly than the words allow.

A town is a ring, a country is its whole area; a name that could be several places is not drawn at all.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from parley.record.names import searchable
from parley.vocabulary.geography import Form, countries, naming

WIDTH, HEIGHT = 1120.0, 460.0
_LEAST_DEGREES = 18.0
_PADDING = 0.25
_MOST_LATITUDE = 84.0
_NAMESAKE = 0.25
"""A town is meant where its largest namesake has fewer than this part of its people."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place that the map has.

    Attributes:
        name: as the reports have it.
        longitude: of the town, or of the middle of the country.
        latitude: the same.
        precision: ``city`` or ``country``.
        country: two letters.
    """

    name: str
    longitude: float
    latitude: float
    precision: str
    country: str


@dataclass(frozen=True, slots=True)
class Area:
    """A country's outline as an SVG path; `named` where reports name it as a place."""

    path: str
    name: str
    named: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """What is placed at one point."""

    x: float
    y: float
    radius: float
    name: str
    precision: str
    keys: tuple[str, ...]
    label_left: bool


@dataclass(frozen=True, slots=True)
class Map:
    """A map with all its places."""

    width: int
    height: int
    areas: tuple[Area, ...]
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class _Country:
    code: str
    name: str
    rings: tuple[tuple[tuple[float, float], ...], ...]

    @property
    def largest(self) -> tuple[tuple[float, float], ...]:
        return max(self.rings, key=_extent)


@dataclass(frozen=True, slots=True)
class World:
    """The base map and its gazetteer.

    Attributes:
        countries: with their outlines.
        towns: by searchable name, the largest first: country, longitude, latitude, people.
    """

    countries: tuple[_Country, ...]
    towns: Mapping[str, tuple[tuple[str, float, float, int], ...]]

    def find(self, name: str) -> Placed | None:
        """Where a place is, if that is beyond doubt; None where it is not known or could be another."""
        town, _, within = name.partition(",")
        words = searchable(town.removeprefix("the ").removeprefix("The ")) or town
        inside = _country_code(within) if within.strip() else None
        named = _country_code(town)
        if named is not None and words not in self.towns:
            return self._whole(name, named)
        candidates = [one for one in self.towns.get(words, ()) if inside in (None, one[0])]
        if not candidates:
            return self._whole(name, named) if named else None
        first = candidates[0]
        if named is not None and first[0] != named:
            return None
        rivals = [one for one in candidates[1:] if one[3] > first[3] * _NAMESAKE]
        return None if rivals else Placed(name, first[1], first[2], "city", first[0])

    def _whole(self, name: str, code: str) -> Placed | None:
        country = next((one for one in self.countries if one.code == code), None)
        if country is None:
            return None
        xs, ys = zip(*country.largest, strict=True)
        return Placed(name, (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, "country", code)

    def drawn(self, placed: Sequence[tuple[str, Placed]]) -> Map | None:
        """The part of the world that holds these, with them on it; None where there is nothing to place."""
        if not placed:
            return None
        frame = _frame([one for _, one in placed], self.countries)
        named = {one.country for _, one in placed if one.precision == "country"}
        areas = [
            Area(path, country.name, country.code in named)
            for country in self.countries
            if (path := frame.path(country))
        ]
        by_place: dict[tuple[float, float, str], list[tuple[str, Placed]]] = {}
        for key, one in placed:
            by_place.setdefault((one.longitude, one.latitude, one.precision), []).append((key, one))
        rings = []
        for (longitude, latitude, precision), here in by_place.items():
            x, y = frame.point(longitude, latitude)
            radius = min(24.0, 6 + 2.5 * math.sqrt(len(here)))
            keys = tuple(key for key, _ in here)
            rings.append(Ring(x, y, radius, here[0][1].name, precision, keys, x > WIDTH * 0.8))
        return Map(int(WIDTH), int(HEIGHT), tuple(areas), tuple(rings))


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that is drawn."""

    west: float
    north: float
    scale_x: float
    scale_y: float

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        return round((longitude - self.west) * self.scale_x, 1), round(
            (self.north - latitude) * self.scale_y, 1
        )

    def path(self, country: _Country) -> str:
        """The outlines of a country that reach into the frame."""
        parts = []
        for ring in country.rings:
            points = [self.point(*point) for point in ring]
            xs, ys = zip(*points, strict=True)
            if max(xs) > 0 and min(xs) < WIDTH and max(ys) > 0 and min(ys) < HEIGHT:
                parts.append("M" + "L".join(f"{x:g},{y:g}" for x, y in points) + "Z")
        return "".join(parts)


def _frame(placed: Sequence[Placed], every: Sequence[_Country]) -> _Frame:
    """The smallest frame of the page's shape that holds all places with some room around."""
    points = [(one.longitude, one.latitude) for one in placed]
    whole = {one.country for one in placed if one.precision == "country"}
    points += [point for country in every if country.code in whole for point in country.largest]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    middle_y = max(-_MOST_LATITUDE + 1, min(_MOST_LATITUDE - 1, (south + north) / 2))
    squeeze = math.cos(math.radians(min(70.0, abs(middle_y))))
    room_x = max(_LEAST_DEGREES, (east - west) * (1 + 2 * _PADDING)) * squeeze
    room_y = max(_LEAST_DEGREES * HEIGHT / WIDTH, (north - south) * (1 + 2 * _PADDING))
    scale = min(WIDTH / room_x, HEIGHT / room_y)
    scale = max(scale, WIDTH / (360 * squeeze))
    middle_x = (west + east) / 2
    return _Frame(
        middle_x - WIDTH / scale / squeeze / 2, middle_y + HEIGHT / scale / 2, scale * squeeze, scale
    )


def _extent(ring: Sequence[tuple[float, float]]) -> float:
    xs, ys = zip(*ring, strict=True)
    return float((max(xs) - min(xs)) * (max(ys) - min(ys)))


@cache
def _codes() -> Mapping[str, str]:
    return MappingProxyType({one.name: one.iso for one in countries()})


def _country_code(words: str) -> str | None:
    """The country a name names; a capital or a seat of government names a town, not the country."""
    found = naming(words.strip())
    if found is None or found.kind != "country" or found.form is not Form.NAME:
        return None
    return _codes().get(found.party) or None


@cache
def world() -> World:
    """The base map that travels in the package: Natural Earth (public domain) and GeoNames (CC BY 4.0)."""
    text = files("parley.desk.drawing").joinpath("data", "world.json").read_text(encoding="utf-8")
    data = json.loads(text)
    shapes = tuple(
        _Country(code, name, tuple(tuple(zip(ring[::2], ring[1::2], strict=True)) for ring in rings))
        for code, name, rings in data["countries"]
    )
    towns: dict[str, list[tuple[str, float, float, int]]] = {}
    for name, code, longitude, latitude, people in data["towns"]:
        towns.setdefault(searchable(name) or name, []).append((code, longitude, latitude, people))
    return World(shapes, MappingProxyType({name: tuple(found) for name, found in towns.items()}))
