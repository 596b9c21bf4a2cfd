"""Dates that statements take from what was told near them. Monday 2 June 2025 is publication."""

from __future__ import annotations

from dataclasses import replace

import pytest

import parley
from documents import document
from marked import PUBLISHED, dates, marked
from parley.findings.dating import date_statements
from parley.findings.dating.carried import date_sayings
from parley.findings.dating.saying import Page, saying_of
from parley.language.times import find_times
from parley.model import Statement

FRIDAY, SATURDAY, SUNDAY, MONDAY = "2025-05-30", "2025-05-31", "2025-06-01", "2025-06-02"


def said(text: str, words: str) -> str | None:
    """When the statement whose content holds some words was said, in a report read by the engine."""
    found = [one for one in parley.read(text, published=PUBLISHED).findings if isinstance(one, Statement)]
    return next(
        one.said_on for one in found if any(words in text[part.start : part.end] for part in one.content)
    )


OFFICIALS = [
    ("Norway", "Norway’s foreign minister, Ana Ruiz,", "Ana Ruiz", SUNDAY),
    ("The United States", "US Secretary of State Ana Ruiz", "Ana Ruiz", SUNDAY),
    ("The European Union", "EU trade commissioner Ana Ruiz", "Ana Ruiz", SUNDAY),
    ("India", "an Indian trade official", "an Indian trade official", SUNDAY),
    # Another country's, one sent there, and nobody's.
    ("Norway", "Iceland’s foreign minister, Ana Ruiz,", "Ana Ruiz", None),
    ("Norway", "Iceland’s envoy to Norway", "the envoy", None),
    ("The European Union", "Peru’s mission at the European Union", "the mission", None),
    ("Norway", "fisherman Per Dahl", "Per Dahl", None),
    # An office says what it says; others of the country may speak on other days.
    ("The Kremlin", "Russian envoy Lev Orlov", "Lev Orlov", None),
]


@pytest.mark.parametrize(("country", "source", "name", "date"), OFFICIALS)
def test_an_official_spells_out_what_the_country_said(
    country: str, source: str, name: str, date: str | None
) -> None:
    text = (
        f"{{s1 {country}}} {{q1 condemned}} {{c1 the blockade}} on Sunday.\n\n"
        f"“{{c2 It must end}},” {{s2 {source}}} {{q2 said}} in a statement."
    )
    assert dates(text, {2: name}) == [SUNDAY, date]


def told(text: str, listeners: dict[int, str]) -> list[str | None]:
    """The dates of statements made to these listeners, all by one speaker."""
    doc, statements = marked(text, dict.fromkeys(listeners, "Mira Castell"))
    heard = [replace(one, addressee=listeners[number + 1]) for number, one in enumerate(statements)]
    found = date_statements(doc, heard, find_times(doc, PUBLISHED), PUBLISHED)
    return [dating.value if dating is not None else None for dating in found]


def test_what_is_told_to_the_same_station_is_of_one_interview() -> None:
    text = (
        "{s1 Castell} {q1 told} Radio Oslo on Thursday {c1 she would sue}.\n\n"
        "{s2 Castell} {q2 said} on Saturday {c2 she would not}.\n\nThe boats lay idle.\n\n"
        "“{c3 We are angry},” {s3 Castell} {q3 told} Radio Oslo."
    )
    assert told(text, {1: "Radio Oslo", 2: "", 3: "Radio Oslo"}) == ["2025-05-29", SATURDAY, "2025-05-29"]
    assert told(text, {1: "reporters", 2: "", 3: "reporters"}) == ["2025-05-29", SATURDAY, SATURDAY]


