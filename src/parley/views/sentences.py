"""The sentences of a stored text, told from its signs alone: for questions asked without a parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.model import Report, Span
from parley.vocabulary.coverage import coverage_words

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")
_LINE = re.compile(r"[^\n]+")
_INITIALS = re.compile(r"(?:^|[\s(“\"‘])(?:[A-Za-z]\.)+$")


def sentences(report: Report) -> Iterator[Span]:
    """The sentences of a report in text order; no sentence goes on over a line's end, furniture is left out.

    Args:
        report: the report.
    """
    for line in _LINE.finditer(report.text):
        start = line.start()
        for end in sentence_ends(line.group()):
            span = _trimmed(report.text, start, line.start() + end)
            start = line.start() + end
            if span is not None and not any(part.span.overlaps(span) for part in report.furniture):
                yield span


def sentence_ends(line: str) -> Iterator[int]:
    """Where the sentences of a line end, its own end included; points that only shorten a word end none."""
    for sign in _END.finditer(line):
        if not _abbreviated(line[: sign.end()]):
            yield sign.end()
    yield len(line)


def _abbreviated(before: str) -> bool:
    """Whether a text ends on a point that only shortens a word ("Mr.", "U.S.", "J.")."""
    last = before.split()[-1].lstrip("“\"‘'(")
    return last in coverage_words().abbreviations or _INITIALS.search(before) is not None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
