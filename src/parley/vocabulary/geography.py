"""Countries, their people and capitals, the seats that stand for them, and organisations by all their names.

One index answers the question a reader asks of a name: whom does this word stand for, and by which kind of
word? The data lie in `data/countries.toml`, `data/metonyms.toml` and `data/organisations.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class Form(StrEnum):
    """By which kind of word a party is named."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    SEAT = "seat"


@dataclass(frozen=True, slots=True)
class Country:
    """A country as news reports write it.

    Attributes:
        name: the form the record uses.
        iso: ISO 3166 code of two letters (also of states that are no more), or ''.
        aliases: other names and abbreviations.
        capitals: every spelling of the seat of government.
        adjectives: "French".
        people: nouns for its nationals.
    """

    name: str
    iso: str
    aliases: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, bloc, armed group, union or medium.

    Attributes:
        name: the form the record uses.
        kind: bloc, agency, armed_group, movement, political_party, union, company or media.
        aliases: other names and abbreviations.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Naming:
    """What a word or phrase stands for.

    Attributes:
        party: the country or organisation, by the record's name for it.
        kind: ``country``, or the kind of the organisation.
        form: by which kind of word.
    """

    party: str
    kind: str
    form: Form


def _read(name: str) -> dict[str, list[dict[str, object]]]:
    return tomllib.loads(files("parley.vocabulary").joinpath("data", name).read_text(encoding="utf-8"))


def _words(entry: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    return tuple(str(word) for word in value) if isinstance(value, list) else ()


_NONE: Mapping[str, Naming] = MappingProxyType({})
# Characters that a name written in capitals must have more of.
_SHORTEST, _SHORTEST_STATE = 5, 3


@cache
def countries() -> tuple[Country, ...]:
    """All countries, in the order of the data file."""
    return tuple(
        Country(
            name=str(entry["name"]),
            iso=str(entry["iso"]),
            aliases=_words(entry, "aliases"),
            capitals=_words(entry, "capitals"),
            adjectives=_words(entry, "adjectives"),
            people=_words(entry, "people"),
        )
        for entry in _read("countries.toml")["countries"]
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """All organisations known by name, in the order of the data file."""
    return tuple(
        Organisation(str(entry["name"]), str(entry["kind"]), _words(entry, "aliases"))
        for entry in _read("organisations.toml")["organisations"]
    )


def _namings() -> Iterator[tuple[str, Naming]]:
    """All namings, the surest last, so that a later one replaces an earlier one."""
    for country in countries():
        for form, words in (
            (Form.CAPITAL, country.capitals),
            (Form.PEOPLE, country.people),
            (Form.ADJECTIVE, country.adjectives),
        ):
            for word in words:
                yield word, Naming(country.name, "country", form)
    for organisation in organisations():
        for word in (organisation.name, *organisation.aliases):
            yield word, Naming(organisation.name, organisation.kind, Form.NAME)
    kinds = {organisation.name: organisation.kind for organisation in organisations()}
    for seat in _read("metonyms.toml")["seats"]:
        party = str(seat["party"])
        for word in _words(seat, "words"):
            yield word, Naming(party, kinds.get(party, "country"), Form.SEAT)
    for country in countries():
        for word in (country.name, *country.aliases):
            yield word, Naming(country.name, "country", Form.NAME)


@cache
def namings() -> Mapping[str, Naming]:
    """Every phrase the vocabulary knows for a party, as written, with what it stands for."""
    found = dict(_namings())
    for word, naming in list(found.items()):
        # Bulletins print names of states in capitals ("CHINA"); short ones of others may be abbreviations.
        state = naming.kind == "country" and naming.form is Form.NAME
        long_enough = len(word) > (_SHORTEST_STATE if state else _SHORTEST)
        if long_enough and word.upper() not in found and naming.form is not Form.ADJECTIVE:
            found[word.upper()] = naming
    return MappingProxyType(found)


@cache
def namings_by_first_word() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases of several words, by their first, longest first; apostrophes are written straight."""
    return _by_first_word(phrase for phrase in namings() if " " in phrase)


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(phrase.replace("’", "'").split())
        found.setdefault(words[0], []).append(words)
    return MappingProxyType(
        {first: tuple(sorted(all_, key=len, reverse=True)) for first, all_ in found.items()}
    )


_lent: ContextVar[Mapping[str, Naming]] = ContextVar("lent", default=_NONE)
_T = frozenset({"t", "T"})
_NO_PHRASES: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType({})
_lent_phrases: ContextVar[Mapping[str, tuple[tuple[str, ...], ...]]] = ContextVar(
    "lent_phrases", default=_NO_PHRASES
)


@contextmanager
def lent(names: Mapping[str, Naming]) -> Iterator[None]:
    """Within it, `naming` knows these names too, for the calling thread or task alone.

    Args:
        names: by the words as written: what a report itself shows ("Kardeva’s foreign minister"), or what
            a person wrote down in a dossier. The vocabulary goes before them.
    """
    all_names = {**_lent.get(), **names}
    before = _lent.set(MappingProxyType(all_names))
    phrases_before = _lent_phrases.set(_by_first_word(all_names))
    try:
        yield
    finally:
        _lent_phrases.reset(phrases_before)
        _lent.reset(before)


def is_lent(words: str) -> bool:
    """Whether only lent names know these words."""
    return words in _lent.get() and words not in namings()


def begins_known(word: str) -> bool:
    """Whether a name that the vocabulary knows, or that is lent, is this word or begins with it."""
    return word in namings() or word in namings_by_first_word() or word in _lent_phrases.get()


def lent_phrases(first: str) -> tuple[tuple[str, ...], ...]:
    """The lent names that begin with a word, longest first, in words; apostrophes are written straight."""
    return _lent_phrases.get().get(first, ())


def naming(words: str) -> Naming | None:
    """What a name, adjective, capital or seat stands for; None where the vocabulary does not know it.

    Letter case counts ("us" is no country), a leading article does not.
    """
    known = namings()
    if words in known:
        return known[words]
    bare = words.strip().removesuffix("‘s")
    found = known.get(bare) or known.get(bare.replace("’", "'")) or _lent.get().get(bare)
    if found is None and bare[:1] in _T and bare[:4].lower() == "the ":
        return naming(bare[4:])
    return found


def country_named(words: str) -> Country | None:
    """The country a name, adjective, noun for its people or capital belongs to, or None."""
    found = naming(words)
    if found is None or found.kind != "country":
        return None
    return _countries_by_name().get(found.party)


@cache
def _countries_by_name() -> Mapping[str, Country]:
    return MappingProxyType({country.name: country for country in countries()})
