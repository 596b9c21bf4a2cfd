"""Namesakes, forecasts, days of weeks ago, silence before the press."""

from __future__ import annotations

import pytest

import parley
from parley.model import Position, Speech


def test_a_namesake_who_comes_up_later_does_not_take_the_short_name() -> None:
    text = (
        "President Ida Lund will meet North Korean leader Kim Jong Un. Moon Jae-in said he and North "
        "Korea’s Kim had spoken. Sung Kim, a former envoy, led a team. Kim said he would come."
    )
    found = parley.read(text, published="2025-03-04").statements
    assert [one.source.name for one in found if one.source][-1] == "Kim Jong Un"


def test_a_family_name_that_stands_last_is_still_one() -> None:
    text = "Sung Kim, a former envoy, led the team. Ida Lund stayed away. Kim said he was content."
    [found] = parley.read(text, published="2025-03-04").statements
    assert found.source is not None
    assert found.source.name == "Sung Kim"


@pytest.mark.parametrize(
    "text",
    [
        "Lake said the new margin meant Norway would pay about 100 million a year in interest.",
        "By June Norway will have paid back eight billion, bankers said.",
    ],
)
def test_what_is_reckoned_with_is_no_promise(text: str) -> None:
    found = parley.read(text, published="2025-03-04").findings
    assert not [one for one in found if isinstance(one, Position)]


def test_a_promise_stays_one() -> None:
    found = parley.read("Norway said it would pay back the loan by June.", published="2025-03-04").findings
    assert [one.party for one in found if isinstance(one, Position)] == ["Norway"]


def test_a_day_of_weeks_ago_told_later_dates_nothing_before_it() -> None:
    text = (
        "Ida Lund, the spokeswoman, said a team had left for Lima.\n\nThe talks are due in May.\n\n"
        "Peru was not convinced.\n\n“He will do it as he sees fit,” Lund told a broadcaster on February 3."
    )
    first, *_, last = parley.read(text, published="2025-03-04").statements
    assert (first.said_on, last.said_on) == (None, "2025-02-03")


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("Ruiz refused to speak with reporters upon his arrival in Lima.", Speech.WITHHELD),
        ("Ruiz refused to talk to the press.", Speech.WITHHELD),
    ],
)
def test_who_will_not_speak_with_the_press_withholds(text: str, speech: Speech) -> None:
    assert [one.speech for one in parley.read(text, published="2025-03-04").statements] == [speech]


def test_who_will_not_talk_to_the_other_side_withholds_nothing() -> None:
    found = parley.read("Ruiz refused to talk to the rebels.", published="2025-03-04").statements
    assert Speech.WITHHELD not in [one.speech for one in found]
