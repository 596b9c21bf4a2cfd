"""Stances told in sentences."""

from __future__ import annotations

import pytest

from parley.model import Stance
from parley.views.telling import own, sentence, told


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


@pytest.mark.parametrize(
    ("who", "said", "whole"),
    [
        ("five world powers", "accepts the deal", "Five world powers accept the deal"),
        ("Norway", "accepts the deal", "Norway accepts the deal"),
        ("United Nations", "has not decided on the plan", "United Nations has not decided on the plan"),
        ("the dockers", "has not decided on the plan", "The dockers have not decided on the plan"),
        (
            "European leaders",
            "does not accept that quotas stay",
            "European leaders do not accept that quotas stay",
        ),
        ("Ms. Lund’s critics at home", "wants: quotas", "Ms. Lund’s critics at home want: quotas"),
        ("Norway and Chad", "rejects fees", "Norway and Chad reject fees"),
        (
            "miners",
            "will not say where it stands on fees",
            "Miners will not say where they stand on fees",
        ),
        ("the press", "refuses to pay", "The press refuses to pay"),
        ("members of the House", "seeks to vote", "Members of the House seek to vote"),
    ],
)
def test_sentences_agree_with_who(who: str, said: str, whole: str) -> None:
    assert sentence(who, said) == whole


def test_whose() -> None:
    assert (own("Norway"), own("the dockers")) == ("its", "their")


def test_a_condition_that_began_a_sentence_goes_on_within_one() -> None:
    said = told(Stance.OFFERS, "reopen the port", ["If the fleet leaves"], "would reopen the port")
    assert said == "offers to reopen the port, if the fleet leaves"


def test_a_condition_that_stands_in_the_thing_is_not_said_twice() -> None:
    on = "wages would be frozen until the end of the talks"
    assert told(Stance.ACCEPTS, on, ["until the end of the talks"], on).count("until") == 1
