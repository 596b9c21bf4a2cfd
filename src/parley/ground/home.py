"""A side in a place of its own country, where a map paints only what others hold."""

from __future__ import annotations

import shapely

from parley.ground.claim import Claim, Judgement, Verdict, km2, share
from parley.ground.geometry import KM2, polygons
from parley.ground.model import Geometry, Status
from parley.ground.pieces import Piece, Tolerance, foothold, pieces_in
from parley.ground.timeline import Snapshot
from parley.ground.view import GroupView, since


def covered(view: GroupView) -> Geometry:
    """The ground of the place that the group covers by its own statement, flat."""
    if view.coverage.left_out is None:
        return view.reader.ground
    return shapely.difference(view.reader.ground, view.reader.plane.flat(view.coverage.left_out))


def covered_km2(view: GroupView) -> float:
    """Square kilometres of the place that the group covers by its own statement."""
    if view.coverage.left_out is None:
        return float(view.reader.ground.area) / KM2
    return float(covered(view).area) / KM2


def held_km2(view: GroupView, snapshot: Snapshot, side: str) -> float:
    """Square kilometres of the place that a side holds, unpainted ground of its own counted in."""
    if not view.at_home(side):
        return min(view.reader.km2(view.held(snapshot, side)), covered_km2(view))
    others = [other for other in view.reader.sides(snapshot, Status.HELD) if other != side]
    taken = sum(view.reader.km2(view.held(snapshot, other)) for other in others)
    return max(0.0, covered_km2(view) - taken - view.reader.km2(view.contested(snapshot)))


def own_pieces(view: GroupView, snapshot: Snapshot, side: str, tolerance: Tolerance) -> list[Piece]:
    """The pieces of its own country's place that a side holds, largest first."""
    others = [other for other in view.reader.sides(snapshot, Status.HELD) if other != side]
    taken = [view.reader.joined(view.held(snapshot, other)) for other in others]
    taken.append(view.reader.joined(view.contested(snapshot)))
    ground = shapely.difference(covered(view), shapely.union_all(taken))
    return pieces_in(view.reader, sorted(polygons(ground), key=lambda part: -part.area), tolerance)


def entered_home(view: GroupView, claim: Claim, tolerance: Tolerance) -> Verdict:
    """What a group's map makes of "SIDE entered PLACE" where the place is of that side's own country."""
    actor, name = claim.actor, view.place.name
    pieces = _footholds(view, actor, tolerance)
    held = held_km2(view, view.now, actor)
    if not pieces:
        reason = f"Shows all of {name} as held by others or contested. ({view.shown()})"
        return Verdict(view.group, Judgement.NOT_SHOWN, None, held, None, reason)
    depth = max(piece.depth_km for piece in pieces)
    day, at_first = _since(view, actor, min(tolerance.still_km2, held / 2))
    when = f"its first layer in the store ({day}), so entering cannot be seen" if at_first else day
    reason = (
        f"{name} is of {actor}'s own country, whose ground is {actor}'s unless it is painted otherwise:"
        f" {km2(held)}, {share(held, covered_km2(view))} of it, since {when}. ({view.shown()})"
    )
    return Verdict(view.group, Judgement.SUPPORTS, day, held, depth, reason)


def left_home(view: GroupView, claim: Claim, tolerance: Tolerance) -> Verdict:
    """What a group's map makes of "SIDE left PLACE" where the place is of that side's own country."""
    actor, name = claim.actor, view.place.name
    held = held_km2(view, view.now, actor)
    pieces = _footholds(view, actor, tolerance)
    if pieces:
        depth = max(piece.depth_km for piece in pieces)
        reason = (
            f"Still leaves {km2(held)} of {name}, {share(held, covered_km2(view))} of it, to {actor}, whose"
            f" own country it is of. ({view.shown()})"
        )
        return Verdict(view.group, Judgement.NOT_SHOWN, None, held, depth, reason)
    earlier = view.snapshots[:-1]
    there = [held_km2(view, snapshot, actor) >= tolerance.still_km2 for snapshot in earlier]
    if not any(there):
        reason = (
            f"None of its layers since {view.first.day} leaves {actor} ground in {name} beyond the border's"
            " tolerance, so leaving cannot be seen."
        )
        return Verdict(view.group, Judgement.NOT_SHOWN, None, held, None, reason)
    last = max(index for index, here in enumerate(there) if here)
    before, day = held_km2(view, earlier[last], actor), view.snapshots[last + 1].day
    reason = (
        f"{actor} last held {km2(before)} of {name} on {earlier[last].day}, and no ground of it from {day}"
        f" on. ({view.shown()})"
    )
    return Verdict(view.group, Judgement.SUPPORTS, day, before, None, reason)


def _footholds(view: GroupView, actor: str, tolerance: Tolerance) -> list[Piece]:
    pieces = own_pieces(view, view.now, actor, tolerance)
    small = covered_km2(view) <= tolerance.whole_km2
    return [piece for piece in pieces if small or foothold(piece, tolerance)]


def _since(view: GroupView, actor: str, least_km2: float) -> tuple[str, bool]:
    view.reader.prefetch(view.reader.parts(snapshot, Status.HELD) for snapshot in view.snapshots)
    there = [held_km2(view, snapshot, actor) >= least_km2 for snapshot in view.snapshots[:-1]]
    return since(view.snapshots, [*there, True])
