"""A parsed document in plain Python: what the rules walk over.

The names are spaCy's, and mean the same (``token.head``, ``token.dep_``, ``span.root``, ``doc.ents``), so
that whoever knows spaCy can read the rules. spaCy's own objects compute every such value anew; rules ask for
millions of them, and these are plain attributes. `parley.language.mirroring` makes one from any spaCy `Doc`.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from parley.model import Attribution

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Token:
    """One token; see spaCy's ``Token`` for the meaning of each name.

    Attributes:
        i: its place in the document.
        idx: its place in the text, in characters.
        relation: its relation to its head without the subtype ("nsubj" for "nsubj:pass").
        children: its dependents in text order.
        is_punct: whether it is all punctuation.
    """

    __slots__ = (
        "children",
        "dep_",
        "doc",
        "ent_iob_",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_punct",
        "is_sent_start",
        "is_space",
        "lemma_",
        "lower_",
        "pos_",
        "relation",
        "tag_",
        "text",
        "whitespace_",
    )

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    whitespace_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    relation: str
    ent_iob_: str
    ent_type_: str
    head: Token
    children: Sequence[Token]
    is_punct: bool
    is_space: bool
    is_sent_start: bool

    def __repr__(self) -> str:
        return self.text

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)

    @property
    def lefts(self) -> list[Token]:
        """Dependents before it."""
        return [child for child in self.children if child.i < self.i]

    @property
    def rights(self) -> list[Token]:
        """Dependents after it."""
        return [child for child in self.children if child.i > self.i]

    @property
    def subtree(self) -> list[Token]:
        """It and all that hangs on it, in text order."""
        found, waiting = [], [self]
        while waiting:
            token = waiting.pop()
            found.append(token)
            waiting.extend(token.children)
        found.sort(key=_place)
        return found

    @property
    def left_edge(self) -> Token:
        """The first token of its subtree."""
        return self.doc.tokens[self.doc.edges[0][self.i]]

    @property
    def right_edge(self) -> Token:
        """The last token of its subtree."""
        return self.doc.tokens[self.doc.edges[1][self.i]]

    @property
    def sent(self) -> Span:
        """Its sentence."""
        return self.doc.sentence_of(self.i)

    @property
    def is_alpha(self) -> bool:
        """Whether it is all letters."""
        return self.text.isalpha()

    def nbor(self, distance: int = 1) -> Token:
        """The token `distance` places on. Raises IndexError outside the document."""
        place = self.i + distance
        if place < 0:
            raise IndexError(place)
        return self.doc.tokens[place]


def _place(token: Token) -> int:
    return token.i


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Neighbouring tokens, half-open; see spaCy's ``Span``. Nobody writes to one.

    It is not declared frozen: making one would take three times as long, and rules make them by the thousand.
    """

    doc: Doc
    start: int
    end: int
    label_: str = ""

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        first, size = self.start, self.end - self.start
        if isinstance(place, slice):
            start, end, _ = place.indices(size)
            return Span(self.doc, first + start, first + (end if end > start else start))
        if not -size <= place < size:
            raise IndexError(place)
        return self.doc.tokens[first + place if place >= 0 else self.end + place]

    def __repr__(self) -> str:
        return self.text

    def __str__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        """Where it starts in the text."""
        return self.doc.tokens[self.start].idx

    @property
    def end_char(self) -> int:
        """Where it ends in the text."""
        if self.end <= self.start:
            return self.start_char
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """Its words."""
        if self.end <= self.start:
            return ""
        tokens = self.doc.tokens
        last = tokens[self.end - 1]
        return self.doc.text[tokens[self.start].idx : last.idx + len(last.text)]

    @property
    def root(self) -> Token:
        """The token nearest the root of the sentence."""
        tokens = self.doc.tokens[self.start : self.end]
        outside = [token for token in tokens if not self.start <= token.head.i < self.end]
        for token in tokens:
            if token.head is token:
                return token
        return min(outside, key=_depth, default=self.doc.tokens[self.start])

    @property
    def ents(self) -> list[Span]:
        """The names wholly within it."""
        return [entity for entity in self.doc.ents if self.start <= entity.start and entity.end <= self.end]

    @property
    def sent(self) -> Span:
        """The sentence it starts in."""
        return self.doc.sentence_of(self.start)


def _depth(token: Token) -> int:
    depth = 0
    while token.head is not token and depth < len(token.doc):
        token, depth = token.head, depth + 1
    return depth


class Columns(NamedTuple):
    """What a document is made of: one value a token in each.

    Attributes:
        words: as written.
        spaces: "" or " ", what follows the word.
        lemmas, upos, xpos, relations: as Universal Dependencies have them; relations with subtypes.
        heads: place of the head; its own for a root.
        iob: "I", "O", "B", or "" where no names were looked for.
        names: kind of name, or "".
        starts: whether it starts a sentence.
    """

    words: Sequence[str]
    spaces: Sequence[str]
    lemmas: Sequence[str]
    upos: Sequence[str]
    xpos: Sequence[str]
    relations: Sequence[str]
    heads: Sequence[int]
    iob: Sequence[str]
    names: Sequence[str]
    starts: Sequence[bool]


