import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reports.blocks import blocks, unwrapped

WRAPPED = """\
    The lake states said on Sunday that they would share the water
of the river in dry years, and that a joint office would
measure it at three places.
    A spokesman for the upper state told reporters that the paper
had been signed by both ministers in the afternoon.

-   The lower state asked for a review after five years, and
    it wants the review to be public.
-   The upper state wants none.
"""


def test_a_paragraph_a_line() -> None:
    text = "First paragraph.\n\n  Second\u00a0paragraph.  \n"
    found = blocks(text)
    assert [block.span.of(text) for block in found] == ["First paragraph.", "Second\u00a0paragraph."]
    assert found[1].words == "Second paragraph."
    assert not found[0].wrapped


def test_hard_wrapped_lines_are_joined_to_paragraphs() -> None:
    found = blocks(WRAPPED)
    assert [block.words.split()[0] for block in found] == ["The", "A", "-", "-"]
    assert [block.lines for block in found] == [3, 2, 2, 1]
    assert all(block.wrapped for block in found)


def test_an_address_longer_than_the_width_does_not_unwrap_a_text() -> None:
    address = "https://office.example/" + "a" * 120
    assert all(block.wrapped for block in blocks(WRAPPED + f"    ([Watch]({address}))\n"))


def test_offsets_of_words_and_text_agree() -> None:
    for block in blocks(WRAPPED):
        assert len(block.words) == block.span.end - block.span.start


def test_headlines_under_one_another_are_no_wrapped_text() -> None:
    text = "Lake states meet\nMinisters fly home\nNo deal yet\n"
    assert len(blocks(text)) == 3


def test_a_wrapped_text_is_unwrapped_without_moving_a_letter() -> None:
    flat = unwrapped(WRAPPED)
    assert len(flat) == len(WRAPPED)
    assert "".join(flat.split()) == "".join(WRAPPED.split())
    assert flat.split("\n")[0].endswith(
        "share the water of the river in dry years, and that a joint office would measure it at three places."
    )
    assert len([line for line in flat.split("\n") if line.strip()]) == 4


@pytest.mark.parametrize(
    "text",
    [
        "One line.",
        "",
        "First paragraph.\nSecond paragraph.\nThird one, which is longer.",
        "Lake states meet\nMinisters fly home\n",
    ],
)
def test_a_text_that_is_not_wrapped_stays_as_it_is(text: str) -> None:
    assert unwrapped(text) == text


def test_lines_that_were_ended_on_purpose_stay_apart() -> None:
    text = (
        "Lake states sign at last\n"
        "GENEVA, June 2 - The lake states said on Sunday that they would\n"
        "share the water of the river in dry years, and that a joint\n"
        "office would measure it\n"
        "at three places.\n"
        "A spokesman for the upper state told reporters that the paper\n"
        "had been signed by both ministers, and that a copy of the paper\n"
        "would be sent to each parliament by the end of the week.\n"
    )
    assert [block.words.split()[0] for block in blocks(text)] == ["Lake", "GENEVA,", "A"]


@given(st.text(st.sampled_from("aB. \n-“"), max_size=400))
def test_unwrapping_changes_line_ends_only(text: str) -> None:
    flat = unwrapped(text)
    assert len(flat) == len(text)
    assert all(one == other or (one, other) == ("\n", " ") for one, other in zip(text, flat, strict=True))
