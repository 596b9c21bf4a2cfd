"""Whose a stance is: names beside nouns, offices without a country, pronouns that mean others."""

from __future__ import annotations

import pytest

import parley
from parley.model import Holder, Position


def _found(text: str) -> set[tuple[str, str, str | None]]:
    read = parley.read(text, published="2024-05-06")
    found = (finding for finding in read.findings if isinstance(finding, Position))
    return {
        (one.party, one.stance.value, one.ascribed_by if one.holder is Holder.ASCRIBED else None)
        for one in found
    }


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("The world athletics body, IAAF, rejected Chad's appeal against the ban.", "IAAF", "rejects"),
        ("The Lima-based airline, Peru Air, signed a deal with the pilots on pay.", "Peru Air", "accepts"),
        ("The region's biggest economy, Brazil, rejected the quota on cocoa.", "Brazil", "rejects"),
        (
            "In Washington, the House passed a bill to lift the tariffs on cocoa.",
            "House of Representatives",
            "accepts",
        ),
        (
            "Japan and the United States held talks on chips. Washington wants Tokyo to buy more. "
            "A Trade Ministry official said: “We reject the new tariffs.”",
            "Japan",
            "rejects",
        ),
        (
            'During the call Norwegian Prime Minister Ida Lund "rejected the ban on cod," her office said.',
            "Norway",
            "rejects",
        ),
    ],
)
def test_the_name_beside_it_tells_who_is_meant(text: str, party: str, stance: str) -> None:
    assert (party, stance) in {(who, what) for who, what, _ in _found(text)}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        (
            "Norway's Prime Minister Ida Lund spoke of Chad, Niger and Peru. "
            "Chad's President Omar Saleh had called her. “He wants to back out of the cod pact,” Lund said.",
            "Chad",
        ),
    ],
)
def test_a_speaker_s_he_is_another_side(text: str, party: str) -> None:
    found = _found(text)
    assert party in {who for who, _, _ in found}
    assert "Norway" not in {who for who, _, _ in found}


def test_whoever_is_accused_is_not_the_accuser_and_has_it_ascribed() -> None:
    text = (
        "Chad's President Omar Saleh came to Oslo on Monday. "
        "Norway's Prime Minister Ida Lund accused him of rejecting the truce."
    )
    found = _found(text)
    assert {(who, by is None) for who, what, by in found if what == "rejects"} == {("Chad", False)}


def test_the_president_is_a_speaker_s_own() -> None:
    text = (
        "Talks between Norway and Chad began on Monday. Chad's President Omar Saleh was absent. "
        "“The president is ready to sign the pact,” said Ida Lund, Norway's foreign minister."
    )
    assert {who for who, _, _ in _found(text)} == {"Norway"}


def test_a_lawmaker_s_party_is_told_by_the_letter_behind_the_name() -> None:
    text = "Sen. Ann Roe, R-Iowa, rejected the tariff on cocoa, and Sen. Joe Vega, D-Ohio, backed the tariff."
    assert {(who, what) for who, what, _ in _found(text)} >= {("Republicans", "rejects")}


def test_a_noun_s_apposition_that_is_a_thing_is_no_side() -> None:
    assert "Oslo" not in {who for who, _, _ in _found("The main dish, Oslo, rejected nothing.")}


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        (
            "Norway and Peru fish for cod. Talks went on till Friday, but neither side accepted the quota.",
            "Peru",
            "rejects",
        ),
        ("“Oslo must open its ports to our boats,” the Peruvian state news agency said.", "Peru", "demands"),
    ],
)
def test_neither_side_and_media_of_a_state(text: str, party: str, stance: str) -> None:
    assert (party, stance) in {(who, what) for who, what, _ in _found(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The parameters of the plan must accept the quota.",
        "The guarantees offered aid to the port.",
        "The U.S.-backed accepted the truce.",
    ],
)
def test_things_and_participles_are_no_side(text: str) -> None:
    assert not {who for who, _, _ in _found(text)} & {"parameters", "guarantees", "U.S.-backed"}
