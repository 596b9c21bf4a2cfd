"""UAControlMap (Project Owl): JSON whose areas have latitude first and whose units have longitude first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.ground.adapters.features import Feature, PaintBox, geometry_of, unswapped
from parley.ground.adapters.given import Given, Reading
from parley.ground.days import day_in
from parley.ground.errors import UnreadableMap
from parley.ground.files import SourceFile
from parley.ground.model import Dates, Draft, Meaning, Problem, Status
from parley.ground.outlines import theatre
from parley.ground.words import known_series

_AREAS = (("areas", Meaning(Status.HELD, "RU")), ("areas_ua", Meaning(Status.HELD, "UA")))


def recognises(document: Any, source: SourceFile) -> bool:
    """Whether a document has the keys of the map's data."""
    return (
        isinstance(document, Mapping) and isinstance(document.get("areas"), list) and "frontline" in document
    )


def recognises_names(document: Any, source: SourceFile) -> bool:
    """Whether a document is the list of unit names that goes with the map; it holds no ground."""
    return isinstance(document, Mapping) and "unit_map" in document


def read(document: Any, source: SourceFile, given: Given) -> Reading:
    """A day's data as one layer.

    Raises:
        UnreadableMap: when rings are none, or some have their axes one way and some the other.
    """
    box = PaintBox()
    problems: list[Problem] = []
    features, meanings = _features(document, source)
    turned, problem = unswapped(
        features, theatre(("Ukraine", "Kursk Oblast", "Belgorod Oblast")), source.name
    )
    if problem is not None:
        problems.append(
            Problem("axes", "Areas have latitude first, units longitude first; areas turned round.")
        )
    for feature in turned:
        meaning, key = meanings[feature.number]
        box.add(meaning, key, feature.shape, f"{key}, ring {feature.number}")
    effective = given.effective or day_in(source.stem) or day_in(source.folder) or ""
    series = known_series()["uacontrolmap-daily"]
    dates = Dates(effective, given.published, given.captured)
    draft = Draft(series.name, dates, box.paints(), (*problems, *box.problems), _units(document))
    return Reading((draft,), (series,))


def _features(
    document: Mapping[str, Any], source: SourceFile
) -> tuple[list[Feature], dict[int, tuple[Meaning, str]]]:
    features: list[Feature] = []
    meanings: dict[int, tuple[Meaning, str]] = {}
    for key, meaning in _AREAS:
        rings = document.get(key) or []
        if not isinstance(rings, list):
            raise UnreadableMap(f"{source.name}: {key} is no list of rings; nothing of it was imported.")
        for ring in rings:
            number = len(features) + 1
            shape = geometry_of({"type": "Polygon", "coordinates": [ring]}, number, source.name)
            if shape is not None:
                features.append(Feature(number, {}, shape))
                meanings[number] = (meaning, key)
    return features, meanings


def _units(document: Mapping[str, Any]) -> tuple[tuple[str, str, float, float], ...]:
    """Where the map puts troops: side, number, longitude, latitude."""
    found = []
    units = document.get("units")
    for side, listed in units.items() if isinstance(units, Mapping) else ():
        for entry in listed if isinstance(listed, list) else ():
            match entry:
                case [unit, [float() | int() as longitude, float() | int() as latitude]]:
                    found.append((str(side).upper(), str(unit), float(longitude), float(latitude)))
    return tuple(found)
