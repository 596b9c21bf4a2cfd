"""Quotation marks of all kinds, odd counts, apostrophes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.findings.statements.quotations import quotations


def inner(text: str, depth: int | None = None) -> list[str]:
    return [q.inner.of(text) for q in quotations(text) if depth is None or q.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We will sign,” he said. “Soon.”", ["We will sign,", "Soon."]),
        ('"We will sign," he said. "Soon."', ["We will sign,", "Soon."]),
        ("'We will sign,' he said.", ["We will sign,"]),
        ("‘We will sign,’ he said.", ["We will sign,"]),
        ("„Wir sign,“ he said.", ["Wir sign,"]),
        ("«We will sign», he said.", ["We will sign"]),
        ("»We will sign«, he said.", ["We will sign"]),
        ("``We will sign,'' he said.", ["We will sign,"]),
        ("— We will sign — said the minister.", ["We will sign"]),
        ("He said (“never”).", ["never"]),
        ('They called it "a trap".', ["a trap"]),
        ("The union's plan and the workers' demands were the minister's.", []),
        ("The workers’ demands weren’t met in the ’90s.", []),
        ("It's the unions' turn, he said: 'We won't move'.", ["We won't move"]),
        ("‘The workers’ demands are fair,’ she said.", ["The workers’ demands are fair,"]),
    ],
)
def test_styles(text: str, expected: list[str]) -> None:
    assert inner(text, depth=0) == expected


def test_nested_passages_are_found_at_their_depth() -> None:
    text = "“She told me ‘never again’ twice,” he said."
    assert inner(text, 0) == ["She told me ‘never again’ twice,"]
    assert inner(text, 1) == ["never again"]


def test_a_long_quotation_goes_on_over_paragraphs() -> None:
    text = "“We came to talk.\n\n“We stay until it is done,” she said."
    found = quotations(text)
    assert [q.inner.of(text) for q in found] == ["We came to talk.", "We stay until it is done,"]
    assert [q.continued for q in found] == [True, False]


def test_a_lost_closing_mark_ends_with_its_sentence() -> None:
    text = "“We came to talk. The hall was cold that night."
    assert inner(text) == ["We came to talk."]


def test_a_lost_closing_mark_does_not_reach_the_next_paragraph() -> None:
    text = '"We came to talk, he said\n\nThe delegation "left" early.'
    assert inner(text) == ["We came to talk, he said", "left"]


@given(st.text(alphabet=" ab.,\n“”\"'’‘„«»—`S", max_size=60))
def test_any_mix_of_marks_gives_spans_within_the_text(text: str) -> None:
    for quotation in quotations(text):
        assert 0 <= quotation.span.start <= quotation.inner.start < quotation.inner.end <= quotation.span.end
        assert quotation.span.end <= len(text)
        assert "\n" not in quotation.span.of(text)
        assert quotation.inner.of(text).strip() == quotation.inner.of(text)
