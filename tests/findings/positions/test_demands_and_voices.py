"""Positions read from plain sentences: whose a demand is, who tells of it, and how it is named."""

from __future__ import annotations

import pytest

import parley
from parley.findings.positions.sides import is_short_for
from parley.model import Holder, Position, Stance


def _positions(text: str) -> list[Position]:
    read = parley.read(text, published="2024-05-06")
    return [finding for finding in read.findings if isinstance(finding, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance", "topic"),
    [
        (
            "The dockers, one of the best organised groups in Oman, are striking for a 10 percent pay rise.",
            "dockers",
            Stance.DEMANDS,
            "10 percent pay rise",
        ),
        (
            "Finland's ambassador said on Monday that disarmament is off the table.",
            "Finland",
            Stance.REJECTS,
            "disarmament",
        ),
        (
            "The talks began before a deadline set by Norway, which has called on Britain to cut its quota.",
            "Norway",
            Stance.DEMANDS,
            "cut its quota",
        ),
        (
            "Norway’s minister still expressed hope that Britain would cut its quota.",
            "Norway",
            Stance.SEEKS,
            "Britain would cut its quota",
        ),
        (
            "The plan made no mention of autonomy for the island, the main demand that Norway has raised.",
            "Norway",
            Stance.DEMANDS,
            "autonomy for the island",
        ),
        (
            "Iceland has not decided whether to extend the fishing treaty.",
            "Iceland",
            Stance.UNDECIDED,
            "extend the fishing treaty",
        ),
        ("Brazil returned to the talks on Monday.", "Brazil", Stance.ACCEPTS, "talks"),
        (
            "Lisbon is under pressure from Canada to sign the treaty.",
            "Canada",
            Stance.DEMANDS,
            "sign the treaty",
        ),
        ("The rebels pulled out of the talks on Sunday.", "rebels", Stance.REJECTS, "talks"),
        (
            "Colombia's FARC rebels demanded the release of prisoners.",
            "FARC rebels",
            Stance.DEMANDS,
            "release of prisoners",
        ),
        (
            "The union's demand for a shorter week was rejected by the railway on Friday.",
            "railway",
            Stance.REJECTS,
            "union's demand for a shorter week",
        ),
        (
            "Boeing's machinists voted to reject the latest contract offer.",
            "Boeing's machinists",
            Stance.REJECTS,
            "latest contract offer",
        ),
        (
            "Britain insists that the backstop be removed from the treaty.",
            "Britain",
            Stance.DEMANDS,
            "backstop be removed from the treaty",
        ),
        (
            "Norway suspended its participation in the pact.",
            "Norway",
            Stance.WITHHOLDS,
            "participation in the pact",
        ),
    ],
)
def test_one_sentence_gives_the_side_and_its_stance(
    text: str, party: str, stance: Stance, topic: str
) -> None:
    assert (party, stance, topic) in [(one.party, one.stance, one.on) for one in _positions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Norway denied that it had agreed to the pause.",
        "Diplomats have long doubted Norway's willingness to cut its quota.",
        "The pact was signed by the leaders of the three countries, though Norway and Iceland had spoken.",
    ],
)
def test_what_is_denied_doubted_or_told_of_three_is_not_the_position_of_two(text: str) -> None:
    assert {one.party for one in _positions(text)}.isdisjoint({"Norway", "Iceland"})


def test_what_is_put_into_words_is_a_sides_own() -> None:
    (found,) = _positions("Norway and Iceland's ministers spoke. Norway expressed a desire for a truce.")
    assert (found.party, found.holder, found.ascribed_by) == ("Norway", Holder.SELF, None)


def test_letters_stand_for_the_body_whose_words_they_begin() -> None:
    assert is_short_for("TUF", "Transport Union of Fiji")
    assert not is_short_for("TUF", "Transport Union")
    assert not is_short_for("EU", "European Union")  # two letters begin too many names


def test_a_ministry_without_a_country_is_that_of_the_state_that_has_ministries() -> None:
    text = (
        "The United States and China met on Monday. Washington wants more talks. Beijing was silent. "
        "The Commerce Ministry rejected the tariff proposal."
    )
    assert ("China", Stance.REJECTS) in [(one.party, one.stance) for one in _positions(text)]


def test_he_below_a_named_teller_is_the_teller() -> None:
    text = (
        "The foreign minister of Norway welcomed the plan on Monday as President Roberto Ruiz of Chad shows"
        " he is willing to accept the truce."
    )
    read = parley.read(text, published="2025-06-04")
    sides = {one.party for one in read.findings if isinstance(one, Position) and "truce" in one.on}
    assert sides == {"Chad"}
