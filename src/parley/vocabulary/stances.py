"""Stance frames: which words put a party somewhere on a proposal or issue (`data/stances.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from parley.vocabulary.inflections import base_forms


@dataclass(frozen=True, slots=True)
class StanceFrame:
    """A word that puts a party somewhere.

    Attributes:
        name: the frame's name, what a finding cites as its rule ("verb rule out").
        category: ``verb``, ``adjective``, ``noun``, ``undertaking`` (what somebody will do), ``modal``
            (must), ``only`` (only if), ``verdict`` (the plan is a trap), ``denial`` (no need for talks),
            ``absence`` (there will be no talks), ``answer`` (no talks), ``aim`` (the first thing is to ...),
            ``preposition`` (against the plan), ``threat`` (sanctions follow unless ...),
            ``doubt`` (it is unclear whether ...) or ``term`` (the deal obliges Chad to ...).
        word: base form, in lower case.
        particle: the word that must go with it ("out"), or ''.
        topic: where the proposal or issue stands, first one filled wins.
        stance: where the words put the party, a value of `parley.model.Stance`, or '' where only their denial
            puts it anywhere.
        negated: where their denial puts it, or None for nowhere.
        mind: whether it tells what somebody wants or thinks, not what is said or done in public.
        about: what the topic must be about, or '' for anything.
        speaker: whether the stance is that of whoever says the sentence, not of its subject.
    """

    name: str
    category: str
    word: str
    particle: str
    topic: tuple[str, ...]
    stance: str
    negated: str | None
    mind: bool
    about: str
    speaker: bool


_CATEGORIES = {
    "aims": "aim",
    "verbs": "verb",
    "adjectives": "adjective",
    "nouns": "noun",
    "undertakings": "undertaking",
    "modals": "modal",
    "onlys": "only",
    "verdicts": "verdict",
    "denials": "denial",
    "absences": "absence",
    "answers": "answer",
    "prepositions": "preposition",
    "threats": "threat",
    "doubts": "doubt",
    "terms": "term",
}


@cache
def _data() -> dict[str, Any]:
    source = files("parley.vocabulary").joinpath("data", "stances.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def stance_frames() -> Mapping[str, tuple[StanceFrame, ...]]:
    """All frames by their word, those with a particle first."""
    found: dict[str, list[StanceFrame]] = {}
    for table, category in _CATEGORIES.items():
        for group in _data()[table]:
            for words in group["words"]:
                frame = _frame(category, words, group)
                found.setdefault(frame.word, []).append(frame)
    return MappingProxyType({word: tuple(sorted(frames, key=_narrowest)) for word, frames in found.items()})


def _frame(category: str, words: str, group: Mapping[str, Any]) -> StanceFrame:
    word, _, particle = words.partition(" ")
    return StanceFrame(
        name=f"{category} {words}",
        category=category,
        word=word,
        particle=particle,
        topic=tuple(group["topic"]),
        stance=group["stance"],
        negated=group.get("negated"),
        mind=group.get("kind") == "mind",
        about=group.get("about", ""),
        speaker=group.get("party") == "speaker",
    )


def _narrowest(frame: StanceFrame) -> tuple[bool, bool, bool]:
    """What puts frames that need more than their word first, and those for denials alone last."""
    return frame.category != "term", not frame.particle, not frame.stance


@cache
def frames_of_form(form: str) -> tuple[StanceFrame, ...]:
    """The frames a word as written, in lower case, can be a form of; empty for most words."""
    frames = stance_frames()
    return tuple(frame for base in base_forms(form) for frame in frames.get(base, ()))


@cache
def frame_of_any_deed() -> StanceFrame:
    """The frame of an undertaking with a verb that no other frame knows."""
    return stance_frames()["*"][0]


@cache
def stance_words(name: str) -> frozenset[str]:
    """A list of `data/stances.toml` by its name ("carriers", "light", "reservations")."""
    return frozenset(_data()["lists"][name])


@cache
def named_bodies(noun: str) -> frozenset[str]:
    """Words of a name that tell that a noun ("union") can mean its bearer; empty for other nouns."""
    return frozenset(_data()["named_bodies"].get(noun, ()))


@dataclass(frozen=True, slots=True)
class ConditionMarkers:
    """Words that open a condition.

    Attributes:
        markers: as tuples of words in lower case, longest first.
        never: those that open none.
        ahead: those that open one only beside what has not happened.
        denied: those that open one only beside what is denied.
        bargaining: those that tell that a deed has its price.
    """

    markers: tuple[tuple[str, ...], ...]
    never: frozenset[tuple[str, ...]]
    ahead: frozenset[str]
    denied: frozenset[str]
    bargaining: frozenset[tuple[str, ...]]


@cache
def condition_markers() -> ConditionMarkers:
    """The condition markers of `data/stances.toml`."""
    data = _data()["conditions"]
    markers = sorted((tuple(words.split()) for words in data["markers"]), key=len, reverse=True)
    return ConditionMarkers(
        tuple(markers),
        frozenset(tuple(words.split()) for words in data["never"]),
        frozenset(data["ahead"]),
        frozenset(data["denied"]),
        frozenset(tuple(words.split()) for words in data["bargaining"]),
    )
