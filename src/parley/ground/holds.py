"""Does a side hold a place? A town is held when nearly all of it is, a province also where a part of it is
that is large and deep; a point when the ground under it is.
"""

from __future__ import annotations

from collections.abc import Callable

import shapely

from parley.ground.claim import Claim, Judgement, Movement, Verdict, km2, share
from parley.ground.entered import noise, sight, sights
from parley.ground.gazetteer import SOURCE as TOWNS
from parley.ground.gazetteer import told_where
from parley.ground.geometry import KM2
from parley.ground.home import covered, covered_km2, held_km2, own_pieces
from parley.ground.model import Place, Status
from parley.ground.pieces import MOST_RIM, Tolerance, foothold, total_km2, whole_but_rim
from parley.ground.reading import Parts
from parley.ground.timeline import Snapshot
from parley.ground.view import GroupView, since

_NEAREST_KM = 12.0
"""Farther edges may be those of what was read, not of what is held."""

_LEAST_KM2 = 0.1

_OUTSKIRTS, _MIDDLE = 0.75, 0.25
"""Of how far a place reaches around its middle: where its outskirts begin, and what its middle is."""


def holds(view: GroupView, claim: Claim, tolerance: Tolerance) -> Verdict:
    """What a group's map makes of "SIDE holds PLACE"."""
    if view.place.shape.geom_type == "Point":
        return _point_held(view, claim)
    return _region_held(view, claim, tolerance)


def _region_held(view: GroupView, claim: Claim, tolerance: Tolerance) -> Verdict:
    whole = covered_km2(view)
    held = held_km2(view, view.now, claim.actor)
    contested = view.reader.km2(view.contested(view.now))
    of_it = "of the part it covers" if view.coverage.left_out is not None else "of it"
    shown = f"{claim.actor} holding {km2(held)}, {share(held, whole)} {of_it}"
    rim = all_but_rim(view, view.now, claim.actor, held / whole if whole else 0.0, tolerance)
    if rim:
        shown += ", all but a rim along its border or shore"
    if held >= tolerance.share * whole or rim:
        least = min(tolerance.share * whole, 0.99 * held)
        day, at_first = _since(view, lambda snapshot: held_km2(view, snapshot, claim.actor) >= least)
        older = ", its first layer in the store" if at_first else ""
        reason = f"Shows {shown}, since {day}{older}. ({view.shown()})"
        return Verdict(view.group, Judgement.SUPPORTS, day, held, None, reason)
    if whole > tolerance.whole_km2:
        return _held_in_part(view, claim, tolerance, shown)
    if held + contested >= tolerance.share * whole:
        reason = f"Shows {shown}; {km2(contested)} are contested. ({view.shown()})"
        return Verdict(view.group, Judgement.CONTESTED, None, held, None, reason)
    if held >= tolerance.divided * whole:
        day, _ = _since(
            view, lambda snapshot: held_km2(view, snapshot, claim.actor) >= tolerance.divided * whole
        )
        grey = f"; {km2(contested)} contested" if contested else ""
        reason = f"Shows {view.place.name} divided: {shown}{grey}. ({view.shown()})"
        return Verdict(view.group, Judgement.CONTESTED, day, held, None, reason)
    return _foothold(view, claim, tolerance, shown)


def all_but_rim(
    view: GroupView, snapshot: Snapshot, actor: str, share_held: float, tolerance: Tolerance
) -> bool:
    """Whether a side holds a place but for the way its border or shore was drawn.

    Args:
        view: of the place.
        snapshot: what it shows.
        actor: the side.
        share_held: of the place.
        tolerance: what is noise.
    """
    if share_held >= tolerance.share or share_held < 1 - MOST_RIM or view.at_home(actor):
        return False
    ground = covered(view)
    rest = shapely.difference(ground, view.reader.joined(view.held(snapshot, actor)))
    disputed = shapely.intersection(rest, view.reader.joined(view.contested(snapshot)))
    return disputed.area < _LEAST_KM2 * KM2 and whole_but_rim(ground, rest, tolerance)


