"""What the application is made of, and the frame around every handler: who asks, what may be done, errors."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from parley.desk.asking import BadQuestion
from parley.desk.pages import Pages
from parley.desk.store import NotYet, Store
from parley.desk.visits import Visitor, Visits
from parley.errors import ParleyError
from parley.record import Ambiguous, BadFilter, NotFound, RecordBusy

_STATUS: tuple[tuple[type[ParleyError], int], ...] = (
    (NotFound, 404),
    (Ambiguous, 404),
    (BadFilter, 400),
    (BadQuestion, 400),
    (RecordBusy, 503),
    (NotYet, 503),
)
_MOST_FIELDS = 200
NOT_ALLOWED = "Your role at this desk does not allow that."
ENDINGS = (".json", ".csv", ".ics", ".geojson", ".jsonld", ".svg", ".png")
"""Endings of addresses that programs ask: they are answered, and refused, in their own way."""


@dataclass(frozen=True, slots=True)
class Desk:
    """All the application needs.

    Attributes:
        store: the record.
        visits: who is looking.
        pages: what makes pages of answers.
        names: host names it answers to, beside localhost.
    """

    store: Store
    visits: Visits
    pages: Pages
    names: frozenset[str] = frozenset()


Handler = Callable[[Desk, Request, Visitor], Response]
FormHandler = Callable[[Desk, Request, Visitor, FormData], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


def reading(desk: Desk, handler: Handler, *, open_to_all: bool = False) -> Endpoint:
    """An endpoint that shows something to whoever may look.

    Args:
        desk: the desk.
        handler: makes the response; it runs in a thread of its own.
        open_to_all: whether nobody needs to have signed in.
    """

    def answered(request: Request, visitor: Visitor) -> Response:
        if not open_to_all and _is_stranger(desk, visitor):
            return _sign_in_first(request)
        return _framed(desk, request, visitor, lambda: handler(desk, request, visitor))

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(lambda: answered(request, desk.visits.visitor(request)))

    return endpoint


def writing(desk: Desk, handler: FormHandler, *, needs: str | None) -> Endpoint:
    """An endpoint that does something for whoever may have it done, asked by one of the desk's own forms.

    Args:
        desk: the desk.
        handler: does it; it runs in a thread of its own.
        needs: what the visitor must be allowed to do; None where nobody needs to have signed in.
    """

    def done(request: Request, visitor: Visitor, form: FormData) -> Response:
        if needs is not None and _is_stranger(desk, visitor):
            return _sign_in_first(request)
        if not visitor.by_token and not desk.visits.is_form_token(visitor, str(form.get("token", ""))):
            sentence = (
                "This page was made before the desk was started anew; go back, load it again and repeat."
            )
            return refusal(desk, request, visitor, 403, sentence)
        if needs is not None and needs not in desk.visits.visit(visitor).may:
            return refusal(desk, request, visitor, 403, NOT_ALLOWED)
        return _framed(desk, request, visitor, lambda: handler(desk, request, visitor, form))

    async def endpoint(request: Request) -> Response:
        visitor = await run_in_threadpool(desk.visits.visitor, request)
        async with request.form(max_fields=_MOST_FIELDS) as form:
            return await run_in_threadpool(done, request, visitor, form)

    return endpoint


def refusal(desk: Desk, request: Request, visitor: Visitor | None, status: int, sentence: str) -> Response:
    """Says why not: as JSON to who asked for a twin or gave a token, as a page to everybody else."""
    wants_json = request.url.path.endswith(ENDINGS) or (visitor is not None and visitor.by_token)
    if wants_json:
        return JSONResponse({"error": {"status": status, "message": sentence}}, status)
    return desk.pages.refusal(request, visitor, status, sentence)


def _framed(desk: Desk, request: Request, visitor: Visitor, handler: Callable[[], Response]) -> Response:
    began = time.perf_counter()
    try:
        response = handler()
    except ParleyError as error:
        status = next((code for kind, code in _STATUS if isinstance(error, kind)), 422)
        response = refusal(desk, request, visitor, status, str(error))
    desk.visits.note(request, response, visitor)
    response.headers["Server-Timing"] = f"page;dur={(time.perf_counter() - began) * 1000:.1f}"
    return response


def _is_stranger(desk: Desk, visitor: Visitor) -> bool:
    return desk.visits.access is not None and visitor.grant is None


def _sign_in_first(request: Request) -> Response:
    """Leads a person to the page where one signs in; tells a program what is missing."""
    path = request.url.path
    if request.method != "GET" or path.endswith(ENDINGS) or "authorization" in request.headers:
        message = "Sign in first, or send a token: Authorization: Bearer …"
        headers = {"WWW-Authenticate": "Bearer"}
        return JSONResponse({"error": {"status": 401, "message": message}}, 401, headers=headers)
    back = path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/sign-in?back={quote(back, safe='')}", 303)


def local(path: str, otherwise: str = "/") -> str:
    """A path of this desk to go back to; what would lead elsewhere is replaced."""
    fine = path.startswith("/") and not path.startswith(("//", "/\\")) and path.isprintable()
    return path if fine else otherwise
