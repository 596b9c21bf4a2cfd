"""What others say a side will or may do, what is feared, what markets demand: none of a side's positions."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position, Stance


def _positions(text: str) -> list[Position]:
    read = parley.read(text, published="2024-05-06")
    return [finding for finding in read.findings if isinstance(finding, Position)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru’s minister said Norway would release the crew in June.",
        "“Norway might agree to a smaller quota,” said Ana Vega, an analyst in Lima.",
        "Officials are sceptical that Norway will ever lift the ban on cod.",
        "Brokers fear Norway may withdraw its offer of a smaller quota.",
        "Peru said that demand for its copper would rise.",
        "OPEC members suffered from slack demand for crude.",
        "Western governments may not consider it trustworthy.",
    ],
)
def test_what_others_foretell_or_fear(text: str) -> None:
    assert not _positions(text)


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        (
            "Norway’s minister said her country would sign the fishing treaty in June.",
            "Norway",
            Stance.ACCEPTS,
        ),
        ("Peru’s minister said Norway would pay 40 million dollars for the ships.", "Norway", Stance.ACCEPTS),
        ("The miners’ union repeated its demand for higher pay.", "miners’ union", Stance.DEMANDS),
        ("Norway is suspending a series of naval drills near the islands.", "Norway", Stance.ACCEPTS),
        ("Norway will not allow the trawlers to return to its ports.", "Norway", Stance.REJECTS),
    ],
)
def test_what_a_side_says_itself_or_at_a_sum(text: str, party: str, stance: Stance) -> None:
    assert (party, stance) in {(each.party, each.stance) for each in _positions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway said the buyers would meet again should the quota fall further.",
        "“I do not see why the patrols should be stopped,” Norway’s minister said.",
        "Norway said the crew would go home after a deal is signed.",
        "“In the middle of winter, who wants to negotiate quotas?” Norway’s minister said.",
        "Norway’s minister has not said that the strike should end.",
        "Norway’s minister said a pause would only help the poachers regroup.",
        "Norway will be flexible in discussing the quota, its minister said.",
        "The offer took away any urgency that Norway agree to a smaller quota.",
    ],
)
def test_what_is_only_supposed_asked_or_not_said(text: str) -> None:
    assert not _positions(text)
