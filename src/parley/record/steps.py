"""Long work on a record, done some reports at a time, each lot in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine

from parley.record.database import writing

AT_ONCE = 20
"""Reports taken in in one transaction: few, so that others wait little for their turn."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far long work has come.

    Attributes:
        done: reports done, those of an interrupted run included.
        reports: all reports it is for.
    """

    done: int
    reports: int


def in_steps(
    engine: Engine, place: str, waiting: Sequence[str], take_in: Callable[[Connection, str], object]
) -> Iterator[Step]:
    """Take in the reports that wait; gives a step after each transaction, none where nothing waits.

    May be stopped at any step: what is done stays done.
    """
    for start in range(0, len(waiting), AT_ONCE):
        batch = waiting[start : start + AT_ONCE]
        with writing(engine, place) as connection:
            for report in batch:
                take_in(connection, report)
        yield Step(start + len(batch), len(waiting))
