"""Views as files of other programs: GeoJSON, calendars, W3C Web Annotations."""

from __future__ import annotations

from starlette.testclient import TestClient

from parley.desk.openapi import document
from parley.desk.screens import VIEWS
from parley.desk.store import Store
from parley.model import Encounter, EncounterStatus, Paraphrase, ReadReport, Report, Span


def met(store: Store, place: str, on: str) -> None:
    """Adds a report of talks somewhere."""
    words = f"The steel unions and the owners held talks in {place}."
    encounter = Encounter(
        (Span(0, len(words)),), 0.8, "test", "talks", ("steel unions",), EncounterStatus.HELD, place, on
    )
    store.record.add(ReadReport(Report(words, published=on), "test 1", (encounter,), Paraphrase(0.0)))
    store.changed()


def test_a_town_is_a_point_and_a_country_is_none(client: TestClient, store: Store) -> None:
    met(store, "Vienna", "2025-06-18")
    met(store, "France", "2025-06-19")
    answer = client.get("/timeline.geojson?who=steel")
    assert answer.headers["content-type"] == "application/geo+json"
    features = {one["properties"]["place"]: one for one in answer.json()["features"]}
    longitude, latitude = features["Vienna"]["geometry"]["coordinates"]
    assert 16 < longitude < 17 and 48 < latitude < 49
    assert features["France"]["geometry"] is None
    assert features["France"]["properties"]["precision"] == "country"
    assert "longitude" not in features["Vienna"]["properties"]


def test_the_calendar_is_of_the_encounters_asked_for(client: TestClient, store: Store) -> None:
    met(store, "Vienna", "2025-06-18")
    every = client.get("/timeline.ics").text
    ours = client.get("/timeline.ics?who=steel").text
    assert every.count("BEGIN:VEVENT") > ours.count("BEGIN:VEVENT") == 1


def test_annotations_find_their_words_in_the_report(client: TestClient, store: Store) -> None:
    answer = client.get("/search.jsonld?q=water")
    assert answer.headers["content-type"] == "application/ld+json"
    page = answer.json()
    assert page["parley:about"]["filters"] == {"q": "water"}
    assert len(page["items"]) == len(client.get("/search.json?q=water").json()["rows"]) or page["items"]
    for item in page["items"]:
        for target in item["target"]:
            report = target["source"]["id"].rpartition(":")[2]
            place, quoted = target["selector"]
            text = store.record.report(report).report.text
            assert text[place["start"] : place["end"]] == quoted["exact"]


def test_a_report_and_a_finding_are_annotations_too(client: TestClient, store: Store) -> None:
    report = store.record.reports()[0].id
    rows = client.get(f"/report/{report}.json?type=statement").json()["rows"]
    items = client.get(f"/report/{report}.jsonld?type=statement").json()["items"]
    assert [one["id"].rpartition(":")[2] for one in items] == [row["id"] for row in rows]
    [item] = client.get(f"/finding/{rows[0]['id']}.jsonld").json()["items"]
    assert item == items[0]
    assert client.get("/report/0000.jsonld").json()["error"]["status"] == 404


def test_every_file_is_described_and_linked(client: TestClient) -> None:
    paths = document(VIEWS)["paths"]
    for view in VIEWS:
        for ending, media in view.files:
            described = paths[view.path + ending]["get"]["responses"]["200"]["content"]
            assert list(described) == [media]
    foot = client.get("/timeline?who=brandt").text
    assert 'href="/timeline.geojson?who=brandt"' in foot and 'href="/timeline.ics?who=brandt"' in foot
