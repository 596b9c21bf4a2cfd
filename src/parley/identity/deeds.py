"""Whether two wordings tell of one deed: "stops its strikes", "halt the strikes on ports"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from parley.vocabulary.commitments import commitment_words, deeds_of

Word = frozenset[str]
"""What one word tells of a deed: names that words for the same share."""

_WORD = re.compile(r"[^\W_]+(?:[-’'.,][^\W_]+)*")
_PREFIX = 6
_SHARE = 0.5


@lru_cache(maxsize=20_000)
def deed_words(words: str) -> tuple[Word, ...]:
    """What the words of an act or condition tell of a deed, in order; words that tell nothing left out."""
    found = (deeds_of(word.casefold()) for word in _WORD.findall(words.replace("cease fire", "cease-fire")))
    return tuple(word for word in found if word)


def without(words: tuple[Word, ...], names: Iterable[str]) -> tuple[Word, ...]:
    """The words of a deed without those of names ("Niger withdraws" is to withdraw)."""
    named = {word for name in names for word in deed_words(name)}
    return tuple(word for word in words if word not in named)


def same_word(one: Word, other: Word) -> bool:
    """Whether two words tell of the same: by a name they share, or one stem ("mobilise", "mobilisation")."""
    if one & other:
        return True
    return any(
        _is_plain(first) and _is_plain(second) and first[:_PREFIX] == second[:_PREFIX]
        for first in one
        for second in other
    )


def _is_plain(word: str) -> bool:
    return word.islower() and len(word) > _PREFIX


def handles(words: Iterable[Word]) -> frozenset[str]:
    """What words are looked up by: two that tell of the same share one of these at least."""
    names = {name for word in words for name in word}
    return frozenset((*names, *(f"{name[:_PREFIX]}-" for name in names if _is_plain(name))))


def shared(one: tuple[Word, ...], other: tuple[Word, ...]) -> int:
    """How many words of one deed the other has too."""
    return sum(1 for word in one if any(same_word(word, found) for found in other))


def same_deed(one: str, other: str) -> bool:
    """Whether two acts of one party are one deed: the same verb, half of the words, the same numbers."""
    first, second = deed_words(one), deed_words(other)
    if not first or not second or _numbers(first) != _numbers(second) or denies(one) != denies(other):
        return one.casefold() == other.casefold()
    both, shorter = shared(first, second), min(len(first), len(second))
    if both == shorter:
        return True
    return same_word(first[0], second[0]) and both >= 2 and both / shorter > _SHARE


def _numbers(words: tuple[Word, ...]) -> frozenset[str]:
    return frozenset(name for word in words for name in word if name[:1].isdigit())


def does(condition: tuple[Word, ...], act: tuple[Word, ...]) -> bool:
    """Whether the words of a condition, without names, tell of an act."""
    both = shared(act, condition)
    return both >= 2 or (both == 1 and len(act) == 1)


def tells(condition: tuple[Word, ...], act: tuple[Word, ...]) -> bool:
    """Whether the words of a condition that names nobody tell of an act: of its verb, and of more."""
    return does(condition, act) and len(act) > 1 and any(same_word(act[0], word) for word in condition)


def denies(act: str) -> bool:
    """Whether an act is that something will not be done."""
    return act.casefold().startswith("not ")


def does_the_same(condition: str) -> bool:
    """Whether a condition repeats the promised act ("if Niger does the same")."""
    return any(word in commitment_words("same") for word in condition.casefold().split())
