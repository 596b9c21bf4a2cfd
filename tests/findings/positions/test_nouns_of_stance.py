"""Positions read from plain sentences: nouns for a stance, whose they are, and what is none."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position, Stance


def _positions(text: str) -> list[tuple[str, Stance, str]]:
    read = parley.read(text, published="2024-05-06")
    found = [finding for finding in read.findings if isinstance(finding, Position)]
    return [(one.party, one.stance, one.on) for one in found]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Support for the levy has come from Chad and Niger.",
            [("Chad", Stance.ACCEPTS, "levy"), ("Niger", Stance.ACCEPTS, "levy")],
        ),
        (
            "The strongest objections to the dam have come from Sudan.",
            [("Sudan", Stance.REJECTS, "dam")],
        ),
        (
            "Niger's failure to pull out its troops angered Chad.",
            [("Niger", Stance.WITHHOLDS, "pull out its troops")],
        ),
        (
            "Consumers turned down the producers' offer to abandon quotas.",
            [
                ("Consumers", Stance.REJECTS, "producers' offer to abandon quotas"),
                ("producers", Stance.OFFERS, "abandon quotas"),
            ],
        ),
        ("Chinese demands for a pullout have been growing.", [("China", Stance.DEMANDS, "pullout")]),
        ("Kenya cast doubt on the truce.", [("Kenya", Stance.UNDECIDED, "truce")]),
        (
            "Fiji stressed the importance of reopening the strait.",
            [("Fiji", Stance.SEEKS, "reopening the strait")],
        ),
    ],
)
def test_whose_a_stance_noun_is(text: str, held: list[tuple[str, Stance, str]]) -> None:
    assert _positions(text) == held


@pytest.mark.parametrize(
    "text",
    [
        "Refiners in Spain expected slack demand for crude oil.",
        "Oil demand rose in Ghana in June.",
        "The raid casts doubt on the truce.",
        "The rebels had guarantees from Oman to join the talks.",
        "It is important to distinguish between taxes and duties on cheese, Ida Lund of Norway said.",
        "Chinese demand for lithium has been growing.",
        "The court in Accra made a determination that Ghana had dumped cocoa.",
        "Chile's premier, Eva Soto, spoke in Lima. \"That's right. It was dangerous,\" she said.",
        "Peru expects significant concessions from Chile on tariffs.",
        "Fiji stressed the importance of friendship.",
    ],
)
def test_no_stance(text: str) -> None:
    assert _positions(text) == []
