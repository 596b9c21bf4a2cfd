"""Two stance words in one: "ready to accept", "refused to sign", "vowed to veto"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from parley.findings.positions.filled import Framed

# What a stance on a stance is: (outer, inner) to the stance that both words together take. The topic is then
# the inner word's. Pairs that are missing keep the outer stance, on what the inner clause says.
_TOGETHER = {
    ("rejects", "accepts"): "rejects",
    ("rejects", "rejects"): "undecided",
    ("rejects", "undecided"): "rejects",
    ("accepts_in_principle", "accepts"): "accepts_in_principle",
    ("accepts_in_principle", "undecided"): "accepts_in_principle",
    ("accepts_in_principle", "rejects"): "rejects",
    ("accepts", "undecided"): "accepts_in_principle",
    ("accepts", "rejects"): "rejects",
    ("offers", "rejects"): "rejects",
    ("offers", "accepts"): "accepts",
    ("seeks", "rejects"): "rejects",
    ("withholds", "accepts"): "withholds",
    ("undecided", "accepts"): "undecided",
    ("proposes", "demands"): "demands",
    ("seeks", "demands"): "demands",
    ("seeks", "undecided"): "undecided",
}


def composed(one: Framed, words: Mapping[int, Framed]) -> Framed:
    """A framed word taken together with the stance word that heads its infinitive, where there is one.

    Args:
        one: the framed word.
        words: all framed words of the report, by their token.
    """
    inner = words.get(one.topic.head.i) if one.topic.slot == "inf" else None
    if inner is None or inner.frame.category != "verb" or _asked_of_another(one):
        return one
    stance = _TOGETHER.get((one.frame.stance, inner.frame.stance))
    if stance is None:
        return one
    return replace(one, frame=replace(one.frame, stance=stance, about=inner.frame.about), topic=inner.topic)


def _asked_of_another(one: Framed) -> bool:
    """Whether somebody else is to act ("urged Chad to accept", "wants Chad to sign")."""
    doc = one.token.doc
    between = doc[one.token.i + 1 : one.topic.head.i]
    return any(token.pos_ in {"PROPN", "NOUN", "PRON"} for token in between)
