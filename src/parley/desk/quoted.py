"""Findings that pages ask for again and again: kept for a moment, so that each is asked for but once."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict

from parley.record import Record, StoredFinding

_MOST = 3_000
_LONGEST_TEXT = 60_000
"""Characters. Findings of longer reports are not kept: each carries its report's text."""
_SECONDS = 10.0
"""A finding changes when somebody rules on it, which is known at once, or when its report is read anew."""


class Quoted:
    """The findings that pages asked for lately."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._found: OrderedDict[str, tuple[StoredFinding, float]] = OrderedDict()
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
        now, rulings = time.monotonic(), version.rpartition(".")[2]
        with self._lock:
            if rulings != self._rulings:
                self._found.clear()
                self._rulings = rulings
            known = self._found.get(name)
        if known is not None and now - known[1] < _SECONDS:
            return known[0]
        stored = self._record.finding(name)
        if len(stored.report.text) <= _LONGEST_TEXT:
            with self._lock:
                self._found[name] = (stored, now)
                while len(self._found) > _MOST:
                    self._found.popitem(last=False)
        return stored
