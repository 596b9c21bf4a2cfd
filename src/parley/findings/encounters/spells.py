"""The days of an encounter that took several ("a two-day summit opened on Monday")."""

from __future__ import annotations

import re
from datetime import timedelta

from parley.findings.encounters.scene import Scene
from parley.findings.encounters.words import base_form
from parley.language.times import TimeExpression, bounds
from parley.language.times.edtf import interval
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words

_DAYS = re.compile(r"P(\d{1,2})D")
_LONGEST = 31


def spread_over(scene: Scene, near: Token, start: int, lasting: TimeExpression, on: str) -> str | None:
    """All days of what began or ended on one day ("a two-day summit opened on Monday"), or None.

    Args:
        scene: the report.
        near: the noun or verb of the encounter.
        start: the token where its day begins.
        lasting: how long it took.
        on: its day.
    """
    days, limits = _DAYS.fullmatch(lasting.value or ""), bounds(on)
    if days is None or limits is None or limits[0] != limits[1] or not 1 < int(days[1]) <= _LONGEST:
        return None
    whole = timedelta(days=int(days[1]) - 1)
    words = encounter_words()
    doc = scene.doc
    low, high = sorted((near.i, start))
    # What lies between the two, or governs them: "ended on Monday", "announced on Monday after two days of".
    between = [base_form(token) for token in doc[max(0, low - 6) : high + 1] if token.tag_.startswith("VB")]
    if any(words.has("status.ending", lemma) for lemma in between):
        return interval(limits[0] - whole, limits[0])
    if any(words.has("status.beginning", lemma) for lemma in between):
        return interval(limits[0], limits[0] + whole)
    behind = {token.lower_ for token in doc[max(0, near.i - 6) : near.i]} & words.lists["roles.behind"]
    return interval(limits[0] - whole, limits[0]) if behind else None


def in_a_row(one: str, two: str) -> str | None:
    """Two days in a row as an interval."""
    first, second = sorted((one, two))
    left, right = bounds(first), bounds(second)
    if left is None or right is None or left[0] != left[1] or right[0] != right[1]:
        return None
    return interval(left[0], right[0]) if right[0] - left[0] == timedelta(days=1) else None
