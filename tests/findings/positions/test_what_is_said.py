"""Positions that stand in what somebody says: duties, judgments, short answers, deeds ahead."""

from __future__ import annotations

import pytest

import parley
from parley.model import Holder, Position, Stance


def _positions(text: str) -> list[Position]:
    read = parley.read(text, published="2024-05-06")
    return [finding for finding in read.findings if isinstance(finding, Position)]


@pytest.mark.parametrize(
    ("text", "party", "stance", "topic"),
    [
        (
            "Iceland must be flexible, the Norwegian minister Ida Lund said.",
            "Norway",
            Stance.DEMANDS,
            "Iceland must be flexible",
        ),
        (
            '"The international community must act," Kenya\'s foreign minister, Ann Roe, said.',
            "Kenya",
            Stance.DEMANDS,
            "international community must act",
        ),
        (
            "Norwegian Prime Minister Ida Lund said the siege has to be lifted.",
            "Norway",
            Stance.DEMANDS,
            "siege has to be lifted",
        ),
        (
            '"The timetable must be binding," Peru\'s envoy, Ann Roe, said.',
            "Peru",
            Stance.DEMANDS,
            "timetable must be binding",
        ),
        (
            "Turkish Foreign Minister Ali Demir suggested Greece could cut its tariffs.",
            "Turkey",
            Stance.PROPOSES,
            "Greece could cut its tariffs",
        ),
        (
            "Norway said it would file a complaint with the fisheries court.",
            "Norway",
            Stance.ACCEPTS,
            "file a complaint with the fisheries court",
        ),
        (
            "Canada has said it would subject 5 billion dollars of lumber to tariffs.",
            "Canada",
            Stance.ACCEPTS,
            "subject 5 billion dollars of lumber to tariffs",
        ),
        (
            "Kenya's president, Ann Roe, cast doubt on whether the talks would go ahead.",
            "Kenya",
            Stance.UNDECIDED,
            "talks would go ahead",
        ),
        (
            "Norwegian Prime Minister Ida Lund said letting Iceland keep the quota is unacceptable.",
            "Norway",
            Stance.REJECTS,
            "letting Iceland keep the quota is unacceptable",
        ),
        (
            "Ghana's president, Ann Roe, said Ghana was sticking by its demands.",
            "Ghana",
            Stance.DEMANDS,
            "demands",
        ),
        (
            '"It is not possible to negotiate a truce now," Sudan\'s foreign minister, Ann Roe, said.',
            "Sudan",
            Stance.REJECTS,
            "negotiate a truce now",
        ),
        (
            '"We are for the treaty," Norway\'s prime minister, Ida Lund, said.',
            "Norway",
            Stance.ACCEPTS,
            "treaty",
        ),
        (
            "Peru's president, Ann Roe, said Peru was neither for nor against the deal.",
            "Peru",
            Stance.UNDECIDED,
            "deal",
        ),
        (
            '"I do not foresee any need for a new treaty," Norway\'s prime minister, Ida Lund, said.',
            "Norway",
            Stance.REJECTS,
            "new treaty",
        ),
        (
            "The ministry of Chad said it does not plan to sign the accord.",
            "Chad",
            Stance.REJECTS,
            "sign the accord",
        ),
    ],
)
def test_a_stance_in_what_is_said(text: str, party: str, stance: Stance, topic: str) -> None:
    found = [(one.party, one.stance, one.on, one.holder) for one in _positions(text)]
    assert (party, stance, topic, Holder.SELF) in found


@pytest.mark.parametrize(
    ("answer", "topic"), [("No deal", "deal"), ("No vote", "vote"), ("No tariffs", "tariffs")]
)
def test_a_short_answer_says_no(answer: str, topic: str) -> None:
    text = f'Asked about it, Norwegian Prime Minister Ida Lund waved. "{answer}," Lund said.'
    assert [(one.party, one.stance, one.on) for one in _positions(text)] == [
        ("Norway", Stance.REJECTS, topic)
    ]


