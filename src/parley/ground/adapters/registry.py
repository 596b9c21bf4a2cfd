"""All adapters, in the order they are asked: the most particular first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from parley.ground.adapters import deepstate, geojson, isw, kml, liveuamap, uacontrolmap
from parley.ground.adapters.given import Given, Reading
from parley.ground.errors import UnreadableMap
from parley.ground.files import SourceFile, json_of


@dataclass(frozen=True, slots=True)
class Adapter:
    """One format.

    Attributes:
        name: what messages call it.
        recognises: whether a document is of this format.
        read: reads it; None for documents that are known and hold nothing for the store.
    """

    name: str
    recognises: Callable[[Any, SourceFile], bool]
    read: Callable[[Any, SourceFile, Given], Reading] | None


ADAPTERS = (
    Adapter("DeepState export", deepstate.recognises_export, deepstate.read_export),
    Adapter("DeepState release", deepstate.recognises_release, deepstate.read_release),
    Adapter("UAControlMap", uacontrolmap.recognises, uacontrolmap.read),
    Adapter("UAControlMap unit names", uacontrolmap.recognises_names, None),
    Adapter("Liveuamap periods", liveuamap.recognises, liveuamap.read),
    Adapter("ISW layers", isw.recognises, isw.read),
    Adapter("ISW areas", isw.recognises_totals, isw.read_totals),
    Adapter("GeoJSON", geojson.recognises, geojson.read),
)

_JSON_ENDINGS = (".json", ".geojson")

_NOT_READ = {
    ".zip": "is an archive: unpack it, and import what is in it",
    ".shp": "is a shapefile: turn it into GeoJSON first (ogr2ogr -f GeoJSON map.geojson map.shp)",
    ".gpkg": "is a GeoPackage: turn it into GeoJSON first (ogr2ogr -f GeoJSON map.geojson map.gpkg)",
    ".gz": "is an archive: unpack it, and import what is in it",
}
"""Endings of maps in forms that are not read, and what to do."""


def read_map(source: SourceFile, given: Given) -> tuple[str, Reading] | None:
    """What a file holds, with the name of its format; None where it is no map and no place.

    Raises:
        UnreadableMap: when it is one, but broken.
    """
    if kml.recognises(source):
        return "KML", kml.read(source, given)
    if source.ending in _NOT_READ:
        raise UnreadableMap(f"{source.name} {_NOT_READ[source.ending]}.")
    if source.ending not in _JSON_ENDINGS and source.data[:1] != b"{":
        return None
    document = json_of(source)
    for adapter in ADAPTERS:
        if adapter.recognises(document, source):
            if adapter.read is None:
                return None
            return adapter.name, adapter.read(document, source, given)
    return None
