"""Putting one field of a finding right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeVar

from parley.model.codec import NotInFormat, from_object, to_object
from parley.model.findings import Finding, Statement
from parley.model.identifiers import type_name

SomeFinding = TypeVar("SomeFinding", bound=Finding)
FieldValue = str | tuple[str, ...] | bool | None
"""What a person can put in a field."""

_NOT_CORRECTABLE = frozenset({"evidence", "confidence", "rule", "via", "content", "cue", "mention"})
_CALLED: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "statement": {
            "speaker": "source.name",
            "name": "source.name",
            "role": "source.role",
            "for": "source.on_behalf_of",
            "on_behalf_of": "source.on_behalf_of",
            "date": "said_on",
        },
        "encounter": {"date": "on"},
        "proposal": {"date": "on"},
        "position": {"date": "as_of"},
        "event": {"date": "on"},
    }
)
"""Other names of fields, by type: what people call them."""

DATE_FIELDS = frozenset({"said_on", "on", "as_of"})
"""Fields that hold a date (of a position `on` is what it is on, and none)."""


class CannotCorrect(ValueError):
    """A finding has no such field, or the field cannot hold that; the message says which."""


def field_of(type: str, called: str) -> str:
    """The field of a finding that people call so: "speaker" of a statement is ``source.name``."""
    bare = called.strip().lower().replace("-", "_").replace(" ", "_")
    return _CALLED.get(type, {}).get(bare, bare)


def value_at(finding: Finding, field: str) -> Any:
    """What a field of a finding holds, as JSON has it; None where an outer field is empty.

    Raises:
        CannotCorrect: when there is no such field.
    """
    value: Any = to_object(finding)
    for name in _path(finding, field):
        value = None if value is None else value[name]
    return value


def correctable(finding: Finding) -> tuple[str, ...]:
    """The fields of a finding that a person can put right."""
    own = [name for name in to_object(finding) if name not in _NOT_CORRECTABLE and name != "source"]
    if isinstance(finding, Statement):
        own += ["source.name", "source.role", "source.on_behalf_of"]
    return tuple(own)


def corrected(finding: SomeFinding, field: str, value: Any) -> SomeFinding:
    """The finding with another value in one field.

    Args:
        finding: as it was.
        field: as `field_of` gives it.
        value: as JSON has it; a list for a field that holds several.

    Raises:
        CannotCorrect: when it has no such field, or the field cannot hold the value.
    """
    path = _path(finding, field)
    whole = to_object(finding)
    inner = whole
    for name in path[:-1]:
        if inner[name] is None:
            inner[name] = _nobody(finding)
        inner = inner[name]
    inner[path[-1]] = list(value) if isinstance(value, tuple) else value
    if field == "source.name" and value is None:
        whole["source"] = None
    try:
        return from_object(type(finding), whole)
    except NotInFormat as error:
        raise CannotCorrect(str(error)) from error


def parsed(finding: Finding, field: str, words: str) -> Any:
    """What a person typed as the value of a field, as JSON has it: several parted by ";", nothing for none.

    Raises:
        CannotCorrect: when there is no such field.
    """
    before = value_at(finding, field)
    if isinstance(before, Sequence) and not isinstance(before, str):
        return [part.strip() for part in words.split(";") if part.strip()]
    if isinstance(before, bool):
        if words.strip().lower() not in ("true", "false", "yes", "no"):
            raise CannotCorrect(f"{field} is yes or no, not {words!r}.")
        return words.strip().lower() in ("true", "yes")
    return words.strip() or None


def _path(finding: Finding, field: str) -> tuple[str, ...]:
    if field not in correctable(finding):
        known = ", ".join(correctable(finding))
        raise CannotCorrect(f"A {type_name(finding)} has no field {field!r} to correct; it has {known}.")
    return tuple(field.split("."))


def _nobody(finding: Finding) -> Any:
    """A source nobody named: where its cue or its words stand."""
    cue = finding.cue if isinstance(finding, Statement) else None
    return {"name": "", "mention": to_object(cue or finding.evidence[0]), "role": None, "on_behalf_of": None}
