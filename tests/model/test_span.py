"""Places in a text."""

import pytest

from parley.model import Span, words_at


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        ([Span(0, 4), Span(15, 20)], "Chad … signs"),
        ([Span(15, 20), Span(0, 4)], "Chad … signs"),
        ([Span(0, 14), Span(5, 14)], "Chad and Niger"),
        ([Span(0, 8), Span(4, 20)], "Chad and Niger signs"),
    ],
)
def test_words_at_several_places_are_given_once(spans: list[Span], words: str) -> None:
    assert words_at(spans, "Chad and\nNiger signs") == words
