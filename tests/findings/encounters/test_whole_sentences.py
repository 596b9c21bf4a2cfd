"""Encounters in whole sentences, read with the bundled engine: who, when and how far they have come."""

import pytest

import parley
from parley.model import Encounter

FRIDAY = "2019-06-07"


def told(text: str) -> list[Encounter]:
    return [one for one in parley.read(text, published=FRIDAY).findings if isinstance(one, Encounter)]


@pytest.mark.parametrize(
    ("text", "status", "on"),
    [
        (
            "Ministers accused the army of spoiling a new round of peace talks set to begin on Monday.",
            "scheduled",
            "2019-06-10",
        ),
        ("Talks on the quota have been extended into today, delegates of Brazil said.", "underway", FRIDAY),
        ("Before his talks with Mr. Kone on Monday, Mr. Ruiz said peace was near.", "held", "2019-06-03"),
        ("Debt talks with Chad, about to start, are crucial.", "scheduled", None),
        (
            "Foreign ministers from Chad and six other states are trying to hash out an agreement in Accra.",
            "underway",
            None,
        ),
        (
            "The weekend breakdown of talks with the rail union led to a strike.",
            "held",
            "2019-06-01/2019-06-02",
        ),
        (
            "The talks between Chad and Niger were meant to start in Geneva on Monday but the United Nations "
            "has pushed them back to Friday.",
            "postponed",
            "2019-06-03",
        ),
        (
            "Mr. Lacombe, who had been due to fly to Accra on Sunday to meet Mr. Kone, cancelled the visit.",
            "cancelled",
            "2019-06-02",
        ),
        (
            "Oslo agreed to the pause earlier this week following talks with the US in Lima.",
            "held",
            "2019-06-03/2019-06-06",
        ),
    ],
)
def test_status_and_day(text: str, status: str, on: str | None) -> None:
    found = told(text)
    assert [(one.status, one.on) for one in found] == [(status, on)]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("The two sides remain far apart following 13 rounds of talks.", {"The two sides"}),
        (
            # Who calls for talks need not take part in them.
            "President Ana Ruiz called on Sunday for immediate talks on the future of the islands.",
            set(),
        ),
        (
            "Mr. Brandt will then go to Paris to see French Foreign Minister Laurent Fabius on Monday.",
            {"Brandt", "Laurent Fabius"},
        ),
    ],
)
def test_who_takes_part(text: str, participants: set[str]) -> None:
    (found,) = told(text)
    assert set(found.participants) == participants


def test_seeing_is_meeting_only_as_the_aim_of_going() -> None:
    assert told("Mr. Brandt said he sees Mr. Fabius as a friend.") == []


def test_a_day_told_later_is_more_exact() -> None:
    (found,) = told(
        "Britain and Norway will resume talks in Bergen next week. "
        "Britain and Norway will hold the talks in Bergen on Thursday."
    )
    assert found.on == "2019-06-13"
