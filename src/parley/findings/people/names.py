"""Names as strings: what belongs to a name, which of two is fuller, whether two can be one person's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from parley.vocabulary.offices import families_first, honorifics, particles, suffixes, titles

_REMEMBERED = 1 << 13
_INITIAL = re.compile(r"^[A-Z]\.$")


@lru_cache(maxsize=_REMEMBERED)
def folded(text: str) -> str:
    """Text in lower case, without accents, apostrophes made straight."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


@lru_cache(maxsize=_REMEMBERED)
def plain_name(text: str) -> str:
    """A person's name for display: honorifics and titles off the front, middle initials out, not in capitals.

    A name that is nothing but titles comes back as it is.
    """
    words = text.split()
    while len(words) > 1 and (words[0] in honorifics() or words[0] in titles()):
        words = words[1:]
    kept = [
        word
        for number, word in enumerate(words)
        if not (_INITIAL.match(word) and 0 < number < len(words) - 1)
    ]
    return " ".join(_capitalised(word) for word in kept)


def _capitalised(word: str) -> str:
    shouted = len(word) > 3 and word.isupper() and word.isalpha()
    return word.capitalize() if shouted else word


@lru_cache(maxsize=_REMEMBERED)
def name_words(text: str) -> tuple[str, ...]:
    """The words by which a person's name is compared: folded, no titles, initials or suffixes."""
    words = [
        word
        for word in plain_name(text).split()
        if word.rstrip(",") not in suffixes() and not _INITIAL.match(word)
    ]
    return tuple(folded(word).strip(",.\"“”'") for word in words) or (folded(text),)


def family_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The family name at the end of a full name, with its particles ("de mistura")."""
    start = len(words) - 1
    while start > 1 and words[start - 1] in particles():
        start -= 1
    return words[start:]


def variants(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name ("zelensky", "zelenskyy")."""
    if one == other:
        return True
    bare = one.replace("-", ""), other.replace("-", "")
    if bare[0] == bare[1]:
        return True
    if min(len(one), len(other)) < 5 or one[:3] != other[:3]:
        return False
    return _within(one, other, 2 if min(len(one), len(other)) >= 7 else 1)


def _within(one: str, other: str, most: int) -> bool:
    """Whether at most `most` letters have to be changed, put in or left out."""
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for place, against in enumerate(other, 1):
            row.append(min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != against)))
    return row[-1] <= most


def same_full_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names (two words and more) can be one person's."""
    if "".join(one).replace("-", "") == "".join(other).replace("-", ""):
        return True
    if _ends_with(one, other) or _ends_with(other, one) or _without_mothers(one, other):
        return True
    if not variants(one[-1], other[-1]):
        return False
    first, second = one[0], other[0]
    if variants(first, second) or (first[:4] == second[:4] and len(first) > 3 < len(second)):
        return True
    return (len(first) == 1 or len(second) == 1) and first[0] == second[0]


def _without_mothers(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one is the other without its last word ("Luis Mora" for "Luis Mora Vega")."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 2 and longer[: len(shorter)] == shorter and len(longer) == len(shorter) + 1


def _ends_with(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    return len(longer) > len(shorter) and longer[-len(shorter) :] == shorter


@lru_cache(maxsize=_REMEMBERED)
def short_for(short: tuple[str, ...], full: tuple[str, ...]) -> int:
    """How well a short name fits a full one: 3 family name, 2 a variant or half, 1 first word, 0 not."""
    family = family_words(full)
    if short == family or _ends_with(full, short) or short == family[-1:]:
        return 3
    if len(short) == 1 and variants(short[0], full[-1]):
        return 2
    first = len(full) > 1 and full[0] in families_first() and full[-1] not in families_first()
    if first and short == full[:1]:
        return 3
    stripped = tuple(word.removeprefix("al-").removeprefix("el-") for word in (short[-1], full[-1]))
    if stripped[0] == stripped[1] and len(short) == 1:
        return 2
    if len(short) == 1 and short[0] in full[1:-1] and len(short[0]) > 2:
        return 2
    return 1 if len(full) > len(short) and full[: len(short)] == short else 0


def fuller(one: str, other: str) -> str:
    """The fuller of two display names: more words first, then more letters; the first where they tie."""
    size = [(len(name.split()), len(name)) for name in (one, other)]
    return other if size[1] > size[0] else one
