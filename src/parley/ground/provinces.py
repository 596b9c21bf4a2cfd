"""Provinces of the world that ship with Parley: Natural Earth 1:10m, good to about a kilometre."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import shapely

from parley.ground.geometry import joined, sound
from parley.ground.model import Geometry, Place
from parley.ground.naming import fold, key_of, spellings_of

MARGIN_M = 1000.0
"""How far off a border of Natural Earth may be."""

SOURCE = "Natural Earth"
_SCALE = 10_000
_SOFT_SIGNS = ("BY", "RU", "UA")
"""Where an apostrophe in a name is only how a soft sign was written."""

_CLOSED = 4
"""Points of a triangle, back to the first."""


@dataclass(frozen=True, slots=True)
class Province:
    """A province by its names, without its shape.

    Attributes:
        country: code of two letters.
        number: its place among those of its country.
        name: as it is written.
        names: all of its names.
        bounds: west, south, east and north, in degrees.
    """

    country: str
    number: int
    name: str
    names: tuple[str, ...]
    bounds: tuple[float, float, float, float]


def coordinates_of(entry: str) -> list[Geometry]:
    """The shapes of an entry of `provinces.zip`: a country's provinces."""
    with (
        files("parley.ground").joinpath("data", "provinces.zip").open("rb") as opened,
        zipfile.ZipFile(opened) as archive,
    ):
        head, _, steps = archive.read(entry).partition(b"\n")
    planes = np.frombuffer(steps, np.uint8).reshape(2, 4, -1).transpose(0, 2, 1)
    folded = np.ascontiguousarray(planes).view("<i4").reshape(2, -1).astype(np.int64) & 0xFFFFFFFF
    numbers = ((folded >> 1) ^ -(folded & 1)).T
    shapes, start = [], 0
    for province in json.loads(head):
        polygons = []
        for counts in province:
            rings = []
            for count in counts:
                rings.append(np.cumsum(numbers[start : start + count], axis=0) / _SCALE)
                start += count
            if len(rings[0]) >= _CLOSED:
                polygons.append(
                    shapely.Polygon(rings[0], [ring for ring in rings[1:] if len(ring) >= _CLOSED])
                )
        shapes.append(sound(shapely.MultiPolygon(polygons))[0])
    return shapes


@cache
def provinces() -> tuple[Province, ...]:
    """All provinces, by country."""
    with (
        files("parley.ground").joinpath("data", "provinces.zip").open("rb") as opened,
        zipfile.ZipFile(opened) as archive,
    ):
        index = json.loads(archive.read("index"))
    return tuple(
        Province(
            country,
            number,
            name.replace("'", "") if country in _SOFT_SIGNS else name,
            (name, *others),
            tuple(bounds),
        )
        for country, entries in index.items()
        for number, (name, others, _, bounds) in enumerate(entries)
    )


@cache
def _by_initial() -> dict[str, list[tuple[str, Province]]]:
    """Names with their provinces by their first letter, for to fold all of them takes long."""
    found: dict[str, list[tuple[str, Province]]] = {}
    for province in provinces():
        for name in province.names:
            found.setdefault(fold(name[:1]), []).append((name, province))
    return found


@cache
def _shapes(country: str) -> tuple[Geometry, ...]:
    return tuple(coordinates_of(country))


def provinces_named(name: str, country: str = "") -> tuple[Province, ...]:
    """Provinces of a name in any of its spellings, in a country where one is given."""
    key, known = key_of(name), _by_initial()
    found = {
        one: None
        for initial in {word[:1] for word in spellings_of(key)}
        for written, one in known.get(initial, ())
        if country in ("", one.country) and key_of(written) == key
    }
    return tuple(found)


def provinces_within(west: float, south: float, east: float, north: float) -> tuple[Province, ...]:
    """Provinces whose bounds reach into a box."""
    return tuple(
        one
        for one in provinces()
        if one.bounds[0] <= east
        and one.bounds[2] >= west
        and one.bounds[1] <= north
        and one.bounds[3] >= south
    )


@cache
def country_shape(country: str) -> Geometry | None:
    """The ground of a country: all of its provinces; None where none ships with Parley."""
    if not any(one.country == country for one in provinces()):
        return None
    return joined(_shapes(country))


def place_of(province: Province) -> Place:
    """A province with its shape."""
    shape = _shapes(province.country)[province.number]
    return Place(province.name, "region", province.country, province.names, shape, SOURCE, MARGIN_M)


def country_of_point(point: Geometry) -> str:
    """The country whose province a point lies in; '' where none has it."""
    found = province_of_point(point)
    return "" if found is None else found.country


def province_of_point(point: Geometry) -> Province | None:
    """The province that a point lies in; None where none has it."""
    near = provinces_within(point.x, point.y, point.x, point.y)
    return next((one for one in near if place_of(one).shape.covers(point)), None)
