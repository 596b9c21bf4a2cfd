"""What people decide about the record: rulings, each signed, dated, with its reason, and never changed.

A ruling names what it is about by words and places, not by anything an engine numbers, so that it still finds
it after a re-reading: a finding by its report, its type and where it stands; a person by name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from parley.model.codec import NotInFormat, Object

SCHEME = "parley-ruling-1"
"""Names the way ids of rulings are made."""

ID_LETTER = "r"
"""First letter of a ruling's id; no finding's id begins with it."""

_DIGITS = 16


class RulingKind(StrEnum):
    """What a ruling does."""

    CONFIRM = "confirm"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    MOVE = "move"
    UNDO = "undo"


class Checked(StrEnum):
    """Whether a person has looked at a finding, and what came of it."""

    MACHINE = "machine"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Ruling:
    """One decision of a person.

    Attributes:
        kind: see `RulingKind`.
        by: who decided.
        at: when, ISO 8601 in UTC with microseconds; later rulings prevail over earlier ones.
        why: the reason, perhaps empty.
        target: what it is about, as JSON has it (see `docs/record.md`).
        value: what is to hold, as JSON has it.
    """

    kind: RulingKind
    by: str
    at: str
    why: str
    target: Mapping[str, Any]
    value: Mapping[str, Any]

    @property
    def id(self) -> str:
        """A letter and 16 hexadecimal digits, the same wherever the ruling is kept."""
        parts = [SCHEME, self.kind.value, self.by, self.at, self.why, self.target, self.value]
        array = json.dumps(parts, separators=(",", ":"), sort_keys=True)
        return ID_LETTER + hashlib.sha256(array.encode("ascii")).hexdigest()[:_DIGITS]

    @property
    def order(self) -> tuple[str, str]:
        """What rulings are ordered by: when they were made."""
        return self.at, self.id


def encode_ruling(ruling: Ruling) -> Object:
    """A ruling as a JSON object of ``type`` "ruling"."""
    return {
        "type": "ruling",
        "id": ruling.id,
        "kind": ruling.kind.value,
        "by": ruling.by,
        "at": ruling.at,
        "why": ruling.why,
        "target": dict(ruling.target),
        "value": dict(ruling.value),
    }


def decode_ruling(item: Mapping[str, Any]) -> Ruling:
    """The ruling that `encode_ruling` made this object of.

    Raises:
        NotInFormat: when it is none, or its id is not the one its words give (somebody has changed them).
    """
    if item.get("type") != "ruling":
        raise NotInFormat(f"A ruling is of type 'ruling', not {item.get('type')!r}.")
    for name in ("kind", "by", "at", "why"):
        if not isinstance(item.get(name), str):
            raise NotInFormat(f"A ruling needs {name!r}.")
    for name in ("target", "value"):
        if not isinstance(item.get(name), Mapping):
            raise NotInFormat(f"A ruling needs {name!r}, an object.")
    if item["kind"] not in tuple(RulingKind):
        raise NotInFormat(f"No ruling is of kind {item['kind']!r}; there are {', '.join(RulingKind)}.")
    ruling = Ruling(
        RulingKind(item["kind"]), item["by"], item["at"], item["why"], item["target"], item["value"]
    )
    if item.get("id", ruling.id) != ruling.id:
        raise NotInFormat(f"Ruling {item['id']} does not say what it said when it was signed.")
    return ruling


def in_force(rulings: tuple[Ruling, ...]) -> tuple[Ruling, ...]:
    """The rulings that hold, in the order they were made: those that no ruling in force undoes.

    An undoing can itself be undone; what it undid then holds again. The order of `rulings` does not matter.
    """
    undone: set[str] = set()
    holding = []
    for ruling in sorted(rulings, key=lambda one: one.order, reverse=True):
        if ruling.id in undone:
            continue
        holding.append(ruling)
        if ruling.kind is RulingKind.UNDO:
            undone.add(str(ruling.target.get("ruling")))
    return tuple(reversed(holding))


def checked_of(states: Iterable[Checked]) -> Checked:
    """What people made of a thing that several findings tell alike: what they made of any of them."""
    several = set(states)
    for state in (Checked.CORRECTED, Checked.CONFIRMED):
        if state in several:
            return state
    return Checked.MACHINE
