"""Which two sides "the two", "both sides", "the leaders" and a deal that was reached mean."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def _parties(text: str, on: str) -> set[str]:
    read = parley.read(text, published="2024-05-06")
    found = (finding for finding in read.findings if isinstance(finding, Position))
    return {finding.party for finding in found if on in finding.on}


CROWD = "Peru and Peru and Brazil and Brazil watched. The United Nations waits. Peru waits. Brazil waits."


@pytest.mark.parametrize(
    ("text", "on", "parties"),
    [
        (
            f"{CROWD} The leaders of Fiji and Oman met on Monday. The two called for a truce in Chad.",
            "truce",
            {"Fiji", "Oman"},
        ),
        (
            "A new truce was agreed after long talks between Niger and Chad. Mali and Togo, its "
            "neighbour, helped. Mali and Togo are pleased; Togo more than Mali.",
            "truce",
            {"Chad", "Niger"},
        ),
        (
            "Chad's opposition met the government of Chad. The opposition wants a vote; its "
            "leaders, the opposition's, say so. The United Nations watched in Chad. An agreement was "
            "reached on Friday.",
            "agreement",
            {"Chad", "opposition"},
        ),
        (
            "Norway's Prime Minister Jonas Gahr Store spoke with French President Emmanuel Macron about Mali "
            "and Mali's army. The leaders agreed to extend the fishing pact.",
            "pact",
            {"France", "Norway"},
        ),
    ],
)
def test_two_sides_are_those_that_dealt_with_each_other(text: str, on: str, parties: set[str]) -> None:
    assert _parties(text, on) == parties


def test_where_many_are_named_alike_nothing_says_which_two() -> None:
    text = (
        "Peru, Brazil, Chile and Bolivia sent ministers. Chile spoke first, then Peru, Brazil and Bolivia. "
        "An agreement was reached on Friday."
    )
    assert _parties(text, "agreement") == set()
