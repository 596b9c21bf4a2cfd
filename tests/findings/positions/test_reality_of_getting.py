"""What is only tried for is nobody's stance yet."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The premier failed three times to get her deal ratified by parliament.", []),
        ("The minister struggled to get the treaty approved by the Senate.", []),
        ("Mr. Lund has yet to win the cabinet's backing for the plan.", []),
        ("Norway failed to persuade Iceland to accept the quota.", []),
        (
            "The union agreed to the offer after the company failed to win an injunction.",
            [("union", "accepts")],
        ),
        ("The government won the union's backing for the plan.", [("union", "accepts")]),
    ],
)
def test_a_stance_tried_for_in_vain_is_none(text: str, stands: list[tuple[str, str]]) -> None:
    found = parley.read(text, published="2025-03-04").findings
    assert [(one.party, one.stance.value) for one in found if isinstance(one, Position)] == stands


@pytest.mark.parametrize(
    "text",
    [
        "“I would like to point out that the quota was fair,” Norway's minister said.",
        "“We would like to be able to fish again,” the union's leader said.",
        "“We have put an offer on the table,” Norway's minister said.",
    ],
)
def test_what_a_speaker_says_next_and_an_offer_of_an_offer_are_no_stance(text: str) -> None:
    found = parley.read(text, published="2025-03-04").findings
    labels = [one.on for one in found if isinstance(one, Position)]
    assert not [label for label in labels if label.split()[0] in {"point", "able", "offer"}]


def test_the_idea_is_what_was_just_told_of() -> None:
    text = (
        "Mr. Roe has not yet agreed to the 60-day truce that Norway's envoys proposed. "
        "He has said the idea was “the right one” but set out conditions. Norway's minister waits."
    )
    found = [one for one in parley.read(text, published="2025-03-04").findings if isinstance(one, Position)]
    assert "idea" not in {one.on for one in found}
    assert {one.on for one in found} == {"60-day truce"}


def test_questions_are_nothing_to_demand() -> None:
    text = "“There are questions that we have to discuss with our partners,” Norway's minister said."
    found = parley.read(text, published="2025-03-04").findings
    assert not [one for one in found if isinstance(one, Position)]
