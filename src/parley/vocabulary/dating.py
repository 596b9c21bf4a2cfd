"""The words that decide when something was said, as data (`data/dating.toml`, which says what each is)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class DatingWords:
    """Lists of words, and numbers by their words; see `data/dating.toml` for each."""

    clause_openers: Words
    fronted_openers: Words
    fronted_fillers: Words
    subject_follows: Words
    acting_cues: Words
    announcing: Words
    speaking: Words
    occasions: Words
    speeches: Words
    definite: Words
    out_of_time: Words
    background: Words
    quoting_prepositions: Words
    lasting: Words
    possessives: Words
    requesting: Words
    takes_of: Words
    takes_for: Words
    silent: Words
    answering: Words
    answered: Words
    gatherings: Words
    facing: Words
    bodies: Words
    meeting: Words
    exchanges: Words
    encounters: Words
    issuing: Words
    reacting: Words
    delegates: Words
    papers: Words
    speaking_for: Words
    negations: Words
    day_numbers: Mapping[str, int]


@cache
def dating_words() -> DatingWords:
    """The words, read once."""
    data = tomllib.loads((files("parley.vocabulary") / "data" / "dating.toml").read_text(encoding="utf-8"))
    numbers = MappingProxyType(data.pop("day_numbers"))
    return DatingWords(day_numbers=numbers, **{name: frozenset(words) for name, words in data.items()})
