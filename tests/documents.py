"""Parsed documents made by hand, for tests of everything that reads a parse.

A table has one token a line: ``word lemma UPOS XPOS head deprel``, heads counted from 1 within the sentence,
0 for the root. A blank line ends a sentence, a line with ``¶`` a paragraph. Spaces follow English typing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import spacy
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token as SpacyToken

from parley.language import mirror
from parley.language.tree import Doc, Token
from parley.model import Attribution, Span

_NO_SPACE_BEFORE = frozenset(".,;:!?)]’”%») ")
_NO_SPACE_AFTER = frozenset("([“‘«$£€")
_CLITICS = ("'s", "’s", "'", "n't", "n’t", "'re", "’re", "'ll", "’ll", "'d", "’d", "'ve", "’ve", "'m", "’m")


@dataclass
class _Columns:
    words: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    starts: list[bool] = field(default_factory=list)

    def sentence(self, rows: list[list[str]]) -> None:
        base = len(self.words)
        for number, (word, lemma, upos, xpos, head, deprel) in enumerate(rows):
            self.words.append(word)
            self.lemmas.append(lemma)
            self.pos.append(upos)
            self.tags.append(xpos)
            self.heads.append(base + (number if head == "0" else int(head) - 1))
            self.deps.append(deprel)
            self.starts.append(number == 0)

    def paragraph(self) -> None:
        last = len(self.words) - 1
        self.words.append("\n\n")
        self.lemmas.append("\n\n")
        self.pos.append("SPACE")
        self.tags.append("_SP")
        self.heads.append(max(last, 0))
        self.deps.append("dep")
        self.starts.append(False)


def document(
    table: str,
    *,
    ents: Sequence[tuple[str, str]] = (),
    attributions: Sequence[tuple[str, str, Sequence[str]]] = (),
    score: float = 0.9,
) -> Doc:
    """A spaCy document from a table.

    Args:
        table: see the module's text.
        ents: (words, label); every place where the words stand becomes a name.
        attributions: (source words, cue words, content parts) in text order; '' for no source or cue. Each
            is sought from the start of the content before it, the first place wins.
        score: how sure the engine is of each attribution.
    """
    columns = _Columns()
    rows: list[list[str]] = []
    for line in [*table.strip().splitlines(), ""]:
        cells = line.split()
        if len(cells) == 6:
            rows.append(cells)
            continue
        if rows:
            columns.sentence(rows)
            rows = []
        if cells == ["¶"]:
            columns.paragraph()
    doc = SpacyDoc(
        spacy.blank("en").vocab,
        words=columns.words,
        spaces=_spaces(columns.words),
        lemmas=columns.lemmas,
        pos=columns.pos,
        tags=columns.tags,
        heads=columns.heads,
        deps=columns.deps,
        sent_starts=columns.starts,
    )
    doc.ents = _entities(doc, ents)
    _declare_extensions()
    doc._.attributions = tuple(_attribution(doc.text, *parts, score) for parts in attributions)
    return mirror(doc)


def token(doc: Doc, word: str, occurrence: int = 0) -> Token:
    """The token written `word` (the first one unless told otherwise)."""
    return [found for found in doc if found.text == word][occurrence]


def place(text: str, words: str, start: int = 0) -> Span:
    """Where `words` first stand in `text` from `start` on."""
    found = text.index(words, start)
    return Span(found, found + len(words))


def _spaces(words: list[str]) -> list[bool]:
    spaces = []
    straight_open = False
    for number, word in enumerate(words):
        if word == '"':
            straight_open = not straight_open
        following = words[number + 1] if number + 1 < len(words) else ""
        if following == '"':
            tight = straight_open
        else:
            tight = not following or following[0] in _NO_SPACE_BEFORE or following in _CLITICS
        tight = tight or following.isspace() or word.isspace() or word[-1] in _NO_SPACE_AFTER
        spaces.append(not (tight or (word == '"' and straight_open)))
    return spaces


def _entities(doc: SpacyDoc, ents: Sequence[tuple[str, str]]) -> list[TokenSpan]:
    found: list[TokenSpan] = []
    for words, label in sorted(ents, key=lambda pair: -len(pair[0])):
        start = doc.text.find(words)
        while start >= 0:
            span = doc.char_span(start, start + len(words), label=label)
            if span is not None and not any(
                span.start < other.end and other.start < span.end for other in found
            ):
                found.append(span)
            start = doc.text.find(words, start + 1)
    return sorted(found, key=lambda span: span.start)


def _attribution(text: str, source: str, cue: str, content: Sequence[str], score: float) -> Attribution:
    parts = []
    start = 0
    for words in content:
        parts.append(place(text, words, start))
        start = parts[-1].end
    return Attribution(
        cue=place(text, cue) if cue else None,
        source=(place(text, source),) if source else (),
        content=tuple(parts),
        score=score,
    )


def _declare_extensions() -> None:
    if not SpacyDoc.has_extension("attributions"):
        SpacyDoc.set_extension("attributions", default=())
    if not SpacyToken.has_extension("spun"):
        SpacyToken.set_extension("spun", default=0.0)
