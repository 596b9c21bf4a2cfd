"""Words that name a time, and which time they name.

Monday 2 June 2025 is the day of publication throughout.
"""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from documents import document
from parley.language import load_engine, mirror
from parley.language.times import TimeKind, bounds, find_times
from parley.language.tree import Doc

PUBLISHED = "2025-06-02"
_BLANK = spacy.blank("en")


def NLP(text: str) -> Doc:
    return mirror(_BLANK(text))


def times_in(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(time.span.of(text), time.value) for time in find_times(NLP(text), published)]


DATES = [
    # Calendar dates.
    ("The ferry strike ended on 13 March 2025 .", "13 March 2025", "2025-03-13"),
    ("The ferry strike ended on March 13, 2025.", "March 13, 2025", "2025-03-13"),
    ("The ferry strike ended on the 3rd of April.", "the 3rd of April", "2025-04-03"),
    ("They signed on Tuesday, May 20.", "Tuesday, May 20", "2025-05-20"),
    ("They signed on 2025-05-20.", "2025-05-20", "2025-05-20"),
    ("They signed on 05/20/2025.", "05/20/2025", "2025-05-20"),
    ("They signed on 20.05.2025.", "20.05.2025", "2025-05-20"),
    ("The two sides met in December.", "December", "2024-12"),
    ("The two sides will meet in December.", "December", "2025-12"),
    ("They have met since May.", "May", "2025-05"),
    ("They last met in October 2023.", "October 2023", "2023-10"),
    ("A deal is due by mid-August.", "mid-August", "2025-08~"),
    ("The truce began last August.", "last August", "2024-08"),
    ("The quota was cut in 2019.", "2019", "2019"),
    ("It dates from the 1990s.", "the 1990s", "199X"),
    ("Profits fell in the third quarter of 2024.", "the third quarter of 2024", "2024-35"),
    ("The union walked out last winter.", "last winter", "2024-24"),
    ("Delegates sat between May 13 and 16.", "May 13 and 16", "2025-05-13/2025-05-16"),
    ("Delegates sat from 28 May to 1 June.", "28 May to 1 June", "2025-05-28/2025-06-01"),
    ("Delegates will return in the last week of June.", "the last week of June", "2025-06~"),
    # Weekdays, by the verb.
    ("The mediator said on Thursday little had changed.", "Thursday", "2025-05-29"),
    ("The mediator said on Monday little had changed.", "Monday", "2025-06-02"),
    ("The mediator spoke last Monday.", "last Monday", "2025-05-26"),
    ("The envoys will meet on Tuesday.", "Tuesday", "2025-06-03"),
    ("A second round is scheduled for Friday.", "Friday", "2025-06-06"),
    ("The pilots have until Wednesday.", "Wednesday", "2025-06-04"),
    ("Shelling began at dawn on Sunday.", "dawn on Sunday", "2025-06-01"),
    ("The envoys were expected to meet on Sunday.", "Sunday", "2025-06-01"),
    ("The minister spoke on Sunday night.", "Sunday night", "2025-06-01"),
    ("The minister spoke Sunday night time.", "Sunday night time", "2025-06-01"),
    ("The envoys return Tuesday of next week.", "Tuesday of next week", "2025-06-10"),
    ("They talked on Thursday and Friday.", "Thursday and Friday", "2025-05-29/2025-05-30"),
    # Counted from publication.
    ("The council voted yesterday.", "yesterday", "2025-06-01"),
    ("The council votes tomorrow morning.", "tomorrow morning", "2025-06-03"),
    ("The council voted last night.", "last night", "2025-06-01"),
    ("The council voted last week.", "last week", "2025-05-26/2025-06-01"),
    ("The council voted earlier this month.", "earlier this month", "2025-06"),
    ("The council voted last year.", "last year", "2024"),
    ("The council voted over the weekend.", "the weekend", "2025-05-31/2025-06-01"),
    ("The council voted three days ago.", "three days ago", "2025-05-30"),
    ("The council voted two months ago.", "two months ago", "2025-04"),
    ("The council will vote two weeks from now.", "two weeks from now", "2025-06-16/2025-06-22"),
    ("A vote is due by the end of the year.", "the end of the year", "2025~"),
]


@pytest.mark.parametrize(("text", "words", "value"), DATES)
def test_names_the_time(text: str, words: str, value: str) -> None:
    assert (words, value) in times_in(text)


DURATIONS = [
    ("They offered a 30-day truce.", "P30D"),
    ("They offered a monthlong truce.", "P1M"),
    ("They spoke for two and a half hours.", "PT2.5H"),
    ("They gave the firm twenty-five days.", "P25D"),
    ("They gave the firm a couple of weeks.", "P2W"),
    ("Over the past two years they met often.", "P2Y"),
    ("They spoke for several hours.", None),
]


@pytest.mark.parametrize(("text", "value"), DURATIONS)
def test_counts_durations(text: str, value: str | None) -> None:
    (time,) = find_times(NLP(text), PUBLISHED)
    assert (time.kind, time.value) == (TimeKind.DURATION, value)
    assert (time.reason is None) == (value is not None)


