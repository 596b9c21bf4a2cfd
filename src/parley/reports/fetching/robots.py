"""What a site asks of programs that read it: its robots.txt."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.reports.fetching.addresses import WebAddress
from parley.reports.fetching.failures import FetchFailed, Forbidden, Unreachable
from parley.reports.fetching.page import Page

if TYPE_CHECKING:
    from protego import Protego

_KEPT_SECONDS = 24 * 3600.0  # RFC 9309, 2.4: not longer than a day
_MOST_BYTES = 500 * 1024  # RFC 9309, 2.5
_LONGEST_PAUSE = 60.0

Get = Callable[[str], Page]


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of one site, and when they were fetched."""

    rules: Protego | None
    at: float


class Robots:
    """The rules of the sites met so far, each fetched once a day.

    Args:
        agent: the name by which a site knows us.
        clock: gives the time in seconds.
    """

    def __init__(self, agent: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._agent = agent
        self._clock = clock
        self._known: dict[str, _Rules] = {}
        self._guard = threading.Lock()

    def check(self, address: WebAddress, get: Get) -> float:
        """Makes sure that a page may be read.

        Args:
            address: the page's.
            get: fetches the robots.txt, where it is not known yet.

        Returns:
            The pause, in seconds, that the site asks for between two questions; 0 where it asks for none.

        Raises:
            Forbidden: when the site says no.
            Unreachable: when what it says could not be had; then the answer is no, for now.
        """
        rules = self._rules(address, get)
        if rules is None:
            return 0.0
        if not rules.can_fetch(address.url, self._agent):
            raise Forbidden(
                f"The robots.txt of {address.host} asks programs not to read this page; "
                "save it in a browser and give the file."
            )
        return min(float(rules.crawl_delay(self._agent) or 0.0), _LONGEST_PAUSE)

    def _rules(self, address: WebAddress, get: Get) -> Protego | None:
        with self._guard:
            known = self._known.get(address.site)
        if known is not None and self._clock() - known.at < _KEPT_SECONDS:
            return known.rules
        rules = _fetched(address, get)
        with self._guard:
            self._known[address.site] = _Rules(rules, self._clock())
        return rules


def _fetched(address: WebAddress, get: Get) -> Protego | None:
    """The rules of a site; None where it has none, which allows all (RFC 9309, 2.3.1.3)."""
    from protego import Protego

    try:
        page = get(f"{address.site}/robots.txt")
    except FetchFailed as error:
        if error.status is not None and 400 <= error.status < 500 and error.status != 429:
            return None
        if isinstance(error, Forbidden):
            raise
        raise Unreachable(
            f"The robots.txt of {address.host} could not be read, so its pages were left alone: {error}",
            error.status,
            error.retry_after,
        ) from error
    return Protego.parse(page.body[:_MOST_BYTES].decode("utf-8", errors="replace"))
