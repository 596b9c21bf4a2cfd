"""How far a long run has come: one line on the standard error, for people only."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from parley.cli.terminal import is_terminal, one_line

_PATIENCE = 1.0
"""Seconds a run may take before it must say how far it is."""
_INTERVAL = 0.1
"""Seconds between two drawings."""
_BAR_WIDTH = 24


class Progress:
    """A progress line that appears after a second, on a terminal only, and leaves nothing behind.

    Args:
        total: how many steps there are, or None when nobody knows.
        unit: what a step is, in the plural ("reports").
    """

    def __init__(self, total: int | None, unit: str) -> None:
        self._total = total
        self._unit = unit
        self._done = 0
        self._wanted = is_terminal(sys.stderr)
        self._started = time.monotonic()
        self._drawn_at: float | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def step(self, current: str = "") -> None:
        """One more step is done; `current` names what comes next or was done."""
        self._done += 1
        now = time.monotonic()
        if not self._wanted or now - self._started < _PATIENCE:
            return
        if self._drawn_at is None or now - self._drawn_at >= _INTERVAL:
            self._draw(current, now)

    def clear(self) -> None:
        """Takes the line away, so that something else may be printed in its place."""
        if self._drawn_at is not None:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn_at = None

    def _draw(self, current: str, now: float) -> None:
        line = progress_line(self._done, self._total, self._unit, now - self._started)
        sys.stderr.write(f"\r\x1b[K{line}  {one_line(current)[-40:]}")
        sys.stderr.flush()
        self._drawn_at = now


def progress_line(done: int, total: int | None, unit: str, seconds: float) -> str:
    """The words of the line: a bar and the time left where the total is known, else count and pace."""
    pace = done / seconds if seconds > 0 else 0.0
    if not total:
        return f"{done} {unit}, {pace:.1f} a second"
    filled = min(_BAR_WIDTH, _BAR_WIDTH * done // total)
    left = (total - done) / pace if pace else 0.0
    return f"[{'#' * filled}{'.' * (_BAR_WIDTH - filled)}] {done}/{total} {unit}, {left:.0f} s left"
