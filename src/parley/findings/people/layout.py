"""Where the sentences, paragraphs and quotations of a report lie, by token."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from parley.language.tree import Doc

_OPEN, _CLOSE = frozenset({"“", "``"}), frozenset({"”", "''"})
_MARKS = _OPEN | _CLOSE | {'"'}


def paragraphs(doc: Doc) -> list[int]:
    """The number of each token's paragraph."""
    numbers: list[int] = []
    for number, end in enumerate((*doc.breaks, len(doc) - 1)):
        numbers += [number] * (end + 1 - len(numbers))
    return numbers


def told_before(doc: Doc, sentence_of: Sequence[int], quoted: Sequence[int]) -> list[int]:
    """For each sentence, how many up to it hold words of the report's own."""
    own = [False] * (sentence_of[-1] + 1 if sentence_of else 0)
    for token, sentence, inside in zip(doc.tokens, sentence_of, quoted, strict=True):
        if not own[sentence] and not inside and token.text.isalpha():
            own[sentence] = True
    return list(accumulate(own))


def sentences(doc: Doc) -> list[int]:
    """The number of each token's sentence; paragraphs count as sentences where there are none."""
    if not doc.has_sentences:
        return paragraphs(doc)
    return [number for number, sentence in enumerate(doc.sents) for _ in range(len(sentence))]


def quoted_tokens(doc: Doc) -> bytearray:
    """One byte a token: 1 inside double quotation marks; a mark left open ends with its paragraph."""
    mask = bytearray(len(doc))
    inside, since = False, 0
    for place in sorted([*doc.breaks, *[token.i for token in doc.having(_MARKS)]]):
        text = doc.tokens[place].text
        mask[since:place] = bytes([inside]) * (place - since)
        # An opening mark keeps the byte 0; what closes, or ends the paragraph, is outside.
        inside, since = text in _OPEN or (text == '"' and not inside), place + 1
    mask[since:] = bytes([inside]) * (len(doc) - since)
    return mask
