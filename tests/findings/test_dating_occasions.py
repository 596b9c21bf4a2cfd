"""Dates of the occasions at which somebody is told to have spoken. Monday 2 June 2025 is publication."""

from __future__ import annotations

import pytest

import parley
from marked import PUBLISHED, dates
from parley.model import Statement

FRIDAY, SATURDAY, SUNDAY, MONDAY = "2025-05-30", "2025-05-31", "2025-06-01", "2025-06-02"


def said(text: str, words: str) -> str | None:
    """When the statement whose content holds some words was said, in a report read by the engine."""
    found = [one for one in parley.read(text, published=PUBLISHED).findings if isinstance(one, Statement)]
    return next(
        one.said_on for one in found if any(words in text[part.start : part.end] for part in one.content)
    )


AT_OCCASIONS = [
    (
        "Energy Minister Ana Ruiz played down the dispute at a Sunday press briefing, where she said "
        "the reactor was “not a matter for the union.”",
        "the reactor",
        SUNDAY,
    ),
    (
        "Premier Mira Castell rejected the quotas in a Saturday interview with the harbour radio.",
        "the quotas",
        SATURDAY,
    ),
    (
        "The dockers’ leader, Lev Orlov, condemned the walkout during a speech in Riga on Sunday.",
        "the walkout",
        SUNDAY,
    ),
    (
        "Trade Commissioner Ito Abe criticised the tariffs at a news conference in Oslo on Friday.",
        "the tariffs",
        FRIDAY,
    ),
    (
        "Governor Per Dahl praised the climate accord in an address broadcast on Sunday.",
        "the climate accord",
        SUNDAY,
    ),
    # What was said at the briefing is what he doubts, whenever that was.
    (
        "Governor Per Dahl doubted claims that the minister made at a Sunday briefing.",
        "claims",
        None,
    ),
    ("Governor Per Dahl said a Sunday briefing would be held in Oslo.", "briefing", None),
]


@pytest.mark.parametrize(("text", "words", "date"), AT_OCCASIONS)
def test_words_are_of_the_day_of_their_occasion(text: str, words: str, date: str | None) -> None:
    assert said(text, words) == date


WITH_VERBS = [
    (
        "Premier Mira Castell was vague on Sunday about whether the fishing fleets would return, saying "
        "that “many boats have their own plans.”",
        "boats",
        SUNDAY,
    ),
    (
        "Lev Orlov walked out of the wage talks with the railway on Saturday and accused the company of "
        "bad faith.",
        "bad faith",
        SATURDAY,
    ),
    (
        "Governor Per Dahl flew home from the climate summit in Nairobi on Friday and blamed the oil states "
        "for its failure.",
        "failure",
        FRIDAY,
    ),
    (
        "The rebels broke off the cease-fire talks in April and warned that the valley would burn.",
        "valley",
        "2025-04",
    ),
    (
        "Ana Ruiz met the nuclear inspectors in Vienna on Sunday and promised them access.",
        "access",
        SUNDAY,
    ),
    # The inspectors' day, not hers.
    ("Inspectors left Vienna on Sunday and Ana Ruiz said that they would return.", "return", None),
    ("Ana Ruiz said the inspectors had left Vienna on Sunday and would return.", "return", None),
]


@pytest.mark.parametrize(("text", "words", "date"), WITH_VERBS)
def test_words_are_of_the_day_of_the_deed_they_go_with(text: str, words: str, date: str | None) -> None:
    assert said(text, words) == date


APPEARANCES = [
    ("But Castell, in an interview with the harbour radio on Sunday, opened the door to a deal.", SUNDAY),
    ("Castell struck a softer tone in a speech to the dockers on Saturday.", SATURDAY),
    ("Castell held a Friday news conference in Oslo.", FRIDAY),
    ("Castell gave Sunday’s address to the climate assembly.", SUNDAY),
    ("On Saturday, Castell faced lawmakers in a debate on the tariffs.", SATURDAY),
    # A meeting is not held in public, and another's speech is not hers.
    ("Castell attended a meeting with the miners on Sunday.", None),
    ("Castell’s deputy, in an interview with the harbour radio on Sunday, opened the door.", None),
    ("Castell left on Sunday after the speech of the union leader.", None),
]


@pytest.mark.parametrize(("scene", "date"), APPEARANCES)
def test_who_is_told_to_have_spoken_in_public_said_it_there(scene: str, date: str | None) -> None:
    text = scene + (
        "\n\nThe boats lay idle.\n\n“{c1 We can wait},” {s1 Castell} {q1 said}.\n\n"
        "“{c2 We can pay},” {s2 she} {q2 added}. “{c3 They cannot},” {s3 a cook} {q3 said}."
    )
    assert dates(text, {1: "Mira Castell", 2: "Mira Castell"}) == [date, date, None]


