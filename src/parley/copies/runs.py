"""Words that two reports share as they stand: runs of the same words in the same order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

SHORTEST_RUN = 6
"""Shorter runs of the same words ("the president of the united states") come about without copying."""

_TRIED = 16
"""How many places of the same words are tried; a text that repeats a line hundreds of times has more."""


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """`length` words that are the same: from word `first` of one report, from `second` of the other."""

    first: int
    second: int
    length: int


def shared_runs(first: Sequence[str], second: Sequence[str]) -> tuple[Run, ...]:
    """The runs of at least `SHORTEST_RUN` words that two texts share, in the order of the second.

    No two overlap in the second text; a passage that the first has twice is matched with the place that goes
    on longest. Runs may cross: a copy may have been put in another order.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(first) - SHORTEST_RUN + 1):
        places[tuple(first[at : at + SHORTEST_RUN])].append(at)
    runs: list[Run] = []
    at = 0
    while at <= len(second) - SHORTEST_RUN:
        found = places.get(tuple(second[at : at + SHORTEST_RUN]))
        if not found:
            at += 1
            continue
        length, start = max((_length(first, second, place, at), -place) for place in found[:_TRIED])
        runs.append(Run(-start, at, length))
        at += length
    return tuple(runs)


def _length(first: Sequence[str], second: Sequence[str], start: int, at: int) -> int:
    """How many words are the same from `start` and from `at` on; the first `SHORTEST_RUN` are."""
    most = min(len(first) - start, len(second) - at)
    length = SHORTEST_RUN
    while length < most and first[start + length] == second[at + length]:
        length += 1
    return length


def covered(runs: Sequence[Run], words: int, *, of_first: bool) -> bytearray:
    """For each of `words` words of the first (or second) text, 1 where a run covers it."""
    marks = bytearray(words)
    for run in runs:
        start = run.first if of_first else run.second
        marks[start : start + run.length] = b"\x01" * run.length
    return marks
