"""One page from the web, or one sentence that says why not."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpcore

from parley.reports.fetching.addresses import AddressPolicy, WebAddress, web_address
from parley.reports.fetching.connecting import CheckedBackend
from parley.reports.fetching.failures import Busy, FetchFailed, Forbidden, Gone, Unreachable
from parley.reports.fetching.limits import Deadline, Limits
from parley.reports.fetching.page import Page
from parley.reports.fetching.pauses import Pauses
from parley.reports.fetching.robots import Robots
from parley.reports.fetching.unpacking import unpacked

AGENT = "parley"
_AGENT_LINE = f"{AGENT}/0.1 (feed reader; keeps the record of negotiations)"
_ACCEPTED = "text/html, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"

_MOVED = (301, 302, 303, 307, 308)
_MOVED_FOR_GOOD = (301, 308)
_GONE = (404, 410)
_BUSY = (429, 503)
_LONGEST_WAIT = 7 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Validators:
    """What the last answer said of itself, to be asked whether it has changed.

    Attributes:
        etag: its ETag, or None.
        last_modified: its Last-Modified, or None.
    """

    etag: str | None = None
    last_modified: str | None = None


class Fetcher:
    """Fetches pages: safely, and not more often than sites like.

    Args:
        policy: what may be connected to.
        limits: what a fetch may take.
        pauses: how often a host is asked.
    """

    def __init__(
        self, policy: AddressPolicy | None = None, limits: Limits | None = None, pauses: Pauses | None = None
    ) -> None:
        self._policy = policy or AddressPolicy()
        self._limits = limits or Limits()
        self._pauses = pauses or Pauses()
        self._robots = Robots(AGENT)

    def fetch(self, url: str, known: Validators | None = None, listed_by: str | None = None) -> Page:
        """The page at `url`.

        Args:
            url: its address.
            known: what the last answer said of itself; where nothing changed the page comes back `unchanged`.
            listed_by: the address of the feed or page that names `url`; None where a person does. A host of
                one's own network is fetched only on the word of a person, or of a page of that host.

        Raises:
            Forbidden: when it may not be asked for.
            Gone: when it is no longer there.
            Busy: when the site asks for patience.
            Unreachable: when it could not be had.
        """
        began_trusted = self._trusted(url) and (listed_by is None or _same_host(url, listed_by))
        return self._followed(url, known, began_trusted, with_robots=True)

    def _trusted(self, url: str) -> bool:
        address = web_address(url)
        return self._policy.trusts(address.host, address.port)

    def _followed(self, url: str, known: Validators | None, began_trusted: bool, with_robots: bool) -> Page:
        """The page at the end of the redirects; each step is checked as if it were the first."""
        address, moved_to, for_good = web_address(url), None, True
        for _ in range(self._limits.redirects + 1):
            if with_robots:
                self._check_robots(address, began_trusted)
            answer = self._answer(address, known, began_trusted)
            if answer.status not in _MOVED:
                return _checked(answer, url, moved_to)
            target = answer.header("location")
            if not target:
                raise Unreachable("The site sends us elsewhere without saying where.", answer.status)
            address = web_address(urljoin(address.url, _as_written(target)))
            for_good = for_good and answer.status in _MOVED_FOR_GOOD
            moved_to = address.url if for_good else moved_to
        raise Unreachable(f"The site sent us elsewhere more than {self._limits.redirects} times.")

    def _check_robots(self, address: WebAddress, began_trusted: bool) -> None:
        def get(url: str) -> Page:
            return self._followed(url, None, began_trusted, with_robots=False)

        self._pauses.ask_for(address.host, self._robots.check(address, get))

    def _answer(self, address: WebAddress, known: Validators | None, began_trusted: bool) -> Page:
        """The answer to one question, whatever its status."""
        with self._pauses.between(address.host):
            deadline = Deadline(self._limits.seconds)
            backend = CheckedBackend(self._policy, deadline, began_trusted)
            with (
                _sentences(address.host),
                httpcore.ConnectionPool(network_backend=backend) as pool,
                pool.stream("GET", address.url, headers=_question(known)) as answer,
            ):
                headers, body = _headers(answer), b""
                encoding = next((value for name, value in headers if name == "content-encoding"), "")
                if answer.status == 200:
                    body = unpacked(answer.iter_stream(), encoding, self._limits)
                return Page(address.url, address.url, None, answer.status, headers, body, _now())


def _as_written(target: str) -> str:
    """The target of a redirect: many sites send UTF-8 where only ASCII is allowed."""
    try:
        return target.encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return target


def _same_host(url: str, other: str) -> bool:
    """Whether two addresses are of one host; what is no web address (a file) is of none."""
    try:
        first, second = web_address(url), web_address(other)
    except Forbidden:
        return False
    return (first.host, first.port) == (second.host, second.port)


def _question(known: Validators | None) -> list[tuple[bytes, bytes]]:
    headers = {"User-Agent": _AGENT_LINE, "Accept": _ACCEPTED, "Accept-Encoding": "gzip, deflate"}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return [(name.encode(), value.encode("latin-1", "ignore")) for name, value in headers.items()]


def _headers(answer: httpcore.Response) -> tuple[tuple[str, str], ...]:
    return tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in answer.headers)


@contextmanager
def _sentences(host: str) -> Iterator[None]:
    """Turns what the network refuses into a sentence."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise Unreachable(f"{host} took too long to answer; try again later.") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
        reason = str(error).strip().rstrip(".") or type(error).__name__
        raise Unreachable(f"{host} gave no proper answer ({reason}); try again later.") from error


def _checked(answer: Page, url: str, moved_to: str | None) -> Page:
    """The answer as the page that was asked for.

    Raises:
        FetchFailed: when its status says that it is none.
    """
    if answer.status in (200, 304):
        return Page(url, answer.final_url, moved_to, answer.status, answer.headers, answer.body, answer.at)
    raise _refusal(answer)


def _refusal(answer: Page) -> FetchFailed:
    status = answer.status
    if status in _GONE:
        return Gone(f"The page is no longer there (status {status}).", status)
    if status in _BUSY:
        wait = _retry_after(answer)
        when = f" in {wait:.0f} seconds" if wait else " later"
        return Busy(f"The site asks for patience (status {status}); try again{when}.", status, wait)
    if status in (401, 402, 403, 451):
        return Forbidden(
            f"The site does not give the page to programs (status {status}); "
            "save it in a browser and give the file.",
            status,
        )
    return Unreachable(f"The site answers with status {status}; try again later.", status)


def _retry_after(answer: Page) -> float | None:
    """How many seconds the site asks to wait; a date counts from the site's own clock."""
    said = (answer.header("retry-after") or "").strip()
    if said.isdecimal():
        return min(float(said), _LONGEST_WAIT)
    until, now = _moment(said), _moment(answer.header("date") or "")
    if until is None:
        return None
    wait = (until - (now or datetime.datetime.now(datetime.UTC))).total_seconds()
    return min(max(wait, 0.0), _LONGEST_WAIT)


def _moment(words: str) -> datetime.datetime | None:
    try:
        moment = parsedate_to_datetime(words)
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
