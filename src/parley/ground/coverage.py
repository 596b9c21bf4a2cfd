"""Which series can answer for a place on a day, and which cannot and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import shapely

from parley.ground.days import between
from parley.ground.geometry import areal, parted_at_date_line
from parley.ground.model import Geometry, Place, Series
from parley.ground.naming import key_of
from parley.ground.outlines import outline
from parley.ground.store import GroundStore
from parley.ground.tiles import cell_bounds

_NEAR_DEGREES = 0.35
"""Some 25 km: ground this near to what a map paints is ground it looks at, where it does not state its
scope."""

_MOST_LEFT_OUT = 0.95
_LEAST_LEFT_OUT = 0.05


@dataclass(frozen=True, slots=True)
class Coverage:
    """Which series of a group answer.

    Attributes:
        series: those that do.
        reason: why none does, or ''.
        left_out: the ground of the place that they leave out, in degrees, or None.
    """

    series: tuple[Series, ...]
    reason: str = ""
    left_out: Geometry | None = None


def coverage(
    store: GroundStore, series: Sequence[Series], place: Place, day: str, wanted: Sequence[str] = ()
) -> Coverage:
    """Which of a group's series answer for a place on a day.

    Args:
        store: with their layers.
        series: all series of one group.
        place: asked about.
        day: YYYY-MM-DD.
        wanted: what must be shown (``held:RU``); a series that can show none of it does not answer.
    """
    reasons: list[str] = []
    answering = [
        one
        for one in series
        if not (reason := _refusal(store, one, place, day, wanted)) or _note(reasons, reason)
    ]
    instead = [one for one in answering if not one.together]
    if instead:
        best = max(instead, key=lambda one: one.rank)
        answering = [one for one in answering if one.together or one is best]
    if not answering:
        return Coverage((), reasons[0] if reasons else "It has no layer.")
    answering += [one for one in series if one not in answering and _reaches(store, one, place, day, wanted)]
    return Coverage(tuple(answering), "", left_out(answering, place))


def _reaches(store: GroundStore, series: Series, place: Place, day: str, wanted: Sequence[str]) -> bool:
    """Whether a series that adds to others paints ground in a place that it does not cover, as over a
    border.
    """
    if (
        not series.together
        or series.bounds is None
        or not within_bounds(store, series, 0.0).intersects(place.shape)
    ):
        return False
    beside = replace(series, include=(), exclude=(), scope=None)
    return not _refusal(store, beside, place, day, wanted)


def _note(reasons: list[str], reason: str) -> bool:
    reasons.append(reason)
    return False


def _refusal(store: GroundStore, series: Series, place: Place, day: str, wanted: Sequence[str]) -> str:
    """Why a series does not answer, or ''."""
    if wanted and series.carries and not set(wanted) & set(series.carries):
        shown = " and ".join(readable(status) for status in series.carries)
        return f"Its layers in the store show {shown} only."
    if not _covers(store, series, place):
        return f"{place.name} lies outside what it covers."
    first, last = store.rows(
        "SELECT min(effective), max(CASE WHEN effective <= ? THEN effective END) FROM layers WHERE series"
        " = ?",
        (day, series.name),
    )[0]
    if first is None:
        return "It has no layer."
    if last is None:
        return f"Its first layer shows {first}, after {day}."
    age = between(str(last), day)
    if age > series.stale:
        return f"Its last layer before {day} shows {last}, {age} days earlier: too old to carry forward."
    return ""


def readable(status: str) -> str:
    """``held:RU`` in words."""
    kind, _, side = status.partition(":")
    return f"ground {kind} by {side}" if side else f"{kind} ground"


def _covers(store: GroundStore, series: Series, place: Place) -> bool:
    """Whether most of a place lies within what a series covers."""
    own = {key_of(name) for name in (place.name, *place.names)}
    if any(key_of(name) in own for name in series.exclude):
        return False
    if series.include:
        if "Ukraine" in series.include and place.country == "UA":
            inside = True
        else:
            inside = any(key_of(name) in own for name in series.include) or _mostly(
                series.include, place.shape
            )
        return inside and not _wholly_left_out(series, place)
    if series.scope is not None:
        return bool(series.scope.intersects(place.shape))
    if series.bounds is None:
        return False
    return bool(within_bounds(store, series, _NEAR_DEGREES).intersects(place.shape))


def within_bounds(store: GroundStore, series: Series, margin: float) -> Geometry:
    """The box around all that a series ever painted, in degrees; two where it lies across the date line.

    Args:
        store: with its layers.
        series: that painted something.
        margin: how much larger the box is, in degrees.
    """
    west, south, east, north = series.bounds or (0.0, 0.0, 0.0, 0.0)
    if east - west <= 180:
        return parted_at_date_line(shapely.box(west - margin, south - margin, east + margin, north + margin))
    query = "SELECT DISTINCT cell FROM cells JOIN layers ON layers.number = layer WHERE series = ?"
    edges = [cell_bounds(int(str(row[0]))) for row in store.rows(query, (series.name,))]
    lefts = [edge[0] for edge in edges if edge[0] >= 0]
    rights = [edge[2] for edge in edges if edge[0] < 0]
    return shapely.MultiPolygon(
        [
            shapely.box(min(lefts) - margin, south - margin, 180.0, north + margin),
            shapely.box(-180.0, south - margin, max(rights) + margin, north + margin),
        ]
    )


def _mostly(names: Sequence[str], shape: Geometry) -> bool:
    covered = 0.0
    for name in names:
        ground = outline(name)
        if ground is None:
            continue
        if shape.geom_type == "Point":
            if ground.contains(shape):
                return True
            continue
        covered += float(ground.intersection(shape).area)
    return shape.geom_type != "Point" and covered >= 0.5 * float(shape.area)


def _wholly_left_out(series: Series, place: Place) -> bool:
    if place.shape.geom_type == "Point":
        return any(
            (ground := outline(name)) is not None and ground.contains(place.shape) for name in series.exclude
        )
    ground = left_out([series], place)
    return ground is not None and float(ground.area) >= _MOST_LEFT_OUT * float(place.shape.area)


def left_out(series: Sequence[Series], place: Place) -> Geometry | None:
    """The ground of a place that none of the series covers by its own statement, or None where that is
    little.
    """
    if place.shape.geom_type == "Point" or not all(one.exclude for one in series):
        return None
    parts = [
        ground.intersection(place.shape)
        for name in series[0].exclude
        if (ground := outline(name)) is not None and ground.intersects(place.shape)
    ]
    ground = areal(shapely.union_all(parts)) if parts else None
    if ground is None or float(ground.area) < _LEAST_LEFT_OUT * float(place.shape.area):
        return None
    return ground