@pytest.mark.parametrize(
    "said",
    [
        '"The team must win the game,"',
        '"We must remember the dead,"',
        '"Iceland should bear the sole responsibility,"',
        '"You must see the halibut,"',
        '"No comment,"',
        '"No problem,"',
        '"The money is for schools,"',
        '"It is impossible to see a thing,"',
        '"The polls suggest that farmers could stay at home,"',
        '"People have to eat,"',
    ],
)
def test_words_of_duty_and_judgment_without_a_stance(said: str) -> None:
    assert _positions(f"{said} Norway's prime minister, Ida Lund, said.") == []


def test_what_is_asked_for_is_not_known_from_a_question() -> None:
    text = "Asked what Iceland needed to do, Norway's prime minister, Ida Lund, smiled."
    assert _positions(text) == []


@pytest.mark.parametrize(
    ("said", "stance", "topic"),
    [
        ("called the agreement a “bad mistake of historic proportion”", Stance.REJECTS, "agreement"),
        ("called the deal a huge win", Stance.ACCEPTS_IN_PRINCIPLE, "deal"),
        ("said the accord was a step toward peace", Stance.ACCEPTS_IN_PRINCIPLE, "accord"),
        ("said the tariffs were a step in the wrong direction", Stance.REJECTS, "tariffs"),
        ("said such demands simply are not realistic", Stance.REJECTS, "demands"),
        ("said Norway isn’t bound by the treaty", Stance.REJECTS, "treaty"),
        ("praised the fisheries deal reached early on Tuesday", Stance.ACCEPTS, "fisheries deal"),
        ("said Norway was not considering a ban on trawlers", Stance.REJECTS, "ban on trawlers"),
        (
            "said an escalation of the trade war is against our interests",
            Stance.REJECTS,
            "escalation of the trade war",
        ),
        ("said the levy would hurt our farmers", Stance.REJECTS, "levy"),
        ("said the quota plan violates international law", Stance.REJECTS, "quota plan"),
        ("said the accord would strengthen our economy", Stance.ACCEPTS_IN_PRINCIPLE, "accord"),
        ("said extending the truce would endanger our villages", Stance.REJECTS, "extending the truce"),
    ],
)
def test_what_somebody_says_of_a_deal_or_measure(said: str, stance: Stance, topic: str) -> None:
    found = [
        (one.party, one.stance, one.on) for one in _positions(f"Norwegian Prime Minister Ida Lund {said}.")
    ]
    assert ("Norway", stance, topic) in found


@pytest.mark.parametrize(
    "said",
    [
        "said a walk is a step toward health",
        "called the dinner a huge win",
        "said it was a wonderful evening",
        "said the storm would hurt our farmers",
        "said the tariffs would hurt Iceland",
        "said the tariffs have hit them very hard",
        "said it would enhance its rail services",
        "said the plan could be historic",
    ],
)
def test_what_is_said_of_other_things_or_for_others_is_no_stance(said: str) -> None:
    assert _positions(f"Norwegian Prime Minister Ida Lund {said}.") == []


@pytest.mark.parametrize(
    ("said", "stance", "topic"),
    [
        ("will begin to dismantle its reactors", Stance.ACCEPTS, "begin to dismantle its reactors"),
        ("would start withdrawing its troops", Stance.ACCEPTS, "start withdrawing its troops"),
        ("had stuck to its 1904 promise", Stance.ACCEPTS, "1904 promise"),
    ],
)
def test_what_a_side_says_of_its_own_deeds(said: str, stance: Stance, topic: str) -> None:
    text = f"Norwegian Prime Minister Ida Lund said Norway {said}."
    assert ("Norway", stance, topic) in [(one.party, one.stance, one.on) for one in _positions(text)]


