"""Findings that pages ask for again and again: kept for a moment, so that each is asked for but once."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from dataclasses import dataclass

from parley.desk.quoting import Quote, quote
from parley.record import Record, StoredFinding

_MOST = 3_000
_LONGEST_TEXT = 60_000
"""Characters. Findings of longer reports are not kept: each carries its report's text."""
_SECONDS = 60.0
"""A finding changes when somebody rules on it, which is known at once, or when its report is read anew."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A finding, how pages quote it, and when it was asked for."""

    stored: StoredFinding
    quote: Quote
    at: float


class Quoted:
    """The findings that pages asked for lately."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._found: OrderedDict[str, _Kept] = OrderedDict()
        self._rulings = ""
        self._lock = threading.Lock()

    def finding(self, name: str, version: str) -> StoredFinding:
        """The finding with this id.

        Args:
            name: its id.
            version: the record's version, whose last part counts the rulings.

        Raises:
            NotFound: when there is none.
        """
        return self._asked(name, version).stored

    def quote(self, name: str, version: str) -> Quote:
        """The same as pages quote it."""
        return self._asked(name, version).quote

    def _asked(self, name: str, version: str) -> _Kept:
        now, rulings = time.monotonic(), version.rpartition(".")[2]
        with self._lock:
            if rulings != self._rulings:
                self._found.clear()
                self._rulings = rulings
            known = self._found.get(name)
        if known is not None and now - known.at < _SECONDS:
            return known
        stored = self._record.finding(name)
        made = _Kept(stored, quote(stored), now)
        if len(stored.report.text) <= _LONGEST_TEXT:
            with self._lock:
                self._found[name] = made
                while len(self._found) > _MOST:
                    self._found.popitem(last=False)
        return made
