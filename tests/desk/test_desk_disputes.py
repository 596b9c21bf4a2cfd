"""Disputes: claim and denial beside each other, all of them, without a terminal."""

from __future__ import annotations

from lxml import html
from starlette.testclient import TestClient


def test_the_brief_leads_to_all_disputes_and_each_shows_both_sides(client: TestClient) -> None:
    brief = html.fromstring(client.get("/brief").text)
    assert brief.xpath("//section[@aria-labelledby='disputes']//a[@href='/disputes']")
    page = html.fromstring(client.get("/disputes").text)
    rows = client.get("/disputes.json").json()["rows"]
    assert rows and len(page.xpath("//li[@class='change-item']")) == len(rows)
    assert page.xpath("(//li[@class='change-item'])[1]//div[@class='after']//blockquote/mark")
    assert all(row["denials"] and row["denied_by"] for row in rows)


def test_disputes_are_narrowed_by_kind_party_and_day(client: TestClient) -> None:
    every = client.get("/disputes.json").json()["rows"]
    wanted = ("denial", "mutual accusation")
    kinds = [client.get(f"/disputes.json?kind={kind}").json()["rows"] for kind in wanted]
    assert sum(map(len, kinds)) == len(every)
    assert client.get("/disputes.json?since=2031-01-01").json()["state"] == "filtered out"
    assert client.get("/disputes.json?since=2025-06-09&until=2025-06-01").status_code == 400
    assert client.get("/disputes.json?party=%E2%80%A6").status_code in (200, 400)
