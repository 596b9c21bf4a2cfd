"""Views as files of other programs: GeoJSON, calendars, W3C Web Annotations, asked as the pages are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from parley import __version__
from parley.desk.asking import checked
from parley.desk.desk import Desk, Handler, reading
from parley.desk.narrowing import has_words
from parley.desk.screens.finding import FINDING
from parley.desk.screens.report import REPORT
from parley.desk.screens.search import SEARCH, wanted_statements
from parley.desk.screens.timeline import TIMELINE
from parley.desk.view import Asked, Row, View
from parley.desk.visits import Visitor
from parley.exports.about import CAUTION, Material
from parley.exports.json_ld import document
from parley.model.codec import Object
from parley.record import StoredFinding
from parley.record.days import days
from parley.views.calendar import CalendarEntry, calendar
from parley.views.icalendar import icalendar

_MOST = 1000


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this module."""
    handlers: tuple[tuple[View, str, Handler], ...] = (
        (TIMELINE, ".geojson", _places),
        (TIMELINE, ".ics", _encounters),
        (SEARCH, ".jsonld", _statements),
        (REPORT, ".jsonld", _findings),
        (FINDING, ".jsonld", _finding),
    )
    return [Route(view.path + ending, reading(desk, handler)) for view, ending, handler in handlers]


def _asked(desk: Desk, request: Request, visitor: Visitor, view: View) -> Asked:
    values = checked(view, {**request.query_params, **request.path_params})
    return Asked(desk.store, values, desk.visits.visit(visitor))


def _about(asked: Asked, count: int) -> Object:
    """What a file says of itself."""
    return {
        "program": f"parley {__version__}",
        "record_version": asked.store.version(),
        "filters": dict(asked.values),
        "findings": count,
        "note": CAUTION,
    }


def _places(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """What the timeline shows, as features: a point for a town, no geometry where the words say no town."""
    asked = _asked(desk, request, visitor, TIMELINE)
    answer = TIMELINE.answer(asked)
    collection = {
        "type": "FeatureCollection",
        "parley": {**_about(asked, len(answer.rows)), "total": answer.count},
        "features": [_feature(row) for row in answer.rows],
    }
    return _given(collection, "application/geo+json", "timeline.geojson")


def _feature(row: Row) -> Object:
    located = row["precision"] == "city"
    point = {"type": "Point", "coordinates": [row["longitude"], row["latitude"]]}
    told = {name: value for name, value in row.items() if name not in ("longitude", "latitude")}
    return {
        "type": "Feature",
        "id": row["findings"][0],
        "geometry": point if located else None,
        "properties": told,
    }


def _encounters(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """The dated encounters as a calendar file, as far as the filters of the timeline leave them in."""
    asked = _asked(desk, request, visitor, TIMELINE)
    every = partial(calendar, limit=_MOST) if desk.store.large else calendar
    entries = [one for one in desk.store.kept("calendar", every) if _is_wanted(asked, one)]
    headers = {"Content-Disposition": 'attachment; filename="encounters.ics"'}
    about = _about(asked, len(entries))
    filters = " ".join(f"{name}:{value}" for name, value in asked.values.items())
    told = {"record_version": str(about["record_version"]), "filters": filters, "note": CAUTION}
    return Response(icalendar(entries, told), media_type="text/calendar", headers=headers)


def _is_wanted(asked: Asked, one: CalendarEntry) -> bool:
    since, until, held = days(asked.get("since")), days(asked.get("until")), days(one.on)
    within = held is None or not ((since and held[1] < since[0]) or (until and held[0] > until[1]))
    return within and has_words(" ".join(one.participants), asked.get("who"))


def _statements(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """The statements that a search finds, as W3C Web Annotations."""
    asked = _asked(desk, request, visitor, SEARCH)
    return _annotations(asked, wanted_statements(asked, _MOST), "statements.jsonld")


def _findings(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """The findings of a report, as W3C Web Annotations on its text."""
    asked = _asked(desk, request, visitor, REPORT)
    report = desk.store.record.report(asked.values["report"]).report.id
    kind, wanted = asked.get("type"), asked.get("checked")
    found = [
        one
        for one in desk.store.record.findings(report, kind)
        if wanted in (None, one.checked.value) and (kind or one.object["type"] != "mention")
    ]
    return _annotations(asked, found, f"{report}.jsonld")


def _finding(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """One finding as a W3C Web Annotation."""
    asked = _asked(desk, request, visitor, FINDING)
    stored = desk.store.finding(asked.values["finding"])
    return _annotations(asked, [stored], f"{stored.id}.jsonld")


def _annotations(asked: Asked, found: Iterable[StoredFinding], name: str) -> Response:
    findings = tuple(found)
    material = Material(findings, _about(asked, len(findings)))
    return _given(document(material), "application/ld+json", name)


def _given(value: Object, media: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(json.dumps(value, ensure_ascii=True, indent=1) + "\n", media_type=media, headers=headers)
