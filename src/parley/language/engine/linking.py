"""From cue and link scores to attributions over words: which source and content belong to which cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from parley.language.engine.network import WindowReadings

Numbers = NDArray[np.float32]
Ranges = tuple[tuple[int, int], ...]
_OUTSIDE, BEGIN, INSIDE = range(3)
SOURCE, CONTENT = 1, 3
# A cue counts from this probability of its first word on.
CUE_FLOOR = 0.5
# What a boundary costs, in log odds; see `segments`. Set on PolNeAR dev (`bench/attributions.py --engine`).
CONTENT_COST, SOURCE_COST = 6.0, 4.0
SLIGHT = 1e-3


@dataclass(frozen=True)
class WordLink:
    """One attribution as half-open word ranges of the report, with the engine's confidence."""

    cue: tuple[int, int]
    source: Ranges
    content: Ranges
    score: float


def softmax(scores: Numbers) -> Numbers:
    """Probabilities over the last axis."""
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def distance_buckets(offsets: NDArray[np.int64]) -> NDArray[np.int64]:
    """Bucket of signed word distances, as in training: exact to 8, then by doubling."""
    size = np.abs(offsets)
    far = 8 + np.minimum(np.floor(np.log2(np.maximum(size, 8) / 8)), 5).astype(np.int64)
    buckets: NDArray[np.int64] = 13 + np.sign(offsets) * np.minimum(np.where(size < 8, size, far), 13)
    return buckets


def cues(scores: Numbers) -> list[tuple[int, int, float]]:
    """Word ranges of the cues of a window, with the probability of their first word."""
    chances = softmax(scores)
    labels = chances.argmax(axis=1)
    found = []
    for start in np.flatnonzero(chances[:, BEGIN] >= CUE_FLOOR):
        end = int(start) + 1
        while end < len(labels) and labels[end] == INSIDE:
            end += 1
        found.append((int(start), end, float(chances[start, BEGIN])))
    return found


def links(
    window: WindowReadings, words: Sequence[str], paragraph_starts: Sequence[bool], distance: Numbers
) -> list[WordLink]:
    """The attributions of a window, by cue.

    Args:
        window: the readings.
        words: the window's words.
        paragraph_starts: whether a paragraph begins at the word; no source goes on into the next one.
        distance: distance buckets x link labels.
    """
    found = cues(window["cue"])
    if not found:
        return []
    size = len(words)
    starts = np.array([start for start, _, _ in found])
    labels = distance.shape[1]
    member = window["member"]
    width = member.shape[1]
    anchors = window["anchor"][starts].reshape(len(found) * labels, width)
    scores = (
        (anchors @ member.T / np.sqrt(np.float32(width))).reshape(len(found), labels, size).swapaxes(1, 2)
    )
    # How far each word lies from each cue: for all cues rows of one table.
    far = distance[distance_buckets(np.arange(1 - size, size))]
    by_distance = np.stack([far[size - 1 - start : 2 * size - 1 - start] for start, _, _ in found])
    chances = softmax(scores + window["member_bias"] + by_distance)
    content_odds, source_odds = log_odds(chances, CONTENT), log_odds(chances, SOURCE)
    paragraphs = np.cumsum(paragraph_starts)
    linked = []
    for row, (start, end, score) in enumerate(found):
        content = trimmed(segments(content_odds[row], CONTENT_COST), words)
        if not content:
            continue
        named = broken(trimmed(segments(source_odds[row], SOURCE_COST), words), paragraph_starts)
        # Where a source was cut at a paragraph, the part beside the cue is meant.
        near = [part for part in named if paragraphs[part[0]] == paragraphs[start]]
        source = strongest(near or named, source_odds[row])
        chances_of_parts = [sigmoid(content_odds[row, a:b]).mean() for a, b in content]
        certainty = float(chances_of_parts[0] if len(content) == 1 else np.mean(chances_of_parts))
        linked.append(
            WordLink(
                (window.start + start, window.start + end),
                shifted(source, window.start),
                shifted(content, window.start),
                round(score * certainty, 4),
            )
        )
    return linked


