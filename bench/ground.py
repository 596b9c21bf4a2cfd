"""What the ground layer answers on real maps, each number beside one reckoned another way; and its speed.

    python -m bench.ground ../shared/data/ground
    python -m bench.ground --speed 1000

The other way reads the groups' files by hand, knows nothing of `parley.ground`, cuts in degrees and measures
on the ellipsoid (geodesic), where the program cuts in cells and measures on an equal-area plane.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyproj
import shapely
from shapely.geometry import shape

GEOD = pyproj.Geod(ellps="WGS84")
MOST_APART = 0.02


def main() -> int:
    """Runs the comparison, the speed test, or both; status 1 where numbers part by more than two per cent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("maps", nargs="?", type=Path, help="the folder with the groups' maps")
    parser.add_argument("--speed", type=int, metavar="LAYERS", help="time so many daily layers made up here")
    given = parser.parse_args()
    bad = compare(given.maps) if given.maps else 0
    if given.speed:
        bad += speed(given.speed)
    return 1 if bad else 0


# ---------------------------------------------------------------------------------------------- another way


def ellipsoid_km2(geometry: Any) -> float:
    """Square kilometres on the ellipsoid."""
    return sum(
        abs(GEOD.geometry_area_perimeter(part)[0]) / 1e6
        for part in shapely.get_parts(geometry)
        if part.geom_type == "Polygon"
    )


def read(path: Path) -> Any:
    """A JSON document."""
    return json.loads(path.read_text(encoding="utf-8"))


def whole(shapes: list[Any]) -> Any:
    """One sound geometry of many, in degrees."""
    return shapely.union_all([shapely.make_valid(shapely.force_2d(one)) for one in shapes])


def deepstate(path: Path, *words: str) -> Any:
    """Polygons of a DeepState release whose names have one of some words."""
    features = read(path)["features"]
    return whole(
        [
            shape(one["geometry"])
            for one in features
            if one["geometry"]["type"] == "Polygon"
            and any(word in one["properties"]["name"] for word in words)
        ]
    )


def owl(path: Path, key: str) -> Any:
    """Rings of UAControlMap, latitude first."""
    return whole([shapely.Polygon([(x, y) for y, x in ring]) for ring in read(path)[key]])


def liveuamap(path: Path, *kinds: str) -> Any:
    """Features of the newspaper's file of some kinds."""
    features = read(path)["value"]["features"]
    return whole([shape(one["geometry"]) for one in features if one["properties"]["type"] in kinds])


def isw(path: Path) -> Any:
    """All features of an ISW copy that have a geometry."""
    return whole([shape(one["geometry"]) for one in read(path)["features"] if one["geometry"]])


OCCUPIED = ("status.occupied", "territories.crimea", "territories.ordlo", "territories.tuzla")


