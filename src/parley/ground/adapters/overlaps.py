"""Ground that one map paints as held by two sides: nobody can tell which, so it counts as contested."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import shapely

from parley.ground.geometry import KM2, areal, joined, plane_of
from parley.ground.model import Geometry, Meaning, Paint, Problem, Status

_LEAST_KM2 = 1.0
"""Less is the hand that drew two neighbours."""

TERM = "painted for two sides"


def parted(paints: Sequence[Paint]) -> tuple[tuple[Paint, ...], list[Problem]]:
    """Paints of which none is held by two sides, and what was found.

    Args:
        paints: of one layer, one a meaning and term.
    """
    held = [one for one in paints if one.meaning.status is Status.HELD]
    both: list[Geometry] = []
    problems = []
    for one, other in combinations(held, 2):
        if one.meaning.side != other.meaning.side and one.shape.intersects(other.shape):
            shared = areal(shapely.intersection(one.shape, other.shape))
            area = 0.0 if shared.is_empty else float(plane_of(shared).flat(shared).area) / KM2
            if area >= _LEAST_KM2:
                sides = f"{one.meaning.side} and {other.meaning.side}"
                text = f"{area:,.0f} km² are painted as held by both {sides}; counted as contested."
                both.append(shared)
                problems.append(Problem("overlap", text))
    if not both:
        return tuple(paints), []
    ground = joined(both)
    rest = [
        Paint(one.meaning, one.term, areal(shapely.difference(one.shape, ground))) if one in held else one
        for one in paints
    ]
    return (
        *(one for one in rest if not one.shape.is_empty),
        Paint(Meaning(Status.CONTESTED), TERM, ground),
    ), problems
