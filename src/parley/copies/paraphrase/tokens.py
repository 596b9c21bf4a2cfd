"""What the detector needs to know of each token, made once a document."""

from __future__ import annotations

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
    for token in doc:
        text = token.text
        if text.isspace():
            if "\n" in text:
                found.append(None)
                opening = True
            continue
        found.append(_word(token.i, text, opening))
        if text not in QUOTES:
            opening = text in {".", "!", "?", ":", "-", "–", "—"}
    return found


def _word(index: int, text: str, opening: bool) -> Word:
    lower = text.lower().replace("’", "'")
    classes: tuple[str, ...] = ()
    initial = text[0].isupper()
    if lower in DAYS:
        classes = ("DAY",)
    elif text in QUOTES:
        classes = ("QUOTE",)
    elif initial:
        classes = ("NAME",)
    return Word(index, text, lower, classes, initial and not opening)
