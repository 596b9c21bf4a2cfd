"""Applies a lemma rule: the edit-script classes of Chrupała (2006), suffixes only."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 16)
def apply_rule(word: str, rule: str) -> str:
    """The lemma of `word` by a rule ``take off N letters|put on LETTERS[|keep]`` or ``be|LEMMA``.

    A rule that does not fit the word leaves it, in lower case.
    """
    off, _, rest = rule.partition("|")
    on, _, mark = rest.partition("|")
    if off == "be":
        return on
    base = word if mark == "keep" else word.lower()
    count = int(off)
    if count >= len(base) + (not on):
        return base
    return base[: len(base) - count] + on
