"""What one more report costs, in a small record and in a large one.

    python -m bench.copies_scale [--reports 100000] [--record PATH] [--copies-only] [--index-only]

Takes made-up reports (`bench/synthetic.py`) into a record, as `parley read` does after reading, many in a
transaction. The last thousand go into a second record too; then two hundred more are added to both, turn
and turn about, each in a transaction of its own. So whatever else the machine does hits both alike. With
`--index-only` all but the last thousand are entered into the index of copies and not compared with each
other: the newcomers' relatives are among the last thousand, and the index is as large as it would be.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from statistics import fmean, median

from sqlalchemy import Connection, insert

from bench.synthetic import SyntheticReport, synthetic_reports
from parley.record import Record, adding, copy_index, copying, open_record
from parley.record.copy_tables import copy_members
from parley.record.database import writing

_AT_ONCE = 100
_TIMED = 200
_SMALL = 1000

Keep = Callable[[Connection, SyntheticReport], None]


def whole(connection: Connection, made: SyntheticReport) -> None:
    """All that adding a report does."""
    adding.add(connection, made.read)


def copies_only(connection: Connection, made: SyntheticReport) -> None:
    """The text, how it came, and its copies."""
    adding._add_text(connection, made.read.report)
    adding._add_origin(connection, made.read.report)
    copying.take_in(connection, made.read.report.id)


def index_only(connection: Connection, made: SyntheticReport) -> None:
    """The text, how it came, and its numbers in the index; a family of its own."""
    report = made.read.report.id
    if not adding._add_text(connection, made.read.report):
        return  # the same part of a story, cut out before
    adding._add_origin(connection, made.read.report)
    copy_index.enter(connection, report)
    row = {"report": report, "family": report, "relation": "original", "position": 0, "reasons": []}
    connection.execute(insert(copy_members), row)


def main() -> int:
    """Prints the costs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--record", type=Path, help="where to make it; default: a folder that is thrown away")
    parser.add_argument("--copies-only", action="store_true", help="leave findings and identities out")
    parser.add_argument("--index-only", action="store_true", help="do not compare all but the last thousand")
    asked = parser.parse_args()
    keep = copies_only if asked.copies_only else whole
    before = index_only if asked.index_only else keep
    with (
        tempfile.TemporaryDirectory() as folder,
        open_record(_place(asked.record, folder)) as large,
        open_record(Path(folder) / "small.db") as small,
    ):
        _measure(large, small, asked.reports, (before, keep))
    return 0


def _place(given: Path | None, folder: str) -> Path:
    return given or Path(folder) / "record.db"


def _measure(large: Record, small: Record, count: int, kept: tuple[Keep, Keep]) -> None:
    """Fills both records and prints what one more costs in each; `kept`: how the first are, how the last."""
    before, keep = kept
    made = synthetic_reports(count + _TIMED)
    tenth = max(1, (count - _SMALL) // 10)
    for start in range(0, count - _SMALL, tenth):
        begun = time.process_time()
        size = min(tenth, count - _SMALL - start)
        _fill(large, islice(made, size), before)
        each = (time.process_time() - begun) / size * 1000
        print(
            f"{start + size:>7} reports: {each:5.1f} ms of processor each, many in a transaction", flush=True
        )
    last = list(islice(made, _SMALL))
    _fill(large, iter(last), keep)
    _fill(small, iter(last), keep)
    costs: dict[int, list[tuple[float, float]]] = {_SMALL: [], count: []}
    for one in made:
        costs[_SMALL].append(_spent(small, one, keep))
        costs[count].append(_spent(large, one, keep))
    for size, spent in costs.items():
        processor, clock = ([pair[which] for pair in spent] for which in (0, 1))
        print(
            f"one more in a record of {size:>7}: processor {median(processor):5.1f} ms"
            f" (mean {fmean(processor):5.1f}), clock {median(clock):5.1f} ms (mean {fmean(clock):5.1f})"
        )
    ratios = [
        choose([pair[which] for pair in costs[count]]) / choose([pair[which] for pair in costs[_SMALL]])
        for which in (0, 1)
        for choose in (median, fmean)
    ]
    print(
        "large over small: processor median {:.2f}, mean {:.2f}; clock median {:.2f}, mean {:.2f}".format(
            *ratios
        )
    )


def _fill(record: Record, made: Iterator[SyntheticReport], keep: Keep) -> None:
    while batch := list(islice(made, _AT_ONCE)):
        with writing(record._engine, record.place) as connection:
            for one in batch:
                keep(connection, one)


def _spent(record: Record, made: SyntheticReport, keep: Keep) -> tuple[float, float]:
    """Milliseconds of processor and clock for one report, in a transaction of its own."""
    copy_index._words.cache_clear()  # so that the second record has no help from the first
    copy_index._signature.cache_clear()
    cpu, wall = time.process_time(), time.perf_counter()
    with writing(record._engine, record.place) as connection:
        keep(connection, made)
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


if __name__ == "__main__":
    sys.exit(main())
