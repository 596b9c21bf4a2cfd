"""A day's maps as files for others: GeoJSON, SVG and PNG, as far as licences and the delay allow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from parley.desk.asking import BadQuestion, checked
from parley.desk.desk import Desk, reading
from parley.desk.screens.ground import GROUND, day_asked, is_sample
from parley.desk.view import Asked
from parley.desk.visits import Visitor

if TYPE_CHECKING:
    from parley.ground.export import Sheet
    from parley.ground.model import Place
    from parley.ground.store import GroundStore


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this module."""
    return [
        Route("/ground.geojson", reading(desk, _geojson)),
        Route("/ground.svg", reading(desk, _svg)),
        Route("/ground.png", reading(desk, _png)),
    ]


def _geojson(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """What every group's map shows on a day, as GeoJSON."""
    from parley.ground.export import geojson

    shown, _ = _asked(desk, request, visitor)
    text = json.dumps(geojson(shown), ensure_ascii=True) + "\n"
    return Response(text, media_type="application/geo+json", headers=_saved("ground.geojson"))


def _svg(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """The same as a picture with its legend."""
    from parley.ground.svg import picture

    shown, regions = _asked(desk, request, visitor)
    text = picture(shown, None, regions) + "\n"
    return Response(text, media_type="image/svg+xml", headers=_saved("ground.svg"))


def _png(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """The picture in pixels, for places that take no SVG."""
    from parley.ground.png import picture_png

    shown, regions = _asked(desk, request, visitor)
    data = picture_png(shown, None, regions)
    return Response(data, media_type="image/png", headers=_saved("ground.png"))


def _asked(desk: Desk, request: Request, visitor: Visitor) -> tuple[Sheet, list[Place]]:
    """What may be given of a day, and the regions around it.

    Raises:
        BadQuestion: when nothing may be given.
    """
    from parley.ground.errors import GroundError
    from parley.ground.export import sheet

    asked = Asked(desk.store, checked(GROUND, request.query_params), desk.visits.visit(visitor))
    try:
        with desk.store.maps.opened(sample=is_sample(asked)) as ground:
            discretion = asked.store.maps.discretion
            shown = sheet(ground, day_asked(asked, discretion), _groups(asked, ground), discretion)
            return shown, [place for place in ground.places() if place.kind == "region"]
    except GroundError as error:
        raise BadQuestion(str(error)) from error


def _groups(asked: Asked, ground: GroundStore) -> tuple[str, ...]:
    """The groups asked for, of those there are; none for all."""
    known = {one.group for one in ground.series()}
    named = (asked.get("group"), asked.get("against"))
    return tuple(name for name in named if name in known and name is not None)


def _saved(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'attachment; filename="{name}"'}
