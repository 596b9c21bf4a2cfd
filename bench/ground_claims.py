"""Claims about real maps, with the verdicts a person gives and areas reckoned by hand.

    python -m bench.ground_claims ../shared/data/ground

The verdicts are a person's reading of the maps. The areas are cut in degrees and measured on the ellipsoid
from the groups' own files; nothing of `parley.ground` is used for them.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import shapely

from bench.ground import MOST_APART, OCCUPIED, ByHand, deepstate, ellipsoid_km2, isw, liveuamap, owl, read

GROUPS = ("deepstate", "isw", "liveuamap", "uacontrolmap")
S, C, N, X, B = "supports", "contested", "not_shown", "not_covered", "border_noise"


@dataclass(frozen=True)
class Judged:
    """A claim and what a person says each group's map makes of it, in the order of `GROUPS`."""

    actor: str
    movement: str
    place: str
    day: str
    verdicts: tuple[str, str, str, str]
    area: str | None = "held"


CLAIMS = (
    Judged("RU", "entered", "Sumy Oblast", "2025-03-16", (C, B, S, S)),
    Judged("RU", "entered", "Sumy Oblast", "2025-03-05", (B, B, B, N), None),
    Judged("RU", "holds", "Sumy Oblast", "2025-03-16", (N, B, N, N)),
    Judged("RU", "left", "Sumy Oblast", "2025-03-20", (N, N, N, N), None),
    Judged("RU", "entered", "Dnipropetrovsk Oblast", "2025-03-19", (N, N, N, N)),
    Judged("RU", "entered", "Chernihiv Oblast", "2025-03-17", (N, N, B, N)),
    Judged("RU", "entered", "Kharkiv Oblast", "2025-03-10", (S, S, S, S)),
    Judged("RU", "entered", "Mykolaiv Oblast", "2025-03-16", (S, S, S, S)),
    Judged("RU", "holds", "Luhansk Oblast", "2025-03-15", (S, S, S, S)),
    Judged("RU", "holds", "Kherson Oblast", "2025-03-18", (S, S, S, S)),
    Judged("RU", "holds", "Crimea", "2025-03-10", (S, S, X, S)),
    Judged("RU", "left", "Donetsk Oblast", "2025-03-10", (N, N, N, N)),
    Judged("UA", "holds", "Kursk Oblast", "2025-03-12", (S, X, S, N)),
    Judged("UA", "entered", "Kursk Oblast", "2025-03-10", (S, X, S, S)),
    Judged("UA", "left", "Kursk Oblast", "2025-03-16", (N, X, N, S), None),
    Judged("UA", "entered", "Belgorod Oblast", "2025-03-20", (B, X, X, N)),
    Judged("RU", "holds", "47.5119, 34.5863", "2025-03-16", (S, S, S, S), None),
    Judged("RU", "holds", "51.1900, 35.2700", "2025-03-16", (S, S, S, S), None),
    Judged("RU", "holds", "50.4500, 30.5200", "2025-03-16", (N, N, N, N), None),
    Judged("RU", "holds", "Sudzha", "2025-03-13", (S, S, S, S), None),
    Judged("UA", "left", "Sudzha", "2025-03-12", (S, X, S, S), None),
    Judged("UA", "holds", "Sudzha", "2025-03-05", (S, X, S, S), None),
    Judged("RU", "holds", "Toretsk", "2025-03-02", (S, N, S, S), None),
    Judged("RU", "holds", "Velyka Novosilka", "2025-01-31", (X, N, X, X), None),
    Judged("RU", "entered", "Pokrovsk", "2025-03-16", (N, N, N, N), None),
    Judged("UA", "left", "Chasiv Yar", "2025-03-09", (N, N, N, N), None),
    Judged("UA", "holds", "the town of Dvorichna", "2025-03-11", (N, S, N, N), None),
    Judged("UA", "holds", "the city of Kherson", "2025-03-10", (S, S, S, S), None),
    Judged("RU", "holds", "the village of Guyevo", "2025-04-14", (X, S, X, X), None),
    Judged("RU", "holds", "Kostiantynopil, Donetsk Oblast", "2025-03-14", (N, N, C, S), None),
    Judged("RU", "holds", "the settlement of Torske in the Donetsk region", "2025-03-20", (N, N, S, N), None),
    Judged("RU", "holds", "Ukraine", "2025-03-15", (S, S, S, S), None),
    Judged("RU", "entered", "Sumska oblast", "2025-03-09", (C, B, S, B)),
    Judged("RU", "entered", "Sumskaya oblast'", "2025-03-27", (C, B, S, S)),
    Judged("RU", "entered", "Sumy", "2025-01-15", (X, B, X, X), None),
    Judged("RU", "holds", "Sumy Oblast", "2025-09-01", (X, X, X, X), None),
    Judged("RU", "holds", "Kursk", "2025-03-19", (S, S, S, S), None),
    Judged("UA", "left", "the Kursk region", "2025-04-26", (X, X, X, X), None),
    Judged("RU", "entered", "Dnepropetrovsk Oblast", "2025-03-12", (N, N, N, N)),
    Judged("RU", "holds", "Sevastopol", "2025-03-12", (S, S, X, S), None),
    Judged("UA", "holds", "Luhansk Oblast", "2025-03-12", (S, S, S, S), None),
    Judged("UA", "entered", "Bryanskaya Oblast", "2025-03-12", (B, X, X, N), None),
    Judged("UA", "holds", "Soudja", "2025-03-16", (N, X, N, N), None),
    Judged("RU", "holds", "Dzerzhinsk", "2025-03-14", (S, N, S, S), None),
    Judged("RU", "holds", "Artyomovsk", "2025-03-15", (S, S, S, S), None),
    Judged("RU", "entered", "Krasnoarmeysk", "2025-03-15", (N, N, N, N), None),
    Judged("RU", "holds", "Milove", "2025-03-05", (S, S, S, S), None),
    Judged("RU", "holds", "Chertkovo", "2025-03-05", (X, X, X, X), None),
    Judged("UA", "holds", "Snake Island", "2025-03-10", (S, S, S, S), None),
    Judged("RU", "holds", "Kinburn Spit", "2025-03-10", (S, S, S, S), None),
    Judged("RU", "holds", "47.447, 35.838", "2025-03-18", (S, N, S, S), None),
    Judged("RU", "holds", "the Kakhovka dam", "2025-03-12", (C, C, C, C), None),
    Judged("RU", "holds", "Zaporozhskaya AES", "2025-03-16", (S, S, S, S), None),
    Judged("RU", "entered", "Chernobyl nuclear power plant", "2025-03-10", (N, N, N, N), None),
    Judged("RU", "entered", "Moldova", "2025-03-12", (X, X, X, X), None),
    Judged("RU", "entered", "Narva", "2025-03-12", (X, X, X, X), None),
    Judged("UA", "entered", "Rostov Oblast", "2025-03-12", (X, X, X, X), None),
    Judged("KP", "entered", "Kursk Oblast", "2025-03-12", (X, X, X, X), None),
    Judged("RU", "holds", "Terny, Donetsk Oblast", "2025-03-15", (C, N, S, S), None),
    Judged("RU", "holds", "Volchansk", "2025-03-12", (C, N, C, C), None),
    Judged("RU", "holds", "Gorlovka", "2025-03-12", (S, S, X, S), None),
    Judged("RU", "entered", "Chasov Yar", "2025-03-15", (C, N, C, C), None),
    Judged("UA", "left", "Sudzha", "2025-03-20", (S, X, S, S), None),
    Judged("RU", "entered", "Liptsy", "2025-03-05", (N, N, N, N), None),
    Judged("UA", "holds", "Guevo", "2025-03-16", (S, X, S, N), None),
    Judged("RU", "holds", "Gulyaypole", "2025-03-15", (N, N, N, N), None),
    Judged("RU", "entered", "Tyotkino", "2025-03-16", (S, X, S, S), None),
)


