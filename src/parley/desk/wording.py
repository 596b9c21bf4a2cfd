"""Stances in the words they had: a machine's rewording never speaks where a clean copy does."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.desk.families import Asking, Families
from parley.desk.quoting import Finds
from parley.model import Position
from parley.views.board import Stand

_LOOKED_AT = 6


@dataclass(frozen=True, slots=True)
class Worded:
    """A stance as it may be shown.

    Attributes:
        stand: the stance, its words from a clean report where there is one.
        altered: whether only rewordings tell of it.
    """

    stand: Stand
    altered: bool


def worded(store: Finds, known: Families | Asking, stand: Stand) -> Worded:
    """A stance in clean words where a clean report tells of it, marked where none does."""
    altered = {report for report in stand.reports if known.is_altered(report)}
    if not altered:
        return Worded(stand, False)
    if len(altered) == len(stand.reports):
        return Worded(stand, True)
    for finding in stand.findings[:_LOOKED_AT]:
        stored = store.finding(finding)
        position = stored.finding
        if stored.report.id not in altered and isinstance(position, Position):
            clean = replace(
                stand,
                on=(position.on,),
                conditions=position.conditions,
                reports=_first(stored.report.id, stand.reports),
                findings=_first(finding, stand.findings),
            )
            return Worded(clean, False)
    return Worded(stand, True)


def _first(one: str, several: tuple[str, ...]) -> tuple[str, ...]:
    return (one, *(other for other in several if other != one))
