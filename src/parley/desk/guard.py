"""What stands between the network and the pages: which hosts a desk answers to, and what browsers may do.

A page that is open elsewhere in the same browser can send requests to a desk on this machine. It can neither
read the answers (no headers allow it), nor pass as the desk by renaming itself (the Host header is checked),
nor have anything done (every form carries a token, and browsers say where a request comes from).
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from types import MappingProxyType

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": (
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
            "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
        ),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "X-Robots-Tag": "noindex",
    }
)
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = frozenset({"same-origin", "none"})
_ALWAYS = frozenset({"localhost"})


class Guard:
    """ASGI middleware around the whole application.

    Args:
        app: the application.
        names: host names the desk answers to, beside localhost; an address in figures needs no name.
        largest: bytes a request may carry.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str], largest: int) -> None:
        self._app = app
        self._names = frozenset(name.casefold() for name in names) | _ALWAYS
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes a request on, or says why not."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self._refusal(scope["method"], headers)
        if refusal is not None:
            status, sentence = refusal
            response = PlainTextResponse(sentence + "\n", status, headers=dict(HEADERS))
            await response(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                added = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    added.setdefault(name, value)
                added.setdefault("Cache-Control", "no-store")
            await send(message)

        await self._app(scope, receive, sending)

    def _refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        if not self._is_ours(headers.get("host", "")):
            return 421, "This desk does not answer to that name; use the address it printed when it started."
        if method not in _SAFE and not _is_from_here(headers):
            return 403, "This request came from another site's page, and nothing was done."
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._largest:
            return 413, f"A request may carry at most {self._largest:,} bytes; give the files one by one."
        return None

    def _is_ours(self, host: str) -> bool:
        name = host_name(host)
        return name in self._names or _is_address(name)


def host_name(host: str) -> str:
    """The name or address in a Host header, without the port."""
    if host.startswith("["):
        return host.partition("]")[0].lstrip("[").casefold()
    return host.partition(":")[0].casefold()


def _is_address(name: str) -> bool:
    """Whether a name is an address in figures, which nobody can point elsewhere."""
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_from_here(headers: Headers) -> bool:
    """Whether a request that changes something was sent by the desk's own page, or by no page at all."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in _OURS:
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2].casefold() == headers.get("host", "").casefold()
