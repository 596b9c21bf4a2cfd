"""Protected sites: what is claimed of their state, who holds the ground by which map, how far the edge is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import shapely

from parley.ground.check import groups, view_of
from parley.ground.days import between
from parley.ground.holds import edge_km
from parley.ground.incidents.model import Site
from parley.ground.model import Place, Status
from parley.ground.reading import PlaceReader
from parley.ground.store import GroundStore
from parley.ground.view import GroupView
from parley.ground.who import Holding, who

_DRAWN_M = 1000.0
"""How far off the edge of a control map is drawn, at best: two maps of one day part by so much."""

_STILL_M = 100.0


@dataclass(frozen=True, slots=True)
class Standing:
    """What one group's map says of a site.

    Attributes:
        site: its name.
        kind: what it is.
        group: whose map it is.
        shows: who holds the ground under it.
        since: since when.
        edge_km: kilometres to the edge of the ground held by whoever holds it, or None where none is near.
        edge_low_km: the least that can be, with the site's size and the map's drawing.
        edge_high_km: the most.
        edge_stands_still: whether that edge has not moved in all of the group's layers.
        claims: what is claimed of its state, each with its day and age.
        reason: in words.
    """

    site: str
    kind: str
    group: str
    shows: str
    since: str | None
    edge_km: float | None
    edge_low_km: float | None
    edge_high_km: float | None
    edge_stands_still: bool | None
    claims: tuple[str, ...]
    reason: str


def standings(
    store: GroundStore, day: str, name: str | None = None, kind: str | None = None
) -> list[Standing]:
    """What each group's map says of each site.

    Args:
        store: with sites and layers.
        day: YYYY-MM-DD.
        name: words of a site's name; None for all.
        kind: words of its kind; None for all.
    """
    wanted = [site for site in sites(store) if _has(site.name, name) and _has(site.kind, kind)]
    return [standing for site in wanted for standing in _of_site(store, site, day)]


def _has(text: str, words: str | None) -> bool:
    return words is None or all(word in text.casefold() for word in words.casefold().split())


def sites(store: GroundStore) -> list[Site]:
    """All sites, by name, with what is claimed of them."""
    claims: dict[str, list[tuple[str, str | None]]] = {}
    for site, claim, day in store.connection.execute(
        "SELECT site, claim, as_of FROM site_claims ORDER BY as_of"
    ):
        claims.setdefault(site, []).append((claim, day))
    rows = store.connection.execute(
        "SELECT name, kind, country, longitude, latitude, precision_m, source FROM sites ORDER BY name"
    )
    return [replace(_site(row), claims=tuple(claims.get(row[0], ()))) for row in rows]


def _site(row: tuple[Any, ...]) -> Site:
    name, kind, country, longitude, latitude, precision_m, source = row
    return Site(name, kind, country, longitude, latitude, precision_m, source)


def _of_site(store: GroundStore, site: Site, day: str) -> list[Standing]:
    point = shapely.Point(site.longitude, site.latitude)
    place = Place(site.name, "site", site.country, (site.name,), point, site.source, site.precision_m)
    reader = PlaceReader(store, place, day)
    claims = tuple(_aged(claim, as_of, day) for claim, as_of in site.claims)
    found = []
    for holding in who(store, place, day):
        view = view_of(store, reader, holding.group, groups(store)[holding.group], day, None)
        if isinstance(view, str):
            found.append(_standing(site, holding, (None, None), claims))
        else:
            found.append(_standing(site, holding, _edge(view), claims))
    return found


def _edge(view: GroupView) -> tuple[float | None, bool | None]:
    """Kilometres to the nearest edge of held ground, and whether it stood still in all layers.

    What a map paints of a side in its own country has no edge there: what is left blank beside it is its.
    """
    near = {
        side: edge
        for side in view.reader.sides(view.now, Status.HELD)
        if not view.at_home(side) and (edge := edge_km(view, view.held(view.now, side))) is not None
    }
    if not near:
        return None, None
    side = min(near, key=lambda one: near[one])
    now = near[side]
    known = {view.held(snapshot, side) for snapshot in view.snapshots}
    distances = [edge for parts in known if (edge := edge_km(view, parts)) is not None]
    return now, max(distances) - min(distances) <= _STILL_M / 1000 and len(view.snapshots) > 1


def _standing(
    site: Site, holding: Holding, edge: tuple[float | None, bool | None], claims: Sequence[str]
) -> Standing:
    distance, still = edge
    low = high = None
    reason = holding.reason
    if distance is not None:
        margin = (site.precision_m + _DRAWN_M) / 1000
        low, high = round(max(0.0, distance - margin), 1), round(distance + margin, 1)
        reason += (
            f" The edge lies {low} to {high} km away: the site is good to {site.precision_m / 1000:.1f} km,"
            f" the map to"
            f" {_DRAWN_M / 1000:.1f} km."
        )
        if still:
            reason += " It has not moved in any layer: likely a bank or shore, not a distance to troops."
    return Standing(
        site=site.name,
        kind=site.kind,
        group=holding.group,
        shows=holding.shows,
        since=holding.since,
        edge_km=None if distance is None else round(distance, 2),
        edge_low_km=low,
        edge_high_km=high,
        edge_stands_still=still,
        claims=tuple(claims),
        reason=reason,
    )


def _aged(claim: str, as_of: str | None, day: str) -> str:
    """A claim with its day, and how old it is."""
    if as_of is None:
        return f"{claim} (no date)"
    days = between(as_of, day)
    return f"{claim} (as of {as_of}, {days} days before)" if days > 0 else f"{claim} (as of {as_of})"