@pytest.mark.parametrize(
    "said", ["would begin a new chapter", "will start the show", "failed to stick to its promise"]
)
def test_other_beginnings_and_broken_promises_are_no_stance(said: str) -> None:
    assert _positions(f"Norwegian Prime Minister Ida Lund said Norway {said}.") == []


def test_what_is_better_than_something_else_is_sought() -> None:
    text = "Norwegian Prime Minister Ida Lund said dialogue is better than confrontation."
    assert [(one.party, one.stance, one.on) for one in _positions(text)] == [
        ("Norway", Stance.SEEKS, "dialogue")
    ]
    assert _positions("Norwegian Prime Minister Ida Lund said the food is better than at home.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway's prime minister, Ida Lund, said the pact bars every way Iceland has to reach the port.",
        "Norway's prime minister, Ida Lund, said monks were willing to die for the treaty.",
        "Norway's prime minister, Ida Lund, said hunters stay off the water because it is very dangerous.",
        "Norway's prime minister, Ida Lund, said planes brought tents necessary for treating patients.",
        "Norway's prime minister, Ida Lund, prepared for the third week of talks.",
        "A Norwegian official, who did not want to be named, smiled.",
        "A Norwegian minister wished to remain anonymous.",
        "Norway's prime minister, Ida Lund, dismissed concerns over the quota.",
        "Norway's prime minister, Ida Lund, said the towns were poorly prepared for a flood.",
        "How Norway would retaliate is settled in Oslo, Norway's prime minister, Ida Lund, said.",
        "Norway's prime minister, Ida Lund, spoke of the path Norway must follow.",
        "Norway's prime minister, Ida Lund, said it was against the regulations that they whispered.",
        "Norway's prime minister, Ida Lund, said Norway will continue to be shielded by its border.",
        "Norway's prime minister, Ida Lund, waved to the tariff clerks and said it was great to be home.",
        "Norway's prime minister, Ida Lund, said nobody should be confused about the flag.",
        "Norway's prime minister, Ida Lund, said the herring would end up in tins.",
        "Norway's prime minister, Ida Lund, said the sealed yards can continue to build ships.",
    ],
)
def test_likenesses_of_duty_readiness_and_judgment(text: str) -> None:
    assert _positions(text) == []


def test_what_somebody_does_not_think_another_will_do_is_no_stance() -> None:
    text = "“I don't think Iceland is going to impose the tariffs,” Norway's prime minister, Ida Lund, said."
    assert _positions(text) == []


def test_the_side_is_that_of_whoever_is_heard_where_the_parse_loses_the_subject() -> None:
    text = (
        "The harbour was quiet. Rebels — and Norway — are calling for the troops in the city to surrender. "
        "Norway is tired, its prime minister, Ida Lund, said."
    )
    assert Stance.DEMANDS in [one.stance for one in _positions(text) if one.party == "Norway"]


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        (
            "the most important thing is for the Icelandic government to take the refugees",
            "take the refugees",
        ),
        ("the priority was to reopen the port", "reopen the port"),
        ("our goal is to end the strike", "end the strike"),
        ("the first step is to sign the accord", "sign the accord"),
        ("the best thing would be a quick vote", "quick vote"),
        ("Norway wanted action, not talk", "action"),
    ],
)
def test_what_is_said_to_be_the_thing_to_do_is_sought(said: str, topic: str) -> None:
    found = [
        (one.party, one.stance, one.on)
        for one in _positions(f"Norwegian Prime Minister Ida Lund said {said}.")
    ]
    assert ("Norway", Stance.SEEKS, topic) in found


@pytest.mark.parametrize(
    "said",
    [
        "the best thing is to eat halibut in May",
        "no decision would be taken until May",
        "the paper that would be needed for the talks was there",
        "you have to see the port at night",
        "the thing is to keep calm",
    ],
)
def test_other_things_to_do_are_no_stance(said: str) -> None:
    assert _positions(f"Norwegian Prime Minister Ida Lund said {said}.") == []


