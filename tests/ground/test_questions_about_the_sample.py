"""The other questions, asked of the bundled sample."""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path

import pytest
import shapely
from PIL import Image

from ground_layers import box, collection, take_in, write
from parley.ground.changes import changes
from parley.ground.disagree import disagreements
from parley.ground.errors import GroundError
from parley.ground.export import geojson, sheet
from parley.ground.hiding import Discretion, shown_units
from parley.ground.neck import neck
from parley.ground.places import find_place
from parley.ground.png import picture_png
from parley.ground.sites import standings
from parley.ground.store import GroundStore
from parley.ground.svg import picture
from parley.ground.terms import read_terms
from parley.ground.truce import candidates
from parley.ground.verifying import State
from parley.ground.who import who


def test_who_holds_a_town_since_when_and_who_showed_it_first(sample: GroundStore) -> None:
    found = {one.group: one for one in who(sample, find_place(sample, "Merrow"), "2025-06-06")}
    assert (found["northmap"].shows, found["northmap"].since) == ("held by Solane", "2025-06-04")
    assert (found["riverwatch"].shows, found["riverwatch"].since) == ("contested", "2025-06-04")


def test_changes_are_told_by_area_and_silence_is_named(sample: GroundStore) -> None:
    found = changes(sample, "2025-06-02", "2025-06-06", by_area=True)
    north = {one.area: one for one in found if one.group == "northmap"}
    assert north["all"].net_km2 == pytest.approx(32.2, rel=0.02)
    assert north["Tamsin Province"].gained_km2 == north["all"].gained_km2
    (river,) = [one for one in found if one.group == "riverwatch" and one.area == "all"]
    assert river.net_km2 == 0
    assert any("carried 1 days" in note for note in river.notes)


def test_ground_that_only_one_of_the_days_covers_is_scope_and_not_movement(
    sample: GroundStore, tmp_path: Path
) -> None:
    late = collection(box((0, 0, 1, 1), status="held by RU"), group="late", effective="2025-06-05")
    take_in(sample, write(tmp_path / "late.geojson", late))
    (found,) = [one for one in changes(sample, "2025-06-01", "2025-06-06") if one.group == "late"]
    assert found.gained_km2 == 0 and "scope" in found.notes[0]


def test_groups_disagree_where_one_sees_control_and_the_other_a_grey_zone(sample: GroundStore) -> None:
    found = disagreements(sample, "2025-06-06")
    (crossing,) = [one for one in found if "contested" in one.shows]
    assert crossing.area == "Tamsin Province" and crossing.since == "2025-06-04" and crossing.days == 2
    assert crossing.shows[crossing.groups.index("northmap")] == "held by Solane"


def test_a_neck_is_an_interval_between_contested_as_enemys_and_as_friends(
    store: GroundStore, tmp_path: Path
) -> None:
    corridor, pocket = (
        box((10.0, 0.48, 10.2, 0.52), status="held by RU"),
        box((10.2, 0.3, 10.5, 0.7), status="held by RU"),
    )
    home = box((9.0, 0.0, 10.0, 1.0), status="held by RU")
    grey = box((10.0, 0.52, 10.2, 0.56), status="contested")
    document = collection(corridor, pocket, home, grey, group="north", effective="2025-06-01")
    take_in(store, write(tmp_path / "map.geojson", document))
    (found,) = neck(store, "RU", find_place(store, "0.5, 10.35"), "2025-06-01")
    assert found.narrowest_km == pytest.approx(4.4, abs=0.2), "0.04 degrees of latitude"
    assert found.widest_km == pytest.approx(8.8, abs=0.3)
    assert found.state == "nearly cut off"


def test_a_truce_names_candidates_doubts_and_days_that_nobody_observed(sample: GroundStore) -> None:
    with files("parley.samples").joinpath("ground", "truce.toml").open("rb") as file:
        terms = read_terms(Path(file.name))
    found = candidates(sample, terms, "2025-06-09", rejected=True)
    states = {one.day: one.state for one in found if one.state is not State.UNOBSERVABLE}
    assert states["2025-06-03"] is State.REJECTED, "before the truce"
    assert states["2025-06-05"] is State.VERIFIED, "geolocated; nobody says who did it"
    assert states["2025-06-08"] is State.REJECTED, "a market is no power or water"
    assert "2025-06-07" in {one.day for one in found if one.state is State.UNOBSERVABLE}
    strike = next(one for one in found if one.day == "2025-06-05")
    assert strike.reports == 2 and strike.by == ""


