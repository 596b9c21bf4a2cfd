"""Stances told in sentences."""

from __future__ import annotations

import pytest

from parley.model import Stance
from parley.views.telling import told


@pytest.mark.parametrize(
    ("stance", "on", "conditions", "words", "sentence"),
    [
        (
            Stance.OFFERS,
            "stop filling the dam",
            ["if the ban is lifted"],
            "offered on Tuesday to stop filling the dam",
            "offers to stop filling the dam, if the ban is lifted",
        ),
        (Stance.ACCEPTS, "lift the blockade", [], "will lift the blockade", "agrees to lift the blockade"),
        (Stance.REJECTS, "sell grain", [], "would not sell grain", "refuses to sell grain"),
        (Stance.ACCEPTS_IF, "truce", [], "accepted the truce", "accepts the truce, on conditions"),
        (
            Stance.ACCEPTS_IF,
            "truce",
            ["mediators guard the bridges"],
            "accepted a truce",
            "accepts the truce, on this condition: mediators guard the bridges",
        ),
        (Stance.UNDECIDED, "plan", [], "has not agreed to the plan", "has not decided on the plan"),
        (Stance.UNDECIDED, "sign", [], "has yet to sign", "has not decided whether to sign"),
        (
            Stance.DEMANDS,
            "rebel forces leave the port",
            [],
            "demanded that the rebel forces leave the port",
            "demands that rebel forces leave the port",
        ),
        (Stance.SEEKS, "peace", [], "wants peace", "seeks peace"),
        (Stance.WITHHOLDS, "say how long", [], "refused to say how long", "will not say how long"),
        (Stance.UNDECIDED, "proposal", [], "has not agreed", "has not decided on the proposal"),
        (Stance.REJECTS, "idea of a link", [], "rejected the idea", "rejects the idea of a link"),
        (Stance.SEEKS, "the port", [], "hoped to get back the port", "seeks the port"),
        (
            Stance.WITHHOLDS,
            "offer",
            [],
            "declined to comment on the offer",
            "will not say where it stands on the offer",
        ),
    ],
)
def test_a_stance_reads_as_a_sentence(
    stance: Stance, on: str, conditions: list[str], words: str, sentence: str
) -> None:
    assert told(stance, on, conditions, words) == sentence


def test_every_stance_can_be_told() -> None:
    for stance in Stance:
        assert told(stance, "plan", [], "the plan").endswith(" the plan") or stance is Stance.ACCEPTS_IF
