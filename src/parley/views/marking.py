"""Where the findings stand in a report's text: the ground of every view that shows a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from parley.model import ReadReport, Span, Speech, Statement


class MarkKind(StrEnum):
    """What a marked passage is."""

    SOURCE = "source"
    CUE = "cue"
    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    WITHHELD = "withheld"
    FURNITURE = "furniture"
    SPUN = "spun"


_CONTENT = {
    Speech.DIRECT: MarkKind.DIRECT,
    Speech.INDIRECT: MarkKind.INDIRECT,
    Speech.MIXED: MarkKind.MIXED,
    Speech.WITHHELD: MarkKind.WITHHELD,
}
_OUTERMOST_FIRST = (
    MarkKind.FURNITURE,
    MarkKind.DIRECT,
    MarkKind.MIXED,
    MarkKind.INDIRECT,
    MarkKind.WITHHELD,
    MarkKind.SOURCE,
    MarkKind.CUE,
    MarkKind.SPUN,
)
_DEPTH = {kind: depth for depth, kind in enumerate(_OUTERMOST_FIRST)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of a report's text and what it is.

    Attributes:
        span: where it stands.
        kind: what it is.
        number: which statement it belongs to, counted from 1 in text order; None for the other kinds.
        note: more about it: the kind of furniture, the likely words behind a spun phrase.
    """

    span: Span
    kind: MarkKind
    number: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in which no mark begins or ends.

    Attributes:
        text: the words; empty at the end of a text that ends with a mark.
        closed: marks that end right before it, innermost first.
        opened: marks that begin (or go on after a crossing mark ended) right at it, outermost first.
        inside: all marks that cover it, outermost first.
    """

    text: str
    closed: tuple[Mark, ...]
    opened: tuple[Mark, ...]
    inside: tuple[Mark, ...]


def marks(read: ReadReport) -> tuple[Mark, ...]:
    """All passages of a report that a reader wants to see marked, in text order."""
    found: list[Mark] = []
    for number, statement in enumerate(read.statements, start=1):
        found.extend(_marks_of(statement, number))
    found.extend(Mark(part.span, MarkKind.FURNITURE, note=part.kind) for part in read.report.furniture)
    found.extend(Mark(phrase.span, MarkKind.SPUN, note=phrase.likely) for phrase in read.paraphrase.phrases)
    return tuple(sorted(found, key=_outermost_first))


def _marks_of(statement: Statement, number: int) -> Iterator[Mark]:
    if statement.source is not None:
        yield Mark(statement.source.mention, MarkKind.SOURCE, number)
    if statement.cue is not None:
        yield Mark(statement.cue, MarkKind.CUE, number)
    for span in statement.content:
        yield Mark(span, _CONTENT[statement.speech], number)


def _outermost_first(mark: Mark) -> tuple[int, int, int, int]:
    return mark.span.start, -mark.span.end, _DEPTH[mark.kind], mark.number or 0


def pieces(text: str, found: Sequence[Mark]) -> Iterator[Piece]:
    """Cuts a text where marks begin and end; joined again, the pieces are the text.

    Marks that cross are cut: the one that began later goes on, in a second part, after the first ended.

    Args:
        text: the report's stored text.
        found: marks whose spans lie inside it, as `marks` gives them.
    """
    edges = {0, len(text)}
    edges.update(edge for mark in found for edge in (mark.span.start, mark.span.end))
    stops = sorted(edges)
    waiting = list(reversed(sorted(found, key=_outermost_first)))
    inside: list[Mark] = []
    for position, start in enumerate(stops):
        closed, opened = _close(inside, start)
        while waiting and waiting[-1].span.start == start:
            opened.append(waiting.pop())
        opened.sort(key=lambda mark: (-mark.span.end, _DEPTH[mark.kind], mark.number or 0))
        inside.extend(opened)
        end = stops[position + 1] if position + 1 < len(stops) else len(text)
        if start < end or closed:
            yield Piece(text[start:end], tuple(closed), tuple(opened), tuple(inside))


def _close(inside: list[Mark], position: int) -> tuple[list[Mark], list[Mark]]:
    """Takes out the marks that end at a position; gives them, and those that go on after them."""
    ending = [depth for depth, mark in enumerate(inside) if mark.span.end <= position]
    if not ending:
        return [], []
    taken = inside[ending[0] :]
    del inside[ending[0] :]
    return list(reversed(taken)), [mark for mark in taken if mark.span.end > position]
