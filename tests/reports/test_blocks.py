from parley.reports.blocks import blocks

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
