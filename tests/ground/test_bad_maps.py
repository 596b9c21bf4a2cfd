"""Broken and hostile files: one clear sentence each, and nothing of them is kept."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pyproj import Transformer

from ground_layers import box, collection, ring, take_in, write
from parley.ground import files
from parley.ground.errors import NotAGroundStore
from parley.ground.places import find_place
from parley.ground.store import GroundStore
from parley.ground.who import who

GOOD = collection(box((0, 0, 1, 1), status="held by RU"), group="north", effective="2025-03-01")

KML = """<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>Russian-held</name>
<Placemark><name>Area 1</name><Polygon><outerBoundaryIs><LinearRing><coordinates>
36,48,0 36.5,48,0 36.5,48.5,0 36,48.5,0 36,48,0</coordinates></LinearRing></outerBoundaryIs></Polygon>
</Placemark>
</Folder></Document></kml>"""

ATTACK = """<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<kml><Document><Placemark><name>&b;</name></Placemark></Document></kml>"""


def zipped(entries: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return data.getvalue()


MIXED = {"areas": [ring(48, 36, 49, 37), ring(36, 48, 37, 49)], "frontline": []}
"""One area with latitude first and one with longitude first."""

BROKEN = {
    "cut.geojson": json.dumps(GOOD).encode()[:-40],
    "no-json.geojson": b"this is no map {",
    "huge.geojson": json.dumps(collection(box((3e6, 6e6, 4e6, 7e6), status="held by RU"))).encode(),
    "endless.geojson": json.dumps(GOOD).replace("[1, 0]", "[1e999, 0]").encode(),
    "words.geojson": json.dumps(GOOD).replace("[1, 0]", '["x", 0]').encode(),
    "mixed-20250301.json": json.dumps(MIXED).encode(),
    "deep.geojson": b'{"type":"FeatureCollection","features":' + b"[" * 100_000,
    "latin.geojson": json.dumps(GOOD).replace("north", "n\u00f6rd").encode("utf-16"),
    "attack.kml": ATTACK.encode(),
    "cut.kml": KML.encode()[:200],
    "cut.kmz": zipped({"doc.kml": KML.encode()})[:60],
    "empty.kmz": zipped({"readme.txt": b"nothing here"}),
    "bomb.kmz": zipped({"doc.kml": b"<kml>" + b" " * 60_000_000 + b"</kml>"}),
    "no-number.geojson": json.dumps(GOOD).replace("[1, 0]", "[NaN, 0]").encode(),
    "spoilt.kmz": zipped({"doc.kml": KML.encode()}).replace(b"\x04\x14", b"\x05\x14"),
    "words.kml": KML.replace("36.5,48,0", "here,there").encode(),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_one_sentence_and_nothing_of_it_is_kept(
    store: GroundStore, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(BROKEN[name])
    (imported,) = take_in(store, path, group="north", effective="2025-03-01")
    assert imported.failure is not None and imported.failure.endswith(".")
    assert "\n" not in imported.failure.strip() and "Traceback" not in imported.failure
    for table in ("raw", "layers", "cells", "shapes", "series", "places", "problems"):
        assert store.rows(f"SELECT count(*) FROM {table}") == [(0,)], table


def test_one_bad_file_costs_no_other(store: GroundStore, tmp_path: Path) -> None:
    write(tmp_path / "maps" / "b.geojson", GOOD)
    (tmp_path / "maps" / "a.geojson").write_bytes(BROKEN["cut.geojson"])
    results = take_in(store, tmp_path / "maps")
    assert [bool(one.failure) for one in results] == [True, False]
    assert len(store.layers()) == 1


def test_a_feature_that_is_broken_keeps_the_whole_file_out(store: GroundStore, tmp_path: Path) -> None:
    document = collection(box((0, 0, 1, 1), status="held by RU"), box((0, 0, 500, 1), status="held by RU"))
    (imported,) = take_in(store, write(tmp_path / "2025-03-01.geojson", document))
    assert imported.failure and "beyond the globe" in imported.failure
    assert not store.layers()


def test_a_file_that_is_too_large_is_not_read(
    store: GroundStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST_BYTES", 100)
    (imported,) = take_in(store, write(tmp_path / "2025-03-01.geojson", GOOD))
    assert imported.failure and "larger than" in imported.failure


def test_kml_and_kmz_say_who_holds_a_polygon_by_folder(store: GroundStore, tmp_path: Path) -> None:
    (tmp_path / "2025-03-01.kml").write_text(KML)
    (tmp_path / "2025-03-02.kmz").write_bytes(zipped({"doc.kml": KML.encode()}))
    results = take_in(store, tmp_path / "2025-03-01.kml", tmp_path / "2025-03-02.kmz", group="owl")
    assert [one.effective for one in results] == [("2025-03-01",), ("2025-03-02",)]
    assert {row[0] for row in store.rows("SELECT side FROM meanings")} == {"RU"}


def test_a_map_without_a_day_asks_for_one(store: GroundStore, tmp_path: Path) -> None:
    document = collection(box((0, 0, 1, 1), status="held by RU"), group="north")
    (imported,) = take_in(store, write(tmp_path / "map.geojson", document))
    assert imported.failure and "--effective" in imported.failure


def test_a_map_that_does_not_say_who_holds_asks_for_a_side(store: GroundStore, tmp_path: Path) -> None:
    path = write(
        tmp_path / "2025-03-01.geojson", collection(box((0, 0, 1, 1), status="occupied"), group="north")
    )
    (imported,) = take_in(store, path)
    assert imported.failure and "--side" in imported.failure
    (given,) = take_in(store, path, side="RU")
    assert given.layers == 1


def test_a_database_of_something_else_is_no_store(tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection, connection:
        connection.execute("CREATE TABLE things (a)")
    with pytest.raises(NotAGroundStore, match="something else"):
        GroundStore(other)
    (tmp_path / "text.db").write_text("no database " * 100)
    with pytest.raises(NotAGroundStore):
        GroundStore(tmp_path / "text.db")
    with pytest.raises(NotAGroundStore, match="no ground store"):
        GroundStore(tmp_path / "absent.db", create=False)


def shown_at(store: GroundStore, words: str, group: str) -> str:
    """What a group's map shows at a point."""
    (found,) = [one for one in who(store, find_place(store, words), "2025-03-02") if one.group == group]
    return found.shows


