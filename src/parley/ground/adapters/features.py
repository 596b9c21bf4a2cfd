"""Features of GeoJSON and placemarks of KML, in one shape, with their coordinates checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError
from shapely.geometry import shape as shape_from

from parley.ground.errors import UnreadableMap
from parley.ground.geometry import joined, parted_at_date_line, polygons, sound, within_degrees
from parley.ground.model import Geometry, Meaning, Paint, Problem

_WRONG = (ValueError, TypeError, KeyError, IndexError, AttributeError, ShapelyError)
"""What shapely raises for coordinates that are no coordinates."""

_LEAP_DEGREES = 3.0
"""Points of a map's ring lie close together; two that are farther apart may be of swapped axes."""

_BESIDE = 0.1

_DEGREES = re.compile(r"CRS:?84|EPSG:{1,2}(?:[\d.]*:)?4326", re.IGNORECASE)
_EPSG = re.compile(r"EPSG:{1,2}(?:[\d.]*:)?(\d{4,6})", re.IGNORECASE)
"""Names of coordinate systems: longitude and latitude in degrees, and any other."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature of a file.

    Attributes:
        number: its place in the file, from 1.
        properties: what the file says of it.
        shape: its geometry as written, or None.
    """

    number: int
    properties: Mapping[str, Any]
    shape: Geometry | None


def geometry_of(written: Any, number: int, name: str, system: Transformer | None = None) -> Geometry | None:
    """A geometry from its GeoJSON form; None for null and for empty ones.

    Args:
        written: as the file has it.
        number: of its feature.
        name: of the file.
        system: what turns its coordinates into degrees; None where they are degrees.

    Raises:
        UnreadableMap: when it is none, or lies beyond the globe.
    """
    if written is None or (isinstance(written, Mapping) and not written.get("coordinates", True)):
        return None
    if isinstance(written, Mapping) and isinstance(written.get("coordinates"), str):
        raise UnreadableMap(
            f"{name}: feature {number} has words where coordinates belong; nothing of it was imported."
        )
    try:
        shape = shape_from(written)
        if system is not None:
            shape = shapely.transform(shape, lambda points: _turned(system, points))
        bounds = shape.bounds if not shape.is_empty else None
    except _WRONG as error:
        raise UnreadableMap(
            f"{name}: feature {number} has a geometry that is none; nothing of it was imported."
        ) from error
    if bounds is None:
        return None
    points = shapely.get_coordinates(shape)
    far = np.abs(points)
    if not np.isfinite(points).all() or far.max() > 360 or far.min(axis=1).max() > 180:
        first = points[(far.max(axis=1) > 180) | ~np.isfinite(points).all(axis=1)][0]
        raise UnreadableMap(
            f"{name}: feature {number} has coordinates beyond the globe ({first[0]:.6g}, {first[1]:.6g});"
            " degrees are needed (WGS 84), or a `crs` that says what they are; nothing of it was imported."
        )
    if _mixes_axes(shape):
        raise UnreadableMap(
            f"{name}: feature {number} mixes its axes: some points have longitude first, some latitude;"
            " nothing of it was imported."
        )
    return parted_at_date_line(shape)


def _turned(system: Transformer, points: np.ndarray) -> np.ndarray:
    return np.column_stack(system.transform(points[:, 0], points[:, 1]))


def system_of(document: Any, name: str) -> Transformer | None:
    """What turns the coordinates of a document into degrees, by its `crs`; None where they are degrees.

    Raises:
        UnreadableMap: when nobody knows the system it states.
    """
    stated = document.get("crs") if isinstance(document, Mapping) else None
    properties = stated.get("properties") if isinstance(stated, Mapping) else None
    words = properties.get("name") if isinstance(properties, Mapping) else None
    if not isinstance(words, str) or _DEGREES.search(words):
        return None
    code = _EPSG.search(words)
    try:
        return Transformer.from_crs(f"EPSG:{code[1]}" if code else words, "EPSG:4326", always_xy=True)
    except ProjError as error:
        raise UnreadableMap(
            f"{name} states a coordinate system that nobody knows ({words[:60]}); nothing of it was imported."
        ) from error


def _mixes_axes(shape: Geometry) -> bool:
    """Whether points of one ring leap far away and, turned round, would lie beside the point before."""
    for part in polygons(shape):
        for ring in (part.exterior, *part.interiors):
            points = shapely.get_coordinates(ring)
            leaps = np.hypot(*(points[1:] - points[:-1]).T)
            turned = np.hypot(*(points[1:, ::-1] - points[:-1]).T)
            if np.count_nonzero((leaps > _LEAP_DEGREES) & (turned < _BESIDE * leaps)) >= 2:
                return True
    return False


