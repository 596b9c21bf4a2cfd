"""From cue and link scores to attributions over words: which source and content belong to which cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.language.engine.network import WindowReadings

Numbers = NDArray[np.float32]
Ranges = tuple[tuple[int, int], ...]
OUTSIDE, BEGIN, INSIDE = range(3)
SOURCE, CONTENT = 1, 3
# A cue counts from this probability of its first word on.
CUE_FLOOR = 0.5


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
    result: Numbers = powers / powers.sum(axis=-1, keepdims=True)
    return result


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


def links(window: WindowReadings, words: Sequence[str], distance: Numbers) -> list[WordLink]:
    """The attributions of a window, by cue.

    Args:
        window: the readings.
        words: the window's words.
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
    offsets = np.arange(size)[None, :] - starts[:, None]
    chances = softmax(scores + window["member_bias"] + distance[distance_buckets(offsets)])
    linked = []
    for (start, end, score), roles in zip(found, chances, strict=True):
        chosen = roles.argmax(axis=1)
        content = trimmed(segments(chosen, CONTENT), words)
        if not content:
            continue
        source = strongest(trimmed(segments(chosen, SOURCE), words), roles[:, SOURCE] + roles[:, SOURCE + 1])
        certainty = float(np.mean([roles[a:b].max(axis=1).mean() for a, b in content]))
        linked.append(
            WordLink(
                (window.start + start, window.start + end),
                shifted(source, window.start),
                shifted(content, window.start),
                round(score * certainty, 4),
            )
        )
    return linked


def segments(labels: NDArray[np.int64], begin: int) -> list[tuple[int, int]]:
    """Runs of one role: they begin at its B label, or at an I label that follows nothing."""
    found: list[tuple[int, int]] = []
    marked = np.flatnonzero((labels == begin) | (labels == begin + 1))
    for place in marked.tolist():
        if found and found[-1][1] == place and labels[place] != begin:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
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
    return any(map(str.isalnum, word))


def strongest(ranges: list[tuple[int, int]], chances: Numbers) -> list[tuple[int, int]]:
    """The one range with the highest mean chance (a cue has one source), as a list."""
    if not ranges:
        return []
    return [max(ranges, key=lambda pair: float(chances[pair[0] : pair[1]].mean()))]


def shifted(ranges: list[tuple[int, int]], offset: int) -> Ranges:
    """Ranges moved by `offset` words."""
    return tuple((start + offset, end + offset) for start, end in ranges)
