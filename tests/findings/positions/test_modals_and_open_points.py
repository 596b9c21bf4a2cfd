"""What must, can only or cannot be, what is left open; clauses named by "what", deeds by "do so"."""

from __future__ import annotations

import pytest

import parley
from parley.model import Holder, Position


def _found(text: str) -> list[Position]:
    read = parley.read(text, published="2024-05-06")
    return [one for one in read.findings if isinstance(one, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance", "named"),
    [
        (
            '"There should be a joint inspection of the dam," Peru\'s minister Ali Omar said.',
            "Peru",
            "seeks",
            "joint inspection",
        ),
        ("The union said there must be a pay rise of 8 percent.", "union", "demands", "pay rise"),
        (
            '"A truce can come only if Peru leaves the port," Norway\'s minister Ida Lund said.',
            "Norway",
            "accepts_if",
            "truce",
        ),
        (
            "The pact will only be signed after the vote, Norway's minister said.",
            "Norway",
            "accepts_if",
            "pact",
        ),
        (
            '"Norway cannot dictate to our fishermen," Peru\'s president said.',
            "Peru",
            "rejects",
            "dictate",
        ),
        ("Norway had the chance to join the fish pact, but it did not do so.", "Norway", "rejects", "join"),
        ("What Norway wants is to lift the quota.", "Norway", "seeks", "lift the quota"),
        (
            '"What we want is a lasting truce," Norway\'s minister Ida Lund said.',
            "Norway",
            "seeks",
            "lasting truce",
        ),
        ("Norway said it would give $40 million to the fund.", "Norway", "offers", "$40 million"),
        (
            "The accord would see Norway withdraw its troops from Peru.",
            "Norway",
            "accepts_in_principle",
            "withdraw",
        ),
        (
            "Norway said Peru should lift its ban, open its ports and free the crew.",
            "Norway",
            "demands",
            "free the crew",
        ),
    ],
)
def test_what_must_can_or_cannot_be_is_the_stance_of_who_says_so(
    text: str, party: str, stance: str, named: str
) -> None:
    found = [(one.party, one.stance.value, one.on) for one in _found(text)]

    assert any(one[:2] == (party, stance) and named in one[2] for one in found), found


def test_a_point_left_open_is_open_to_both_sides() -> None:
    found = _found("The question of fish quotas was not resolved during the talks between Norway and Peru.")

    assert {(one.party, one.stance.value, one.holder) for one in found} == {
        ("Norway", "undecided", Holder.ASCRIBED),
        ("Peru", "undecided", Holder.ASCRIBED),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Norway can only dream of such a quota.",
        '"Norway cannot win on Saturday," Peru\'s coach said.',
        '"Norway cannot keep its promises," Peru\'s minister said.',
        "The dam will cost $40 million.",
        "The murder in Lima was not solved, and the case was not resolved.",
        "What Norway got was a storm.",
        "The pilots of Norway do not do that.",
    ],
)
def test_chances_costs_and_cases_are_no_stances(text: str) -> None:
    assert _found(text) == []
