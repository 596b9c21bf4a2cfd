"""Who is a side: people of a country are not it, one of a bloc is not the bloc, documents are nobody."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def _parties(text: str) -> set[str]:
    read = parley.read(text, published="2024-05-06")
    return {finding.party for finding in read.findings if isinstance(finding, Position)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Japanese consumers would like to buy more beef.", "Japanese consumers"),
        ("Brazil's bank workers rejected the pay offer on Friday.", "Brazil's bank workers"),
        ("Spain's fishermen demanded a larger quota on Monday.", "Spain's fishermen"),
        ("U.S. lawmakers rejected the treaty.", "U.S. lawmakers"),
        ("The seamen rejected offers of up to 10 percent.", "seamen"),
        ("Brazilian garage owners want to raise prices.", "Brazilian garage owners"),
        ("The Chilean copper union rejected the offer.", "Chilean copper union"),
        ("Spanish airline Ibersol refused to reinstate the pilots.", "Ibersol"),
        ("The talks failed. Negotiators for the dockers rejected the offer.", "dockers"),
        ("Syria's president rejected the plan. Assad himself said he was ready for a ceasefire.", "Syria"),
        ("The minority parties in the Lima City Council demanded a vote on the plan.", "minority parties"),
        ("The Peruvian government rejected the offer.", "Peru"),
        ("Chadian officials rejected the offer.", "Chad"),
        ("Okinawan officials rejected the plan on Monday. Okinawa waits.", "Okinawa"),
        ("General Motors wants talks with the union.", "General Motors"),
        (
            "The Lake Pilots' Union met. The National Teachers' Union met. The union rejected the plan.",
            "National Teachers' Union",
        ),
        (
            "Chad and Niger fight on. In a statement, two separatist leaders said they supported the deal.",
            "separatists",
        ),
    ],
)
def test_a_side_is_named_by_who_it_is(text: str, party: str) -> None:
    assert _parties(text) == {party}


def test_a_list_of_delegates_names_the_groups_they_speak_for() -> None:
    text = "The EU, Colombia, for AILAC, and Norway proposed a new text for the pact."
    assert _parties(text) == {"European Union", "AILAC", "Norway"}
    assert _parties("Many developing countries supported the new text.") == {"developing countries"}


@pytest.mark.parametrize(
    "text",
    [
        "U.S. investors want a deal.",
        "Numerous parties supported the new text.",
        "Ida Lund, a political scientist from Oslo Open University, agreed that the pact must be signed.",
        "One young man in Lima called for peace talks.",
        "The NATO member rejected the plan.",
        "UN Security Council Resolution 2254 calls for a truce. They also reiterated the need for a truce.",
        "It will be asked to sign the pact.",
        "The presidents rejected all efforts to split the island.",
        "The two sides of the lake are far apart. Governments were reluctant to hold talks.",
    ],
)
def test_who_is_nobody_takes_no_stance(text: str) -> None:
    assert _parties(text) == set()
