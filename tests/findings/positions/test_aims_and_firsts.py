"""Positions told as what a deed is for, as a first, or as what there are signs of."""

from __future__ import annotations

import pytest

import parley
from parley.model import Holder, Position, Stance


def _positions(text: str) -> list[Position]:
    read = parley.read(text, published="2024-05-06")
    return [finding for finding in read.findings if isinstance(finding, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance"),
    [
        (
            "Norway is closing its ports to press Iceland to accept the herring quota.",
            "Norway",
            Stance.DEMANDS,
        ),
        ("Kenya was the first country to ratify the fishing treaty.", "Kenya", Stance.ACCEPTS),
        ("Peru managed to seal an agreement on the border on Friday.", "Peru", Stance.ACCEPTS),
        ("Kenya went to the court in The Hague to force Niger to lift the blockade.", "Kenya", Stance.SEEKS),
    ],
)
def test_what_a_deed_is_for_and_who_was_first(text: str, party: str, stance: Stance) -> None:
    assert (party, stance) in {(each.party, each.stance) for each in _positions(text)}


def test_signs_of_readiness_are_the_reporters() -> None:
    text = "There were signs that Turkey was willing to reopen the border with Armenia."
    (found,) = _positions(text)
    assert (found.party, found.holder) == ("Turkey", Holder.ASCRIBED)
    assert not _positions(text.replace("were signs", "were no signs"))


def test_what_somebody_wants_of_that_of_which_there_is_no_sign() -> None:
    text = "There was no sign of the talks, which Norway wants to resume in June."
    assert ("Norway", Stance.SEEKS) in {(each.party, each.stance) for each in _positions(text)}


def test_a_purpose_of_what_did_not_happen_is_none() -> None:
    assert not _positions("Norway has the power to press Iceland to accept the herring quota.")
    assert not _positions("Norway did not raise the duty to press Iceland to accept the herring quota.")
