"""Small layers made up for tests: boxes in the open ocean, written the way each group writes its maps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from parley.ground.adapters.given import Given
from parley.ground.check import check
from parley.ground.claim import Claim, Movement, Verdict
from parley.ground.importing import Imported, import_files
from parley.ground.places import find_place
from parley.ground.store import GroundStore

KM_LAT = 1 / 111.0
KM_LON = 1 / 96.5
"""Degrees of a kilometre at thirty degrees north."""


def ring(west: float, south: float, east: float, north: float) -> list[list[float]]:
    """A box as a ring, counter-clockwise."""
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def box(edges: Sequence[float], **properties: Any) -> dict[str, Any]:
    """A box as a feature."""
    west, south, east, north = edges
    geometry = {"type": "Polygon", "coordinates": [ring(west, south, east, north)]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: Mapping[str, Any], **top: Any) -> dict[str, Any]:
    """Features as a collection."""
    return {"type": "FeatureCollection", **top, "features": list(features)}


def write(path: Path, document: Any) -> Path:
    """Writes a document as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def take_in(store: GroundStore, *paths: Path, **given: str) -> list[Imported]:
    """Imports files."""
    return list(import_files(store, tuple(str(path) for path in paths), Given(**given)))


def verdicts(store: GroundStore, claim: str, as_of: str) -> dict[str, Verdict]:
    """The verdicts on "SIDE entered PLACE", by group."""
    actor, movement, place = claim.split(" ", 2)
    asked = Claim(actor, Movement(movement), find_place(store, place), as_of)
    return {verdict.group: verdict for verdict in check(store, asked)}
