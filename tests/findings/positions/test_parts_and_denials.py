"""A few of a party are not it; a clause keeps the "no" that turns it round; portfolios are no sides."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def positions(text: str) -> list[Position]:
    return [one for one in parley.read(text, published="2031-05-07").findings if isinstance(one, Position)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Three Democrats rejected the bill on Monday.", "Three Democrats"),
        ("Some Republicans oppose the treaty.", "Some Republicans"),
        ("Democrats oppose the treaty.", "Democrats"),
    ],
)
def test_some_of_a_party_are_not_the_party(text: str, party: str) -> None:
    assert {one.party for one in positions(text)} == {party}


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("The union promised on Monday that no ship would be delayed.", "no ship would be delayed"),
        ("Norway’s minister Ida Lund demanded that no trawlers enter the bay.", "no trawlers enter the bay"),
    ],
)
def test_no_stays_where_it_turns_a_clause_round(text: str, on: str) -> None:
    assert [one.on for one in positions(text)] == [on]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Ida Lund, the minister for Coastal Peoples, said a treaty would come.", None),
        ("Norway’s minister for Coastal Peoples, Ida Lund, said a treaty would come.", "Norway"),
        ("Ida Lund, a spokeswoman for Harvoil Corp., said a strike would come.", "Harvoil Corp."),
    ],
)
def test_a_minister_for_somebody_speaks_for_a_government(text: str, party: str | None) -> None:
    [said] = parley.read(text, published="2031-05-07").statements
    assert said.source is not None
    assert said.source.on_behalf_of == party
