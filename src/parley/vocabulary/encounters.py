"""How reports tell of encounters: nouns and verbs with their frames, and how far one has come."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from parley.vocabulary.offices import plural

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class NounFrame:
    """What a noun names.

    Attributes:
        form: the form of encounter.
        plural_only: whether it counts in the plural only ("talks").
        needs_parties: whether it names an encounter only where its participants stand with it.
        modifiers: words of which one must stand right before it; empty for none.
        neutral: whether it may be a call as well as a meeting ("conversation").
    """

    form: str
    plural_only: bool = False
    needs_parties: bool = False
    modifiers: Words = frozenset()
    neutral: bool = False


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """Which of a verb's arguments take part.

    Attributes:
        form: the form of encounter.
        partners: prepositions that name the other side.
        object: whether the object is the other side.
        person_object: whether that object must be a person.
        place_object: whether the object is where the subject goes.
        destinations: prepositions of where the subject goes.
        alone: whether a subject of several is enough.
        bare: whether anything but object and time means another sense of the verb.
        intended: whether it counts only after a verb of going or planning ("flies to Oslo to see").
    """

    form: str
    partners: Words = frozenset()
    object: bool = False
    person_object: bool = False
    place_object: bool = False
    destinations: Words = frozenset()
    alone: bool = False
    bare: bool = False
    intended: bool = False


@dataclass(frozen=True, slots=True)
class EncounterWords:
    """The word lists of `data/encounters.toml`; see there for what each holds.

    Attributes:
        nouns: frames by the noun's lemma; several where its modifiers decide.
        verbs: frame by the verb's lemma, with its particle ("sit down").
        lists: the other lists, by section and name ("status.scheduling").
        noun_forms: from every form of a listed word as a noun to the word.
        verb_forms: from every form of a listed word as a verb to the word.
    """

    nouns: Mapping[str, tuple[NounFrame, ...]]
    verbs: Mapping[str, VerbFrame]
    lists: Mapping[str, Words]
    noun_forms: Mapping[str, str]
    verb_forms: Mapping[str, str]

    def has(self, name: str, word: str) -> bool:
        """Whether a list holds a word."""
        return word in self.lists[name]


@cache
def encounter_words() -> EncounterWords:
    """The frames and word lists for encounters."""
    source = files("parley.vocabulary").joinpath("data", "encounters.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    irregular = data.pop("forms")
    nouns: dict[str, tuple[NounFrame, ...]] = {}
    for entry in data.pop("nouns"):
        words, frame = _frame(entry)
        for word in words:
            nouns[word] = (*nouns.get(word, ()), NounFrame(**frame))
    verbs: dict[str, VerbFrame] = {}
    for entry in data.pop("verbs"):
        words, frame = _frame(entry)
        verbs.update({word: VerbFrame(**frame) for word in words})
    lists = {
        f"{section}.{name}": frozenset(words)
        for section, entry in data.items()
        for name, words in entry.items()
    }
    # Longer words first, so that "fail" and not the listed adjective "failed" is what "failed" comes from.
    listed = {*nouns, *verbs, *(word for words in lists.values() for word in words), *irregular}
    known = sorted(listed, key=lambda word: (-len(word), word))
    return EncounterWords(
        MappingProxyType(nouns),
        MappingProxyType(verbs),
        MappingProxyType(lists),
        MappingProxyType({plural(word): word for word in known} | {word: word for word in known}),
        MappingProxyType(
            {form: word for word in known for form in _verb_forms(word, irregular.get(word, ()))}
        ),
    )


def _verb_forms(verb: str, irregular: Iterable[str]) -> Iterator[str]:
    """The forms of a verb, regular ones made by rule: "cancels", "cancelled", "canceling"."""
    yield from (verb, *irregular)
    stem, _, particle = verb.partition(" ")
    rest = f" {particle}" if particle else ""
    yield plural(stem) + rest
    bases = {stem.removesuffix("e")} if stem.endswith("e") else {stem, stem + stem[-1]}
    for base in bases:
        yield f"{base}ing{rest}"
        yield (f"{base[:-1]}ied" if base.endswith("y") and base[-2:-1] not in "aeiou" else f"{base}ed") + rest


def _frame(entry: dict[str, Any]) -> tuple[list[str], dict[str, Any]]:
    """The words of an entry, and its other fields with lists as sets."""
    fields = {key: frozenset(value) if isinstance(value, list) else value for key, value in entry.items()}
    fields.pop("words")
    return entry["words"], fields
