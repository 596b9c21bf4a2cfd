"""What a question costs in records of several sizes.

    python -m bench.views [--sizes 1000 5000 10000] [--record PATH ...] [--keep FOLDER]

Makes records of made-up reports (`bench/synthetic.py`), or takes those given with ``--record``, and prints
the milliseconds each view takes, of the processor and by the clock: the median of five, on an open record,
in a process that asked before.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path
from statistics import median

from bench.synthetic import SyntheticReport, synthetic_reports
from parley.model import Statement
from parley.record import LedgerFilter, Record, adding, open_record
from parley.record.database import writing
from parley.record.histories.asking import HistoryFilter
from parley.views.board import board
from parley.views.brief import brief
from parley.views.calendar import calendar
from parley.views.changes import changes
from parley.views.commitments import commitments
from parley.views.disputes import disputes
from parley.views.events import Wanted, events
from parley.views.people import portrait
from parley.views.selection import select, selection_of
from parley.views.timeline import timeline
from parley.views.waiting import waiting

_AT_ONCE = 100
_TIMES = 5
_SLOW = 5.0
"""Seconds after which a question is not asked again."""

Ask = Callable[[Record, str], object]
QUESTIONS: Mapping[str, Ask] = {
    "board": lambda record, day: board(record),
    "board, thirty parties": lambda record, day: board(record, parties=30),
    "board, one issue": lambda record, day: board(record, issue="prisoners"),
    "board as of the day": lambda record, day: board(record, day),
    "changes of the last days": lambda record, day: changes(record, day),
    "search of words": lambda record, day: select(record, selection_of("prisoners"), 50),
    "search, positions": lambda record, day: select(record, selection_of("kind:position value:rejects"), 50),
    "ledger, latest 50": lambda record, day: record.statements(LedgerFilter(limit=50)),
    "timeline, latest 50": lambda record, day: timeline(record, limit=50),
    "timeline of the last days": lambda record, day: timeline(record, day),
    "calendar of the last days": lambda record, day: calendar(record, day),
    "calendar, one party": lambda record, day: calendar(record, party=_party(record)),
    "disputes of the last days": lambda record, day: disputes(record, day),
    "disputes, latest 20": lambda record, day: disputes(record, limit=20),
    "commitments, latest 50": lambda record, day: commitments(record, limit=50),
    "commitments of one party as of the day": lambda record, day: commitments(
        record, day, party=_party(record)
    ),
    "who waits for whom, latest 100": lambda record, day: waiting(record, limit=100),
    "events of the last days": lambda record, day: events(record, Wanted(since=day)),
    "events, one party, latest 50": lambda record, day: events(
        record, Wanted(party=_party(record)), limit=50
    ),
    "proposals, latest 50": lambda record, day: record.histories(HistoryFilter("proposal", limit=50)),
    "one person, latest 60": lambda record, day: portrait(record, _speaker(record), limit=60),
    "brief": lambda record, day: brief(record),
}


@lru_cache(maxsize=1)
def _party(record: Record) -> str:
    """A party that commits itself to something."""
    [latest] = record.histories(HistoryFilter("commitment", limit=1))
    return str(latest.content["party"])


@lru_cache(maxsize=1)
def _speaker(record: Record) -> str:
    """Somebody who said something of late."""
    return next(
        one.finding.source.name
        for one in reversed(record.statements(LedgerFilter(limit=20)))
        if isinstance(one.finding, Statement) and one.finding.source and one.finding.source.role
    )


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000, 10_000])
    parser.add_argument("--record", type=Path, nargs="+", default=[], help="records that are there")
    parser.add_argument("--keep", type=Path, help="folder to keep the records made in")
    parser.add_argument("--only", default="", help="only questions whose name has this in it")
    asked = parser.parse_args()
    chosen = {name: ask for name, ask in QUESTIONS.items() if asked.only in name}
    with tempfile.TemporaryDirectory() as folder:
        places = asked.record or list(_made(asked.sizes, asked.keep or Path(folder)))
        costs = [measured(place, chosen) for place in places]
    _print(costs, list(chosen))
    return 0


def measured(place: Path, questions: Mapping[str, Ask]) -> dict[str, str]:
    """Milliseconds a question, by its name; under "reports" how many there are."""
    with open_record(place, create=False) as record:
        record.stand()
        extent = record.extent()
        found = {"reports": f"{extent.reports:,} reports"}
        for name, ask in questions.items():
            found[name] = _cost(record, ask, extent.published[-1])
            print(f"{extent.reports:>7} {name}: {found[name]} ms", file=sys.stderr, flush=True)
    return found


def _cost(record: Record, ask: Ask, day: str) -> str:
    spent: list[tuple[float, float]] = []
    while len(spent) <= _TIMES and sum(clock for _, clock in spent) < _SLOW:
        begun = time.process_time(), time.perf_counter()
        ask(record, day)
        spent.append((time.process_time() - begun[0], time.perf_counter() - begun[1]))
    processor, clock = (median(values) * 1000 for values in zip(*(spent[1:] or spent), strict=True))
    return f"{processor:,.0f} ({clock:,.0f})"


def _made(sizes: Sequence[int], folder: Path) -> Iterator[Path]:
    """A record of each size."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        place = folder / f"{size}.db"
        made = synthetic_reports(size)
        with open_record(place) as record:
            while batch := list(islice(made, _AT_ONCE)):
                _add(record, batch)
        print(f"made {place}", file=sys.stderr, flush=True)
        yield place


def _add(record: Record, batch: Sequence[SyntheticReport]) -> None:
    with writing(record._engine, record.place) as connection:
        for one in batch:
            adding.add(connection, one.read)


def _print(costs: Sequence[Mapping[str, str]], names: Sequence[str]) -> None:
    print("| milliseconds of processor (clock) | " + " | ".join(cost["reports"] for cost in costs) + " |")
    print("|---" + "|--:" * len(costs) + "|")
    for name in names:
        print(f"| {name} | " + " | ".join(cost[name] for cost in costs) + " |")


if __name__ == "__main__":
    sys.exit(main())
