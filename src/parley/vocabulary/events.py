"""How reports tell of deeds: verbs and nouns with the root classes of PLOVER (`data/events*.toml`)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from parley.vocabulary.inflections import base_forms

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class VerbSense:
    """One sense of a verb that tells of a deed; `data/events_verbs.toml` says what each field asks for.

    Attributes:
        code: root class.
        name: the deed, as a finding cites its rule.
        word: the verb's base form.
        particle: the words that must go with it ("out"), or ''.
        object: classes of which the object must be one; with "!" it must not.
        subject: the same of the subject.
        bare: whether it counts only without an object.
        phrase: prepositions of which one must follow.
        inside: classes of which the noun after such a preposition must be one.
        clause: what it must govern.
        does: classes of which the verb of that clause must be one.
        target: where the other side stands.
        actor: the preposition after which the doer stands, or '' for the subject.
        needs: what must be known, or ''.
        ahead: whether the verb says that the deed is only planned.
    """

    code: str
    name: str
    word: str
    particle: str = ""
    object: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    bare: bool = False
    phrase: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    clause: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    target: tuple[str, ...] = ("obj",)
    actor: str = ""
    needs: str = ""
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class NounSense:
    """One sense of a noun that names a deed; `data/events_nouns.toml` says what each field asks for.

    Attributes:
        code: root class.
        name: the deed, as a finding cites its rule.
        word: the noun's base form.
        actor: where the doer stands.
        target: where the other side stands.
        modifiers: words of which one must stand before it; empty for none.
        labour: "only" or "never" where labour is meant, or ''.
    """

    code: str
    name: str
    word: str
    actor: tuple[str, ...]
    target: tuple[str, ...]
    modifiers: Words = frozenset()
    labour: str = ""


def _read(name: str) -> dict[str, Any]:
    source = files("parley.vocabulary").joinpath("data", name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _data() -> dict[str, Any]:
    return _read("events.toml")


def root_codes() -> tuple[str, ...]:
    """PLOVER's root classes, in the order of its codebook."""
    return tuple(_data()["codes"])


@cache
def folded_codes(code: str) -> frozenset[str]:
    """The root classes a code stands for: itself, or those that an older scheme puts together under it."""
    return frozenset(_data()["folded"].get(code, (code,)))


@cache
def code_words(name: str) -> frozenset[str]:
    """A set of root classes: ``verbal`` (done with words) or ``promised`` (AGREE when only promised)."""
    return frozenset(_data()[name])


@cache
def word_class(name: str) -> Words:
    """The nouns, or verbs, of a class, base forms in lower case."""
    return frozenset(_data()["classes"][name])


@cache
def reality_words(name: str) -> Words:
    """Words that say whether a deed was done, will be, or is only talked of."""
    return frozenset(_data()["reality"][name])


@cache
def telling_words(name: str) -> Words:
    """Words that show whether a noun tells of one deed that was done."""
    return frozenset(_data()["telling"][name])


@cache
def verb_senses() -> Mapping[str, tuple[VerbSense, ...]]:
    """The senses of each verb, by its base form, those that ask for most first."""
    allowed = {field.name for field in fields(VerbSense)}
    found: dict[str, list[VerbSense]] = {}
    for entry in _read("events_verbs.toml")["verbs"]:
        rest = {key: _frozen(value) for key, value in entry.items() if key in allowed}
        for words in entry["words"]:
            word, _, particle = words.partition(" ")
            found.setdefault(word, []).append(VerbSense(word=word, particle=particle, **rest))
    return MappingProxyType({word: tuple(_ordered(senses)) for word, senses in found.items()})


def _ordered(senses: Iterable[VerbSense]) -> list[VerbSense]:
    """Senses with a particle before those without; otherwise as the data has them."""
    return sorted(senses, key=lambda sense: not sense.particle)


@cache
def noun_senses() -> Mapping[str, tuple[NounSense, ...]]:
    """The senses of each noun that names a deed, by its base form."""
    found: dict[str, tuple[NounSense, ...]] = {}
    for entry in _read("events_nouns.toml")["nouns"]:
        for word in entry["words"]:
            sense = NounSense(
                code=entry["code"],
                name=entry["name"],
                word=word,
                actor=tuple(entry["actor"]),
                target=tuple(entry["target"]),
                modifiers=frozenset(entry.get("modifiers", ())),
                labour=entry.get("labour", ""),
            )
            found[word] = (*found.get(word, ()), sense)
    return MappingProxyType(found)


@lru_cache(maxsize=50_000)
def verb_senses_of(form: str) -> tuple[VerbSense, ...]:
    """The senses of every verb that a word in lower case is a form of, likeliest verb first."""
    known = verb_senses()
    return tuple(sense for base in base_forms(form) for sense in known.get(base, ()))


@lru_cache(maxsize=50_000)
def noun_senses_of(form: str) -> tuple[NounSense, ...]:
    """The senses of every noun that a word in lower case is a form of, likeliest noun first."""
    known = noun_senses()
    return tuple(sense for base in base_forms(form) for sense in known.get(base, ()))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


@lru_cache(maxsize=200_000)
def base_in(word: str, known: Words) -> str | None:
    """The known word that a word in lower case is a form of, or None."""
    return next((base for base in base_forms(word) if base in known), None)
