"""What a report's clauses are read against: its times, its speakers, its names, by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from parley.findings.people import Cast
from parley.language.times import TimeExpression
from parley.language.tree import Doc, Token
from parley.language.tree import Span as SpacySpan
from parley.language.words import token_before
from parley.model import Report, Span, Statement

_NO_PARTIES = frozenset({"PERSON", "DATE", "TIME", "MONEY", "LOC", "FAC"})

# Months that are people's names, and what stands before one that is a month.
_MONTHS = frozenset({"March", "April", "May", "June", "August"})
_BEFORE_MONTH = frozenset(
    {"in", "of", "since", "last", "next", "by", "until", "early", "late", "mid", "this"}
)


class Scene:
    """A report with everything that is known of it before its encounters are."""

    def __init__(
        self,
        doc: Doc,
        report: Report,
        cast: Cast,
        times: Sequence[TimeExpression],
        statements: Sequence[Statement],
    ) -> None:
        self.doc = doc
        self.report = report
        self.cast = cast
        self.statements = statements
        self._times = times

    def is_of(
        self, report: Report, cast: Cast, times: Sequence[TimeExpression], statements: Sequence[Statement]
    ) -> bool:
        """Whether it was made of these very objects."""
        same = self.report is report and self.cast is cast
        return same and self._times is times and self.statements is statements

    @cached_property
    def sentence_of(self) -> list[int]:
        """For each token the number of its sentence."""
        found = [0] * len(self.doc)
        for number, (start, end) in self.bounds_of.items():
            found[start:end] = [number] * (end - start)
        return found

    @cached_property
    def bounds_of(self) -> dict[int, tuple[int, int]]:
        """First and after-last token of each sentence."""
        return dict(enumerate(pairwise([*self.doc.sentence_starts, len(self.doc)])))

    @cached_property
    def _entity_at(self) -> dict[int, SpacySpan]:
        return {entity.start: entity for entity in self.doc.ents}

    def entities_between(self, start: int, end: int) -> list[SpacySpan]:
        """The names that begin from token `start` up to `end`, people's names left out."""
        found = (self._entity_at.get(index) for index in range(start, end))
        return [entity for entity in found if entity is not None and entity.label_ not in _NO_PARTIES]

    def token_at(self, character: int) -> int:
        """The token that starts at a character, or the one before it."""
        return max(0, token_before(self.doc, character))

    @cached_property
    def _times_by_sentence(self) -> dict[int, list[tuple[int, int, TimeExpression]]]:
        found: dict[int, list[tuple[int, int, TimeExpression]]] = {}
        for time in self._times:
            if self._is_surname(time):
                continue
            start, last = (
                self.token_at(time.span.start),
                self.token_at(time.span.end - 1),
            )
            found.setdefault(self.sentence_of[start], []).append((start, last + 1, time))
        return found

    def _is_surname(self, time: TimeExpression) -> bool:
        """Whether what looks like a month is somebody's name ("Lund and May met")."""
        words = time.span.of(self.doc.text)
        if words not in _MONTHS:
            return False
        before = self.doc[self.token_at(time.span.start) - 1].lower_
        named = any(member.name.endswith(f" {words}") for member in self.cast.members if " " in member.name)
        return named and before not in _BEFORE_MONTH

    def times_in(self, sentence: int) -> list[tuple[int, int, TimeExpression]]:
        """The times a sentence names, as (first token, after the last one, time)."""
        return self._times_by_sentence.get(sentence, [])

    @cached_property
    def _speaker_of(self) -> list[Statement | None]:
        """For each token inside somebody's words the innermost statement."""
        found: list[Statement | None] = [None] * len(self.doc)
        for statement in sorted(
            self.statements,
            key=lambda one: -sum(part.end - part.start for part in one.content),
        ):
            if statement.source is None:
                continue
            for part in statement.content:
                first, last = self.token_at(part.start), self.token_at(part.end - 1)
                found[first : last + 1] = [statement] * (last + 1 - first)
        return found

    def told_by(self, token: Token) -> Statement | None:
        """The statement in whose words a token stands, or None."""
        return self._speaker_of[token.i]

    def span(self, start: int, end: int) -> Span:
        """Tokens from `start` up to `end` as characters."""
        last = self.doc[end - 1]
        return Span(self.doc[start].idx, last.idx + len(last))

    def in_furniture(self, token: Token) -> bool:
        """Whether a token is no part of the story."""
        return bool(self._furniture[token.i])

    @cached_property
    def _furniture(self) -> bytearray:
        """One byte a token: 1 where it is no part of the story."""
        mask, starts = bytearray(len(self.doc)), self.doc.starts
        for part in self.report.furniture:
            first, after = bisect_left(starts, part.span.start), bisect_left(starts, part.span.end)
            mask[first:after] = b"\x01" * (after - first)
        return mask


def scene_of(
    doc: Doc, report: Report, cast: Cast, times: Sequence[TimeExpression], statements: Sequence[Statement]
) -> Scene:
    """The scene of a report, made once for all who read it."""
    known = doc.kept.get(Scene)
    if isinstance(known, Scene) and known.is_of(report, cast, times, statements):
        return known
    made = doc.kept[Scene] = Scene(doc, report, cast, times, statements)
    return made
