"""From measures to a verdict: whether two reports carry one text, share passages, or stand alone."""

from __future__ import annotations

from parley.copies.comparison import Comparison, Side
from parley.copies.kinds import Verdict
from parley.copies.passages import passages

# Measured on pairs mined from many outlets, and on reports of one event written independently
# (`bench/copies.py`): these share at most 5 of 100 of their own words in runs, 26 of 100 in like sentences.
_OWN_SHARED = 0.38
_SHARED = 0.42
_OWN_ALIKE = 0.5
_ALIKE_WORDS = 100
_WORDS = 50
_ENOUGH_OWN = 40

# What both quote apart, two prints of one document (a speech, a letter, a list) share nearly all.
_WHOLE = 0.6
_OWN = 0.5

# A flash of one sentence, and the story it opens.
_FLASH = 20
_FLASH_SHARED = 0.8

# Of the skeleton that template twins share, most holds other names; of a reworked report, hardly a third.
_TWINS = 0.45

_PASSAGE = 30
_PASSAGES = 40
_PASSAGES_SHARE = 0.12
_PASSAGES_LEAST = 25


def verdict(comparison: Comparison) -> Verdict:
    """Whether two reports carry one text, are made by one template, share passages, or stand alone."""
    if _is_copy(comparison):
        return Verdict.TWINS if comparison.twins >= _TWINS else Verdict.COPY
    return Verdict.PASSAGES if _shares_passages(comparison) else Verdict.NOTHING


def _is_copy(comparison: Comparison) -> bool:
    """Whether the one's own words are the other's, as they stand or reworded; what both quote is nobody's."""
    sides = sorted((comparison.first, comparison.second), key=lambda side: (side.own, side.words))
    if sides[0].words < _FLASH:
        return False
    if all(max(side.shared, side.whole) >= _WHOLE and _is_of_one_reporter(side) for side in sides):
        return True
    telling = next((side for side in sides if side.own >= _ENOUGH_OWN), None)
    return _is_flash(sides[0]) or (telling is not None and _is_carried(telling))


def _is_of_one_reporter(side: Side) -> bool:
    """Whether a side has hardly anything but what both quote, or its own words too are the other's."""
    return side.own < _ENOUGH_OWN or max(side.own_shared, side.told) >= _OWN


def _is_carried(side: Side) -> bool:
    """Whether a side's own words stand in the other's to a good part."""
    if side.own_shared >= _OWN_SHARED and side.shared >= _SHARED and side.own_shared * side.own >= _WORDS:
        return True
    return side.alike >= _OWN_ALIKE and side.alike * side.own >= _ALIKE_WORDS


def _is_flash(side: Side) -> bool:
    """Whether a side is a few words of its own that the other has too."""
    return side.own >= _FLASH and side.own_shared >= _FLASH_SHARED and 2 * side.own > side.words


def _shares_passages(comparison: Comparison) -> bool:
    """Whether what two otherwise independent reports share is too long for chance."""
    found = passages(comparison.runs)
    shared = sum(passage.shared for passage in found)
    if shared >= _PASSAGES or any(passage.shared >= _PASSAGE for passage in found):
        return True
    shorter = min(comparison.first.words, comparison.second.words)
    return shared >= _PASSAGES_LEAST and shared >= _PASSAGES_SHARE * shorter
