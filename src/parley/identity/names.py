"""Names of people taken apart and compared, whatever their accents, particles and transliteration."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from parley.vocabulary.identity import (
    family_name_first,
    given_name_groups,
    leading_family_names,
    left_out_particles,
    spellings,
)
from parley.vocabulary.offices import suffixes

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_POINTS = re.compile(r"(?<![^\W_])([^\W_])\.(?=[^\W_]\.)")
_INITIALS = re.compile(r"^([A-Z]{2})(?= )")
_HYPHENED = re.compile(r"([^\W\d_]+)[-‐‑–]([^\W\d_]+)")
_VOWELS = frozenset("aeiouyh")
_LETTERS = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ı": "i",
    "ə": "a",
}
ALIKE = 0.8
"""From this likeness on, two spellings of a family name with the same consonants are taken for one."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts, all folded.

    Attributes:
        given: given names and initials, in order; empty where the report gives the family name alone.
        family: the family name, its words joined.
        suffix: "jr", "sr", "ii", or empty.
    """

    given: tuple[str, ...]
    family: str
    suffix: str = ""

    @property
    def detail(self) -> int:
        """How much the name says: more parts tell people better apart."""
        return 10 * len(self.given) + sum(len(part) > 1 for part in self.given) + 5 * bool(self.suffix)


@lru_cache(maxsize=65536)
def folded(words: str) -> str:
    """Words in small letters without accents, points and apostrophes, hyphens as blanks."""
    joined = _POINTS.sub(r"\1 ", words)
    plain = "".join(
        _LETTERS.get(letter, letter)
        for letter in unicodedata.normalize("NFKD", joined.casefold())
        if not unicodedata.combining(letter)
    )
    return " ".join(re.sub(r"['’`]", "", word) for word in _WORD.findall(plain))


@lru_cache(maxsize=65536)
def person_name(words: str, party: str | None = None) -> PersonName:
    """A person's name in its parts.

    Args:
        words: the name as the report has it, without titles.
        party: whom the person belongs to: people of some are named family name first.
    """
    parts = folded(_joined(words)).split()
    endings = {folded(suffix) for suffix in suffixes()}
    suffix = parts.pop() if len(parts) > 1 and parts[-1] in endings else ""
    if len(parts) < 2:
        return PersonName((), parts[0] if parts else "", suffix)
    if _family_first(parts, party):
        return PersonName(("".join(parts[1:]),), parts[0], suffix)
    particles = left_out_particles()
    given = tuple(part for part in parts[:-1] if part not in particles)
    return PersonName(given, parts[-1], suffix)


def _family_first(parts: list[str], party: str | None) -> bool:
    """Whether a name is given family name first."""
    known = parts[0] in leading_family_names()
    if party is None:
        return known and parts[-1] not in leading_family_names() and len(parts) in (2, 3)
    return party in family_name_first() and (known or parts[-1] not in leading_family_names())


def _joined(words: str) -> str:
    """A name with hyphened parts as one word, particles before a family name left out, initials apart."""
    apart = _INITIALS.sub(lambda found: " ".join(found[1]), words)
    return _HYPHENED.sub(
        lambda found: found[2] if found[1].casefold() in left_out_particles() else found[0], apart
    ).replace("-", "")


@lru_cache(maxsize=65536)
def written_alike(word: str) -> str:
    """A folded word as all transliterations of it are compared: "gaddafi" and "qadhafi" give one."""
    for group, written in spellings():
        word = word.replace(group, written)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of a folded word, transliterations taken as one; a first vowel counts as one."""
    written = written_alike(word)
    first = "a" if written[:1] in set("aeiou") else written[:1]
    rest = "".join(letter for letter in written[1:] if letter not in _VOWELS)
    return re.sub(r"(.)\1+", r"\1", first + rest.replace("v", "f"))


def family_likeness(first: str, second: str) -> float:
    """How alike two folded family names are: 1 the same, 0 not."""
    if first == second:
        return 1.0
    if written_alike(first) == written_alike(second):
        return 0.98
    if consonants(first) != consonants(second):
        return 0.0
    ratio = _ratio(written_alike(first), written_alike(second))
    long_enough = min(len(first), len(second)) >= 5
    return ratio if ratio >= ALIKE and long_enough else 0.0


def _ratio(first: str, second: str) -> float:
    """The share of letters two words have in common in order; the order of the words does not matter."""
    both = ((first, second), (second, first))
    return max(SequenceMatcher(None, *pair, autojunk=False).ratio() for pair in both)


def given_likeness(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """How alike two people's given names are: 1 the same, 0 names of two people.

    Middle names may be missing in one; where both have them, they must fit.
    """
    if not first or not second:
        raise ValueError("both need given names")
    leading = _one_likeness(first[0], second[0])
    if leading == 0.0:
        return _moved(first, second)
    for one, other in zip(first[1:], second[1:], strict=False):
        if _one_likeness(one, other) == 0.0:
            return 0.0
    return leading if len(first) == len(second) else leading - 0.01


def _moved(first: tuple[str, ...], second: tuple[str, ...]) -> float:
    """The likeness where one report leaves the first given name out ("Javad" of "Mohammad Javad")."""
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) == 1 and len(longer) > 1 and len(shorter[0]) > 2:
        best = max(_one_likeness(shorter[0], one) for one in longer[1:])
        return best - 0.05 if best >= 0.9 else 0.0
    return 0.0


def _one_likeness(first: str, second: str) -> float:
    if first == second:
        return 1.0
    if len(first) == 1 or len(second) == 1:
        return 0.9 if first[0] == second[0] else 0.0
    if written_alike(first) == written_alike(second):
        return 0.98
    groups = given_name_groups()
    if groups.get(first, frozenset()) & groups.get(second, frozenset()):
        return 0.95
    if consonants(first) == consonants(second):
        ratio = _ratio(written_alike(first), written_alike(second))
        return 0.93 if ratio >= 0.75 and min(len(first), len(second)) >= 4 else 0.0
    return 0.0
