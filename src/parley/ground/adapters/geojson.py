"""GeoJSON of no known form: a map that says who holds what, or boundaries and points with names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from parley.ground.adapters.boundaries import places_from
from parley.ground.adapters.common import is_places, layer_from
from parley.ground.adapters.features import features_of
from parley.ground.adapters.given import Given, Reading
from parley.ground.errors import UnreadableMap
from parley.ground.files import SourceFile

_TYPES = {
    "FeatureCollection", "Feature", "Polygon", "MultiPolygon", "GeometryCollection", "Point", "MultiPoint",
}  # fmt: skip


def recognises(document: Any, source: SourceFile) -> bool:
    """Whether a document is GeoJSON."""
    return isinstance(document, Mapping) and str(document.get("type")) in _TYPES


def read(document: Any, source: SourceFile, given: Given) -> Reading:
    """A layer, or places.

    Raises:
        UnreadableMap: when a geometry is none, or nobody says who holds what is painted.
    """
    features = features_of(document, source.name)
    if not features:
        raise UnreadableMap(f"{source.name} holds no feature: an empty map would show all ground as lost.")
    if is_places(features, given):
        return places_from(features, source)
    top = {key: value for key, value in document.items() if key not in ("features", "geometry")}
    if isinstance(top.get("properties"), Mapping):
        top = {**top, **top["properties"]}
    return layer_from(features, top, source, given)
