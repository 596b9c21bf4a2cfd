"""The record as the desk uses it: asked from many threads, with what was worked out kept until it changes."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from parley.desk.taking_in import TakingIn
from parley.record import Record

T = TypeVar("T")

_SOON = 0.25
"""Seconds. What took no longer is worked out anew at once when the record has changed; what took longer is
shown as it last was, with the version it is of, while it is worked out behind the page."""

_KEPT = 200
"""How many answers are kept; the oldest goes first."""

_LOOK_AGAIN = 0.2
"""Seconds for which the record's version is taken as known."""


@dataclass(slots=True)
class _Kept:
    """An answer, the version of the record it is of, and what it cost."""

    version: str
    value: object
    seconds: float
    renewing: bool = False


class Store:
    """An open record, what is being read into it, and answers that were worked out before.

    Attributes:
        record: the record.
        taking_in: what is being read into it.
        sample: whether it is the sample negotiation.
    """

    def __init__(self, record: Record, taking_in: TakingIn, *, sample: bool = False) -> None:
        self.record = record
        self.taking_in = taking_in
        self.sample = sample
        self._kept: dict[Hashable, _Kept] = {}
        self._lock = threading.Lock()
        self._behind = ThreadPoolExecutor(1, thread_name_prefix="desk-behind")
        self._version = ("", 0.0)

    @property
    def unread(self) -> int:
        """How many reports wait to be read or are being read."""
        return self.taking_in.waiting

    def version(self) -> str:
        """The record's version, at most a moment old."""
        known, at = self._version
        if not known or time.monotonic() - at > _LOOK_AGAIN:
            known = self.record.version()
            self._version = (known, time.monotonic())
        return known

    def behind(self, work: Callable[[Record], object]) -> None:
        """Does something to the record behind the pages."""
        self._behind.submit(work, self.record)

    def changed(self) -> None:
        """Says that something was just written, so that the next answer must know of it."""
        self._version = ("", 0.0)

    def kept(self, key: Hashable, work_out: Callable[[Record], T]) -> T:
        """What `work_out` gives for the record as it is, from before where nothing has changed since.

        Args:
            key: what is asked; the same for the same question.
            work_out: finds the answer; it must depend on the record alone.
        """
        version = self.version()
        with self._lock:
            known = self._kept.get(key)
        if known is None or (known.version != version and known.seconds <= _SOON):
            known = self._renew(key, version, work_out)
        elif known.version != version and not known.renewing:
            known.renewing = True
            self._behind.submit(self._renew, key, version, work_out)
        return cast(T, known.value)

    def _renew(self, key: Hashable, version: str, work_out: Callable[[Record], Any]) -> _Kept:
        began = time.monotonic()
        try:
            kept = _Kept(version, work_out(self.record), time.monotonic() - began)
        finally:
            with self._lock:
                old = self._kept.pop(key, None)
                if old is not None:
                    self._kept[key] = replace(old, renewing=False)
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = kept
            while len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)))
        return kept

    def close(self) -> None:
        """Ends what runs behind the pages and lets go of the record."""
        self.taking_in.close()
        self._behind.shutdown(wait=True, cancel_futures=True)
        self.record.close()
