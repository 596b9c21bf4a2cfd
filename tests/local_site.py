"""A web site on this machine, for tests: each path answers as it was told."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from parley.reports.fetching import AddressPolicy, Fetcher, Limits, Pauses

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """What the site answers, and what it was asked.

    Attributes:
        address: where it is ("http://127.0.0.1:41234").
        pages: an answer, or a function of the question's headers that gives one, by path.
        asked: the paths asked for, in order.
        questions: the headers of each question, in order.
    """

    address: str = ""
    pages: dict[str, Answer | Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    questions: list[dict[str, str]] = field(default_factory=list)

    def put(
        self, path: str, body: str | bytes, kind: str = "text/html", status: int = 200, **headers: str
    ) -> None:
        """Lets a path answer with a body."""
        data = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, {"Content-Type": kind, **named}, data)

    @property
    def host(self) -> str:
        """Its name and port."""
        return self.address.removeprefix("http://")


def fetcher_for(*hosts: str, limits: Limits | None = None, pause: float = 0.0) -> Fetcher:
    """A fetcher that trusts these hosts of this machine."""
    return Fetcher(AddressPolicy(frozenset(hosts)), limits, Pauses(pause))


@contextmanager
def local_site() -> Iterator[Site]:
    """A site that runs until the block ends."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append(self.path)
            site.questions.append({name.lower(): value for name, value in self.headers.items()})
            found = site.pages.get(self.path, (404, {}, b"nothing here"))
            status, headers, body = found(site.questions[-1]) if callable(found) else found
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            if "Content-Length" not in headers:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if status != 304:
                self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
