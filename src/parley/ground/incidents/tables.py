"""Rows of tables, whatever their marks, separators and shapes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from parley.ground.errors import UnreadableMap
from parley.ground.files import SourceFile, json_of, text_of

Row = dict[str, str]

_SEPARATORS = (",", ";", "\t", "|")
_LONGEST_FIELD = 10_000_000


def rows_of(source: SourceFile) -> list[Row] | None:
    """The rows of a table with names for its columns, in lower case; None where a file is no table.

    Raises:
        UnreadableMap: when it is one, but broken.
    """
    if source.ending in (".csv", ".tsv", ".txt"):
        return _separated(source)
    if source.ending in (".json", ".geojson"):
        return _listed(json_of(source))
    return None


def _separated(source: SourceFile) -> list[Row] | None:
    text = text_of(source)
    heading = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=heading.count)
    if not heading.count(separator):
        return None
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
        return [
            {
                str(key).strip().lower(): (value or "").strip()
                for key, value in row.items()
                if isinstance(value, str | None)
            }
            for row in reader
        ]
    except csv.Error as error:
        raise UnreadableMap(f"{source.name} is no table that can be read: {error}.") from error


def _listed(document: Any) -> list[Row] | None:
    """The rows of a list of objects, or of the list that an object keeps as `events`."""
    if isinstance(document, Mapping) and (nested := _nested(document)) is not None:
        document = nested
    elif isinstance(document, Mapping):
        document = document.get("events") or document.get("data")
    if (
        not isinstance(document, list)
        or not document
        or not all(isinstance(row, Mapping) for row in document)
    ):
        return None
    return [{str(key).strip().lower(): _words(value) for key, value in row.items()} for row in document]


def _nested(document: Mapping[str, Any]) -> list[Row] | None:
    """The points of GeoJSON within another document, each with the name of its faction; else None."""
    inner = document.get("geojson")
    features = inner.get("features") if isinstance(inner, Mapping) else None
    if not isinstance(features, list):
        return None
    factions = _factions(document.get("factionMeta"))
    rows = []
    for feature in features:
        match feature:
            case {"properties": {**said}, "geometry": {"type": "Point", "coordinates": [x, y, *_]}}:
                row = {str(key): _words(value) for key, value in said.items()}
                faction = factions.get(row.get("factionId", ""), row.get("factionId", ""))
                rows.append({**row, "faction": faction, "longitude": str(x), "latitude": str(y)})
    return rows


def _factions(meta: Any) -> dict[str, str]:
    """The names of factions by their numbers, however they are listed."""
    listed = meta.items() if isinstance(meta, Mapping) else enumerate(meta if isinstance(meta, list) else ())
    found = {}
    for key, value in listed:
        if isinstance(value, Mapping):
            found[_words(value.get("id", key))] = _words(value.get("name") or value.get("title") or "")
        else:
            found[str(key)] = _words(value)
    return found


def _words(value: Any) -> str:
    """A value of JSON as text; lists become one line an item."""
    if isinstance(value, list):
        return "\n".join(_words(part) for part in value)
    if isinstance(value, Mapping):
        for key in ("path", "url", "title", "id", "name"):
            if value.get(key):
                return _words(value[key])
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value).strip()
