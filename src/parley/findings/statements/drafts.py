"""A statement on its way: what attributes, who, and which words, before the source is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.syntax import span_root
from parley.language.tree import Doc, Token
from parley.language.tree import Span as TokenSpan
from parley.model import Span, cover

_MARKS = "“”„‟«»‹›‘’‚\"'`"
_OPENING_EDGE = frozenset(" \t\n\u00a0,;:.–—-)]}*•") | frozenset(_MARKS) | frozenset("(")
_CLOSING_EDGE = frozenset(" \t\n\u00a0,;:.–—-([{") | frozenset(_MARKS)
_CLOSES = {"“": "”", "«": "»", '"': '"', "(": ")"}
HEAD_RULE = "attribution head"


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as the engine or a rule found it.

    Attributes:
        cue: the attributing words, or None.
        source: the words that name the source, in one or more parts; empty where none do.
        content: what is attributed, at least one part, in text order.
        rule: what found it.
        score: 0 to 1.
        withheld: whether the source refused, declined or could not be reached.
    """

    cue: Span | None
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    score: float
    withheld: bool = False

    @property
    def extent(self) -> Span:
        """The smallest span that holds the content."""
        return cover(self.content)

    @property
    def whole(self) -> Span:
        """The smallest span that holds source, cue and content."""
        cue = (self.cue,) if self.cue is not None else ()
        return cover((*self.source, *cue, *self.content))

    @property
    def anchor(self) -> Span:
        """Where the statement is made: its cue, else its source, else its content."""
        if self.cue is not None:
            return self.cue
        return self.source[0] if self.source else self.content[0]


def trimmed(text: str, span: Span) -> Span | None:
    """The span without quotation marks, spaces and punctuation at its edges; None where nothing is left."""
    start, end = span.start, min(span.end, len(text))
    while start < end and text[start] in _OPENING_EDGE:
        start += 1
    while end > start and text[end - 1] in _CLOSING_EDGE:
        end -= 1
    start = _with_opening_mark(text, start, end, span.start)
    end = _with_closing_mark(text, start, end, span.end)
    closes_abbreviation = end < len(text) and text[end] == "." and _is_abbreviation(text, end)
    if closes_abbreviation and end < span.end:
        end += 1
    return Span(start, end) if start < end else None


def _with_opening_mark(text: str, start: int, end: int, limit: int) -> int:
    """The start moved back over a mark or bracket whose close lies within the words ("(Both) left")."""
    mark = text[start - 1] if start > max(limit - 1, 0) else ""
    close = _CLOSES.get(mark)
    at = text.find(close, start, end) if close is not None else -1
    if at < 0 or (mark != close and text.find(mark, start, at) >= 0):
        return start
    closing = mark != close or at + 1 == end or not text[at + 1].isalnum()
    return start - 1 if closing else start


def _with_closing_mark(text: str, start: int, end: int, limit: int) -> int:
    """The end moved over a closing mark whose opening mark lies within the words ("called it "a trap"")."""
    words = text[start:end]
    unclosed = words.count("“") > words.count("”") or words.count("«") > words.count("»")
    if not unclosed and words.count('"') % 2 == 0:
        return end
    reach = min(len(text), max(limit, end) + 2)
    at = next((at for at in range(end, reach) if text[at] in '”»"'), None)
    return end if at is None or any(mark.isalnum() for mark in text[end:at]) else at + 1


def _is_abbreviation(text: str, end: int) -> bool:
    """Whether the full stop at `end` belongs to an abbreviation such as "U.S."."""
    return end >= 3 and text[end - 1].isupper() and text[end - 2] == "." and text[end - 3].isupper()


def trimmed_parts(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """All spans trimmed, in text order, empty ones left out."""
    parts = (trimmed(text, span) for span in spans)
    return tuple(sorted(part for part in parts if part is not None))


def tokens_of(doc: Doc, span: Span) -> TokenSpan | None:
    """The tokens a span touches; None where there are none."""
    found = doc.char_span(span.start, min(span.end, len(doc.text)))
    return found if found is not None and len(found) else None


def cue_root(doc: Doc, draft: Draft) -> Token | None:
    """The word that heads a draft's cue; None where it has no cue."""
    if draft.cue is None:
        return None
    # Asked of every draft by each of the rules for what is no statement.
    roots: dict[Span, Token | None] = doc.kept.setdefault(Draft, {})
    if draft.cue not in roots:
        tokens = tokens_of(doc, draft.cue)
        roots[draft.cue] = span_root(tokens) if tokens is not None else None
    return roots[draft.cue]


def characters(span: TokenSpan) -> Span:
    """The characters a run of tokens covers."""
    return Span(span.start_char, span.end_char)


def share_covered(parts: tuple[Span, ...], others: tuple[Span, ...]) -> float:
    """How much of `parts` lies within `others`, 0 to 1."""
    whole = sum(part.end - part.start for part in parts)
    shared = sum(
        max(0, min(part.end, other.end) - max(part.start, other.start)) for part in parts for other in others
    )
    return min(1.0, shared / whole) if whole else 0.0
