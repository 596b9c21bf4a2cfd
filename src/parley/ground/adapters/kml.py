"""KML and KMZ: placemarks in folders; parsed without obeying entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import ParseError

from parley.ground.adapters.boundaries import places_from
from parley.ground.adapters.common import is_places, layer_from
from parley.ground.adapters.features import Feature, geometry_of
from parley.ground.adapters.given import Given, Reading
from parley.ground.errors import UnreadableMap
from parley.ground.files import SourceFile, kml_within

_DEEPEST = 100
_SPACE = re.compile(r"\{[^}]*\}")


def recognises(source: SourceFile) -> bool:
    """Whether a file is KML or KMZ by its ending or its beginning."""
    return source.ending in (".kml", ".kmz") or b"<kml" in source.data[:2000]


def read(source: SourceFile, given: Given) -> Reading:
    """A layer, or places.

    Raises:
        UnreadableMap: when it is cut off, expands beyond sense, or its entities would attack.
    """
    zipped = source.data[:2] == b"PK" or source.ending == ".kmz"
    documents = kml_within(source) if zipped else [(source.name, source.data)]
    features: list[Feature] = []
    top: dict[str, Any] = {}
    for name, data in documents:
        root = _parsed(data, f"{source.name}: {name}" if zipped else name)
        document = _child(root, "Document")
        top = top or _said(root if document is None else document)
        for properties, geometry in _placemarks(root, (), 0):
            number = len(features) + 1
            features.append(Feature(number, properties, geometry_of(geometry, number, source.name)))
    if not features:
        raise UnreadableMap(f"{source.name} holds no placemark.")
    if is_places(features, given):
        return places_from(features, source)
    return layer_from(features, top, source, given)


def _parsed(data: bytes, name: str) -> Any:
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableMap(
            f"{name} declares entities, as attacks do and maps do not; it was left out."
        ) from error
    except (ParseError, ValueError, RecursionError) as error:
        raise UnreadableMap(f"{name} is cut off or is not KML: {error}.") from error


def _tag(element: Any) -> str:
    return _SPACE.sub("", str(element.tag))


def _child(element: Any, tag: str) -> Any:
    return next((child for child in element if _tag(child) == tag), None)


def _text(element: Any, tag: str) -> str:
    child = _child(element, tag)
    return (child.text or "").strip() if child is not None else ""


def _said(element: Any) -> dict[str, Any]:
    """What an element says of itself: name, description, dates and extended data."""
    said: dict[str, Any] = {key: text for key in ("name", "description") if (text := _text(element, key))}
    for inner in element.iter():
        tag = _tag(inner)
        if tag == "Placemark" and inner is not element:
            break
        if tag in ("when", "end", "begin") and inner.text:
            said.setdefault("date", inner.text.strip())
        if tag == "Data":
            said[str(inner.get("name", ""))] = _text(inner, "value")
        if tag == "SimpleData":
            said[str(inner.get("name", ""))] = (inner.text or "").strip()
    return said


def _placemarks(element: Any, folders: tuple[str, ...], depth: int) -> Iterator[tuple[dict[str, Any], Any]]:
    """Placemarks with the names of the folders they lie in as `layer`."""
    if depth > _DEEPEST:
        raise UnreadableMap("A KML document is nested beyond sense; it was left out.")
    for child in element:
        if _tag(child) == "Placemark":
            said = _said(child)
            if folders:
                said.setdefault("layer", " / ".join(folders))
            yield said, _geometry(child)
        elif _tag(child) in ("Folder", "Document"):
            name = _text(child, "name")
            inner = (*folders, name) if name and _tag(child) == "Folder" else folders
            yield from _placemarks(child, inner, depth + 1)


def _geometry(placemark: Any) -> dict[str, Any] | None:
    """The geometry of a placemark in GeoJSON's form."""
    polygons = [_rings(element) for element in placemark.iter() if _tag(element) == "Polygon"]
    polygons = [rings for rings in polygons if rings]
    if polygons:
        return {"type": "MultiPolygon", "coordinates": polygons}
    for element in placemark.iter():
        if _tag(element) == "Point":
            points = _coordinates(_text(element, "coordinates"))
            return {"type": "Point", "coordinates": points[0]} if points else None
        if _tag(element) == "LineString":
            points = _coordinates(_text(element, "coordinates"))
            return {"type": "LineString", "coordinates": points} if len(points) > 1 else None
    return None


def _rings(polygon: Any) -> list[list[tuple[float, ...]]]:
    outer: list[list[tuple[float, ...]]] = []
    inner: list[list[tuple[float, ...]]] = []
    for element in polygon.iter():
        if _tag(element) in ("outerBoundaryIs", "innerBoundaryIs"):
            ring = _child(element, "LinearRing")
            points = _coordinates(_text(ring, "coordinates")) if ring is not None else []
            if len(points) >= 4:
                (outer if _tag(element) == "outerBoundaryIs" else inner).append(points)
    return [*outer[:1], *inner] if outer else []


def _coordinates(text: str) -> list[tuple[float, ...]]:
    points: list[tuple[float, ...]] = []
    for triple in text.split():
        try:
            numbers = tuple(float(number) for number in triple.split(",")[:2])
        except ValueError as error:
            raise UnreadableMap(f"A KML document has {triple[:30]!r} where coordinates belong.") from error
        if len(numbers) == 2:
            points.append(numbers)
    return points
