from hypothesis import given
from hypothesis import strategies as st

from parley.model import Span
from parley.views.marking import Mark, MarkKind, pieces

TEXT = "The envoy said talks would go on, the minister said."


def spans(length: int) -> st.SearchStrategy[Span]:
    starts = st.integers(0, length - 1)
    return starts.flatmap(lambda start: st.integers(start + 1, length).map(lambda end: Span(start, end)))


found_marks = st.lists(
    st.builds(Mark, spans(len(TEXT)), st.sampled_from(MarkKind), st.integers(1, 9)), max_size=12
)


@given(found_marks)
def test_pieces_joined_are_the_text(found: list[Mark]) -> None:
    assert "".join(piece.text for piece in pieces(TEXT, found)) == TEXT


@given(found_marks)
def test_every_character_lies_in_exactly_the_marks_that_cover_it(found: list[Mark]) -> None:
    position = 0
    for piece in pieces(TEXT, found):
        for offset in range(position, position + len(piece.text)):
            covering = [mark for mark in found if mark.span.start <= offset < mark.span.end]
            assert sorted(map(id, piece.inside)) == sorted(map(id, covering))
        position += len(piece.text)


@given(found_marks)
def test_brackets_nest_and_all_are_closed(found: list[Mark]) -> None:
    open_marks: list[Mark] = []
    for piece in pieces(TEXT, found):
        for mark in piece.closed:
            assert open_marks.pop() is mark
        open_marks.extend(piece.opened)
        assert [id(mark) for mark in open_marks] == [id(mark) for mark in piece.inside]
    assert not open_marks


def test_a_crossing_mark_goes_on_after_the_other_ends() -> None:
    first = Mark(Span(0, 9), MarkKind.SOURCE, 1)
    second = Mark(Span(4, 14), MarkKind.CUE, 2)
    cut = list(pieces(TEXT, [first, second]))
    assert [piece.text for piece in cut] == ["The ", "envoy", " said", TEXT[14:]]
    assert cut[2].closed == (second, first)
    assert cut[2].opened == (second,)