OBJECTS = [
    ("{s1 The chancellor} {q1 accused} {c1 Oslo on Sunday of breaking the truce}.", SUNDAY),
    ("{s1 The union} {q1 blamed} {c1 the company on Sunday for the shutdown}.", SUNDAY),
    ("{s1 The mediator} {q1 urged} {c1 both fleets on Sunday to return to port}.", SUNDAY),
    ("{s1 The regulator} {q1 warned} {c1 the bank on Sunday of fines}.", SUNDAY),
    ("{s1 The premier} {q1 condemned} {c1 Lima on Friday for its tariffs}.", FRIDAY),
    # What was opened on Sunday, and what they left for on Sunday.
    ("{s1 The chancellor} {q1 criticised} {c1 the opening on Sunday of a mine}.", None),
    ("{s1 The chancellor} {q1 said} {c1 Oslo left on Sunday to prepare a truce}.", None),
]


@pytest.mark.parametrize(("text", "date"), OBJECTS)
def test_a_day_between_whom_it_is_about_and_what_is_of_the_saying(text: str, date: str | None) -> None:
    assert dates(text) == [date]


PAPERS = [
    ("On Sunday, the bishops sent a letter to the mine.", "the letter", SUNDAY),
    ("On Saturday the rebels released a joint statement.", "the statement", SATURDAY),
    ("On Friday, scientists published a survey of the reefs.", "the survey", FRIDAY),
    ("On Sunday, the islands tabled a proposal for a fund.", "the proposal", SUNDAY),
    ("Late Sunday, the union posted a video.", "the video", SUNDAY),
    # Received, not sent; and another paper.
    ("On Sunday, the mine awaited a letter from the bishops.", "the letter", None),
    ("On Sunday, the bishops sent a letter to the mine.", "the survey", None),
]


@pytest.mark.parametrize(("scene", "paper", "date"), PAPERS)
def test_a_paper_given_out_on_a_day_says_so_on_that_day(scene: str, paper: str, date: str | None) -> None:
    text = scene + f"\n\nIt caused a stir. “{{c1 We are not heard}},” {{s1 {paper}}} {{q1 read}}."
    assert dates(text) == [date]


def test_later_is_not_of_a_day_after_the_reporter_has_gone_back() -> None:
    text = (
        "{s1 The minister} {q1 said} on Sunday {c1 tolls would rise}. They were brought in in 2019. "
        "{s2 A court} later {q2 ruled} {c2 that they were lawful}."
    )
    assert dates(text) == [SUNDAY, None]
    assert dates(text.replace(" in 2019", ""))[1] == f"{SUNDAY}/{MONDAY}"


def test_the_story_s_day_is_not_of_a_sentence_that_names_another() -> None:
    text = "Ferries stopped on Monday. After one sank in 2019, {s1 the union} {q1 blamed} {c1 the crew}."
    assert dates(text) == [None]
    assert dates(text.replace("After one sank in 2019", "After one sank")) == [MONDAY]
    beside = (
        "Ferries stopped on Monday. Some were hit in 2019, but {s1 the union} {q1 blamed} {c1 the state}."
    )
    assert dates(beside) == [MONDAY]


def test_who_acts_in_the_first_sentence_speaks_on_the_story_s_day() -> None:
    text = (
        "Premier Mira Castell signed a pact with the islands on Monday at the old town hall of the port.\n\n"
        "“{c1 It is a great day},” {s1 she} {q1 said}.\n\n"
        "{s2 Castell} {q2 boasted} at a rally last week {c2 that she would win}."
    )
    names = {1: "Mira Castell", 2: "Mira Castell"}
    assert dates(text, names)[0] == MONDAY
    assert dates(text.replace("Premier Mira Castell", "Premier Ito Abe"), names)[0] is None


def test_a_year_looked_back_on_is_no_rival_to_a_day() -> None:
    text = (
        "{s1 Castell} {q1 said} on Sunday {c1 she would go}.\n\nShe came to power in 2016, when "
        "{s2 she} {q2 promised} {c2 new boats}.\n\nThe boats lie idle.\n\nSo do the nets.\n\n"
        "So do the men.\n\nAfter {s3 Castell} {q3 announced} {c3 that she would go}, the port cheered."
    )
    names = dict.fromkeys((1, 2, 3), "Mira Castell")
    assert dates(text, names) == [SUNDAY, "2016", SUNDAY]


