"""What something is tied to is its condition, and no part of its name; demands and offers that change."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def stances(text: str) -> list[Position]:
    read = parley.read(text, published="2025-06-04")
    return [one for one in read.findings if isinstance(one, Position)]


@pytest.mark.parametrize(
    ("text", "party", "on", "condition"),
    [
        (
            "Turkey tied its approval of the bid to the extradition of suspects.",
            "Turkey",
            "approval of the bid",
            "to the extradition of suspects",
        ),
        (
            "A truce depends on the release of the hostages, the rebels said.",
            "rebels",
            "truce",
            "on the release of the hostages",
        ),
        (
            "The rebels agreed to a truce on condition that the army pull back.",
            "rebels",
            "truce",
            "on condition that the army pull back",
        ),
        (
            "Brussels is willing to extend the deadline as long as London holds the vote.",
            "European Union",
            "extend the deadline",
            "as long as London holds the vote",
        ),
        (
            "In return for relief, Iran would cap its stockpile, its minister said.",
            "Iran",
            "cap its stockpile",
            "In return for relief",
        ),
    ],
)
def test_a_condition_is_no_part_of_the_name(text: str, party: str, on: str, condition: str) -> None:
    [found] = [one for one in stances(text) if one.conditions]
    assert (found.party, found.stance.value, found.on) == (party, "accepts_if", on)
    assert found.conditions == (condition,)


@pytest.mark.parametrize(
    ("text", "stance", "on"),
    [
        (
            "The company raised its offer from 3 percent to 5 percent.",
            "offers",
            "offer from 3 percent to 5 percent",
        ),
        ("The dockers' union lowered its demand to 8 percent.", "demands", "demand to 8 percent"),
    ],
)
def test_to_what_an_offer_or_demand_was_changed(text: str, stance: str, on: str) -> None:
    assert [(one.stance.value, one.on) for one in stances(text)] == [(stance, on)]


@pytest.mark.parametrize(
    "text",
    [
        "The captain tied his boat to the pier.",
        "The price depends on the harvest, the traders of Chad said.",
        "Peru lowered the flag to half mast.",
    ],
)
def test_what_is_tied_to_nothing_negotiated(text: str) -> None:
    assert stances(text) == []


def test_even_if_is_no_condition() -> None:
    for one in stances("Norway wants the port, even if it is small, to reopen."):
        assert one.conditions == ()


def test_it_behind_a_noun_is_the_deal_named_before() -> None:
    [found] = stances("The accord of 1998 was in danger after the U.S. exit from it, bankers said.")
    assert (found.party, found.stance.value, found.on) == ("United States", "rejects", "accord of 1998")
