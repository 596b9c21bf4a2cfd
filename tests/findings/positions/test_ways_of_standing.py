"""Positions read from plain sentences: the many ways in which a side is put somewhere."""

from __future__ import annotations

import pytest

import parley
from parley.model import Holder, Position, Proposal, Stance

_SELF = (Holder.SELF, None)


def _positions(text: str) -> list[Position]:
    read = parley.read(text, published="2024-05-06")
    return [finding for finding in read.findings if isinstance(finding, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance", "topic"),
    [
        (
            "Norway urged Iceland to accept the herring quota.",
            "Norway",
            Stance.SEEKS,
            "accept the herring quota",
        ),
        (
            "Turkey called for Syria to withdraw its troops from the border.",
            "Turkey",
            Stance.DEMANDS,
            "withdraw its troops from the border",
        ),
        (
            "There is no need for another extension, Finland's prime minister, Aino Salo, said.",
            "Finland",
            Stance.REJECTS,
            "another extension",
        ),
        (
            "Canada's trade minister, Ann Roy, called the tariff proposal an insult.",
            "Canada",
            Stance.REJECTS,
            "tariff proposal",
        ),
        (
            "The deal requires Iran to freeze its enrichment programme.",
            "Iran",
            Stance.ACCEPTS,
            "freeze its enrichment programme",
        ),
        (
            "Mexico has not responded to the offer of a longer truce.",
            "Mexico",
            Stance.UNDECIDED,
            "offer of a longer truce",
        ),
        ("Spain has yet to commit to the cease-fire.", "Spain", Stance.UNDECIDED, "cease-fire"),
        ("Sweden is against the fishing treaty.", "Sweden", Stance.REJECTS, "fishing treaty"),
        (
            "Sudan's promised withdrawal from the border town has not begun.",
            "Sudan",
            Stance.OFFERS,
            "Sudan's promised withdrawal from the border town",
        ),
    ],
)
def test_a_side_is_put_somewhere(text: str, party: str, stance: Stance, topic: str) -> None:
    (found,) = _positions(text)
    assert (found.party, found.stance, found.on) == (party, stance, topic)
    assert (found.holder, found.ascribed_by) == _SELF


@pytest.mark.parametrize(
    ("text", "party", "topic", "condition"),
    [
        (
            "A spokesman for Egypt said there would be no talks until the army left the crossing.",
            "Egypt",
            "talks",
            "until the army left the crossing",
        ),
        (
            "Poland's president, Jan Nowak, said sanctions would be lifted once the hostages were released.",
            "Poland",
            "sanctions would be lifted",
            "once the hostages were released",
        ),
        (
            "The nurses' union will not end its strike unless the hospital raises pay.",
            "nurses' union",
            "end its strike",
            "unless the hospital raises pay",
        ),
    ],
)
def test_a_way_out_is_a_condition(text: str, party: str, topic: str, condition: str) -> None:
    (found,) = _positions(text)
    assert (found.party, found.stance, found.on) == (party, Stance.ACCEPTS_IF, topic)
    assert found.conditions == (condition,)


def test_whoever_threatens_demands_what_would_avert_it() -> None:
    (found,) = _positions(
        "Japan's foreign minister, Ken Ota, warned that tariffs would be imposed unless South Korea opened "
        "its market."
    )
    assert (found.party, found.stance) == ("Japan", Stance.DEMANDS)


def test_yes_but_is_an_acceptance_in_principle_told_once() -> None:
    (found,) = _positions(
        "“The idea is the right one and we support it, but there are questions about monitoring,” Chad's "
        "president, Idris Mahamat, said."
    )
    assert (found.party, found.stance, found.on) == ("Chad", Stance.ACCEPTS_IN_PRINCIPLE, "idea")
    assert found.conditions == ("but there are questions about monitoring",)


@pytest.mark.parametrize(
    ("text", "party", "stance", "teller"),
    [
        (
            "It was unclear whether Brazil would sign the climate accord.",
            "Brazil",
            Stance.UNDECIDED,
            "reporter",
        ),
        (
            "France accused Italy of trying to derail the budget agreement.",
            "Italy",
            Stance.REJECTS,
            "France",
        ),
        (
            "“He wants a deal,” Peru's president, Rosa Diaz, said after talks with Chile's leader, Jorge "
            "Soto. Peru and Chile will meet again.",
            "Chile",
            Stance.SEEKS,
            "Rosa Diaz",
        ),
    ],
)
def test_what_others_say_of_a_side_is_theirs(text: str, party: str, stance: Stance, teller: str) -> None:
    (found,) = _positions(text)
    assert (found.party, found.stance) == (party, stance)
    assert (found.holder, found.ascribed_by) == (Holder.ASCRIBED, teller)


def test_the_two_sides_are_those_named_together_before() -> None:
    found = _positions(
        "India and Pakistan agreed to reopen the border. The two sides also agreed to release prisoners."
    )
    assert [(one.party, one.on) for one in found] == [
        ("India", "reopen the border"),
        ("Pakistan", "reopen the border"),
        ("India", "release prisoners"),
        ("Pakistan", "release prisoners"),
    ]


def test_who_seconds_a_proposal_accepts_it() -> None:
    found = _positions("Switzerland, supported by Norway, proposed a levy on shipping emissions.")
    assert {one.party: (one.stance, one.on) for one in found} == {
        "Switzerland": (Stance.PROPOSES, "levy on shipping emissions"),
        "Norway": (Stance.ACCEPTS, "levy on shipping emissions"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "An analyst at Harbour Bank said tariffs will be raised next month.",
        "Iran captured the town and vowed to drive out the troops.",
        "Chad's chance of reaching an agreement is small.",
    ],
)
def test_forecasts_battles_and_chances_are_no_positions(text: str) -> None:
    assert _positions(text) == []


def test_a_proposal_has_its_terms_and_is_told_once() -> None:
    read = parley.read(
        "Qatar proposed a limited 30-day cease-fire on Monday. Lebanon said it would accept the truce if the "
        "shelling stopped. Israel has not yet agreed to the month-long cease-fire.",
        published="2024-05-06",
    )
    (found,) = [finding for finding in read.findings if isinstance(finding, Proposal)]
    assert found.proposed_by == "Qatar"
    assert found.terms == ("limited", "30-day", "month-long")


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("“We wish to see if we can end the siege,” Peru's president, Rosa Diaz, said.", "end the siege"),
        (
            "“There are questions about the truce, and we have to discuss them,” Chile's minister, Ana Soto, "
            "said.",
            "questions about the truce",
        ),
        ("Mongolia agreed not to build the dam.", "not to build the dam"),
        ("Austria left open the option of extending the truce.", "option of extending the truce"),
    ],
)
def test_a_label_says_of_what(text: str, topic: str) -> None:
    assert [one.on for one in _positions(text)] == [topic]


def test_what_a_truce_is_made_conditional_on_is_its_condition() -> None:
    (found,) = _positions("Chad has made the truce conditional on inspections of the border.")
    assert (found.party, found.stance, found.on) == ("Chad", Stance.ACCEPTS_IF, "truce")
    assert found.conditions == ("conditional on inspections of the border",)


def test_who_will_not_come_without_a_thing_comes_if_there_is_one() -> None:
    read = parley.read(
        "The rebels said they would not attend the talks without a halt to the bombing.",
        published="2025-06-04",
    )
    (found,) = [one for one in read.findings if isinstance(one, Position)]
    assert (found.stance.value, found.conditions) == ("accepts_if", ("a halt to the bombing",))