def features_of(document: Any, name: str) -> list[Feature]:
    """The features of a GeoJSON document, whatever its outermost object is.

    Raises:
        UnreadableMap: when it is no GeoJSON.
    """
    written = _written(document)
    if written is None:
        raise UnreadableMap(f"{name} is JSON, but no GeoJSON that Parley knows.")
    system = system_of(document, name)
    found = []
    for number, feature in enumerate(written, start=1):
        if not isinstance(feature, Mapping):
            raise UnreadableMap(f"{name}: feature {number} is no feature; nothing of it was imported.")
        properties = feature.get("properties")
        shape = geometry_of(feature.get("geometry"), number, name, system)
        found.append(Feature(number, properties if isinstance(properties, Mapping) else {}, shape))
    return found


def _written(document: Any) -> Sequence[Any] | None:
    if not isinstance(document, Mapping):
        return None
    if document.get("type") == "FeatureCollection":
        features = document.get("features")
        return features if isinstance(features, list) else None
    if document.get("type") == "Feature":
        return [document]
    if "coordinates" in document or document.get("type") == "GeometryCollection":
        return [{"type": "Feature", "properties": {}, "geometry": document}]
    for key in ("map", "value", "geojson", "data"):
        if isinstance(document.get(key), Mapping):
            return _written(document[key])
    return None


class PaintBox:
    """Gathers painted polygons by meaning and term, repairing each, and makes one paint of each kind."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self._shapes: dict[tuple[Meaning, str], list[Geometry]] = {}

    def add(self, meaning: Meaning, term: str, shape: Geometry, what: str) -> None:
        """Adds a polygon; a broken one is repaired and the repair is named.

        Args:
            meaning: on the common scale.
            term: the group's word.
            shape: as written.
            what: what to call it in a problem ("feature 3").
        """
        repaired, reason = sound(shape)
        if reason is not None:
            self.problems.append(Problem("repaired", f"{what}: {reason}; repaired, all of its ground kept."))
        if not repaired.is_empty:
            self._shapes.setdefault((meaning, term), []).append(repaired)

    def null(self, what: str) -> None:
        """Notes a feature without a geometry."""
        self.problems.append(Problem("null", f"{what} has no geometry; left out."))

    def paints(self) -> tuple[Paint, ...]:
        """All that was added, one paint a meaning and term."""
        return tuple(Paint(meaning, term, joined(shapes)) for (meaning, term), shapes in self._shapes.items())


def swapped(shape: Geometry) -> Geometry:
    """A geometry with its axes the other way round."""
    return shapely.transform(shape, lambda points: points[:, ::-1])


def on_globe(shape: Geometry) -> bool:
    """Whether a geometry lies on the globe as longitude and latitude."""
    return within_degrees(*shape.bounds)


def unswapped(
    features: Iterable[Feature], near: Geometry | None, name: str
) -> tuple[list[Feature], Problem | None]:
    """Features with longitude first, and what was turned round, or None.

    Args:
        features: as written.
        near: a region they must lie near, or None where nothing is known of it.
        name: of the file.

    Raises:
        UnreadableMap: when some features have their axes one way and some the other.
    """
    features = list(features)
    ways = {feature.number: _way(feature.shape, near) for feature in features if feature.shape is not None}
    wrong = [number for number, way in ways.items() if way == "swapped"]
    if not wrong:
        return features, None
    right = [number for number, way in ways.items() if way == "right"]
    if right:
        raise UnreadableMap(
            f"{name} mixes its axes: feature {right[0]} has longitude first, feature {wrong[0]} latitude"
            f" first;"
            " nothing of it was imported."
        )
    turned = [
        Feature(
            feature.number, feature.properties, swapped(feature.shape) if feature.shape is not None else None
        )
        for feature in features
    ]
    return turned, Problem("axes", "Its axes were swapped (latitude first); turned round.")


def _way(shape: Geometry, near: Geometry | None) -> str:
    """``right``, ``swapped``, or ``either`` where nobody can tell."""
    if not on_globe(shape):
        return "swapped"
    if near is None:
        return "either"
    there, other = near.intersects(shape), near.intersects(swapped(shape))
    if there == other:
        return "either"
    return "right" if there else "swapped"
