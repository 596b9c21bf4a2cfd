"""What is known of synonym spinners: substitutes, set expressions, broken phrases, rates of honest news."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class SpinnerWords:
    """The tables of `data/paraphrases.toml`; their comments say what each is for.

    Attributes:
        substitutes: part of speech ("nouns", "verbs", "adjectives", "other") to word to its substitutes.
        everyday: word to substitutes that fit nearly everywhere.
        expressions: kind ("names", "nouns", "verbs", "fixed", "loose") to set expressions.
        phrases: strength ("broken", "strained") to spun phrase to the likely original, "" where unknown.
        habits: word lists of the checks that need no dictionary.
        honest: phrases that look broken but that reporters write.

    """

    substitutes: dict[str, dict[str, tuple[str, ...]]]
    everyday: dict[str, tuple[str, ...]]
    expressions: dict[str, tuple[str, ...]]
    phrases: dict[str, dict[str, str]]
    habits: dict[str, tuple[str, ...]]
    honest: tuple[str, ...]


@cache
def spinner_words() -> SpinnerWords:
    """The tables of `data/paraphrases.toml`."""
    data = _table("paraphrases.toml")
    return SpinnerWords(
        substitutes={
            kind: {word: tuple(found) for word, found in table.items()}
            for kind, table in data["substitutes"].items()
        },
        everyday={word: tuple(found) for word, found in data["everyday"].items()},
        expressions={kind: tuple(found) for kind, found in data["expressions"].items()},
        phrases=data["phrases"],
        habits={name: tuple(found) for name, found in data["habits"].items()},
        honest=tuple(data["honest"]["phrases"]),
    )


@cache
def honest_rates() -> dict[str, int]:
    """How often honest news uses a word, in a million; words seen less than once are left out."""
    # One text of many lines: three thousand keys of TOML took 13 ms to read, at the start of every command.
    rows = (line.split() for line in _table("word_rates.toml")["per_million"].splitlines())
    return {word: int(rate) for word, rate in rows}


def _table(name: str) -> dict[str, Any]:
    source = files("parley.vocabulary").joinpath("data", name)
    return tomllib.loads(source.read_text(encoding="utf-8"))
