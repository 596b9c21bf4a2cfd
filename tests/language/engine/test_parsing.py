import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.language.engine.parsing import best_tree, is_tree, spanning_tree


def weight(scores: np.ndarray, heads: tuple[int, ...]) -> float:
    return float(sum(scores[place, head] for place, head in enumerate(heads)))


def test_says_what_is_a_tree() -> None:
    assert is_tree(np.array([1, 1, 1]))
    assert not is_tree(np.array([0, 1, 1])), "two roots"
    assert not is_tree(np.array([1, 0, 2])), "a cycle beside the root"
    assert is_tree(np.array([0]))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(0, 10_000))
def test_finds_the_heaviest_tree_under_its_root(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    root = int(np.diagonal(scores).argmax())
    trees = [
        heads
        for heads in itertools.product(range(size), repeat=size)
        if heads[root] == root and is_tree(np.array(heads))
    ]
    best = max(weight(scores, heads) for heads in trees)
    found = spanning_tree(scores, root)
    assert is_tree(found)
    assert found[root] == root
    assert abs(weight(scores, tuple(found.tolist())) - best) < 1e-4


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 40), st.integers(0, 10_000))
def test_always_gives_a_tree(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(best_tree(scores))