def _held_in_part(view: GroupView, claim: Claim, tolerance: Tolerance, shown: str) -> Verdict:
    """A province of which a side holds a part: a pocket that is large and deep, or more."""
    actor = claim.actor
    if view.at_home(actor):
        pieces = own_pieces(view, view.now, actor, tolerance)
    else:
        pieces = sight(view, "", lambda snapshot: view.held(snapshot, actor), tolerance).crossing
    deep = [piece for piece in pieces if foothold(piece, tolerance)]
    contested = view.reader.km2(view.contested(view.now))
    grey = f"; {km2(contested)} contested" if contested >= _LEAST_KM2 else ""
    if deep:
        day, at_first = _since(view, lambda snapshot: held_km2(view, snapshot, actor) >= tolerance.still_km2)
        older = ", its first layer in the store" if at_first else ""
        depth = max(piece.depth_km for piece in deep)
        reason = (
            f"Shows {shown}, up to {depth:.1f} km deep: a part of {view.place.name}, held since"
            f" {day}{older}{grey}. ({view.shown()})"
        )
        held = held_km2(view, view.now, actor)
        return Verdict(view.group, Judgement.SUPPORTS, day, held, depth, reason)
    disputed = sight(view, "contested", view.contested, tolerance).crossing
    if any(foothold(piece, tolerance) for piece in disputed) and not view.at_home(actor):
        depth = max(piece.depth_km for piece in disputed)
        reason = (
            f"Shows {shown}; {km2(contested)}, up to {depth:.1f} km deep, are contested. ({view.shown()})"
        )
        return Verdict(view.group, Judgement.CONTESTED, None, contested, depth, reason)
    return _foothold(view, claim, tolerance, shown)


def _foothold(view: GroupView, claim: Claim, tolerance: Tolerance, shown: str) -> Verdict:
    """A place of which a side holds little or nothing."""
    own, contested, claimed = sights(view, claim, tolerance)
    held = held_km2(view, view.now, claim.actor)
    if own.pieces and not own.crossing and held >= _LEAST_KM2 and not view.at_home(claim.actor):
        return noise(view, own, tolerance)
    claims = total_km2(claimed.pieces)
    whole = claims >= tolerance.share * covered_km2(view)
    if not own.crossing and (whole or any(foothold(piece, tolerance) for piece in claimed.crossing)):
        what = view.place.name if whole else f"{km2(claims)} of {view.place.name}"
        reason = f"Shows {what} as claimed by {claim.actor}, not as held. ({view.shown()})"
        return Verdict(view.group, Judgement.CONTESTED, None, claims, None, reason)
    depth = max((piece.depth_km for piece in own.pieces), default=None)
    depth = None if view.at_home(claim.actor) else depth
    reason = f"Shows {shown}: too little to hold the place"
    reason += f"; {km2(total_km2(contested.pieces))} contested" if contested.crossing else ""
    return Verdict(view.group, Judgement.NOT_SHOWN, None, held, depth, f"{reason}. ({view.shown()})")


def _point_held(view: GroupView, claim: Claim) -> Verdict:
    """A settlement, site or point: who holds the ground under it, and how far the edge is."""
    status = under(view, view.now, claim.actor)
    edge = edge_km(view, view.held(view.now, claim.actor))
    near = (
        "; no edge lies within 12 km"
        if edge is None
        else f"; the nearest edge of what {claim.actor} holds is {edge:.1f} km away"
    )
    near += _where(view.place, edge)
    if status == "other" and edge is not None and edge * 1000 < _reached_m(view.place, claim.movement):
        reason = (
            f"Shows {view.place.name} on the edge of ground held by {claim.actor}{near}. ({view.shown()})"
        )
        return Verdict(view.group, Judgement.CONTESTED, None, None, None, reason)
    if (
        status == "other"
        and edge is None
        and view.place.country == claim.actor
        and not view.at_home(claim.actor)
    ):
        reason = (
            f"Its layers in the store show what {claim.actor} took in its own country, and nothing near"
            f" {view.place.name}."
        )
        return Verdict(view.group, Judgement.NOT_COVERED, None, None, None, reason)
    if status == "other":
        reason = f"Does not show {view.place.name} as held by {claim.actor}{near}. ({view.shown()})"
        return Verdict(view.group, Judgement.NOT_SHOWN, None, None, None, reason)
    day, at_first = _since(view, lambda snapshot: under(view, snapshot, claim.actor) == status)
    older = ", its first layer in the store" if at_first else ""
    if status == "held":
        reason = f"Shows {view.place.name} inside ground held by {claim.actor} since {day}{older}{near}."
        return Verdict(view.group, Judgement.SUPPORTS, day, None, edge, f"{reason} ({view.shown()})")
    reason = f"Shows {view.place.name} inside contested ground since {day}{older}{near}. ({view.shown()})"
    return Verdict(view.group, Judgement.CONTESTED, day, None, None, reason)


