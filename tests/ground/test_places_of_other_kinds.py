"""Districts, sites, water and other spellings: no place is silently taken for another of nearly its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ground_layers import box, collection, take_in, write
from parley.ground.check import check, side_for
from parley.ground.claim import Claim, Judgement, Movement
from parley.ground.errors import UnknownPlace, UnknownSide
from parley.ground.geometry import distance_m
from parley.ground.places import country_at, find_place
from parley.ground.spelling import misspelled, respelled
from parley.ground.store import GroundStore

OBLAST = {"name": "Sumy Oblast", "boundary": "administrative", "iso3166-2": "UA-59"}
COD_AB = {
    "ADM2_EN": "Sumskyi",
    "ADM2_PCODE": "UA5908",
    "ADM1_EN": "Sumska",
    "ADM1_UA": "Сумська",
    "ADM0_EN": "Ukraine",
    "ADM0_PCODE": "UA",
}
GADM = {"GID_0": "UKR", "COUNTRY": "Ukraine", "GID_1": "UKR.22_1", "NAME_1": "Sumy", "NAME_2": "Sums'kyi"}
GEO_BOUNDARIES = {"shapeName": "Sumskyi Raion", "shapeGroup": "UKR", "shapeType": "ADM2"}
OSM = {"name": "Сумський район", "name:en": "Sumy Raion", "admin_level": "6", "boundary": "administrative"}


@pytest.fixture
def front(store: GroundStore, tmp_path: Path) -> GroundStore:
    """A map of ground from Kharkiv to Kherson and over Sumy, and one oblast's boundary."""
    held = box((33.0, 46.0, 39.0, 48.4), status="occupied", holder="RU")
    north = box((34.9, 51.0, 35.2, 51.2), status="occupied", holder="RU")
    take_in(
        store, write(tmp_path / "map.geojson", collection(held, north, group="m", effective="2025-03-10"))
    )
    take_in(store, write(tmp_path / "oblast.geojson", box((33.0, 50.1, 35.6, 52.0), **OBLAST)))
    return store


@pytest.mark.parametrize("properties", [COD_AB, GADM, GEO_BOUNDARIES, OSM])
@pytest.mark.parametrize("words", ["Sumy raion", "Sumskyi raion", "Sumy district", "the Sumskyi district"])
def test_a_raion_is_found_and_is_never_its_oblast(
    front: GroundStore, tmp_path: Path, properties: dict[str, str], words: str
) -> None:
    take_in(front, write(tmp_path / "raion.geojson", box((34.3, 50.6, 35.5, 51.3), **properties)))
    assert find_place(front, words).shape.bounds == (34.3, 50.6, 35.5, 51.3)
    assert find_place(front, words).kind == "district"
    for oblast in ("Sumy Oblast", "Sumska", "Sumy", "Sumy region"):
        assert find_place(front, oblast).name == "Sumy Oblast"
    assert find_place(front, "Ukraine").shape.area > 5


@pytest.mark.parametrize("words", ["Sumy raion", "Сумский район", "Pokrovsk district", "Sudzha district"])
def test_a_district_that_nobody_imported_is_not_guessed(front: GroundStore, words: str) -> None:
    with pytest.raises(UnknownPlace, match="no boundary"):
        find_place(front, words)


def test_a_province_that_is_called_a_district_stays_one(front: GroundStore) -> None:
    assert find_place(front, "Northern District, Israel").country == "IL"


@pytest.mark.parametrize(
    ("words", "latitude", "longitude"),
    [
        ("ZNPP", 47.512, 34.586),
        ("Zaporozhskaya AES", 47.512, 34.586),
        ("the Zaporizhzhia nuclear power plant", 47.512, 34.586),
        ("South Ukraine NPP", 47.812, 31.22),
        ("Kursk nuclear power plant", 51.675, 35.606),
        ("Kakhovka Hydroelectric Power Plant", 46.779, 33.37),
        ("the Nova Kakhovka dam", 46.779, 33.37),
        ("DniproHES", 47.869, 35.087),
        ("Snake Island", 45.255, 30.204),
        ("Kinburn Spit", 46.533, 31.63),
    ],
)
def test_landmarks_are_at_hand(front: GroundStore, words: str, latitude: float, longitude: float) -> None:
    place = find_place(front, words)
    assert place.kind == "site"
    assert distance_m((longitude, latitude), (place.shape.x, place.shape.y)) < 500