def layer(name: str, *edges: tuple[float, float, float, float], **top: object) -> dict[str, Any]:
    features = [box(one, status="held", holder="East") for one in edges]
    return collection(*features, group=name, effective="2025-03-01", **top)


@pytest.mark.parametrize(
    "system", ["urn:ogc:def:crs:EPSG::3857", "EPSG:32636", "urn:ogc:def:crs:OGC:1.3:CRS84"]
)
def test_coordinates_of_a_stated_system_are_turned_into_degrees(
    store: GroundStore, tmp_path: Path, system: str
) -> None:
    there = Transformer.from_crs("EPSG:4326", system.replace("urn:ogc:def:crs:", "").replace("::", ":")
                                 if "CRS84" not in system else "OGC:CRS84", always_xy=True)  # fmt: skip
    document = layer("turned", (33.0, 10.0, 34.0, 11.0))
    for feature in document["features"]:
        (ring_of,) = feature["geometry"]["coordinates"]
        feature["geometry"]["coordinates"] = [[list(there.transform(x, y)) for x, y in ring_of]]
    document["crs"] = {"type": "name", "properties": {"name": system}}
    (imported,) = take_in(store, write(tmp_path / "a.geojson", document))
    assert imported.failure is None
    assert shown_at(store, "10.5, 33.5", "turned") == "held by East"
    assert shown_at(store, "11.3, 33.5", "turned") != "held by East"


