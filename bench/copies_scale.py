"""What one more report costs, in a small record and in a large one.

    python -m bench.copies_scale [--reports 100000] [--record PATH]

Takes made-up reports (`bench/synthetic.py`) into a record, as `parley read` does after reading, many in a
transaction; at 1,000, at every tenth of the way and at the end it times fifty more, and the question for the
family of one. Times are of the processor and of the clock: other programs take time from the latter only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median

from sqlalchemy import Connection

from bench.synthetic import SyntheticReport, synthetic_reports
from parley.record import Record, adding, copying, open_record
from parley.record.database import writing

_AT_ONCE = 100
_TIMED = 50

Keep = Callable[[Connection, SyntheticReport], None]


def whole(connection: Connection, made: SyntheticReport) -> None:
    """All that adding a report does."""
    adding.add(connection, made.read)


def copies_only(connection: Connection, made: SyntheticReport) -> None:
    """The text, how it came, and its copies."""
    adding._add_text(connection, made.read.report)
    adding._add_origin(connection, made.read.report)
    copying.take_in(connection, made.read.report.id)


def main() -> int:
    """Prints the costs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--record", type=Path, help="where to make it; default: a folder that is thrown away")
    parser.add_argument("--copies-only", action="store_true", help="leave findings and identities out")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        with open_record(asked.record or Path(folder) / "record.db") as record:
            _grow(record, asked.reports, copies_only if asked.copies_only else whole)
    return 0


def _grow(record: Record, count: int, keep: Keep) -> None:
    stops = sorted({1000, *(count * tenth // 10 for tenth in range(1, 11))})
    made = synthetic_reports(count + _TIMED * len(stops))
    done, first = 0, 0.0
    for stop in stops:
        _fill(record, islice(made, max(0, stop - done)), keep)
        done = max(stop, done)
        spent = [_spent(record, one, keep) for one in islice(made, _TIMED)]
        done += len(spent)
        processor, clock = median(cpu for cpu, _ in spent), median(wall for _, wall in spent)
        mean = sum(cpu for cpu, _ in spent) / len(spent)
        first = first or mean
        print(
            f"{done:>7} reports: {processor:6.1f} ms of processor for one more (mean {mean:6.1f},"
            f" {mean / first:4.2f} of the first), {clock:6.1f} ms by the clock",
            flush=True,
        )


def _fill(record: Record, made: Iterator[SyntheticReport], keep: Keep) -> None:
    while batch := list(islice(made, _AT_ONCE)):
        with writing(record._engine, record.place) as connection:
            for one in batch:
                keep(connection, one)


def _spent(record: Record, made: SyntheticReport, keep: Keep) -> tuple[float, float]:
    """Milliseconds of processor and clock for one report, in a transaction of its own."""
    cpu, wall = time.process_time(), time.perf_counter()
    with writing(record._engine, record.place) as connection:
        keep(connection, made)
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


if __name__ == "__main__":
    sys.exit(main())
