"""Sentences told from signs alone."""

from __future__ import annotations

import pytest

from parley.model import Furniture, Report, Span
from parley.views.sentences import sentences


def split(text: str, *furniture: Furniture) -> list[str]:
    return [span.of(text) for span in sentences(Report(text, furniture=furniture))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We sign. They wait.", ["We sign.", "They wait."]),
        ("Mr. Berg of the U.S. delegation left. Dr. Lund stayed.", None),
        ("“We sign.” They wait!", ["“We sign.”", "They wait!"]),
        ("It costs 2.5 million. No more.", ["It costs 2.5 million.", "No more."]),
        ("One line\nand another.", ["One line", "and another."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str] | None) -> None:
    wanted = ["Mr. Berg of the U.S. delegation left.", "Dr. Lund stayed."] if expected is None else expected
    assert split(text) == wanted


def test_furniture_is_left_out() -> None:
    text = "Subscribe now. They wait."
    assert split(text, Furniture(Span(0, 14), "newsletter")) == ["They wait."]