def test_knows_what_repeats() -> None:
    (time,) = find_times(NLP("The two sides talk every week."), PUBLISHED)
    assert (time.kind, time.value) == (TimeKind.SET, "P1W")


def test_a_clock_time_belongs_to_the_day_beside_it() -> None:
    (time,) = find_times(NLP("Picketing starts at 11 p.m. on Friday, the union said it will."), PUBLISHED)
    assert (time.kind, time.value) == (TimeKind.TIME_OF_DAY, "2025-05-30T23:00:00")


def test_days_are_counted_from_the_day_named_before() -> None:
    found = times_in(
        "Talks opened in Oslo on Wednesday. The next day the rebels left; a day earlier nobody had."
    )
    assert found == [
        ("Wednesday", "2025-05-28"),
        ("The next day", "2025-05-29"),
        ("a day earlier", "2025-05-28"),
    ]


def test_a_dateline_is_when_the_report_was_written() -> None:
    text = "GENEVA, May 30 (Agency) - The envoy said on Wednesday that he had hope. He spoke yesterday."
    assert times_in(text) == [
        ("May 30", "2025-05-30"),
        ("Wednesday", "2025-05-28"),
        ("yesterday", "2025-05-29"),
    ]


def test_a_date_in_the_text_is_not_a_dateline() -> None:
    found = times_in("The deadline of May 30 (a Friday) passed. The envoy spoke yesterday.")
    assert found[-1] == ("yesterday", "2025-06-01")


def test_without_a_day_of_publication_relative_times_stay_open() -> None:
    found = find_times(NLP("She spoke on Thursday, last week and in May; he spoke on May 2, 2025."), None)
    assert [time.value for time in found] == [None, None, None, "2025-05-02"]
    assert all(time.reason for time in found[:3])
    assert found[3].reason is None


def test_another_day_may_be_the_one_to_count_from() -> None:
    (time,) = find_times(NLP("She spoke yesterday."), PUBLISHED, base="2025-05-30")
    assert time.value == "2025-05-29"


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Theresa May may march on.",
        "She sat down and wed the two ideas.",
        "He is 52 years old and leads 2,000 people.",
        "The 6-year-old dam cost $1999.",
        "He went second.",
    ],
)
def test_other_words_are_no_times(text: str) -> None:
    assert times_in(text) == []


def test_a_day_that_does_not_exist_has_no_value() -> None:
    (time,) = find_times(NLP("They met on February 30, 2025."), PUBLISHED)
    assert time.value is None
    assert time.reason == "the calendar has no such day"


PARSED = """
Union      union     NOUN  NN   2  nsubj
leaders    leader    NOUN  NNS  3  nsubj
expect     expect    VERB  VBP  0  root
to         to        PART  TO   5  mark
meet       meet      VERB  VB   3  xcomp
the        the       DET   DT   7  det
company    company   NOUN  NN   5  obj
Thursday   Thursday  PROPN NNP  5  obl:tmod
.          .         PUNCT .    3  punct

Both       both      DET   DT   2  det
sides      side      NOUN  NNS  3  nsubj
left       leave     VERB  VBD  0  root
Thursday   Thursday  PROPN NNP  3  obl:tmod
after      after     ADP   IN   6  case
talks      talk      NOUN  NNS  3  obl
.          .         PUNCT .    3  punct
"""


def test_the_governing_verb_tells_past_from_future() -> None:
    found = find_times(document(PARSED), PUBLISHED)
    assert [time.value for time in found] == ["2025-06-05", "2025-05-29"]
    assert [time.rule for time in found] == ["weekday ahead, by the verb", "weekday past"]


@pytest.mark.parametrize(
    ("value", "limits"),
    [
        ("2025-02", ("2025-02-01", "2025-02-28")),
        ("2024~", ("2024-01-01", "2024-12-31")),
        ("2025-03-10/2025-03-16", ("2025-03-10", "2025-03-16")),
    ],
)
def test_bounds_of_a_value(value: str, limits: tuple[str, str]) -> None:
    found = bounds(value)
    assert found is not None
    assert tuple(day.isoformat() for day in found) == limits


def test_values_without_days_have_no_bounds() -> None:
    assert bounds("199X") is None
    assert bounds("2025-33") is None


_WORDS = """
Monday May the last next week 30 2025 - , of end and ago a third quarter 31 February ' 80s early between to
hours half 9999 p.m. 0 previous day century 1000 years January later
"""
_PIECES = st.sampled_from((*_WORDS.split(), "\n\n"))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(_PIECES, max_size=14).map(" ".join),
    st.sampled_from([None, "2025-06-02", "1000-01-01", "8999-12-31", "9999-12-31"]),
)
def test_spans_are_in_order_and_every_value_is_explained(text: str, published: str | None) -> None:
    end = 0
    for time in find_times(NLP(text), published):
        assert time.span.start >= end
        assert time.span.of(text).strip() == time.span.of(text)
        assert (time.value is None) == (time.reason is not None)
        end = time.span.end


def test_somebody_called_may_is_no_month() -> None:
    text = "Theresa May resigned. The ministers and May met for talks. They will meet again in May."
    found = find_times(load_engine().tree(text), PUBLISHED)
    assert [time.span.start for time in found] == [text.rindex("May")]
