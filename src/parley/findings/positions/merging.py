"""One position a party, stance and thing in a report: what is told again is more evidence for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.model import Position
from parley.vocabulary.proposals import same_version, thing_of

# Different words for a thing, so near to each other, are one telling of it.
_NEAR = 400


def distinct(found: Sequence[Position]) -> tuple[Position, ...]:
    """Positions without repetition, in text order.

    The same party with the same stance on the same thing, held or ascribed by the same teller, is one
    position; each place that tells it is evidence, and conditions given at any of them are kept.

    Args:
        found: the positions as they were read, each from one place.
    """
    kept: list[Position] = []
    for one in sorted(found, key=lambda position: (position.evidence, position.party)):
        place = next((number for number, other in enumerate(kept) if _same(other, one)), None)
        if place is None:
            kept.append(one)
        else:
            kept[place] = _joined(kept[place], one)
    return tuple(sorted(kept, key=lambda position: (position.evidence, position.party)))


def _same(first: Position, second: Position) -> bool:
    if (first.party, first.stance) != (second.party, second.stance):
        return False
    if first.evidence[0].overlaps(second.evidence[0]):
        return True
    told_alike = (first.holder, first.ascribed_by) == (second.holder, second.ascribed_by)
    near = abs(first.evidence[-1].start - second.evidence[0].start) < _NEAR
    return _alike(first.on, second.on) and (near or told_alike)


def _alike(first: str, second: str) -> bool:
    """Whether two labels name the same thing."""
    if first.lower() == second.lower():
        return True
    thing = thing_of(first)
    return thing is not None and thing == thing_of(second) and same_version(first, second)


def _joined(known: Position, again: Position) -> Position:
    conditions = dict.fromkeys((*known.conditions, *again.conditions))
    return replace(
        known,
        evidence=tuple(sorted({*known.evidence, *again.evidence})),
        conditions=tuple(conditions),
        on=again.on if thing_of(known.on) is None and len(again.on) < len(known.on) else known.on,
        as_of=known.as_of or again.as_of,
        issue=known.issue or again.issue,
    )
