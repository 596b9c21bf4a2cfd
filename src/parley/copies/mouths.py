"""Which words of a paragraph are somebody's, not the reporter's: two outlets may quote the same letter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.vocabulary.copies import first_person_words, spoken_passage

_MARK = re.compile(r"[“”„«»\"]|(?<!\w)[‘](?=\w)|(?<=[\w.,!?])[’](?!\w)")
_OPENS = frozenset("“„«‘")
_CLOSES = frozenset("”»’")


def in_quotation_marks(paragraph: str) -> list[bool]:
    """For every character of a paragraph, whether it stands in quotation marks.

    A quotation that no mark closes goes on to the end of its paragraph; the next one begins anew.
    """
    inside = [False] * len(paragraph)
    opened: int | None = None
    mark = ""
    for found in _MARK.finditer(paragraph):
        sign, at = found[0], found.start()
        if opened is None:
            if sign in _OPENS or sign == '"':
                opened, mark = at, sign
        elif _closes(sign, mark):
            inside[opened : at + 1] = [True] * (at + 1 - opened)
            opened = None
    if opened is not None and mark != "‘":
        inside[opened:] = [True] * (len(paragraph) - opened)
    return inside


def _closes(sign: str, mark: str) -> bool:
    """Whether `sign` ends the quotation that `mark` began."""
    if mark == '"':
        return sign == '"'
    if mark == "‘":
        return sign == "’"
    return (sign in _CLOSES and sign != "’") or sign == '"'


def speaks_for_itself(forms: Sequence[str]) -> bool:
    """Whether words without quotation marks are a letter's or a speech's: they say *I*, *we* and *you*."""
    rate, least = spoken_passage()
    pronouns = sum(form in first_person_words() for form in forms)
    return pronouns >= least and 100 * pronouns >= rate * len(forms)
