"""What is wanted, dismissed or owed by us and them need not bear an issue's name."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position, Stance


def _positions(text: str) -> list[Position]:
    read = parley.read(text, published="2024-05-06")
    return [finding for finding in read.findings if isinstance(finding, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("“We do not want a bridge there,” Norway’s minister said.", "Norway", Stance.REJECTS),
        ("Peru’s minister dismissed the so-called Oslo model.", "Peru", Stance.REJECTS),
        ("“They must prove that they can be trusted,” Kenya’s minister said.", "Kenya", Stance.DEMANDS),
        ("“We will never let Peru buy the island,” Chile’s president said.", "Chile", Stance.REJECTS),
        (
            "Norway’s minister said Oslo would help restore Peru’s access to the market.",
            "Norway",
            Stance.ACCEPTS,
        ),
    ],
)
def test_what_is_wanted_dismissed_or_owed(text: str, party: str, stance: Stance) -> None:
    assert (party, stance) in {(each.party, each.stance) for each in _positions(text)}


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        ("Norway has withdrawn from the whaling bloc.", "Norway", Stance.REJECTS),
        ("Peru’s ministry confirmed that Peru agreed to lift its ban on cod.", "Peru", Stance.ACCEPTS),
        ("Kenya’s president flew to Oslo to sign the fishing treaty.", "Kenya", Stance.ACCEPTS),
        ("Chile rejected any suggestion of a second vote.", "Chile", Stance.REJECTS),
        ("Ghana returned to the negotiating table on Monday.", "Ghana", Stance.ACCEPTS),
        ("Fiji has not signed the proposal.", "Fiji", Stance.UNDECIDED),
        ("Kenya pledged to confront the poachers.", "Kenya", Stance.OFFERS),
    ],
)
def test_what_is_left_signed_or_borne_out(text: str, party: str, stance: Stance) -> None:
    assert (party, stance) in {(each.party, each.stance) for each in _positions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway’s minister withdrew from the room.",
        "Chile rejected suggestions that its president was ill.",
        "Kenya’s president flew to Oslo without signing the fishing treaty.",
        "Peru’s minister dismissed the editor of the newspaper.",
        "Peru’s minister dismissed the reports as rumours.",
        "“They must be tired,” Kenya’s minister said.",
        "“We have to wait,” Norway’s minister said.",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not _positions(text)
