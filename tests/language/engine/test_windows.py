from hypothesis import given
from hypothesis import strategies as st

from parley.language.engine.windows import cut_windows


def test_ends_where_a_paragraph_ends() -> None:
    words = ["a", "b", ".", "c", "d", ".", "e"]
    starts = [True, False, False, True, False, False, True]
    assert cut_windows(words, [1] * 7, starts, longest=5) == [(0, 3), (3, 7)]


def test_cuts_a_long_paragraph_at_a_sentence_end() -> None:
    words = ["One", "two", ".", "Three", "four", "five"]
    assert cut_windows(words, [1] * 6, [True] + [False] * 5, longest=4) == [(0, 3), (3, 6)]


def test_a_word_longer_than_a_window_stands_alone() -> None:
    assert cut_windows(["x", "long", "y"], [1, 9, 1], [True, False, False], longest=4) == [
        (0, 1),
        (1, 2),
        (2, 3),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(["word", ".", "Word", "”"]), st.integers(1, 12), st.booleans()), max_size=80
    ),
    st.integers(1, 30),
)
def test_covers_every_word_once_within_the_limit(rows: list[tuple[str, int, bool]], longest: int) -> None:
    words, sizes, starts = [list(column) for column in zip(*rows, strict=True)] if rows else ([], [], [])
    cuts = cut_windows(words, sizes, starts, longest)
    assert [place for start, end in cuts for place in range(start, end)] == list(range(len(rows)))
    assert all(sum(sizes[start:end]) <= longest or end - start == 1 for start, end in cuts)