def log_odds(chances: Numbers, begin: int) -> Numbers:
    """Log odds, cues x words, that a word is in a role (its B or its I label), within plus and minus 8."""
    inside = np.clip(chances[:, :, begin] + chances[:, :, begin + 1], 3.4e-4, 1 - 3.4e-4)
    return np.asarray(np.log(inside / (1 - inside)), np.float32)


def sigmoid(odds: Numbers) -> Numbers:
    """Probabilities of log odds."""
    return np.asarray(1 / (1 + np.exp(-odds)), np.float32)


def segments(odds: Numbers, cost: float) -> list[tuple[int, int]]:
    """Half-open ranges of words in a role, freed of what is too slight to stand alone.

    Runs of words for and against alternate. While the slightest inner run weighs less than `cost` (its
    log odds summed), it changes sides and joins its neighbours: this is how the best labelling under a
    fixed price a boundary is found. The last run for the role stays, however slight.
    """
    signs = odds > 0
    bounds = [0, *((signs[1:] != signs[:-1]).nonzero()[0] + 1).tolist(), len(odds)]
    weights = np.add.reduceat(odds, bounds[:-1]).tolist()
    if min(map(abs, weights)) >= cost:
        # Mostly there is nothing to weigh up.
        return [pair for pair, weight in zip(pairwise(bounds), weights, strict=True) if weight > 0]
    runs = [Run(*run) for run in zip(bounds, bounds[1:], weights, strict=False)]
    while (slight := _slightest(runs)) is not None and abs(runs[slight].weight) < cost:
        low, high = max(0, slight - 1), min(len(runs), slight + 2)
        joined = sum(run.weight for run in runs[low:high])
        # Beside a run that is slighter still, at an end, the sum would keep the side that gave way.
        joined = min(joined, -SLIGHT) if runs[slight].weight > 0 else max(joined, SLIGHT)
        runs[low:high] = [Run(runs[low].start, runs[high - 1].end, joined)]
    return [(run.start, run.end) for run in runs if run.weight > 0]


class Run(NamedTuple):
    """Words on one side: for the role where the summed log odds are positive."""

    start: int
    end: int
    weight: float


def _slightest(runs: list[Run]) -> int | None:
    """The run to change sides first: never one against the role at an end, nor the last one for it."""
    single = sum(run.weight > 0 for run in runs) < 2
    free = [
        place
        for place, run in enumerate(runs)
        if (not single if run.weight > 0 else 0 < place < len(runs) - 1)
    ]
    return min(free, key=lambda place: abs(runs[place].weight), default=None)


def broken(ranges: list[tuple[int, int]], paragraph_starts: Sequence[bool]) -> list[tuple[int, int]]:
    """Ranges cut where a paragraph begins."""
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        cuts = [place for place in range(start + 1, end) if paragraph_starts[place]]
        found.extend(pairwise([start, *cuts, end]))
    return found


def trimmed(ranges: list[tuple[int, int]], words: Sequence[str]) -> list[tuple[int, int]]:
    """Ranges without punctuation at their edges; two with nothing but punctuation between are one."""
    found: list[tuple[int, int]] = []
    for start, end in ranges:
        while start < end and not _is_word(words[start]):
            start += 1
        while end > start and not _is_word(words[end - 1]):
            end -= 1
        if start == end:
            continue
        if found and not any(map(_is_word, words[found[-1][1] : start])):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_word(word: str) -> bool:
    return word.isalnum() or any(map(str.isalnum, word))


def strongest(ranges: list[tuple[int, int]], chances: Numbers) -> list[tuple[int, int]]:
    """The one range with the highest mean chance (a cue has one source), as a list."""
    if len(ranges) < 2:
        return ranges
    return [max(ranges, key=lambda pair: float(chances[pair[0] : pair[1]].mean()))]


def shifted(ranges: list[tuple[int, int]], offset: int) -> Ranges:
    """Ranges moved by `offset` words."""
    return tuple((start + offset, end + offset) for start, end in ranges)