class ByHand:
    """The same questions, answered from the files."""

    def __init__(self, maps: Path) -> None:
        self.maps = maps
        boundaries = sorted((maps / "admin-boundaries").glob("*.geojson"))
        self.oblasts = {one.stem: shapely.make_valid(shape(read(one)["geometry"])) for one in boundaries}
        self.ukraine = shapely.union_all(list(self.oblasts.values()))
        self.sumy = self.oblasts["UA_59_Sumska"]

    def sumy_km2(self, group: str) -> float:
        """What a group shows in Sumy oblast on 16 March 2025."""
        raw = self.maps / "deepstate-raw" / "1742158739.geojson"
        ground = {
            "deepstate": lambda: deepstate(raw, "status.unknown"),
            "uacontrolmap": lambda: owl(self.maps / "uacontrolmap" / "20250316.json", "areas"),
            "liveuamap": lambda: liveuamap(
                self.maps / "liveuamap-via-nzz" / "2025-03-17.json", "nochange", "gains"
            ),
            "isw": lambda: isw(self.maps / "isw-via-sdspieg" / "kursk_geojson" / "2025-03-12.geojson"),
        }[group]()
        return ellipsoid_km2(ground.intersection(self.sumy))

    def kursk_km2(self, group: str, near: Any) -> float:
        """Ukrainian-held ground outside Ukraine's oblasts on 12 March 2025, within a region."""
        ground = {
            "deepstate": lambda: deepstate(
                self.maps / "deepstate-raw" / "1741781084.geojson", "status.dismissed"
            ),
            "uacontrolmap": lambda: owl(self.maps / "uacontrolmap" / "20250312.json", "areas_ua"),
            "liveuamap": lambda: liveuamap(self.maps / "liveuamap-via-nzz" / "2025-03-13.json", "losses"),
        }[group]()
        return ellipsoid_km2(ground.intersection(near).difference(self.ukraine))

    def balance_km2(self, group: str) -> float:
        """Russian-held ground gained less lost from 1 to 19 March 2025, everywhere the group paints."""
        before, after = {
            "deepstate": lambda: tuple(
                deepstate(self.maps / "deepstate-raw" / f"{stamp}.geojson", *OCCUPIED)
                for stamp in (1740817796, 1742421371)
            ),
            "uacontrolmap": lambda: tuple(
                owl(self.maps / "uacontrolmap" / f"202503{day}.json", "areas") for day in ("01", "19")
            ),
            "liveuamap": lambda: tuple(
                liveuamap(self.maps / "liveuamap-via-nzz" / f"2025-03-{day}.json", "nochange", "gains")
                for day in ("01", "20")
            ),
        }[group]()
        return ellipsoid_km2(after.difference(before)) - ellipsoid_km2(before.difference(after))

    def control_layer_gain_km2(self) -> float:
        """What ISW's control layer alone gained from its layer before 1 March to that of 8 March 2025."""
        folder = self.maps / "isw-via-sdspieg" / "territory_geojson"
        before, after = isw(folder / "2025-01-08.geojson"), isw(folder / "2025-03-08.geojson")
        return ellipsoid_km2(after) - ellipsoid_km2(before)

    def plant_edge_km(self, group: str) -> float:
        """How far the Zaporizhzhia plant lies from the edge of the ground around it on 16 March 2025."""
        plant = shapely.Point(34.5863, 47.5119)
        ground = {
            "deepstate": lambda: deepstate(self.maps / "deepstate-raw" / "1742158739.geojson", *OCCUPIED),
            "uacontrolmap": lambda: owl(self.maps / "uacontrolmap" / "20250316.json", "areas"),
            "liveuamap": lambda: liveuamap(
                self.maps / "liveuamap-via-nzz" / "2025-03-17.json", "nochange", "gains"
            ),
            "isw": lambda: isw(self.maps / "isw-via-sdspieg" / "territory_geojson" / "2025-03-08.geojson"),
        }[group]()
        if not ground.covers(plant):
            return math.nan
        near = shapely.segmentize(ground.boundary.intersection(plant.buffer(0.1)), 0.0005)
        points = shapely.get_coordinates(near)
        return min(GEOD.inv(plant.x, plant.y, x, y)[2] for x, y in points) / 1000


# ---------------------------------------------------------------------------------------------- both


def compare(maps: Path) -> int:
    """Prints the program's numbers beside those reckoned by hand; returns how many part too far."""
    from parley.ground.adapters.given import Given
    from parley.ground.importing import import_files
    from parley.ground.store import GroundStore

    with tempfile.TemporaryDirectory() as folder, GroundStore(Path(folder) / "ground.db") as store:
        start = time.perf_counter()
        results = list(import_files(store, (str(maps),), Given()))
        print(f"{sum(one.layers for one in results)} layers imported in {time.perf_counter() - start:.1f} s")
        hand = ByHand(maps)
        return sum(_apart(*row) for row in _rows(store, hand))


def _apart(what: str, program: float, other: float) -> int:
    scale = max(abs(other), 1e-9)
    apart = abs(program - other) / scale if abs(program - other) > 0.01 else 0.0
    bad = apart > MOST_APART
    print(f"{what:60} {program:10.2f} {other:10.2f} {100 * apart:6.2f} %{'  TOO FAR' if bad else ''}")
    return int(bad)


def _rows(store: Any, hand: ByHand) -> Iterator[tuple[str, float, float]]:
    from parley.ground.changes import changes
    from parley.ground.check import check
    from parley.ground.claim import Claim, Movement
    from parley.ground.places import find_place
    from parley.ground.sites import standings

    sumy = Claim("RU", Movement.ENTERED, find_place(store, "Sumy Oblast"), "2025-03-16")
    print("\nRU entered Sumy Oblast, as of 2025-03-16")
    for verdict in check(store, sumy):
        print(f"  {verdict.group}: {verdict.verdict.value}, since {verdict.since}. {verdict.reason}")
        yield f"  {verdict.group}: km2 in Sumy Oblast", verdict.area_km2 or 0.0, hand.sumy_km2(verdict.group)
    kursk = find_place(store, "Kursk Oblast")
    print("\nUkrainian-held in Kursk Oblast, 2025-03-12")
    for verdict in check(store, Claim("UA", Movement.HOLDS, kursk, "2025-03-12")):
        if verdict.verdict.value != "not_covered":
            other = hand.kursk_km2(verdict.group, kursk.shape)
            yield f"  {verdict.group}: km2 in Kursk Oblast", verdict.area_km2 or 0.0, other
    print("\nRussian-held ground, 2025-03-01 to 2025-03-19")
    for change in changes(store, "2025-03-01", "2025-03-19"):
        if change.area != "all":
            continue
        if change.side == "RU" and change.group != "isw":
            yield f"  {change.group}: km2 net", change.net_km2, hand.balance_km2(change.group)
        elif change.side == "RU":
            print(f"  isw: the control layer alone shows {hand.control_layer_gain_km2():+.0f} km2;", end=" ")
            print(f"{change.relabelled_km2:.0f} km2 of it are relabelled. {change.notes[-1]}")
    print("\nThe Zaporizhzhia plant, 2025-03-16")
    for standing in standings(store, "2025-03-16", kind="nuclear", name="zapor"):
        print(f"  {standing.group}: {standing.shows}")
        yield (
            f"  {standing.group}: km to the edge",
            standing.edge_km or math.nan,
            hand.plant_edge_km(standing.group),
        )


