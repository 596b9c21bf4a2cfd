"""When a statement was said. Monday 2 June 2025 is the day of publication unless told otherwise.

Statements are marked in the text, see `marked`. Documents are tokenised only, so that the rules must do
without a parse.
"""

from __future__ import annotations

import pytest

from documents import document
from marked import PUBLISHED, dates, marked
from parley.findings.dating import date_statements, said_on
from parley.language.times import find_times
from parley.model import Attribution

OWN = [
    ("{s1 The envoy} {q1 said} on Thursday {c1 that talks had stalled}.", "2025-05-29"),
    ("{s1 The ministry} {q1 said} Thursday {c1 the offer stood}.", "2025-05-29"),
    ("{s1 The ministry} {q1 said} {c1 Thursday the offer stood}.", "2025-05-29"),
    (
        "“{c1 We are close},” {s1 the union leader} {q1 told} a packed news conference in Lyon on Friday.",
        "2025-05-30",
    ),
    ("“{c1 We are close},” {q1 said} {s1 the union leader} on Friday.", "2025-05-30"),
    ("{s1 The premier} {q1 told} Radio One on Sunday night {c1 that he would not yield}.", "2025-06-01"),
    ("{s1 The premier} on Wednesday {q1 announced} {c1 a pause in tariffs}.", "2025-05-28"),
    (
        "{s1 The premier}, speaking in Quito on Wednesday, {q1 announced} {c1 a pause in tariffs}.",
        "2025-05-28",
    ),
    ("{s1 The spokeswoman}, when asked Friday when that begins, {q1 could not say} {c1 when}.", "2025-05-30"),
    (
        "Speaking aboard a patrol ship on Sunday night, {s1 the admiral} {q1 said} {c1 the strait was open}.",
        "2025-06-01",
    ),
    ("But on Friday, {s1 the board} {q1 accused} {c1 the pilots of bad faith}.", "2025-05-30"),
    ("At Thursday’s press conference, {s1 the envoy} also {q1 outlined} {c1 his terms}.", "2025-05-29"),
    ("In her weekly address Saturday, {s1 the president} {q1 said} {c1 a deal was near}.", "2025-05-31"),
    ("The agency cut its outlook on Wednesday, {q1 citing} {c1 trade tensions}.", "2025-05-28"),
    (
        "They have kept silent since March 2024, when {s1 the army} {q1 said} {c1 ninety men had died}.",
        "2024-03",
    ),
    ("{s1 The group} {q1 rejected} {c1 the offer} on Friday.", "2025-05-30"),
    ("{s1 A statement released on Friday} {q1 said} {c1 the port would stay shut}.", "2025-05-30"),
    ("{s1 The miners} {q1 said} this week {c1 they would return}.", "2025-06-02"),
]


@pytest.mark.parametrize(("text", "date"), OWN)
def test_a_statement_is_dated_by_its_own_sentence(text: str, date: str) -> None:
    doc, (statement,) = marked(text)
    assert said_on(doc, statement, find_times(doc, PUBLISHED), PUBLISHED) == date


NOT_OF_THE_SAYING = [
    "{s1 The envoy} {q1 said} {c1 talks would start on Tuesday}.",
    "{s1 The envoy} {q1 said} {c1 talks on Thursday had failed}.",
    "{s1 The envoy} {q1 said} {c1 Thursday would decide the matter}.",
    "{s1 The envoy} {q1 said} {c1 Thursday’s vote was void}.",
    "After rockets hit the port on Sunday, {s1 the envoy} {q1 said} {c1 the truce was over}.",
    "{s1 The envoy}, who met the rebels on Thursday, {q1 said} {c1 little had changed}.",
    "In anticipation of Friday, {s1 many delegates} {q1 said} {c1 they hoped for clarity}.",
    "Talks resumed on Thursday, and {s1 two delegates} {q1 said} {c1 no progress was made}.",
    "{s1 The envoy} {q1 will say} on Tuesday {c1 whether he stays}.",
]


@pytest.mark.parametrize("text", NOT_OF_THE_SAYING)
def test_other_dates_are_not_when_it_was_said(text: str) -> None:
    doc, (statement,) = marked(text)
    assert said_on(doc, statement, find_times(doc, PUBLISHED), PUBLISHED) is None


def test_an_attribution_is_dated_like_a_statement() -> None:
    doc, (statement,) = marked("{s1 The envoy} {q1 said} on Thursday {c1 that talks had stalled}.")
    assert statement.source is not None
    attribution = Attribution(statement.cue, (statement.source.mention,), statement.content, 0.9)
    assert said_on(doc, attribution, find_times(doc, PUBLISHED), PUBLISHED) == "2025-05-29"


def test_without_a_day_of_publication_nothing_is_dated_by_weekday() -> None:
    assert dates("{s1 The envoy} {q1 said} on Thursday {c1 that talks had stalled}.", published=None) == [
        None
    ]


