"""Nothing is made for one war: names for sides, southern ground, the date line, an enclave, a river."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import shapely
from pyproj import Geod

from ground_layers import box, collection, take_in, verdicts, write
from parley.ground.changes import changes
from parley.ground.claim import Judgement
from parley.ground.disagree import disagreements
from parley.ground.geometry import area_km2
from parley.ground.neck import neck
from parley.ground.places import find_place
from parley.ground.store import GroundStore
from parley.ground.who import who

GEOD = Geod(ellps="WGS84")
RIVER = [(178.5 + 0.02 * (index % 3 - 1), -20 + 2 * index / 40) for index in range(41)]
WEST_BANK = shapely.Polygon([*RIVER, (177.0, -18.0), (177.0, -20.0)])
FLR = {"status": "held", "holder": "FLR"}


def ellipsoid_km2(shape: Any) -> float:
    return sum(abs(GEOD.geometry_area_perimeter(part)[0]) / 1e6 for part in shapely.get_parts(shape))


def feature(shape: Any, **properties: str) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(shape)}


def day(
    store: GroundStore, folder: Path, when: str, *features: dict[str, object], group: str = "alpha"
) -> None:
    document = collection(*features, group=group, effective=when)
    (imported,) = take_in(store, write(folder / group / f"{when}.geojson", document))
    assert imported.failure is None, imported.failure


@pytest.fixture
def islands(store: GroundStore, tmp_path: Path) -> GroundStore:
    west = box((177.0, -20.0, 179.0, -18.0), name="Azul Department", boundary="administrative")
    east = box((179.0, -20.0, 180.0, -18.0), name="Verde Department", boundary="administrative")
    both = shapely.MultiPolygon([shapely.box(179, -18, 180, -17), shapely.box(-180, -18, -179, -17)])
    across = feature(both, name="Roto Department", boundary="administrative")
    take_in(store, write(tmp_path / "provinces.geojson", collection(west, east, across)))
    return store


def test_an_enclave_across_a_river_is_entered_held_and_cut_off(islands: GroundStore, tmp_path: Path) -> None:
    bank = feature(WEST_BANK, **FLR)
    day(islands, tmp_path, "2024-05-01", bank)
    day(islands, tmp_path, "2024-05-05", bank, box((179.4, -19.25, 179.6, -19.05), **FLR))
    enclave_km2 = ellipsoid_km2(shapely.box(179.4, -19.25, 179.6, -19.05))
    found = verdicts(islands, "FLR entered Verde", "2024-05-06")["alpha"]
    assert (found.verdict, found.since) == (Judgement.SUPPORTS, "2024-05-05")
    assert found.area_km2 == pytest.approx(enclave_km2, rel=0.002)
    held = verdicts(islands, "FLR holds Azul", "2024-05-06")["alpha"]
    assert held.area_km2 == pytest.approx(ellipsoid_km2(WEST_BANK), rel=0.002)
    (cut,) = neck(islands, "FLR", find_place(islands, "19.15 S, 179.5 E"), "2024-05-06")
    assert cut.state == "cut off"
    change = changes(islands, "2024-05-01", "2024-05-06")[0]
    assert change.gained_km2 == pytest.approx(enclave_km2, rel=0.002)
    day(islands, tmp_path, "2024-05-09", bank)
    left = verdicts(islands, "FLR left Verde", "2024-05-09")["alpha"]
    assert (left.verdict, left.since) == (Judgement.SUPPORTS, "2024-05-09")


def test_ground_on_both_sides_of_the_date_line(islands: GroundStore, tmp_path: Path) -> None:
    roto = find_place(islands, "Roto Department")
    assert area_km2(roto.shape) == pytest.approx(ellipsoid_km2(roto.shape), rel=0.001)
    bank = feature(WEST_BANK, **FLR)
    day(islands, tmp_path, "2024-05-01", bank)
    west, east = (179.5, -17.8, 180.0, -17.2), (-180.0, -17.8, -179.7, -17.2)
    day(islands, tmp_path, "2024-05-04", bank, box(west, **FLR), box(east, **FLR))
    found = verdicts(islands, "FLR entered Roto", "2024-05-04")["alpha"]
    expected = ellipsoid_km2(shapely.box(*west)) + ellipsoid_km2(shapely.box(*east))
    assert found.verdict is Judgement.SUPPORTS
    assert found.area_km2 == pytest.approx(expected, rel=0.002)
    greenwich = box((-1.0, -19.0, 1.0, -18.0), name="Faraway", boundary="administrative")
    take_in(islands, write(tmp_path / "far.geojson", collection(greenwich)))
    assert verdicts(islands, "FLR entered Faraway", "2024-05-04")["alpha"].verdict is Judgement.NOT_COVERED


def test_disagreement_on_both_sides_of_the_date_line(islands: GroundStore, tmp_path: Path) -> None:
    ends = box((179.3, -17.9, 179.4, -17.8), **FLR), box((-179.4, -17.9, -179.3, -17.8), **FLR)
    more = box((179.6, -17.8, 180.0, -17.4), **FLR)
    day(islands, tmp_path, "2024-05-01", *ends, more)
    day(islands, tmp_path, "2024-05-01", *ends, box((-179.35, -17.3, -179.3, -17.25), **FLR), group="beta")
    (largest, *_) = disagreements(islands, "2024-05-01")
    assert largest.area == "Roto Department"
    assert largest.km2 == pytest.approx(ellipsoid_km2(shapely.box(179.6, -17.8, 180.0, -17.4)), rel=0.02)
    assert 179.6 < largest.longitude < 180.0


def test_maps_whose_rings_mix_their_axes_are_refused(islands: GroundStore, tmp_path: Path) -> None:
    ring = [(178.0, -19.0), (178.6, -19.0), (178.6, -18.4), (178.0, -18.4), (178.0, -19.0)]
    ring = [(x - 100, y) for x, y in ring]
    mixed = [list(point[::-1] if index % 2 else point) for index, point in enumerate(ring)]
    written = {"type": "Feature", "properties": FLR, "geometry": {"type": "Polygon", "coordinates": [mixed]}}
    path = write(tmp_path / "mixed.geojson", collection(written, group="alpha", effective="2024-05-01"))
    (imported,) = take_in(islands, path)
    assert imported.failure is not None and "mixes its axes" in imported.failure
    assert not islands.layers() and not islands.series()


def test_a_layer_set_aside_leaves_no_group_behind(islands: GroundStore, tmp_path: Path) -> None:
    document = collection(feature(WEST_BANK, **FLR), group="alpha", effective="2202-05-01")
    (imported,) = take_in(islands, write(tmp_path / "slip.geojson", document))
    assert imported.layers == 0 and imported.problems
    assert not islands.series()


def test_sides_go_by_their_own_names(islands: GroundStore, tmp_path: Path) -> None:
    bank = feature(WEST_BANK, status="held", holder="Frente de Liberación")
    day(islands, tmp_path, "2024-05-01", bank)
    (found,) = who(islands, find_place(islands, "-19.0, 178.0"), "2024-05-02")
    assert found.shows == "held by Frente de Liberación"