# ---------------------------------------------------------------------------------------------- speed


def speed(layers: int) -> int:
    """Times import and every question on daily layers made up here; returns how many take a second."""
    from parley.ground.adapters.given import Given
    from parley.ground.importing import import_files
    from parley.ground.store import GroundStore

    with tempfile.TemporaryDirectory() as folder:
        paths = _daily(Path(folder), layers)
        print(f"\n{layers} daily layers of {paths[-1].stat().st_size // 1024} KB")
        with GroundStore(Path(folder) / "ground.db") as store:
            times = []
            for quarter in range(4):
                part = paths[quarter * layers // 4 : (quarter + 1) * layers // 4]
                start = time.perf_counter()
                assert not [
                    one.failure for one in import_files(store, tuple(map(str, part)), Given()) if one.failure
                ]
                times.append((time.perf_counter() - start) / len(part) * 1000)
            print("milliseconds a layer, by quarter:", ", ".join(f"{one:.0f}" for one in times))
            print(f"store: {(Path(folder) / 'ground.db').stat().st_size / 2**20:.0f} MB")
            return sum(_timed(name, question) for name, question in _questions(store, layers))


def _timed(name: str, question: Callable[[], object]) -> int:
    """Times a question; what counts is the time of the processor, for others may share the machine."""
    start, worked = time.perf_counter(), time.process_time()
    question()
    took, worked = time.perf_counter() - start, time.process_time() - worked
    print(f"  {name:30} {worked:6.2f} s of the processor, {took:6.2f} s{'  TOO SLOW' if worked >= 1 else ''}")
    return int(worked >= 1)


def _questions(store: Any, layers: int) -> list[tuple[str, Callable[[], object]]]:
    from parley.ground.changes import changes
    from parley.ground.check import check
    from parley.ground.claim import Claim, Movement
    from parley.ground.disagree import disagreements
    from parley.ground.neck import neck
    from parley.ground.places import find_place
    from parley.ground.who import who

    last = _day(layers - 1)
    west = find_place(store, "Westmark")
    point = find_place(store, "30.5, -30.1")
    asked: list[tuple[str, Callable[[], object]]] = [
        (
            f"East {movement} Westmark",
            lambda movement=movement: check(store, Claim("East", movement, west, last)),
        )
        for movement in Movement
    ]
    return [
        *asked,
        ("who holds Westmark", lambda: who(store, west, last)),
        ("who holds a point", lambda: who(store, point, last)),
        ("changes in all", lambda: changes(store, _day(0), last, by_area=True)),
        ("changes in a week", lambda: changes(store, _day(layers - 8), last, by_area=True)),
        ("disagree", lambda: disagreements(store, last)),
        ("neck", lambda: neck(store, "East", west, last)),
    ]


def _day(number: int) -> str:
    from datetime import date, timedelta

    return (date(2022, 3, 1) + timedelta(days=number)).isoformat()


def _daily(folder: Path, layers: int) -> list[Path]:
    """Two groups' daily layers: a line of some 12,000 points that moves in a few places a day."""
    borders = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": shapely.geometry.mapping(shapely.box(*edges)),
        }
        for name, edges in (
            ("Westmark", (-33.0, 28.0, -30.0, 34.0)),
            ("Eastmark", (-30.0, 28.0, -27.0, 34.0)),
        )
    ]
    (folder / "borders.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": borders}))
    paths = [folder / "borders.geojson"]
    points = 12_000
    line = [-30.0 + 0.02 * math.sin(index / 7) + 0.1 * math.sin(index / 900) for index in range(points)]
    for number in range(layers):
        group = ("north", "south")[number % 2]
        middle = (number * 37) % points
        for index in range(max(0, middle - 40), min(points, middle + 40)):
            line[index] -= 0.004
        north = [[round(x, 6), round(28 + 6 * index / points, 6)] for index, x in enumerate(line)]
        ring = [*north, [-27.0, 34.0], [-27.0, 28.0], north[0]]
        feature = {
            "type": "Feature",
            "properties": {"status": "held", "holder": "East"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        document = {
            "type": "FeatureCollection",
            "group": group,
            "effective": _day(number),
            "features": [feature],
        }
        paths.append(folder / f"{number:04d}.geojson")
        paths[-1].write_text(json.dumps(document))
    return paths


if __name__ == "__main__":
    sys.exit(main())
