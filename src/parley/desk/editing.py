"""What a person can put right in a finding: its fields, what each says now, and the words some may have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from parley.desk.showing import short
from parley.model import Finding
from parley.model.corrections import correctable
from parley.model.findings import EncounterStatus, Speech, Stance

_CALLED = MappingProxyType(
    {"source.name": "speaker", "source.role": "role", "source.on_behalf_of": "for", "said_on": "said on"}
)
_MOST_OF_NOW = 40

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "statement": tuple(map(str, Speech)),
        "encounter": tuple(map(str, EncounterStatus)),
        "position": tuple(map(str, Stance)),
    }
)
"""By type of finding the words that its speech, status or stance may have."""


@dataclass(frozen=True, slots=True)
class Editable:
    """A field that can be put right.

    Attributes:
        field: its name in the findings format.
        called: what people call it.
        now: what it says, or "nothing".
    """

    field: str
    called: str
    now: str


def editable(finding: Finding, value: Mapping[str, Any]) -> tuple[Editable, ...]:
    """The fields of a finding that a person can put right.

    Args:
        finding: the finding.
        value: the same in the findings format.
    """
    return tuple(_each(correctable(finding), value))


def _each(fields: tuple[str, ...], value: Mapping[str, Any]) -> Iterator[Editable]:
    for field in fields:
        now: Any = value
        for name in field.split("."):
            now = now.get(name) if isinstance(now, Mapping) else None
        called = _CALLED.get(field, field.replace("_", " "))
        yield Editable(field, called, short(_said(now), _MOST_OF_NOW) or "nothing")


def _said(now: object) -> str:
    if isinstance(now, list | tuple):
        return "; ".join(one["text"] if isinstance(one, Mapping) else str(one) for one in now)
    if isinstance(now, Mapping):
        return str(now.get("text", ""))
    if isinstance(now, bool):
        return "yes" if now else "no"
    return "" if now is None else str(now)
