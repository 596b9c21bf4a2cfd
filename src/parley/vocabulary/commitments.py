"""Commitments: which words give one, what becomes of it, how a deed is known (`data/commitments.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from parley.vocabulary.inflections import base_forms
from parley.vocabulary.stances import StanceFrame

_CATEGORIES = MappingProxyType(
    {"verbs": "verb", "adjectives": "adjective", "nouns": "noun", "undertakings": "undertaking"}
)


@dataclass(frozen=True, slots=True)
class CommitmentFrame:
    """A word that gives a commitment.

    Attributes:
        frame: the word with the places of its parts, as stances have them.
        status: what it makes of the act: ``offered`` or ``accepted``.
        conditional: whether it gives one only with a condition.
        denied: whether it says that the act will not be done.
    """

    frame: StanceFrame
    status: str
    conditional: bool
    denied: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a verb makes of the commitment that is its object.

    Attributes:
        verb: its base form.
        status: ``met``, ``withdrawn``, ``breach_alleged`` or ``accepted``.
        particles: the words that must stand right after the verb, or ().
    """

    verb: str
    status: str
    particles: tuple[str, ...]


@cache
def _data() -> dict[str, Any]:
    source = files("parley.vocabulary").joinpath("data", "commitments.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _frames() -> Mapping[str, tuple[CommitmentFrame, ...]]:
    found: dict[str, tuple[CommitmentFrame, ...]] = {}
    for table, category in _CATEGORIES.items():
        for group in _data()[table]:
            for words in group["words"]:
                made = _frame(category, words, group)
                found[made.frame.word] = (*found.get(made.frame.word, ()), made)
    return MappingProxyType(found)


def _frame(category: str, words: str, group: Mapping[str, Any]) -> CommitmentFrame:
    word, _, particle = words.partition(" ")
    frame = StanceFrame(
        name=f"{category} {words}",
        category=category,
        word=word,
        particle=particle,
        topic=tuple(group["topic"]),
        stance="offers",
        negated=None,
        mind=False,
        about="",
        speaker=False,
    )
    return CommitmentFrame(
        frame, group["status"], group.get("bound") == "condition", bool(group.get("denied", False))
    )


@lru_cache(maxsize=50_000)
def commitment_frames(form: str) -> tuple[CommitmentFrame, ...]:
    """The frames a word as written, in lower case, can be a form of; empty for most words."""
    frames = _frames()
    return tuple(frame for base in base_forms(form) for frame in frames.get(base, ()))


@cache
def _outcomes() -> Mapping[str, tuple[Outcome, ...]]:
    found: dict[str, tuple[Outcome, ...]] = {}
    for status, verbs in _data()["outcomes"].items():
        for words in verbs:
            verb, *particles = words.split()
            found[verb] = (*found.get(verb, ()), Outcome(verb, status, tuple(particles)))
    return MappingProxyType(
        {verb: tuple(sorted(all_, key=lambda one: -len(one.particles))) for verb, all_ in found.items()}
    )


@lru_cache(maxsize=50_000)
def outcomes(form: str) -> tuple[Outcome, ...]:
    """What a verb as written, in lower case, can make of a commitment; those with most particles first."""
    known = _outcomes()
    return tuple(one for base in base_forms(form) for one in known.get(base, ()))


@cache
def commitment_words(name: str) -> frozenset[str]:
    """A list of `data/commitments.toml` by its name ("bonds", "faint", "deeds")."""
    return frozenset(_data()["lists"][name])


@lru_cache(maxsize=50_000)
def is_form_of(form: str, name: str) -> bool:
    """Whether a word as written, in lower case, can be a form of a word of a list of the data file."""
    return not commitment_words(name).isdisjoint(base_forms(form))


@cache
def further_markers() -> tuple[tuple[str, ...], ...]:
    """Words that open a condition of a commitment beside those of stances, longest first."""
    markers = (tuple(words.split()) for words in _data()["conditions"]["markers"])
    return tuple(sorted(markers, key=len, reverse=True))


@cache
def next_openings() -> tuple[tuple[str, ...], ...]:
    """Words by which a sentence sets a condition to what the one before promises."""
    return tuple(tuple(words.split()) for words in _data()["conditions"]["next_openings"])


@cache
def _deed_of() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for deed, words in _data()["same_deed"].items():
        for word in words:
            found.setdefault(word, set()).add(deed)
    return MappingProxyType({word: frozenset(deeds) for word, deeds in found.items()})


@lru_cache(maxsize=50_000)
def deeds_of(word: str) -> frozenset[str]:
    """What a word as written, in lower case, tells of a deed: names that words for one deed share.

    Words that tell nothing of a deed ("the", "if") give nothing; a word without known fellows gives its base
    forms, so that "reinstates" and "reinstated" share one.
    """
    bases = base_forms(word)
    ignored = _ignored()
    if any(base in ignored for base in bases[:2]) or not any(letter.isalnum() for letter in word):
        return frozenset()
    known = _deed_of()
    shared = frozenset(deed.upper() for base in bases for deed in known.get(base, ()))
    return shared or frozenset(bases)


@cache
def _ignored() -> frozenset[str]:
    return frozenset(_data()["ignored"]["words"])
