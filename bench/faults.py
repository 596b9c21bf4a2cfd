"""What a record comes through: ``python -m bench.faults [--loops 200] [--seed N] [--only KIND]``.

Each loop does one bad thing to a process that works on a record, then looks at what is left:

- killed (``kill -9``) at a random moment while it adds reports, while ``parley read`` reads a folder, while
  all that is derived is made anew, while it takes in the rulings of somebody else, while ``parley follow`` is
  in a round (of a site on this machine whose stories change), ``parley import`` or ``parley export record``;
- a disk that is full (the process may write no file beyond a size) while it adds;
- two that write at once, one of them killed;
- a clock that jumps, back and forth, while reports and rulings come in.

What a process said was kept must be there, no report may be half there, SQLite must find its file whole, and
all that is derived must be what a rebuild gives. Prints what was tried and what came of it; ends with status
1 when anything was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from bench.fault_moves import command, kill_while_exporting, kill_while_following, kill_while_importing
from bench.fault_trials import Lost, Trial, kill_after, numbered, say, start
from parley.model.rulings import Ruling, RulingKind
from parley.record import Record, RecordError, open_record
from parley.record.database import reading
from parley.record.decisions import Confirm, Reject
from parley.record.snapshots import who_is_who
from parley.views.board import board
from parley.views.calendar import calendar
from parley.views.commitments import commitments
from parley.views.disputes import disputes
from parley.views.events import events

LOOPS = 200
KINDS = ("add", "read", "rebuild", "rulings", "follow", "import", "export", "disk", "writers", "clock")
ENDLESS = 1_000_000
_ON_ONE_RECORD = 25
"""Loops that one record goes through before it is looked at thoroughly, and the next begins."""


def adding(place: str, first: int, stop: int) -> None:
    """A process that adds reports and says each that is kept."""
    with open_record(place) as record:
        for number in range(first, stop):
            try:
                record.add(numbered(number))
            except RecordError as error:
                say(f"refused {type(error).__name__}")
                return
            say(str(number))


def rebuilding(place: str) -> None:
    """A process that makes all that is derived anew, again and again."""
    with open_record(place) as record:
        while True:
            for step in record.rebuild():
                say(f"step {step.done}")


def ruling(place: str, file: str) -> None:
    """A process that takes in rulings, some at a time, and says how many were kept."""
    rulings = _rulings(Path(file))
    with open_record(place) as record:
        for start in range(0, len(rulings), 3):
            record.take_rulings(rulings[start : start + 3])
            say(str(min(start + 3, len(rulings))))


def _rulings(file: Path) -> list[Ruling]:
    found = json.loads(file.read_text())
    return [
        Ruling(RulingKind(one["kind"]), *(one[name] for name in ("by", "at", "why", "target", "value")))
        for one in found
    ]


def kill_while_adding(trial: Trial) -> str:
    """Kill a process that adds reports."""
    said = kill_after(
        start("adding", trial.place, trial.numbers(1000), ENDLESS), trial.chance.uniform(0, 0.3)
    )
    trial.kept |= {int(line) for line in said if line.isdigit()}
    return f"killed after {len(said)} reports"


def kill_while_reading(trial: Trial) -> str:
    """Kill `parley read` while it reads a folder."""
    folder = trial.place.with_suffix(f".{trial.next}")
    folder.mkdir()
    first = trial.numbers(40)
    for number in range(first, trial.next):
        words = f"The union met the port on day {number}. Its leader, Ana Reyes, said crane {number} stands."
        (folder / f"story {number}.txt").write_text(
            f"HARBOUR (Own report)\n\n{words} Nobody else would comment.\n"
        )
    command = [
        sys.executable,
        "-m",
        "parley",
        "read",
        str(folder),
        "--record",
        str(trial.place),
        "--format",
        "jsonl",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = kill_after(process, trial.chance.uniform(0, 0.5))
    whole = [json.loads(line) for line in said if line.endswith("}") and line.startswith('{"type": "report"')]
    trial.read |= {item["id"] for item in whole}
    return f"killed after {len(whole)} reports"


def kill_while_rebuilding(trial: Trial) -> str:
    """Kill a process that makes all anew; the next may go on with it or not."""
    said = kill_after(start("rebuilding", trial.place), trial.chance.uniform(0, 0.6))
    return f"killed after {len(said)} steps"


def kill_while_ruling(trial: Trial) -> str:
    """Kill a process that takes in rulings."""
    rulings = made_rulings(trial)
    file = trial.place.with_suffix(".rulings")
    file.write_text(json.dumps([{"kind": one.kind, **_fields(one)} for one in rulings]))
    said = kill_after(start("ruling", trial.place, file), trial.chance.uniform(0, 0.2))
    count = max((int(line) for line in said if line.isdigit()), default=0)
    trial.ruled |= {one.id for one in rulings[:count]}
    return f"killed after {count} of {len(rulings)} rulings"


def _fields(one: Ruling) -> dict[str, object]:
    return {"by": one.by, "at": one.at, "why": one.why, "target": one.target, "value": one.value}


def made_rulings(trial: Trial) -> list[Ruling]:
    """Rulings on reports of the record, made elsewhere."""
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "other.db") as other:
        made = []
        for number in trial.chance.sample(sorted(trial.kept), min(6, len(trial.kept))):
            other.add(numbered(number))
            for stored in other.findings(f"{number}.txt", "statement")[:2]:
                kind = trial.chance.choice((Confirm, Reject))
                decision = kind(stored.id)
                made.append(other.rule(decision, by="Ada", why=str(trial.next)))
        return made


def fill_the_disk(trial: Trial) -> str:
    """Let a process add until its files may grow no more; it must say so, and what it kept must be there."""
    with open_record(trial.place) as record:
        record.add(numbered(trial.numbers(1)))
    size = trial.place.stat().st_size + trial.chance.randrange(0, 400_000)
    process = start("adding", trial.place, trial.numbers(1000), ENDLESS, most=size)
    said = process.communicate(timeout=120)[0].split("\n")
    trial.kept |= {int(line) for line in said if line.isdigit()}
    refused = [line for line in said if line.startswith("refused")]
    if not refused:
        raise Lost(f"a process on a full disk ended with {process.returncode} and said {said[-3:]}")
    return f"{len(said) - len(refused) - 1} reports, then {refused[0]}"


def two_writers(trial: Trial) -> str:
    """Let two write the same and other reports at once; kill one."""
    first = trial.numbers(1000)
    one = start("adding", trial.place, first, first + 12)
    two = start("adding", trial.place, first + 6, ENDLESS)
    said = kill_after(two, trial.chance.uniform(0, 0.3))
    said += one.communicate(timeout=120)[0].split("\n")
    if one.returncode:
        raise Lost(f"one of two writers ended with {one.returncode}")
    trial.kept |= {int(line) for line in said if line.isdigit()}
    return f"{len([line for line in said if line])} reports by two"


def jump_the_clock(trial: Trial) -> str:
    """Add a report and rule while the clock jumps; the later ruling must hold."""
    number = trial.numbers(1)
    with open_record(trial.place) as record:
        record.add(numbered(number))
        trial.kept.add(number)
        identifier = record.findings(f"{number}.txt", "statement")[0].id
        ahead = record.rule(Reject(identifier), by="Ada")
        jumped = replace(
            ahead, at=f"{trial.chance.randrange(2000, 2900)}-01-01T00:00:00.000000+00:00", by="Ben"
        )
        record.take_rulings([jumped])
        last = record.rule(Confirm(identifier), by="Cyd")
        trial.ruled |= {ahead.id, jumped.id, last.id}
        checked = record.finding(identifier).checked
    if checked != "confirmed":
        raise Lost(f"the last ruling does not hold: {checked}")
    return f"a ruling of {jumped.at[:4]} between two of now"


BAD_THINGS: Mapping[str, Callable[[Trial], str]] = {
    "add": kill_while_adding,
    "read": kill_while_reading,
    "rebuild": kill_while_rebuilding,
    "rulings": kill_while_ruling,
    "follow": kill_while_following,
    "import": kill_while_importing,
    "export": kill_while_exporting,
    "disk": fill_the_disk,
    "writers": two_writers,
    "clock": jump_the_clock,
}


def look(trial: Trial, *, thoroughly: bool) -> None:
    """Make sure that nothing is lost and nothing half there.

    Raises:
        Lost: when something is.
    """
    with open_record(trial.place, create=False) as record:
        entries = {entry.origin: entry for entry in record.reports()}
        missing = [number for number in trial.kept if f"{number}.txt" not in entries]
        if missing:
            raise Lost(f"{len(missing)} reports that were kept are gone, {min(missing)} first")
        gone = sorted(trial.read - {entry.id for entry in record.reports()})
        if gone:
            raise Lost(f"{len(gone)} reports that were read are gone, {gone[0]} first")
        for origin, entry in entries.items():
            if "story" in str(origin) or str(origin).startswith("http://"):
                continue
            number = int(str(origin).removesuffix(".txt"))
            if (thoroughly or number % 7 == 0) and record.report(entry.id, ruled=False).read != numbered(
                number
            ):
                raise Lost(f"report {number} is not as it was given")
        forgotten = trial.ruled - {kept.ruling.id for kept in record.rulings()}
        if forgotten:
            raise Lost(f"{len(forgotten)} rulings that were kept are gone")
        if thoroughly:
            _derived_is_right(record)
    connection = sqlite3.connect(trial.place)
    for question, right in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        answer = connection.execute(f"PRAGMA {question}").fetchall()
        if answer != right:
            raise Lost(f"{question}: {answer[:3]}")
    connection.close()


def _derived_is_right(record: Record) -> None:
    """Make sure that what is derived is what a rebuild gives."""
    for _ in record.rebuild():  # perhaps one that was interrupted
        pass
    before = _derived(record)
    for _ in record.rebuild():
        pass
    if _derived(record) != before:
        raise Lost("a rebuild gives another record")


def _derived(record: Record) -> tuple[object, ...]:
    with reading(record._engine, record.place) as connection:
        who = who_is_who(connection)
    checked = sorted(
        (one.id, one.checked.value, one.kept) for one in record.findings_of_type("statement", rejected=True)
    )
    told = [sorted(map(str, ask(record))) for ask in (calendar, commitments, events, disputes)]
    return who, checked, told, board(record)


def trials(loops: int, seed: int, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Do bad things and look; each with what came of it.

    Raises:
        Lost: when something is not as it must be.
    """
    chance = random.Random(seed)
    for first in range(0, loops, _ON_ONE_RECORD):
        with tempfile.TemporaryDirectory() as folder:
            trial = Trial(Path(folder) / "record.db", chance, set(), set())
            adding_some(trial)
            last = min(first + _ON_ONE_RECORD, loops) - 1
            for loop in range(first, last + 1):
                kind = kinds[loop % len(kinds)]
                told = BAD_THINGS[kind](trial)
                look(trial, thoroughly=loop == last)
                yield kind, told


