"""What one more report costs a small record and a large one: all of it, to the last derived row.

    python -m bench.adding SMALL=1000 LARGE=2500 [--count 100]

Adds made-up reports, from the number given after each record on, to a copy of it, one at a time, as
`Record.add` does: the report and its findings with their search index, copies, who is who, where parties
stand, histories. Prints the milliseconds a report costs, of the processor and by the clock, the parts of
that, and the ratio of the last record to the first. A record is made by `bench.views`, and a large one grown
from a small one by `bench.grown`.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import mean, median
from typing import Any

from bench.synthetic import synthetic_report
from parley.record import Record, copying, identifying, open_record, standing
from parley.record.histories import keeping

_PARTS = {"copies": copying, "who is who": identifying, "where parties stand": standing, "histories": keeping}
_LIMIT = 1.5


@dataclass
class Spent:
    """Milliseconds, one a report.

    Attributes:
        processor: of the processor.
        clock: by the clock.
        parts: of the processor, by what they were for.
    """

    processor: list[float] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)
    parts: dict[str, list[float]] = field(default_factory=dict)


def main() -> int:
    """Prints the table; 1 where the last record costs more than 1.5 times what the first does."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("records", nargs="+", help="RECORD=NUMBER, the number of the next made-up report")
    parser.add_argument("--count", type=int, default=100, help="how many reports are added to each")
    asked = parser.parse_args()
    found = []
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as folder:
        for one in asked.records:
            place, _, first = one.rpartition("=")
            copy = Path(folder) / "record.db"
            shutil.copy(place, copy)
            with open_record(copy, create=False) as record:
                reports = record.extent().reports
                found.append((reports, measured(record, range(int(first), int(first) + asked.count))))
            print(f"{reports:,} reports: done", file=sys.stderr, flush=True)
    _print(found)
    return int(mean(found[-1][1].processor) > _LIMIT * mean(found[0][1].processor))


def measured(record: Record, numbers: range) -> Spent:
    """What adding costs; the first few reports, which open files and fill caches, are left out."""
    made = [synthetic_report(number).read for number in numbers]
    record.identify()
    record.stand()
    record.fold()
    spent = Spent()
    with _timed(spent):
        for number, read in enumerate(made):
            if number == len(made) // 10:
                spent.processor.clear()
                spent.clock.clear()
                spent.parts.clear()
            began = time.process_time(), time.perf_counter()
            record.add(read)
            spent.processor.append((time.process_time() - began[0]) * 1000)
            spent.clock.append((time.perf_counter() - began[1]) * 1000)
    return spent


@contextmanager
def _timed(spent: Spent) -> Iterator[None]:
    """Notes what the parts of adding cost."""
    # The parts are wrapped from outside: the program itself should not carry clocks. Mypy knows a module's
    # names, not that they may be set.
    kept = {name: module.take_in for name, module in _PARTS.items()}
    for name, module in _PARTS.items():
        module.take_in = _noting(spent, name, kept[name])  # type: ignore[attr-defined]
    try:
        yield
    finally:
        for name, module in _PARTS.items():
            module.take_in = kept[name]  # type: ignore[attr-defined]


def _noting(spent: Spent, name: str, take_in: Callable[..., None]) -> Callable[..., None]:
    def noted(*given: Any, **named: Any) -> None:
        began = time.process_time()
        take_in(*given, **named)
        spent.parts.setdefault(name, []).append((time.process_time() - began) * 1000)

    return noted


def _print(found: list[tuple[int, Spent]]) -> None:
    head = " | ".join(f"report {reports + 1:,}" for reports, _ in found)
    print(f"| milliseconds a report, mean (median) | {head} | ratio |")
    print("|---" + "|--:" * (len(found) + 1) + "|")
    rows: dict[str, list[list[float]]] = {
        "all, processor": [spent.processor for _, spent in found],
        "all, clock": [spent.clock for _, spent in found],
    }
    for name in _PARTS:
        rows[f"of it {name}"] = [spent.parts[name] for _, spent in found]
    for name, columns in rows.items():
        cells = " | ".join(f"{mean(times):.1f} ({median(times):.1f})" for times in columns)
        print(f"| {name} | {cells} | {mean(columns[-1]) / mean(columns[0]):.2f} |")


if __name__ == "__main__":
    sys.exit(main())
