"""A claim about the ground, and what each group's map makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from parley.ground.model import Place


class Movement(StrEnum):
    """What an actor is claimed to have done."""

    ENTERED = "entered"
    HOLDS = "holds"
    LEFT = "left"


class Judgement(StrEnum):
    """What a group's map makes of a claim."""

    SUPPORTS = "supports"
    CONTESTED = "contested"
    NOT_SHOWN = "not_shown"
    NOT_COVERED = "not_covered"
    BORDER_NOISE = "border_noise"


@dataclass(frozen=True, slots=True)
class Claim:
    """An actor, a movement, a place and a day.

    Attributes:
        actor: the side ("RU").
        movement: entered, holds or left.
        place: where.
        as_of: the last day whose ground may be looked at (YYYY-MM-DD).
    """

    actor: str
    movement: Movement
    place: Place
    as_of: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one group's map makes of a claim.

    Attributes:
        group: whose map it is.
        verdict: see `Judgement`.
        since: the day from which on it shows this, or None.
        area_km2: how large the ground is that it speaks of, or None.
        depth_km: how far behind the place's border that reaches, or None.
        reason: why, in a sentence or two.
    """

    group: str
    verdict: Judgement
    since: str | None
    area_km2: float | None
    depth_km: float | None
    reason: str


def km2(area: float) -> str:
    """An area in words: a decimal where it is small."""
    return f"{area:,.0f} km²" if area >= 100 else f"{area:.1f} km²" if area >= 1 else f"{area:.2f} km²"


def share(part: float, whole: float) -> str:
    """A share in words; what is not nothing is never shown as nothing."""
    percent = 100 * part / whole if whole else 0.0
    if 0 < percent < 0.1:
        return "less than 0.1 %"
    return f"{percent:.1f} %"
