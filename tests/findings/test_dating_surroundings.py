"""Dates that a statement takes from what stands near it. Monday 2 June 2025 is the day of publication.

Statements are marked in the text, see `marked`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from documents import document
from marked import PUBLISHED, dates, marked
from parley.findings.dating import date_statements
from parley.findings.dating.carried import date_sayings
from parley.findings.dating.saying import Page, saying_of
from parley.language.times import find_times

SATURDAY, SUNDAY, MONDAY = "2025-05-31", "2025-06-01", "2025-06-02"


def rules(text: str, speakers: dict[int, str] | None = None) -> list[str | None]:
    doc, statements = marked(text, speakers)
    found = date_statements(doc, statements, find_times(doc, PUBLISHED), PUBLISHED)
    return [dating.rule if dating is not None else None for dating in found]


REQUESTS = [
    ("{s1 The mediators} {q1 urged} {c1 both fleets to keep the fishing accord alive on Sunday}.", SUNDAY),
    ("{s1 The bishop} {q1 called for} {c1 the miners to be heard on Sunday}.", SUNDAY),
    # Friday may be the one to come.
    ("{s1 The mediators} {q1 urged} {c1 both fleets to return to port on Friday}.", None),
    # Not at the end, so of what is asked for.
    ("{s1 The mediators} {q1 urged} {c1 both fleets to take up on Sunday what they had left}.", None),
    ("{s1 The mediators} {q1 said} {c1 both fleets had come to port on Sunday}.", None),
    ("{s1 The mediators} have {q1 urged} {c1 nobody in the fleets on Sunday}.", None),
]


@pytest.mark.parametrize(("text", "date"), REQUESTS)
def test_a_day_just_past_cannot_be_when_what_is_asked_for_happens(text: str, date: str | None) -> None:
    assert dates(text) == [date]


COUNTED = [
    (
        "The firm locked its gates on Sunday, a day after {s1 the union} {q1 rejected} {c1 its offer}.",
        SATURDAY,
    ),
    (
        "The firm gave in on Sunday, two days after {s1 its chair, Lev Orlov,} {q1 vowed} {c1 to hold out}.",
        "2025-05-30",
    ),
    ("The bank paid on Saturday, just a day before {s1 the court} {q1 said} {c1 it must}.", SUNDAY),
    # After publication: not told as past, so not counted.
    ("The bank yielded on Sunday, two days before {s1 the court} {q1 said} {c1 it must}.", None),
    ("On Sunday the bank yielded, two days before {s1 the court} {q1 said} {c1 it must}.", None),
    ("The bank yielded on Saturday after many days, and {s1 the court} {q1 said} {c1 it must}.", None),
]


@pytest.mark.parametrize(("text", "date"), COUNTED)
def test_days_are_counted_from_the_day_the_sentence_names(text: str, date: str | None) -> None:
    assert dates(text) == [date]


def test_a_day_counted_in_passing_is_carried_no_further() -> None:
    text = (
        "{s1 The minister} {q1 said} on Sunday {c1 he was ready}, a day after {s2 he} {q2 spurned} "
        "{c2 the plan}.\n\n“{c3 We will see},” {s3 he} {q3 added}."
    )
    found = dates(text, {1: "Ito Abe", 2: "Ito Abe", 3: "Ito Abe"})
    assert found == [SUNDAY, SATURDAY, SUNDAY]


def test_a_night_that_follows_makes_an_interval() -> None:
    text = "Late on Saturday and overnight, {s1 both armies} {q1 reported} {c1 new strikes}."
    assert dates(text) == [f"{SATURDAY}/{SUNDAY}"]


def test_since_runs_from_the_day_named_before_to_publication() -> None:
    text = (
        "The envoy opened the climate round on Friday.\n\nBut {s1 both blocs} have since {q1 said} "
        "{c1 that nothing has begun}. {s2 The envoy} has {q2 said} {c2 little}."
    )
    assert dates(text) == ["2025-05-30/2025-06-02", None]


def test_a_second_speaker_at_the_same_occasion_spoke_on_its_day() -> None:
    text = (
        "On Saturday, {s1 the minister} {q1 said} {c1 tariffs must fall}, at a trade forum.\n\n"
        "{s2 A banker}, at the same forum, {q2 regretted} {c2 the delay}. "
        "{s3 A farmer} {q3 said} {c3 at the same market prices were up}."
    )
    assert dates(text) == [SATURDAY, SATURDAY, None]


NEWS_OF_SUNDAY = (
    "The ferry company broke off talks on Sunday. On Sunday evening its boats stayed in port, and on Sunday "
    "its bridges were barred.\n\n"
)


def test_an_answer_is_of_the_day_of_what_it_answers() -> None:
    text = NEWS_OF_SUNDAY + (
        "{s1 Mira Castell} {q1 told} reporters on Sunday {c1 that the strike was unlawful}.\n\n"
        "{s2 The crews} {q2 rejected} {c2 the charge}."
    )
    assert dates(text, {1: "Mira Castell"}) == [SUNDAY, SUNDAY]
    assert rules(text, {1: "Mira Castell"})[1] == "the day of what it answers"


def test_remarks_named_by_their_speaker_may_stand_far_off() -> None:
    text = NEWS_OF_SUNDAY + (
        "{s1 Mira Castell} {q1 told} reporters on Sunday {c1 that the strike was unlawful}.\n\n"
        "Passengers waited on the quay.\n\nSome of them slept there.\n\n"
        "Following Castell’s remarks, {s2 the mayor} {q2 offered} {c2 to mediate}. "
        "{s3 A cook} {q3 sighed} {c3 twice}."
    )
    assert dates(text, {1: "Mira Castell"}) == [SUNDAY, SUNDAY, None]


def test_an_answer_to_what_was_said_late_may_be_of_the_next_day() -> None:
    text = NEWS_OF_SUNDAY + (
        "{s1 Mira Castell} late on Sunday {q1 said} {c1 that the strike was unlawful}.\n\n"
        "{s2 The crews} {q2 rejected} {c2 the charge}."
    )
    assert dates(text, {1: "Mira Castell"}) == [SUNDAY, None]


def test_an_answer_in_news_of_another_day_is_left_open() -> None:
    text = (
        "{s1 Mira Castell} {q1 told} reporters on Friday {c1 that the strike was unlawful}.\n\n"
        "{s2 The crews} {q2 rejected} {c2 the charge}."
    )
    assert dates(text, {1: "Mira Castell"}) == ["2025-05-30", None]


def test_who_did_not_answer_the_reporter_answered_nobody_else() -> None:
    text = NEWS_OF_SUNDAY + (
        "{s1 Mira Castell} {q1 told} reporters on Sunday {c1 that the strike was unlawful}.\n\n"
        "{s2 The ministry} {q2 did not respond to} {c2 questions about Castell}."
    )
    assert dates(text, {1: "Mira Castell"}) == [SUNDAY, None]


def test_words_about_the_one_who_spoke_just_before_are_of_the_news_day() -> None:
    text = NEWS_OF_SUNDAY + (
        "{s1 Mira Castell} {q1 told} reporters on Sunday {c1 that the strike was unlawful}.\n\n"
        "“{c2 Castell knows the law},” {s2 her deputy} {q2 said}.\n\nThe boats lay idle.\n\n"
        "“{c3 Castell has many lawyers},” {s3 a cook} {q3 said}."
    )
    assert dates(text, {1: "Mira Castell"}) == [SUNDAY, SUNDAY, None]


def test_a_summary_of_several_sides_dates_what_spells_it_out() -> None:
    text = NEWS_OF_SUNDAY + (
        "{s1 Norway and Iceland} {q1 urged} {c1 calm} on Sunday.\n\n"
        "{s2 The Norwegian premier} {q2 said} {c2 the sea was wide enough}. "
        "{s3 A skipper} {q3 shrugged} {c3 it off}."
    )
    assert dates(text) == [SUNDAY, SUNDAY, None]


def test_speaking_earlier_is_of_the_day_the_speaker_was_heard_on() -> None:
    text = NEWS_OF_SUNDAY + (
        "{s1 Mira Castell} {q1 said} on Sunday {c1 that she would sue}.\n\n"
        "Speaking earlier at the harbour office, {s2 Castell} {q2 said} {c2 that she was calm}."
    )
    assert dates(text, {1: "Mira Castell", 2: "Mira Castell"}) == [SUNDAY, SUNDAY]


SCENES = [
    ("On Saturday he sounded softer. “{c1 We can wait},” {s1 he} {q1 told} the radio.", SATURDAY),
    (
        "Orlov called the round off in a letter to the farmers on Friday. {s1 He} {q1 cited} {c1 bad faith}.",
        "2025-05-30",
    ),
    # He may have spoken of the meeting on any day after it.
    ("Orlov met the farmers on Friday. {s1 He} {q1 said} {c1 they were tired}.", None),
    ("On Saturday the farmers left. {s1 Orlov} {q1 said} {c1 they were tired}.", None),
]


@pytest.mark.parametrize(("text", "date"), SCENES)
def test_the_sentence_before_may_set_the_scene(text: str, date: str | None) -> None:
    assert dates(text, {1: "Lev Orlov"}) == [date]


def test_the_story_moves_on_with_the_sentence_before() -> None:
    text = (
        "{s1 Lev Orlov} {q1 said} on Thursday {c1 he was hopeful}.\n\n"
        "Talks broke down on Saturday in the old mill. {s2 Orlov} {q2 said} {c2 he was not surprised}."
    )
    assert dates(text, {1: "Lev Orlov", 2: "Lev Orlov"}) == ["2025-05-29", None]


def test_afterwards_is_of_the_day_named_last() -> None:
    text = (
        "Delegates of the League voted on Sunday to open talks.\n\nThe vote was close. "
        "{s1 Their leader} {q1 said} afterwards {c1 that she was relieved}."
    )
    assert dates(text) == [SUNDAY]


def test_a_dateline_is_no_day_of_the_story() -> None:
    text = (
        "BONN, Monday, 2 June — A contact group on funding met twice on Saturday without a text.\n\n"
        "{s1 The islands} {q1 proposed} {c1 a new fund}."
    )
    assert dates(text) == [None]
    assert dates(text.replace("on Saturday ", "")) == [MONDAY]


def test_what_is_passed_on_the_day_it_was_said_is_of_that_day() -> None:
    text = (
        "On Monday, {s1 the army} {q1 said} {c1 it had left the valley}, "
        "{q2 according to} {s2 the Herald}{c2 .}\n\n"
        "On Sunday, {s3 the army} {q3 said} {c3 it would}, {q4 according to} {s4 the Herald}{c4 .}"
    )
    assert dates(text) == [MONDAY, MONDAY, SUNDAY, None]


def test_a_day_within_what_is_said_before_the_source_is_not_of_the_saying() -> None:
    text = "{c1 A fire cut the line} on Sunday, {s1 the railway} {q1 wrote} in a message."
    assert dates(text) == [None]


def test_what_was_barred_since_a_month_dates_no_words() -> None:
    text = "The valley had barred them since February, {q1 saying} {c1 the gates were its own}."
    assert dates(text) == [None]


def test_a_heading_before_the_sentence_changes_nothing() -> None:
    text = "## Gains on the ground\n\nOn Saturday, {s1 the rebels} {q1 said} {c1 they had taken the pass}."
    assert dates(text) == [SATURDAY]


def test_a_look_back_leaves_open_what_follows_it() -> None:
    text = (
        "{s1 Lev Orlov} {q1 said} on Tuesday {c1 he would pay}.\n\n"
        "{s2 Orlov} {q2 said} on Sunday {c2 he would not}.\n\n"
        "{s3 Orlov} had earlier {q3 hinted} {c3 at a loan}. “{c4 Money is money},” {s4 he} {q4 told} them."
    )
    speakers = dict.fromkeys(range(1, 5), "Lev Orlov")
    assert dates(text, speakers) == ["2025-05-27", SUNDAY, None, None]
    assert dates(text.replace("had earlier {q3 hinted}", "{q3 hinted}"), speakers)[2:] == [SUNDAY, SUNDAY]


THREATS = """
On         on        ADP   IN   2  case
Sunday     Sunday    PROPN NNP  5  obl
Orlov      Orlov     PROPN NNP  5  nsubj
had        have      AUX   VBD  5  aux
left       leave     VERB  VBD  0  root
.          .         PUNCT .    5  punct

