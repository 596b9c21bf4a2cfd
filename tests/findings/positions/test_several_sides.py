"""Sides told by their number alone, and people of a faction."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def _parties(text: str) -> set[str]:
    read = parley.read(text, published="2024-05-06")
    return {finding.party for finding in read.findings if isinstance(finding, Position)}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Ministers of Norway, Peru and Chile met in Accra on Monday. The three countries agreed to "
            "cut the cod catch.",
            {"Norway", "Peru", "Chile"},
        ),
        (
            "Envoys of Niger, Chad, Mali and Sudan met on Monday. The four sides signed the border pact.",
            {"Niger", "Chad", "Mali", "Sudan"},
        ),
    ],
)
def test_a_number_of_sides_are_those_named_before(text: str, meant: set[str]) -> None:
    assert meant <= _parties(text)


def test_a_number_that_fits_nobody_is_nobody() -> None:
    text = "Norway and Peru met in Accra on Monday. Three countries agreed to cut the cod catch."
    assert not {"Norway", "Peru"} & _parties(text)


def test_somebody_of_a_faction_stands_for_it() -> None:
    assert "Chadian opposition" in _parties(
        "A senior Chadian opposition figure rejected the truce on Monday."
    )


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "Envoys from states with an interest in the war in Chad, including Norway, Peru and Mali, "
            "agreed to meet in May.",
            {"Norway", "Peru", "Mali"},
        ),
        ("The co-hosts Norway, Peru and Mali rejected the plan.", {"Norway", "Peru", "Mali"}),
        (
            "Norway and Peru fish for cod. The two sides announced that they had reached a deal on cod.",
            {"Norway", "Peru"},
        ),
    ],
)
def test_lists_behind_a_noun_are_who_is_meant(text: str, meant: set[str]) -> None:
    assert _parties(text) == meant


def test_things_that_include_a_country_s_are_no_side() -> None:
    assert "Chad" not in _parties(
        "Goods, including oil from Chad and Mali, met a boycott, which ports backed."
    )
