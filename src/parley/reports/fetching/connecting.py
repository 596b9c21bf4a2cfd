"""The network under a fetch: connections go to checked addresses only, and end at a deadline."""

from __future__ import annotations

import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from parley.reports.fetching.addresses import AddressPolicy
from parley.reports.fetching.failures import Unreachable
from parley.reports.fetching.limits import Deadline

# Seconds one address of several may take to answer: a site reachable by IPv4 only may still name an IPv6 one.
_PATIENCE = 8.0


class CheckedBackend(httpcore.NetworkBackend):
    """Resolves a host once, checks all its addresses, and connects to one of those.

    Args:
        policy: what may be connected to.
        deadline: by when all of it must be over.
        began_trusted: whether the fetch began at a host a person trusts.
    """

    def __init__(self, policy: AddressPolicy, deadline: Deadline, began_trusted: bool) -> None:
        self._policy = policy
        self._deadline = deadline
        self._began_trusted = began_trusted
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that answers."""
        refused: Exception | None = None
        for address in self._policy.addresses(host, port, self._deadline, self._began_trusted):
            try:
                stream = self._network.connect_tcp(
                    address, port, min(self._deadline.left(), _PATIENCE), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refused = error
                continue
            return _TimedStream(stream, self._deadline)
        raise Unreachable(f"{host} does not answer; try again later.") from refused

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Never: a page is not a file of this machine."""
        raise Unreachable("Pages are not fetched from this machine.")


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every step must be done by the deadline of the whole."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
