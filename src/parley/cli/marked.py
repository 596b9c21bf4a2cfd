"""A report's text with its findings marked: by colour, and by labels that need no colour.

A label stands in square brackets right before the words: the number of the statement and one letter for what
the words are, as in ``[3s the envoy] [3c said] [3i talks would go on]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from parley.cli.terminal import one_line, printable
from parley.views.marking import Mark, MarkKind, Piece

if TYPE_CHECKING:
    from rich.text import Text

_LETTERS = MappingProxyType(
    {
        MarkKind.SOURCE: "s",
        MarkKind.CUE: "c",
        MarkKind.DIRECT: "d",
        MarkKind.MIXED: "m",
        MarkKind.INDIRECT: "i",
        MarkKind.WITHHELD: "w",
        MarkKind.FURNITURE: "~",
        MarkKind.SPUN: "?",
    }
)
_MEANINGS = MappingProxyType(
    {
        MarkKind.SOURCE: "who says it",
        MarkKind.CUE: "the words that attribute",
        MarkKind.DIRECT: "said in these words",
        MarkKind.MIXED: "said, partly in these words",
        MarkKind.INDIRECT: "said, in the reporter's words",
        MarkKind.WITHHELD: "what was not said",
        MarkKind.FURNITURE: "not part of the story",
        MarkKind.SPUN: "likely changed by a machine",
    }
)
_STYLES = MappingProxyType(
    {
        MarkKind.SOURCE: "bold cyan",
        MarkKind.CUE: "italic magenta",
        MarkKind.DIRECT: "green",
        MarkKind.MIXED: "yellow",
        MarkKind.INDIRECT: "bright_blue",
        MarkKind.WITHHELD: "red",
        MarkKind.FURNITURE: "dim",
        MarkKind.SPUN: "reverse",
    }
)


def plain(pieces: Iterable[Piece]) -> str:
    """The text with labels in brackets, for pipes and for eyes that do not tell colours."""
    shown: list[str] = []
    for piece in pieces:
        shown.extend(_closing(mark) for mark in piece.closed)
        shown.extend(_opening(mark) for mark in piece.opened)
        shown.append(printable(piece.text))
    return "".join(shown)


def coloured(pieces: Iterable[Piece]) -> Text:
    """The text in colour, the innermost mark's on top; the labels stay, dimmed."""
    from rich.text import Text

    shown = Text()
    for piece in pieces:
        for mark in piece.closed:
            shown.append(_closing(mark), style="dim")
        for mark in piece.opened:
            shown.append(_opening(mark), style="dim")
        shown.append(printable(piece.text), style=" ".join(_STYLES[mark.kind] for mark in piece.inside))
    return shown


def legend(found: Sequence[Mark]) -> list[tuple[str, str, str]]:
    """Label, meaning and style of every kind of mark among those found, in a fixed order."""
    present = {mark.kind for mark in found}
    return [(_label_of(kind), _MEANINGS[kind], _STYLES[kind]) for kind in MarkKind if kind in present]


def _label_of(kind: MarkKind) -> str:
    numbered = kind not in (MarkKind.FURNITURE, MarkKind.SPUN)
    return f"[{'1' if numbered else ''}{_LETTERS[kind]} …]"


def _opening(mark: Mark) -> str:
    return f"[{mark.number or ''}{_LETTERS[mark.kind]} "


def _closing(mark: Mark) -> str:
    if mark.kind is MarkKind.SPUN and mark.note:
        return f" = {one_line(mark.note)}?]"
    return "]"
