"""Has a side entered a place? A crossing is a new connected piece that grows beyond the border's
tolerance.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parley.ground.claim import Claim, Judgement, Verdict, km2
from parley.ground.home import entered_home
from parley.ground.pieces import (
    Piece,
    Tolerance,
    beyond,
    overlap_km2,
    pieces_of,
    present,
    stood_still,
    total_km2,
)
from parley.ground.reading import Parts
from parley.ground.timeline import Snapshot
from parley.ground.view import GroupView, since

_LEAST_KM2 = 0.1
"""Less than this in a whole place is not even noise."""

Looking = Callable[[Snapshot], Parts]
"""The ground of a snapshot that is looked at."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a group shows of one kind of ground within a place.

    Attributes:
        words: for that kind ("held by RU").
        looking: the ground of a snapshot.
        pieces: its pieces in the last snapshot.
        crossing: those beyond the border's tolerance.
    """

    words: str
    looking: Looking
    pieces: list[Piece]
    crossing: list[Piece]


def sight(view: GroupView, words: str, looking: Looking, tolerance: Tolerance) -> Sight:
    """What a group's last snapshot shows of one kind of ground."""
    now, first = looking(view.now), looking(view.first)
    pieces = pieces_of(view.reader, now, tolerance)
    crossing = [
        piece
        for piece in pieces
        if beyond(piece, tolerance) and not stood_still(view.reader, first, piece, tolerance)
    ]
    return Sight(words, looking, pieces, crossing)


def sights(view: GroupView, claim: Claim, tolerance: Tolerance) -> tuple[Sight, Sight, Sight]:
    """What a group shows as held by the claim's actor, as contested, and as claimed by the actor."""
    actor = claim.actor
    return (
        sight(view, f"held by {actor}", lambda snapshot: view.held(snapshot, actor), tolerance),
        sight(view, "contested", view.contested, tolerance),
        sight(view, f"claimed by {actor}", lambda snapshot: view.claimed(snapshot, actor), tolerance),
    )


def entered(view: GroupView, claim: Claim, tolerance: Tolerance) -> Verdict:
    """What a group's map makes of "SIDE entered PLACE"."""
    if view.at_home(claim.actor):
        return entered_home(view, claim, tolerance)
    seen = sights(view, claim, tolerance)
    for one, judgement in zip(
        seen, (Judgement.SUPPORTS, Judgement.CONTESTED, Judgement.CONTESTED), strict=True
    ):
        if one.crossing:
            return _crossed(view, one, judgement, tolerance)
    near = next((one for one in seen if total_km2(one.pieces) >= _LEAST_KM2), None)
    if near is not None:
        return noise(view, near, tolerance)
    shows = "show" if view.shown().startswith("layers") else "shows"
    reason = f"Its {view.shown()} {shows} no ground of {claim.actor} in {view.place.name}.{view.blind()}"
    return Verdict(view.group, Judgement.NOT_SHOWN, None, 0.0, None, reason)


def _crossed(view: GroupView, one: Sight, judgement: Judgement, tolerance: Tolerance) -> Verdict:
    """A crossing, with the day its first piece appeared."""
    starts = [_appeared(view, one.looking, piece) for piece in one.crossing[:5]]
    day, at_first = min(starts)
    total, depth = total_km2(one.pieces), max(piece.depth_km for piece in one.crossing)
    reason = f"Shows {km2(total)} {one.words} in {view.place.name}, up to {depth:.1f} km deep"
    left = total - total_km2(one.crossing)
    reason += f" ({km2(left)} of it no more than border noise)." if left >= _LEAST_KM2 else "."
    if at_first:
        reason += f" Its first layer in the store ({day}) has it already, so it may be older."
    else:
        reason += f" The piece first appears on {day}{_outgrew(view, one, day, tolerance)}."
    return Verdict(view.group, judgement, day, total, depth, f"{reason} ({view.shown()})")


def _appeared(view: GroupView, looking: Looking, piece: Piece) -> tuple[str, bool]:
    """The day from which on a piece is there without a break, and whether the first layer has it."""
    holds: dict[Parts, bool] = {}
    cells = view.reader.cells_near(piece.shape)
    near = [view.reader.within(looking(snapshot), cells) for snapshot in view.snapshots]
    view.reader.prefetch(near)
    start = len(view.snapshots) - 1
    while start > 0:
        parts = near[start - 1]
        if parts not in holds:
            holds[parts] = present(view.reader, parts, piece)
        if not holds[parts]:
            break
        start -= 1
    return view.snapshots[start].day, start == 0


def _outgrew(view: GroupView, one: Sight, day: str, tolerance: Tolerance) -> str:
    """Since when the ground is beyond the tolerance, in words, where that is later than its first day."""
    later: dict[Parts, bool] = {}
    for snapshot in (snapshot for snapshot in view.snapshots if snapshot.day >= day):
        parts = one.looking(snapshot)
        if parts not in later:
            later[parts] = any(beyond(piece, tolerance) for piece in pieces_of(view.reader, parts, tolerance))
        if later[parts]:
            return (
                "" if snapshot.day == day else f" and is beyond the border's tolerance from {snapshot.day} on"
            )
    return ""


def noise(view: GroupView, one: Sight, tolerance: Tolerance) -> Verdict:
    """Apparent support that is no more than the way a border was drawn."""
    total, depth = total_km2(one.pieces), max(piece.depth_km for piece in one.pieces)
    first = sum(overlap_km2(view.reader, one.looking(view.first), piece) for piece in one.pieces)
    largest = one.pieces[0]
    if beyond(largest, tolerance):
        why = f"its first layer ({view.first.day}) has it already and it has not grown since"
    elif first >= 0.5 * total and view.first is not view.now:
        why = f"most of it lies there since its first layer ({view.first.day}), within the border's tolerance"
    else:
        why = f"no piece is more than {tolerance.depth_km} km deep and {tolerance.area_km2} km² large"
    reason = (
        f"Shows {km2(total)} {one.words} across the border of {view.place.name}, up to {depth:.1f} km deep;"
        f" taken"
        f" for border noise: {why}. ({view.shown()})"
    )
    holds = [total_km2_of(view, one.looking(snapshot)) >= _LEAST_KM2 for snapshot in view.snapshots[:-1]]
    day, _ = since(view.snapshots, [*holds, True])
    return Verdict(view.group, Judgement.BORDER_NOISE, day, total, depth, reason)


def total_km2_of(view: GroupView, parts: Parts) -> float:
    """Square kilometres of some parts within the view's place."""
    return view.reader.km2(parts)
