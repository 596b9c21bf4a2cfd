"""A report's text as the comparison of reports sees it: its words, what is whose, and its sentences.

Two prints of one story differ in capitals, quotation marks, line breaks and spelled-out figures; none of that
is left here. What is left of each word is where it stands, whether it belongs to the story or to the page
around it, whether it stands in somebody's mouth, and whether it is an *anchor*: a name or a figure, the words
that a rewriting leaves as they are.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from parley.copies.mouths import in_quotation_marks, speaks_for_itself
from parley.model import Furniture, Span
from parley.reports.blocks import blocks
from parley.reports.furniture import find_furniture
from parley.vocabulary.copies import common_words, figures

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W_]+(?:['’][^\W_]+)*")
_ENDS = re.compile(r"[.!?…]")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:[A-Z]|Mrs?|Ms|Dr|Gen|Col|Lt|Sgt|Capt|Maj|Sen|Rep|Gov|St|Jr|Sr|No|vs|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
    r"|[A-Z]\.[A-Z.]*)$"
)
_POINTS = re.compile(r"[.,:'](?!\d)|,")
_NOT_A_NAME = frozenset(("i", "im", "ive", "ill", "id"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words `first` to `end` (half-open) of a report, and whether somebody in it speaks them.

    Attributes:
        first: number of its first word.
        end: number of the word behind its last.
        spoken: whether most of it stands in quotation marks or in a letter or speech.
    """

    first: int
    end: int
    spoken: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report's story, in order; all tuples but `sentences` are as long as `forms`.

    Attributes:
        forms: the words without case, accents, possessives.
        spans: where each stands in the text.
        spoken: whether it stands in quotation marks, or in a letter or speech printed without any.
        anchors: whether it is a name or a figure.
        sentences: the story's sentences.
        furniture: how many words of the text are not the story.
    """

    forms: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    spoken: tuple[bool, ...]
    anchors: tuple[bool, ...]
    sentences: tuple[Sentence, ...]
    furniture: int

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, end: int) -> Span:
        """The characters of words `first` to `end` (half-open, at least one word)."""
        return Span(self.spans[first][0], self.spans[end - 1][1])


@dataclass(frozen=True, slots=True)
class _Token:
    """A word as it is found."""

    form: str
    start: int
    end: int
    raw: str
    opens: bool


def story_words(text: str) -> Words:
    """The words of the story in `text`: what is furniture (bylines, captions, adverts) is left out.

    A pure function of the text, so that nothing depends on who read it or when.
    """
    passages = find_furniture(text)
    tokens: list[_Token] = []
    spoken: list[bool] = []
    sentences: list[Sentence] = []
    out = 0
    for block in blocks(text):
        quoted = in_quotation_marks(block.words)
        found = _tokens(block.words, block.span.start)
        kept = [token for token in found if not _covered(token, passages)]
        out += len(found) - len(kept)
        outside = [token for token in kept if not quoted[token.start - block.span.start]]
        whole = speaks_for_itself([token.form for token in outside if not _is_acronym(token.raw)])
        first = len(tokens)
        tokens += kept
        spoken += [whole or quoted[token.start - block.span.start] for token in kept]
        sentences += _sentences(tokens, spoken, first)
    return Words(
        forms=tuple(token.form for token in tokens),
        spans=tuple((token.start, token.end) for token in tokens),
        spoken=tuple(spoken),
        anchors=_anchors(tokens),
        sentences=tuple(sentences),
        furniture=out,
    )


def word_forms(words: str) -> tuple[str, ...]:
    """The words of a few sentences, without case, accents and possessives."""
    return tuple(_form(found[0]) for found in _WORD.finditer(words))


def _covered(token: _Token, passages: Sequence[Furniture]) -> bool:
    """Whether a word stands in one of the passages, which are in order and do not overlap."""
    at = bisect_left(passages, token.start + 1, key=lambda passage: passage.span.start) - 1
    return at >= 0 and passages[at].span.end > token.start


def _tokens(words: str, offset: int) -> list[_Token]:
    """The words of a block that begins at `offset`."""
    tokens = []
    opens = True
    before = 0
    for found in _WORD.finditer(words):
        start, end = found.span()
        raw = found[0]
        opens = opens or _opens_sentence(words, before, start)
        tokens.append(_Token(_form(raw), offset + start, offset + end, raw, opens))
        opens, before = False, end
    return tokens


def _opens_sentence(words: str, before: int, start: int) -> bool:
    """Whether a sentence ends between a word that ends at `before` and one that starts at `start`."""
    between = words[before:start]
    if not _ENDS.search(between):
        return False
    return between[0] != "." or not _ABBREVIATION.search(words[max(0, before - 12) : before])


def _form(raw: str) -> str:
    """A word without case, accents, points, and possessive s."""
    form = raw.lower()
    if not form.isascii():
        form = unicodedata.normalize("NFKD", form.replace("’", "'"))
        form = "".join(sign for sign in form if not unicodedata.combining(sign))
    if form.isalpha():
        return sys.intern(figures().get(form, form))
    if form.endswith("'s"):
        form = form[:-2]
    return sys.intern(_POINTS.sub("", form) or form)


def _sentences(tokens: list[_Token], spoken: list[bool], first: int) -> list[Sentence]:
    """The sentences of the words from number `first` on."""
    starts = [number for number in range(first, len(tokens)) if tokens[number].opens or number == first]
    ends = [*starts[1:], len(tokens)][: len(starts)]
    return [
        Sentence(start, end, 2 * sum(spoken[start:end]) > end - start)
        for start, end in zip(starts, ends, strict=True)
    ]


def _anchors(tokens: list[_Token]) -> tuple[bool, ...]:
    """Which words are names or figures; a word that opens a sentence, if it is one elsewhere too."""
    small = {token.form for token in tokens if token.raw[0].islower()}
    within = {token.form for token in tokens if token.raw[0].isupper() and not token.opens}
    return tuple(_is_anchor(token, small, within) for token in tokens)


def _is_anchor(token: _Token, small: set[str], within: set[str]) -> bool:
    if token.form[0].isdigit():
        return True
    if not token.raw[0].isupper() or token.form in _NOT_A_NAME:
        return False
    if _is_acronym(token.raw):
        return True
    if token.form in common_words():
        return False
    return not token.opens or (token.form in within and token.form not in small)


def _is_acronym(raw: str) -> bool:
    """Whether a word is all capitals ("US"), and not the pronoun *I*."""
    return raw.isupper() and len(raw) > 1
