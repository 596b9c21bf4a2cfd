"""Places are found in every spelling, and a wrong place is never taken for the right one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ground_layers import box, collection, take_in, write
from parley.ground.errors import UnknownPlace
from parley.ground.places import find_place
from parley.ground.store import GroundStore

SUMY = {
    "name": "Сумська область",
    "name:en": "Sumy Oblast",
    "name:ru": "Сумская область",
    "boundary": "administrative",
    "iso3166-2": "UA-59",
}


@pytest.fixture
def named(store: GroundStore, tmp_path: Path) -> GroundStore:
    take_in(store, write(tmp_path / "UA_59_Sumska.geojson", box((33.0, 50.1, 35.0, 52.0), **SUMY)))
    town = {"type": "Feature", "properties": {"name": "Millbrook", "place": "town"}}
    one = town | {"geometry": {"type": "Point", "coordinates": [34.0, 51.0]}}
    two = town | {"geometry": {"type": "Point", "coordinates": [20.0, 10.0]}}
    take_in(store, write(tmp_path / "towns.geojson", collection(one, two)))
    return store


@pytest.mark.parametrize(
    "words",
    [
        "Sumy Oblast",
        "Sumy region",
        "the Sumy region",
        "Sumska",
        "Sumska oblast",
        "SUMY",
        "Сумська область",
        "Sumskaya",
    ],
)
def test_a_region_by_any_of_its_names(named: GroundStore, words: str) -> None:
    assert find_place(named, words).name == "Sumy Oblast"
    assert find_place(named, words).country == "UA"


def test_namesakes_are_told_apart_by_their_region(named: GroundStore) -> None:
    with pytest.raises(UnknownPlace, match="2 places"):
        find_place(named, "Millbrook")
    assert find_place(named, "Millbrook, Sumy Oblast").shape.x == 34.0


def test_a_point_has_latitude_first(named: GroundStore) -> None:
    place = find_place(named, "51.0, 34.5")
    assert (place.shape.x, place.shape.y, place.country) == (34.5, 51.0, "UA")
    with pytest.raises(UnknownPlace, match="latitude comes first"):
        find_place(named, "134.5, 51.0")


def test_an_unknown_place_says_what_to_do(named: GroundStore) -> None:
    with pytest.raises(UnknownPlace, match="import its boundary"):
        find_place(named, "Atlantis")


def test_an_outline_gives_way_to_its_neighbours_boundary(named: GroundStore) -> None:
    kursk, sumy = find_place(named, "Kursk region"), find_place(named, "Sumy Oblast")
    assert kursk.country == "RU" and kursk.margin_m > 0
    assert kursk.shape.intersection(sumy.shape).area == pytest.approx(0, abs=1e-9)


def test_a_countrys_boundary_is_a_place_and_not_ground_it_holds(store: GroundStore, tmp_path: Path) -> None:
    country = box((22.0, 44.0, 40.0, 52.0), name="Ukraine", admin_level="2", boundary="administrative")
    plain = box((60.0, 10.0, 61.0, 11.0), name="France")
    take_in(
        store,
        write(tmp_path / "a.geojson", collection(country)),
        write(tmp_path / "b.geojson", collection(plain)),
    )
    assert not store.layers()
    assert [place.name for place in store.places()] == ["Ukraine", "France"]


def test_ground_without_words_is_whose_the_importer_says(store: GroundStore, tmp_path: Path) -> None:
    path = write(tmp_path / "2025-03-01.geojson", collection(box((36, 48, 37, 49), OBJECTID=1, GlobalID="x")))
    (imported,) = take_in(store, path, group="assessors", side="RU")
    assert imported.layers == 1
    assert store.rows("SELECT status, side FROM terms") == [("held", "RU")]
