"""How names are compared when somebody looks for one: as plain words, whatever their accents and points."""

from __future__ import annotations

import re
import unicodedata

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
