"""The parsed document, filled from the engine's readings."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from parley.language.engine.lemmas import apply_rule
from parley.language.engine.linking import WordLink, links, softmax
from parley.language.engine.network import Network, WindowReadings
from parley.language.engine.parsing import arc_scores, best_tree, relation_scores
from parley.language.engine.repairs import one_subject_each
from parley.language.names import begun, settled, whole
from parley.language.tokens import Tokens
from parley.language.tree import Columns, Doc
from parley.model import Attribution
from parley.model import Span as TextSpan
from parley.reports.blocks import blocks

SPACE_TAG, SPACE_POS = "_SP", "SPACE"
Value = TypeVar("Value")


def analysed(text: Tokens, network: Network) -> Doc:
    """The document of the tokens of a text, as the engine reads them.

    Args:
        text: in tokens, white space as tokens.
        network: what reads it.
    """
    tokens, spaces = text
    places = [place for place, text in enumerate(tokens) if not text.isspace()]
    if not places:
        return _bare(tokens, spaces)
    words = [tokens[place] for place in places]
    starts = _paragraph_starts(text, places)
    readings = _Readings(len(words))
    found: list[WordLink] = []
    with network.single_threaded():
        for window in network.read(words, starts):
            end = window.start + len(window.scores)
            part = words[window.start : end]
            breaks = starts[window.start : end]
            readings.read(window, part, breaks, network)
            found.extend(links(window, part, breaks, network.tables["distance"]))
    return _document(tokens, spaces, places, readings, found, network)


def _bare(tokens: Sequence[str], spaces: Sequence[str]) -> Doc:
    """A document of which nothing is known but its tokens."""
    size = len(tokens)
    empty = [""] * size
    return Doc(
        Columns(
            words=tokens,
            spaces=spaces,
            lemmas=tokens,
            upos=empty,
            xpos=empty,
            relations=empty,
            heads=range(size),
            iob=empty,
            names=empty,
            starts=[place == 0 for place in range(size)],
        )
    )


def _paragraph_starts(text: Tokens, places: Sequence[int]) -> list[bool]:
    """Whether each word begins a paragraph: after a line break, or a blank line in wrapped text."""
    tokens, spaces = text
    # Mostly there is nothing between two words.
    broken = [
        place - before > 1 and any("\n" in space for space in tokens[before + 1 : place])
        for before, place in itertools.pairwise(places)
    ]
    broken.insert(0, True)
    opening = _wrapped_openings("".join(itertools.chain.from_iterable(zip(tokens, spaces, strict=True))))
    if opening is None:
        return broken
    lengths = [len(token) + len(space) for token, space in zip(tokens, spaces, strict=True)]
    offsets = [0, *itertools.accumulate(lengths)]
    found = [start and offsets[place] in opening for start, place in zip(broken, places, strict=True)]
    return [True, *found[1:]]


def _wrapped_openings(text: str) -> frozenset[int] | None:
    """Where paragraphs begin in a text with hard-wrapped lines; None where each line is a paragraph."""
    found = blocks(text)
    if not found or not found[0].wrapped:
        return None
    return frozenset(block.span.start for block in found)


class _Readings:
    """What the windows give, word by word, while they come in."""

    def __init__(self, size: int) -> None:
        self.upos = np.zeros(size, np.int64)
        self.xpos = np.zeros(size, np.int64)
        self.lemma = np.zeros(size, np.int64)
        self.name = np.zeros(size, np.int64)
        self.heads = np.zeros(size, np.int64)
        self.relations = np.zeros(size, np.int64)
        self.begins = np.zeros(size, np.bool_)
        self.spun = np.zeros(size, np.float32)

    def read(
        self, window: WindowReadings, words: Sequence[str], paragraph_starts: Sequence[bool], network: Network
    ) -> None:
        """Takes in one window."""
        rows = slice(window.start, window.start + len(words))
        self.upos[rows] = window["upos"].argmax(axis=1)
        self.xpos[rows] = window["xpos"].argmax(axis=1)
        self.lemma[rows] = window["lemma"].argmax(axis=1)
        self.name[rows] = window["name"].argmax(axis=1)
        self.spun[rows] = softmax(window["spun"])[:, 1]
        begins: NDArray[np.bool_] = window["sentence"].argmax(axis=1) == 1
        begins |= np.array(paragraph_starts)
        begins[0] = True
        self.begins[rows] = begins
        bounds = [*np.flatnonzero(begins).tolist(), len(words)]
        heads = np.concatenate(
            [start + _sentence_heads(window, slice(start, end)) for start, end in itertools.pairwise(bounds)]
        )
        scores = relation_scores(
            window["label_dependent"],
            window["label_head"][heads],
            network.tables["relation"],
            network.tables["relation_bias"],
        )
        labels = window.labels.labels["relation"]
        root = labels.index("root")
        scores[:, root] = -np.inf
        relations = np.where(heads == np.arange(len(heads)), root, scores.argmax(axis=1))
        one_subject_each(heads, relations, labels)
        self.heads[rows], self.relations[rows] = window.start + heads, relations


def _sentence_heads(window: WindowReadings, rows: slice) -> NDArray[np.int64]:
    scores = arc_scores(
        window["arc_dependent"][rows],
        window["arc_head"][rows],
        window["arc_head_bias"][rows],
        window["root"][rows],
    )
    return best_tree(scores)


def _document(
    tokens: Sequence[str],
    spaces: Sequence[str],
    places: Sequence[int],
    readings: _Readings,
    found: Sequence[WordLink],
    network: Network,
) -> Doc:
    labels = network.labels.labels
    words = np.array(places)
    texts = [tokens[place] for place in places]
    kinds = settled([labels["name"][value] for value in readings.name], texts)
    adjacent = np.diff(words, prepend=-1) == 1
    kinds = whole(kinds, texts, adjacent.tolist())
    marks = list(begun(kinds, adjacent))
    lemmas = list(map(apply_rule, texts, _named(labels["lemma"], readings.lemma)))
    runs = _runs(words)
    opens = [False] * len(tokens)
    # White space at the very start belongs to the first sentence.
    for start in (0, *words[readings.begins].tolist()[1:]):
        opens[start] = True
    columns = Columns(
        words=tokens,
        spaces=spaces,
        lemmas=_placed(list(tokens), runs, lemmas),
        upos=_placed([SPACE_POS] * len(tokens), runs, _named(labels["upos"], readings.upos)),
        xpos=_placed([SPACE_TAG] * len(tokens), runs, _named(labels["xpos"], readings.xpos)),
        relations=_placed([""] * len(tokens), runs, _named(labels["relation"], readings.relations)),
        heads=_heads(words, readings.heads, len(tokens)),
        iob=_placed(["O"] * len(tokens), runs, [mark[0] for mark in marks]),
        names=_placed([""] * len(tokens), runs, [kind[2:] for kind in kinds]),
        starts=opens,
    )
    chances = np.zeros(len(tokens), np.float32)
    chances[words] = readings.spun
    doc = Doc(columns, spun_chances=chances)
    doc.attributions = tuple(_attribution(doc, places, link) for link in found)
    return doc


def _named(labels: Sequence[str], values: NDArray[np.int64]) -> list[str]:
    return list(map(labels.__getitem__, values.tolist()))


def _runs(words: NDArray[np.int64]) -> list[tuple[int, int, int]]:
    """Runs of words without white space tokens between: (number of the first, place of it, how many)."""
    firsts = [0, *(np.flatnonzero(np.diff(words) != 1) + 1).tolist(), len(words)]
    return [(first, int(words[first]), after - first) for first, after in itertools.pairwise(firsts)]


def _placed(
    column: list[Value], runs: Sequence[tuple[int, int, int]], values: Sequence[Value]
) -> list[Value]:
    for first, place, size in runs:
        column[place : place + size] = values[first : first + size]
    return column


def _heads(words: NDArray[np.int64], heads: NDArray[np.int64], size: int) -> list[int]:
    """Places of the heads. White space hangs on the word before it; at the very start, on the word after."""
    before = np.maximum(np.searchsorted(words, np.arange(size), side="right") - 1, 0)
    found = words[before]
    found[words] = words[heads]
    return [int(head) for head in found]


def _attribution(doc: Doc, places: Sequence[int], link: WordLink) -> Attribution:
    def span(pair: tuple[int, int]) -> TextSpan:
        last = doc[places[pair[1] - 1]]
        return TextSpan(doc[places[pair[0]]].idx, last.idx + len(last.text))

    def whole(pair: tuple[int, int]) -> TextSpan:
        return TextSpan(doc[places[pair[0]]].idx, end_of_name(doc, places[pair[1] - 1]))

    return Attribution(
        span(link.cue), tuple(map(whole, link.source)), tuple(map(whole, link.content)), link.score
    )


def end_of_name(doc: Doc, place: int) -> int:
    """Where a name ends that the word at a place is part of, or the title of; else where the word does.

    A source or content that stopped within it ("… by Mr. | Lund") would be cut in the midst.
    """
    title = doc[place]
    last = place + 1 if title.dep_ == "nmod:desc" and title.head.i == place + 1 else place
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    return doc[last].idx + len(doc[last].text)
