"""Blocks of a text: its lines, or its paragraphs where somebody wrapped the lines by hand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from parley.model import Span

_LINE = re.compile(r"[^\n]+")
_SPACES = re.compile(r"[\n\t\u00a0\u2007\u2009\u202f]")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;”\"’')\]—–-]\s*$")
_FULL_STOP = re.compile(r"[.!?…][”\"’')\]]*\s*$")
_GOES_ON = re.compile(r"[,;:—–-]\s*$")
_LIST_ITEM = re.compile(r"(?:[-*•+]|\(?\d{1,3}[.)])\s|#{1,6}\s|\d+[.)]\s")
_ADDRESS = re.compile(r"https?://|www\.")

# Wire archives and government pages break lines at 65 to 80 characters, within a sentence at half or more of
# their line ends; texts with a paragraph a line hardly ever break within one. Addresses are not broken.
_WIDEST_WRAPPED = 100
_WRAPPED_SHARE = 0.35
_NARROWEST = 40  # a line that would still be shorter with the next word was not broken for want of room
_WRAPPED_LINES = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that stands by itself.

    Attributes:
        span: where it stands in the text, without the white space around it.
        words: its text with every line break and odd space made a plain space; offsets into both agree.
        lines: how many lines it takes.
        wrapped: whether the lines of the text it stands in are hard-wrapped.
    """

    span: Span
    words: str
    lines: int
    wrapped: bool


def blocks(text: str) -> list[Block]:
    """The blocks of `text`, in order: lines, or paragraphs where the lines are hard-wrapped."""
    lines = [span for found in _LINE.finditer(text) if (span := _trimmed(text, found.start(), found.end()))]
    wrapped = is_wrapped(text, lines)
    spans = _paragraphs(text, lines) if wrapped else lines
    return [_block(text, span, wrapped) for span in spans]


def unwrapped(text: str) -> str:
    """A hard-wrapped text with a blank in the place of each line end within a paragraph; others as they are.

    For those who read the words: the stored text stays what it is, and every offset is the same in both.
    """
    if "\n" not in text:
        return text
    lines = [span for found in _LINE.finditer(text) if (span := _trimmed(text, found.start(), found.end()))]
    if not is_wrapped(text, lines):
        return text
    parts, end = [], 0
    for paragraph in _paragraphs(text, lines):
        parts += [text[end : paragraph.start], paragraph.of(text).replace("\n", " ")]
        end = paragraph.end
    return "".join([*parts, text[end:]])


def is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether the lines of `text` were broken to fit a width, within sentences."""
    if any(span.end - span.start > _WIDEST_WRAPPED and not _ADDRESS.search(span.of(text)) for span in lines):
        return False
    followed = [(first, second) for first, second in pairwise(lines) if _adjacent(text, first, second)]
    broken = sum(_goes_on(text, first, second) for first, second in followed)
    return broken >= max(_WRAPPED_LINES, _WRAPPED_SHARE * len(followed))


def _block(text: str, span: Span, wrapped: bool) -> Block:
    words = span.of(text)
    return Block(span, _SPACES.sub(" ", words), words.count("\n") + 1, wrapped)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _adjacent(text: str, first: Span, second: Span) -> bool:
    return text.count("\n", first.end, second.start) == 1


def _goes_on(text: str, first: Span, second: Span) -> bool:
    return text[second.start].islower() and not _ENDS_A_SENTENCE.search(first.of(text))


def _paragraphs(text: str, lines: list[Span]) -> list[Span]:
    """The lines of a hard-wrapped text joined: a blank line, a list mark or an indent opens a paragraph."""
    merged: list[Span] = []
    before = 0
    for line in lines:
        indent = line.start - text.rfind("\n", 0, line.start) - 1
        if (
            merged
            and _adjacent(text, merged[-1], line)
            and not _opens(text, merged[-1], line, indent > before)
        ):
            merged[-1] = Span(merged[-1].start, line.end)
        else:
            merged.append(line)
        before = indent
    return merged


def _was_ended(text: str, paragraph: Span, line: Span) -> bool:
    """Whether the line before was ended on purpose: a sentence or heading ended with room left in it."""
    before, _, last = paragraph.of(text).rpartition("\n")
    first_word = line.of(text).split(None, 1)[0]
    at_top = not before and not text[: paragraph.start].strip()
    heading = at_top and not _GOES_ON.search(last)
    ended = heading or _FULL_STOP.search(last) is not None
    return ended and len(last.strip()) + len(first_word) < _NARROWEST and not first_word[0].islower()


def _opens(text: str, paragraph: Span, line: Span, indented: bool) -> bool:
    """Whether `line` begins a paragraph; under a list item, an indent only goes on with the item."""
    if _LIST_ITEM.match(line.of(text)) or _was_ended(text, paragraph, line):
        return True
    return indented and not _LIST_ITEM.match(paragraph.of(text))
