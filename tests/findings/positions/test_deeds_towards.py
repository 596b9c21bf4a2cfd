"""What sides do towards or against a thing: they push, scramble, look at, shelve, cease, reserve a right."""

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
        ("Norway scrambled to salvage the fish pact.", "Norway", "seeks", "fish pact"),
        ("Norway is looking to avert a dockers' strike.", "Norway", "seeks", "avert"),
        ("Norway is looking at a joint patrol.", "Norway", "undecided", "joint patrol"),
        ("Norway is reassessing the quota.", "Norway", "undecided", "quota"),
        ("Chad has been pushing the creation of a customs union.", "Chad", "seeks", "customs union"),
        ("Norway offered up its oldest reactor.", "Norway", "offers", "reactor"),
        ("Norway laid aside its plan for a dam.", "Norway", "withholds", "plan"),
        ("Norway and Chad ceased fighting on Monday.", "Chad", "accepts", "fighting"),
        ("Norway settled on a joint patrol.", "Norway", "accepts", "joint patrol"),
        ("Norway reserves the right to fish in the strait.", "Norway", "seeks", "fish in the strait"),
        ("Norway does not avoid talks.", "Norway", "accepts_in_principle", "talks"),
        ("Norway's parliament is set to vote on the fish pact next week.", "Norway", "undecided", "pact"),
        ("Peru had called for Norway to quickly lift its ban.", "Peru", "demands", "lift its ban"),
        ("Peru said it would consider adding new duties on cod.", "Peru", "undecided", "duties"),
    ],
)
def test_a_deed_towards_a_thing_puts_its_doer_somewhere(
    text: str, party: str, stance: str, named: str
) -> None:
    found = [one for one in _taken(text) if one[0].endswith(party) or one[0].startswith(party)]

    assert any(one[1] == stance and named in one[2] for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Norway is pushing prices up.",
        "Norway's envoy looked at his watch.",
        "The union stopped talking to the press.",
        "Norway's parliament voted on the fish pact.",
        "Norway settled on the coast a thousand years ago.",
        "The players raced to the finish in Lima.",
        "Norway has the right of way.",
    ],
)
def test_other_deeds_with_the_same_words_do_not(text: str) -> None:
    assert _taken(text) == []