class Doc:
    """A parsed text; see spaCy's ``Doc``.

    Attributes:
        text: the text.
        tokens: all its tokens.
        attributions: what the engine attributes, in text order.
        spun_chances: for each token how likely a synonym spinner put it there, or None where nobody looked.
        memory: what was asked of single tokens and answered, by the function that was asked and their places.
        kept: what a reader of the document made of it and keeps with it, by its type.
    """

    def __init__(
        self,
        columns: Columns,
        attributions: tuple[Attribution, ...] = (),
        spun_chances: NDArray[np.float32] | None = None,
    ) -> None:
        self.attributions = attributions
        self.spun_chances = spun_chances
        self.text = "".join(
            [part for pair in zip(columns.words, columns.spaces, strict=True) for part in pair]
        )
        self.tokens = _tokens(self, columns)
        self.memory: defaultdict[Callable[[Token], Any], dict[int, Any]] = defaultdict(dict)
        self.kept: dict[type, Any] = {}
        self._spans: dict[tuple[int, int], Span] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Span(self, start, end if end > start else start)
        return self.tokens[place]

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts in the text."""
        return [token.idx for token in self.tokens]

    @cached_property
    def capitalised(self) -> tuple[int, ...]:
        """Places of the tokens that begin with a capital letter."""
        return tuple([token.i for token in self.tokens if token.text[0].isupper()])

    @cached_property
    def breaks(self) -> tuple[int, ...]:
        """Places of the tokens that hold a line break."""
        return tuple([token.i for token in self.tokens if token.is_space and "\n" in token.text])

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """For each word in lower case the places where it stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for token in self.tokens:
            found[token.lower_].append(token.i)
        return dict(found)

    def having(self, words: AbstractSet[str]) -> list[Token]:
        """The tokens that are one of some words in lower case, in text order."""
        places = self.places
        return [self.tokens[i] for i in sorted([i for word in places.keys() & words for i in places[word]])]

    @cached_property
    def is_tagged(self) -> bool:
        """Whether any token has a tag."""
        return any(token.tag_ for token in self.tokens)

    @cached_property
    def is_parsed(self) -> bool:
        """Whether any token has a relation."""
        return any(token.dep_ for token in self.tokens)

    @cached_property
    def has_sentences(self) -> bool:
        """Whether more than its first token starts a sentence, or it is parsed."""
        return self.is_parsed or any(token.is_sent_start for token in self.tokens[1:])

    @cached_property
    def ents(self) -> tuple[Span, ...]:
        """The names, in text order."""
        found: list[Span] = []
        start = -1
        for token in self.tokens:
            if start >= 0 and token.ent_iob_ != "I":
                found.append(Span(self, start, token.i, self.tokens[start].ent_type_))
                start = -1
            if start < 0 and token.ent_iob_ in {"B", "I"}:
                start = token.i
        if start >= 0:
            found.append(Span(self, start, len(self.tokens), self.tokens[start].ent_type_))
        return tuple(found)

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Places of the tokens that start a sentence."""
        return [token.i for token in self.tokens if token.is_sent_start or token.i == 0]

    @cached_property
    def sents(self) -> tuple[Span, ...]:
        """The sentences."""
        bounds = [*self.sentence_starts, len(self.tokens)]
        return tuple(Span(self, start, end) for start, end in pairwise(bounds))

    def sentence_of(self, place: int) -> Span:
        """The sentence the token at `place` stands in."""
        return self.sents[bisect_right(self.sentence_starts, place) - 1]

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """For each token the places of the first and of the last token of its subtree."""
        first, last = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for token in reversed(_heads_first(self.tokens)):
            place, above = token.i, token.head.i
            if first[place] < first[above]:
                first[above] = first[place]
            if last[place] > last[above]:
                last[above] = last[place]
        return first, last

    def char_span(self, start: int, end: int) -> Span | None:
        """The tokens that the characters from `start` to `end` touch, or None outside the text.

        As spaCy's with ``alignment_mode="expand"``.
        """
        known = self._spans.get((start, end))
        if known is not None:
            return known
        if not 0 <= start <= end <= len(self.text) or not self.tokens:
            return None
        first = max(bisect_right(self.starts, start) - 1, 0)
        found = Span(self, first, max(bisect_left(self.starts, end), first + 1))
        self._spans[start, end] = found
        return found


def _tokens(doc: Doc, columns: Columns) -> list[Token]:
    tokens = [Token() for _ in columns.words]
    bare = {dep: dep.partition(":")[0] for dep in set(columns.relations)}
    forms = {word: (word.lower(), word.isspace(), _is_punctuation(word)) for word in set(columns.words)}
    below: dict[int, list[Token]] = {}
    offset = 0
    rows = zip(tokens, *columns, strict=True)
    for place, (token, word, space, lemma, upos, xpos, dep, head, iob, name, starts) in enumerate(rows):
        token.doc, token.i, token.idx = doc, place, offset
        token.text, token.whitespace_ = word, space
        token.lower_, token.is_space, token.is_punct = forms[word]
        token.lemma_, token.pos_, token.tag_, token.dep_ = lemma, upos, xpos, dep
        token.relation, token.ent_iob_, token.ent_type_ = bare[dep], iob, name
        token.is_sent_start, token.head, token.children = starts, tokens[head], ()
        offset += len(word) + len(space)
        if head != place:
            if head in below:
                below[head].append(token)
            else:
                below[head] = [token]
    for head, dependents in below.items():
        tokens[head].children = dependents
    return tokens


def _is_punctuation(word: str) -> bool:
    return not word.isalnum() and all(unicodedata.category(character)[0] == "P" for character in word)


def _heads_first(tokens: Sequence[Token]) -> list[Token]:
    ordered = [token for token in tokens if token.head is token]
    for token in ordered:
        ordered.extend(token.children)
    return ordered
