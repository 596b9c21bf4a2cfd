"""A rebuild of what is derived, run behind the pages when an admin asks for it."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from parley.errors import ParleyError
from parley.record import Record


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a rebuild has come.

    Attributes:
        running: whether it goes on.
        done: reports made anew.
        reports: all reports.
        reason: why it ended before its end, or None.
    """

    running: bool = False
    done: int = 0
    reports: int = 0
    reason: str | None = None


class Rebuilding:
    """The one rebuild that may run at a time.

    Args:
        record: what is rebuilt.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._progress = Progress()
        self._lock = threading.Lock()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="desk-rebuilding")
        self._closing = False

    @property
    def progress(self) -> Progress:
        """How far it has come."""
        return self._progress

    def begin(self) -> bool:
        """Begins a rebuild, or goes on with one that was broken off; False where one is running."""
        with self._lock:
            if self._progress.running:
                return False
            self._progress = Progress(running=True)
        self._thread.submit(self._run)
        return True

    def _run(self) -> None:
        reason = None
        try:
            for step in self._record.rebuild():
                self._progress = Progress(True, step.done, step.reports)
                if self._closing:
                    break
        except ParleyError as error:
            reason = str(error)
        finally:
            self._progress = Progress(False, self._progress.done, self._progress.reports, reason)

    def close(self) -> None:
        """Ends after the step that is being taken; the next rebuild goes on there."""
        self._closing = True
        self._thread.shutdown(wait=True, cancel_futures=True)
