"""Outlines that are always at hand, for places that no imported boundary gives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

import shapely

from parley.ground.geometry import areal, joined, sound
from parley.ground.model import Geometry, Place
from parley.ground.words import read_words

MARGIN_M = 10_000.0
"""How far off an outline may be that is drawn by hand."""


@cache
def outlines() -> tuple[Place, ...]:
    """All outlines, as places."""
    data = files("parley.ground").joinpath("data", "outlines.wkb").read_bytes()
    kept = iter(areal(shape) for shape in shapely.get_parts(shapely.from_wkb(data)))
    return tuple(
        Place(
            name=str(entry["name"]),
            kind="region",
            country=str(entry["country"]),
            names=tuple(str(name) for name in entry["names"]),
            shape=next(kept) if "provinces" in entry else sound(shapely.Polygon(entry["ring"]))[0],
            source="outline",
            margin_m=float(entry.get("margin_m", MARGIN_M)),
        )
        for entry in read_words("outlines")["outline"]
    )


@cache
def outline(name: str) -> Geometry | None:
    """The shape of an outline by its name, or None."""
    return next((place.shape for place in outlines() if place.name == name), None)


def theatre(names: Sequence[str]) -> Geometry:
    """The ground of several outlines."""
    return joined([shape for name in names if (shape := outline(name)) is not None])
