"""Which addresses may be asked for.

A feed or a redirect can name any address; one that leads into the reader's own network must not be fetched
on its word. What a name means is looked up once, all of what it means is checked, and the connection goes to
what was checked: a second answer of the name server comes too late.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from parley.reports.fetching.failures import Forbidden, Unreachable
from parley.reports.fetching.limits import Deadline

Resolver = Callable[[str, int], Sequence[str]]
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORTS = {"http": 80, "https": 443}
_LONGEST = 4096
_KEPT = "/%:@!$&'()*+,;=~-._"
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""The network in which the last four bytes are the IPv4 address that is really reached."""
_PROTOCOLS = ipaddress.IPv4Network("192.0.0.0/24")  # for protocols only; the library calls most of it public


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address of the web, taken apart.

    Attributes:
        url: the whole address, without a fragment.
        scheme: http or https.
        host: in lower case, as a name server knows it.
        port: given, or the scheme's own.
    """

    url: str
    scheme: str
    host: str
    port: int

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt is for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return (
            f"{self.scheme}://{host}"
            if self.port == _PORTS[self.scheme]
            else f"{self.scheme}://{host}:{self.port}"
        )


def web_address(url: str) -> WebAddress:
    """The address that `url` writes.

    Raises:
        Forbidden: when it is not a plain http or https address, or carries a name and password.
    """
    url = url.strip()
    if len(url) > _LONGEST or _UNSAFE.search(url):
        raise Forbidden("It is no web address: it is too long, or holds spaces or control characters.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Forbidden("It is no web address; check how it is written.") from error
    if parts.scheme not in _PORTS:
        raise Forbidden("Only http and https addresses are fetched.")
    if "@" in parts.netloc:
        raise Forbidden("The address carries a name or password; give it without.")
    host = _host(parts)
    return WebAddress(
        _written(parts, host), parts.scheme, host, _PORTS[parts.scheme] if port is None else port
    )


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise Forbidden("The name of the site is not one that can be looked up.") from error
    if not host or len(host) > 253 or "%" in host:
        raise Forbidden("The address names no site.")
    return host


def _written(parts: SplitResult, host: str) -> str:
    """The address as it is asked for: ASCII, without a fragment."""
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if parts.port is None else f"{shown}:{parts.port}"
    path, query = quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT + "?[]")
    return urlunsplit((parts.scheme, netloc, path, query, ""))


@dataclass(frozen=True)
class AddressPolicy:
    """What may be connected to: public addresses, and hosts of one's own network that a person named.

    Attributes:
        trusted: hosts ("news.intra" or "10.0.0.7:8080") that may have any address. They are fetched only
            where the fetch began at one of them: a page of another host cannot lead there.
        resolve: gives the numeric addresses of a host and port.
    """

    trusted: frozenset[str] = frozenset()
    resolve: Resolver = field(default=lambda host, port: resolved(host, port))

    def addresses(self, host: str, port: int, deadline: Deadline, began_trusted: bool) -> list[str]:
        """The numeric addresses of a host, all of them checked.

        Args:
            host: its name.
            port: the port that will be connected to.
            deadline: by when the name must be resolved.
            began_trusted: whether the fetch began at a trusted host.

        Raises:
            Forbidden: when any of them is not public.
            Unreachable: when there are none.
        """
        found = _in_time(self.resolve, host, port, deadline)
        if not (began_trusted and self.trusts(host, port)):
            for address in found:
                _check_public(host, address)
        return found

    def trusts(self, host: str, port: int) -> bool:
        """Whether a person named this host as one of their own."""
        return host in self.trusted or f"{host}:{port}" in self.trusted


def is_public(address: str) -> bool:
    """Whether a numeric address is one of the public internet, also when it is wrapped into another."""
    try:
        known = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(known, ipaddress.IPv4Address):
        return _is_plainly_public(known)
    if known.ipv4_mapped or known in _TRANSLATED:
        return _is_plainly_public(ipaddress.IPv4Address(int(known) & 0xFFFFFFFF))
    tunnelled = (known.sixtofour, *(known.teredo or ()))
    return all(_is_plainly_public(one) for one in (known, *tunnelled) if one is not None)


def _is_plainly_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address) and address.is_site_local:
        return False
    if isinstance(address, ipaddress.IPv4Address) and address in _PROTOCOLS:
        return False
    special = address.is_multicast or address.is_reserved or address.is_loopback
    return address.is_global and not special


def _check_public(host: str, address: str) -> None:
    if not is_public(address):
        raise Forbidden(
            f"{host} leads to {address}, which is not a public address; "
            "pages of one's own network are fetched only from hosts that you trust (--trust-host)."
        )


def resolved(host: str, port: int) -> list[str]:
    """The numeric addresses of a host, by the system's resolver.

    Raises:
        OSError: when it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _in_time(resolve: Resolver, host: str, port: int, deadline: Deadline) -> list[str]:
    """What `resolve` gives; the system's resolver takes no time limit, so it is asked in a thread."""
    answers: list[Sequence[str] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            answers.append(resolve(host, port))
        except (OSError, UnicodeError) as error:
            answers.append(error)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(deadline.left())
    deadline.left()
    answer = answers[0] if answers else ()
    if isinstance(answer, Exception) or not answer:
        raise Unreachable(f"No site named {host} was found; check the address and the connection.")
    return list(answer)
