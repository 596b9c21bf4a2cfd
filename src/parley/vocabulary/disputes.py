"""Words that deny and reproach, for putting a claim beside its denial."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from parley.vocabulary.inflections import base_forms

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class DisputeWords:
    """Base forms in lower case. See `data/disputes.toml` for each list."""

    denying: Words
    accusing: Words
    wrapping: Words
    asked: Words
    common: Words


@cache
def dispute_words() -> DisputeWords:
    """The words that deny and reproach."""
    source = files("parley.vocabulary").joinpath("data", "disputes.toml")
    data: dict[str, list[str]] = tomllib.loads(source.read_text(encoding="utf-8"))
    return DisputeWords(**{name: frozenset(words) for name, words in data.items()})


@cache
def bases_of(word: str) -> Words:
    """What a word in lower case may be a form of, itself included."""
    return frozenset({word, *base_forms(word)})
