"""What the dating rules look at: one attribution with the tokens around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from parley.language.times import TimeExpression, TimeKind
from parley.language.tree import Doc, Token
from parley.language.words import token_before
from parley.model import Attribution, Span, Statement

_ENDS = frozenset(".?!")
# The rule of times that tell a part of the day, of whichever day was named last.
PART_OF_DAY = "part of the day named last"
# Shorter first lines are headings.
HEADING = 12
_OPENING_QUOTES = frozenset("\"“‘'«")
_CLOSING_QUOTES = frozenset("\"”’'»")
_MAY_END = _ENDS | _CLOSING_QUOTES


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody says something: the spans that show it, the speaker's name and the addressee's where known."""

    cue: Span | None
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    speaker: str | None = None
    listener: str | None = None

    @property
    def place(self) -> int:
        """Where in the text it is said: its cue, else its source, else its content."""
        if self.cue is not None:
            return self.cue.start
        return self.source[0].start if self.source else self.content[0].start

    def says(self, span: Span) -> bool:
        """Whether `span` lies within what is said."""
        return self.says_at(span.start)

    def says_at(self, offset: int) -> bool:
        """Whether the character at `offset` lies within what is said."""
        content = self.content
        if not content or not content[0].start <= offset < content[-1].end:
            return False
        return any(part.start <= offset < part.end for part in content)

    def spans(self, offset: int) -> bool:
        """Whether the character at `offset` lies between the cue, or where words begin, and their end."""
        if not self.content:
            return False
        first = self.content[0].start
        if self.cue is not None and self.cue.end < first:
            first = self.cue.end
        return first <= offset < self.content[-1].end

    def says_all(self, other: Saying) -> bool:
        """Whether another saying is wholly made within the words of this one."""
        return all(self.says(part) for part in (*other.content, *((other.cue,) if other.cue else ())))

    def excludes(self, other: Saying) -> bool:
        """Whether another saying is not made within the words of this one."""
        return other is not self and (other.cue is None or not self.says(other.cue))


def saying_of(said: Attribution | Statement) -> Saying:
    """An attribution or statement as the dating rules look at it."""
    if isinstance(said, Attribution):
        return Saying(said.cue, said.source, said.content)
    source = (said.source.mention,) if said.source is not None else ()
    name = said.source.name if said.source is not None else None
    return Saying(said.cue, source, said.content, name, said.addressee)


@dataclass(frozen=True, slots=True)
class Sentence:
    """Token indices of a sentence, half-open, and the number of its paragraph."""

    start: int
    end: int
    paragraph: int


def _is_name(doc: Doc, time: TimeExpression) -> bool:
    """Whether a part of the day is somebody's or something's name: "Dawn Ruiz", "the Morning Herald"."""
    first = token_before(doc, time.span.start)
    words = doc.text[time.span.start :].split(maxsplit=2)
    following = words[1] if len(words) > 1 else ""
    begins = first <= 0 or doc[first - 1].text in _ENDS or doc[first - 1].is_space
    return words[0][:1].isupper() and (not begins or following[:1].isupper())


def _is_quoted_title(doc: Doc, time: TimeExpression) -> bool:
    """Whether a time stands alone in quotation marks: a programme called “This Week”."""
    before = doc.text[max(0, time.span.start - 1) : time.span.start]
    after = doc.text[time.span.end : time.span.end + 2].lstrip(".,")
    return before in _OPENING_QUOTES and before != "" and after[:1] in _CLOSING_QUOTES and after != ""


class Page:
    """A document laid out for dating: sentences, paragraphs, and the times that can date a saying.

    Sentences are cut at full stops and line breaks, not taken from the parse, so that the rules work alike
    on documents without one.
    """

    def __init__(self, doc: Doc, times: Sequence[TimeExpression]) -> None:
        self.doc = doc
        self.times = tuple(
            time
            for time in times
            if time.value
            and time.kind in (TimeKind.DATE, TimeKind.TIME_OF_DAY)
            and not (time.rule == PART_OF_DAY and _is_name(doc, time))
            and not _is_quoted_title(doc, time)
        )
        self._tokens: dict[Span, tuple[int, int]] = {}
        self._sentence_at: dict[int, Sentence] = {}
        # What rules have asked of single sayings, by what was asked and the saying's place.
        self.memory: dict[tuple[str, int], list[str]] = {}

    @cached_property
    def tagged(self) -> bool:
        """Whether the document has tags."""
        return self.doc.is_tagged

    @cached_property
    def parsed(self) -> bool:
        """Whether the document has a parse."""
        return self.doc.is_parsed

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The document's sentences, in text order."""
        found: list[Sentence] = []
        start, paragraph = 0, 0
        for token in self.doc:
            if "\n" in token.text:
                if token.i > start:
                    found.append(Sentence(start, token.i, paragraph))
                start, paragraph = token.i + 1, paragraph + 1
            elif self._ends_sentence(token):
                found.append(Sentence(start, token.i + 1, paragraph))
                start = token.i + 1
        if start < len(self.doc):
            found.append(Sentence(start, len(self.doc), paragraph))
        return tuple(found)

    def _ends_sentence(self, token: Token) -> bool:
        """Whether a sentence ends here: a stop, or the quotation mark after one, then a capital."""
        if token.text not in _MAY_END:
            return False
        doc, index = self.doc, token.i
        stop = token.text in _ENDS or (
            token.text in _CLOSING_QUOTES and index > 0 and doc[index - 1].text[-1:] in _ENDS
        )
        if not stop:
            return False
        if index + 1 >= len(doc):
            return True
        following = doc[index + 1].text
        return following not in _CLOSING_QUOTES and not following[:1].islower() and following != ","

    @cached_property
    def first_paragraph(self) -> int:
        """The number of the first paragraph that is more than a heading."""
        long_enough = (sentence for sentence in self.sentences if sentence.end - sentence.start >= HEADING)
        return next((sentence.paragraph for sentence in long_enough), 0)

    def token_at(self, offset: int) -> int:
        """Index of the token that covers the character at `offset`, or of the first one after it."""
        place = token_before(self.doc, offset)
        token = self.doc.tokens[place] if place >= 0 else None
        return place if token is not None and token.idx + len(token.text) > offset else place + 1

    def tokens(self, span: Span) -> tuple[int, int]:
        """Half-open token indices of a span."""
        found = self._tokens.get(span)
        if found is None:
            found = self._tokens[span] = (self.token_at(span.start), self.token_at(span.end - 1) + 1)
        return found

    def sentence_of(self, offset: int) -> Sentence:
        """The sentence that holds the character at `offset`, or the nearest one before it."""
        if not self.sentences:
            return Sentence(0, len(self.doc), 0)
        known = self._sentence_at.get(offset)
        if known is None:
            number = bisect_right(self._sentence_starts, self.token_at(offset)) - 1
            known = self._sentence_at[offset] = self.sentences[max(0, number)]
        return known

    def number_of(self, sentence: Sentence) -> int:
        """Which of the sentences it is, counted from 0."""
        return bisect_right(self._sentence_starts, sentence.start) - 1

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def lowers(self, start: int, end: int) -> list[str]:
        """The words from token `start` to `end`, in lower case."""
        return self._lowers[max(0, start) : max(0, end)]

    @cached_property
    def _lowers(self) -> list[str]:
        return [token.lower_ for token in self.doc]