def test_what_is_dated_far_below_does_not_date_what_comes_before_it() -> None:
    text = (
        "The ferries stopped.\n\nThe boats lay idle.\n\nThe quay was empty.\n\n{s1 Castell} {q1 wrote} "
        "{c1 that she was there}.\n\nOn Thursday, {s2 Castell} {q2 said} {c2 she would come}."
    )
    names = {1: "Mira Castell", 2: "Mira Castell"}
    assert dates(text, names) == [None, "2025-05-29"]
    head = text.replace("The ferries stopped.\n\nThe boats lay idle.\n\nThe quay was empty.\n\n", "")
    assert dates(head, names) == ["2025-05-29", "2025-05-29"]


SILENT = [
    ("{s1 The chairman} {q1 could not be reached} {c1 for comment on Sunday}.", SUNDAY),
    ("{s1 The mine} {q1 did not respond} {c1 to requests for comment on Sunday}.", SUNDAY),
    ("{s1 The bank} {q1 declined} {c1 to comment on Friday}.", FRIDAY),
    # What is kept silent about is on Sunday.
    ("{s1 The mine} {q1 declined} {c1 to say whether gates would open on Sunday}.", None),
    ("{s1 The mine} {q1 declined} {c1 to comment on Sunday’s blast}.", None),
]


@pytest.mark.parametrize(("text", "date"), SILENT)
def test_nothing_was_said_on_the_day_named(text: str, date: str | None) -> None:
    doc, statements = marked(text)
    whole = [
        replace(one, content=(replace(one.content[0], start=one.evidence[0].start),)) for one in statements
    ]
    found = date_statements(doc, whole, find_times(doc, PUBLISHED), PUBLISHED)
    assert [dating.value if dating is not None else None for dating in found] == [date]


def test_a_day_explained_by_a_when_clause_is_of_what_is_told_in_it() -> None:
    text = (
        "{s1 Lev Orlov} {q1 said} on Sunday {c1 he was calm}.\n\n{s2 Orlov} did not {q2 address} {c2 the "
        "premier’s criticism of the fleet} on Friday, when {s3 she} {q3 called} {c3 it idle}."
    )
    assert dates(text, {1: "Lev Orlov", 2: "Lev Orlov", 3: "Mira Castell"})[2] == FRIDAY


def test_earlier_this_week_says_when() -> None:
    text = "Earlier this week, {s1 the chief} {q1 announced} {c1 a leave}, {s2 he} {q2 said} {c2 in a note}."
    assert dates(text.replace("Monday", "Friday"), {1: "Per Dahl", 2: "Per Dahl"}, "2025-06-06") == [
        "2025-06-02/2025-06-06",
        "2025-06-02/2025-06-06",
    ]
    assert dates(text.replace("Earlier this week", "Earlier"), {1: "Per Dahl", 2: "Per Dahl"})[0] is None


def test_a_meeting_named_again_may_be_told_with_many_words() -> None:
    text = (
        "Castell took up the theme at a meeting of some of the bloc’s most senior fishery ministers in Oslo "
        "on Sunday.\n\n“{c1 They play games},” {s1 she} {q1 told} reporters before the meeting."
    )
    assert dates(text, {1: "Mira Castell"}) == [SUNDAY]
    assert dates(text.replace("before the meeting", "at home"), {1: "Mira Castell"}) == [None]


def test_a_letter_behind_its_month_is_of_it() -> None:
    text = (
        "The islanders complained in April, in an open letter signed by hundreds of families.\n\n"
        "{s1 The letter} {q1 called for} {c1 an inquiry}."
    )
    assert dates(text) == ["2025-04"]
    assert dates(text.replace("in an open letter", "in a great rage")) == [None]


