import numpy as np

from parley.language.engine.linking import CONTENT, SOURCE, cues, segments, strongest, trimmed


def test_a_run_of_one_role_is_one_range() -> None:
    labels = np.array([0, 1, 2, 0, 3, 4, 4, 0, 4, 3])
    assert segments(labels, SOURCE) == [(1, 3)]
    assert segments(labels, CONTENT) == [(4, 7), (8, 9), (9, 10)]


def test_edges_lose_punctuation_and_parts_split_by_it_are_joined() -> None:
    words = ["“", "We", "agree", ",", "”", "she", "said", ".", "“", "Now", ".", "”"]
    assert trimmed([(0, 5), (8, 12)], words) == [(1, 3), (9, 10)]
    assert trimmed([(1, 3), (4, 6)], words) == [(1, 6)]
    assert trimmed([(3, 5)], words) == []


def test_a_cue_has_the_source_that_is_most_sure() -> None:
    assert strongest([(0, 1), (2, 4)], np.array([0.6, 0, 0.9, 0.8], np.float32)) == [(2, 4)]
    assert strongest([], np.array([0.6], np.float32)) == []


def test_a_cue_begins_where_its_first_word_is_likely_and_goes_on() -> None:
    scores = np.array([[4, 0, 0], [0, 4, 0], [0, 0, 4], [4, 0, 0], [0.5, 0, 0]], np.float32)
    assert [(start, end) for start, end, _ in cues(scores)] == [(1, 3)]
