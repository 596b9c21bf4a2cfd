"""From a word as written to the base forms it can be of ("declined" to "declin", "decline")."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_VOWELS = frozenset("aeiou")
_SHORTEST = 3


@cache
def irregular_forms() -> dict[str, str]:
    """From an irregular form to its base form."""
    source = files("parley.vocabulary").joinpath("data", "inflections.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {form: base for base, forms in data.items() for form in forms}


@lru_cache(maxsize=50_000)
def base_forms(word: str) -> tuple[str, ...]:
    """The base forms a word in lower case can be an inflection of, likeliest first, the word itself included.

    The candidates are not checked against a dictionary: ask which of them is a word you know.
    """
    base = irregular_forms().get(word)
    found = [base] if base is not None else []
    found.append(word)
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST - 1:
            found.extend(_stems(word[: -len(ending)]))
    if word.endswith("men") and len(word) > _SHORTEST + 1:
        found.append(word[:-3] + "man")
    if word.endswith(("ied", "ies")) and len(word) > _SHORTEST + 1:
        found.append(word[:-3] + "y")
    if word.endswith("es") and len(word) > _SHORTEST:
        found.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST:
        found.append(word[:-1])
    return tuple(dict.fromkeys(found))


def _stems(stem: str) -> list[str]:
    """Base forms whose past or participle leaves this stem: as it is, with an e, without a doubled letter."""
    stems = [stem, stem + "e"]
    doubled = len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    return [*stems, stem[:-1]] if doubled else stems
