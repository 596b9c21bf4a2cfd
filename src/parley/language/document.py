"""The parsed document: a spaCy `Doc` filled from the engine's readings."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from parley.language.engine.lemmas import apply_rule
from parley.language.engine.linking import WordLink, links, softmax
from parley.language.engine.network import Network, WindowReadings
from parley.language.engine.parsing import arc_scores, best_tree, relation_scores
from parley.language.engine.repairs import one_subject_each
from parley.language.names import begun, settled
from parley.model import Attribution
from parley.model import Span as TextSpan
from parley.reports.blocks import blocks

ATTRIBUTES: list[int | str] = ["TAG", "POS", "LEMMA", "DEP", "HEAD", "ENT_IOB", "ENT_TYPE"]
SPACE_TAG, SPACE_POS = "_SP", "SPACE"
IOB = {"I": 1, "O": 2, "B": 3}


def register_extensions() -> None:
    """Makes ``doc._.attributions`` and ``token._.spun`` known to spaCy (which keeps them globally)."""
    if not Doc.has_extension("attributions"):
        Doc.set_extension("attributions", default=())
    if not Doc.has_extension("spun_chances"):
        Doc.set_extension("spun_chances", default=None)
    if not Token.has_extension("spun"):
        Token.set_extension("spun", getter=_spun)


def _spun(token: Token) -> float:
    chances = token.doc._.spun_chances
    return 0.0 if chances is None else float(chances[token.i])


def fill(doc: Doc, network: Network) -> Doc:
    """Gives the tokens of `doc` tags, lemmas, heads and names, and the document its attributions.

    Args:
        doc: tokenised by spaCy's English tokenizer, white space as tokens.
        network: what reads it.
    """
    places = [token.i for token in doc if not token.is_space]
    if not places:
        return doc
    words = [doc[place].text for place in places]
    starts = _paragraph_starts(doc, places)
    columns = _Columns(len(words))
    found: list[WordLink] = []
    with network.single_threaded():
        for window in network.read(words, starts):
            end = window.start + len(window.scores)
            part = words[window.start : end]
            breaks = starts[window.start : end]
            columns.read(window, part, breaks, network)
            found.extend(links(window, part, breaks, network.tables["distance"]))
    _write(doc, places, columns, network)
    doc._.attributions = tuple(_attribution(doc, places, link) for link in found)
    return doc


def _paragraph_starts(doc: Doc, places: Sequence[int]) -> list[bool]:
    starts, before = [], -1
    opening = _wrapped_openings(doc)
    for place in places:
        broken = before < 0 or any("\n" in doc[space].text for space in range(before + 1, place))
        starts.append(broken and (opening is None or before < 0 or doc[place].idx in opening))
        before = place
    return starts


def _wrapped_openings(doc: Doc) -> frozenset[int] | None:
    """Where paragraphs begin in a text with hard-wrapped lines; None where each line is a paragraph."""
    found = blocks(doc.text)
    if not found or not found[0].wrapped:
        return None
    return frozenset(block.span.start for block in found)


class _Columns:
    """What the windows give, word by word, while they come in."""

    def __init__(self, size: int) -> None:
        self.upos = np.zeros(size, np.int64)
        self.xpos = np.zeros(size, np.int64)
        self.lemma = np.zeros(size, np.int64)
        self.name = np.zeros(size, np.int64)
        self.heads = np.zeros(size, np.int64)
        self.relations = np.zeros(size, np.int64)
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
        begins = window["sentence"].argmax(axis=1) == 1
        begins |= np.array(paragraph_starts)
        begins[0] = True
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


def _write(doc: Doc, places: Sequence[int], columns: _Columns, network: Network) -> None:
    labels = network.labels.labels
    add = doc.vocab.strings.add
    words = np.array(places)
    table = np.zeros((len(doc), len(ATTRIBUTES)), np.uint64)
    table[:, 0] = add(SPACE_TAG)
    table[:, 1] = add(SPACE_POS)
    table[:, 5] = IOB["O"]
    for column, task, values in (
        (0, "xpos", columns.xpos),
        (1, "upos", columns.upos),
        (3, "relation", columns.relations),
    ):
        table[words, column] = np.array([add(label) for label in labels[task]], np.uint64)[values]
    rules = labels["lemma"]
    table[:, 2] = [token.orth for token in doc]
    table[words, 2] = [
        add(apply_rule(doc[place].text, rules[rule]))
        for place, rule in zip(places, columns.lemma, strict=True)
    ]
    heads = np.arange(len(doc))
    heads[words] = words[columns.heads]
    _attach_spaces(heads, set(places))
    table[:, 4] = (heads - np.arange(len(doc))).astype(np.int64).astype(np.uint64)
    adjacent = np.diff(words, prepend=-1) == 1
    kinds = settled([labels["name"][value] for value in columns.name], [doc[place].text for place in places])
    table[words, 5] = [IOB[label[0]] for label in begun(kinds, adjacent)]
    table[words, 6] = [add(label[2:]) if label != "O" else 0 for label in kinds]
    doc.from_array(ATTRIBUTES, cast("Any", table))
    chances = np.zeros(len(doc), np.float32)
    chances[words] = columns.spun
    doc._.spun_chances = chances


def _attach_spaces(heads: NDArray[np.int64], words: set[int]) -> None:
    """White space hangs on the word before it; at the very start, on the word after."""
    first = min(words)
    for place in range(len(heads)):
        if place not in words:
            heads[place] = first if place < first else _word_before(place, words)


def _word_before(place: int, words: set[int]) -> int:
    while place not in words:
        place -= 1
    return place


def _attribution(doc: Doc, places: Sequence[int], link: WordLink) -> Attribution:
    def span(pair: tuple[int, int]) -> TextSpan:
        last = doc[places[pair[1] - 1]]
        return TextSpan(doc[places[pair[0]]].idx, last.idx + len(last.text))

    return Attribution(
        span(link.cue), tuple(map(span, link.source)), tuple(map(span, link.content)), link.score
    )