def adding_some(trial: Trial) -> None:
    """Give a record some reports to begin with."""
    with open_record(trial.place) as record:
        for number in range(trial.numbers(25), trial.next):
            record.add(numbered(number))
            trial.kept.add(number)


def main() -> int:
    """Command line; prints a line a loop, then what was tried how often."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--loops", type=int, default=LOOPS)
    parser.add_argument("--seed", type=int, default=20251122)
    parser.add_argument("--only", choices=KINDS, action="append")
    parser.add_argument("--quiet", action="store_true", help="only the sum")
    parser.add_argument("--process", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.process:
        name, place, *rest = options.process
        if name == "adding":
            adding(place, int(rest[0]), int(rest[1]))
        elif name == "rebuilding":
            rebuilding(place)
        elif name == "command":
            command(place, *rest)
        else:
            ruling(place, rest[0])
        return 0
    tried: Counter[str] = Counter()
    began = time.monotonic()
    try:
        for kind, told in trials(options.loops, options.seed, tuple(options.only or KINDS)):
            tried[kind] += 1
            if not options.quiet:
                print(f"{sum(tried.values()):4}  {kind:8}  {told}", flush=True)
    except Lost as error:
        print(f"LOST after {sum(tried.values())} loops: {error}")
        return 1
    counted = ", ".join(f"{kind} {count}" for kind, count in sorted(tried.items()))
    seconds = time.monotonic() - began
    print(f"{sum(tried.values())} loops in {seconds:.0f} s: {counted}. Nothing lost, nothing half there.")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", str(Path(__file__).resolve().parent.parent))
    sys.exit(main())
