"""The measured traps of real maps, each with a small layer of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from ground_layers import box, collection, ring, take_in, write
from parley.ground.check import check
from parley.ground.claim import Claim, Judgement, Movement
from parley.ground.geometry import sound
from parley.ground.importing import Imported
from parley.ground.model import Status
from parley.ground.places import find_place
from parley.ground.store import GroundStore


def kinds(imported: Imported) -> set[str]:
    return {problem.kind for problem in imported.problems}


def km2(store: GroundStore, term: str) -> float:
    return float(str(store.rows("SELECT sum(km2) FROM terms WHERE term = ?", (term,))[0][0] or 0))


def test_latitude_first_in_areas_and_longitude_first_in_units_of_one_file(
    store: GroundStore, tmp_path: Path
) -> None:
    turned = [[[latitude, longitude] for longitude, latitude in ring(36.0, 48.0, 36.5, 48.5)]]
    document = {"areas": turned, "areas_ua": [], "frontline": [], "units": {"ru": [[7, [36.1, 48.2]]]}}
    (imported,) = take_in(store, write(tmp_path / "20250307.json", document))
    assert imported.group == "uacontrolmap" and imported.effective == ("2025-03-07",)
    assert "axes" in kinds(imported)
    west, south, east, north = store.series()[0].bounds or ()
    assert (west, south, east, north) == pytest.approx((36.0, 48.0, 36.5, 48.5))
    assert store.rows("SELECT side, longitude, latitude FROM units") == [("RU", 36.1, 48.2)]


def test_a_year_that_cannot_be_sets_the_layer_aside_and_names_it(store: GroundStore, tmp_path: Path) -> None:
    feature = box((36, 48, 37, 49), date="2202-02-02", area_km2=1.0, layer_type="ukraine_control_map")
    path = write(tmp_path / "2202-02-02.geojson", collection(feature))
    (imported,) = take_in(store, path)
    assert imported.layers == 0 and "2202-02-02" in imported.problems[0].text
    assert not store.layers()
    (again,) = take_in(store, path, effective="2022-02-02")
    assert again.effective == ("2022-02-02",)


def test_null_geometry_is_named_and_costs_nothing_else(store: GroundStore, tmp_path: Path) -> None:
    null = {"type": "Feature", "properties": {"status": "held", "side": "RU"}, "geometry": None}
    document = collection(null, box((0, 0, 1, 1), status="held", side="RU"), group="north")
    (imported,) = take_in(store, write(tmp_path / "2025-03-01.geojson", document))
    assert imported.layers == 1 and "null" in kinds(imported)


def test_a_hole_outside_its_shell_is_repaired_with_all_ground_kept() -> None:
    shell, hole = ring(0, 0, 2, 2), ring(1, 1, 3, 3)
    broken = shapely.Polygon(shell, [hole])
    repaired, reason = sound(broken)
    assert reason is not None and repaired.is_valid
    assert repaired.area >= 3.0, "what lies outside the hole is all there"


def test_a_bow_tie_is_repaired_and_the_repair_is_named(store: GroundStore, tmp_path: Path) -> None:
    tie = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
    feature = {"type": "Feature", "properties": {"status": "held by RU"}, "geometry": tie}
    path = write(tmp_path / "2025-03-01.geojson", collection(feature, group="north"))
    (imported,) = take_in(store, path)
    assert "repaired" in kinds(imported)
    assert km2(store, "held by RU") == pytest.approx(6155, rel=0.02)


def test_clockwise_rings_heights_and_an_old_crs_member_change_nothing(
    store: GroundStore, tmp_path: Path
) -> None:
    heights = [[*point, 7.0] for point in reversed(ring(36, 48, 36.5, 48.5))]
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [heights]}}
    top = {"name": "deepstatemap_data_20250307", "crs": {"type": "name", "properties": {"name": "CRS84"}}}
    (imported,) = take_in(
        store, write(tmp_path / "deepstatemap_data_20250307.geojson", collection(feature, **top))
    )
    assert imported.effective == ("2025-03-06",), "the file of a day holds the release of the day before"
    assert km2(store, "occupied") == pytest.approx(2065, rel=0.02)


RELEASE = (
    ("Окуповано /// Occupied\xa0/// geoJSON.status.occupied\n", (36.0, 48.0, 36.5, 48.5)),
    ("Статус невідомий /// Unknown status /// geoJSON.status.unknown", (36.5, 48.0, 36.6, 48.5)),
    (
        "Звільнено 25.03 /// Liberated 25.03\xa0/// geoJSON.status.dismissed_at {{at:25.03}}",
        (35.0, 48.0, 35.5, 48.5),
    ),
    ("Окупована область\n///\nOccupied Karelia\n/// geoJSON.territories.karelia\n", (33.0, 62.0, 34.0, 63.0)),
)


def test_status_inside_a_name_in_three_languages_and_political_statements(
    store: GroundStore, tmp_path: Path
) -> None:
    document = collection(*(box(edges, name=name) for name, edges in RELEASE))
    (imported,) = take_in(store, write(tmp_path / "1741301225.geojson", document))
    assert imported.group == "deepstate" and imported.effective == ("2025-03-06",)
    assert {row[0] for row in store.rows("SELECT term FROM terms")} == {
        "status.occupied",
        "status.unknown",
        "status.dismissed_at",
    }
    statement = next(problem for problem in imported.problems if problem.kind == "statement")
    assert "karelia" in statement.text
    assert (store.series()[0].bounds or ())[3] < 50, "Karelia is nobody's ground here"


def test_a_period_file_shows_its_last_day_and_says_so(store: GroundStore, tmp_path: Path) -> None:
    said = {"date": "2025-03-08", "_datefrom": "2025-02-23", "_dateto": "2025-03-08", "view": "daily"}
    kept = box((36, 48, 36.5, 48.5), type="nochange", **said)
    gained = box((36.5, 48, 36.6, 48.5), type="gains", **said)
    path = write(tmp_path / "2025-03-09.json", {"value": collection(kept, gained)})
    (imported,) = take_in(store, path)
    (layer,) = store.layers()
    assert (layer.dates.effective, layer.dates.captured) == ("2025-03-08", "2025-03-09")
    assert layer.dates.window_from == "2025-02-23" and "period" in kinds(imported)


@pytest.mark.parametrize("words", ["Crimea", "Sevastopol", "Simferopol city", "Donetsk city", "Horlivka"])
def test_what_a_map_leaves_out_by_its_scope_is_not_what_it_does_not_show(
    store: GroundStore, tmp_path: Path, words: str
) -> None:
    said = {"date": "2025-03-08", "_datefrom": "2025-02-23", "_dateto": "2025-03-08", "view": "daily"}
    kept = box((36, 47, 37.4, 48.5), type="nochange", **said)
    take_in(store, write(tmp_path / "2025-03-09.json", {"value": collection(kept)}))
    (verdict,) = check(store, Claim("RU", Movement.HOLDS, find_place(store, words), "2025-03-08"))
    assert (verdict.verdict, verdict.area_km2) == (Judgement.NOT_COVERED, None)
    oblast = find_place(store, "Donetsk Oblast")
    (beside,) = check(store, Claim("RU", Movement.HOLDS, oblast, "2025-03-08"))
    assert "of the part it covers" in beside.reason


def test_a_silent_copy_is_named(store: GroundStore, tmp_path: Path) -> None:
    for day in ("2025-03-01", "2025-03-02"):
        document = collection(box((0, 0, 1, 1), status="held by RU"), group="north", effective=day)
        write(tmp_path / f"{day}.geojson", document)
    first, second = take_in(store, tmp_path / "2025-03-01.geojson", tmp_path / "2025-03-02.geojson")
    assert "copy" not in kinds(first) and "copy" in kinds(second)


def test_the_same_bytes_under_another_name_are_kept_once(store: GroundStore, tmp_path: Path) -> None:
    document = collection(box((0, 0, 1, 1), status="held by RU"), group="north", effective="2025-03-01")
    one, two = write(tmp_path / "a.geojson", document), write(tmp_path / "b.geojson", document)
    take_in(store, one)
    (again,) = take_in(store, two)
    assert "copy" in kinds(again) and len(store.layers()) == 1


def test_swapped_axes_of_a_whole_file_are_turned_round_and_named(store: GroundStore, tmp_path: Path) -> None:
    feature = box((48.0, 136.0, 48.5, 136.5), status="held by RU")
    (imported,) = take_in(store, write(tmp_path / "2025-03-01.geojson", collection(feature, group="north")))
    assert "axes" in kinds(imported)
    assert (store.series()[0].bounds or ())[0] == pytest.approx(136.0)


@pytest.mark.parametrize(
    ("words", "status", "side"),
    [
        ("Russian-occupied", "held", "RU"),
        ("Contested", "contested", ""),
        ("grey zone", "contested", ""),
        ("Claimed Russian advance", "claimed", "RU"),
        ("Controlled by Ukraine", "held", "UA"),
        ("not covered", "not_covered", ""),
    ],
)
def test_status_words_of_any_group_on_the_common_scale(
    store: GroundStore, tmp_path: Path, words: str, status: str, side: str
) -> None:
    document = collection(box((0, 0, 1, 1), status=words), group="north")
    take_in(store, write(tmp_path / "2025-03-01.geojson", document))
    assert store.rows("SELECT status, side, term FROM terms") == [(Status(status).value, side, words)]


def test_two_series_of_one_group_are_joined_before_anything_is_measured(
    store: GroundStore, tmp_path: Path
) -> None:
    from parley.ground.changes import changes

    def layers(day: str, control: float) -> dict[str, object]:
        edges, ahead = (36.0, 48.0, control, 48.5), (control, 48.0, 36.6, 48.5)
        return collection(
            box(edges, date=day, layer_type="ukraine_control_map"),
            box(ahead, date=day, layer_type="russian_advances"),
        )

    one = write(tmp_path / "2025-03-01.geojson", layers("2025-03-01", 36.3))
    two = write(tmp_path / "2025-03-08.geojson", layers("2025-03-08", 36.5))
    take_in(store, one, two)
    (change,) = changes(store, "2025-03-01", "2025-03-08")
    assert change.gained_km2 == change.lost_km2 == change.net_km2 == 0


def test_relabelling_is_told_from_movement_by_the_areas_a_group_states(
    store: GroundStore, tmp_path: Path
) -> None:
    from parley.ground.changes import changes

    for day, edge in (("2025-03-01", 36.0), ("2025-03-08", 36.25)):
        feature = box((35.5, 48.0, edge, 48.5), date=day, layer_type="ukraine_control_map")
        take_in(store, write(tmp_path / f"{day}.geojson", collection(feature)))
    stated = [
        {"date": "2025-03-01", "layerType": "ukraine_control_map", "areaKm2": 2000.0},
        {"date": "2025-03-01", "layerType": "russian_advances", "areaKm2": 1500.0},
        {"date": "2025-03-08", "layerType": "ukraine_control_map", "areaKm2": 3000.0},
        {"date": "2025-03-08", "layerType": "russian_advances", "areaKm2": 520.0},
    ]
    take_in(store, write(tmp_path / "daily_areas.json", stated))
    (change,) = changes(store, "2025-03-01", "2025-03-08")
    assert change.gained_km2 == pytest.approx(1036, rel=0.02)
    assert change.relabelled_km2 == pytest.approx(980)
    assert change.net_km2 == pytest.approx(56, abs=15)
    assert any("relabelled" in note for note in change.notes)


def kml(*folders: tuple[str, float]) -> str:
    parts = [
        f"<Folder><name>{name}</name><Placemark><name>1</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
        f"{west},51,0 {west + 1},51,0 {west + 1},52,0 {west},52,0 {west},51,0"
        "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>"
        for name, west in folders
    ]
    return f"<kml><Document><name>Карта на 12.03.2025</name>{''.join(parts)}</Document></kml>"


def test_a_map_in_another_language_says_who_holds_what_on_which_day(
    store: GroundStore, tmp_path: Path
) -> None:
    path = tmp_path / "карта.kml"
    held, grey, other = "Под контролем ВС РФ", "Серая зона", "Під контролем ЗСУ"
    path.write_text(kml((held, 35), (grey, 36), (other, 37)), encoding="utf-8")
    (imported,) = take_in(store, path)
    assert imported.failure is None and imported.effective == ("2025-03-12",)
    found = {
        term: (status, side) for term, status, side in store.rows("SELECT term, status, side FROM terms")
    }
    assert found == {held: ("held", "RU"), grey: ("contested", ""), other: ("held", "UA")}


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("Зона контроля ВС РФ", ("held", "RU")),
        ("Зона контролю ЗСУ", ("held", "UA")),
        ("Russian Armed Forces", ("held", "RU")),
        ("Украинские войска ВСУ", ("held", "UA")),
        ("Russia", ("held", "RU")),
        ("Серая зона", ("contested", "")),
        ("Claimed by Russian forces", ("claimed", "RU")),
    ],
)
def test_a_polygon_named_after_forces_is_held_by_them(
    store: GroundStore, tmp_path: Path, words: str, meant: tuple[str, str]
) -> None:
    named = collection(box((35, 51, 36, 52), Name=words, date="2025-03-14"))
    take_in(store, write(tmp_path / "map.geojson", named), group="eastmap")
    assert store.rows("SELECT status, side FROM terms") == [meant]


def test_a_sentence_about_forces_does_not_say_whose_the_ground_is(store: GroundStore, tmp_path: Path) -> None:
    told = "Footage from the village shows Russian troops near the school on that day"
    named = collection(box((35, 51, 36, 52), description=told, date="2025-03-14"))
    (imported,) = take_in(store, write(tmp_path / "map.geojson", named), group="eastmap")
    assert imported.layers == 0 and not store.layers()
