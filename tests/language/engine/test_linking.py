import numpy as np

from parley.language.engine.linking import broken, cues, segments, strongest, trimmed


def test_runs_of_words_for_a_role_are_its_ranges() -> None:
    assert segments(np.array([-5, 3, 4, -6, 5, 5, -9], np.float32), cost=2) == [(1, 3), (4, 6)]
    assert segments(np.array([-5, -1], np.float32), cost=2) == []
    assert segments(np.array([1, 1], np.float32), cost=9) == [(0, 2)]


def test_a_slight_gap_is_closed_and_a_slight_stray_dropped() -> None:
    assert segments(np.array([-5, 6, 6, -1, 6, -8, 1, -8], np.float32), cost=3) == [(1, 5)]
    assert segments(np.array([1, -8, 7], np.float32), cost=3) == [(2, 3)]


def test_the_last_range_stays_however_slight() -> None:
    assert segments(np.array([-5, 0.5, -5], np.float32), cost=3) == [(1, 2)]


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


def test_a_source_is_cut_where_a_paragraph_begins() -> None:
    assert broken([(0, 4)], [True, False, True, False]) == [(0, 2), (2, 4)]
    assert broken([(1, 2)], [True, False, True, False]) == [(1, 2)]
