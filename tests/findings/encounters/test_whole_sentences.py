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


@pytest.mark.parametrize(
    ("text", "form", "status", "who"),
    [
        (
            "Norwegian Foreign Minister Ida Lund met her Danish counterpart Lars Roe in Oslo on Monday.",
            "meeting",
            "held",
            ("Ida Lund", "Lars Roe"),
        ),
        (
            "Egyptian Foreign Minister Sameh Roe held talks with his Ethiopian counterpart on Monday.",
            "talks",
            "held",
            ("Sameh Roe", "Ethiopia"),
        ),
        (
            "Sergei Lind will meet Turkish counterpart Mehmet Aydin on Monday.",
            "meeting",
            "scheduled",
            ("Sergei Lind", "Mehmet Aydin"),
        ),
        (
            "In a telephone call on Sunday, Ana Ruiz told Luis Vega that the border would stay closed.",
            "call",
            "held",
            ("Ana Ruiz", "Luis Vega"),
        ),
        (
            "In a meeting in Lima on Tuesday with bank leaders, President Ruiz urged a deal on the debt.",
            "meeting",
            "held",
            ("Ruiz", "bank leaders"),
        ),
        (
            "The rebels denied that any meeting with Chadian officials had taken place in Doha.",
            "meeting",
            "denied",
            ("rebels", "Chad"),
        ),
        ("Ida Lund is on a three-day official visit to India.", "visit", "underway", ("Ida Lund",)),
        (
            "Ministers from the Gulf Cooperation Council held an emergency session in Riyadh on Saturday.",
            "meeting",
            "held",
            ("Gulf Cooperation Council",),
        ),
        (
            "The teachers will return to the bargaining table on Tuesday.",
            "talks",
            "scheduled",
            ("teachers",),
        ),
        (
            "Emmanuel Macron and Olaf Scholz are expected to speak later this week.",
            "call",
            "scheduled",
            ("Emmanuel Macron", "Olaf Scholz"),
        ),
    ],
)
def test_who_takes_part_in_it(text: str, form: str, status: str, who: tuple[str, ...]) -> None:
    (one,) = told(text)
    assert (one.form, one.status.value, one.participants) == (form, status, who)


@pytest.mark.parametrize(
    "text",
    [
        "Ida Lund and Lars Roe are expected to speak at the rally on Monday.",
        "Chad put its missiles on the negotiating table.",
        "Chad walked away from the negotiating table last week.",
        "In a speech on Monday, Ida Lund urged Lars Roe to sign.",
        "Collective bargaining is a right, the union said.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert told(text) == []


def test_a_counterpart_speaks_for_the_own_nation() -> None:
    read = parley.read(
        "Norwegian Foreign Minister Ida Lund praised the plan. Her Danish counterpart said it was late.",
        published=FRIDAY,
    )
    assert [one.source.on_behalf_of for one in read.statements if one.source] == ["Norway", "Denmark"]


@pytest.mark.parametrize(
    ("text", "form", "status", "who"),
    [
        ("World leaders gathered in Paris on Monday.", "meeting", "held", ("World leaders",)),
        (
            "Countries belonging to the “Syria Support Group” met in Geneva on Monday.",
            "meeting",
            "held",
            ("Syria Support Group",),
        ),
        (
            "President Ida Lund paid an official visit to the French capital, Paris, on Monday.",
            "visit",
            "held",
            ("Ida Lund",),
        ),
        (
            "Minister Karl Vega wrapped up a tour of Southeast Asia on Friday.",
            "visit",
            "held",
            ("Karl Vega",),
        ),
        (
            "Chad’s spokesman said that Chadian and Nigerien negotiators had not spoken by phone.",
            "call",
            "denied",
            ("Chad", "Niger"),
        ),
        (
            "Karl Vega, who has met Ida Lund five times in the past year, was optimistic.",
            "meeting",
            "held",
            ("Karl Vega", "Ida Lund"),
        ),
    ],
)
def test_who_met_who_went_and_what_is_denied(text: str, form: str, status: str, who: tuple[str, ...]) -> None:
    (one,) = told(text)
    assert (one.form, one.status.value, one.participants) == (form, status, who)


@pytest.mark.parametrize(
    "text",
    [
        "Workers gathered outside the plant on Monday.",
        "Police gathered evidence in Lima on Monday.",
        "Chadian and Nigerien negotiators have not met.",
        "Karl Vega went on a tour of duty.",
    ],
)
def test_crowds_and_what_the_report_itself_denies_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("Danish officials called the ministry on Sunday night, Ida Lund said.", 1),
        ("Chad called Niger on Monday.", 1),
        ("Chad called Niger a cheat on Monday.", 0),
        ("Ida Lund called the government, and the plan, a farce.", 0),
        ("The union called the strike on Monday.", 0),
    ],
)
def test_whom_somebody_calls_and_what_he_calls_him(text: str, calls: int) -> None:
    assert len([one for one in told(text) if one.form == "call"]) == calls


def test_what_is_prepared_lies_ahead_and_leaders_are_not_their_continent() -> None:
    (one,) = told(
        "Preparations are under way for Premier Karl Vega’s meeting with a dozen European leaders on Sunday."
    )
    assert (one.status.value, one.on) == ("scheduled", "2019-06-09")
    assert one.participants == ("Karl Vega", "European leaders")


def test_two_of_a_row_are_two() -> None:
    found = told(
        "President Karl Vega flew to Accra for his second summit with President Ida Lund. The talks broke "
        "down. He had come under pressure to bring home more than the text of his first summit in Lima eight "
        "months ago."
    )
    summits = [(one.form, one.place, one.on) for one in found if one.form == "summit"]
    assert summits == [("summit", "Accra", None), ("summit", "Lima", "2018-10")]
