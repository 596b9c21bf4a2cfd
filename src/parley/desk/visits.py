"""Who is looking: a visitor's number, when they were here before, and, where people sign in, who they are."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import threading
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from starlette.requests import Request
from starlette.responses import Response

from parley.desk.access import MAY, Access, Grant, Patience, Role
from parley.desk.view import Visit

_VISIT_COOKIE = "parley_visit"
_SESSION_COOKIE = "parley_session"
_PAUSE = 30 * 60
_NOTED_EVERY = 60
_YEAR = 365 * 24 * 3600
_SESSION_SECONDS = 12 * 3600
_MOST_SESSIONS = 1000
_VISIT = re.compile(r"(?P<number>[0-9a-f]{32})\.(?P<since>\d{1,11})\.(?P<seen>\d{1,11})", re.ASCII)
_LATEST = 253402300799
"""The last second of the year 9999: a later one is no time."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser that looks at the desk.

    Attributes:
        number: random, to know the browser again.
        since: when its visit before this one ended, seconds since 1970; 0 for a first visit.
        seen: when it was last here.
        grant: who it is, where people sign in.
        by_token: whether it is a program that gave its token.
    """

    number: str
    since: int
    seen: int
    grant: Grant | None = None
    by_token: bool = False


class Visits:
    """What the desk knows of its visitors; nothing of it outlives the program but the visitor's own cookie.

    Args:
        access: who may sign in; None where everybody at this machine may.
    """

    def __init__(self, access: Access | None) -> None:
        self.access = access
        self.patience = Patience()
        self._secret = secrets.token_bytes(32)
        self._sessions: dict[str, tuple[Grant, float]] = {}
        self._lock = threading.Lock()

    def visitor(self, request: Request) -> Visitor:
        """Who sent a request."""
        now = int(time.time())
        visitor = _from_cookie(request.cookies.get(_VISIT_COOKIE, ""), now)
        if self.access is None:
            return visitor
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.casefold() == "bearer":
            return replace(visitor, grant=self.access.by_token(token.strip()), by_token=True)
        return replace(visitor, grant=self._session(request.cookies.get(_SESSION_COOKIE, "")))

    def visit(self, visitor: Visitor) -> Visit:
        """What views may know of a visitor."""
        since = datetime.fromtimestamp(visitor.since, UTC).isoformat() if visitor.since else None
        if self.access is None:
            return Visit(since, MAY[Role.ADMIN], "desk", alone=True)
        role = visitor.grant
        return Visit(since, MAY[role.role], role.name) if role else Visit(since)

    def form_token(self, visitor: Visitor) -> str:
        """What a form sends back to show that it was the desk's own."""
        return hmac.new(self._secret, visitor.number.encode(), hashlib.sha256).hexdigest()

    def is_form_token(self, visitor: Visitor, token: str) -> bool:
        """Whether a form was the desk's own, shown to this visitor."""
        return hmac.compare_digest(self.form_token(visitor).encode(), token.encode("utf-8", "replace"))

    def note(self, request: Request, response: Response, visitor: Visitor) -> None:
        """Lets the browser remember the visit."""
        now = int(time.time())
        known = _VISIT_COOKIE in request.cookies
        if not visitor.by_token and (not known or now - visitor.seen >= _NOTED_EVERY):
            value = f"{visitor.number}.{visitor.since}.{now}"
            _set(request, response, _VISIT_COOKIE, value, _YEAR)

    def sign_in(self, request: Request, response: Response, grant: Grant) -> None:
        """Begins a session, under a number nobody had before."""
        key = secrets.token_urlsafe(32)
        with self._lock:
            self._sessions[key] = (grant, time.monotonic() + _SESSION_SECONDS)
            while len(self._sessions) > _MOST_SESSIONS:
                self._sessions.pop(next(iter(self._sessions)))
        _set(request, response, _SESSION_COOKIE, key, _SESSION_SECONDS)

    def sign_out(self, request: Request, response: Response) -> None:
        """Ends the session."""
        with self._lock:
            self._sessions.pop(request.cookies.get(_SESSION_COOKIE, ""), None)
        response.delete_cookie(_SESSION_COOKIE, path="/", httponly=True, samesite="strict")

    def _session(self, key: str) -> Grant | None:
        """Whose session it is, if it runs and what it rests on was not taken back."""
        with self._lock:
            grant, end = self._sessions.get(key, (None, 0.0))
        if grant is None or end < time.monotonic() or self.access is None:
            return None
        return grant if grant in self.access.grants() else None


def _from_cookie(value: str, now: int) -> Visitor:
    """The visitor a cookie tells of; a new one where there is none, or it was tampered with."""
    found = _VISIT.fullmatch(value)
    if not found:
        return Visitor(secrets.token_hex(16), 0, now)
    since, seen = min(int(found["since"]), _LATEST), min(int(found["seen"]), now)
    return Visitor(found["number"], seen if now - seen > _PAUSE else since, seen)


def _set(request: Request, response: Response, name: str, value: str, seconds: int) -> None:
    secure = request.url.scheme == "https"
    response.set_cookie(name, value, seconds, path="/", secure=secure, httponly=True, samesite="strict")
