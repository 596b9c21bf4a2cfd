from hypothesis import given
from hypothesis import strategies as st

from parley.views.difference import differences

BEFORE = """The airline said on Monday that it would pay 3 percent more.

The pilots’ union has not answered.
Talks go on in Oslo."""
AFTER = """The airline said on Monday that it would pay 4 percent more from June.

A mediator was called in by both.
Talks go on in Oslo."""


def told(before: str, after: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (one.kind, one.before and one.before.of(before), one.after and one.after.of(after))
        for one in differences(before, after)
    ]


def test_paragraphs_that_stayed_changed_went_and_came() -> None:
    old, new = BEFORE.split("\n"), AFTER.split("\n")
    assert told(BEFORE, AFTER) == [
        ("changed", old[0], new[0]),
        ("added", None, new[2]),
        ("removed", old[2], None),
        ("same", old[3], new[3]),
    ]


def test_the_words_of_a_changed_paragraph() -> None:
    pieces = differences(BEFORE, AFTER)[0].pieces
    assert [(piece.kind, piece.words.strip()) for piece in pieces] == [
        ("same", "The airline said on Monday that it would pay"),
        ("removed", "3"),
        ("added", "4"),
        ("same", "percent"),
        ("removed", "more."),
        ("added", "more from June."),
    ]


def test_the_same_text_has_no_difference() -> None:
    assert {kind for kind, _, _ in told(BEFORE, BEFORE)} == {"same"}
    assert told("", "") == []


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_nothing_of_either_text_is_left_out(before: str, after: str) -> None:
    found = differences(before, after)
    olds = [one.before.of(before) for one in found if one.before]
    news = [one.after.of(after) for one in found if one.after]
    assert olds == [line for line in before.split("\n") if line.strip()]
    assert news == [line for line in after.split("\n") if line.strip()]
