"""Provinces and towns that ship with Parley: in any spelling, told apart, never before imported ones."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from ground_layers import box, collection, take_in, write
from parley.ground.changes import changes
from parley.ground.check import check
from parley.ground.claim import Claim, Judgement, Movement
from parley.ground.errors import UnknownPlace
from parley.ground.gazetteer import towns_named
from parley.ground.geometry import distance_m
from parley.ground.outlines import outlines
from parley.ground.places import find_place, namesake_town
from parley.ground.provinces import country_of_point, place_of, provinces, provinces_named
from parley.ground.store import GroundStore


@pytest.fixture
def levant(store: GroundStore, tmp_path: Path) -> GroundStore:
    """A map of ground around Idlib and Hama."""
    held = box((36.2, 35.6, 37.0, 36.2), status="held", holder="North")
    write(tmp_path / "map.geojson", collection(held, group="drawers", effective="2024-11-20"))
    take_in(store, tmp_path / "map.geojson")
    return store


@pytest.mark.parametrize(
    ("words", "latitude", "longitude"),
    [
        ("Saraqib", 35.86, 36.81),
        ("the town of Saraqib", 35.86, 36.81),
        ("سراقب", 35.86, 36.81),
        ("Ma'arrat an Nu'man", 35.64, 36.67),
        ("the city of Idlib", 35.93, 36.63),
        ("Idlib city", 35.93, 36.63),
        ("إدلب", 35.93, 36.63),
    ],
)
def test_a_town_is_found_in_any_spelling(
    levant: GroundStore, words: str, latitude: float, longitude: float
) -> None:
    place = find_place(levant, words)
    assert (place.kind, place.country, place.source) == ("settlement", "SY", "GeoNames")
    assert distance_m((longitude, latitude), (place.shape.x, place.shape.y)) < 3000
    assert 500 <= place.margin_m <= 15_000


def test_a_town_on_the_maps_is_meant_before_its_namesakes_elsewhere(levant: GroundStore) -> None:
    assert len({town.country for town in towns_named("Tripoli")}) > 1
    assert find_place(levant, "Salqin").country == "SY"
    with pytest.raises(UnknownPlace, match="say in which region"):
        find_place(levant, "San Isidro")


def test_a_town_is_looked_for_in_its_region(levant: GroundStore) -> None:
    place = find_place(levant, "Hamilton, Waikato")
    assert place.country == "NZ"
    with pytest.raises(UnknownPlace):
        find_place(levant, "Hamilton, Idlib Governorate")


def test_a_province_by_its_name_and_kind(levant: GroundStore) -> None:
    idlib = find_place(levant, "Idlib Governorate")
    assert (idlib.kind, idlib.country) == ("region", "SY")
    assert idlib.shape.covers(shapely.Point(36.63, 35.93))
    assert find_place(levant, "Syria").shape.covers(shapely.Point(36.3, 33.5))


def test_a_bare_name_is_the_regions_and_the_town_is_named_besides(levant: GroundStore) -> None:
    idlib = find_place(levant, "Idlib")
    assert (idlib.kind, namesake_town(idlib, "Idlib")) == ("region", "Idlib city")
    assert namesake_town(idlib, "Idlib Governorate") is None
    town = find_place(levant, "Idlib city")
    assert (town.kind, namesake_town(town, "Idlib city")) == ("settlement", None)


def test_what_is_imported_is_meant_before_what_ships(levant: GroundStore, tmp_path: Path) -> None:
    town = {
        "type": "Feature",
        "properties": {"name": "Saraqib"},
        "geometry": {"type": "Point", "coordinates": [36.5, 36.0]},
    }
    write(tmp_path / "towns.geojson", collection(town))
    take_in(levant, tmp_path / "towns.geojson")
    assert find_place(levant, "Saraqib").shape.x == 36.5
    assert find_place(levant, "the town of Saraqib").shape.x == 36.5


def test_a_claim_about_a_town_is_answered_from_the_map_alone(levant: GroundStore) -> None:
    claim = Claim("North", Movement.HOLDS, find_place(levant, "Saraqib"), "2024-11-22")
    (verdict,) = check(levant, claim)
    assert verdict.verdict is Judgement.SUPPORTS
    assert "GeoNames puts its middle at 35.8" in verdict.reason
    far = Claim("North", Movement.HOLDS, find_place(levant, "Palmyra, Syria"), "2024-11-22")
    assert check(levant, far)[0].verdict is Judgement.NOT_COVERED


def test_provinces_are_sound_and_lie_where_their_bounds_say() -> None:
    assert len(provinces()) > 4000
    for name, country in (("Kharkiv", "UA"), ("North Darfur", "SD"), ("Kachin", "MM")):
        (province,) = provinces_named(name, country)
        place = place_of(province)
        assert place.shape.is_valid
        assert place.shape.bounds == pytest.approx(province.bounds, abs=0.02)


def test_neighbours_share_their_border() -> None:
    known = {place.name: place.shape for place in outlines()}
    kursk, ukraine = known["Kursk Oblast"], known["Ukraine"]
    assert kursk.intersection(ukraine).area < 1e-5
    assert kursk.distance(ukraine) == pytest.approx(0, abs=1e-6)


def test_the_country_of_a_point() -> None:
    assert country_of_point(shapely.Point(36.3, 33.5)) == "SY"
    assert country_of_point(shapely.Point(-30.0, 30.0)) == ""


def test_short_names_of_their_own(levant: GroundStore) -> None:
    assert find_place(levant, "LPR").name.startswith("Luhans")
    assert find_place(levant, "Donbas").shape.covers(shapely.Point(37.8, 48.0))


def test_a_map_without_any_boundary_tells_movement_by_province(levant: GroundStore, tmp_path: Path) -> None:
    held = box((36.2, 35.0, 37.0, 36.2), status="held", holder="North")
    write(tmp_path / "later.geojson", collection(held, group="drawers", effective="2024-12-04"))
    take_in(levant, tmp_path / "later.geojson")
    found = {one.area: one.gained_km2 for one in changes(levant, "2024-11-20", "2024-12-04", by_area=True)}
    assert {"Idlib", "Hamah"} <= set(found)
    assert sum(area for name, area in found.items() if name not in ("all", "Syria")) == pytest.approx(
        found["all"], rel=0.001
    )
