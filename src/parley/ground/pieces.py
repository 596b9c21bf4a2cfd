"""Connected pieces of ground, and which of them are no more than the way a border was drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import shapely

from parley.ground.geometry import KM2
from parley.ground.model import Geometry
from parley.ground.reading import Parts, PlaceReader


@dataclass(frozen=True, slots=True)
class Tolerance:
    """What may be no more than the way a border was drawn.

    Maps and boundaries drawn by different hands part by one to two kilometres: a map of March 2025 shows 1.3
    square kilometres, one kilometre deep, across a border for three months without any change (research
    notes).

    Attributes:
        depth_km: a piece that nowhere lies deeper behind the border is noise.
        area_km2: a smaller piece is noise.
        sliver_m: what is nowhere wider than this is a sliver, and counts for nothing.
        wide_km2: a piece that keeps so much when its sliver-wide rim is taken off is no noise, even if it
            lies near
            the border everywhere, where it reaches far from the same side's ground outside: a spit of land.
        reach_km: what is far.
        still_km2: a smaller piece that was in a group's first layer and has not grown since is noise.
        still_km: the depth up to which that holds.
        rim_share: so much of a piece must lie farther behind the border than twice the depth; else it is a
            rim along the border, and noise where it was in the first layer and has not grown.
        growth_km2: what counts as growth.
        share: of a place that must be held for it to be held.
        divided: of a place from which on it is divided rather than held by somebody else.
        whole_km2: a place up to this size is held as a whole or not at all; a larger one can be held in part.
    """

    depth_km: float = 1.5
    area_km2: float = 1.0
    sliver_m: float = 500.0
    wide_km2: float = 10.0
    reach_km: float = 5.0
    still_km2: float = 25.0
    still_km: float = 5.0
    rim_share: float = 0.25
    growth_km2: float = 1.0
    share: float = 0.95
    divided: float = 0.10
    whole_km2: float = 1000.0


_LEAST_CORE_KM2 = 0.05
"""What must be left of a piece without its rim for it to be more than a sliver."""

_STEP_M = 200.0

MOST_RIM = 0.1
"""A rim that is more of a place than this is more than a rim."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A connected piece of ground within a place.

    Attributes:
        shape: flat, in metres.
        km2: its area.
        depth_km: how far behind the place's border it reaches.
        core_km2: what is left without a rim of half a sliver's width.
        reach_km: how far it reaches from the body of the same ground outside the place that it hangs
            together with;
            measured only where the piece is large and lies near the border everywhere.
    """

    shape: Geometry
    km2: float
    depth_km: float
    core_km2: float
    reach_km: float = 0.0


def pieces_of(reader: PlaceReader, parts: Parts, tolerance: Tolerance) -> list[Piece]:
    """The pieces of some ground within a place, largest first; crumbs under a hectare are left out."""
    found = []
    for piece in pieces_in(reader, reader.pieces(parts), tolerance):
        if piece.core_km2 >= tolerance.wide_km2 and piece.depth_km <= tolerance.still_km:
            piece = replace(piece, reach_km=_reach_km(reader, parts, piece, tolerance))
        found.append(piece)
    return found


def pieces_in(reader: PlaceReader, shapes: Sequence[Geometry], tolerance: Tolerance) -> list[Piece]:
    """Connected pieces within a place with their measures; crumbs under a hectare are left out.

    Args:
        reader: of the place.
        shapes: flat, largest first.
        tolerance: says how wide a sliver is.
    """
    large = [shape for shape in shapes if shape.area >= 1e4]
    if not large:
        return []
    pole = shapely.get_point(
        shapely.maximum_inscribed_circle(reader.ground, tolerance=reader.ground.length / 1000), 0
    )
    return [measured(shape, reader.behind_border, pole, tolerance) for shape in large]


def _reach_km(reader: PlaceReader, parts: Parts, piece: Piece, tolerance: Tolerance) -> float:
    """How far a piece reaches from the body of the same ground outside the place; 0 where it touches none.

    Rims that hang over a coast on the other side are no body: they are thinner than a sliver.
    """
    outside = reader.beside(parts)
    body = outside.buffer(-tolerance.sliver_m, quad_segs=4).buffer(tolerance.sliver_m, quad_segs=4)
    if body.is_empty or body.distance(piece.shape) > tolerance.sliver_m:
        return 0.0
    points = shapely.points(shapely.get_coordinates(shapely.segmentize(piece.shape.exterior, 1000.0)))
    shapely.prepare(body)
    return float(max(shapely.distance(points, body))) / 1000


def measured(
    shape: Geometry,
    behind_border: Callable[[Sequence[Geometry]], float],
    pole: Geometry,
    tolerance: Tolerance,
) -> Piece:
    """A piece with its measures.

    Args:
        shape: flat.
        behind_border: how far the farthest of some points lies from the place's border, in metres.
        pole: the point of the place farthest from its border.
        tolerance: says how wide a sliver is.
    """
    edge = shapely.get_coordinates(shapely.segmentize(shape.exterior, max(_STEP_M, shape.length / 2000)))
    points = shapely.points(edge)
    if shape.contains(pole):
        points = [*points, pole]
    depth = behind_border(points)
    core = shape.buffer(-tolerance.sliver_m / 2, quad_segs=4)
    return Piece(shape, float(shape.area) / KM2, depth / 1000, float(core.area) / KM2)


def beyond(piece: Piece, tolerance: Tolerance) -> bool:
    """Whether a piece is more than the way a border was drawn, by its size alone."""
    if piece.core_km2 >= tolerance.wide_km2 and piece.reach_km > tolerance.reach_km:
        return True
    return (
        piece.depth_km > tolerance.depth_km
        and piece.km2 >= tolerance.area_km2
        and piece.core_km2 >= _LEAST_CORE_KM2
    )


def whole_but_rim(ground: Geometry, rest: Geometry, tolerance: Tolerance) -> bool:
    """Whether what is left of a place is no more than the way its border or shore was drawn.

    Args:
        ground: all of the place, flat.
        rest: what is left of it, flat.
        tolerance: what is noise; a rim is twice as deep.
    """
    rim_m = 2000 * tolerance.depth_km
    if float(rest.area) > MOST_RIM * float(ground.area):
        return False
    inner = ground.buffer(-rim_m, quad_segs=4)
    roomy = not inner.buffer(-rim_m, quad_segs=4).is_empty
    return roomy and float(shapely.intersection(rest, inner).area) / KM2 < tolerance.area_km2


def foothold(piece: Piece, tolerance: Tolerance) -> bool:
    """Whether a piece is ground that can be held: large, and deep or far from where it hangs on."""
    deep = piece.depth_km > tolerance.still_km or piece.reach_km > tolerance.reach_km
    return beyond(piece, tolerance) and deep and piece.km2 >= tolerance.still_km2


def stood_still(reader: PlaceReader, first: Parts, piece: Piece, tolerance: Tolerance) -> bool:
    """Whether a shallow piece was in the first layer already, as large as now, and may be the border's
    drawing.

    Args:
        reader: of the place; where its boundary is a rough outline, what lies within its margin is shallow.
        first: the ground that the piece is of, in the group's first layer.
        piece: as it is.
        tolerance: what is small and shallow.
    """
    rough_km = reader.place.margin_m / 1000
    small = piece.km2 < tolerance.still_km2 and piece.depth_km < tolerance.still_km
    if not small and piece.depth_km >= rough_km and not _is_rim(reader, piece, tolerance):
        return False
    first_km2 = overlap_km2(reader, first, piece)
    if first_km2 <= 0.2 or piece.km2 - first_km2 >= max(tolerance.growth_km2, 0.05 * piece.km2):
        return False
    before = sum(whole.area for whole in reader.pieces(first) if whole.intersects(piece.shape)) / KM2
    return bool(before < 1.5 * piece.km2)


def _is_rim(reader: PlaceReader, piece: Piece, tolerance: Tolerance) -> bool:
    """Whether a piece lies along the border, as where a map was drawn more coarsely than the boundary."""
    rim_km = 2 * tolerance.depth_km
    if piece.depth_km > 2 * rim_km or piece.reach_km > tolerance.reach_km:
        return False
    border = shapely.clip_by_rect(reader.ground.boundary, *piece.shape.buffer(rim_km * 1000).bounds)
    inner = shapely.difference(piece.shape, border.buffer(rim_km * 1000))
    return float(inner.area) / KM2 < tolerance.rim_share * piece.km2


def present(reader: PlaceReader, parts: Parts, piece: Piece) -> bool:
    """Whether some ground has, where a piece is, more than a sliver.

    Large pieces are looked for a part at a time, until enough is found.

    Args:
        reader: of the place.
        parts: the ground, in the cells near the piece.
        piece: looked for.

    """
    if piece.km2 >= 50:
        found = 0.0
        for shape in reader.shapes(parts):
            found += float(shapely.intersection(shape, piece.shape).area) / KM2
            if found >= 1.0:
                return True
        return False
    around = piece.shape.buffer(1000)
    shapes = [part for part in reader.shapes(parts) if part.intersects(around)]
    if not shapes:
        return False
    for whole in shapely.get_parts(reader.plane.join(shapes)):
        if whole.intersects(piece.shape) and _core_km2(whole.intersection(around)) >= _LEAST_CORE_KM2:
            return True
    return False


def _core_km2(shape: Geometry) -> float:
    return float(shape.buffer(-250, quad_segs=4).area) / KM2


def overlap_km2(reader: PlaceReader, parts: Parts, piece: Piece) -> float:
    """Square kilometres that some ground has where a piece is."""
    shapes = reader.shapes(reader.within(parts, reader.cells_near(piece.shape)))
    return sum(float(shapely.intersection(shape, piece.shape).area) for shape in shapes) / KM2


def total_km2(pieces: Sequence[Piece]) -> float:
    """Square kilometres of pieces together."""
    return sum(piece.km2 for piece in pieces)