class Files:
    """The groups' files by the day they show."""

    def __init__(self, maps: Path) -> None:
        self._hand = ByHand(maps)
        self._days: dict[str, dict[str, Path]] = {group: {} for group in (*GROUPS, "isw-kursk")}
        for path in sorted((maps / "deepstate-raw").glob("*.geojson")):
            day = datetime.fromtimestamp(int(path.stem), UTC).date().isoformat()
            self._days["deepstate"][day] = path
        for path in sorted((maps / "uacontrolmap").glob("2025*.json")):
            self._days["uacontrolmap"][f"{path.stem[:4]}-{path.stem[4:6]}-{path.stem[6:]}"] = path
        for path in sorted((maps / "liveuamap-via-nzz").glob("2025*.json")):
            shown = {one["properties"]["_dateto"] for one in read(path)["value"]["features"]}
            self._days["liveuamap"][max(shown)[:10]] = path
        for path in (maps / "isw-via-sdspieg" / "territory_geojson").glob("202[45]*.geojson"):
            self._days["isw"][path.stem] = path
        for path in (maps / "isw-via-sdspieg" / "kursk_geojson").glob("*.geojson"):
            self._days["isw-kursk"][path.stem] = path

    def held(self, group: str, side: str, day: str) -> Any:
        """What a group shows a side to hold on a day, in degrees."""
        path = self._last(group, day)
        if group == "deepstate":
            words = OCCUPIED if side == "RU" else ("status.dismissed",)
            return deepstate(path, *words)
        if group == "uacontrolmap":
            return owl(path, "areas" if side == "RU" else "areas_ua")
        if group == "liveuamap":
            return liveuamap(path, *(("nochange", "gains") if side == "RU" else ("losses",)))
        if side != "RU":
            return shapely.Polygon()
        return shapely.union(isw(path), isw(self._last("isw-kursk", day)))

    def contested(self, group: str, day: str) -> Any:
        """What a group shows as contested on a day."""
        if group != "deepstate":
            return shapely.Polygon()
        return deepstate(self._last(group, day), "status.unknown")

    def _last(self, group: str, day: str) -> Path:
        days = self._days[group]
        return days[max(shown for shown in days if shown <= day)]

    def ground(self, place: str, drawn: Any) -> Any:
        """The ground of a place: as its boundary file has it, else as it is drawn, without Ukraine's."""
        first = place.split()[0]
        word = {"Crimea": "Krym", "Sumy": "Sumska"}.get(first, first[:6])
        named = [shape for name, shape in self._hand.oblasts.items() if word in name]
        return named[0] if named else shapely.difference(drawn, self._hand.ukraine)