def test_a_dated_interview_named_again_far_below_dates_what_is_said_in_it() -> None:
    between = "\n\n".join(["The boats lay idle."] * 8)
    text = (
        f"Castell gave an interview on Saturday.\n\n{between}\n\n"
        "Castell went further in the interview. “{c1 We can wait},” {s1 she} {q1 said}.\n\n"
        f"{between}\n\n“{{c2 We can pay}},” {{s2 she}} {{q2 told}} reporters."
    )
    found = dates(text, {1: "Mira Castell", 2: "Mira Castell"}, "2025-06-20")
    assert found == ["2025-06-14", None]


VOICES = [
    ("a senior diplomat", "the diplomat", SUNDAY),
    ("an aide to the governor", "the governor’s aide", SUNDAY),
    ("a mine safety inspector", "this inspector", SUNDAY),
    ("deputy prime minister Ana Ruiz", "Ana Ruiz", SUNDAY),
    ("presidential chief of staff Ito Abe", "Ito Abe", SUNDAY),
    # Another one, or several.
    ("a senior diplomat", "another diplomat", None),
    ("union officials", "the officials", None),
    ("a senior diplomat", "the ambassador", None),
]


@pytest.mark.parametrize(("first", "again", "date"), VOICES)
def test_who_is_told_of_again_by_the_same_noun_spoke_on_the_same_day(
    first: str, again: str, date: str | None
) -> None:
    text = (
        f"On Sunday, {{s1 {first}}} {{q1 said}} {{c1 the strait was open}}.\n\n"
        f"“{{c2 Ships may pass}},” {{s2 {again}}} {{q2 said}}."
    )
    assert dates(text) == [SUNDAY, date]


def test_the_same_day_that_somebody_spoke() -> None:
    text = (
        "The mine handed over its papers on Friday — the same day that {s1 the ministry} {q1 admitted} "
        "{c1 the shaft was unsafe}."
    )
    assert dates(text) == [FRIDAY]
    assert dates(text.replace(" — the same day that", ", and")) == [None]
    assert dates(text.replace("on Friday — the same", "on Friday. It was a day")) == [None]


def test_according_to_one_told_to_have_spoken_on_one_day() -> None:
    text = (
        "The ferries will not sail, {q1 according to} {s1 Lev Orlov}{c1 .}\n\n"
        "Passengers waited.\n\nOn Sunday, {s2 Orlov} {q2 said} {c2 the crews were tired}."
    )
    assert dates(text, {1: "Lev Orlov", 2: "Lev Orlov"}) == [SUNDAY, SUNDAY]
    assert dates(text, {1: "the Herald", 2: "Lev Orlov"}) == [None, SUNDAY]


def test_who_speaks_for_those_just_heard_spoke_on_their_day() -> None:
    text = (
        "On Sunday, {s1 Norway} {q1 said} {c1 it would cut its quotas}. The cut would be small, "
        "{s2 spokeswoman Ana Ruiz} {q2 said}{c2 .} It would be none, {s3 Kremlin spokesman Lev Orlov} "
        "{q3 said}{c3 .}"
    )
    assert dates(text, {2: "Ana Ruiz", 3: "Lev Orlov"}) == [SUNDAY, SUNDAY, None]


def test_a_day_beside_who_acts_is_of_what_they_said_next() -> None:
    text = (
        "The ministry’s spokesman on Friday all but ruled out talks. In a note to editors, "
        "{s1 ministry spokesman Gao Lin} {q1 said} {c1 that trust was gone}."
    )
    assert dates(text, {1: "Gao Lin"}) == [FRIDAY]
    assert dates(text.replace("spokesman on Friday", "union on Friday"), {1: "Gao Lin"}) == [None]


def test_who_he_is_may_be_told_in_the_paragraph_before() -> None:
    text = "Orlov on Saturday barred the gates.\n\n“{c1 Nobody leaves},” {s1 he} {q1 wrote}."
    assert dates(text, {1: "Lev Orlov"}) == [SATURDAY]
    assert dates(text.replace("s1 he", "s1 Orlov"), {1: "Lev Orlov"}) == [None]


def test_news_of_the_last_day_named_goes_on_far_below() -> None:
    between = "\n\n".join(["The boats lay idle."] * 5)
    text = (
        f"On Sunday {{s1 the union}} {{q1 said}} {{c1 it would hold its congress}}.\n\n{between}\n\n"
        "{s2 The union} {q2 said} {c2 the court had erred}."
    )
    names = {1: "the union", 2: "the union"}
    assert dates(text, names) == [SUNDAY, SUNDAY]
    assert dates(text.replace("The boats", "On Monday the boats"), names) == [SUNDAY, None]


