"""What a side is accused of favouring is no stance of its own."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("Kenya voiced concerns about Chad’s support for terrorism.", []),
        ("Kenya voiced its support for the truce.", ["accepts"]),
    ],
)
def test_support_for_crimes_is_an_accusation(text: str, stances: list[str]) -> None:
    read = parley.read(text, published="2025-06-04")
    assert [one.stance.value for one in read.findings if isinstance(one, Position)] == stances
