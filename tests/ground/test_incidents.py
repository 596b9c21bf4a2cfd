"""Feeds in their own columns, precision in metres, repeated reports merged with reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ground_layers import take_in
from parley.ground.incidents.asking import incidents, merge
from parley.ground.store import GroundStore

ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,location,latitude,longitude,"
    "geo_precision,source,notes,tags\n"
    "UKR1,18 March 2025,1,Explosions,Air/drone strike,A,B,Town,50.0,36.0,2,Wire,"
    "A strike hit a substation.,energy\n"
)
VIINA = (
    "event_id_1pd,date,time,geonameid,asciiname,ADM1_NAME,longitude,latitude,GEO_PRECISION,a_rus_init_b,a_ukr_init_b,"
    "source_urls,representative_text\n"
    "{id},{day},00:00,694677,{place},Donets'k,37.30,48.14,{precision},1,0,{url},{text}\n"
)
GEOCONFIRMED = (
    "\ufeffDate;Name;Faction;Origin;Latitude;Longitude;PlusCode;Description;Source;Geolocation;Equipment;Id\n"
    "2025-03-07;Post;Russia;drone;48,10;37,20;8G;A vehicle burns;https://a.example/1;g;truck;g1\n"
    "1527-02-04;Post;Russia;drone;48,10;37,20;8G;An old slip;https://a.example/2;g;truck;g2\n"
)
FIRMS = "LATITUDE,LONGITUDE,date,ACQ_TIME\n51.2,33.8,2025-03-09,28\n51.2,33.9,2025-03-09,2328\n"
UCDP = (
    "id,where_prec,date_start,date_end,dyad_name,side_a,side_b,latitude,longitude,type_of_violence,source_article,"
    "source_headline,where_coordinates,best\n"
    "9,4,2025-03-01 00:00:00.000,2025-03-05 00:00:00.000,A - B,A,B,48.0,37.0,1,art,Fighting,Province,3\n"
)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def viina(**values: str) -> str:
    usual = {
        "id": "1",
        "day": "20250301",
        "place": "Selydove",
        "precision": "ADM3",
        "url": "https://n.example/1",
    }
    return VIINA.format(**usual | {"text": "Depot of fuel struck by drones near the town"} | values)


@pytest.mark.parametrize(
    ("text", "feed", "metres"),
    [(ACLED, "acled", 25000), (viina(), "viina", 5000), (viina(precision="ADM1"), "viina", 100000),
     (GEOCONFIRMED, "geoconfirmed", 100), (FIRMS, "firms", 375), (UCDP, "ucdp-ged", 100000)],
)  # fmt: skip
def test_a_feed_is_known_by_its_columns_and_its_classes_are_metres(
    store: GroundStore, tmp_path: Path, text: str, feed: str, metres: float
) -> None:
    (imported,) = take_in(store, written(tmp_path, "rows.csv", text))
    assert imported.group == feed
    assert {incident.precision_m for incident in incidents(store)} == {metres}


def test_a_time_without_its_leading_zeros_is_soon_after_midnight(store: GroundStore, tmp_path: Path) -> None:
    take_in(store, written(tmp_path, "fires.csv", FIRMS))
    assert sorted(str(incident.time) for incident in incidents(store)) == ["00:28", "23:28"]


def test_a_publication_day_may_be_the_day_after_and_midnight_is_unknown(
    store: GroundStore, tmp_path: Path
) -> None:
    take_in(store, written(tmp_path, "viina.csv", viina()))
    (incident,) = incidents(store)
    assert (incident.day, incident.day_to, incident.time) == ("2025-02-28", "2025-03-01", None)
    assert incident.side == "RU"


def test_a_day_that_cannot_be_is_named_and_left_out(store: GroundStore, tmp_path: Path) -> None:
    (imported,) = take_in(store, written(tmp_path, "geo.csv", GEOCONFIRMED))
    assert imported.places == 1
    assert any("1527" in problem.text for problem in imported.problems)


@pytest.mark.parametrize(
    ("days", "first"), [(("13/03/2025", "01/03/2025"), True), (("03/13/2025", "03/01/2025"), False)]
)
def test_a_column_tells_whether_the_day_or_the_month_comes_first(
    store: GroundStore, tmp_path: Path, days: tuple[str, str], first: bool
) -> None:
    rows = [
        f'{{"date": "{day}", "location": "X", "description": "d", "sources": [], "latitude": 1,'
        f' "longitude": {n}}}'
        for n, day in enumerate(days, start=1)
    ]
    take_in(store, written(tmp_path, "incidents.json", f"[{','.join(rows)}]"))
    assert {incident.day for incident in incidents(store)} == {"2025-03-13", "2025-03-01"}, first


def test_one_strike_told_on_three_days_is_one_incident_and_says_why(
    store: GroundStore, tmp_path: Path
) -> None:
    for number, day in enumerate(("20250301", "20250302", "20250303")):
        take_in(store, written(tmp_path, f"{day}.csv", viina(id=str(number), day=day)))
    (merged,) = merge(incidents(store))
    assert len(merged.reports) == 3 and len(merged.reasons) == 2
    assert "in common" in merged.reasons[0]


def test_two_strikes_on_one_town_in_other_words_stay_two(store: GroundStore, tmp_path: Path) -> None:
    take_in(store, written(tmp_path, "a.csv", viina()))
    other = viina(
        id="2", day="20250303", url="https://n.example/2", text="Shell lands beside the market hall at noon"
    )
    take_in(store, written(tmp_path, "b.csv", other))
    assert len(merge(incidents(store))) == 2


def test_one_text_at_two_places_is_doubted(store: GroundStore, tmp_path: Path) -> None:
    take_in(store, written(tmp_path, "a.csv", viina()))
    far = viina(id="2", place="Zavody").replace("37.30,48.14", "37.07,49.15")
    take_in(store, written(tmp_path, "b.csv", far))
    merged = merge(incidents(store))
    assert len(merged) == 2 and all("several places" in one.doubts[0] for one in merged)


@pytest.mark.parametrize(
    "factions",
    [{"7": {"name": "Ukraine"}}, [{"id": 7, "name": "Ukraine"}], {"7": "Ukraine"}],
)
def test_geoconfirmed_as_geojson_within_a_document(
    store: GroundStore, tmp_path: Path, factions: object
) -> None:
    said = {"id": "a1", "icon": "drone", "factionId": 7, "color": "#00f", "date": "2025-03-07", "dateSort": 1}
    point = {
        "type": "Feature",
        "properties": said,
        "geometry": {"type": "Point", "coordinates": [37.2, 48.1]},
    }
    lost = {
        "type": "Feature",
        "properties": said | {"id": "a2", "date": "1527-02-04"},
        "geometry": point["geometry"],
    }
    document = {"factionMeta": factions, "geojson": {"type": "FeatureCollection", "features": [point, lost]}}
    path = written(tmp_path, "placemarks.json", json.dumps(document))
    (imported,) = take_in(store, path)
    assert imported.form == "incidents (geoconfirmed)" and imported.places == 1
    assert any("1527" in problem.text for problem in imported.problems)
    (row,) = store.rows("SELECT side, kind, longitude, latitude FROM incidents")
    assert row == ("UA", "drone", 37.2, 48.1)


def test_power_plants_are_of_any_country(store: GroundStore, tmp_path: Path) -> None:
    rows = (
        "country,name,latitude,longitude,primary_fuel",
        "SDN,Merowe,18.67,32.05,Hydro",
        "KOR,Kori,35.3,129.3,Nuclear",
    )
    table = "\n".join(rows)
    take_in(store, written(tmp_path, "plants.csv", table))
    assert dict(store.rows("SELECT name, country FROM sites")) == {"Merowe": "SD", "Kori": "KR"}
