"""Passages that two reports share: runs that go on after a few other words, long enough not to be chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.copies.runs import Run

SHORTEST = 14
"""Words of a passage. What two reporters at one event have in common by chance is shorter."""

_GAP = 6


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of the first and of the second report (both half-open), of which `shared` are the same."""

    first: int
    first_end: int
    second: int
    second_end: int
    shared: int


def passages(runs: Sequence[Run]) -> tuple[Passage, ...]:
    """The passages of two reports that are made of `runs`, in the order of the second report."""
    found: list[Passage] = []
    for run in runs:
        if found and _goes_on(found[-1], run):
            found[-1] = _joined(found[-1], run)
        else:
            found.append(
                Passage(run.first, run.first + run.length, run.second, run.second + run.length, run.length)
            )
    return tuple(passage for passage in found if passage.shared >= SHORTEST)


def _goes_on(passage: Passage, run: Run) -> bool:
    """Whether a run follows a passage in both reports, a few words on."""
    return 0 <= run.first - passage.first_end <= _GAP and 0 <= run.second - passage.second_end <= _GAP


def _joined(passage: Passage, run: Run) -> Passage:
    return Passage(
        passage.first,
        run.first + run.length,
        passage.second,
        run.second + run.length,
        passage.shared + run.length,
    )