def test_a_system_nobody_knows_is_refused(store: GroundStore, tmp_path: Path) -> None:
    document = layer("odd", (33.0, 10.0, 34.0, 11.0), crs={"properties": {"name": "EPSG:999999"}})
    (imported,) = take_in(store, write(tmp_path / "a.geojson", document))
    assert imported.failure is not None and "coordinate system that nobody knows" in imported.failure


@pytest.mark.parametrize(
    "ring_over_the_line",
    [
        [[179, -17], [181, -17], [181, -16], [179, -16], [179, -17]],
        [[179, -17], [-179, -17], [-179, -16], [179, -16], [179, -17]],
        [[-181, -17], [-179, -17], [-179, -16], [-181, -16], [-181, -17]],
    ],
)
def test_ground_over_the_date_line_is_on_both_sides_of_it(
    store: GroundStore, tmp_path: Path, ring_over_the_line: list[list[float]]
) -> None:
    document = layer("isles", (0.0, 0.0, 1.0, 1.0))
    document["features"][0]["geometry"]["coordinates"] = [ring_over_the_line]
    (imported,) = take_in(store, write(tmp_path / "a.geojson", document))
    assert imported.failure is None
    assert [shown_at(store, f"-16.5, {x}", "isles") for x in (179.5, -179.5)] == ["held by East"] * 2
    assert shown_at(store, "-16.5, 178.9", "isles") == "not shown"


def test_an_edge_beyond_the_date_line_is_near(store: GroundStore, tmp_path: Path) -> None:
    take_in(store, write(tmp_path / "a.geojson", layer("isles", (-179.98, -17.0, -179.0, -16.0))))
    (found,) = who(store, find_place(store, "-16.5, 179.98"), "2025-03-02")
    assert "The edge of ground held by East is 4.3 km away" in found.reason


def test_a_map_of_half_the_globe_is_refused(store: GroundStore, tmp_path: Path) -> None:
    (imported,) = take_in(store, write(tmp_path / "a.geojson", layer("all", (-180.0, -60.0, 180.0, 60.0))))
    assert imported.failure is not None and "a good part of the globe" in imported.failure
    assert not store.layers()


def test_an_empty_map_is_refused(store: GroundStore, tmp_path: Path) -> None:
    (imported,) = take_in(store, write(tmp_path / "a.geojson", layer("none")))
    assert imported.failure is not None and "holds no feature" in imported.failure
    assert not store.layers()


@pytest.mark.parametrize("name", ["map.zip", "map.shp", "map.gpkg"])
def test_forms_that_are_not_read_say_what_to_do(store: GroundStore, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    (imported,) = take_in(store, tmp_path / name)
    assert imported.failure is not None and (
        "unpack it" in imported.failure or "GeoJSON first" in imported.failure
    )


def test_ground_painted_for_two_sides_is_contested_and_named(store: GroundStore, tmp_path: Path) -> None:
    east, west = (box(edges, status="held", holder=side) for edges, side in
                  (((70, 10, 72, 12), "East"), ((71, 10, 73, 12), "West")))  # fmt: skip
    document = collection(east, west, group="both", effective="2025-03-01")
    (imported,) = take_in(store, write(tmp_path / "a.geojson", document))
    assert any("painted as held by both East and West" in problem.text for problem in imported.problems)
    shown = [shown_at(store, f"11, {x}", "both") for x in (70.5, 71.5, 72.5)]
    assert shown == ["held by East", "contested", "held by West"]


@pytest.mark.parametrize(
    ("name", "side"),
    [
        ("Held by East", "East"),
        ("RSF-controlled", "RSF"),
        ("Area controlled by the Northern Front", "Northern Front"),
    ],
)
def test_a_placemark_names_a_side_that_is_no_country(
    store: GroundStore, tmp_path: Path, name: str, side: str
) -> None:
    path = tmp_path / "front-2025-03-01.kml"
    path.write_text(KML.replace("Russian-held", "x").replace("Area 1", name), encoding="utf-8")
    (imported,) = take_in(store, path)
    assert (imported.failure, imported.layers, imported.places) == (None, 1, 0)
    assert store.rows("SELECT status, side FROM terms") == [("held", side)]
