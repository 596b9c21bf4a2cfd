"""Which finding of a reading a ruling is about.

A ruling keeps the id of the finding it was made on, where its words stand, and its fields as the person saw
them. A later engine that finds the same words gives the same id. Where it cuts them a little differently, the
finding is the one of the same type and the same party, form or name whose words cover the same place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from parley.record.names import searchable

ENOUGH = 0.5
"""What share of the words of both must be the same words."""

_TOLD_APART_BY: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "encounter": ("form",),
        "position": ("party",),
        "commitment": ("party",),
        "event": ("code",),
        "mention": ("name",),
    }
)
"""Fields a finding must share with what the person saw, by type: several may rest on one sentence."""


class _Candidate(Protocol):
    """What is looked at: a row of `findings`."""

    @property
    def id(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def payload(self) -> Any: ...


Candidate = TypeVar("Candidate", bound=_Candidate)


def anchor(report: str, row: _Candidate, quote: str, seen: Mapping[str, Any]) -> dict[str, Any]:
    """What a ruling keeps of the finding it is about.

    Args:
        report: the report's id.
        row: the finding.
        quote: its words, for people.
        seen: its fields as the person saw them, spans as offsets.
    """
    return {"report": report, "type": row.type, "finding": row.id, "quote": quote, "seen": dict(seen)}


def anchored(target: Mapping[str, Any], candidates: Iterable[Candidate]) -> Candidate | None:
    """The finding a ruling's target is about, among those of its report's current reading; None: none is."""
    of_type = [row for row in candidates if row.type == target.get("type")]
    for row in of_type:
        if row.id == target.get("finding"):
            return row
    seen = target.get("seen") or {}
    rated = [(_likeness(row, seen), row) for row in of_type if _same_thing(row, seen)]
    best = max(rated, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < ENOUGH or sum(share == best[0] for share, _ in rated) > 1:
        return None
    return best[1]


def _same_thing(row: _Candidate, seen: Mapping[str, Any]) -> bool:
    return all(
        _folded(row.payload.get(name)) == _folded(seen.get(name)) for name in _TOLD_APART_BY.get(row.type, ())
    )


def _folded(value: object) -> str:
    return searchable(value) if isinstance(value, str) else str(value)


def _likeness(row: _Candidate, seen: Mapping[str, Any]) -> float:
    """The share of characters that both cite, of those that one of them does."""
    ours, theirs = _characters(row.payload), _characters(seen)
    return len(ours & theirs) / len(ours | theirs) if ours and theirs else 0.0


def _characters(fields: Mapping[str, Any]) -> set[int]:
    """The places of the characters a finding rests on: what is said, else its evidence."""
    spans: Sequence[Mapping[str, int]] = fields.get("content") or fields.get("evidence") or ()
    return {place for span in spans for place in range(span["start"], span["end"])}