def main() -> int:
    """Prints each claim with both verdicts and both areas; status 1 where any part."""
    from parley.ground.adapters.given import Given
    from parley.ground.check import check
    from parley.ground.claim import Claim, Movement
    from parley.ground.importing import import_files
    from parley.ground.places import find_place
    from parley.ground.store import GroundStore

    maps = Path(sys.argv[1])
    hand, wrong, asked = Files(maps), 0, 0
    with tempfile.TemporaryDirectory() as folder, GroundStore(Path(folder) / "ground.db") as store:
        list(import_files(store, (str(maps),), Given()))
        for judged in CLAIMS:
            place = find_place(store, judged.place)
            claim = Claim(judged.actor, Movement(judged.movement), place, judged.day)
            print(f"\n{judged.actor} {judged.movement} {judged.place}, {judged.day}")
            for verdict, expected in zip(check(store, claim), judged.verdicts, strict=True):
                bad, area = verdict.verdict.value != expected, ""
                if judged.area and expected != X:
                    ground = hand.ground(judged.place, place.shape)
                    shown = hand.held(verdict.group, judged.actor, judged.day)
                    if expected == C:
                        shown = hand.contested(verdict.group, judged.day)
                    by_hand = ellipsoid_km2(shapely.intersection(shown, ground))
                    apart = abs((verdict.area_km2 or 0.0) - by_hand)
                    bad = bad or (apart > 0.02 and apart > MOST_APART * by_hand)
                    area = f"{verdict.area_km2:12.2f} km2 {by_hand:12.2f} by hand"
                asked, wrong = asked + 1, wrong + bad
                mark = "  WRONG" if bad else ""
                print(f"  {verdict.group:13} {verdict.verdict.value:12} {expected:12}{area}{mark}")
    print(f"\n{asked - wrong} of {asked} as by hand")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
