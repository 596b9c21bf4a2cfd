"""The source's own words for a date: given where they agree with it, never where they mean another."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from parley.desk.dating_words import dating_words
from parley.desk.showing import matter

DAY = "2025-06-05"  # a Thursday


@pytest.mark.parametrize(
    ("sentence", "on", "words"),
    [
        ("The unions met the port on Tuesday night.", "2025-06-03", "on Tuesday night"),
        ("Talks resume at 10 a.m. Geneva time on Monday.", "2025-06-09", "at 10 a.m. Geneva time on Monday"),
        ("They meet on June 9 in Oslo, at 14:00 GMT.", "2025-06-09", "on June 9 … at 14:00 GMT"),
        ("The envoy left on 2 June 2025.", "2025-06-02", "on 2 June 2025"),
        ("He said yesterday that it was over.", "2025-06-04", "yesterday"),
        ("The vote comes tomorrow.", "2025-06-06", "tomorrow"),
        ("They spoke last week by phone.", "2025-05-26/2025-06-01", "last week"),
        ("He will call later in the week.", "2025-06-02/2025-06-08", "later in the week"),
        ("The port was shelled overnight.", "2025-06-04/2025-06-05", "overnight"),
        ("A second round is planned in late July.", "2025-07", "in late July"),
        ("The pact of two days ago holds.", "2025-06-03", "two days ago"),
        ("Trade was freed in 2019.", "2019", "in 2019"),
        ("On Monday he left; on Tuesday they met.", "2025-06-03", "on Tuesday"),
    ],
)
def test_the_words_that_say_the_date(sentence: str, on: str, words: str) -> None:
    assert dating_words(sentence, on, DAY) == words
    assert all(part in sentence for part in words.split(" … "))


@pytest.mark.parametrize(
    ("sentence", "on"),
    [
        ("The unions met the port on Tuesday.", "2025-06-04"),
        ("They meet on June 9.", "2025-06-10"),
        ("They meet on June 9, 2024.", "2025-06-09"),
        ("She may come, he said yesterday.", "2025-06-01"),
        ("They may march.", "2025-05"),
        ("Talks go on.", "2025-06-03"),
        ("They met on Tuesday.", None),
        ("They met on Tuesday.", "no date"),
        ("They spoke last week.", "2025-06-03"),
    ],
)
def test_words_that_mean_another_day_are_not_given(sentence: str, on: str | None) -> None:
    assert dating_words(sentence, on, DAY) is None


def test_nothing_is_counted_from_a_day_that_is_not_known() -> None:
    assert dating_words("He said it yesterday.", "2025-06-04", None) is None


def test_two_hours_leave_open_which_is_meant() -> None:
    words = "They meet on Monday, the ministers at 9 a.m. and the envoys at 11 a.m."
    assert dating_words(words, "2025-06-09", DAY) == "on Monday"


def test_what_somebody_does_not_say_is_told_without_say() -> None:
    assert matter("say how long it might last", "withholds") == "how long it might last"
    assert matter("to say why", "withholds") == "why"
    assert matter("say how long it might last", "demands") == "say how long it might last"
    assert matter("saying no", "withholds") == "saying no"


def test_the_timeline_and_the_search_show_the_words(client: TestClient) -> None:
    rows = client.get("/timeline.json").json()["rows"]
    told = {row["on_words"] for row in rows if row["on_words"]}
    assert "on Tuesday" in told
    assert "“on Tuesday”" in client.get("/timeline").text
    assert any(len(row["history"]) > 1 for row in rows if row["kind"] == "encounter")
    found = client.get("/search.json?q=water").json()["rows"]
    assert all(row["said_on"] or row["said_on_words"] is None for row in found)
