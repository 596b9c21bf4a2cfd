"""How names are compared when somebody looks for one: as plain words, whatever their accents and points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from parley.record.errors import BadFilter

_INITIAL_POINT = re.compile(r"(?<![^\W_])([^\W_])\.")
_WORD = re.compile(r"[^\W_]+")


def searchable(name: str) -> str:
    """The words of a name in small letters without accents, each between blanks: " jose da silva ".

    Points after single letters are no borders of words: "U.S." is one word, "us".
    """
    unaccented = "".join(
        letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)
    )
    words = _WORD.findall(_INITIAL_POINT.sub(r"\1", unaccented).casefold())
    return f" {' '.join(words)} " if words else ""


def asked_words(name: str | None) -> tuple[str, ...]:
    """The words that a name must have for somebody who asks for it; none where none was asked for.

    Raises:
        BadFilter: when it has no word to look for.
    """
    words = tuple(searchable(name or "").split())
    if name is not None and not words:
        raise BadFilter(f"There is no word to look for in {name!r}.")
    return words


def has_words(name: str, words: Iterable[str]) -> bool:
    """Whether a name has all the words that are looked for, in any order."""
    within = searchable(name)
    return all(f" {word} " in within for word in words)
