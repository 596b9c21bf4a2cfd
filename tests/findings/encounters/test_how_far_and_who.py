"""How far encounters have come, on which days and with whom, in whole sentences about many negotiations."""

import pytest

import parley
from parley.findings.encounters.sketch import Actor, told_once
from parley.model import Encounter

FRIDAY = "2026-03-20"


def told(text: str) -> list[Encounter]:
    return [one for one in parley.read(text, published=FRIDAY).findings if isinstance(one, Encounter)]


@pytest.mark.parametrize(
    ("text", "status", "on"),
    [
        ("Norway opened a first round of talks with Peru on Monday.", "held", "2026-03-16"),
        ("Norway opens talks with Peru in Lima today over cod.", "underway", FRIDAY),
        ("Norway and Peru opened a two-day summit in Lima on Thursday.", "underway", "2026-03-19/2026-03-20"),
        (
            "The owners will decide after another round of talks with the union in Accra on Friday.",
            "scheduled",
            FRIDAY,
        ),
        ("The owners agreed to the raise after talks with the union on Monday.", "held", "2026-03-16"),
        ("The union broke off the pay talks with the owners.", "cancelled", None),
        ("The unions and the port broke off talks late on Monday.", "held", "2026-03-16"),
        (
            "President Vega will raise the quota when he visits Oslo next week.",
            "scheduled",
            "2026-03-23/2026-03-29",
        ),
        ("Norway will continue with the Peruvian negotiations.", "underway", None),
        ("A lack of progress in negotiations with Peru worries Oslo.", "underway", None),
        (
            "The outcome of the talks between Norway and Peru is expected to be announced on Friday.",
            "held",
            None,
        ),
        (
            "The ministers of Norway and Peru held two days of talks in Lima, ending Thursday.",
            "held",
            "2026-03-18/2026-03-19",
        ),
        (
            "The three-day meeting between Chad and Niger ended on Wednesday.",
            "held",
            "2026-03-16/2026-03-18",
        ),
        ("Lund has pulled out of the planned summit with Vega.", "cancelled", None),
        ("Lund said she would meet Vega on Friday if the vote failed.", "proposed", FRIDAY),
        ("The panel on quotas will convene in Accra on Monday.", "scheduled", "2026-03-23"),
        ("After three days of talks, a deal was announced on Friday.", "held", "2026-03-18/2026-03-20"),
        ("Delegates voted on Sunday to open talks with the miners.", "proposed", None),
        ("Talks between Norway and the coast states of Chad will go on through June.", "underway", None),
        ("Speaker Vega is next week to visit Peru.", "scheduled", "2026-03-23/2026-03-29"),
        ("Holm is in Peru on a three-day visit.", "underway", None),
        (
            "Ruiz may discuss with Lund the controversy over the repatriation of two crews in November 2016.",
            "proposed",
            None,
        ),
        (
            "The last meeting of the Council was held on March 3-4, 2025, in New Delhi.",
            "held",
            "2025-03-03/2025-03-04",
        ),
    ],
)
def test_status_and_days(text: str, status: str, on: str | None) -> None:
    found = told(text)
    assert [(one.status, one.on) for one in found] == [(status, on)]


@pytest.mark.parametrize(
    ("text", "participants"),
    [
        ("Norway sent its envoy Ida Lund to Peru to meet President Vega.", {"Ida Lund", "Vega"}),
        (
            "Chad dispatched Foreign Minister Idriss Kone to Accra to hold talks with the rebels on Monday.",
            {"Idriss Kone", "rebels"},
        ),
        ("North and South Korea held talks in Seoul on Monday.", {"North Korea", "South Korea"}),
        (
            "The Deputy Minister of Fisheries of Norway, Ana Holm, met the Peruvian ambassador on Monday.",
            {"Ana Holm", "Peruvian ambassador"},
        ),
        ("Norway will continue with the Peruvian negotiations.", {"Norway", "Peru"}),
        (
            "The Fisheries Ministry of Peru said that Oslo and Lima will share the catch when talks between "
            "the two countries resume.",
            {"Norway", "Peru"},
        ),
        (
            "On March 2, US Secretary of State Rex Diaz called Chadian Foreign Minister Idriss Kone "
            "to discuss the quota.",
            {"Rex Diaz", "Idriss Kone"},
        ),
        (
            "President Vega met Norwegian Premier Ida Lund on Monday. Peruvian Trade Minister Ana Ruiz "
            "attended the meeting.",
            {"Vega", "Ida Lund", "Ana Ruiz"},
        ),
        (
            "Premier Ida Lund met President Rafael Vega in Lima on Monday. The third Lund-Vega summit was "
            "held in February.",
            {"Ida Lund", "Rafael Vega"},
        ),
        (
            "Speaking on Monday after he met with envoy Per Dahl, Ida Lund called it useful.",
            {"Ida Lund", "Per Dahl"},
        ),
    ],
)
def test_who_takes_part(text: str, participants: set[str]) -> None:
    found = told(text)
    assert found
    assert all(set(one.participants) == participants for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Vega called Ida Lund a liar.",
        "It was agreed to maintain contacts between the leaders of Norway and Peru.",
        "The town offered to pay for the meeting sites.",
        "Hosting President Mario Vega opened the session with a speech.",
        "Officials negotiated the price of cod.",
        "If they agree, they'll have three months to hammer out the details of a pact.",
        "Lund's letter arrived in Lima on Monday.",
        "The ministers would meet with local media on Monday.",
    ],
)
def test_no_encounter(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Prime Minister Mustafa Kone paid a visit to Peru last week.", ["visit"]),
        ("Holm arrived in Peru late Wednesday after a three-day visit to Singapore.", ["visit", "visit"]),
        ("Receiving Premier Ida Lund for a state visit at the White House, Vega spoke of cod.", ["meeting"]),
        ("Lund and Vega held long discussions by telephone on Wednesday.", ["call"]),
        ("Ministers held a telephone meeting on Monday with Norway's Ida Lund.", ["call"]),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    assert [one.form for one in told(text)] == forms


def test_places_tell_meetings_apart() -> None:
    found = told(
        "Lund and Vega held talks in Lima in May 2025. Five months later Lund and Vega held talks in Accra."
    )
    assert [one.place for one in found] == ["Lima", "Accra"]


def test_a_day_in_the_dateline_is_not_the_day_of_the_talks() -> None:
    (found,) = told("LIMA, March 20 - Talks between Norway and Peru on cod have failed.")
    assert found.on is None


def test_a_deadline_is_not_the_day_of_the_talks() -> None:
    found = told("Lund arrived in Lima for a round of talks whose initial deadline was March 31.")
    assert {one.on for one in found} == {None}


def test_a_leader_stands_for_the_country() -> None:
    leader, country = Actor("Ida Lund", "Norway", person=True), Actor("Norway", "Norway")
    host = Actor("Peru", "Peru")
    assert told_once((leader, country, host)) == (leader, host)
    assert told_once((country, host)) == (country, host)
