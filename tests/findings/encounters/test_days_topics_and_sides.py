"""Whom they represent, days told in the present, what is likely, possible, aside, and what it is about."""

import pytest

import parley
from parley.model import Encounter

FRIDAY = "2019-06-07"


def told(text: str) -> list[Encounter]:
    return [one for one in parley.read(text, published=FRIDAY).findings if isinstance(one, Encounter)]


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


@pytest.mark.parametrize(
    ("text", "agenda"),
    [
        ("Ana Ruiz is set to discuss the quota Monday with Premier Karl Vega.", ("the quota",)),
        ("Ambassador Ana Ruiz met Premier Karl Vega and discussed the harvest.", ("the harvest",)),
        ("Norway laid the blame on Peru for the breakdown of talks with Chad.", ()),
    ],
)
def test_topics_end_where_others_are_named(text: str, agenda: tuple[str, ...]) -> None:
    (found,) = told(text)
    assert found.agenda == agenda


def test_a_summit_and_what_is_held_on_its_sidelines_are_two() -> None:
    found = told(
        "Envoys hope for a meeting between Karl Vega and Ana Ruiz on the sidelines of a NATO summit in Oslo."
    )
    assert [set(one.participants) for one in found] == [{"Karl Vega", "Ana Ruiz"}, {"NATO"}]


def test_who_expects_talks_of_two_takes_no_part() -> None:
    (found,) = told("Karl Vega, a former banker, expects Chad-Niger negotiations on the dam.")
    assert set(found.participants) == {"Chad", "Niger"}


def test_a_text_released_on_a_day_dates_no_talks() -> None:
    found = told(
        "Chad and Niger resumed talks. In a paper on the talks released on Monday Chad blamed Niger."
    )
    assert [one.on for one in found] == [None]


def test_visits_by_their_number_are_no_single_visit() -> None:
    assert told("Premier Karl Vega has visited Chad 11 times.") == []


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The summit between Karl Vega and Ana Ruiz is back on.", ["scheduled"]),
        ("Talks between Chad and Niger are back on track.", ["underway"]),
        ("He called off the summit with Ana Ruiz. Now the summit is back on for June 12.", ["scheduled"]),
        (
            "He called off the summit with Ana Ruiz. The summit with Karl Vega is back on.",
            ["cancelled", "scheduled"],
        ),
    ],
)
def test_what_is_back_on_is_scheduled(text: str, statuses: list[str]) -> None:
    assert [one.status for one in told(text)] == statuses


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Chad's answer left open the possibility of indirect talks with Niger.", {"Chad", "Niger"}),
        ("The envoy's letter raised the possibility of talks with the rebels.", {"rebels"}),
    ],
)
def test_whose_answer_leaves_talks_open_takes_part(text: str, participants: set[str]) -> None:
    (found,) = told(text)
    assert set(found.participants) == participants
