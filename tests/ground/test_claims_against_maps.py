"""Claims against small maps: what is a crossing, and what is only the way a border was drawn."""

from __future__ import annotations

from pathlib import Path

import pytest

from ground_layers import KM_LAT, KM_LON, box, collection, ring, take_in, verdicts, write
from parley.ground.claim import Judgement
from parley.ground.places import find_place
from parley.ground.store import GroundStore
from parley.ground.who import who

EDGE = -29.5
"""The border between Westmark, to the west of it, and Eastmark."""

OWN = (EDGE, 30.0, -28.5, 31.0)


def borders(store: GroundStore, folder: Path) -> None:
    west = box((-30.5, 30.0, EDGE, 31.0), name="Westmark Province", boundary="administrative")
    east = box(OWN, name="Eastmark Province", boundary="administrative")
    take_in(store, write(folder / "borders.geojson", collection(west, east)))


def piece(deep_km: float, wide_km: float, **properties: str) -> dict[str, object]:
    return box((EDGE - deep_km * KM_LON, 30.4, EDGE, 30.4 + wide_km * KM_LAT), **properties)


def day(
    store: GroundStore, folder: Path, when: str, *features: dict[str, object], group: str = "north"
) -> None:
    own = box(OWN, status="held", holder="East")
    document = collection(own, *features, group=group, effective=when)
    (imported,) = take_in(store, write(folder / group / f"{when}.geojson", document))
    assert imported.failure is None


HELD = {"status": "held", "holder": "East"}