def test_a_survey_given_out_on_a_day_may_be_described_at_length() -> None:
    text = (
        "In a survey of the owners of some forty small fishing boats published on Friday, many were glum.\n\n"
        "Others were not, {q1 according to} {s1 the survey}{c1 .}"
    )
    assert dates(text) == [FRIDAY]
    assert dates(text.replace("published on", "lost at sea on")) == [None]


def test_where_somebody_was_may_stand_between_name_and_day() -> None:
    text = "{s1 Premier Mira Castell} during a visit to the islands last week {q1 said} {c1 she would pay}."
    assert dates(text) == ["2025-05-26/2025-06-01"]
    assert dates(text.replace("during a visit to", "who had dreamt much of")) == [None]


WHENS = [
    ("When the talks began on Thursday, {s1 Castell} {q1 rejected} {c1 the offer}.", "2025-05-29"),
    ("As talks resumed on Sunday, {s1 the miners} {q1 demanded} {c1 more pay}.", SUNDAY),
    ("When a ferry sank in 2019, {s1 the union} {q1 blamed} {c1 the crew}.", "2019"),
    ("Hours after the burial on Friday, {s1 Castell} {q1 pledged} {c1 more aid}.", FRIDAY),
    # The clause goes on, and "after" may be days later.
    ("When the talks that began on Thursday ended, {s1 Castell} {q1 rejected} {c1 the offer}.", None),
    ("After the talks began on Thursday, {s1 Castell} {q1 rejected} {c1 the offer}.", None),
]


@pytest.mark.parametrize(("text", "date"), WHENS)
def test_a_clause_that_ends_in_a_day_says_when(text: str, date: str | None) -> None:
    assert dates(text) == [date]


def test_what_two_say_together_each_says() -> None:
    between = "\n\n".join(["The boats lay idle."] * 5)
    text = (
        "{s1 Castell and Abe} {q1 said} on Monday {c1 that talks went on}.\n\n"
        f"{between}\n\n{{s2 Castell}} {{q2 said}} {{c2 they would end soon}}.\n\n"
        f"On Thursday, {{s3 Castell}} {{q3 said}} {{c3 they would not}}."
    )
    names = {1: "Mira Castell and Ito Abe", 2: "Mira Castell", 3: "Mira Castell"}
    assert dates(text, names) == [MONDAY, MONDAY, "2025-05-29"]
    others = text.replace("Castell and Abe", "Dahl and Abe")
    assert dates(others, {**names, 1: "Per Dahl and Ito Abe"})[1] is None


def test_what_is_being_done_these_days_is_of_no_day() -> None:
    text = (
        "Premier Mira Castell said on Sunday that the mine would close.\n\n"
        "Castell is threatening the union with fines. She went on to say that the sea was calm."
    )
    assert said(text, "fines") is None
    assert said(text, "the sea") == SUNDAY


def test_a_threat_told_before_any_day_may_be_of_long_ago() -> None:
    text = (
        "Envoys met to fend off Premier Mira Castell’s threat of tariffs on fish from the islands.\n\n"
        "“They must pay,” Castell said on Sunday."
    )
    assert said(text, "tariffs") is None


ANNOUNCEMENT = """
Orlov orlov PROPN NNP 2 nsubj
said say VERB VBD 0 root
Sunday Sunday PROPN NNP 2 obl:tmod
ports port NOUN NNS 5 nsubj
closed close VERB VBD 2 ccomp
. . PUNCT . 2 punct
¶
It it PRON PRP 2 nsubj
followed follow VERB VBD 0 root
Orlov Orlov PROPN NNP 5 nmod:poss
's 's PART POS 3 case
pledge pledge NOUN NN 2 obj
Friday Friday PROPN NNP 5 nmod:tmod
to to PART TO 8 mark
wait wait VERB VB 5 acl
. . PUNCT . 2 punct
¶
Orlov Orlov PROPN NNP 2 nsubj
said say VERB VBD 0 root
ships ship NOUN NNS 4 nsubj
sailed sail VERB VBD 2 ccomp
. . PUNCT . 2 punct
"""


