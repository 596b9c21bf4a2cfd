"""What only an admin does: who may sign in, which feeds are followed, making anew what is derived."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from parley.desk.access import Access, BadAccess, Role
from parley.desk.asking import BadQuestion
from parley.desk.desk import Desk, writing
from parley.desk.visits import Visitor
from parley.record.following import Followed
from parley.reports.page_address import page_address

_PAGE = "/administer"
_LONGEST_NAME, _LONGEST_PASSWORD, _LONGEST_ADDRESS = 80, 1000, 2000


def routes(desk: Desk) -> list[BaseRoute]:
    """The addresses of this module."""
    acts = {
        "password": _password,
        "token": _token,
        "revoke": _revoke,
        "feed": _feed,
        "rebuild": _rebuild,
    }
    return [
        Route(f"{_PAGE}/{name}", writing(desk, act, needs="administer"), methods=["POST"])
        for name, act in acts.items()
    ]


def _access(desk: Desk) -> Access:
    if desk.visits.access is None:
        raise BadAccess("Only this machine can reach this desk, so nobody signs in; use --host to share it.")
    return desk.visits.access


def _text(form: FormData, name: str, most: int) -> str:
    value = form.get(name, "")
    return value.strip()[:most] if isinstance(value, str) else ""


def _granted(form: FormData) -> tuple[str, Role]:
    """The name and the role of a form.

    Raises:
        BadQuestion: when it has none.
    """
    name, role = _text(form, "name", _LONGEST_NAME), _text(form, "role", _LONGEST_NAME)
    if not name or not name.isprintable():
        raise BadQuestion("A name is missing; give one of letters and figures.")
    if role not in set(Role):
        raise BadQuestion(f"There is no such role; there are {', '.join(Role)}.")
    return name, Role(role)


def _password(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Lets a person in with a password."""
    name, role = _granted(form)
    _keeps_an_admin(desk, name, role)
    password = str(form.get("password", ""))[:_LONGEST_PASSWORD]
    _access(desk).grant_password(name, role, password)
    return RedirectResponse(_PAGE, 303)


def _token(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Lets a program in; the token is on this page and nowhere else."""
    name, role = _granted(form)
    made = _access(desk).grant_token(name, role)
    shown = {"title": "A token", "made": made, "name": name, "role": role.value}
    return desk.pages.plain(request, visitor, "token.html", shown)


def _revoke(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Takes back what was granted to a name."""
    name = _text(form, "name", _LONGEST_NAME)
    _keeps_an_admin(desk, name, None)
    if not _access(desk).revoke(name):
        raise BadQuestion("Nothing was granted to that name.")
    return RedirectResponse(_PAGE, 303)


def _keeps_an_admin(desk: Desk, name: str, role: Role | None) -> None:
    """That somebody who can administer is left when a name has another role, or none.

    Raises:
        BadAccess: when nobody would be.
    """
    admins = [one for one in _access(desk).grants() if one.role is Role.ADMIN]
    left = [one for one in admins if one.name != name]
    if admins and not left and role is not Role.ADMIN:
        raise BadAccess("Nobody would be left who can administer this desk; let another admin in first.")


def _feed(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Has a feed followed by the next `parley follow`; one that failed is asked again without waiting."""
    url = _text(form, "address", _LONGEST_ADDRESS)
    address = page_address(url)
    if not url.lower().startswith(("http://", "https://")) or address is None:
        raise BadQuestion("A feed's address begins with http:// or https://.")
    record = desk.store.record
    now = datetime.now(UTC).isoformat(timespec="seconds")
    known = record.followed(address) or Followed(address, url, "feed", now)
    again = replace(known, kind="feed", not_before=None, failures=0, reason=None, gone=None)
    record.keep_followed([again])
    desk.store.changed()
    return RedirectResponse(_PAGE, 303)


def _rebuild(desk: Desk, request: Request, visitor: Visitor, form: FormData) -> Response:
    """Begins to make anew what is derived."""
    desk.store.rebuilding.begin()
    return RedirectResponse(_PAGE, 303)
