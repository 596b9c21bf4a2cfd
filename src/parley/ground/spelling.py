"""Other spellings of a name, as another language or another way of transliterating writes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from parley.ground.words import read_words

_MOST_CHANGES = 4
_MOST_TRIED = 2500
_SOFT = frozenset("bdlnprstvz")
"""Consonants behind which an apostrophe for a soft sign may have parted a name."""


def respelled(key: str) -> Iterator[str]:
    """Other spellings of a folded name, those with the fewest changes first; itself is not among them.

    Args:
        key: such as "gulyaypole", of which "hulyaypole" is one.
    """
    seen, last = {key}, [key]
    for _ in range(_MOST_CHANGES):
        following = []
        for one in last:
            for other in _one_change(one):
                if other in seen:
                    continue
                if len(seen) > _MOST_TRIED:
                    return
                seen.add(other)
                following.append(other)
                yield other
        last = following


def _one_change(key: str) -> Iterator[str]:
    for wrong, right in _changes():
        start = key.find(wrong)
        while start >= 0:
            yield key[:start] + right + key[start + len(wrong) :]
            start = key.find(wrong, start + 1)
    for place, letter in enumerate(key[:-1], start=1):
        if letter in _SOFT and key[place] != " ":
            yield f"{key[:place]} {key[place:]}"


def misspelled(one: str, other: str) -> bool:
    """Whether two names may be one by a slip of the pen: no consonant stands for another one.

    "Kramatrosk" may be Kramatorsk; "Belogorodka" is no slip for "Belogorovka".
    """
    ours, theirs = Counter(_consonants(one)), Counter(_consonants(other))
    return not (ours - theirs and theirs - ours)


def _consonants(key: str) -> str:
    """The consonants of a name, each once where it stands doubled."""
    found = ""
    for letter in key:
        if letter not in "aeiouy " and not found.endswith(letter):
            found += letter
    return found


@cache
def _changes() -> tuple[tuple[str, str], ...]:
    return tuple((str(wrong), str(right)) for wrong, right in read_words("place_words")["respelled"])
