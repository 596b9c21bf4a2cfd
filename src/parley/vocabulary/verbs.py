"""Words that the reading of verbs needs: futures, modal auxiliaries, negations."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class VerbWords:
    """The word lists of `data/verbs.toml`, in lower case.

    Attributes:
        prospective: lemmas whose infinitive complement lies in the future ("set", "expect").
        future_auxiliaries: auxiliaries that make a future ("will", "'ll").
        modal_auxiliaries: from the form as written to the word it stands for ("'d" to "would").
        negations: words that deny the verb they depend on.

    """

    prospective: frozenset[str]
    future_auxiliaries: frozenset[str]
    modal_auxiliaries: dict[str, str]
    negations: frozenset[str]


@cache
def verb_words() -> VerbWords:
    """The word lists of `data/verbs.toml`."""
    source = files("parley.vocabulary").joinpath("data", "verbs.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    modals = {form: word for word, forms in data["modal_auxiliaries"].items() for form in forms}
    return VerbWords(
        prospective=frozenset(data["prospective"]),
        future_auxiliaries=frozenset(data["future_auxiliaries"]),
        modal_auxiliaries=modals,
        negations=frozenset(data["negation"]["words"]),
    )
