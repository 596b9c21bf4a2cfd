"""What every trial of `bench.faults` needs: a record, made reports, processes that are killed."""

from __future__ import annotations

import random
import resource
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from parley.model import Mention, Paraphrase, ReadReport, Report, Source, Span, Speech, Statement

NAMES = ("Petro Lysenko", "Ihor Bondar", "Anna Keller", "Lysenko", "Kim Jong Un", "Kim Yo Jong", "Bondar")
STATEMENTS = 6


class Lost(Exception):
    """Something is not as it must be."""


@dataclass
class Trial:
    """One record that bad things are done to.

    Attributes:
        place: its file.
        chance: what decides when.
        kept: numbers of the reports that processes said were kept.
        ruled: ids of the rulings that were.
        read: ids of the reports that `parley read` and `parley follow` said were read.
        next: the next report nobody has added.
    """

    place: Path
    chance: random.Random
    kept: set[int]
    ruled: set[str]
    read: set[str] = field(default_factory=set)
    next: int = 0

    def numbers(self, count: int) -> int:
        """The first of some numbers of reports nobody has added."""
        first = self.next
        self.next += count
        return first


def numbered(number: int) -> ReadReport:
    """One of any number of reports: six statements, two people."""
    first, second = NAMES[number % len(NAMES)], NAMES[(number * 3 + 1) % len(NAMES)]
    text, said = f"Round {number}. ", []
    for point in range(STATEMENTS):
        start = len(text)
        text += f"{first} said that point {number}-{point} was settled with {second}. "
        cue = start + len(first) + 1
        said.append(
            Statement(
                (Span(start, len(text) - 1),),
                0.9,
                "faults",
                Speech.INDIRECT,
                Source(first, Span(start, start + len(first))),
                Span(cue, cue + 4),
                (Span(cue + 5, len(text) - 2),),
            )
        )
    named = [
        Mention(
            (Span(text.index(name), text.index(name) + len(name)),), 0.9, "faults", name, "person", None, None
        )
        for name in dict.fromkeys((first, second))
    ]
    report = Report(text, published=f"2024-0{1 + number % 9}-15", origin=f"{number}.txt")
    return ReadReport(report, "faults 1", (*said, *named), Paraphrase(0.0))


def say(line: str) -> None:
    """Say a line to whoever started this process, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def start(*arguments: object, most: int | None = None) -> subprocess.Popen[str]:
    """Start one of the processes above; `most`: bytes a file of it may have."""

    def limit() -> None:
        if most is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    command = [sys.executable, "-m", "bench.faults", "--process", *map(str, arguments)]
    piped = subprocess.PIPE
    return subprocess.Popen(command, stdout=piped, stderr=subprocess.STDOUT, text=True, preexec_fn=limit)


def kill_after(process: subprocess.Popen[str], seconds: float, lines: int = 1) -> list[str]:
    """Wait for a process to say some lines, then some time; kill it; all it said."""
    assert process.stdout
    said = [process.stdout.readline().strip() for _ in range(lines)]
    time.sleep(seconds)
    process.kill()
    return [line for line in (*said, *process.communicate()[0].split("\n")) if line]
