"""Statements in whole sentences, read with the bundled engine."""

import pytest

import parley
from parley.model import Statement

FRIDAY = "2019-06-07"


def said(text: str) -> list[Statement]:
    return list(parley.read(text, published=FRIDAY).statements)


@pytest.mark.parametrize(
    "text",
    [
        "Washington has kept its counsel on the offer.",
        "Neither side would say when the guns were to fall silent.",
        "The envoy would not be drawn on the timing.",
        "The minister brushed off questions about the ships.",
        "Ms. Ruiz ducked a question on whether she would sign.",
        "The mayor gave nothing away about the terms.",
        "The union had yet to comment on the offer.",
        "Officials would neither confirm nor deny the report.",
        "Asked about the quota, Japan reserved its position.",
    ],
)
def test_ways_of_saying_nothing(text: str) -> None:
    assert [one.speech for one in said(text)] == ["withheld"]


def test_what_is_asked_is_withheld() -> None:
    (one,) = said("Neither side would say when the guns were to fall silent.")
    text = "Neither side would say when the guns were to fall silent."
    assert one.content[0].of(text) == "when the guns were to fall silent"


def test_the_terms_of_a_deal_are_not_said() -> None:
    assert said("The deal calls for Chad to freeze parts of its programme.") == []


def test_the_same_words_are_said_once() -> None:
    found = said("On Friday Mr. Brandt wrote a letter to Ms. Ruiz saying that guns should be included.")
    assert len(found) == 1


def test_the_report_is_no_source_of_its_own() -> None:
    found = said("As we have reported, many Norwegian Liberals oppose any easing of sanctions on Chad.")
    assert "we" not in {one.source.name for one in found if one.source is not None}


def test_a_state_in_capitals_sends_a_delegate() -> None:
    found = said("CHINA suggested a ten-year cycle. He stressed the importance of domestic cycles.")
    assert [one.source.name for one in found if one.source is not None] == ["CHINA", "CHINA"]


def test_they_are_the_two_of_the_last_sentence() -> None:
    found = said(
        "President Lena Brandt spoke today with Prime Minister Omar Kone of Chad. "
        "They discussed the fighting and expressed their shared desire for calm."
    )
    assert {one.source.name for one in found if one.source is not None} == {"Lena Brandt and Omar Kone"}


def test_delegates_spoke_on_the_day_of_their_meeting() -> None:
    found = said(
        "BONN — A contact group on funding met twice on Wednesday without agreeing on a text.\n\n"
        "Zambia, for the African Group, called for a new facility. "
        "The European Union said it was open to discussing one.\n\n"
        "The weather was fine. Ms. Ruiz said nothing would come of it."
    )
    days = {one.source.name: one.said_on for one in found if one.source is not None}
    assert days == {"Zambia": "2019-06-05", "the European Union": "2019-06-05", "Ruiz": None}


def test_who_received_the_press_spoke_then() -> None:
    (one,) = said(
        "Foreign minister Ana Ruiz received reporters in the garden of the ministry on Wednesday. "
        "“They will stay,” she said."
    )
    assert one.said_on == "2019-06-05"
