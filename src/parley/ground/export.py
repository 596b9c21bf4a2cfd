"""A day's maps as GeoJSON (RFC 7946), as far as their licences let others have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry import mapping
from shapely.geometry.polygon import orient

from parley.ground.errors import GroundError
from parley.ground.geometry import areal, polygons, sound
from parley.ground.hiding import Discretion, shown_layers
from parley.ground.model import Geometry, Layer, Series
from parley.ground.store import GroundStore


@dataclass(frozen=True, slots=True)
class Painted:
    """What one layer paints in one way.

    Attributes:
        layer: see there.
        series: it belongs to.
        status: on the common scale.
        side: who holds or claims it, or ''.
        terms: the group's own words.
        shape: in degrees.
    """

    layer: Layer
    series: Series
    status: str
    side: str
    terms: tuple[str, ...]
    shape: Geometry


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is shown of a day, and what is not and why.

    Attributes:
        day: asked for.
        painted: what is shown.
        withheld: a sentence for each series that is not.
        decimals: of a degree, to which coordinates are rounded when they are given out.
    """

    day: str
    painted: tuple[Painted, ...]
    withheld: tuple[str, ...]
    decimals: int = 3


def sheet(
    store: GroundStore,
    day: str,
    groups: Sequence[str] = (),
    discretion: Discretion | None = None,
    *,
    for_others: bool = True,
) -> Sheet:
    """What the groups' maps show on a day.

    Args:
        store: with their layers.
        day: YYYY-MM-DD.
        groups: only these; empty for all.
        discretion: how fresh what is shown may be; None for the usual.
        for_others: leave out what its licence keeps from others. False only for the eyes of whoever imported
            it.

    Raises:
        GroundError: when nothing is left.
    """
    discretion = discretion or Discretion()
    painted, withheld = list[Painted](), list[str]()
    for series in store.series():
        if groups and series.group not in groups:
            continue
        layers = store.layers(series.name, day)
        shown = shown_layers(layers, discretion)
        if for_others and not series.redistribute:
            why = f"is not exported: its licence ({series.licence}) does not let others have it."
            withheld.append(f"{series.name} {why}")
        elif shown:
            painted += _painted(store, series, shown[-1])
        elif layers:
            why = f"is not shown: its layers are younger than {discretion.delay_days} days."
            withheld.append(f"{series.name} {why}")
    if not painted:
        raise GroundError(" ".join(withheld) or f"No map in the store shows {day} or a day before.")
    return Sheet(day, tuple(painted), tuple(withheld), discretion.decimals)


def _painted(store: GroundStore, series: Series, layer: Layer) -> list[Painted]:
    """A layer's ground by meaning, its cells joined again."""
    query = (
        "SELECT status, side, wkb FROM cells JOIN meanings ON meanings.number = cells.meaning"
        " JOIN shapes ON shapes.number = cells.shape WHERE layer = ?"
    )
    parts: dict[tuple[str, str], list[Geometry]] = {}
    for status, side, wkb in store.connection.execute(query, (layer.number,)):
        parts.setdefault((status, side), []).append(shapely.from_wkb(wkb))
    words: dict[tuple[str, str], list[str]] = {}
    rows = store.connection.execute(
        "SELECT status, side, term FROM terms WHERE layer = ? ORDER BY term", (layer.number,)
    )
    for status, side, term in rows:
        words.setdefault((status, side), []).append(term)
    return [
        Painted(
            layer, series, *key, tuple(words.get(key, ())), areal(shapely.union_all(shapes, grid_size=1e-9))
        )
        for key, shapes in sorted(parts.items())
    ]


def geojson(shown: Sheet) -> dict[str, Any]:
    """A sheet as a FeatureCollection: longitude first, outer rings counter-clockwise, no `crs`."""
    return {"type": "FeatureCollection", "features": [_feature(one, shown.decimals) for one in shown.painted]}


def _feature(painted: Painted, decimals: int) -> dict[str, Any]:
    dates = painted.layer.dates
    return {
        "type": "Feature",
        "properties": {
            "group": painted.series.group,
            "series": painted.series.name,
            "status": painted.status,
            "side": painted.side or None,
            "terms": list(painted.terms),
            "effective": dates.effective,
            "published": dates.published,
            "captured": dates.captured,
            "licence": painted.series.licence,
            "raw_sha256": painted.layer.raw,
        },
        "geometry": geometry_json(painted.shape, decimals),
    }


def geometry_json(shape: Geometry, decimals: int) -> Mapping[str, Any]:
    """A geometry as GeoJSON wants it, its coordinates rounded to so many decimals."""
    rounded = shapely.transform(shape, lambda points: points.round(decimals))
    turned = [orient(polygon, 1.0) for polygon in polygons(sound(rounded)[0])]
    return dict(mapping(turned[0] if len(turned) == 1 else shapely.MultiPolygon(turned)))
