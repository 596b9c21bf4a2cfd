"""Words made of syllables, for reports that are made up: nobody's, and enough that two stories share few."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

_PLAIN = ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v")
_ONSETS = tuple(sorted((*_PLAIN, "br", "dr", "gl", "kr", "pr", "st", "tr")))
_VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "ou")
_ENDS = ("n", "l", "r", "st", "nd", "m", "rk", "t", "sh", "ve")


@cache
def words_of_kind(kind: str, count: int) -> tuple[str, ...]:
    """Some `count` words, always the same of one kind."""
    chance = Random(f"words {kind}")
    return tuple(sorted({syllables(chance) for _ in range(count)}))


def syllables(chance: Random) -> str:
    """A word of two or three syllables."""
    made = "".join(chance.choice(_ONSETS) + chance.choice(_VOWELS) for _ in range(chance.randint(1, 2)))
    return made + chance.choice(_ENDS)


def name(chance: Random) -> str:
    """Somebody's name."""
    return f"{syllables(chance).title()} {syllables(chance).title()}"


def clause(chance: Random, towns: Sequence[str]) -> str:
    """Words that could be said of anything, with one of some towns and a figure in them."""
    nouns, verbs, kinds = (
        words_of_kind("noun", 4000),
        words_of_kind("verb", 1500),
        words_of_kind("kind", 1500),
    )
    first = f"the {chance.choice(kinds)} {chance.choice(nouns)} of {chance.choice(towns)}"
    second = f"{chance.choice(verbs)}ed {chance.randint(2, 900)} {chance.choice(nouns)}s"
    third = f"{chance.choice(verbs)}ed {chance.choice(kinds)} {chance.choice(nouns)}s"
    return f"{first} {second} and the {chance.choice(nouns)} {third}"
