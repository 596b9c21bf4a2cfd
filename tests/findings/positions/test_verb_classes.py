"""Classes of stance words on negotiations of many kinds, read by the bundled engine."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def _taken(text: str) -> list[tuple[str, str, str]]:
    read = parley.read(text, published="2024-05-06")
    return [(one.party, one.stance.value, one.on) for one in read.findings if isinstance(one, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance", "named"),
    [
        ("The fishing ban drew sharp criticism from Peru.", "Peru", "rejects", "ban"),
        ("Norway's plan to tax cocoa has met with stiff opposition from Chad.", "Chad", "rejects", "plan"),
        ("Norway shot down the idea of a joint fishing zone.", "Norway", "rejects", "zone"),
        ("Norway said no to a joint fishing zone.", "Norway", "rejects", "zone"),
        ("Norway came out against the draft treaty on whaling.", "Norway", "rejects", "treaty"),
        ("Norway denied a Peruvian request to extradite the general.", "Norway", "rejects", "request"),
        ("Norway refrained from signing the joint statement.", "Norway", "rejects", "statement"),
        (
            "Norway's president Ida Lund abruptly called off the summit on May 24.",
            "Norway",
            "rejects",
            "summit",
        ),
        ("Norway's minister Ida Lund vowed to fight the dam project.", "Norway", "rejects", "dam"),
        ("Norway withdrew its support for the treaty.", "Norway", "rejects", "treaty"),
        ("Norway dropped its objections to the treaty.", "Norway", "accepts", "treaty"),
        ("Norway lifted its objections to the treaty.", "Norway", "accepts", "treaty"),
        ("Norway gave its blessing to the extradition treaty.", "Norway", "accepts", "treaty"),
        ("Norway signed off on the cocoa pact.", "Norway", "accepts", "pact"),
        ("Norway and Peru reached a consensus on fish quotas.", "Peru", "accepts", "consensus"),
        ("Norway decided to lift its duties on fish.", "Norway", "accepts", "duties"),
        ("Norway is amenable to a joint patrol.", "Norway", "accepts_in_principle", "patrol"),
        ("Norway remains hostile to a joint patrol.", "Norway", "rejects", "patrol"),
        ("Norway gave Peru until Friday to hand over the general.", "Norway", "demands", "hand over"),
        ("Norway warned Peru not to drill in the disputed waters.", "Norway", "demands", "not to drill"),
        ("Norway insisted that Peru hand over the general.", "Norway", "demands", "hand over"),
        (
            "Norway expects Peru to hand over the general, minister Ida Lund said.",
            "Norway",
            "seeks",
            "hand over",
        ),
        ("Norway hopes to persuade Peru to scrap its quota.", "Norway", "seeks", "scrap its quota"),
        ("Norway's envoy emphasized obtaining legal guarantees.", "Norway", "seeks", "guarantees"),
        ("Norway is fighting for a larger quota.", "Norway", "seeks", "quota"),
        ("Norway announced a tariff on steel.", "Norway", "seeks", "tariff"),
        ("Norway pledged $40 million to the flood fund.", "Norway", "offers", "$40 million"),
        ("Norway undertook to repair the dam.", "Norway", "offers", "repair"),
        ("Norway raised the possibility of a joint patrol.", "Norway", "proposes", "patrol"),
        ("Norway suggested the deletion of the paragraph.", "Norway", "proposes", "deletion"),
        ("Norway is still considering whether to recognise the islands.", "Norway", "undecided", "recognise"),
        ("Norway put off a decision on the treaty.", "Norway", "undecided", "decision"),
        ("Norway and Peru remain at odds over the quota.", "Norway", "undecided", "quota"),
        ("Norway is dragging its feet on the treaty.", "Norway", "withholds", "treaty"),
        ("Norway will join the patrol only if Peru pays half of the cost.", "Norway", "accepts_if", "patrol"),
        ("Norway has no plans to join the patrol.", "Norway", "rejects", "patrol"),
        ("Norway has sworn not to allow drilling.", "Norway", "offers", "not to allow"),
    ],
)
def test_a_stance_is_found(text: str, party: str, stance: str, named: str) -> None:
    found = _taken(text)
    assert any((one, way) == (party, stance) and named in on for one, way, on in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The leak raised the possibility of another strike.",
        "Norway's firms were fined for supporting the dam project.",
        "Chances are high that the Dockers' Union will call a strike this fall.",
        "The flood drew aid from Peru.",
        "Norway threw water at the fire.",
        "Ida Lund came around the corner and shot down the street.",
        "You don't make deals like this with your friends, Norway's minister Ida Lund said.",
        "Norway's bid made it the favourite.",
    ],
)
def test_other_uses_of_the_words_are_no_stance(text: str) -> None:
    assert _taken(text) == []


def test_a_wish_is_for_the_thing_not_for_what_is_set_off_behind_it() -> None:
    found = _taken("Norway wants a deal, not to fight over cod.")
    assert [(party, stance, on) for party, stance, on in found if stance == "seeks"] == [
        ("Norway", "seeks", "deal")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "At first Peru accepted inspections, but it changed its mind within a week.",
        "Lund, the Norwegian president, was hopeful that Norway would strike a deal with Peru.",
        "Norway's president Rosa Diaz believes the rebels will sign the truce.",
        "Peru said the plan had no chance of being accepted by Norway.",
        "The ministry will soon release its figures for May.",
        "Norway and Peru agreed that the work is not done.",
        "Norway's minister Ida Lund said the pact should boost trade.",
    ],
)
def test_what_is_taken_back_thought_or_expected_is_no_stance(text: str) -> None:
    assert _taken(text) == []


def test_to_agree_to_undo_a_thing_is_to_accept_just_that() -> None:
    assert ("Peru", "accepts", "scrap the duties on cod") in _taken(
        "Norway and Peru agreed to scrap the duties on cod."
    )


def test_a_state_medium_and_a_doubter_ascribe() -> None:
    (found,) = (
        one
        for one in parley.read("Observers doubted Peru is ready to give ground on cod.").findings
        if isinstance(one, Position)
    )
    assert (found.party, found.stance.value, found.holder.value) == ("Peru", "withholds", "ascribed")
