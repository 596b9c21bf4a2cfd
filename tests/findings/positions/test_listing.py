"""Several things at once: each deed, and each member of a long list, is a position of its own."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


def stances(text: str) -> list[Position]:
    read = parley.read(text, published="2025-06-04")
    return [one for one in read.findings if isinstance(one, Position)]


def topics(text: str) -> list[str]:
    return [one.on for one in stances(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru agreed to lift its ban on cod and release the trawlers.",
            ["lift its ban on cod", "release the trawlers"],
        ),
        (
            "Norway called on Peru to free the crew and to pay for the damage.",
            ["free the crew", "pay for the damage"],
        ),
        (
            "Norway called for: a new quota; a balance between trade and aid; "
            "and funding of the climate fund.",
            ["new quota", "balance between trade and aid", "funding of the climate fund"],
        ),
        ("The union demanded a raise and a shorter week.", ["raise and a shorter week"]),
        ("Chad agreed to a truce and left the room.", ["truce"]),
        ("Chad refused to sign the pact, and Niger signed it.", ["pact", "pact"]),
    ],
)
def test_what_a_sentence_joins(text: str, expected: list[str]) -> None:
    assert topics(text) == expected


def test_each_has_its_own_words() -> None:
    text = "Peru agreed to lift its ban on cod and release the trawlers."
    first, second = (one.evidence[0] for one in stances(text))
    assert second.of(text) == "release the trawlers"
    assert not first.overlaps(second)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow showed no sign of calling off the bombing.",
        "Nothing could hide the plans of Chad for the port.",
    ],
)
def test_no_deed_is_told(text: str) -> None:
    assert all(one.stance.value == "withholds" for one in stances(text))


def test_once_again_is_no_condition() -> None:
    [found] = stances("Norway once again demanded an end to the ban.")
    assert found.conditions == ()


@pytest.mark.parametrize(
    ("text", "on"),
    [
        (
            "Norwegian ministers are calling on Chad to halt its advance on the port in the hope of a truce.",
            "halt its advance on the port",
        ),
        (
            "Norway vowed to prevent Chad from expanding its territory.",
            "prevent Chad from expanding its territory",
        ),
        (
            "Norway promised to keep Chad from ever obtaining a nuclear weapon.",
            "keep Chad from ever obtaining a nuclear weapon",
        ),
        ("Norway shot down the proposal to extend the truce.", "proposal to extend the truce"),
    ],
)
def test_the_words_for_a_deed(text: str, on: str) -> None:
    assert topics(text) == [on]


def test_a_plane_shot_down_is_no_plan() -> None:
    assert stances("Turkey shot down a Russian warplane.") == []


def test_both_halves_of_a_deed() -> None:
    text = "Switzerland's refusal to re-export ammunition drew criticism from Berlin."
    assert topics(text) == ["re-export ammunition"]


def test_what_is_wanted_of_a_thing() -> None:
    assert topics("Hungary wants the funds unfrozen first.") == ["funds unfrozen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway’s minister said Peru should lift its ban on cod, free the crew and pay for the loss.",
            3,
        ),
        ("Norway’s minister said Peru should lift its ban on cod and think of the summer.", 1),
    ],
)
def test_what_a_side_is_asked_for_in_a_list_of_deeds(text: str, expected: int) -> None:
    assert len(stances(text)) == expected


def test_things_that_hang_on_a_part_of_the_first() -> None:
    text = "Chad wants recognition of its claim to the lake, the release of its fishermen and a cease-fire."
    assert len(stances(text)) == 3
    assert len(stances("Chad wants talks on trade, fish and coal.")) == 1
    assert len(stances("Chad wants guarantees of steps including a halt to raids, a swap and a truce.")) == 1


def test_what_a_deed_leads_to_is_no_further_deed() -> None:
    text = (
        "The divide follows Norway’s decision to open direct talks with Peru on ending the ban, dismaying "
        "Chile and its allies by excluding them from the preliminary talks last week."
    )
    assert topics(text) == ["open direct talks with Peru"]
