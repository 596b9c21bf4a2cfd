"""How often a host is asked: one question at a time, with a pause between two."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Pauses:
    """Keeps the questions to each host apart.

    Args:
        seconds: the least time between the end of an answer and the next question to the same host.
        clock: gives the time in seconds.
        sleep: waits for some seconds.
    """

    def __init__(
        self,
        seconds: float = 1.0,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._seconds = seconds
        self._clock = clock
        self._sleep = sleep
        self._ended: dict[str, float] = {}
        self._asked: dict[str, float] = {}
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
        self._guard = threading.Lock()

    def ask_for(self, host: str, seconds: float) -> None:
        """Notes that a host asks for a longer pause."""
        self._asked[host] = max(seconds, self._asked.get(host, 0.0))

    @contextmanager
    def between(self, host: str) -> Iterator[None]:
        """Waits until the host may be asked; nobody else asks it within."""
        with self._guard:
            lock = self._locks[host]
        with lock:
            pause = max(self._seconds, self._asked.get(host, 0.0))
            wait = self._ended.get(host, float("-inf")) + pause - self._clock()
            if wait > 0:
                self._sleep(wait)
            try:
                yield
            finally:
                self._ended[host] = self._clock()
