"""What the detector needs to know of each token, made once a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from parley.language.tree import Doc

DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
    ]
)
QUOTES = frozenset("\"“”‘’„«»''``")
_OPENING = frozenset(".!?:-–—")


class Word(NamedTuple):
    """A word as it stands somewhere.

    Attributes:
        text: as written.
        lower: in lower case, with a straight apostrophe.
        classes: the classes it belongs to (DAY, NAME, QUOTE).
        capital: whether it starts with a capital and does not start a sentence.

    """

    text: str
    lower: str
    classes: tuple[str, ...]
    capital: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document, which places are counted in.

    Attributes:
        row: the words one after the other, None where a paragraph ends.
        tokens: for each the token it is.
        places: for each word in lower case the places where it stands.
    """

    row: Sequence[Word | None]
    tokens: Sequence[int]
    places: Mapping[str, Sequence[int]]

    def having(self, wanted: AbstractSet[str]) -> list[int]:
        """The places of the words that are one of `wanted`, in text order."""
        places = self.places
        return sorted([place for lower in places.keys() & wanted for place in places[lower]])


def words_in(doc: Doc) -> Words:
    """The tokens of a document that are not white space, with None where a paragraph ends."""
    row: list[Word | None] = []
    tokens: list[int] = []
    places: defaultdict[str, list[int]] = defaultdict(list)
    opening = True
    for token in doc.tokens:
        text = token.text
        if token.is_space:
            if "\n" in text:
                row.append(None)
                tokens.append(token.i)
                opening = True
            continue
        word = _word(text, opening)
        places[word.lower].append(len(row))
        row.append(word)
        tokens.append(token.i)
        if text not in QUOTES:
            opening = text in _OPENING
    return Words(row, tokens, places)


@lru_cache(maxsize=1 << 14)
def _word(text: str, opening: bool) -> Word:
    lower = text.lower().replace("’", "'")
    initial = text[0].isupper()
    classes: tuple[str, ...] = ("NAME",) if initial else ()
    if lower in DAYS:
        classes = ("DAY",)
    elif text in QUOTES:
        classes = ("QUOTE",)
    return Word(text, lower, classes, initial and not opening)
