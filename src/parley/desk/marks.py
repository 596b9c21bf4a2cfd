"""A report's text with all its findings marked: what the reader page lays out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from parley.model import Span
from parley.views.marking import Mark, MarkKind, pieces

LETTERS: Mapping[str, str] = MappingProxyType(
    {
        "source": "s",
        "cue": "c",
        "direct": "d",
        "indirect": "i",
        "mixed": "m",
        "withheld": "w",
        "encounter": "E",
        "proposal": "P",
        "position": "O",
        "commitment": "C",
        "event": "V",
        "spun": "~",
        "furniture": "f",
    }
)
"""The letter that labels each kind of mark beside its underline."""


_KNOWN = frozenset(kind.value for kind in MarkKind)


@dataclass(frozen=True, slots=True)
class Tag:
    """What one mark of the page is.

    Attributes:
        kind: a key of `LETTERS`.
        finding: id of its finding, or "".
        label: number and letter, printed at its beginning.
        note: more about it, or "".
        lit: whether it is what the address asks to be lit.
        first: whether it begins here; else it goes on after a crossing mark.
    """

    kind: str
    finding: str
    label: str
    note: str
    lit: bool
    first: bool = True


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text between two edges of marks.

    Attributes:
        opened: marks that begin at it, outermost first.
        words: the text.
        closed: how many marks end before it.
    """

    closed: int
    opened: tuple[Tag, ...]
    words: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark with the finding it is of."""

    span: Span
    tag: Tag


def runs(text: str, part: Span, objects: Sequence[Mapping[str, Any]], lit: str | None) -> Iterator[Run]:
    """A part of a report's text, cut where marks begin and end.

    Args:
        text: the whole text.
        part: the part that is shown.
        objects: the report's object and its findings, in the findings format.
        lit: id of the finding to light, or None.
    """
    placed = [one for one in _placed(objects, lit) if one.span.overlaps(part)]
    marks, tags = [], {}
    for number, one in enumerate(placed):
        start, end = max(one.span.start, part.start), min(one.span.end, part.end)
        kind = one.tag.kind if one.tag.kind in _KNOWN else MarkKind.DIRECT
        mark = Mark(Span(start - part.start, end - part.start), MarkKind(kind), number)
        marks.append(mark)
        tags[number] = one.tag
    begun: set[int] = set()
    for piece in pieces(part.of(text), marks):
        opened = []
        for mark in piece.opened:
            number = mark.number or 0
            tag = tags[number]
            first = number not in begun
            begun.add(number)
            opened.append(Tag(tag.kind, tag.finding, tag.label if first else "", tag.note, tag.lit, first))
        yield Run(len(piece.closed), tuple(opened), piece.text)


def _placed(objects: Sequence[Mapping[str, Any]], lit: str | None) -> Iterator[_Placed]:
    """Every mark of a report: of its statements each part, of other findings the evidence."""
    report, *findings = objects
    for one in report["furniture"]:
        yield _at(one, Tag("furniture", "", "", f"not the story: {one['kind']}", False))
    for one in report["paraphrase"]["phrases"]:
        likely = (
            f"likely “{one['likely']}” before a machine changed it"
            if one["likely"]
            else "changed by a machine"
        )
        yield _at(one, Tag("spun", "", "~", likely, False))
    number = 0
    for value in findings:
        if value["type"] == "mention":
            continue
        number += 1
        for kind, one in _parts(value):
            note = f"{value['type']} {number}: {kind}"
            tag = Tag(kind, value["id"], f"{number}{LETTERS[kind]}", note, value["id"] == lit)
            yield _at(one, tag)


def _parts(value: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The parts of a finding that are marked, each with its kind."""
    if value["type"] != "statement":
        for one in value["evidence"]:
            yield value["type"], one
        return
    if value["source"]:
        yield "source", value["source"]["mention"]
    if value["cue"]:
        yield "cue", value["cue"]
    for one in value["content"]:
        yield value["speech"], one


def _at(value: Mapping[str, Any], tag: Tag) -> _Placed:
    return _Placed(Span(value["start"], value["end"]), tag)


def parts_of(text: str, most: int) -> tuple[Span, ...]:
    """A long text in parts of about `most` characters, cut between paragraphs where it can be."""
    found, start = [], 0
    while len(text) - start > most:
        end = text.rfind("\n", start + most // 2, start + most) + 1
        if not end:
            end = text.rfind(" ", start + most // 2, start + most) + 1 or start + most
        found.append(Span(start, end))
        start = end
    if start < len(text):
        found.append(Span(start, len(text)))
    return tuple(found)
