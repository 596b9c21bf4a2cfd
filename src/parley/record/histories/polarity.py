"""Whether words say that something was so, that it was not so, or neither."""

from __future__ import annotations

from collections.abc import Sequence

from parley.record.names import searchable
from parley.vocabulary.disputes import bases_of, dispute_words

_NEAR = 12
"""Words within which a "not" is that of the first clause."""

_CORE = 4
"""Words behind it among which stands what was not so."""

_FIRST = frozenset({"no", "neither", "none"})
_NO_CLAUSE = frozenset({"there"})
_AT_THE_END = 4


def said_not(said: str) -> str | None:
    """The words of a content that tell what was not so, or None where it does not say so.

    "It had not fired a shot" (fired), "no talks were held", "that is false" (no word of its own). What is
    only wished, known, supposed or still to come is left out: that answers nobody who says what happened.
    """
    plain = searchable(said).split()
    place = _negation(plain[:_NEAR])
    if place is not None and of_the_past(said):
        behind = plain[place + 1 : place + 1 + _CORE]
        telling = [word for word in behind if word not in dispute_words().common]
        return " ".join(telling if plain[place] in _FIRST else telling[:1])
    return "" if _is_called_wrong(plain) else None


def asserts(said: str, cue: str) -> bool:
    """Whether a content says that something is or was so, as far as its words and those around it tell."""
    plain = searchable(said).split()
    wishes = any(bases_of(word) & dispute_words().wishing for word in searchable(cue).split())
    return bool(plain) and plain[0] != "to" and not wishes


def of_the_past(said: str) -> bool:
    """Whether nothing in a content is still to come."""
    return not dispute_words().coming & set(searchable(said).split())


def _negation(opening: Sequence[str]) -> int | None:
    """Where the "not" of what is told stands among the first words of a content."""
    lists = dispute_words()
    for place, word in enumerate(opening):
        if word in lists.supposing:
            return None
        if word not in lists.negating or _minds(opening[place + 1 : place + 3]):
            continue
        ahead, told = set(opening[:place]), bool(lists.past & set(opening))
        if word in _FIRST:
            # "No talks were held", "there had been no talks", "neither side fired".
            return place if told and (place <= 1 or _NO_CLAUSE & ahead) else None
        if word == "never" or lists.past & set(opening[max(0, place - 1) : place]):
            return place
    return None


def _minds(behind: Sequence[str]) -> bool:
    return any(bases_of(word) & dispute_words().minding for word in behind)


def _is_called_wrong(plain: Sequence[str]) -> bool:
    lists = dispute_words()
    ends = set(plain[-_AT_THE_END:])
    return bool(lists.untrue & ends) and bool({"is", "are", "was", "were", "as"} & ends)