def test_an_imported_site_is_meant_before_a_landmark(front: GroundStore, tmp_path: Path) -> None:
    plant = [
        'name = "Kakhovka"',
        'kind = "power plant"',
        'country = "UA"',
        "latitude = 46.70",
        "longitude = 33.3",
    ]
    (tmp_path / "sites.toml").write_text("\n".join(["[[sites]]", *plant]), encoding="utf-8")
    take_in(front, tmp_path / "sites.toml")
    assert find_place(front, "Kakhovka hydroelectric power station").shape.y == 46.70
    assert find_place(front, "Kakhovka").kind == "settlement"


@pytest.mark.parametrize("words", ["Sumy nuclear power plant", "Kherson NPP", "Luhansk thermal power plant"])
def test_a_site_is_never_the_region_it_is_called_after(front: GroundStore, words: str) -> None:
    with pytest.raises(UnknownPlace, match="no site"):
        find_place(front, words)


@pytest.mark.parametrize(
    "words", ["the Oskil river", "Dnipro River", "the Dnieper", "Sea of Azov", "Kerch Strait"]
)
def test_water_is_held_by_nobody(front: GroundStore, words: str) -> None:
    with pytest.raises(UnknownPlace, match="is water"):
        find_place(front, words)


def test_an_islet_that_no_boundary_has_is_of_its_country(front: GroundStore) -> None:
    assert country_at(front, find_place(front, "45.255, 30.204").shape) == "UA"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Gulyaypole", "Hulyaypole"),
        ("Guliaipole", "Hulyaypole"),
        ("Stepnogorsk", "Stepnohirsk"),
        ("Miropolye", "Myropillia"),
        ("Tschassiw Jar", "Chasiv Yar"),
        ("Yunakovka", "Yunakivka"),
        ("Kramatrosk", "Kramatorsk"),
    ],
)
def test_towns_as_other_languages_spell_them(front: GroundStore, words: str, name: str) -> None:
    assert find_place(front, words).name == name


def test_a_slip_of_the_pen_changes_no_consonant() -> None:
    assert misspelled("kramatrosk", "kramatorsk") and misspelled("zaporizhia", "zaporizhzhia")
    assert not misspelled("belogorovka", "belogorodka")


def test_fewest_changes_come_first() -> None:
    spelled = list(respelled("liptsy"))
    assert spelled.index("lyptsy") < spelled.index("lyptsi") and "liptsy" not in spelled


def test_dnipro_is_the_city_and_the_region_goes_by_it_too(front: GroundStore) -> None:
    assert find_place(front, "Dnipro").kind == "settlement"
    assert find_place(front, "the Dnipro region").kind == "region"


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("AFU", "UA"),
        ("ZSU", "UA"),
        ("Kyiv’s troops", "UA"),
        ("Ukraine's 80th Air Assault Brigade", "UA"),
        ("Putin's army", "RU"),
        ("RF", "RU"),
        ("Wagner Group", "RU"),
        ("DPR militia", "RU"),
        ("North Korea's soldiers", "KP"),
    ],
)
def test_sides_by_their_forces_and_leaders(front: GroundStore, words: str, side: str) -> None:
    assert side_for(front, words) == side


@pytest.mark.parametrize("words", ["the army", "the enemy", "Russo-Ukrainian", "its neighbour's troops"])
def test_forces_of_nobody_named_are_nobodys(front: GroundStore, words: str) -> None:
    with pytest.raises(UnknownSide):
        side_for(front, words)


def verdict(store: GroundStore, movement: Movement, words: str, actor: str = "RU") -> tuple[Judgement, str]:
    (found,) = check(store, Claim(actor, movement, find_place(store, words), "2025-03-12"))
    return found.verdict, found.reason


def town_beside(tmp_path: Path, store: GroundStore, east: float) -> None:
    """A map whose held ground ends so many degrees east of the middle of Kramatorsk, 48.7305, 37.5677."""
    held = box((37.5677 + east, 48.4, 38.6, 49.0), status="occupied", holder="RU")
    take_in(store, write(tmp_path / "near.geojson", collection(held, group="n", effective="2025-03-10")))