NO_TIMES = [
    ("The mayor cut the ribbon. Dawn Ruiz waved.\n\n{s1 The union} {q1 said} {c1 it was late}.", None),
    ("Sign up for Morning Tide.\n\n{s1 The union} {q1 said} {c1 it was late}.", None),
    ("The Evening Herald wrote of it.\n\n{s1 The union} {q1 said} {c1 it was late}.", None),
    ("The ferries stopped this morning.\n\n{s1 The union} {q1 said} {c1 it was late}.", MONDAY),
]


@pytest.mark.parametrize(("text", "date"), NO_TIMES)
def test_a_name_that_is_also_a_part_of_the_day_is_no_time(text: str, date: str | None) -> None:
    assert dates(text) == [date]


FLASHBACKS = [
    ("They met on May 3 and {s2 Castell} {q2 urged} {c2 calm}.", MONDAY),
    ("{s2 Castell} {q2 said} on May 20 {c2 that all was calm}.", MONDAY),
    ("In an interview on May 20, {s2 Castell} {q2 said} {c2 that all was calm}.", "2025-05-20"),
    # Of the days before, the report may go on telling.
    ("{s2 Castell} {q2 said} on Saturday {c2 that all was calm}.", SATURDAY),
]


@pytest.mark.parametrize(("between", "date"), FLASHBACKS)
def test_a_report_comes_back_from_what_it_looks_back_on(between: str, date: str) -> None:
    text = (
        "{s1 Castell} {q1 said} on Monday {c1 that ships would sail}.\n\n" + between + "\n\n"
        "{s3 Castell} {q3 said} {c3 she would go aboard}."
    )
    assert dates(text, dict.fromkeys((1, 2, 3), "Mira Castell"))[2] == date


NEWS = [
    ("Premier Mira Castell on Saturday opened the country’s longest bridge.", SATURDAY),
    ("Premier Mira Castell signed the peace accord in Oslo on Sunday.", SUNDAY),
    ("The strike leader Mira Castell walked out of the wage talks on Friday.", FRIDAY),
    # The deed of somebody else, and one to come.
    ("Premier Mira Castell’s envoy signed the peace accord in Oslo on Sunday.", None),
    ("Premier Mira Castell will sign the peace accord in Oslo on Sunday.", None),
]


@pytest.mark.parametrize(("news", "date"), NEWS)
def test_who_does_what_a_report_opens_with_speaks_on_that_day(news: str, date: str | None) -> None:
    text = f"{news}\n\nFlags were flown in every port of the islands.\n\n“It is a great day,” said Castell."
    assert said(text, "great day") == date


def test_one_title_is_one_person() -> None:
    text = (
        "{s1 The lead negotiator of the rebels} {q1 said} on Sunday {c1 that they were pressed}.\n\n"
        "{s2 Negotiator Omar Haddad} {q2 said} {c2 they would not yield}."
    )
    assert dates(text, {2: "Omar Haddad"}) == [SUNDAY, SUNDAY]
    assert dates(text.replace("s2 Negotiator", "s2 General"), {2: "Omar Haddad"}) == [SUNDAY, None]
    two = text + "\n\n{s3 Negotiator Lev Orlov} {q3 said} {c3 he would}."
    assert dates(two, {2: "Omar Haddad", 3: "Lev Orlov"}) == [SUNDAY, None, None]


def test_a_day_swallowed_by_a_name_is_of_the_saying() -> None:
    assert dates("{s1 The White House Sunday} {q1 denied} {c1 the report}.") == [SUNDAY]
    assert dates("{s1 Victims of the fire on Sunday} {q1 denied} {c1 the report}.") == [None]


def test_a_day_that_tells_which_thing_is_meant_dates_nothing() -> None:
    text = "The May 12 accord calmed the sea, but the two sides announced no further steps."
    assert said(text, "steps") is None


def test_a_summit_ahead_dates_no_words_about_it() -> None:
    text = (
        "A summit is due later this month.\n\nOn the chances of a deal by the summit, {s1 the envoy} "
        "{q1 said} {c1 that the gap was wide}."
    )
    assert dates(text, published="2025-06-12") == [None]


def test_a_paper_a_sentence_opens_with_may_be_long() -> None:
    text = (
        "In a white paper on the state of the fisheries and their markets issued by the government’s press "
        "office on Sunday, Peru denied all charges."
    )
    assert said(text, "all charges") == SUNDAY
    assert said(text.replace("In a white paper on", "In sharp contrast with"), "all charges") is None


def test_two_participles_share_their_helper() -> None:
    text = (
        "Premier Mira Castell spoke to the crews of the ferries and their families on Sunday.\n\n"
        "“We will sail,” she said.\n\n"
        "For weeks, Castell has mocked the union and demanded an apology from it."
    )
    assert said(text, "We will sail") == SUNDAY
    assert said(text, "an apology") is None
