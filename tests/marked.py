"""Statements marked in a text, for tests of what reads statements: who says what is given, not found.

``{s1 the envoy}`` is the source of statement 1, ``{q1 said}`` its cue and ``{c1 talks had failed}`` a part of
its content; marks may lie within each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import spacy

from parley.findings.dating import dated
from parley.language import mirror
from parley.language.times import find_times
from parley.language.tree import Doc
from parley.model import Source, Span, Speech, Statement

PUBLISHED = "2025-06-02"
_BLANK = spacy.blank("en")


def NLP(text: str) -> Doc:
    return mirror(_BLANK(text))


_OPEN = re.compile(r"\{([sqc])(\d) ")


def marked(text: str, speakers: Mapping[int, str] | None = None) -> tuple[Doc, list[Statement]]:
    """The document and the statements of a marked text; speakers go by their source words otherwise."""
    plain, spans, open_marks = "", {}, []
    while text:
        if mark := _OPEN.match(text):
            open_marks.append((mark[1], int(mark[2]), len(plain)))
            text = text[mark.end() :]
        elif text[0] == "}":
            kind, number, start = open_marks.pop()
            spans.setdefault((number, kind), []).append(Span(start, len(plain)))
            text = text[1:]
        else:
            plain, text = plain + text[0], text[1:]
    statements = []
    for number in sorted({number for number, _ in spans}):
        source = spans.get((number, "s"), [None])[0]
        name = (speakers or {}).get(number) or (source.of(plain) if source is not None else "")
        statements.append(
            Statement(
                evidence=(spans[number, "q"][0],),
                confidence=1.0,
                rule="test",
                speech=Speech.INDIRECT,
                source=Source(name, source) if source is not None else None,
                cue=spans[number, "q"][0],
                content=tuple(spans[number, "c"]),
            )
        )
    return NLP(plain), statements


def dates(
    text: str, speakers: Mapping[int, str] | None = None, published: str | None = PUBLISHED
) -> list[str | None]:
    """The date that each of a marked text's statements is given."""
    doc, statements = marked(text, speakers)
    found = dated(doc, statements, find_times(doc, published), published)
    return [statement.said_on for statement in found]
