"""Finds quoted passages, whatever marks a newsroom uses, and never fails on an odd count of them.

Marks are paired within a paragraph. A passage left open at the end of a paragraph goes on only if the next
paragraph opens with the same mark (the custom of long quotations); otherwise it ends with its sentence.
Apostrophes are told from single quotation marks by their surroundings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.model import Span

_PAIRS = {
    "“": '”“‟"',
    "„": "“”‟",
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’",
    "‚": "‘’",
    "”": "”",
    '"': '"”',
    "'": "'",
}
_PAIRS |= {"``": "''"}
_SINGLE = frozenset("‘’'")
_MARK = re.compile(r"``|''|[“”„‟«»‹›‘’‚\"']")
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"[.!?…]+(?=\s+[A-Z“\"‘]|\s*$)")
_ELISION = re.compile(r"['’‘](?:\d\ds?\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n['’]\B)", re.IGNORECASE)
_CLOSING_SINGLE = re.compile(r"(?<=\S)'(?!\w)")
_DIALOGUE = re.compile(r"\s*[—―]\s*(?=\w)")
_OPENING_CONTEXT = frozenset(" \t\u00a0\u2009([{—–-/:…")
_CLOSING_PUNCTUATION = frozenset(".,;:!?…)]}—–")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage.

    Attributes:
        span: the passage with its marks.
        inner: the words between the marks, without surrounding space.
        depth: 0 for a passage in the report's own text, 1 for one within another, and so on.
        continued: whether it is left open because the next paragraph goes on with it.
    """

    span: Span
    inner: Span
    depth: int
    continued: bool = False


@dataclass(frozen=True, slots=True)
class _Open:
    start: int
    after: int
    mark: str


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quoted passages of a text, in text order, outer ones before those within them."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        following = text[paragraphs[number + 1][0] :][:8].lstrip() if number + 1 < len(paragraphs) else ""
        found.extend(_paragraph_quotations(text, start, end, following))
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)))


def _paragraph_quotations(text: str, start: int, end: int, following: str) -> Iterator[Quotation]:
    dialogue = _DIALOGUE.match(text, start, end)
    if dialogue is not None:
        stop = _dialogue_end(text, dialogue.end(), end)
        yield from _quotation(text, Span(dialogue.start(), stop), dialogue.end(), stop, 0)
    stack: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        opened = _closes(stack, mark, text, at, after)
        if opened is not None:
            del stack[opened + 1 :]
            inner = stack.pop()
            yield from _quotation(text, Span(inner.start, after), inner.after, at, len(stack))
        elif _opens(text, match, end):
            stack.append(_Open(at, after, mark))
    for depth, left in enumerate(stack):
        continued = following.startswith(left.mark)
        if left.mark in _SINGLE and not continued:
            continue
        stop = end if continued else _sentence_end(text, left.after, end)
        whole = Span(left.start, stop)
        for quotation in _quotation(text, whole, left.after, stop, depth):
            yield replace(quotation, continued=continued)


def _quotation(text: str, whole: Span, after: int, stop: int, depth: int) -> Iterator[Quotation]:
    first, last = after, stop
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if first < last:
        yield Quotation(whole, Span(first, last), depth)


def _closes(stack: list[_Open], mark: str, text: str, at: int, after: int) -> int | None:
    """Which open passage a mark closes, counted from the outermost; None where it closes none."""
    before = text[at - 1] if at else " "
    following = text[after] if after < len(text) else " "
    for number in range(len(stack) - 1, -1, -1):
        opened = stack[number]
        if mark not in _PAIRS.get(opened.mark, "") or at == opened.after:
            continue
        if mark in _SINGLE and not _closing_single(text, before, following, after):
            return None
        if mark in {'"', "“"} and before.isspace() and following.isalnum():
            return None
        return number
    return None


def _closing_single(text: str, before: str, following: str, after: int) -> bool:
    if following.isalnum() or before.isspace():
        return False
    if before in _CLOSING_PUNCTUATION or not following.isspace():
        return True
    # "the workers' demands": a plural's apostrophe, if a better closing mark comes in the same paragraph.
    if before in "sS":
        rest = text[after : text.find("\n", after) if "\n" in text[after:] else len(text)]
        return re.search(r"[.,!?…]['’](?!\w)", rest) is None
    return True


def _opens(text: str, match: re.Match[str], end: int) -> bool:
    mark, at, after = match.group(), match.start(), match.end()
    before = text[at - 1] if at and text[at - 1] != "\n" else " "
    following = text[after] if after < end else " "
    if mark == "''" or mark not in _PAIRS or following.isspace():
        return False
    if mark in _SINGLE:
        if mark == "’" or before.isalnum() or not following.isalnum() or _ELISION.match(text, at):
            return False
        return mark != "'" or _CLOSING_SINGLE.search(text, after, end) is not None
    if mark in {"”", "»"}:
        return before in _OPENING_CONTEXT and following.isalnum()
    if mark == '"':
        return not before.isalnum() or text.find('"', after, end) >= 0
    return True


def _sentence_end(text: str, start: int, end: int) -> int:
    match = _SENTENCE_END.search(text, start, end)
    return match.end() if match is not None else end


def _dialogue_end(text: str, start: int, end: int) -> int:
    """Where a passage opened by a dash ends: at the next dash, or with the paragraph."""
    for dash in ("—", "―"):
        found = text.find(dash, start, end)
        if found > 0:
            return found
    return end
