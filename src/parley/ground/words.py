"""The words of the ground: status words, series, outlines and kinds of places, from `data/*.toml`."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from parley.ground.model import Meaning, Series, Status
from parley.vocabulary.geography import countries, country_named

_WORD_EDGE = r"(?<![^\W_])"
_WORD_END = r"(?![^\W_])"
_NAMED = r"(?P<side>[^\W\d_a-z][\w'’.-]*(?:\s+(?:of\s+|the\s+)?(?:al-)?[^\W\d_a-z][\w'’.-]*){0,3})"
_HELD_BY = re.compile(
    r"(?:.*\b)?(?i:held|controlled|occupied|captured|seized|taken|control)\s+(?i:by|of)\s+(?i:the\s+)?"
    + _NAMED
)
_HELD = re.compile(rf"(?i:the\s+)?{_NAMED}[\s-]+(?i:held|controlled|occupied|control)\b(?!\s+by\b).*")
"""What maps call ground: "Held by the Northern Front", "RSF-controlled"."""


@cache
def read_words(name: str) -> Mapping[str, Any]:
    """A file of `data/` as it stands."""
    source = files("parley.ground").joinpath("data", f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def known_series() -> Mapping[str, Series]:
    """The series that adapters know by their form, by name."""
    return {str(entry["name"]): _series(entry) for entry in read_words("groups")["series"]}


def _series(entry: Mapping[str, Any]) -> Series:
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()
    }
    return Series(**values)


def plain(text: str) -> str:
    """A text in lower case, with plain spaces, for matching words."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("_", " ").casefold().split())


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = sorted(read_words("statuses")[kind], key=len, reverse=True)
    joined = "|".join(re.escape(word) for word in words)
    return re.compile(f"{_WORD_EDGE}(?:{joined}){_WORD_END}")


def mentions(kind: str, text: str) -> bool:
    """Whether a text has a word of a kind of `data/statuses.toml`."""
    return _pattern(kind).search(plain(text)) is not None


@cache
def _side_words() -> Mapping[str, str]:
    """Every single word that names a country, its people or what is theirs, with the country's code."""
    return dict(_country_words()) | _foreign_side_words()


@cache
def _country_words() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for country in countries():
        if not country.iso:
            continue
        for word in (country.name, country.iso, *country.aliases, *country.adjectives, *country.people):
            found.setdefault(plain(word), country.iso)
    return found


def country_meant(words: str) -> str | None:
    """The country that words name as a place, by its name, adjective or people; its capital is a town."""
    return _country_words().get(plain(words))


@cache
def _foreign_side_words() -> dict[str, str]:
    """Words of other languages than English for a side."""
    return {
        plain(word): side for side, words in read_words("statuses")["side_words"].items() for word in words
    }


def side_named(words: str) -> str | None:
    """The side that a word or phrase is: a country's code of two letters, or None.

    A code is taken as it stands; a name, adjective or noun for people as the vocabulary knows it.
    """
    bare = words.strip()
    if re.fullmatch(r"[A-Z]{2}", bare):
        return _foreign_side_words().get(plain(bare), bare)
    country = country_named(bare)
    if country is not None and country.iso:
        return country.iso
    return _side_words().get(plain(bare))


def country_name(code: str) -> str:
    """The name of a country by its code of two letters; the code where nobody knows it."""
    return next((country.name for country in countries() if country.iso == code), code)


def holder_in(words: str) -> str | None:
    """The side of a name of its own that words say holds ground ("Held by East"); None where none is."""
    found = _HELD_BY.fullmatch(words.strip()) or _HELD.fullmatch(words.strip())
    if found is None or mentions("held", found["side"]) or mentions("contested", found["side"]):
        return None
    return found["side"].strip()


def code_of_two(code: str) -> str:
    """A country's code of two letters by its code of two or three; '' where nobody knows it."""
    upper = code.upper()
    return upper if len(upper) == 2 else str(read_words("countries3")["codes"].get(upper, ""))


def side_within(text: str) -> str | None:
    """The side that a text speaks of ("Russian-occupied"), where it speaks of one only."""
    known = _side_words()
    words = re.findall(r"[^\W_]+", plain(text))
    phrases = (
        " ".join(words[start : start + size]) for size in (3, 2, 1) for start in range(len(words) - size + 1)
    )
    foreign = _foreign_side_words()
    found = {known[word] for word in phrases if word in known and (len(word) > 2 or word in foreign)}
    found |= {code for code in re.findall(r"\b[A-Z]{2}\b", text) if plain(code) in known}
    return found.pop() if len(found) == 1 else None


def meaning_of(words: str, side: str | None, home: str | None = None) -> Meaning | None:
    """What a group's own words mean on the common scale; None where nobody knows.

    Args:
        words: the group's words.
        side: who holds it, where something else of the polygon says so.
        home: the side whose ground was taken, for words such as "liberated".
    """
    spoken = side or side_within(words)
    if mentions("not_covered", words):
        return Meaning(Status.NOT_COVERED)
    if mentions("contested", words):
        return Meaning(Status.CONTESTED)
    if mentions("claimed", words):
        return Meaning(Status.CLAIMED, spoken) if spoken else None
    if mentions("regained", words) and not side:
        return Meaning(Status.HELD, home) if home else None
    if spoken:
        return Meaning(Status.HELD, spoken)
    return None


def forbids_redistribution(licence: str) -> bool:
    """Whether a licence, in words, keeps others from having the map; no licence does."""
    return mentions("closed_licences", licence) or not mentions("open_licences", licence)