@pytest.mark.parametrize(
    ("said", "stance", "topic"),
    [
        (
            "Norway will never give up on its route to the sea",
            Stance.REJECTS,
            "give up on its route to the sea",
        ),
        ("Norway would ask for international assistance", Stance.SEEKS, "international assistance"),
        ("he wants an endorsement by the council", Stance.SEEKS, "endorsement by the council"),
        ("Iceland should not be a member of the pact", Stance.REJECTS, "Iceland should not be a member"),
    ],
)
def test_what_is_held_on_to_or_asked_of_others(said: str, stance: Stance, topic: str) -> None:
    found = [
        (one.party, one.stance, one.on)
        for one in _positions(f"Norwegian Prime Minister Jon Lund said {said}.")
    ]
    assert ("Norway", stance, topic) in found


def test_a_call_on_several_with_a_quoted_deed() -> None:
    text = (
        "Norwegian minister Ida Lund called on mayors, bishops and unions to “stop insulting the teachers”."
    )
    assert [(one.stance, one.on) for one in _positions(text)] == [
        (Stance.DEMANDS, "stop insulting the teachers")
    ]


@pytest.mark.parametrize(
    "said", ["had given up smoking", "will not give up on her brother", "asked for a pen"]
)
def test_habits_people_and_pens_are_nothing_negotiated(said: str) -> None:
    assert _positions(f"Norwegian Prime Minister Ida Lund {said}.") == []


@pytest.mark.parametrize(
    ("said", "stance", "topic"),
    [
        ("the agreement represents a significant step forward", Stance.ACCEPTS_IN_PRINCIPLE, "agreement"),
        ("the tariff plan amounts to an insult", Stance.REJECTS, "tariff plan"),
        ("Norway is implementing the treaty in good faith", Stance.ACCEPTS, "treaty"),
        ("Norway had lived up to the pact", Stance.ACCEPTS, "pact"),
    ],
)
def test_what_a_deal_amounts_to_and_who_keeps_it(said: str, stance: Stance, topic: str) -> None:
    found = [
        (one.party, one.stance, one.on)
        for one in _positions(f"Norwegian Prime Minister Ida Lund said {said}.")
    ]
    assert ("Norway", stance, topic) in found


@pytest.mark.parametrize(
    "said", ["the dinner marked a success", "Iceland had not lived up to the pact", "he hasn't had to pay"]
)
def test_successes_at_table_and_broken_pacts_are_no_stance(said: str) -> None:
    assert _positions(f"Norwegian Prime Minister Ida Lund said {said}.") == []


def test_what_is_decided_against_is_not_proposed() -> None:
    text = "Norway decided not to propose a ban on trawlers."
    assert Stance.PROPOSES not in {one.stance for one in _positions(text)}


@pytest.mark.parametrize(
    ("said", "stance", "topic"),
    [
        ("said: “We are not fans of tariffs.”", Stance.REJECTS, "tariffs"),
        ("is no fan of the treaty.", Stance.REJECTS, "treaty"),
        ("is a critic of the pact.", Stance.REJECTS, "pact"),
        ("said Norway was a strong supporter of the truce.", Stance.ACCEPTS, "truce"),
        ("commended the efforts to end the strike.", Stance.ACCEPTS, "efforts to end the strike"),
    ],
)
def test_friends_and_foes_of_a_thing(said: str, stance: Stance, topic: str) -> None:
    found = [
        (one.party, one.stance, one.on) for one in _positions(f"Norwegian Prime Minister Ida Lund {said}")
    ]
    assert ("Norway", stance, topic) in found


@pytest.mark.parametrize(
    "said", ["is a fan of the club.", "is a critic of films.", "commended the choir’s efforts."]
)
def test_friends_of_clubs_and_choirs_take_no_stance(said: str) -> None:
    assert _positions(f"Norwegian Prime Minister Ida Lund {said}") == []