@pytest.mark.parametrize(
    ("east", "holds", "entered"),
    [
        (-0.02, Judgement.SUPPORTS, Judgement.SUPPORTS),
        (0.004, Judgement.CONTESTED, Judgement.CONTESTED),
        (0.02, Judgement.NOT_SHOWN, Judgement.CONTESTED),
        (0.15, Judgement.NOT_SHOWN, Judgement.NOT_SHOWN),
    ],
)
def test_a_line_through_a_town_divides_it(
    store: GroundStore, tmp_path: Path, east: float, holds: Judgement, entered: Judgement
) -> None:
    town_beside(tmp_path, store, east)
    assert verdict(store, Movement.HOLDS, "Kramatorsk")[0] is holds
    assert verdict(store, Movement.ENTERED, "Kramatorsk")[0] is entered
    assert ", Donetsk" in verdict(store, Movement.HOLDS, "Kramatorsk")[1]


def test_a_rim_along_the_shore_divides_nothing(store: GroundStore, tmp_path: Path) -> None:
    region = box((35.0, 50.0, 35.4, 50.3), name="Shorewell Region", boundary="administrative", iso_a2="UA")
    take_in(store, write(tmp_path / "region.geojson", region))
    rim = box((35.02, 50.01, 35.4, 50.3), status="occupied", holder="RU")
    take_in(store, write(tmp_path / "rim.geojson", collection(rim, group="rim", effective="2025-03-10")))
    assert verdict(store, Movement.HOLDS, "Shorewell Region")[0] is Judgement.SUPPORTS
    half = box((35.2, 50.0, 35.4, 50.3), status="occupied", holder="RU")
    take_in(store, write(tmp_path / "half.geojson", collection(half, group="rim", effective="2025-03-11")))
    assert verdict(store, Movement.HOLDS, "Shorewell Region")[0] is Judgement.CONTESTED


@pytest.mark.parametrize(
    "words",
    [
        "Toretsk (Donetsk Oblast)",
        "Toretsk, Bakhmut Raion, Donetsk Oblast",
        "Donetsk region's Toretsk",
        "the centre of Toretsk",
        "the city of Toretsk in Ukraine's Donetsk region",
    ],
)
def test_a_town_with_its_region_however_it_is_said(front: GroundStore, words: str) -> None:
    assert find_place(front, words).name == "Toretsk"


def test_a_region_by_its_code(front: GroundStore) -> None:
    assert find_place(front, "UA-59").name == "Sumy Oblast"


@pytest.mark.parametrize(
    "words",
    ["51.5, 35.25", "51.5N 35.25E", "35.25 E, 51.5 N", "51°30'N 35°15'E", "51° 30′ 0″ N, 35° 15′ 0″ E"],
)
def test_a_point_however_it_is_written(front: GroundStore, words: str) -> None:
    point = find_place(front, words).shape
    assert (round(point.x, 6), round(point.y, 6)) == (35.25, 51.5)


def test_two_latitudes_are_no_point(front: GroundStore) -> None:
    with pytest.raises(UnknownPlace):
        find_place(front, "51.5N 35.25S")


@pytest.mark.parametrize(
    ("words", "kind", "country"),
    [
        ("Kyiv city", "settlement", "UA"),
        ("Moscow", "settlement", "RU"),
        ("Damascus", "settlement", "SY"),
        ("Tbilisi", "settlement", "GE"),
        ("Kyiv Oblast", "region", "UA"),
    ],
)
def test_a_capital_is_not_its_country(front: GroundStore, words: str, kind: str, country: str) -> None:
    place = find_place(front, words)
    assert (place.kind, place.country) == (kind, country)
    assert place.shape.area < 10


def test_a_side_by_its_capital_is_a_side_all_the_same(front: GroundStore) -> None:
    assert (side_for(front, "Kyiv"), side_for(front, "Moscow")) == ("UA", "RU")


def test_the_west_bank_is_no_bank(front: GroundStore) -> None:
    with pytest.raises(UnknownPlace):
        find_place(front, "West Bank")


def test_a_village_is_not_meant_by_the_name_of_a_province_elsewhere(front: GroundStore) -> None:
    assert find_place(front, "Chechnya").kind == "region"
