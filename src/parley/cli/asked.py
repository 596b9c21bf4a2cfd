"""The record that a question is put to: there already, and brought up to date in sight of who asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.record import Record


@contextmanager
def asked_record(place: str | None, *, copies: bool = False) -> Iterator[Record]:
    """An open record that nothing is left to be taken into.

    A record that an older version of Parley kept is brought up to date by the first question; where that
    takes longer than a second, a line says how far it has come. It may be stopped: the next question goes on.

    Args:
        place: the record's file or address; None for the default.
        copies: whether the question needs families of copies.

    Raises:
        RecordError: when it cannot be opened; see `parley.record.open_record`.
    """
    from parley.record import open_record

    with open_record(place, create=False) as record:
        show_catching_up(record, copies=copies)
        yield record


def show_catching_up(record: Record, *, copies: bool) -> None:
    """Bring a record up to date, with a progress line for each kind of work that is to be done."""
    from parley.cli.progress import Progress

    with ExitStack() as shown:
        progress, done = None, 0
        for step in record.catch_up(copies=copies):
            if progress is None or step.done <= done:
                shown.close()
                progress, done = shown.enter_context(Progress(step.reports, "reports taken in")), 0
            for _ in range(step.done - done):
                progress.step()
            done = step.done
