"""A country's top diplomat is its foreign minister."""

from __future__ import annotations

import pytest

import parley


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "U.S. Secretary of State Ida Lund said on Sunday that a pact was near. The king listened. "
            "The top American diplomat said she had called Lima.",
            ["Ida Lund", "Ida Lund"],
        ),
        (
            "Peru’s foreign minister, Ana Vega, said yes. Peru’s top diplomat said it would stay.",
            ["Ana Vega", "Ana Vega"],
        ),
        (
            "Peru’s foreign minister, Ana Vega, said yes. A top Chilean diplomat said it was not.",
            ["Ana Vega", "a top Chilean diplomat"],
        ),
        (
            "Peru’s finance minister, Ana Vega, said yes. The top Peruvian diplomat said it was not.",
            ["Ana Vega", "the top Peruvian diplomat"],
        ),
    ],
)
def test_who_the_top_diplomat_is(text: str, wanted: list[str]) -> None:
    found = parley.read(text, published="2031-05-07").statements
    assert [one.source.name for one in found if one.source] == wanted
