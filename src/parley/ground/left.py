"""Has a side left a place? It must have been shown there beyond the border's tolerance, and be so no more."""

from __future__ import annotations

from parley.ground.claim import Claim, Judgement, Verdict, km2
from parley.ground.entered import sights
from parley.ground.holds import covers_point, under
from parley.ground.home import left_home
from parley.ground.pieces import Piece, Tolerance, beyond, overlap_km2, pieces_of, total_km2
from parley.ground.reading import Parts
from parley.ground.timeline import Snapshot
from parley.ground.view import GroupView


def left(view: GroupView, claim: Claim, tolerance: Tolerance) -> Verdict:
    """What a group's map makes of "SIDE left PLACE"."""
    if view.place.shape.geom_type == "Point":
        return _point_left(view, claim)
    if view.at_home(claim.actor):
        return left_home(view, claim, tolerance)
    held, contested, _ = sights(view, claim, tolerance)
    still = [piece for piece in held.pieces if beyond(piece, tolerance)]
    if still:
        depth = max(piece.depth_km for piece in still)
        noise = "" if held.crossing else ", which may be no more than the way a border was drawn"
        reason = (
            f"Still shows {km2(total_km2(held.pieces))} held by {claim.actor} in {view.place.name}{noise}."
            f" ({view.shown()})"
        )
        return Verdict(view.group, Judgement.NOT_SHOWN, None, total_km2(held.pieces), depth, reason)
    last, lost = _last_seen(view, claim, tolerance)
    if last is None:
        reason = (
            f"None of its layers since {view.first.day} shows {claim.actor} in {view.place.name} beyond the"
            f" border's"
            " tolerance, so leaving cannot be seen."
        )
        return Verdict(view.group, Judgement.NOT_SHOWN, None, 0.0, None, reason)
    day = view.snapshots[last + 1].day
    grey = sum(overlap_km2(view.reader, view.contested(view.now), piece) for piece in lost)
    area, depth = total_km2(lost), max(piece.depth_km for piece in lost)
    before = f"{claim.actor} last shown on {view.snapshots[last].day} with {km2(area)} in {view.place.name}"
    if contested.crossing and grey >= tolerance.growth_km2:
        reason = f"{before}; {km2(grey)} of that are contested now. ({view.shown()})"
        return Verdict(view.group, Judgement.CONTESTED, day, grey, depth, reason)
    return Verdict(
        view.group, Judgement.SUPPORTS, day, area, depth, f"{before}, gone from {day} on. ({view.shown()})"
    )


def _last_seen(view: GroupView, claim: Claim, tolerance: Tolerance) -> tuple[int | None, list[Piece]]:
    """The last snapshot that has the actor in the place, by its index, and the pieces it has."""
    known: dict[Parts, list[Piece]] = {}
    for index in range(len(view.snapshots) - 2, -1, -1):
        parts = view.held(view.snapshots[index], claim.actor)
        if parts not in known:
            known[parts] = [
                piece for piece in pieces_of(view.reader, parts, tolerance) if beyond(piece, tolerance)
            ]
        if known[parts]:
            return index, known[parts]
    return None, []


def _point_left(view: GroupView, claim: Claim) -> Verdict:
    def there(snapshot: Snapshot) -> bool:
        return under(view, snapshot, claim.actor) == "held"

    if there(view.now):
        reason = f"Still shows {view.place.name} inside ground held by {claim.actor}. ({view.shown()})"
        return Verdict(view.group, Judgement.NOT_SHOWN, None, None, None, reason)
    last = next(
        (index for index in range(len(view.snapshots) - 2, -1, -1) if there(view.snapshots[index])), None
    )
    if last is None:
        reason = (
            f"None of its layers since {view.first.day} shows {claim.actor} at {view.place.name}: leaving"
            f" cannot be seen."
        )
        return Verdict(view.group, Judgement.NOT_SHOWN, None, None, None, reason)
    day = view.snapshots[last + 1].day
    if covers_point(view, view.contested(view.now)):
        reason = (
            f"{view.place.name} was held by {claim.actor} on {view.snapshots[last].day} and is contested now."
        )
        return Verdict(view.group, Judgement.CONTESTED, day, None, None, reason)
    reason = (
        f"{view.place.name} was held by {claim.actor} on {view.snapshots[last].day} and is not from {day} on."
    )
    return Verdict(view.group, Judgement.SUPPORTS, day, None, None, f"{reason} ({view.shown()})")
