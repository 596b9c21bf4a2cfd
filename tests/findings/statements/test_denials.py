"""Denials of what was said just before."""

from __future__ import annotations

import pytest

import parley


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        (
            "Norland has accused its neighbour of using the river as a weapon. "
            "Sudland denies that, saying the dam was announced twelve years ago and harms nobody.",
            "Sudland",
            "that",
        ),
        (
            "The pilots' union said the airline had locked out its crews. The airline denied it.",
            "airline",
            "it",
        ),
        ("Officials in Ankara said the truce was over. Syria disputed this on Monday.", "Syria", "this"),
    ],
)
def test_a_denial_of_a_pronoun_is_a_statement_of_its_own(text: str, who: str, words: str) -> None:
    read = parley.read(text, published="2025-03-04")
    denials = [
        one for one in read.statements if one.cue is not None and one.cue.of(text).startswith(("den", "disp"))
    ]
    assert len(denials) == 1
    assert denials[0].source is not None
    assert who in denials[0].source.name
    assert [part.of(text) for part in denials[0].content] == [words]


def test_what_is_denied_in_words_stays_in_words() -> None:
    text = "Chad denied that its troops had crossed the border, and denied the report of a raid."
    found = parley.read(text, published="2025-03-04").statements
    words = {part.of(text) for one in found for part in one.content}
    assert any("its troops had crossed the border" in word for word in words)
    assert "that" not in words
