"""The record as the desk uses it: asked from many threads, with what was worked out kept until it changes.

A question about a whole record costs more the more it holds. In a small record it is answered when it is
asked; in a large one a second process answers it behind the pages, which show the last answer meanwhile.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from multiprocessing import get_context
from typing import Any, TypeVar, cast

from parley.desk.access import Access
from parley.desk.keeping import is_large
from parley.desk.maps import Maps
from parley.desk.quoted import Quoted
from parley.desk.quoting import Quote
from parley.desk.rebuilding import Rebuilding
from parley.desk.taking_in import TakingIn
from parley.errors import ParleyError
from parley.record import Record, StoredFinding, open_record

T = TypeVar("T")

_PASSWORD = re.compile(r"(://[^:@/]*):[^@]*@")

_SOON, _SOON_FOR_OWN = 0.02, 1.5
"""Seconds. What took no longer is worked out anew at once when the record has changed, or was changed at this
desk; what took longer is shown as it last was while it is worked out behind the page."""

_SHARE = 10.0
"""An answer is worked out anew at the earliest after so many times what it cost, so that a record that is
written to all the time does not keep a processor busy all the time."""

_KEPT = 200
"""How many answers are kept; the oldest goes first."""

_LOOK_AGAIN = 0.2
"""Seconds for which the record's version is taken as known."""

_PATIENCE = 0.15
"""Seconds a page waits for a first answer before it says that it is being worked out."""


class NotYet(ParleyError):
    """A question about a large record is being answered for the first time."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """An answer, the version of the record it is of, what it cost, and when it was had."""

    version: str
    value: object
    seconds: float
    at: float


class Store:
    """An open record, what is being read into it, and answers that were worked out before.

    Attributes:
        record: the record.
        taking_in: what is being read into it.
        sample: whether it is the sample negotiation.
        maps: the ground store beside the record.
        access: who may sign in; None where only this machine can reach the desk.
        rebuilding: the rebuild that an admin may begin.
        closed: whether it was let go of.
        large: whether questions about all of it are answered behind the pages.
    """

    def __init__(self, record: Record, taking_in: TakingIn, *, sample: bool = False) -> None:
        self.record = record
        self.taking_in = taking_in
        self.sample = sample
        self.maps = Maps(record.place)
        self.access: Access | None = None
        self.rebuilding = Rebuilding(record)
        self.closed = False
        self._version = ("", 0.0)
        self._changed_at = 0.0
        self._quoted = Quoted(record)
        self.large = is_large(self.version())
        self._kept: dict[Hashable, _Kept] = {}
        self._running: dict[Hashable, Future[_Kept]] = {}
        self._lock = threading.Lock()
        self._behind: Executor = (
            ProcessPoolExecutor(1, get_context("spawn")) if self.large else ThreadPoolExecutor(1)
        )

    @property
    def shown_place(self) -> str:
        """Where the record is, as people may see it: the address of a database without its password."""
        return _PASSWORD.sub(r"\1:…@", self.record.place)

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

    def finding(self, name: str) -> StoredFinding:
        """The finding with this id.

        Raises:
            NotFound: when there is none.
        """
        return self._quoted.finding(name, self.version())

    def quote(self, name: str) -> Quote:
        """The finding with this id, as pages quote it.

        Raises:
            NotFound: when there is none.
        """
        return self._quoted.quote(name, self.version())

    def changed(self) -> None:
        """Says that something was just written at this desk, so that the next answer must know of it."""
        self._version = ("", 0.0)
        self._changed_at = time.monotonic()

    def here(self, key: Hashable, work_out: Callable[[Record], T]) -> T:
        """What `work_out` gives for the record as it is; for questions that cost little in any record."""
        version = self.version()
        with self._lock:
            known = self._kept.get(key)
        if known is None or known.version != version:
            known = _answered(self.record, version, work_out)
            self._keep(key, known)
        return cast(T, known.value)

    def kept(self, key: Hashable, work_out: Callable[[Record], T]) -> T:
        """What `work_out` gives for the record as it is, or as it was a while ago where that takes long.

        Args:
            key: what is asked; the same for the same question.
            work_out: finds the answer from the record alone; a function of a module, or a `partial` of one.

        Raises:
            NotYet: when the record is large and the question was never answered.
        """
        version = self.version()
        with self._lock:
            known = self._kept.get(key)
        if known is not None and known.version == version:
            return cast(T, known.value)
        if not self.large and (known is None or known.seconds <= self._soon(known)):
            return self.here(key, work_out)
        if known is None:
            return cast(T, self._first(key, version, work_out).value)
        if time.monotonic() - known.at > known.seconds * _SHARE:
            self._renew(key, version, work_out)
        return cast(T, known.value)

    def _soon(self, known: _Kept) -> float:
        """How long a page may take to answer anew."""
        return _SOON_FOR_OWN if self._changed_at > known.at else _SOON

    def _first(self, key: Hashable, version: str, work_out: Callable[[Record], Any]) -> _Kept:
        """The first answer to a question, if it comes at once."""
        try:
            return self._renew(key, version, work_out).result(_PATIENCE)
        except TimeoutError:
            count = int(version.split(".")[1])
            raise NotYet(
                f"This record has {count:,} reports, and this is being worked out for the first time; "
                "the page comes by itself when it is done."
            ) from None

    def _renew(self, key: Hashable, version: str, work_out: Callable[[Record], Any]) -> Future[_Kept]:
        """Has an answer worked out behind the pages, unless it is already."""
        with self._lock:
            running = self._running.get(key)
            if running is not None:
                return running
            asked = self.record.place if self.large else self.record
            running = self._running[key] = self._behind.submit(_answered, asked, version, work_out)
        running.add_done_callback(partial(self._renewed, key))
        return running

    def _renewed(self, key: Hashable, done: Future[_Kept]) -> None:
        with self._lock:
            self._running.pop(key, None)
        if not done.cancelled() and done.exception() is None:
            self._keep(key, replace(done.result(), at=time.monotonic()))
        elif isinstance(done.exception() if not done.cancelled() else None, BrokenExecutor):
            self._behind = ProcessPoolExecutor(1, get_context("spawn"))

    def _keep(self, key: Hashable, answer: _Kept) -> None:
        with self._lock:
            self._kept.pop(key, None)
            self._kept[key] = answer
            while len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)))

    def close(self) -> None:
        """Ends what runs behind the pages and lets go of the record."""
        self.closed = True
        self.taking_in.close()
        self.rebuilding.close()
        self.maps.close()
        self._behind.shutdown(wait=not self.large, cancel_futures=True)
        self.record.close()


def _answered(asked: Record | str, version: str, work_out: Callable[[Record], object]) -> _Kept:
    """An answer with what it cost; in another process the record is opened by its place."""
    began = time.monotonic()
    value = work_out(_opened(asked) if isinstance(asked, str) else asked)
    ended = time.monotonic()
    return _Kept(version, value, ended - began, ended)


@lru_cache(maxsize=1)
def _opened(place: str) -> Record:
    """The record of the second process, opened once."""
    return open_record(place, create=False)