def test_terms_without_a_zone_or_with_an_unknown_key_say_so(tmp_path: Path) -> None:
    path = tmp_path / "terms.toml"
    path.write_text("from = 2025-03-18T12:00:00\n")
    with pytest.raises(GroundError, match="timezone"):
        read_terms(path)
    path.write_text('from = 2025-03-18T12:00:00\ntimezone = "Europe/Kyiv"\nwhen = 3\n')
    with pytest.raises(GroundError, match="when"):
        read_terms(path)


def test_a_truce_begins_at_its_hour_in_its_zone(tmp_path: Path) -> None:
    path = tmp_path / "terms.toml"
    path.write_text('from = 2025-03-18T12:00:00\ntimezone = "Europe/Kyiv"\n')
    assert read_terms(path).start.isoformat() == "2025-03-18T10:00:00+00:00"


def test_an_edge_that_never_moves_is_no_distance_to_troops(sample: GroundStore) -> None:
    found = {one.group: one for one in standings(sample, "2025-06-06", "dam")}
    assert found["northmap"].shows == "held by Solane" and found["northmap"].edge_stands_still is False
    still = found["riverwatch"]
    assert still.edge_stands_still is True and "bank or shore" in still.reason
    assert still.edge_low_km is not None and still.edge_high_km is not None
    assert still.edge_low_km < (still.edge_km or 0) < still.edge_high_km
    assert "9 days before" in still.claims[0]


def test_a_licence_that_forbids_it_is_never_exported(sample: GroundStore) -> None:
    shown = sheet(sample, "2025-06-06")
    assert {feature["properties"]["group"] for feature in geojson(shown)["features"]} == {"northmap"}
    assert "not for redistribution" in " ".join(shown.withheld)
    with pytest.raises(GroundError, match="not exported"):
        sheet(sample, "2025-06-06", ["riverwatch"])


def test_exported_rings_turn_as_the_standard_wants(sample: GroundStore) -> None:
    from shapely.geometry import shape

    (feature,) = geojson(sheet(sample, "2025-06-06"))["features"]
    parts = getattr(shape(feature["geometry"]), "geoms", [shape(feature["geometry"])])
    assert all(part.exterior.is_ccw for part in parts)


def test_a_picture_has_a_scale_and_a_legend_in_words(sample: GroundStore) -> None:
    drawn = picture(sheet(sample, "2025-06-06"), places=sample.places())
    assert " km</text>" in drawn and "northmap: held by Solane" in drawn and "CC BY 4.0" in drawn
    assert "Tamsin Province" in drawn


def test_troops_are_never_shown_fresher_than_the_delay_or_finer_than_the_rounding(
    store: GroundStore, tmp_path: Path
) -> None:
    turned = [[[48.0, 36.0], [48.0, 36.5], [48.5, 36.5], [48.0, 36.0]]]
    document = {"areas": turned, "frontline": [], "units": {"ru": [[7, [36.123456, 48.123456]]]}}
    take_in(store, write(tmp_path / "20250307.json", document))
    (layer,) = store.layers()
    discretion = Discretion(delay_days=3, decimals=3)
    assert shown_units(store, layer, discretion, today="2025-03-09") == []
    (unit,) = shown_units(store, layer, discretion, today="2025-03-10")
    assert (unit.longitude, unit.latitude) == (36.123, 48.123)


def test_a_picture_in_pixels_has_the_sides_colours(sample: GroundStore) -> None:
    shown = sheet(sample, "2025-06-06", ("northmap",))
    image = Image.open(io.BytesIO(picture_png(shown, None, sample.places())))
    assert image.format == "PNG" and image.width > 1000
    colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24)}
    assert (0xB2, 0x18, 0x2B) in colours, "the hatching of held ground"


def test_coordinates_that_are_given_out_are_no_finer_than_the_rounding(sample: GroundStore) -> None:
    shown = sheet(sample, "2025-06-06", ("northmap",), Discretion(decimals=1))
    for feature in geojson(shown)["features"]:
        for x, y in shapely.get_coordinates(shapely.geometry.shape(feature["geometry"])):
            assert (round(x, 1), round(y, 1)) == (x, y)