def _not_held(view: GroupView, claim: Claim, edge: float | None, near: str) -> Verdict:
    """A point on ground that a side is not shown to hold; a map of what it took is blind far from that."""
    own_country = view.place.country == claim.actor and not view.at_home(claim.actor)
    if edge is None and own_country:
        reason = f"Its layers in the store show what {claim.actor} took, and nothing near {view.place.name}."
        return Verdict(view.group, Judgement.NOT_COVERED, None, None, None, reason)
    reason = f"Does not show {view.place.name} as held by {claim.actor}{near}. ({view.shown()})"
    return Verdict(view.group, Judgement.NOT_SHOWN, None, None, None, reason)


def _reached_m(place: Place, movement: Movement) -> float:
    """How near to a place's middle held ground must come for it to be in a part of the place.

    A town is entered where its edge is; it is divided where the line runs through its middle.
    """
    entered_town = movement is Movement.ENTERED and place.source == TOWNS
    return place.margin_m * (_OUTSKIRTS if entered_town else _MIDDLE)


def _where(place: Place, edge: float | None) -> str:
    """Who puts a point there, and whether an edge lies within what it may be off."""
    words = ""
    if place.margin_m and edge is not None and edge * 1000 < place.margin_m:
        off = f"{place.margin_m / 1000:.1f} km"
        words = f", within the {off} by which the place may be off"
        if place.source == TOWNS:
            words = f", within the {off} or so that the town reaches: the line may run through it"
    if place.source == "incidents":
        words += f" (incidents put the place there, give or take {place.margin_m / 1000:.0f} km)"
    if place.source == TOWNS:
        words += f" ({told_where(place)})"
    return words


def under(view: GroupView, snapshot: Snapshot, side: str) -> str:
    """``held``, ``contested`` or ``other``: what the ground under a point is."""
    if covers_point(view, view.held(snapshot, side)):
        return "held"
    if covers_point(view, view.contested(snapshot)):
        return "contested"
    others = [other for other in view.reader.sides(snapshot, Status.HELD) if other != side]
    taken = any(covers_point(view, view.held(snapshot, other)) for other in others)
    return "held" if view.at_home(side) and not taken else "other"


def covers_point(view: GroupView, parts: Parts) -> bool:
    """Whether any of some parts lies under the view's point."""
    return any(shape.covers(view.reader.ground) for shape in view.reader.shapes(parts))


def edge_km(view: GroupView, parts: Parts) -> float | None:
    """Kilometres from the view's point to the nearest edge of some ground; None where none is within 12
    km.
    """
    if not parts:
        return None
    edge = view.reader.joined(parts).boundary
    distance = float(shapely.distance(view.reader.ground, edge)) / 1000
    return distance if distance <= _NEAREST_KM else None


def _since(view: GroupView, condition: Callable[[Snapshot], object]) -> tuple[str, bool]:
    view.reader.prefetch(view.reader.parts(snapshot, Status.HELD) for snapshot in view.snapshots)
    checked = [bool(condition(snapshot)) for snapshot in view.snapshots[:-1]]
    return since(view.snapshots, [*checked, True])
