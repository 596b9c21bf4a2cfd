"""Bare answers, what is yet to be done, rights and duties, ways of leaning, orders of courts."""

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
        ("Norway proposed a joint patrol. Peru refused.", "Peru", "rejects", "joint patrol"),
        ("Norway asked Peru to open its ports, and Peru agreed.", "Peru", "accepts", "open its ports"),
        ("Peru has apparently yet to respond to the offer.", "Peru", "undecided", "offer"),
        ("Norway is yet to agree to the truce.", "Norway", "undecided", "truce"),
        (
            "The two sides, Norway and Peru, have yet to announce progress on the quota.",
            "Peru",
            "undecided",
            "progress on the quota",
        ),
        ("Peru's minister said Norway has no right to fish in the strait.", "Peru", "rejects", "fish"),
        (
            "Peru's minister said the rebels lacked the authority to sign a truce.",
            "Peru",
            "rejects",
            "sign a truce",
        ),
        (
            '"We have a duty to end this war," Norway\'s minister Ida Lund said.',
            "Norway",
            "seeks",
            "end this war",
        ),
        (
            '"The plan would never work," Norway\'s minister Ida Lund said.',
            "Norway",
            "rejects",
            "plan",
        ),
        ("The High Court ordered that the ban be lifted.", "High Court", "demands", "ban"),
        ("Norway and Peru are leaning toward a joint patrol.", "Peru", "accepts_in_principle", "patrol"),
        ("Norway aborted the talks.", "Norway", "rejects", "talks"),
        ("Norway dangled the prospect of a larger quota.", "Norway", "proposes", "larger quota"),
        (
            "The deal, which will see Norway open its ports, was signed in Lima.",
            "Norway",
            "accepts",
            "open its ports",
        ),
    ],
)
def test_answers_rights_and_deeds_to_come_put_a_side_somewhere(
    text: str, party: str, stance: str, named: str
) -> None:
    found = _taken(text)

    assert any(one[:2] == (party, stance) and named in one[2] for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The envoy smiled, and Peru agreed.",
        "Norway leaned toward the wall.",
        "Norway has yet to see rain.",
        '"Norway has no right to be proud," Peru said.',
        "The engine did not work, Norway said.",
        "Norway's coach refused.",
    ],
)
def test_answers_to_nothing_and_rights_to_nothing_do_not(text: str) -> None:
    assert _taken(text) == []
