"""From arc scores to a tree a sentence, and from there to relations."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]
Indices = NDArray[np.int64]
IMPOSSIBLE = np.float32(-1e9)


def arc_scores(dependents: Numbers, heads: Numbers, head_bias: Numbers, root: Numbers) -> Numbers:
    """Scores, dependents x heads, for one sentence; the diagonal says how well the word is the root.

    Args:
        dependents: words x width.
        heads: words x width.
        head_bias: words x 1, added to every arc into that head.
        root: words x 1.
    """
    scores: Numbers = dependents @ heads.T / np.sqrt(np.float32(dependents.shape[1])) + head_bias.T
    scores.flat[:: len(scores) + 1] = root[:, 0]
    return scores


def best_tree(scores: Numbers) -> Indices:
    """The head of each word; the root's head is itself. Exactly one root, no cycles.

    Mostly the best head of every word already makes a tree; where not, the maximum spanning tree
    (Chu and Liu 1965, Edmonds 1967) under the best-scored root.
    """
    heads: Indices = scores.argmax(axis=1)
    if is_tree(heads):
        return heads
    return spanning_tree(scores, int(np.argmax(np.diagonal(scores))))


def is_tree(heads: Indices) -> bool:
    """Whether exactly one word is its own head and every word leads to it."""
    above = heads.tolist()
    roots = [place for place, head in enumerate(above) if place == head]
    return len(roots) == 1 and _cycle(above, roots[0]) is None


def spanning_tree(scores: Numbers, root: int) -> Indices:
    """The maximum spanning tree whose root is word `root`."""
    size = len(scores)
    scores = scores.copy()
    scores.flat[:: size + 1] = IMPOSSIBLE
    scores[root] = IMPOSSIBLE
    scores[root, root] = 0
    heads: Indices = scores.argmax(axis=1)
    cycle = find_cycle(heads, root)
    if cycle is None:
        return heads
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outside = (~inside).nonzero()[0]
    contracted, enter, leave = _contract(scores, heads, cycle, outside)
    inner = spanning_tree(contracted, int(outside.searchsorted(root)))
    return _expand(heads.copy(), inner, cycle, outside, enter, leave)


def find_cycle(heads: Indices, root: int) -> Indices | None:
    """The words of one cycle, or None."""
    found = _cycle(heads.tolist(), root)
    return None if found is None else np.array(found)


def _cycle(above: list[int], root: int) -> list[int] | None:
    # In which round a word was passed; the root ends every way.
    passed = [-1] * len(above)
    passed[root] = len(above)
    for start in range(len(above)):
        place = start
        while passed[place] < 0:
            passed[place] = start
            place = above[place]
        if passed[place] == start and place != root:
            cycle = [place]
            while (place := above[place]) != cycle[0]:
                cycle.append(place)
            return cycle
    return None


def _contract(
    scores: Numbers, heads: Indices, cycle: Indices, outside: Indices
) -> tuple[Numbers, Indices, Indices]:
    size = len(outside)
    contracted = np.full((size + 1, size + 1), IMPOSSIBLE, np.float32)
    from_outside = scores[outside]
    contracted[:size, :size] = from_outside[:, outside]
    to_cycle = from_outside[:, cycle]
    contracted[:size, size] = to_cycle.max(axis=1)
    leave = cycle[to_cycle.argmax(axis=1)]
    gain = scores[cycle][:, outside] - scores[cycle, heads[cycle]][:, None]
    contracted[size, :size] = gain.max(axis=0)
    enter = cycle[gain.argmax(axis=0)]
    return contracted, enter, leave


def _expand(
    heads: Indices, inner: Indices, cycle: Indices, outside: Indices, enter: Indices, leave: Indices
) -> Indices:
    size = len(outside)
    kept = inner[:size]
    heads[outside] = np.where(kept == size, leave, np.append(outside, -1)[kept])
    into = int(inner[size])
    heads[enter[into]] = outside[into]
    return heads


def relation_scores(dependents: Numbers, heads: Numbers, weight: Numbers, bias: Numbers) -> Numbers:
    """Scores, words x relations, of each word's relation to its head.

    Args:
        dependents: words x width, of the words.
        heads: words x width, of their heads.
        weight: relations x (3 * width), over dependent, head and their product.
        bias: relations.
    """
    joined = np.concatenate([dependents, heads, dependents * heads], axis=1)
    return np.asarray(joined @ weight.T + bias, np.float32)
