"""Unions, parties and companies are a side of their own, though a country stands before them."""

from __future__ import annotations

import pytest

import parley
from parley.model import Statement


def _party(text: str) -> str | None:
    read = parley.read(text, published="2024-05-06")
    told = next(one.source for one in read.findings if isinstance(one, Statement))
    return told.on_behalf_of if told is not None else None


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Peruvian miners' union said it wanted talks.", "Peruvian miners' union"),
        ("The Northern Irish Democratic Unionist party said the deal was dead.", "DUP"),
        ("The Nigeria Labour Congress said the strike would go on.", "Nigeria Labour Congress"),
        (
            "Dutch Lake Trade Association chairman Frits Dahl said the quota was unfair.",
            "Dutch Lake Trade Association",
        ),
        ("The French company said it would wait for the court.", "French company"),
        ("The Norwegian Seamen's Union said the offer was too low.", "Seamen's Union"),
        (
            "Peru's ruling Popular Democratic Party said on Monday it wants a vote.",
            "Popular Democratic Party",
        ),
        ("A spokesman for the Spanish pilots' union said the talks had failed.", "Spanish pilots' union"),
    ],
)
def test_a_body_with_a_country_before_it_is_not_the_country(text: str, party: str) -> None:
    assert _party(text) == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Peruvian government said it wanted talks.", "Peru"),
        ("The Nigerian labour ministry said the strike was over.", "Nigeria"),
        ("U.S. Agriculture Secretary Ida Roe said the quota was unfair.", "United States"),
        ("The Norwegian army said the road was open.", "Norway"),
        ("A spokesman for the French labour ministry said the talks had failed.", "France"),
    ],
)
def test_what_belongs_to_a_state_speaks_for_it(text: str, party: str) -> None:
    assert _party(text) == party


def test_a_kind_of_body_alone_names_none() -> None:
    read = parley.read(
        "U.S. Trade officials have accused Japanese makers of dumping.", published="2025-06-04"
    )
    assert [one.source.on_behalf_of for one in read.statements if one.source] == ["United States"]
