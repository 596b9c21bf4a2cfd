"""Ground that a group moved from one heading to another: its own stated areas betray it.

A map of 8 March 2025 gained 349 square kilometres in one day, and the same group's layer of advances lost
349 on
that day: nobody had moved. Where both layers are in the store, joining them before comparing is enough; where
only one is, the areas that its copy states by day tell it.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from parley.ground.store import GroundStore

_LEAST_STEP_KM2 = 20.0
_ALIKE = 0.5

_TIERS = {"isw-control": "ukraine_control_map", "isw-advances": "russian_advances"}
"""The heading of a series among the areas a group states."""


@dataclass(frozen=True, slots=True)
class Relabelled:
    """What was relabelled within a period: square kilometres, of which side, where, and how it is known."""

    km2: float = 0.0
    side: str = ""
    area: str = ""
    notes: tuple[str, ...] = ()


def relabelled_km2(store: GroundStore, group: str, days: tuple[str, str], series: set[str]) -> Relabelled:
    """Square kilometres that a group moved into what is compared from headings that are not.

    Args:
        store: with the areas a group states.
        group: whose.
        days: from, to.
        series: the names of those compared.
    """
    tiers = {_TIERS[name] for name in series if name in _TIERS}
    others = set(_TIERS.values()) - tiers
    if not tiers or not others:
        return Relabelled()
    own, other = _by_day(store, group, tiers, days), _by_day(store, group, others, days)
    total, notes = 0.0, []
    shared = sorted(own.keys() & other.keys())
    for earlier, day in itertools.pairwise(shared):
        rise, fall = own[day] - own[earlier], other[earlier] - other[day]
        if rise >= _LEAST_STEP_KM2 and fall >= _ALIKE * rise:
            total += min(rise, fall)
            notes.append(
                f"On {day} {rise:.0f} km² came into {', '.join(sorted(tiers))} while {fall:.0f} km² left"
                f" {', '.join(sorted(others))}: relabelled, not moved."
            )
    if total and shared:
        change = own[shared[-1]] + other[shared[-1]] - own[shared[0]] - other[shared[0]]
        notes.append(
            f"By the areas it states, both together changed by {change:+.0f} km² from {shared[0]} to"
            f" {shared[-1]}."
        )
    within = {
        name for one in store.series() if one.name in series and one.name in _TIERS for name in one.include
    }
    area = within.pop() if len(within) == 1 else ""
    return Relabelled(total, "RU" if total else "", area, tuple(notes))


def _by_day(store: GroundStore, group: str, tiers: set[str], days: tuple[str, str]) -> dict[str, float]:
    marks = ",".join("?" * len(tiers))
    query = (
        f"SELECT day, sum(km2) FROM totals WHERE grp = ? AND tier IN ({marks}) AND day BETWEEN ? AND ?"
        f" GROUP BY day"
    )
    rows = store.connection.execute(query, (group, *sorted(tiers), *days)).fetchall()
    return {str(day): float(area) for day, area in rows}
