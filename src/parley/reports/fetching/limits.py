"""How much of a page, and of one's time, a fetch may take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from parley.reports.fetching.failures import Unreachable

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may take before it is given up.

    Attributes:
        bytes_sent: bytes of the answer as sent (the largest of 400 saved news pages had 4 MB).
        bytes_unpacked: bytes of the answer unpacked.
        seconds: for one answer, from looking up the name to the last byte (not from byte to byte).
        redirects: how often the site may send us elsewhere.
    """

    bytes_sent: int = 16 * MEGABYTE
    bytes_unpacked: int = 32 * MEGABYTE
    seconds: float = 30.0
    redirects: int = 5


class Deadline:
    """A moment by which something must be done."""

    def __init__(self, seconds: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seconds = seconds
        self._end = clock() + seconds

    def left(self) -> float:
        """The seconds that are left.

        Raises:
            Unreachable: when none are.
        """
        left = self._end - self._clock()
        if left <= 0:
            raise Unreachable(f"It took longer than {self._seconds:g} seconds; try again later.")
        return left