Orlov      Orlov     PROPN NNP  2  nsubj
spoke      speak     VERB  VBD  0  root
Sunday     Sunday    PROPN NNP  2  obl
of         of        ADP   IN   5  case
peace      peace     NOUN  NN   2  obl
.          .         PUNCT .    2  punct

Orlov      Orlov     PROPN NNP  3  nmod
repeated   repeat    ADJ   JJ   3  amod
threats    threat    NOUN  NNS  0  root
to         to        PART  TO   5  mark
quit       quit      VERB  VB   3  acl
.          .         PUNCT .    3  punct
"""


def test_a_plural_is_of_no_one_day() -> None:
    doc = document(
        THREATS,
        attributions=[("Orlov", "spoke", ["of peace"]), ("Orlov", "repeated threats", ["to quit"])],
    )
    sayings = [replace(saying_of(one), speaker="Orlov") for one in doc.attributions]
    found = date_sayings(Page(doc, find_times(doc, PUBLISHED)), sayings, PUBLISHED)
    assert [dating.value if dating is not None else None for dating in found] == [SUNDAY, None]


def test_what_is_told_of_an_exchange_is_of_its_day() -> None:
    text = (
        "Premier Mira Castell and Ito Abe exchanged letters on Saturday.\n\n"
        "{s1 Castell} {q1 said} {c1 the strait was open}. {s2 A sailor} {q2 said} {c2 it was not}."
    )
    assert dates(text, {1: "Mira Castell"}) == [SATURDAY, None]
    assert rules(text, {1: "Mira Castell"})[0] == "the day of the meeting with the speaker, told just before"


def test_a_meeting_dates_only_what_answers_another_there() -> None:
    text = (
        "The quota took up the talks between Castell and Abe on Friday and Saturday. "
        "{s1 Castell} {q1 rejected} {c1 it}.\n\n{s2 Castell} {q2 said} {c2 fish were scarce}."
    )
    assert dates(text, {1: "Mira Castell", 2: "Ana Castell"}) == [f"2025-05-30/{SATURDAY}", None]


def test_a_meeting_of_others_dates_nothing() -> None:
    text = "Abe and Orlov exchanged letters on Saturday.\n\n{s1 Castell} {q1 said} {c1 the strait was open}."
    assert dates(text, {1: "Mira Castell"}) == [None]


def test_later_runs_from_what_was_said_before_to_publication() -> None:
    text = (
        "{s1 The minister} {q1 said} on Sunday {c1 tolls would rise}.\n\n"
        "{s2 Abe} later {q2 told} a radio station {c2 that they would not}."
    )
    assert dates(text, {1: "Mira Castell", 2: "Ito Abe"}) == [SUNDAY, "2025-06-01/2025-06-02"]
    assert dates(text.replace("later", "two days later"), {1: "Mira Castell", 2: "Ito Abe"}) == [SUNDAY, None]


def test_what_follows_a_deed_whose_day_was_told_runs_to_publication() -> None:
    text = (
        "Norway raised its cod duties early on Sunday.\n\nFollowing the rise in duties, {s1 Peru} {q1 said} "
        "{c1 it would answer}. {s2 Chile} {q2 said} {c2 nothing had changed}."
    )
    assert dates(text) == ["2025-06-01/2025-06-02", None]
    assert dates(text.replace("rise in duties", "storm")) == [None, None]
    assert dates(text.replace("early on Sunday", "on May 20")) == [None, None]


def test_a_day_before_what_a_thing_is_of_is_of_its_announcing() -> None:
    text = "{s1 The envoy} {q1 announced} {c1 the formal start on Sunday of the climate round}."
    assert dates(text) == [SUNDAY]
    assert dates(text.replace("on Sunday of", "of")) == [None]
    assert dates(text.replace("announced", "recalled")) == [None]


def test_what_was_said_at_the_time_is_of_that_time() -> None:
    text = (
        "{s1 The army} {q1 said} on Sunday {c1 it was calm}. {c2 Ten died in May}, {s2 the army} {q2 said} "
        "at the time."
    )
    assert dates(text, {1: "the army", 2: "the army"}) == [SUNDAY, None]


def test_today_within_somebodys_words_dates_no_occasion() -> None:
    text = (
        "{s1 Castell} {q1 said} on Saturday {c1 that the meeting today was good}.\n\n"
        "After that meeting {s2 Abe} {q2 said} {c2 he was tired}."
    )
    assert dates(text, {1: "Mira Castell", 2: "Ito Abe"}) == [SATURDAY, None]


def test_nobody_tells_of_a_day_before_it_came() -> None:
    text = (
        "{s1 Castell} {q1 said} on Sunday {c1 she was hopeful}.\n\n{s2 Castell} {q2 announced} on Friday "
        "{c2 that tolls would rise}.\n\n{s3 Castell} {q3 said} {c3 that Lima wrote to her on Saturday}. "
        "“{c4 Letters help},” {s4 she} {q4 said}."
    )
    names = dict.fromkeys((1, 2, 3, 4), "Mira Castell")
    assert dates(text, names) == [SUNDAY, "2025-05-30", SUNDAY, SUNDAY]
    earlier = text.replace("on Saturday", "on Wednesday")
    assert dates(earlier, names) == [SUNDAY, "2025-05-30", "2025-05-30", "2025-05-30"]


def test_the_name_of_a_paper_is_no_day() -> None:
    text = "Photo by Lofoten TODAY.\n\n{s1 The skipper} {q1 said} {c1 the net was torn}."
    assert dates(text) == [None]
    assert dates(text.replace("TODAY", "today")) == [MONDAY]
