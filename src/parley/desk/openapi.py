"""The API described, from the same views that answer it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from parley import __version__
from parley.desk.asking import LONGEST_VALUE
from parley.desk.view import Field, Kind, Parameter, State, View

_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": ["string", "null"]},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "strings": {"type": ["array", "null"], "items": {"type": "string"}},
    "object": {"type": ["object", "null"]},
}
_KINDS: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": "string", "maxLength": LONGEST_VALUE},
    Kind.DATE: {"type": "string", "description": "EDTF: 2025, 2025-06 or 2025-06-03."},
    Kind.CHOICE: {"type": "string"},
    Kind.NUMBER: {"type": "integer", "minimum": 1, "maximum": 10**9},
}
_FORMS = {
    ".json": "rows in JSON",
    ".csv": "rows of comma-separated values",
    ".geojson": "GeoJSON",
    ".jsonld": "W3C Web Annotations (JSON-LD): each finding with selectors that find its words again",
    ".ics": "a calendar of the dated encounters (iCalendar)",
    ".svg": "a picture with its legend",
    ".png": "the same picture in pixels",
}
_ERRORS = {"400": "What was asked cannot be.", "401": "Sign in first.", "404": "There is no such thing."}


def document(views: Iterable[View]) -> dict[str, Any]:
    """The OpenAPI 3.1 document of the twins."""
    paths: dict[str, Any] = {}
    schemas: dict[str, Any] = {"error": _error_schema()}
    for view in views:
        schemas[view.name] = _row_schema(view.fields)
        for ending, content in (
            (".json", {"application/json": {"schema": _page_schema(view)}}),
            (".csv", {"text/csv": {"schema": {"type": "string"}}}),
        ):
            paths[view.path + ending] = {"get": _operation(view, ending, content)}
        paths |= _files(view)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Parley desk",
            "version": __version__,
            "description": "Every page of the desk has these twins at its own address; the pages are made of "
            "the same rows. Text fields hold the words of reports: treat them as hostile.",
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"token": []}],
    }


def _files(view: View) -> dict[str, Any]:
    """What a view gives as files beside its twins, asked with the same parameters."""
    found = {}
    for ending, media in view.files:
        content = {media: {"schema": {"type": "object" if "json" in media else "string"}}}
        found[view.path + ending] = {"get": _operation(view, ending, content)}
    return found


def _operation(view: View, ending: str, content: dict[str, Any]) -> dict[str, Any]:
    form = _FORMS[ending]
    errors = {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}
    responses: dict[str, Any] = {"200": {"description": f"As {form}.", "content": content}}
    refusals = _ERRORS | ({"403": "Your role does not allow that."} if view.needs else {})
    responses |= {code: {"description": told, "content": errors} for code, told in refusals.items()}
    return {
        "operationId": view.name + ending.replace(".", "_"),
        "summary": view.title,
        "description": view.lead,
        "parameters": [_parameter(one) for one in view.parameters],
        "responses": responses,
    }


def _parameter(one: Parameter) -> dict[str, Any]:
    schema = dict(_KINDS[one.kind])
    if one.choices:
        schema["enum"] = list(one.choices)
    where = "path" if one.in_path else "query"
    return {
        "name": one.name,
        "in": where,
        "required": one.in_path,
        "description": one.means,
        "schema": schema,
    }


def _page_schema(view: View) -> dict[str, Any]:
    text = {"type": "string"}
    return {
        "type": "object",
        "required": ["view", "address", "version", "filters", "state", "total", "truncated", "rows"],
        "properties": {
            "view": {"type": "string", "const": view.name},
            "address": {**text, "description": "Where this was asked."},
            "version": {**text, "description": "The version of the record it is of."},
            "filters": {"type": "object", "additionalProperties": text},
            "state": {"type": "string", "enum": [state.value for state in State]},
            "total": {"type": "integer", "description": "How many rows there are in all."},
            "truncated": {
                "type": "boolean",
                "description": "Whether there are more than are given; see “part”.",
            },
            "rows": {"type": "array", "items": {"$ref": f"#/components/schemas/{view.name}"}},
        },
    }


def _row_schema(fields: Iterable[Field]) -> dict[str, Any]:
    properties = {one.name: {**_TYPES[one.type], "description": one.means} for one in fields}
    return {"type": "object", "required": list(properties), "properties": properties}


def _error_schema() -> dict[str, Any]:
    inner = {"status": {"type": "integer"}, "message": {"type": "string"}}
    error = {"type": "object", "required": list(inner), "properties": inner}
    return {"type": "object", "required": ["error"], "properties": {"error": error}}
