"""The ground in the desk: two maps side by side, where they part, claims held against them, the twins."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import pytest
import shapely
from lxml import html
from starlette.testclient import TestClient

from ground_layers import box, collection, take_in, write
from parley.desk.access import Access, Role
from parley.desk.application import application
from parley.desk.drawing.ground import Frame
from parley.desk.screens.ground import GROUND
from parley.desk.serving import Serving, desk_of
from parley.desk.store import Store
from parley.ground.geometry import Plane
from parley.ground.model import Place
from parley.ground.store import GroundStore
from parley.model import Event, Paraphrase, ReadReport, Report, Span

HERE = "http://127.0.0.1:8642"
WEST, EAST = (-30.5, 30.0, -29.5, 31.0), (-29.5, 30.0, -28.5, 31.0)


@pytest.fixture
def mapped(store: Store) -> Store:
    """The store with the made-up maps imported beside its record."""
    assert store.maps.place is not None
    with GroundStore(store.maps.place) as ground, as_file(files("parley.samples") / "ground") as folder:
        assert not [one.failure for one in take_in(ground, Path(folder)) if one.failure]
    return store


def rows(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    """The rows of the JSON twin."""
    found: list[dict[str, Any]] = client.get(f"/ground.json{query}").json()["rows"]
    return found


def page(client: TestClient, query: str = "") -> Any:
    """The page, parsed."""
    response = client.get(f"/ground{query}")
    assert response.status_code == 200
    return html.fromstring(response.text)


def tell(store: Store, words: str, actor: str, place: str) -> None:
    """Keeps a report that claims that somebody entered a place."""
    event = Event((Span(0, len(words)),), 0.9, "event.ASSAULT.entering", "ASSAULT", actor, None, place,
                  "2025-06-06", "attributed", "a spokesman")  # fmt: skip
    report = Report(words + ".", published="2025-06-06")
    store.record.add(ReadReport(report, "test 1", (event,), Paraphrase(0.0)))
    store.changed()


def test_without_maps_the_page_says_so_with_the_command_and_offers_made_up_ones(
    client: TestClient, store: Store
) -> None:
    found = page(client)
    words = " ".join(found.text_content().split())
    assert "No maps imported yet." in words
    assert f"parley ground import FOLDER --ground {store.maps.place}" in words
    assert found.xpath("//a[@href='/ground?maps=sample']")
    assert rows(client) == []
    assert store.maps.place is not None and not store.maps.place.exists()


def test_the_made_up_maps_are_shown_as_such_and_touch_no_store(client: TestClient, store: Store) -> None:
    found = page(client, "?maps=sample")
    assert "Made-up maps." in found.text_content()
    assert len(found.xpath("//svg[contains(@class, 'ground-map')]")) == 3
    assert store.maps.place is not None and not store.maps.place.exists()
    assert found.xpath("//article[@aria-labelledby='question']//span[@class='verdict verdict-supports']")


def test_two_maps_stand_side_by_side_with_scale_and_a_legend_in_words(
    client: TestClient, mapped: Store
) -> None:
    found = page(client, "?on=2025-06-06")
    labels = found.xpath("//svg[contains(@class, 'ground-map')]/@aria-label")
    assert [label.split(",")[0] for label in labels] == [
        "Map by northmap", "Map by riverwatch", "Where northmap and riverwatch part",
    ]  # fmt: skip
    for drawing in found.xpath("//svg[contains(@class, 'ground-map')]"):
        assert drawing.xpath(".//path[@class='ground-scale']")
        assert any("km" in text.text_content() for text in drawing.xpath(".//text"))
    legend = " ".join(found.xpath("string(//section[@aria-labelledby='face-2']//table)").split())
    assert "held by Solane" in legend and "contestedgrey zone" in legend
    fills = {fill for fill in found.xpath("//path[@class='patch']/@fill")}
    known = {f"url(#{name})" for name in found.xpath("//pattern/@id")}
    assert {"url(#gp-held-0)", "url(#gp-contested)"} <= fills <= known


def test_the_difference_adds_up_to_what_both_paint(client: TestClient, mapped: Store) -> None:
    every = rows(client, "?on=2025-06-06&table=differences")
    found = {(row["shows"], row["against_shows"]): row["area_km2"] for row in every}
    layers = {
        (row["group"], row["shows"]): row["area_km2"] for row in rows(client, "?on=2025-06-06&table=layers")
    }
    narrow = sum(row["narrow_km2"] for row in every)
    assert found["held by Solane", "contested"] == pytest.approx(18.0, rel=0.02)
    northmap = sum(area for (one, _), area in found.items() if one == "held by Solane")
    assert northmap == pytest.approx(layers["northmap", "held by Solane"], abs=narrow + 0.5)


def test_a_day_between_layers_carries_the_last_one_and_says_which(client: TestClient, mapped: Store) -> None:
    found = rows(client, "?on=2025-06-05&table=layers")
    assert {row["group"]: row["layers"] for row in found} == {
        "northmap": ["2025-06-05"],
        "riverwatch": ["2025-06-04"],
    }


def test_the_slider_is_a_form_that_works_without_script(client: TestClient, mapped: Store) -> None:
    form = page(client, "?on=2025-06-04&group=riverwatch&against=northmap").xpath("//form[@data-days]")[0]
    days = form.xpath(".//select[@name='on']/option/@value")
    assert days == [f"2025-06-0{day}" for day in range(1, 7)]
    assert form.xpath(".//select[@name='on']/option[@selected]/@value") == ["2025-06-04"]
    assert form.xpath(".//select[@name='group']/option[@selected]/@value") == ["riverwatch"]
    assert form.xpath(".//button")
    before, after = form.xpath(".//a[@rel='prev']/@href")[0], form.xpath(".//a[@rel='next']/@href")[0]
    assert "on=2025-06-03" in before and "on=2025-06-05" in after and "group=riverwatch" in after


def test_the_page_opens_on_a_day_that_both_groups_have_a_layer_of(
    client: TestClient, mapped: Store, tmp_path: Path
) -> None:
    assert mapped.maps.place is not None
    late = box(WEST, status="held", holder="Solane")
    write(tmp_path / "late.geojson", collection(late, group="northmap", effective="2025-09-01"))
    with GroundStore(mapped.maps.place) as ground:
        take_in(ground, tmp_path / "late.geojson")
    assert "on 6 June 2025" in " ".join(page(client).text_content().split())
    alone = page(client, "?on=2025-09-01")
    (back,) = alone.xpath("//section[@class='face']//p[@class='none']/a")
    assert "on=2025-06-06" in back.get("href") and "6 June 2025" in back.text_content()


def test_names_of_regions_never_lie_on_each_other() -> None:
    plane = Plane(-30.0, 30.5)
    crowded = [
        Place(f"Some long province {row}", "region", "", (), shapely.box(-31, 30 + row, -29, 31 + row), "x")
        for row in (number / 20 for number in range(20))
    ]
    panel = Frame(plane, plane.flat(shapely.box(-31, 30, -29, 31)).bounds).panel([], crowded)
    named = [one for one in panel.borders if one.name]
    assert len(panel.borders) == 20 and 2 <= len(named) < 20
    assert min(abs(one.y - two.y) for one in named for two in named if one is not two) > 20


def test_a_claim_asked_has_a_verdict_of_each_group(client: TestClient, mapped: Store) -> None:
    query = "?on=2025-06-06&actor=Solane&claim=entered&place=Tamsin+Province&table=claims"
    found = {row["group"]: row for row in rows(client, query)}
    assert found["northmap"]["shows"] == "supports"
    assert found["northmap"]["since"] == "2025-06-03"
    assert found["northmap"]["depth_km"] == pytest.approx(4.0, rel=0.05)
    assert found["riverwatch"]["shows"] == "contested"
    assert all(row["reason"] for row in found.values())
    shown = page(client, query).xpath("//article[@aria-labelledby='question']")[0]
    assert "supports" in shown.text_content() and found["northmap"]["reason"] in shown.text_content()


def test_what_reports_claim_stands_with_its_words_and_verdicts(client: TestClient, mapped: Store) -> None:
    tell(mapped, "Solane entered Tamsin Province, a spokesman said", "Solane", "Tamsin Province")
    tell(mapped, "Raiders entered Nowhere Vale, a spokesman said", "Raiders", "Nowhere Vale")
    found = rows(client, "?table=claims")
    told = [row for row in found if row["actor"] == "Solane"]
    assert {row["group"]: row["shows"] for row in told} == {"northmap": "supports", "riverwatch": "contested"}
    assert {row["claimed_by"] for row in told} == {"a spokesman"}
    (lost,) = [row for row in found if row["actor"] == "Raiders"]
    assert lost["shows"] == "not_asked" and lost["group"] is None and "Raiders" in lost["reason"]
    cards = page(client).xpath("//article[contains(@class, 'ground-card')]")
    assert len(cards) == 2
    (card,) = [one for one in cards if "Tamsin Province" in one.xpath("string(.//h3)")]
    assert card.xpath(f".//a[contains(@href, '/report/{told[0]['report']}')]")


def test_who_holds_a_place_by_group(client: TestClient, mapped: Store) -> None:
    found = rows(client, "?on=2025-06-06&place=Merrow&table=places")
    assert {row["group"]: row["shows"] for row in found} == {
        "northmap": "held by Solane",
        "riverwatch": "contested",
    }
    assert {row["since"] for row in found} == {"2025-06-04"}


def test_a_place_nobody_knows_is_said_on_the_page(client: TestClient, mapped: Store) -> None:
    assert "no place called" in page(client, "?place=Atlantis+Bay").text_content()
    assert client.get("/ground.csv?place=Atlantis+Bay&actor=Solane&claim=left").status_code == 200
    assert "Say in which place." in page(client, "?actor=Solane").text_content()


def test_every_table_of_the_page_has_the_rows_of_its_twin(client: TestClient, mapped: Store) -> None:
    query = "?on=2025-06-06&actor=Solane&claim=entered&place=Merrow"
    found, shown = rows(client, query), page(client, query)
    for table, region in (
        ("places", "Who holds what, by group"),
        ("differences", "Differences"),
        ("claims", "Verdicts on the claim asked"),
    ):
        listed = shown.xpath(f"//div[@aria-label='{region}']//tbody/tr")
        assert len(listed) == sum(row["table"] == table for row in found) > 0, table
    lines = list(csv.reader(io.StringIO(client.get("/ground.csv" + query).text, newline="")))
    assert lines[0] == [field.name for field in GROUND.fields]
    assert len(lines) - 1 == len(found)


def test_twins_and_files_have_no_ground_that_may_not_be_passed_on(client: TestClient, mapped: Store) -> None:
    twin = client.get("/ground.json?on=2025-06-06").text
    assert "-29.5" not in twin and "coordinates" not in twin
    given = client.get("/ground.geojson?on=2025-06-06").json()
    assert {one["properties"]["group"] for one in given["features"]} == {"northmap"}
    picture = client.get("/ground.svg?on=2025-06-06")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert "northmap" in picture.text and "riverwatch" not in picture.text
    pixels = client.get("/ground.png?on=2025-06-06")
    assert pixels.headers["content-type"] == "image/png" and pixels.content.startswith(b"\x89PNG")
    alone = client.get("/ground.geojson?on=2025-06-06&group=riverwatch&against=riverwatch")
    assert alone.status_code == 400 and "licence" in alone.text


def test_others_who_sign_in_are_not_shown_what_may_not_be_passed_on(mapped: Store, tmp_path: Path) -> None:
    access = Access(tmp_path / "access.json")
    token = access.grant_token("script", Role.READER)
    serving = Serving(host="0.0.0.0", access=access)
    other = TestClient(application(desk_of(mapped, serving)), base_url=HERE)
    response = other.get("/ground?on=2025-06-06", headers={"Authorization": f"Bearer {token}"})
    found = html.fromstring(response.text)
    labels = found.xpath("//svg[contains(@class, 'ground-map')]/@aria-label")
    assert [label.split(",")[0] for label in labels] == ["Map by northmap"]
    assert "does not let others have it" in found.text_content()


def test_layers_younger_than_the_delay_are_nowhere(client: TestClient, store: Store, tmp_path: Path) -> None:
    today = datetime.now(UTC).date()
    old, fresh = (today - timedelta(days=10)).isoformat(), (today - timedelta(days=1)).isoformat()
    layers(store, tmp_path, [(old, EAST, "North"), (fresh, WEST, "North")])
    found = rows(client, f"?on={fresh}&actor=North&claim=entered&place=Westland")
    assert {row["on"] for row in found} < {(today - timedelta(days=days)).isoformat() for days in (3, 4)}
    assert fresh not in json.dumps(found)
    assert fresh not in client.get("/ground").text
    assert {row["shows"] for row in found if row["table"] == "claims"} == {"not_shown"}


def layers(store: Store, folder: Path, drawn: Sequence[tuple[str, tuple[float, ...], str]]) -> None:
    """Imports layers of a group "survey", and two provinces."""
    borders = collection(
        box(WEST, name="Westland", boundary="administrative"),
        box(EAST, name="Eastland", boundary="administrative"),
    )
    paths = [write(folder / "maps" / "borders.geojson", borders)]
    for day, edges, holder in drawn:
        layer = collection(
            box(edges, status="held", holder=holder), group="survey", licence="CC BY 4.0", effective=day
        )
        paths.append(write(folder / "maps" / f"{day}.geojson", layer))
    assert store.maps.place is not None
    with GroundStore(store.maps.place) as ground:
        assert not [one.failure for one in take_in(ground, *paths) if one.failure]


HOSTILE = (
    '<script>alert(1)</script><img src=x onerror="alert(2)">',
    '"/><svg onload=alert(3)>',
    "North \u202ehtuoS\u2066",
    "{{ 7 * 7 }}",
    "=HYPERLINK(1)",
    "N" * 3_000,
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_names_in_layers_stay_words(
    words: str, client: TestClient, store: Store, tmp_path: Path
) -> None:
    first = collection(
        box(EAST, status=words, holder=words), box(EAST, status="held", holder=words),
        group=words, licence=words, effective="2025-06-01",
    )  # fmt: skip
    second = collection(
        box(EAST, status="held", holder="South"), group="survey", licence="CC0", effective="2025-06-02"
    )
    named = collection(box(EAST, name=words, boundary="administrative"))
    paths = [write(tmp_path / "maps" / name, one) for name, one in
             (("a.geojson", first), ("b.geojson", second), ("c.geojson", named))]  # fmt: skip
    assert store.maps.place is not None
    with GroundStore(store.maps.place) as ground:
        take_in(ground, *paths)
    for query in ("", "?on=2025-06-02", "?zoom=difference"):
        text = client.get(f"/ground{query}").text
        found = html.fromstring(text)
        assert not found.xpath("//script[not(@src)] | //img | //@onerror | //@onload | //@style")
        assert "\u202e" not in text and "\u2066" not in text
        assert "{{" not in words or words in found.xpath("string(//main)")
    answer = client.get("/ground.csv")
    assert answer.status_code == 200
    assert not any(cell.startswith("=") for line in csv.reader(io.StringIO(answer.text)) for cell in line)


def test_a_file_that_is_no_ground_store_is_one_sentence(client: TestClient, store: Store) -> None:
    assert store.maps.place is not None
    store.maps.place.write_bytes(b"not a database at all, however long it is" * 40)
    found = page(client)
    assert "is not a ground store" in found.xpath("string(//p[@role='alert'])")
    assert rows(client) == []


def test_an_answer_is_worked_out_anew_when_maps_are_imported(
    client: TestClient, store: Store, tmp_path: Path
) -> None:
    layers(store, tmp_path, [("2025-06-01", EAST, "North")])
    assert {row["shows"] for row in rows(client, "?table=layers")} == {"held by North"}
    layers(store, tmp_path / "more", [("2025-06-02", WEST, "South")])
    assert {row["shows"] for row in rows(client, "?table=layers")} == {"held by South"}


def test_files_are_described_and_refuse_in_the_words_of_the_api(client: TestClient) -> None:
    described = client.get("/openapi.json").json()["paths"]
    for ending, media in GROUND.files:
        answers = described[f"/ground{ending}"]["get"]["responses"]
        assert list(answers["200"]["content"]) == [media]
        refused = client.get(f"/ground{ending}")
        assert refused.status_code == 400
        assert "There is no ground store" in refused.json()["error"]["message"]
        assert client.get(f"/ground{ending}?maps=sample").headers["content-type"].startswith(media)
