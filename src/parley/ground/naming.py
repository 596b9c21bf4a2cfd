"""Names of places as reports write them: what of the words is the name, and what all its spellings share."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from parley.ground.words import country_meant, read_words

_APOSTROPHES = re.compile(r"(?<=\w)['’ʼʹ`](?=\w)")
_ADJECTIVE = re.compile(
    r"(?:(?<=..)s?k)?(?:yi|yy|iy|ii|ij|yj|oi|oy|aya|oye|y|i|a|e)?$|(?:(?<=..)сь?к)?(?:ий|ый|ой|ая|а|ы|и|і|е)?$"
)
"""The end by which the name of a district is an adjective of its town's: "Pokrovskyi", "Покровський"."""

_POSSESSIVE = re.compile(r"^(.{2,40}?)(?:['’]s|s['’])\s+(.+)$")


_IN = re.compile(
    r"\s+(?:in|of)\s+(?:the\s+)?(?=\S+(?:\s\S+)?\s+(?:oblast|region|province|area|district)\b)", re.I
)
"""Between a settlement and the region it lies in: "Rozlyv in the Donetsk region"."""

_BRACKET = re.compile(r"\s*\(([^()]+)\)\s*$")
_ITS_REGION = re.compile(r"^(?:the\s+)?(.+\b(?:oblast|region|province))['’]s\s+(.+)$", re.I)


def with_region(words: str) -> str:
    """A name with the region it lies in after a comma: "Sudzha (Kursk Oblast)", "Kursk region's Sudzha"."""
    return _ITS_REGION.sub(r"\2, \1", _BRACKET.sub(r", \1", words.strip()))


def in_region(name: str) -> str:
    """A trimmed name with the region it lies in after a comma: "Rozlyv in the Donetsk region"."""
    return _IN.sub(", ", name)


@cache
def _around() -> re.Pattern[str]:
    words = sorted(read_words("place_words")["around"], key=len, reverse=True)
    sides = "|".join(read_words("place_words")["compass"])
    return re.compile(rf"^(?:(?i:{'|'.join(re.escape(word) for word in words)})|{sides})\s+")


def trimmed(words: str) -> tuple[str, str]:
    """A name without what stands before it, and the country that is named there, or ''.

    Args:
        words: such as "parts of Ukraine's northern Sumy region", "the Russian border town of Sudzha".
    """
    name, country = words.strip(), ""
    while True:
        shorter = _around().sub("", name, count=1)
        owner, rest = _owned(shorter)
        if rest:
            country, shorter = country or owner, rest
        if shorter == name:
            return name, country
        name = shorter


def _owned(name: str) -> tuple[str, str]:
    """The country before a name, as its owner or as an adjective, and the name; '' where there is none."""
    possessive = _POSSESSIVE.match(name)
    if possessive is not None:
        owner = country_meant(possessive[1])
        return (owner, possessive[2]) if owner else ("", "")
    first, _, rest = name.partition(" ")
    owner = country_meant(first) if rest and len(first) > 2 else None
    return (owner, rest) if owner else ("", "")


@cache
def kind_words(name: str) -> tuple[str, ...]:
    """The words of the data for kinds of places, folded, longest first."""
    return tuple(sorted((fold(word) for word in read_words("place_words")[name]), key=len, reverse=True))


@cache
def _spellings() -> dict[str, str]:
    return {
        _bare(word): _bare(group[0]) for group in read_words("place_words")["spellings"] for word in group
    }


def fold(name: str) -> str:
    """A name without case, accents and punctuation."""
    bare = "".join(
        character for character in unicodedata.normalize("NFKD", name) if not unicodedata.combining(character)
    )
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def _bare(name: str) -> str:
    """A folded name whose apostrophes, which often stand for a soft sign, part no words."""
    return fold(_APOSTROPHES.sub("", name))


def key_of(name: str) -> str:
    """What all spellings of a name have in common: no word for its kind, one spelling."""
    bare = f" {_bare(name)} "
    for word in (*kind_words("site_kinds"), *kind_words("kinds")):
        bare = bare.replace(f" {word} ", " ")
    bare = " ".join(bare.split())
    return _spellings().get(bare, bare)


def spellings_of(key: str) -> tuple[str, ...]:
    """All spellings, folded, of which a key is the common one; itself among them."""
    return (key, *(word for word, first in _spellings().items() if first == key))


def stem_of(name: str) -> str:
    """What the name of a district and that of its town begin with: "pokrov" of "Pokrovskyi raion"."""
    return _ADJECTIVE.sub("", key_of(name).replace(" ", ""), count=1)


def has_kind(name: str, kinds: str) -> bool:
    """Whether a name has a word for a kind of place: `kinds` or `site_kinds` of the data."""
    padded = f" {fold(name)} "
    skipped = {"the", "of"}
    return any(f" {word} " in padded for word in kind_words(kinds) if word not in skipped)


def without_settlement(name: str) -> str:
    """A name without the word for a kind of settlement at its beginning or end: "Kherson city"."""
    words = name.split()
    kinds = set(kind_words("settlements"))
    while len(words) > 1 and fold(words[-1]) in kinds:
        words.pop()
    while len(words) > 1 and fold(words[0]) in kinds:
        words.pop(0)
    return " ".join(words)


@cache
def _aliases() -> dict[str, str]:
    return {
        fold(name): str(one["means"]) for one in read_words("place_words")["alias"] for name in one["names"]
    }


def meant(words: str) -> str:
    """A name for what goes by a short name of its own ("ZNPP"); other names as they are."""
    return _aliases().get(fold(words), words)
