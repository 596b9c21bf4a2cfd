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
