"""What changed, by day and since the last visit; the filters that pages share."""

from __future__ import annotations

import time
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from desk_forms import form_token
from parley.desk.store import Store
from parley.model import Paraphrase, Position, ReadReport, Report, Span, Stance


def told(store: Store, day: str, stance: Stance, words: str, outlet: str = "Harbour Post") -> str:
    """Adds a report in which the dockers take a stance on a pay offer; gives its id."""
    position = Position((Span(0, len(words)),), 0.8, "test", "Dockers’ Union", "pay offer", stance)
    read = ReadReport(Report(words, outlet=outlet, published=day), "test 1", (position,), Paraphrase(0.0))
    store.record.add(read)
    store.changed()
    return read.report.id


def rows(client: TestClient, address: str) -> list[dict[str, Any]]:
    """The rows of a twin."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["rows"]
    return found


@pytest.fixture
def talks(store: Store) -> tuple[str, str]:
    """Two reports: the dockers reject the offer, and a week later take it."""
    before = told(store, "2025-06-20", Stance.REJECTS, "The dockers turned the pay offer down.")
    return before, told(store, "2025-06-27", Stance.ACCEPTS, "The dockers took the pay offer.", "Quay News")


def test_a_change_is_shown_with_both_sides_and_their_words(
    client: TestClient, talks: tuple[str, str]
) -> None:
    [row] = rows(client, "/changes.json?since=2025-06-25&party=dockers")
    assert (row["kind"], row["before_value"], row["after_value"]) == ("softened", "rejects", "accepts")
    assert (row["before_report"], row["after_report"]) == talks
    page = html.fromstring(client.get("/changes?since=2025-06-25&party=dockers").text)
    sides = [" ".join(side.text_content().split()) for side in page.xpath("//div[@class='sides']/div")]
    assert "turned the pay offer down" in sides[0] and "Harbour Post" in sides[0]
    assert "took the pay offer" in sides[1] and "Quay News" in sides[1]


def test_days_to_begin_from_are_one_click_away_and_counted_from_the_last_report(
    client: TestClient, talks: tuple[str, str]
) -> None:
    page = html.fromstring(client.get("/changes").text)
    picks = {link.text_content(): link.get("href") for link in page.xpath("//nav[@class='picks']//a")}
    assert picks["on the last day, Friday 27 June"] == "/changes?since=2025-06-27"
    assert picks["since Friday 20 June"] == "/changes?since=2025-06-20"
    assert not any("visit" in label for label in picks)


def test_since_the_last_visit_only_what_came_in_since_counts(
    client: TestClient, store: Store, talks: tuple[str, str]
) -> None:
    then = int(time.time()) + 1
    while time.time() < then + 1:  # the record notes whole seconds
        time.sleep(0.05)
    late = told(store, "2025-06-28", Stance.DEMANDS, "The dockers demanded a better pay offer.")
    seen = {"cookie": f"parley_visit={'a' * 32}.{then}.{then + 5}"}
    found = client.get("/changes.json?visit=last", headers=seen).json()["rows"]
    assert {row["after_report"] for row in found} == {late}
    client.cookies.clear()
    page = html.fromstring(client.get("/changes?visit=last", headers=seen).text)
    assert page.xpath("//form[@class='filters']/input[@name='visit']/@value") == ["last"]
    client.cookies.clear()
    brief = client.get("/brief", headers=seen).text
    assert "1 report read since" in brief and "/changes?visit=last" in brief


def test_who_was_never_here_before_is_shown_the_last_week(client: TestClient, talks: tuple[str, str]) -> None:
    assert rows(client, "/changes.json?visit=last") == rows(client, "/changes.json?since=2025-06-21")


def test_changes_are_narrowed_by_kind_outlet_and_what_people_looked_at(
    client: TestClient, store: Store, talks: tuple[str, str]
) -> None:
    address = "/changes.json?since=2025-06-25"
    assert rows(client, address + "&kind=withdrawn") == []
    assert len(rows(client, address + "&outlet=quay")) == 1
    assert rows(client, address + "&outlet=harbour+post") == []
    assert client.get(address + "&outlet=harbour+post").json()["state"] == "filtered out"
    assert rows(client, address + "&checked=confirmed") == []
    [finding] = store.record.findings(talks[1], "position")
    form = {"token": form_token(client), "decision": "confirm", "finding": finding.id}
    assert client.post("/rule", data=form).status_code == 200
    assert [row["after_finding"] for row in rows(client, address + "&checked=confirmed")] == [finding.id]


def test_the_board_is_narrowed_by_outlet_and_by_what_people_looked_at(
    client: TestClient, store: Store, talks: tuple[str, str]
) -> None:
    assert {row["party"] for row in rows(client, "/board.json?outlet=quay")} == {"Dockers’ Union"}
    assert rows(client, "/board.json?checked=confirmed") == []
    assert client.get("/board.json?checked=confirmed").json()["state"] == "filtered out"
    [finding] = store.record.findings(talks[1], "position")
    client.post("/rule", data={"token": form_token(client), "decision": "confirm", "finding": finding.id})
    assert [row["checked"] for row in rows(client, "/board.json?checked=confirmed")] == ["confirmed"]


def test_the_board_of_two_days_says_what_was_before_and_can_leave_the_rest_out(
    client: TestClient, talks: tuple[str, str]
) -> None:
    every = rows(client, "/board.json?against=2025-06-22")
    [row] = [one for one in every if one["change"] == "softened"]
    assert (row["before"], row["stance"]) == ("rejects", "accepts")
    assert any(one["change"] == "same" for one in every)
    changed = rows(client, "/board.json?against=2025-06-22&only=changed")
    assert {one["change"] for one in changed} <= {"new", "softened", "hardened", "changed", "withdrawn"}
    assert "was: rejects" in " ".join(client.get("/board?against=2025-06-22").text.split())
