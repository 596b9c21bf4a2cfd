"""DeepState: releases of the map itself, and the export that keeps occupied ground only.

A release says who holds a polygon inside a name in three languages. Beside the ground it holds polygons that
say what its makers wish ("occupied" Karelia) and jokes: what is not on the list of ground is set aside.
"""

from __future__ import annotations

import re
from typing import Any

from parley.ground.adapters.features import Feature, PaintBox, features_of
from parley.ground.adapters.given import Given, Reading
from parley.ground.days import before, day_in, moment_in
from parley.ground.files import SourceFile
from parley.ground.model import Dates, Draft, Meaning, Problem, Status
from parley.ground.words import known_series

_KEY = re.compile(r"geojson\.([\w.\-]+)", re.IGNORECASE)
_HELD_RU = Meaning(Status.HELD, "RU")
_MEANINGS = {
    "status.occupied": _HELD_RU,
    "status.unknown": Meaning(Status.CONTESTED),
    "status.dismissed": Meaning(Status.HELD, "UA"),
    "status.dismissed_at": Meaning(Status.HELD, "UA"),
    "zmiinyi_island": Meaning(Status.HELD, "UA"),
    "territories.crimea": _HELD_RU,
    "territories.ordlo": _HELD_RU,
    "territories.tuzla": _HELD_RU,
}


def recognises_release(document: Any, source: SourceFile) -> bool:
    """Whether a document is a release: names of features carry keys such as `geoJSON.status.occupied`."""
    return b"geoJSON.status." in source.data or b"geoJSON.territories." in source.data


def recognises_export(document: Any, source: SourceFile) -> bool:
    """Whether a document is the export of occupied ground: it is named after it."""
    name = str(document.get("name", "")) if isinstance(document, dict) else ""
    return name.startswith("deepstatemap_data_") or source.name.startswith("deepstatemap_data_")


def read_release(document: Any, source: SourceFile, given: Given) -> Reading:
    """A release as one layer; its published moment is the Unix time that names it."""
    box, aside, units = PaintBox(), [], []
    for feature in features_of(document, source.name):
        key = _key(feature)
        what = f"feature {feature.number} ({key or 'no key'})"
        if feature.shape is None:
            box.null(what)
        elif feature.shape.geom_type == "Point":
            if key.startswith("units."):
                units.append(("RU", key.removeprefix("units."), feature.shape.x, feature.shape.y))
        elif key in _MEANINGS:
            box.add(_MEANINGS[key], key, feature.shape, what)
        elif feature.shape.geom_type in ("Polygon", "MultiPolygon"):
            aside.append(key or str(feature.properties.get("name", "")).strip())
    problems = [*box.problems]
    if aside:
        words = ", ".join(sorted(set(aside)))
        problems.append(Problem("statement", f"Political statements, not ground, set aside: {words}."))
    stamp = document.get("id") if isinstance(document, dict) else None
    published = given.published or moment_in(str(stamp or source.stem))
    effective = given.effective or (published[:10] if published else "")
    dates = Dates(effective, published, given.captured)
    series = known_series()["deepstate-releases"]
    draft = Draft(series.name, dates, box.paints(), tuple(problems), tuple(units))
    return Reading((draft,), (series,))


def read_export(document: Any, source: SourceFile, given: Given) -> Reading:
    """The export as one layer: the file of a day holds the release of the day before."""
    box = PaintBox()
    for feature in features_of(document, source.name):
        what = f"feature {feature.number}"
        if feature.shape is None:
            box.null(what)
        else:
            box.add(_HELD_RU, "occupied", feature.shape, what)
    captured = given.captured or day_in(source.stem) or day_in(str(document.get("name", "")))
    effective = given.effective or (before(captured, 1) if captured else "")
    series = known_series()["deepstate-occupied-export"]
    dates = Dates(effective, given.published, captured)
    return Reading((Draft(series.name, dates, box.paints(), tuple(box.problems)),), (series,))


def _key(feature: Feature) -> str:
    """The key within a feature's name, without `geoJSON.`; '' where it has none."""
    found = _KEY.search(" ".join(str(feature.properties.get("name", "")).split()))
    return found[1].rstrip(".").casefold() if found else ""
