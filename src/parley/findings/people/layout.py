"""Where the sentences, paragraphs and quotations of a report lie, by token."""

from __future__ import annotations

from collections.abc import Sequence

from parley.language.tree import Doc

_OPEN, _CLOSE = frozenset({"“", "``"}), frozenset({"”", "''"})


def paragraphs(doc: Doc) -> list[int]:
    """The number of each token's paragraph."""
    numbers, number = [], 0
    for token in doc:
        numbers.append(number)
        number += "\n" in token.text
    return numbers


def told_before(doc: Doc, sentence_of: Sequence[int], quoted: Sequence[int]) -> list[int]:
    """For each sentence, how many up to it hold words of the report's own."""
    own: dict[int, bool] = {}
    for token in doc:
        sentence = sentence_of[token.i]
        own[sentence] = own.get(sentence, False) or (token.is_alpha and not quoted[token.i])
    counts, count = [], 0
    for sentence in range(len(own)):
        count += own.get(sentence, True)
        counts.append(count)
    return counts


def sentences(doc: Doc) -> list[int]:
    """The number of each token's sentence; paragraphs count as sentences where there are none."""
    numbers = []
    number = 0
    marked = doc.has_sentences
    for token in doc:
        if token.i and ((marked and token.is_sent_start) or (not marked and "\n" in token.nbor(-1).text)):
            number += 1
        numbers.append(number)
    return numbers


def quoted_tokens(doc: Doc) -> bytearray:
    """One byte a token: 1 inside double quotation marks; a mark left open ends with its paragraph."""
    mask = bytearray(len(doc))
    inside = False
    for token in doc:
        if token.is_space and "\n" in token.text:
            inside = False
        elif token.text in _OPEN or (token.text == '"' and not inside):
            inside = True
            continue
        elif token.text in _CLOSE or token.text == '"':
            inside = False
        mask[token.i] = inside
    return mask
