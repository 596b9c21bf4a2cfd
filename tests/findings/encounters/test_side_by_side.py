"""Who takes part, where several stand side by side or one only calls for talks; and how far it has come."""

import pytest

import parley
from parley.model import Encounter

FRIDAY = "2019-06-07"


def told(text: str) -> list[Encounter]:
    return [one for one in parley.read(text, published=FRIDAY).findings if isinstance(one, Encounter)]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("He hoped that talks between Chad and Niger would find a way out of the strike.", {"Chad", "Niger"}),
        (
            "Mr. Lund and his counterparts from Norway, Peru and Chad held talks in Oslo.",
            {"Lund", "Norway", "Peru", "Chad"},
        ),
        ("In Oslo, Lund, Vega and Kone met on Monday.", {"Lund", "Vega", "Kone"}),
        (
            "Ministers from Norway and six lending states met in Oslo on Monday.",
            {"Norway", "six lending states"},
        ),
        (
            "Premier Ana Ruiz spoke at a joint news conference with Chancellor Karl Vega in Accra, "
            "where she said the pact was near.",
            {"Ana Ruiz", "Karl Vega"},
        ),
        (
            "Delegations led by Energy Minister Ana Ruiz and Water Minister Karl Vega will meet in Accra.",
            {"Ana Ruiz", "Karl Vega"},
        ),
        (
            "Karl Vega's June 2016 meeting with the port owners of Chad was arranged by letter.",
            {"Karl Vega", "Chad"},
        ),
        ("The third Norway-Peru summit had become likelier, an aide said.", {"Norway", "Peru"}),
        ("The Rail Union left open the possibility of talks with Norway.", {"Rail Union", "Norway"}),
        ("Chad called for talks with Niger over the dam.", {"Chad", "Niger"}),
        ("Thursday's meeting brings together Norway, Peru and Chad.", {"Norway", "Peru", "Chad"}),
    ],
)
def test_all_who_are_named_take_part(text: str, participants: set[str]) -> None:
    (found,) = told(text)
    assert set(found.participants) == participants


@pytest.mark.parametrize(
    ("text", "outsiders"),
    [
        ("The envoy called for immediate talks with the rebels.", {"envoy"}),
        ("After a meeting with Lund and Vega, Norway's premier left for Lima.", {"Norway"}),
        ("Lund met Vega on Monday and Norway's minister flew home.", {"Norway"}),
        ("In Oslo, Lund, Vega and Kone met on Monday.", {"Norway", "Oslo"}),
    ],
)
def test_others_named_beside_them_do_not(text: str, outsiders: set[str]) -> None:
    names = {name for one in told(text) for name in one.participants}
    assert names
    assert not names & outsiders


@pytest.mark.parametrize(
    "text",
    [
        "The text drafted by Norway and Peru met resistance.",
        "Mr. Lund has called Premier Karl Vega a liar.",
        "The mediation effort cost Norway a fortune.",
        "Mr. Lund spoke of Norway and Peru.",
    ],
)
def test_what_is_no_encounter(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Peru have opened talks in Accra.", "underway"),
        ("Ana Ruiz rounded out the week by meeting Karl Vega.", "held"),
        ("Norway denied that the quota was discussed at the meeting with Peru.", "held"),
        ("Norway denied that it had met Peru.", "denied"),
        ("The board may raise it at its May 3-4, 2020 meeting with the Rail Union.", "scheduled"),
    ],
)
def test_how_far_it_has_come(text: str, status: str) -> None:
    (found,) = told(text)
    assert found.status == status


def test_a_visit_and_what_it_prepares_are_two() -> None:
    found = told("Karl Vega arrived in Chad on Tuesday to prepare for the upcoming summit with Ana Ruiz.")
    assert [(one.form, one.status) for one in found] == [("visit", "held"), ("summit", "scheduled")]


def test_a_visit_and_its_talks_are_one() -> None:
    (found,) = told("Karl Vega arrived in Chad on Tuesday for talks with Ana Ruiz.")
    assert set(found.participants) == {"Karl Vega", "Ana Ruiz"}


def test_a_name_is_no_month() -> None:
    (found,) = told("Premier Ida May flew to Lima. Karl Vega and May concluded a series of meetings.")[1:]
    assert found.on is None
    assert told("Karl Vega and Ana Ruiz met in May.")[0].on == "2019-05"


def test_a_summit_called_off_and_on_again_is_scheduled() -> None:
    found = told(
        "Karl Vega said he would hold a summit with Ana Ruiz on June 12 in Accra. The text is not ready. "
        "Envoys have haggled over it for weeks. Nobody expects much of it. "
        "He had called off the summit two weeks ago."
    )
    assert [(one.status, one.on) for one in found if one.form == "summit"] == [("scheduled", "2019-06-12")]


