"""Sentences of two reports that say the same with other words, in the same order.

What a rewriting keeps: which sentence follows which, who is named in each and in what order, the figures, and
the small words between. Two reporters at one event share the names; they do not share the order of forty
sentences.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from parley.copies.words import Sentence, Words
from parley.vocabulary.copies import calendar_words, common_words

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_STEM = 6
_COMMON, _PLAIN, _ANCHOR = 0.35, 1.0, 1.6
_LONGEST = 400
"""Sentences of a report that are compared; a transcript of a whole day has more, and its runs tell enough."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A sentence of one report and the sentence of the other that says the same.

    Attributes:
        first: number of the sentence in the first report.
        second: number of the sentence in the second.
        likeness: how much of their words both have, 0 to 1; names and figures weigh more, small words less.
        conflict: whether each has names or figures in the place of the other's.
    """

    first: int
    second: int
    likeness: float
    conflict: bool


def pair_sentences(first: Words, second: Words, least: float) -> tuple[Pairing, ...]:
    """The best pairing of sentences in which order is kept, and every pair is at least `least` alike.

    Args:
        first: the words of a report.
        second: the words of the other.
        least: the least likeness of a pair, 0 to 1.
    """
    import numpy as np

    ours, theirs = first.sentences[:_LONGEST], second.sentences[:_LONGEST]
    if not ours or not theirs:
        return ()
    likeness = _likeness(first, ours, second, theirs)
    likeness[likeness < least] = 0
    sizes = np.array([sentence.end - sentence.first for sentence in ours], dtype=np.float32)
    pairs = _in_order(likeness * sizes[:, None])
    return tuple(
        Pairing(one, two, float(likeness[one, two]), in_conflict(first, ours[one], second, theirs[two]))
        for one, two in pairs
    )


def _likeness(first: Words, ours: Sequence[Sentence], second: Words, theirs: Sequence[Sentence]) -> Matrix:
    """How alike each sentence of the one is to each of the other."""
    import numpy as np

    columns: dict[str, int] = {}
    rows = [_stems(first, sentence, columns) for sentence in ours]
    others = [_stems(second, sentence, columns) for sentence in theirs]
    weights = np.zeros(len(columns), dtype=np.float32)
    for stems in (*rows, *others):
        for stem, weight in stems.items():
            weights[columns[stem]] = max(weights[columns[stem]], weight)
    one, two = _table(rows, columns), _table(others, columns)
    shared = (one * weights) @ two.T
    sums = (one @ weights)[:, None] + (two @ weights)[None, :]
    return np.asarray(2 * shared / sums, dtype=np.float32)


def _table(rows: Sequence[dict[str, float]], columns: dict[str, int]) -> Matrix:
    import numpy as np

    table = np.zeros((len(rows), len(columns)), dtype=np.float32)
    for number, stems in enumerate(rows):
        table[number, [columns[stem] for stem in stems]] = 1
    return table


def _stems(words: Words, sentence: Sentence, columns: dict[str, int]) -> dict[str, float]:
    """The stems of a sentence with their weights; new ones get the next column."""
    stems: dict[str, float] = {}
    for at in range(sentence.first, sentence.end):
        stem = stem_of(words.forms[at])
        columns.setdefault(stem, len(columns))
        stems[stem] = _ANCHOR if words.anchors[at] else _weight(words.forms[at])
    return stems


@lru_cache(maxsize=1 << 16)
def stem_of(form: str) -> str:
    """What the forms of a word begin with: "resume" and "resumed" are one."""
    return form[:_STEM]


def _weight(form: str) -> float:
    return _COMMON if form in common_words() else _PLAIN


def _in_order(gains: Matrix) -> list[tuple[int, int]]:
    """The pairs of rows and columns, both rising, whose gains sum up to most."""
    import numpy as np

    rows, width = gains.shape
    best = np.zeros((rows + 1, width + 1), dtype=np.float32)
    for row in range(rows):
        here = np.maximum(best[row, 1:], best[row, :-1] + gains[row])
        best[row + 1, 1:] = np.maximum.accumulate(here)
    pairs = []
    row, column = rows, width
    while row and column:
        if best[row, column] == best[row - 1, column]:
            row -= 1
        elif best[row, column] == best[row, column - 1]:
            column -= 1
        else:
            row, column = row - 1, column - 1
            pairs.append((row, column))
    return pairs[::-1]


def in_conflict(first: Words, ours: Sentence, second: Words, theirs: Sentence) -> bool:
    """Whether two sentences name different people, places or figures: each has some that the other lacks."""
    one, two = anchors_of(first, ours), anchors_of(second, theirs)
    return bool(one - two) and bool(two - one)


def anchors_of(words: Words, sentence: Sentence) -> frozenset[str]:
    """The names and figures of a sentence, without days and months."""
    within = range(sentence.first, sentence.end)
    return frozenset(words.forms[at] for at in within if words.anchors[at]) - calendar_words()
