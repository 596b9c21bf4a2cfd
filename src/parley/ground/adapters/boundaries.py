"""Boundaries and points with names: OpenStreetMap, OCHA COD-AB, geoBoundaries, GADM, Natural Earth, plain."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from parley.ground.adapters.features import Feature
from parley.ground.adapters.given import Reading
from parley.ground.files import SourceFile
from parley.ground.geometry import sound
from parley.ground.model import Place, Problem
from parley.ground.naming import has_kind
from parley.ground.words import code_of_two, side_named

_NAME_KEYS = (
    "name:en", "name_en", "adm3_en", "adm2_en", "adm1_en", "adm0_en", "shapename", "name_3", "name_2",
    "name_1", "int_name", "asciiname", "name", "title", "label",
)  # fmt: skip
_MORE_NAMES = re.compile(
    r"^(name|alt_name|old_name|official_name|short_name|int_name|loc_name|varname_\d|nl_name_\d|adm\d_\w\w|name_\w+"
    r"|shapename|asciiname|alternatenames)(:.*)?$"
)
_ISO_KEYS = (
    "iso3166-2", "iso_3166_2", "shapeiso", "iso_a2", "country", "iso", "hasc_1", "adm0_pcode", "cc", "gid_0",
    "shapegroup", "adm0_a3", "iso_a3",
)  # fmt: skip
_COUNTRY_KEYS = ("country", "adm0_en", "name_0", "admin", "is_in:country")
_BOUNDARY_KEYS = (
    "boundary",
    "admin_level",
    "iso3166-2",
    "iso_3166_2",
    "shapename",
    "shapeiso",
    "adm1_en",
    "adm2_en",
)

_LEVELLED = re.compile(r"^(?:adm|gid_|name_|varname_|nl_name_)(\d)(?:_|$)")
"""Properties that tell of one of several levels, as where a district's row names its province and country."""

_REGIONS, _REGIONS_IN_OSM = 1, 4
"""The level of regions; what is farther down is a part of one."""


def names_places(features: Sequence[Feature]) -> bool:
    """Whether features carry names of places."""
    return any(_name(_lowered(feature.properties)) for feature in features)


def is_boundary(properties: Mapping[str, Any]) -> bool:
    """Whether properties are those of an administrative boundary."""
    lowered = _lowered(properties)
    return any(key in lowered for key in _BOUNDARY_KEYS)


def places_from(features: Sequence[Feature], source: SourceFile) -> Reading:
    """Each feature with a name as a place; a broken boundary is repaired and named."""
    places, problems = [], []
    for feature in features:
        properties = _lowered(feature.properties)
        name = _name(properties)
        if feature.shape is None or name is None:
            problems.append(
                Problem("null", f"feature {feature.number} has no geometry or no name; left out.")
            )
            continue
        shape = feature.shape
        if shape.geom_type in ("Polygon", "MultiPolygon", "GeometryCollection"):
            shape, reason = sound(shape)
            if reason:
                problems.append(Problem("repaired", f"{name}: {reason}; repaired, all of its ground kept."))
            kind = "district" if _within_a_region(properties, name) else "region"
        elif shape.geom_type == "Point":
            kind = "settlement"
        else:
            continue
        names = tuple(dict.fromkeys([name, *_names(properties), *_from_file(source, len(features))]))
        places.append(Place(name, kind, country_of(properties), names, shape, source.name))
    return Reading(places=tuple(places), problems=tuple(problems))


def _lowered(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {str(key).casefold(): value for key, value in properties.items()}


def _name(properties: Mapping[str, Any]) -> str | None:
    values = (properties.get(key) for key in _NAME_KEYS)
    return next((value.strip() for value in values if isinstance(value, str) and value.strip()), None)


def _names(properties: Mapping[str, Any]) -> list[str]:
    """All names of its own: those that its row gives of the region and the country around it are not."""
    found, own = [], _level(properties)
    for key, value in properties.items():
        if _MORE_NAMES.match(key) and isinstance(value, str) and _level_of(key) in (None, own):
            found += [name.strip() for name in re.split(r"[;,|]", value) if name.strip()]
    codes = (str(properties.get(key, "")) for key in ("iso3166-2", "iso_3166_2", "shapeiso"))
    return [*found, *(code for code in codes if re.fullmatch(r"[A-Z]{2}-\w{1,3}", code))]


def _level_of(key: str) -> int | None:
    """The level that a property tells of; None where it names none."""
    levelled = _LEVELLED.match(key)
    return int(levelled[1]) if levelled is not None else None


def _level(properties: Mapping[str, Any]) -> int | None:
    """The level of a boundary, 0 for a country, by the lowest that its properties tell of."""
    levels = [level for key in properties if (level := _level_of(key)) is not None]
    return max(levels, default=None)


def _within_a_region(properties: Mapping[str, Any], name: str) -> bool:
    """Whether a boundary is of a part of a region: a raion, a county of a state."""
    level = _level(properties)
    if level is None and (stated := re.fullmatch(r"ADM(\d)", str(properties.get("shapetype", "")))):
        level = int(stated[1])
    if level is not None:
        return level > _REGIONS
    osm = str(properties.get("admin_level", ""))
    return int(osm) > _REGIONS_IN_OSM if osm.isdecimal() else has_kind(name, "parts_of_regions")


def _from_file(source: SourceFile, features: int) -> list[str]:
    """The name of a file that holds one place: `UA_59_Sumska` is another spelling of it."""
    bare = " ".join(
        part for part in re.split(r"[_\s.]+", source.stem) if not re.fullmatch(r"[A-Z]{2,3}|\d+", part)
    )
    return [bare] if features == 1 and bare else []


def country_of(properties: Mapping[str, Any]) -> str:
    """The country's code of two letters, by a code or by its name; '' where neither is there."""
    for key in _ISO_KEYS:
        value = properties.get(key)
        if isinstance(value, str) and (found := re.match(r"([A-Za-z]{2,3})(?:$|[-.])", value.strip())):
            code = code_of_two(found[1])
            if code:
                return code
    names = (properties.get(key) for key in _COUNTRY_KEYS)
    return next((side for name in names if isinstance(name, str) and (side := side_named(name))), "")
