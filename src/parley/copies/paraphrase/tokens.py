"""What the detector needs to know of each token, made once a document."""

from __future__ import annotations

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
    """One token that is not white space.

    Attributes:
        at: its index in the document.
        text: as written.
        lower: in lower case, with a straight apostrophe.
        classes: the classes it belongs to (DAY, NAME, QUOTE).
        capital: whether it starts with a capital and does not start a sentence.

    """

    at: int
    text: str
    lower: str
    classes: tuple[str, ...]
    capital: bool


def words_in(doc: Doc) -> list[Word | None]:
    """The tokens of a document that are not white space, with None where a paragraph ends."""
    found: list[Word | None] = []
    opening = True
    for token in doc.tokens:
        text = token.text
        if token.is_space:
            if "\n" in text:
                found.append(None)
                opening = True
            continue
        lower, classes, initial = _of_form(text)
        found.append(Word(token.i, text, lower, classes, initial and not opening))
        if text not in QUOTES:
            opening = text in _OPENING
    return found


@lru_cache(maxsize=1 << 14)
def _of_form(text: str) -> tuple[str, tuple[str, ...], bool]:
    """Of a word as written: in lower case, its classes, whether it starts with a capital."""
    lower = text.lower().replace("’", "'")
    initial = text[0].isupper()
    if lower in DAYS:
        return lower, ("DAY",), initial
    if text in QUOTES:
        return lower, ("QUOTE",), initial
    return lower, ("NAME",) if initial else (), initial