def test_an_announcement_told_in_passing_is_carried_no_further() -> None:
    doc = document(
        ANNOUNCEMENT,
        attributions=[
            ("Orlov", "said", ["ports closed"]),
            ("Orlov", "pledge", ["to wait"]),
            ("Orlov", "said", ["ships sailed"]),
        ],
    )
    sayings = [replace(saying_of(one), speaker="Orlov") for one in doc.attributions]
    found = date_sayings(Page(doc, find_times(doc, PUBLISHED)), sayings, PUBLISHED)
    assert [dating.value if dating is not None else None for dating in found] == [SUNDAY, FRIDAY, SUNDAY]


def test_what_news_of_today_opens_with_was_not_said_on_an_earlier_day_told_later() -> None:
    text = (
        "Trains stopped on Monday in all of the towns along the northern coast of the long island.\n\n"
        "{s1 Castell} {q1 said} {c1 that they would run}.\n\nOn Sunday, {s2 Castell} {q2 said} {c2 no more}."
    )
    names = {1: "Mira Castell", 2: "Mira Castell"}
    assert dates(text, names) == [None, SUNDAY]
    assert dates(text.replace("stopped on Monday", "stopped"), names) == [SUNDAY, SUNDAY]


PAPERS_AGAIN = [
    ("the post", SATURDAY),
    ("the message", SATURDAY),
    ("the statement", SATURDAY),
    ("the memo", SATURDAY),
    ("the letter", SATURDAY),
    ("the captain", None),
    ("a post by a rival", None),
]


@pytest.mark.parametrize(("source", "date"), PAPERS_AGAIN)
def test_what_was_just_told_to_have_been_written_goes_on(source: str, date: str | None) -> None:
    text = (
        "{s1 Castell} {q1 tweeted} on Saturday {c1 that talks were useful}. “{c2 Let us see what comes},” "
        f"{{s2 {source}}} {{q2 said}}."
    )
    assert dates(text, {1: "Mira Castell"}) == [SATURDAY, date]


def test_a_programme_is_no_time() -> None:
    text = "{s1 Castell} {q1 said} on radio’s “This Week” {c1 that talks were useful}."
    assert dates(text) == [None]
    assert dates(text.replace("on radio’s “This Week”", "this week")) == [MONDAY]


def test_who_is_told_of_first_may_have_said_it_then() -> None:
    text = (
        "On Saturday the farmers left. {s1 They} {q1 said} {c1 they were tired}.\n\n"
        "{s2 A person close to the premier} {q2 said} on Friday {c2 she would run}.\n\n"
        "{s3 The person close to Castell} {q3 said} {c3 that she was calm}."
    )
    assert dates(text, {1: "the farmers"}) == [SATURDAY, FRIDAY, FRIDAY]


def test_at_the_time_is_of_what_the_speaker_was_just_told_to_have_said_long_ago() -> None:
    text = (
        "In March {s1 Castell} {q1 urged} {c1 the fleets to sail}. “{c2 The sea is calm},” {s2 she} "
        "{q2 said} at the time."
    )
    names = {1: "Mira Castell", 2: "Mira Castell"}
    assert dates(text, names) == ["2025-03", "2025-03"]
    assert dates(text.replace("In March", "On Sunday"), names) == [SUNDAY, None]
    assert dates(text, {1: "Mira Castell", 2: "Ana Ruiz"}) == ["2025-03", None]


def test_a_day_left_out_of_what_is_said_does_not_move_the_story_on() -> None:
    text = (
        "{s1 Haddad} {q1 said} on Sunday {c1 they were tired}.\n\n{s2 Haddad} {q2 said} Lund, who had met "
        "them on Saturday, {c2 had come to press them}.\n\n“{c3 We will answer},” {s3 he} {q3 told} them."
    )
    assert dates(text, dict.fromkeys((1, 2, 3), "Omar Haddad")) == [SUNDAY, SUNDAY, SUNDAY]
