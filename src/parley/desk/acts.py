"""What can be done at the desk: rulings, adding reports, one's own settings. Each is a form's address."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from parley.desk.asking import BadQuestion
from parley.desk.desk import Desk, local, writing
from parley.desk.pages import THEMES
from parley.desk.taking_in import LARGEST, page_at
from parley.desk.visits import Visitor
from parley.record.days import days
from parley.record.decisions import Confirm, Correct, Decision, Merge, Move, Reject, Split, Undo
from parley.record.errors import BadRuling

_LONGEST_NAME = 80
_LONGEST_ADDRESS = 2000
_YEAR = 365 * 24 * 3600
_AT_ONCE = 100


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this module."""
    return [
        Route("/rule", writing(desk, _rule, needs="rule"), methods=["POST"]),
        Route("/add/files", writing(desk, _add_files, needs="add"), methods=["POST"]),
        Route("/add/text", writing(desk, _add_text, needs="add"), methods=["POST"]),
        Route("/add/address", writing(desk, _add_address, needs="add"), methods=["POST"]),
        Route("/add/cancel", writing(desk, _cancel, needs="add"), methods=["POST"]),
        Route("/settings", writing(desk, _set, needs=None), methods=["POST"]),
    ]


def _rule(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Keeps a ruling, signed by who made it."""
    by = desk.visits.visit(visitor).name
    signed = _text(form, "by") if desk.visits.access is None else ""
    decision = _decision(form)
    ruling = desk.store.record.rule(decision, by=signed or by, why=_text(form, "why"))
    desk.store.changed()
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse(
            {"ruling": ruling.id, "kind": ruling.kind.value, "by": ruling.by, "at": ruling.at}
        )
    return RedirectResponse(local(_text(form, "back", 2000)), 303)


def _decision(form: FormData) -> Decision:
    """What a form asks to be decided.

    Raises:
        BadRuling: when it asks for nothing that can be.
    """
    one, other = _text(form, "first"), _text(form, "second")
    finding = _text(form, "finding")
    match _text(form, "decision"):
        case "confirm":
            return Confirm(finding)
        case "reject":
            return Reject(finding)
        case "correct":
            return Correct(finding, _text(form, "field"), _text(form, "value", 2000) or None)
        case "merge":
            return Merge(one, other)
        case "split":
            return Split(one, other)
        case "move":
            return Move(_text(form, "report"), _text(form, "family") or None)
        case "undo":
            return Undo(_text(form, "ruling"))
        case other_word:
            raise BadRuling(f"There is no ruling called {other_word[:_LONGEST_NAME]!r}.")


def _text(form: FormData, name: str, most: int = 500) -> str:
    value = form.get(name, "")
    return value.strip()[:most] if isinstance(value, str) else ""


def _add_files(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Takes in dropped files; the page tells how far they have come."""
    published = _published(form)
    files = list(_files(form))[:_AT_ONCE]
    if not files:
        raise BadQuestion("No file was chosen; choose one or more, or paste a text.")
    for file in files:
        content = file.file.read(LARGEST + 1)
        name = (file.filename or "a file")[:_LONGEST_NAME]
        if len(content) > LARGEST:
            raise BadQuestion(f"{name} is larger than {LARGEST // 1_000_000} MB; split it into reports.")
        desk.store.taking_in.take_file(name, content, published)
    return RedirectResponse("/add#progress", 303)


def _files(form: FormData) -> Iterator[UploadFile]:
    for value in form.getlist("files"):
        if isinstance(value, UploadFile) and (value.filename or value.size):
            yield value


def _add_text(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Takes in a pasted text."""
    from parley.reports import report_from_text

    value = form.get("text", "")
    words = value if isinstance(value, str) else ""
    published = _published(form)
    outlet, title, url = (_text(form, name) or None for name in ("outlet", "title", "url"))
    if not words.strip():
        raise BadQuestion("There is no text; paste the report's words.")
    name = title or " ".join(words.split()[:8])[:_LONGEST_NAME]
    desk.store.taking_in.take(
        name,
        lambda: [
            report_from_text(words, published=published, outlet=outlet, title=title, url=url, origin="pasted")
        ],
    )
    return RedirectResponse("/add#progress", 303)


def _add_address(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Fetches a page and takes it in."""
    address = _text(form, "address", _LONGEST_ADDRESS)
    if not address.lower().startswith(("http://", "https://")):
        raise BadQuestion("A web address begins with http:// or https://.")
    desk.store.taking_in.take(address, lambda: page_at(address))
    return RedirectResponse("/add#progress", 303)


def _published(form: FormData) -> str | None:
    given = _text(form, "published") or None
    if given is not None and days(given) is None:
        raise BadQuestion("The day of publication must be a date: 2025-06-03.")
    return given


def _cancel(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Calls off what has not begun."""
    desk.store.taking_in.cancel()
    return RedirectResponse("/add#progress", 303)


def _set(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Keeps how this browser wants the desk."""
    response = RedirectResponse(local(_text(form, "back", 2000)), 303)
    theme, keys = _text(form, "theme"), _text(form, "keys")
    secure = request.url.scheme == "https"
    for name, value, known in (("parley_theme", theme, THEMES), ("parley_keys", keys, ("on", "off"))):
        if value in known:
            response.set_cookie(name, value, _YEAR, path="/", secure=secure, httponly=True, samesite="strict")
    return response