def test_the_next_statement_of_the_same_speaker_carries_the_date() -> None:
    text = (
        "{s1 The envoy} {q1 said} on Thursday {c1 that talks had stalled}. {s2 She} also {q2 noted} "
        "{c2 that both sides were tired}.\n\n“{c3 It is not over},” {s3 she} {q3 added}."
    )
    found = dates(text, {1: "Ana Ruiz", 2: "Ana Ruiz", 3: "Ana Ruiz"})
    assert found == ["2025-05-29", "2025-05-29", "2025-05-29"]


def test_another_speaker_or_another_time_does_not_carry_it() -> None:
    text = (
        "{s1 The envoy} {q1 said} on Thursday {c1 that talks had stalled}. {s2 The company} {q2 disagreed} "
        "{c2 with that}. {s3 The envoy} has long {q3 warned} {c3 of a strike}. {s4 The envoy} {q4 believes} "
        "{c4 in patience}."
    )
    assert dates(text) == ["2025-05-29", None, None, None]


def test_a_speaker_heard_on_several_days_carries_only_nearby() -> None:
    far = "\n\nNothing moved for a long while after that, and the harbour stayed as empty as before." * 4
    text = (
        "{s1 The envoy} {q1 said} on Tuesday {c1 that talks had stalled}.\n\n"
        "{s2 The envoy} {q2 said} on Thursday {c2 they had not}. {s3 The envoy} {q3 said} {c3 he was glad}."
        + far
        + "\n\n{s4 The envoy} {q4 said} {c4 little}."
    )
    assert dates(text) == ["2025-05-27", "2025-05-29", "2025-05-29", None]


def test_an_occasion_named_again_carries_its_date() -> None:
    text = (
        "The chairman cancelled the round in a letter to the farmers on Thursday. “{c1 We remain ready},” "
        "{s1 the farmers} {q1 said}. In his letter, {s2 the chairman} {q2 warned} {c2 of losses}."
    )
    assert dates(text) == [None, "2025-05-29"]


def test_the_lead_takes_the_date_of_the_occasion_it_sums_up() -> None:
    text = (
        "{s1 The premier} has {q1 said} {c1 he backs the idea of a truce, though questions remain open}.\n\n"
        "Speaking in Tunis on Thursday, {s2 the premier} {q2 said}: “{c2 The idea is right}.”"
    )
    assert dates(text, {1: "Ali Brahmi", 2: "Ali Brahmi"}) == ["2025-05-29", "2025-05-29"]


def test_a_story_that_plays_on_the_day_of_publication_dates_what_is_said_in_it() -> None:
    text = (
        "Negotiators left the hall on Monday without a deal, hours before the contract was due to end.\n\n"
        "{s1 A union lawyer} {q1 said} {c1 the firm had walked out}. "
        "{s2 Analysts} {q2 believe} {c2 it will return}. {s3 The firm} has {q3 denied} {c3 that}."
    )
    assert dates(text) == ["2025-06-02", None, None]


def test_a_story_that_plays_on_another_day_leaves_them_open() -> None:
    text = (
        "Negotiators left the hall on Saturday without a deal, hours before the contract was due to end.\n\n"
        "{s1 A union lawyer} {q1 said} {c1 the firm had walked out}."
    )
    assert dates(text) == [None]


def test_a_statement_within_another_takes_its_date() -> None:
    text = "{s1 The Courier} {q1 reported} Friday {c1 that {s2 rebels} {q2 said} {c2 they would talk}}."
    assert dates(text) == ["2025-05-30", "2025-05-30"]


def test_a_date_within_what_somebody_says_dates_nobody_else() -> None:
    text = (
        "{s1 The council} {q1 said} {c1 its team would not be in Vienna on Friday}, "
        "{s2 a delegate} {q2 saying} {c2 it had no mandate}."
    )
    assert dates(text) == [None, None]


def test_every_dating_shows_its_words_and_its_rule() -> None:
    doc, statements = marked("On Friday, {s1 the board} {q1 accused} {c1 the pilots of bad faith}.")
    (found,) = date_statements(doc, statements, find_times(doc, PUBLISHED), PUBLISHED)
    assert found is not None
    assert found.evidence.of(doc.text) == "Friday"
    assert found.rule == "time at the head of the sentence"


PARSED = """
The        the       DET   DT   2  det
minister   minister  NOUN  NN   3  nsubj
declared   declare   VERB  VBD  0  root
the        the       DET   DT   5  det
corridor   corridor  NOUN  NN   3  obj
open       open      ADJ   JJ   3  xcomp
and        and       CCONJ CC   8  cc
safe       safe      ADJ   JJ   6  conj
at         at        ADP   IN   10 case
dawn       dawn      NOUN  NN   3  obl
on         on        ADP   IN   12 case
Saturday   Saturday  PROPN NNP  3  obl
.          .         PUNCT .    3  punct
"""


def test_the_parse_shows_what_word_order_alone_does_not() -> None:
    doc = document(PARSED, attributions=[("The minister", "declared", ["the corridor open and safe"])])
    (attribution,) = doc.attributions
    assert said_on(doc, attribution, find_times(doc, PUBLISHED), PUBLISHED) == "2025-05-31"
