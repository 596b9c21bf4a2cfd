"""How a finding is known: each of its parts with its place in the text, and what made it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from parley.model import Report, Span, cover
from parley.record.entries import StoredFinding

_ASIDE = frozenset({"type", "id", "report", "engine", "confidence", "rule", "checked"})
"""Keys of a finding's object that say where it comes from; an explanation gives them places of their own."""

_CALLED = MappingProxyType(
    {("source", "mention"): "source", ("source", "name"): "speaker", ("via",): "embedded in"}
)
"""Fields that people call otherwise."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the report that are part of a finding.

    Attributes:
        name: what they are: ``source``, ``cue``, ``content``, ``evidence``.
        span: where they stand.
        words: ``text[span.start:span.end]``.
    """

    name: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything a person needs to judge one finding.

    Attributes:
        value: the finding in the findings format, with the rule that made it and its confidence.
        report: the report it is of.
        parts: the words it rests on, in the order of its fields.
        facts: what it says beyond them, as names and values; what the report does not say is left out.
        passage: the paragraphs around all parts.
        current: False where a later reading of the report has taken the place of this finding's.
    """

    value: Mapping[str, Any]
    report: Report
    parts: tuple[Part, ...]
    facts: tuple[tuple[str, str], ...]
    passage: Span
    current: bool


def explain(stored: StoredFinding) -> Explanation:
    """Lays a finding of the record open."""
    value = stored.object
    every = tuple(_parts(_own_fields(value), ()))
    named = {part.span for part in every if part.name != "evidence"}
    parts = tuple(part for part in every if part.name != "evidence" or part.span not in named)
    return Explanation(
        value=value,
        report=stored.report,
        parts=parts,
        facts=facts_of(value),
        passage=_paragraphs(stored.report.text, cover(tuple(part.span for part in parts))),
        current=stored.current,
    )


def facts_of(value: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What a finding in the findings format says beyond its words, as names and values."""
    return tuple(_facts(_own_fields(value), ()))


def _own_fields(value: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: inner for name, inner in value.items() if name not in _ASIDE}


def _parts(value: Any, path: tuple[str, ...]) -> Iterator[Part]:
    """Every span inside a value, named by the fields that lead to it."""
    if isinstance(value, Mapping):
        if "start" in value and "end" in value:
            yield Part(_name(path), Span(value["start"], value["end"]), value["text"])
            return
        for key, inner in value.items():
            yield from _parts(inner, (*path, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _parts(inner, path)


def _facts(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Everything inside a value that is known and is not a span."""
    if isinstance(value, Mapping):
        if "start" not in value:
            for key, inner in value.items():
                yield from _facts(inner, (*path, key))
    elif isinstance(value, list):
        words = "; ".join(inner for inner in value if isinstance(inner, str))
        if words:
            yield _name(path), words
    elif path == ("verbatim",):
        yield "wording", "the report’s own" if value else "reworded by a machine"
    elif value is not None:
        yield _name(path), ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _name(path: tuple[str, ...]) -> str:
    """What people call a field: ``source.mention`` is the source, ``said_on`` is said on."""
    return _CALLED.get(path, path[-1]).replace("_", " ")


def _paragraphs(text: str, inner: Span) -> Span:
    """The whole paragraphs that hold a span."""
    start = text.rfind("\n", 0, inner.start) + 1
    end = text.find("\n", inner.end)
    return Span(start, len(text) if end < 0 else end)
