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
        find_place(named, "Ozzymandria-under-Foam")


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


@pytest.mark.parametrize(
    "words",
    [
        "Ukraine's Sumy region",
        "Ukraine’s northern Sumy region",
        "parts of the Sumy area",
        "Ukrainian border region of Sumy oblast",
        "villages in Sumy Oblast",
    ],
)
def test_words_around_a_name_are_not_of_it(named: GroundStore, words: str) -> None:
    assert find_place(named, words).name == "Sumy Oblast"


def test_a_region_of_another_country_is_not_meant(named: GroundStore) -> None:
    with pytest.raises(UnknownPlace):
        find_place(named, "Poland's Sumy region")


def test_a_country_is_the_sum_of_its_known_regions(named: GroundStore, tmp_path: Path) -> None:
    more = box((10.0, 40.0, 11.0, 41.0), name="Upper Vale", boundary="administrative", iso_a2="CH")
    also = box((11.0, 40.0, 12.0, 41.0), name="Lower Vale", boundary="administrative", iso_a2="CH")
    take_in(named, write(tmp_path / "vales.geojson", collection(more, also)))
    assert find_place(named, "Switzerland").shape.bounds == (10.0, 40.0, 12.0, 41.0)


def incidents(folder: Path, *rows: tuple[str, float, float]) -> Path:
    lines = [
        f"2025-03-0{number + 1};{place};UA;x;{latitude};{longitude};+;told;s;https://a.example/{number};;;;;{number}"
        for number, (place, latitude, longitude) in enumerate(rows)
    ]
    heading = (
        "Date;Name;Faction;Origin;Latitude;Longitude;PlusCode;Description;Source;Geolocation;Equipment;"
        "EquipmentItems;Units;OrbatUnits;Id"
    )
    path = folder / "incidents.csv"
    path.write_text("\n".join([heading, *lines]), encoding="utf-8")
    return path


def test_a_settlement_without_a_boundary_is_where_incidents_put_it(
    named: GroundStore, tmp_path: Path
) -> None:
    take_in(named, incidents(tmp_path, ("Orlov Brod, Sumy region", 51.2, 34.1), ("Orlov Brod", 51.21, 34.12)))
    place = find_place(named, "the border town of Orlov Brod")
    assert (place.kind, place.source, place.country) == ("settlement", "incidents", "UA")
    assert place.shape.distance(find_place(named, "51.205, 34.11").shape) < 0.001
    assert place.margin_m >= 1000


def test_incidents_far_apart_are_of_namesakes(named: GroundStore, tmp_path: Path) -> None:
    take_in(named, incidents(tmp_path, ("Druzba", 51.2, 34.1), ("Druzba", 48.2, 30.1)))
    with pytest.raises(UnknownPlace, match="km apart"):
        find_place(named, "Druzba")
    assert find_place(named, "Druzba, Sumy Oblast").shape.y == 51.2


def test_a_town_is_not_taken_for_the_region_around_it(named: GroundStore, tmp_path: Path) -> None:
    take_in(named, incidents(tmp_path, ("Sumy", 50.91, 34.8)))
    assert find_place(named, "Sumy").kind == "region"
    assert find_place(named, "the city of Sumy").kind == "settlement"
