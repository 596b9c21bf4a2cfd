"""The desk as an ASGI application: its addresses, and what becomes of errors."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from parley.desk import acts, administering, linked_files, maps_files, openapi, signing_in
from parley.desk.asking import checked
from parley.desk.desk import NOT_ALLOWED, Desk, Handler, reading, refusal
from parley.desk.guard import Guard
from parley.desk.screens import VIEWS
from parley.desk.taking_in import LARGEST
from parley.desk.twins import as_csv, as_json
from parley.desk.view import Asked, View
from parley.desk.visits import Visitor

_LARGEST_REQUEST = 4 * LARGEST
_HOME = "/brief"


def application(desk: Desk) -> Guard:
    """The desk as an ASGI application."""
    routes: list[BaseRoute] = [
        Route("/", reading(desk, _home)),
        Route("/openapi.json", reading(desk, _described)),
        Route("/healthz", _healthy),
        Mount("/static", StaticFiles(packages=[("parley.desk", "static")])),
        *signing_in.routes(desk),
        *acts.routes(desk),
        *administering.routes(desk),
        *maps_files.routes(desk),
        *linked_files.routes(desk),
    ]
    for view in VIEWS:
        for ending in (".json", ".csv", ""):
            routes.append(Route(view.path + ending, reading(desk, _answering(view, ending))))

    async def missed(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        sentence = "There is no such page at this desk." if status == 404 else "That cannot be asked here."
        return refusal(desk, request, None, status, sentence)

    async def failed(request: Request, error: Exception) -> Response:
        return refusal(desk, request, None, 500, "The desk failed at this; what it did is in its log.")

    app = Starlette(routes=routes, exception_handlers={HTTPException: missed, Exception: failed})
    return Guard(app, desk.names, _LARGEST_REQUEST)


def _answering(view: View, ending: str) -> Handler:
    """The handler of a view's page, or of one of its twins."""

    def handler(desk: Desk, request: Request, visitor: Visitor) -> Response:
        visit = desk.visits.visit(visitor)
        if view.needs is not None and view.needs not in visit.may:
            return refusal(desk, request, visitor, 403, NOT_ALLOWED)
        values = checked(view, {**request.query_params, **request.path_params})
        asked = Asked(desk.store, values, visit)
        answer = view.answer(asked)
        if ending == ".json":
            return as_json(view, answer, asked, str(request.url))
        if ending == ".csv":
            return as_csv(view, answer, asked)
        return desk.pages.page(request, visitor, view, asked, answer)

    return handler


def _home(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """The first page."""
    return RedirectResponse(_HOME, 303)


def _described(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """The API as an OpenAPI document."""
    return JSONResponse(openapi.document(VIEWS))


async def _healthy(request: Request) -> Response:
    """That the desk runs."""
    return PlainTextResponse("ok\n")
