"""Finds the time expressions of a document and resolves them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from parley.language.times import edtf
from parley.language.times.direction import Direction, direction_of
from parley.language.times.expression import TimeExpression
from parley.language.times.grammar import CORE, rules
from parley.language.times.phrase import Anchor, Phrase, Value
from parley.language.times.words import Word, symbols_of
from parley.language.tree import Doc
from parley.model import Span

_RUN = re.compile(r"[^.]+")
_CORE = re.compile(f"[{re.escape(CORE)}]")
# Leading words that a pattern needs but that are no part of the expression.
_LEADING = "bF"
# "GENEVA, March 14 (Agency) -": places in capitals, a date, then an agency or a dash.
_DATELINE_PLACE = re.compile(r"(?:^|\n)\s*(?:\W*[A-Z][A-Z.’'-]+[ ,/]+(?:[A-Z][\w.’'-]*[ ,/]+){0,4})$")
_DATELINE_END = re.compile(r"\s*(?:\(|[-–—]{1,2}\s)")
_DATELINE_REACH = 300


def find_times(doc: Doc, published: str | None, base: str | None = None) -> tuple[TimeExpression, ...]:
    """Finds the words that name a time, and says which time they name.

    Args:
        doc: a tokenised document; its tags and parse are used where it has them, to tell past from future.
        published: the day of publication, EDTF, or None where it is not known.
        base: the day to count relative times from, where that is not the day of publication nor the day of
            the report's dateline.

    Returns:
        The expressions in text order, none overlapping another. Spans are half-open character offsets.
        Relative times are left without a value, with the reason, where no day to count from is known.
    """
    symbols, words = symbols_of(doc)
    text = doc.text
    look = partial(direction_of, doc, doc.is_parsed)
    anchor = Anchor(edtf.parse_day(base) or edtf.parse_day(published), None)
    found: list[TimeExpression] = []
    for run in _RUN.finditer(symbols):
        last = max((match.start() for match in _CORE.finditer(symbols, run.start(), run.end())), default=-1)
        position = run.start()
        while position <= last:
            end, expression, focus = _at(symbols, words, position, partial(_phrase, doc, look, anchor))
            if expression is not None:
                found.append(expression)
                anchor = replace(anchor, focus=focus or anchor.focus)
                if base is None and focus and _is_dateline(text, expression.span):
                    anchor = replace(anchor, base=_dateline_base(focus, anchor.base))
            position = end
    return tuple(found)


def _at(
    symbols: str, words: list[Word | None], position: int, phrase: Callable[[tuple[Word, ...]], Phrase]
) -> tuple[int, TimeExpression | None, date | None]:
    """The expression that starts at `position`, if one does, and where to look on."""
    for rule in rules():
        match = rule.pattern.match(symbols, position)
        if match is None:
            continue
        matched = tuple(word for word in words[position : match.end()] if word is not None)
        while matched[0].symbol in _LEADING:
            matched = matched[1:]
        value = rule.read(phrase(matched))
        if value is not None:
            return match.end(), _expression(matched, value), value.focus
    return position + 1, None, None


def _phrase(
    doc: Doc, look: Callable[[int, int], Direction], anchor: Anchor, matched: tuple[Word, ...]
) -> Phrase:
    first, last = matched[0].token, matched[-1].token
    return Phrase(
        words=matched,
        anchor=anchor,
        before=doc[first - 1].lower_ if first else "",
        after=doc[last + 1].lower_ if last + 1 < len(doc) else "",
        look=partial(look, first, last),
    )


def _expression(matched: tuple[Word, ...], value: Value) -> TimeExpression:
    return TimeExpression(
        span=Span(matched[0].start, matched[-1].end),
        kind=value.kind,
        value=value.value,
        precision=value.precision,
        rule=value.rule,
        reason=value.reason,
        part_of_day=value.part_of_day,
    )


def _is_dateline(text: str, span: Span) -> bool:
    if span.start > _DATELINE_REACH:
        return False
    return bool(_DATELINE_PLACE.search(text[: span.start]) and _DATELINE_END.match(text, span.end))


def _dateline_base(dateline: date, base: date | None) -> date:
    """The dateline's day, unless it lies too far from publication to be when the report was written."""
    near = base is None or abs((dateline - base).days) <= 7
    return dateline if near or base is None else base
