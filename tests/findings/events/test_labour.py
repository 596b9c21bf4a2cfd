"""Strikes of workers are protests, strikes of forces assaults."""

from __future__ import annotations

import pytest

import parley
from parley.model import Event


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The dockers’ union launched a strike on Monday.", "PROTEST"),
        ("Clerks began a strike on Monday.", "PROTEST"),
        ("Norway launched a strike on Chad on Monday.", "ASSAULT"),
    ],
)
def test_who_strikes_says_what_a_strike_is(text: str, code: str) -> None:
    read = parley.read(text, published="2025-06-04")
    assert [one.code for one in read.findings if isinstance(one, Event)] == [code]
