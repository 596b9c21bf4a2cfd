"""Findings as a page quotes them: the words, who says them, where they stand, how far to trust them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from parley.desk.dating_words import dating_words
from parley.model import Report, Span, cover
from parley.record import NotFound, StoredFinding
from parley.views.sentences import sentence_ends
from parley.views.titles import called

_MOST_AROUND = 600
_BULLET = re.compile(r"(?:[-*•–]|#{1,6})\s+")
"""What a list or a heading begins with: no words of the sentence."""

REPORTER = "reporter"
"""How findings name the report itself as the one who says something."""


class Finds(Protocol):
    """What findings are asked of: a record, or what keeps those asked for lately."""

    def finding(self, name: str) -> StoredFinding:
        """The finding with this id, or NotFound."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; `cited` where they are the finding's own."""

    words: str
    cited: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """A finding with the words it rests on.

    Attributes:
        id: of the finding.
        type: statement, encounter, position …
        pieces: the sentences around, the finding's own words told apart.
        start: where its words begin in the report's text.
        speaker: who says it, or None.
        role: the speaker's, or None.
        speech: how a statement's words are given, or None.
        said_on: EDTF date of the saying, or None.
        dated_words: the report's own words for that date, or for that of what is told, or None.
        verbatim: whether its quotation marks can be trusted.
        checked: machine, confirmed, corrected or rejected.
        confidence: 0 to 1.
        report: id of its report.
        outlet: who published it.
        title: its headline, or the file or address it came by.
        published: EDTF date.
        url: where it was published.
    """

    id: str
    type: str
    pieces: tuple[Piece, ...]
    start: int
    speaker: str | None
    role: str | None
    speech: str | None
    said_on: str | None
    dated_words: str | None
    verbatim: bool
    checked: str
    confidence: float
    report: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None

    @property
    def told_by(self) -> str:
        """Who tells it: the outlet, or what the report is called where none is named."""
        return self.outlet or self.title or self.report

    @property
    def words(self) -> str:
        """The finding's own words alone, parts joined by an ellipsis."""
        return " … ".join(piece.words for piece in self.pieces if piece.cited)

    @property
    def sentence(self) -> str:
        """The whole sentences around."""
        return "".join(piece.words for piece in self.pieces)


class Quotes(Protocol):
    """What keeps findings as pages quote them."""

    def quote(self, name: str) -> Quote:
        """The finding with this id, or NotFound."""


def quote(stored: StoredFinding) -> Quote:
    """A finding as a page quotes it."""
    value, report = stored.object, stored.report
    source: Mapping[str, Any] = value.get("source") or {}
    spans = cited_spans(value)
    pieces = tuple(_pieces(report.text, spans))
    return Quote(
        id=stored.id,
        type=value["type"],
        pieces=pieces,
        start=spans[0].start,
        speaker=source.get("name"),
        role=source.get("role"),
        speech=value.get("speech"),
        said_on=value.get("said_on"),
        dated_words=dating_words("".join(one.words for one in pieces), day_of(value), report.published),
        verbatim=bool(value.get("verbatim", True)),
        checked=stored.checked.value,
        confidence=stored.finding.confidence,
        report=report.id,
        outlet=report.outlet,
        title=called(report.title, report.origin),
        published=report.published,
        url=report.url,
    )


def day_of(value: Mapping[str, Any]) -> str | None:
    """The EDTF date of a finding: of the saying, of what is told, or as of which it is; None without one."""
    return next((value[name] for name in ("said_on", "on", "as_of") if value.get(name)), None)


def quotes(store: Quotes, findings: Iterable[str]) -> tuple[Quote, ...]:
    """The findings with these ids; one that is no longer there is passed over."""
    return tuple(_each(store.quote, findings))


def quotes_of(record: Finds, findings: Iterable[str]) -> tuple[Quote, ...]:
    """The same, asked of the record itself."""
    return tuple(_each(lambda finding: quote(record.finding(finding)), findings))


def _each(quoted: Callable[[str], Quote], findings: Iterable[str]) -> Iterator[Quote]:
    for finding in findings:
        try:
            yield quoted(finding)
        except NotFound:
            continue


def cited_spans(value: Mapping[str, Any]) -> tuple[Span, ...]:
    """Where the words of a finding stand: a statement's content, else all its evidence."""
    listed: Sequence[Mapping[str, Any]] = value.get("content") or value["evidence"]
    return tuple(sorted(Span(one["start"], one["end"]) for one in listed))


def _pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """The sentences that hold the spans, cut where a span begins and ends; far ones are joined by "…"."""
    for number, group in enumerate(_groups(spans)):
        around = sentences_around(text, cover(tuple(group)))
        if number:
            yield Piece(" … ", False)
        at = around.start
        for span in group:
            start = max(span.start, at)
            if start >= span.end:
                continue
            if at < start:
                yield Piece(text[at:start], False)
            yield Piece(text[start : span.end], True)
            at = span.end
        if at < around.end:
            yield Piece(text[at : around.end], False)


def _groups(spans: Sequence[Span]) -> Iterator[list[Span]]:
    """Spans that stand near each other, together."""
    group: list[Span] = []
    for span in spans:
        if group and span.start - group[-1].end > _MOST_AROUND:
            yield group
            group = []
        group.append(span)
    if group:
        yield group


def sentences_around(text: str, inner: Span) -> Span:
    """The sentences that hold a span, as far as their ends can be told from their points."""
    lowest = max(0, inner.start - _MOST_AROUND)
    highest = min(len(text), inner.end + _MOST_AROUND)
    first = max(lowest, text.rfind("\n", lowest, inner.start) + 1)
    line_end = text.find("\n", inner.end, highest)
    last = highest if line_end < 0 else line_end
    ends = [first + end for end in sentence_ends(text[first:last])]
    start = max((end for end in ends if end <= inner.start), default=first)
    while start < inner.start and text[start].isspace():
        start += 1
    if (bullet := _BULLET.match(text, start, inner.start)) is not None:
        start = bullet.end()
    return Span(start, min((end for end in ends if end >= inner.end), default=last))


def heading(report: Report) -> str:
    """What a report is called."""
    return called(report.title, report.origin) or report.id


def teller(name: str | None) -> str | None:
    """Who says something, as people read it."""
    return "the report itself" if name == REPORTER else name