@pytest.mark.parametrize(
    ("text", "agenda"),
    [
        ("The meeting between Norway and Peru discussed the price of fish.", ("the price of fish",)),
        ("Norway and Peru met on the anniversary of the war.", ()),
        ("Norway met Peru on the sidelines of the fair.", ()),
    ],
)
def test_what_it_is_about(text: str, agenda: tuple[str, ...]) -> None:
    (found,) = told(text)
    assert found.agenda == agenda


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        (
            "The foreign ministers representing Chad, Niger and Mali were meeting in Lima.",
            {"Chad", "Niger", "Mali"},
        ),
        (
            "At a news conference alongside Premier Karl Vega, President Ana Ruiz named her terms.",
            {"Karl Vega", "Ana Ruiz"},
        ),
        ("Mr. Lund took part in negotiations with Chadian officials in Peru.", {"Lund", "Chad"}),
    ],
)
def test_whom_they_represent_and_where_they_are(text: str, participants: set[str]) -> None:
    (found,) = told(text)
    assert set(found.participants) == participants


@pytest.mark.parametrize(
    "text",
    [
        "They aimed at meeting the needs of producers and consumers.",
        "It is the strictest text ever negotiated for any fleet.",
        "The owners are against talks.",
    ],
)
def test_needs_rules_and_refusals_are_no_encounters(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "status", "on"),
    [
        ("On Wednesday, Minister Ana Ruiz meets Premier Karl Vega.", "scheduled", "2019-06-12"),
        (
            "In a conference call between the leaders of Chad, Niger and Mali, Mr. Vega confirmed it.",
            "held",
            None,
        ),
        ("Premier Karl Vega meets Ana Ruiz in Lima on Friday.", "held", "2019-06-07"),
    ],
)
def test_a_present_tense_with_a_day(text: str, status: str, on: str | None) -> None:
    (found,) = told(text)
    assert (found.status, found.on) == (status, on)


def test_one_side_of_talks_is_told_with_the_other_where_the_report_tells_of_two() -> None:
    (found,) = told(
        "Talks between Chad and Niger on a dam go on in Lima. Chad wants to continue the talks, an aide said."
    )
    assert set(found.participants) == {"Chad", "Niger"}


def test_of_three_sides_none_is_added() -> None:
    found = told("Chad held talks with Niger. Chad held talks with Mali. Peru wants to open talks.")
    assert ("Peru",) in [one.participants for one in found]


def test_who_reports_takes_part_in_nothing() -> None:
    found = told(
        "Karl Vega met Ana Ruiz on Monday. At their meeting, the Washington Post said, nothing was signed."
    )
    assert not any("Washington Post" in name for one in found for name in one.participants)


def test_the_other_is_not_the_one_who_speaks() -> None:
    found = told(
        "Karl Lund spoke at a news conference with Premier Theresa Ruiz after a meeting with her in Accra."
    )
    assert {frozenset(one.participants) for one in found} == {frozenset({"Karl Lund", "Theresa Ruiz"})}


def test_talks_do_not_take_the_day_of_a_meeting_named_beside_them() -> None:
    found = told(
        "Karl Lund is open to continuing negotiations with Chad, including at a meeting scheduled for Monday."
    )
    assert {one.form: one.on for one in found} == {"talks": None, "meeting": "2019-06-10"}


@pytest.mark.parametrize(
    ("text", "status", "on"),
    [
        ("A truce between Chad and Mali held on Thursday, ahead of negotiations in Lima.", "scheduled", None),
        (
            "A meeting between Karl Vega and Ana Ruiz is likely next week.",
            "proposed",
            "2019-06-10/2019-06-16",
        ),
        ("Norway will continue facilitating negotiations between Chad and Niger.", "underway", None),
        (
            "At the meeting with Karl Vega on Monday, Chad released its exports for May 2018.",
            "held",
            "2019-06-03",
        ),
    ],
)
def test_ahead_likely_and_continuing(text: str, status: str, on: str | None) -> None:
    (found,) = told(text)
    assert (found.status, found.on) == (status, on)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz will see who is there before she makes that call.",
        "Chad will continue to meet Niger.",
        "Ana Ruiz was one of many who pulled out of the talks.",
    ],
)
def test_decisions_and_habits_are_no_encounters(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "participants", "status"),
    [
        (
            "It came ahead of a possible meeting between Karl Vega and Ana Ruiz.",
            {"Karl Vega", "Ana Ruiz"},
            "proposed",
        ),
        ("The U.S. and Japanese trade talks will not delay it.", {"United States", "Japan"}, "scheduled"),
        ("Both Chadian and Malian officials appeared open to resuming talks.", {"Chad", "Mali"}, "proposed"),
    ],
)
def test_possible_ones_and_two_before_the_noun(text: str, participants: set[str], status: str) -> None:
    (found,) = told(text)
    assert (set(found.participants), found.status) == (participants, status)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz spoke at the third South American presidential summit.",
        "During the call with NBC News, Karl Vega threatened Chad.",
        "It was unclear whether a call between Chad and Niger took place.",
        "Chad said it would not enter into direct negotiations with Niger.",
    ],
)
def test_what_is_denied_asked_or_an_interview_is_no_encounter(text: str) -> None:
    assert told(text) == []


def test_who_brings_them_together_takes_no_part() -> None:
    found = told("The U.N.-brokered talks between Chad and Niger began in Lima on Monday.")
    assert {name for one in found for name in one.participants} == {"Chad", "Niger"}
