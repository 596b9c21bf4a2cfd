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
