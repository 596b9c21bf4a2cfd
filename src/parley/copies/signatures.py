"""What a report is looked up by: a few numbers that a copy of it, whole or in part, has too.

Two kinds. *Passages*: hashes of six words in a row, thinned by winnowing, so that any run of `GUARANTEED`
words that two reports share leaves at least one number in both, wherever it stands in either. *Names*: hashes
of four names or figures that follow one another, which a synonym spinner leaves alone. A signature is a pure
function of the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from parley.copies.words import Words
from parley.vocabulary.copies import calendar_words, common_words

SCHEME = "parley-copies-1"
"""Names the way reports are compared; a new way needs a new name, and then all are compared again."""

PASSAGE = 6
WINDOW = 18
GUARANTEED = PASSAGE + WINDOW - 1
"""A shared run of so many words is always found."""

PASSAGES, NAMES = "passage", "names"

_NAMES = 4
_NAME_WINDOW = 4
_CAST = 3
_SHORT = 30
_CONTENT_WORDS = 2
_BITS = 47  # a number that SQLite keeps in six bytes, with its sign


def signature(words: Words) -> frozenset[int]:
    """The numbers a report is looked up by; none where its story has fewer than six words."""
    passages = _passages(words.forms)
    names = _grams(_heads(words, range(len(words))), _NAMES)
    return frozenset(
        (
            *_winnowed(passages, _window(len(passages), WINDOW)),
            *_winnowed(names, _window(len(names), _NAME_WINDOW)),
            *_casts(words),
        )
    )


def is_passage(number: int) -> bool:
    """Whether a number of a signature is of words in a row; else it is of names."""
    return number % 2 == 1


def _window(numbers: int, widest: int) -> int:
    """How many numbers give one: fewer in a short text, which would have too few to be found by.

    What a narrow window keeps holds all that a wide one keeps; so a flash is found in the story it opens.
    """
    return min(widest, max(1, numbers // _SHORT))


def _passages(forms: Sequence[str]) -> list[int]:
    """The number of every six words in a row that say something."""
    content = [form not in common_words() for form in forms]
    return [
        _number(PASSAGES, forms[at : at + PASSAGE])
        for at in range(len(forms) - PASSAGE + 1)
        if sum(content[at : at + PASSAGE]) >= _CONTENT_WORDS
    ]


def _grams(forms: Sequence[str], size: int) -> list[int]:
    return [_number(NAMES, forms[at : at + size]) for at in range(len(forms) - size + 1)]


def _casts(words: Words) -> Iterator[int]:
    """The numbers of who and what is named in a sentence, and in two, in any order: for translations."""
    heads = [frozenset(_heads(words, range(one.first, one.end))) for one in words.sentences]
    for cast in heads:
        if len(cast) >= _CAST:
            yield _number(NAMES, sorted(cast))
    for one, other in pairwise(heads):
        if len(one | other) > _CAST and one and other:
            yield _number(NAMES, sorted(one | other))


def _heads(words: Words, within: range) -> list[str]:
    """The names and figures in order, of each name its last word: "Putin" of "Vladimir V. Putin"."""
    heads: list[str] = []
    last = -2
    for at in within:
        if not words.anchors[at] or words.forms[at] in calendar_words():
            continue
        if last == at - 1:
            heads.pop()
        heads.append(words.forms[at])
        last = at
    return heads


def _winnowed(numbers: Sequence[int], window: int) -> Iterator[int]:
    """The least number of every `window` in a row: two texts that share the row share its least number."""
    for at in range(max(1, len(numbers) - window + 1) if numbers else 0):
        yield min(numbers[at : at + window])


def _number(kind: str, forms: Iterable[str]) -> int:
    """The number of some words, the same on every machine."""
    joined = f"{kind} {' '.join(forms)}".encode()
    number = int.from_bytes(hashlib.blake2b(joined, digest_size=8).digest(), "big") >> (64 - _BITS)
    return number | 1 if kind == PASSAGES else number & ~1
