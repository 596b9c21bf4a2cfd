"""Words that deny, say that it was not so, and reproach, for putting a claim beside its denial."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from parley.vocabulary.geography import countries
from parley.vocabulary.inflections import base_forms

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class DisputeWords:
    """Base forms in lower case. See `data/disputes.toml` for each list."""

    denying: Words
    accusing: Words
    wrapping: Words
    asked: Words
    wishing: Words
    past: Words
    negating: Words
    minding: Words
    supposing: Words
    untrue: Words
    coming: Words
    no_names: Words
    common: Words


@cache
def dispute_words() -> DisputeWords:
    """The words that deny and reproach."""
    source = files("parley.vocabulary").joinpath("data", "disputes.toml")
    data: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return DisputeWords(**{name: frozenset(words) for name, words in data.items()})


@cache
def state_names() -> Words:
    """Single words that name a country, its capital or its people, by their shortest base forms."""
    words = (
        shortest_base(word)
        for country in countries()
        for name in (country.name, *country.aliases, *country.capitals, *country.adjectives, *country.people)
        for word in name.casefold().replace(".", "").split()
    )
    return frozenset(words) - dispute_words().no_names


@cache
def bases_of(word: str) -> Words:
    """What a word in lower case may be a form of, itself included."""
    return frozenset({word, *base_forms(word)})


@cache
def shortest_base(word: str) -> str:
    """The shortest of what a word in lower case may be a form of."""
    return min(bases_of(word), key=lambda base: (len(base), base))
