"""Who holds a place on a day, by group: since when, and who showed it first."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.ground.check import groups, view_of
from parley.ground.claim import km2, share
from parley.ground.holds import all_but_rim, covers_point, edge_km
from parley.ground.home import covered_km2, held_km2
from parley.ground.model import Place, Status
from parley.ground.pieces import Tolerance
from parley.ground.reading import PlaceReader
from parley.ground.store import GroundStore
from parley.ground.timeline import Snapshot
from parley.ground.view import GroupView, since


@dataclass(frozen=True, slots=True)
class Holding:
    """What one group shows of a place.

    Attributes:
        group: whose map it is.
        shows: ``held by RU``, ``contested``, ``claimed by RU``, ``divided``, ``not shown`` or ``not
            covered``.
        since: the day from which on it shows this without a break, or None.
        first: whether no other group showed it earlier; None where that cannot be told.
        area_km2: of the place that is held by whoever holds most of it, or None for a point.
        layer: the day of the layer that is asked.
        reason: in words, with how the place is divided.
    """

    group: str
    shows: str
    since: str | None
    first: bool | None
    area_km2: float | None
    layer: str | None
    reason: str


def who(store: GroundStore, place: Place, day: str, tolerance: Tolerance | None = None) -> list[Holding]:
    """Who holds a place on a day, by group.

    Args:
        store: with their layers.
        place: a region, settlement, site or point.
        day: YYYY-MM-DD.
        tolerance: says how much of a place must be held for it to be held; None for the usual.
    """
    tolerance = tolerance or Tolerance()
    reader = PlaceReader(store, place, day)
    found, early = [], {}
    for group, series in groups(store).items():
        view = view_of(store, reader, group, series, day, None)
        if isinstance(view, str):
            found.append(Holding(group, "not covered", None, None, None, None, view))
            continue
        holding, at_first = _holding(view, tolerance)
        early[group] = at_first
        found.append(holding)
    return _who_was_first(found, early)


def _who_was_first(found: list[Holding], early: dict[str, bool]) -> list[Holding]:
    """Marks the group that showed first what it shows; one whose first layer has it already may not be
    told.
    """
    marked = []
    for holding in found:
        same = [other for other in found if other.shows == holding.shows and other.since is not None]
        if holding.since is None or len(same) < 2:
            marked.append(holding)
            continue
        earliest = min(other.since for other in same if other.since is not None)
        unsure = any(early.get(other.group) for other in same)
        first = None if unsure else holding.since == earliest
        marked.append(replace(holding, first=first))
    return marked


def _holding(view: GroupView, tolerance: Tolerance) -> tuple[Holding, bool]:
    point = view.place.shape.geom_type == "Point"
    shown = _under if point else _most
    known: dict[object, str] = {}

    def at(snapshot: Snapshot) -> str:
        key = tuple(view.reader.parts(snapshot, status) for status in Status)
        if key not in known:
            known[key] = shown(view, snapshot, tolerance)
        return known[key]

    view.reader.prefetch(
        view.reader.parts(snapshot, status) for snapshot in view.snapshots for status in Status
    )
    now = at(view.now)
    day, at_first = since(view.snapshots, [*(at(snapshot) == now for snapshot in view.snapshots[:-1]), True])
    layer = max(one.dates.effective for one in view.now.layers)
    if point:
        words, area = _point_words(view), None
    else:
        words, area = _shares(view)
    older = " (its first layer in the store: it may be older)" if at_first else ""
    reason = f"{words}. The same since {day}{older}. ({view.shown()})"
    return Holding(
        view.group, now, day, None, None if area is None else round(area, 2), layer, reason
    ), at_first


def _sides(view: GroupView, snapshot: Snapshot) -> list[str]:
    sides = set(view.reader.sides(snapshot, Status.HELD))
    if view.place.country and view.at_home(view.place.country):
        sides.add(view.place.country)
    return sorted(sides)


def _most(view: GroupView, snapshot: Snapshot, tolerance: Tolerance) -> str:
    """What a snapshot shows of a region, in a word or three."""
    whole = covered_km2(view)
    held = {side: held_km2(view, snapshot, side) for side in _sides(view, snapshot)}
    for side, area in held.items():
        held_share = area / whole if whole else 0.0
        if held_share >= tolerance.share or all_but_rim(view, snapshot, side, held_share, tolerance):
            return f"held by {side}"
    if view.reader.km2(view.contested(snapshot)) >= tolerance.share * whole:
        return "contested"
    return "divided" if sum(held.values()) >= tolerance.divided * whole else "not shown"


def _shares(view: GroupView) -> tuple[str, float]:
    """How the place is divided, in words, and what the one who holds most holds."""
    whole = covered_km2(view)
    held = {side: held_km2(view, view.now, side) for side in _sides(view, view.now)}
    parts = [
        f"{side} {km2(area)} ({share(area, whole)})"
        for side, area in sorted(held.items(), key=lambda item: -item[1])
        if area >= 0.01
    ]
    contested = view.reader.km2(view.contested(view.now))
    if contested >= 0.01:
        parts.append(f"contested {km2(contested)} ({share(contested, whole)})")
    for side in view.reader.sides(view.now, Status.CLAIMED):
        parts.append(f"claimed by {side} {km2(view.reader.km2(view.claimed(view.now, side)))}")
    return ", ".join(parts) or "No ground of it is painted", max(held.values(), default=0.0)


def _under(view: GroupView, snapshot: Snapshot, tolerance: Tolerance) -> str:
    """What a snapshot shows under a point."""
    for side in view.reader.sides(snapshot, Status.HELD):
        if covers_point(view, view.held(snapshot, side)):
            return f"held by {side}"
    if covers_point(view, view.contested(snapshot)):
        return "contested"
    for side in view.reader.sides(snapshot, Status.CLAIMED):
        if covers_point(view, view.claimed(snapshot, side)):
            return f"claimed by {side}"
    home = view.place.country
    return f"held by {home}" if home and view.at_home(home) else "not shown"


def _point_words(view: GroupView) -> str:
    parts = []
    for side in view.reader.sides(view.now, Status.HELD):
        edge = None if view.at_home(side) else edge_km(view, view.held(view.now, side))
        if edge is not None:
            parts.append(f"the edge of ground held by {side} is {edge:.1f} km away")
    words = "; ".join(parts)
    return words[:1].upper() + words[1:] or "No edge of held ground lies near"