def test_a_new_piece_that_grows_beyond_the_border_is_a_crossing(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    day(store, tmp_path, "2025-06-01")
    day(store, tmp_path, "2025-06-02", piece(1.0, 2.0, **HELD))
    day(store, tmp_path, "2025-06-03", piece(3.0, 4.0, **HELD))
    verdict = verdicts(store, "East entered Westmark region", "2025-06-05")["north"]
    assert verdict.verdict is Judgement.SUPPORTS
    assert verdict.since == "2025-06-02", "the day the piece appeared, though it outgrew the tolerance later"
    assert verdict.area_km2 == pytest.approx(12.0, rel=0.02)
    assert verdict.depth_km == pytest.approx(3.0, rel=0.02)
    assert "2025-06-03" in verdict.reason
    early = verdicts(store, "East entered Westmark Province", "2025-06-02")["north"]
    assert early.verdict is Judgement.BORDER_NOISE


def test_a_piece_that_lay_there_from_the_first_layer_on_and_never_grew_is_border_noise(
    store: GroundStore, tmp_path: Path
) -> None:
    borders(store, tmp_path)
    for when in ("2025-06-01", "2025-06-02", "2025-06-03"):
        day(store, tmp_path, when, piece(3.0, 4.0, **HELD))
    verdict = verdicts(store, "East entered Westmark", "2025-06-03")["north"]
    assert verdict.verdict is Judgement.BORDER_NOISE
    assert "not grown" in verdict.reason


def test_a_rim_along_the_border_that_never_grew_is_border_noise_however_long_it_is(
    store: GroundStore, tmp_path: Path
) -> None:
    borders(store, tmp_path)
    for when in ("2025-06-01", "2025-06-02"):
        day(store, tmp_path, when, piece(2.8, 20.0, **HELD), piece(5.4, 2.0, **HELD))
    verdict = verdicts(store, "East entered Westmark", "2025-06-02")["north"]
    assert verdict.verdict is Judgement.BORDER_NOISE
    assert verdict.area_km2 is not None and verdict.area_km2 > 50
    day(store, tmp_path, "2025-06-03", piece(8.0, 20.0, **HELD))
    assert verdicts(store, "East entered Westmark", "2025-06-03")["north"].verdict is Judgement.SUPPORTS, (
        "when it grows it is a crossing"
    )


def test_a_border_drawn_eight_hundred_metres_off_over_its_whole_length_is_border_noise(
    store: GroundStore, tmp_path: Path
) -> None:
    borders(store, tmp_path)
    rim = box((EDGE - 0.8 * KM_LON, 30.0, EDGE, 31.0), **HELD)
    day(store, tmp_path, "2025-06-01", rim)
    day(store, tmp_path, "2025-06-02", rim)
    verdict = verdicts(store, "East entered Westmark", "2025-06-02")["north"]
    assert verdict.verdict is Judgement.BORDER_NOISE
    assert verdict.area_km2 is not None and verdict.area_km2 > 80, "however large it is"


def test_contested_ground_is_shown_as_contested_and_not_as_held(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    day(store, tmp_path, "2025-06-01")
    day(store, tmp_path, "2025-06-02", piece(3.0, 4.0, status="grey zone"))
    verdict = verdicts(store, "East entered Westmark", "2025-06-02")["north"]
    assert (verdict.verdict, verdict.since) == (Judgement.CONTESTED, "2025-06-02")


def test_a_group_that_looks_and_shows_nothing_does_not_show_it(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    day(store, tmp_path, "2025-06-01")
    assert verdicts(store, "East entered Westmark", "2025-06-02")["north"].verdict is Judgement.NOT_SHOWN


@pytest.mark.parametrize("as_of", ["2025-05-31", "2025-09-01"])
def test_before_the_first_layer_and_long_after_the_last_a_group_does_not_cover(
    store: GroundStore, tmp_path: Path, as_of: str
) -> None:
    borders(store, tmp_path)
    day(store, tmp_path, "2025-06-01", piece(5.0, 5.0, **HELD))
    verdict = verdicts(store, "East entered Westmark", as_of)["north"]
    assert verdict.verdict is Judgement.NOT_COVERED and verdict.area_km2 is None


def test_a_place_far_from_all_that_a_group_paints_is_not_covered(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    far = box((10.0, 10.0, 11.0, 11.0), name="Farmark", boundary="administrative")
    take_in(store, write(tmp_path / "far.geojson", collection(far)))
    day(store, tmp_path, "2025-06-01")
    assert verdicts(store, "East entered Farmark", "2025-06-01")["north"].verdict is Judgement.NOT_COVERED


def test_who_holds_nearly_all_of_a_place_holds_it(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    day(store, tmp_path, "2025-06-01")
    held = verdicts(store, "East holds Eastmark", "2025-06-01")["north"]
    assert held.verdict is Judgement.SUPPORTS and held.since == "2025-06-01"
    foothold = verdicts(store, "East holds Westmark", "2025-06-01")["north"]
    assert foothold.verdict is Judgement.NOT_SHOWN


def test_a_small_foothold_is_no_hold_and_a_deep_pocket_holds_a_part_of_a_province(
    store: GroundStore, tmp_path: Path
) -> None:
    borders(store, tmp_path)
    day(store, tmp_path, "2025-06-01")
    day(store, tmp_path, "2025-06-02", piece(4.0, 5.0, **HELD))
    assert verdicts(store, "East holds Westmark", "2025-06-02")["north"].verdict is Judgement.NOT_SHOWN
    day(store, tmp_path, "2025-06-03", piece(9.0, 10.0, **HELD))
    pocket = verdicts(store, "East holds Westmark", "2025-06-04")["north"]
    assert (pocket.verdict, pocket.since) == (Judgement.SUPPORTS, "2025-06-03")
    assert pocket.area_km2 == pytest.approx(90.0, rel=0.02)
    assert pocket.depth_km == pytest.approx(9.0, rel=0.02)
    assert "a part of" in pocket.reason and "0.8 %" in pocket.reason


def test_a_town_of_which_a_side_has_half_is_divided(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    town = box((-29.7, 30.4, -29.6, 30.5), name="Ostry", boundary="administrative")
    take_in(store, write(tmp_path / "town.geojson", collection(town)))
    day(store, tmp_path, "2025-06-03", box((-29.65, 30.0, EDGE, 31.0), **HELD))
    half = verdicts(store, "East holds Ostry", "2025-06-03")["north"]
    assert half.verdict is Judgement.CONTESTED and "divided" in half.reason


def test_ground_that_is_still_shown_has_not_been_left_however_the_border_was_drawn(
    store: GroundStore, tmp_path: Path
) -> None:
    borders(store, tmp_path)
    for when in ("2025-06-01", "2025-06-02", "2025-06-03"):
        day(store, tmp_path, when, piece(3.0, 4.0, **HELD))
    verdict = verdicts(store, "East left Westmark", "2025-06-03")["north"]
    assert verdict.verdict is Judgement.NOT_SHOWN and "Still shows" in verdict.reason
    assert verdict.area_km2 == pytest.approx(12.0, rel=0.02)


def test_a_side_that_was_there_and_is_no_more_has_left(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    day(store, tmp_path, "2025-06-01", piece(5.0, 6.0, **HELD))
    day(store, tmp_path, "2025-06-02")
    gone = verdicts(store, "East left Westmark", "2025-06-04")["north"]
    assert (gone.verdict, gone.since) == (Judgement.SUPPORTS, "2025-06-02")
    assert gone.area_km2 == pytest.approx(30.0, rel=0.02)
    assert verdicts(store, "East left Westmark", "2025-06-01")["north"].verdict is Judgement.NOT_SHOWN
    assert verdicts(store, "East left Eastmark", "2025-06-04")["north"].verdict is Judgement.NOT_SHOWN


def test_leaving_cannot_be_seen_where_nobody_was_shown(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    day(store, tmp_path, "2025-06-01")
    verdict = verdicts(store, "East left Westmark", "2025-06-01")["north"]
    assert verdict.verdict is Judgement.NOT_SHOWN and "cannot be seen" in verdict.reason


def test_each_group_answers_for_itself(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    for group, feature in (("a", piece(3.0, 4.0, **HELD)), ("b", piece(3.0, 4.0, status="contested"))):
        day(store, tmp_path, "2025-06-01", group=group)
        day(store, tmp_path, "2025-06-02", feature, group=group)
    day(store, tmp_path, "2025-06-02", group="c")
    found = {
        group: verdict.verdict.value
        for group, verdict in verdicts(store, "East entered Westmark", "2025-06-02").items()
    }
    assert found == {"a": "supports", "b": "contested", "c": "not_shown"}


def test_a_point_is_held_by_who_holds_the_ground_under_it(sample: GroundStore) -> None:
    found = verdicts(sample, "Solane holds Merrow", "2025-06-06")
    assert found["northmap"].verdict is Judgement.SUPPORTS and found["northmap"].since == "2025-06-04"
    assert found["riverwatch"].verdict is Judgement.CONTESTED


def test_ground_before_the_day_asked_for_is_all_that_is_looked_at(sample: GroundStore) -> None:
    assert (
        verdicts(sample, "Solane entered Tamsin region", "2025-06-02")["northmap"].verdict
        is Judgement.NOT_SHOWN
    )
    assert (
        verdicts(sample, "Solane entered Tamsin region", "2025-06-04")["northmap"].verdict
        is Judgement.SUPPORTS
    )


def test_ground_that_a_map_paints_as_not_covered_is_not_covered(store: GroundStore, tmp_path: Path) -> None:
    borders(store, tmp_path)
    unknown = box((-30.5, 30.0, EDGE, 31.0), status="no data")
    day(store, tmp_path, "2025-06-01", unknown)
    verdict = verdicts(store, "East entered Westmark", "2025-06-01")["north"]
    assert verdict.verdict is Judgement.NOT_COVERED and "says itself" in verdict.reason


def uacontrolmap(store: GroundStore, folder: Path, *held: tuple[float, float, float, float]) -> None:
    region = box((36.0, 48.0, 37.0, 49.0), name="Sample Oblast", boundary="administrative", iso_a2="UA")
    take_in(store, write(folder / "region.geojson", collection(region)))
    areas = [[[y, x] for x, y in ring(*one)] for one in held]
    document = {"areas": areas, "areas_ua": [], "frontline": [], "units": {}}
    (imported,) = take_in(store, write(folder / "20250307.json", document))
    assert imported.failure is None


def test_a_map_that_tells_of_two_sides_cannot_say_where_a_third_is(
    store: GroundStore, tmp_path: Path
) -> None:
    uacontrolmap(store, tmp_path, (36.5, 48.0, 37.0, 49.0))
    third = verdicts(store, "PL entered Sample Oblast", "2025-03-08")["uacontrolmap"]
    assert third.verdict is Judgement.NOT_COVERED and "RU and UA only" in third.reason


def test_a_side_at_home_holds_what_others_are_not_painted_to_hold(store: GroundStore, tmp_path: Path) -> None:
    uacontrolmap(store, tmp_path, (36.5, 48.0, 37.0, 49.0))
    half_km2 = verdicts(store, "RU holds Sample Oblast", "2025-03-08")["uacontrolmap"].area_km2
    held = verdicts(store, "UA holds Sample Oblast", "2025-03-08")["uacontrolmap"]
    assert held.verdict is Judgement.SUPPORTS and held.area_km2 == pytest.approx(half_km2, rel=0.01)
    assert (
        verdicts(store, "UA left Sample Oblast", "2025-03-08")["uacontrolmap"].verdict is Judgement.NOT_SHOWN
    )
    entered = verdicts(store, "UA entered Sample Oblast", "2025-03-08")["uacontrolmap"]
    assert entered.verdict is Judgement.SUPPORTS and "own country" in entered.reason


def test_a_side_that_lost_its_own_region_has_left_it(store: GroundStore, tmp_path: Path) -> None:
    uacontrolmap(store, tmp_path, (36.5, 48.0, 37.0, 49.0))
    areas = [[[y, x] for x, y in ring(35.9, 47.9, 37.1, 49.1)]]
    document = {"areas": areas, "areas_ua": [], "frontline": [], "units": {}}
    take_in(store, write(tmp_path / "20250310.json", document))
    left = verdicts(store, "UA left Sample Oblast", "2025-03-11")["uacontrolmap"]
    assert (left.verdict, left.since) == (Judgement.SUPPORTS, "2025-03-10")


def test_what_is_painted_of_a_side_in_its_own_country_has_no_edge(store: GroundStore, tmp_path: Path) -> None:
    uacontrolmap(store, tmp_path, (36.5, 48.0, 37.0, 49.0))
    freed = [[[y, x] for x, y in ring(36.2, 48.3, 36.3, 48.6)]]
    taken = [[[y, x] for x, y in ring(36.5, 48.0, 37.0, 49.0)]]
    document = {"areas": taken, "areas_ua": freed, "frontline": [], "units": {}}
    take_in(store, write(tmp_path / "20250310.json", document))
    (found,) = who(store, find_place(store, "48.5, 36.4"), "2025-03-10")
    assert found.shows == "held by UA"
    assert "edge of ground held by RU is 7.4 km away" in found.reason
    assert "edge of ground held by UA" not in found.reason
