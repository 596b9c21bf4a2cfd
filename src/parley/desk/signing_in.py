"""Signing in and out, where the desk can be reached by others."""

from __future__ import annotations

import math

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from parley.desk.desk import Desk, local, reading, refusal, writing
from parley.desk.visits import Visitor

_LONGEST = 1000


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this module; none where everybody at this machine may use the desk."""
    if desk.visits.access is None:
        return []
    return [
        Route("/sign-in", reading(desk, _form, open_to_all=True), methods=["GET"]),
        Route("/sign-in", writing(desk, _sign_in, needs=None), methods=["POST"]),
        Route("/sign-out", writing(desk, _sign_out, needs=None), methods=["POST"]),
    ]


def _form(desk: Desk, request: Request, visitor: Visitor) -> Response:
    """The page where one signs in."""
    back = local(request.query_params.get("back", "/"))
    return desk.pages.plain(request, visitor, "sign_in.html", {"back": back, "title": "Sign in"})


def _sign_in(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Lets in who knows the password; whoever guesses waits longer each time."""
    access, patience = desk.visits.access, desk.visits.patience
    assert access is not None  # there are no routes otherwise
    name, password = str(form.get("name", "")), str(form.get("password", ""))
    keys = (f"from {request.client.host if request.client else ''}", f"as {name[:_LONGEST]}")
    wait = patience.wait(*keys)
    if wait > 0:
        sentence = f"Too many tries; wait {math.ceil(wait)} seconds, then try again."
        response = refusal(desk, request, visitor, 429, sentence)
        response.headers["Retry-After"] = str(math.ceil(wait))
        return response
    grant = access.by_password(name[:_LONGEST], password[:_LONGEST])
    if grant is None:
        patience.failed(*keys)
        shown = {"back": local(str(form.get("back", "/"))), "title": "Sign in", "failed": True, "name": name}
        return desk.pages.plain(request, visitor, "sign_in.html", shown, 401)
    patience.succeeded(*keys)
    signed_in = RedirectResponse(local(str(form.get("back", "/"))), 303)
    desk.visits.sign_in(request, signed_in, grant)
    return signed_in


def _sign_out(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Ends the session."""
    signed_out = RedirectResponse("/sign-in", 303)
    desk.visits.sign_out(request, signed_out)
    return signed_out
