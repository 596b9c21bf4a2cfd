"""A stance that is given up is none, and a day until which something lasts is no condition."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def stances(text: str) -> list[Position]:
    read = parley.read(text, published="2025-06-04")
    return [one for one in read.findings if isinstance(one, Position)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway has given up its demand for a pullout.",
        "Norway has dropped its demand for a pullout.",
        "The ministers of Norway withdrew their demand for a pullout.",
    ],
)
def test_a_demand_given_up_is_no_demand(text: str) -> None:
    assert stances(text) == []


def test_a_day_is_a_limit_not_a_condition() -> None:
    [found] = stances("Peru agreed on Thursday to keep the ports open until October 31.")
    assert (found.stance.value, found.conditions) == ("accepts", ())
