"""Encounters of which somebody says that they were not: "the rebels said they had not met the envoy"."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.language.syntax import Aspect, Tense, aspect, negated, tense
from parley.language.tree import Token


def is_gainsaid(scene: Scene, predicate: Token | None) -> bool:
    """Whether somebody who is heard says of the past that it did not happen.

    What the reporter says was not held is no encounter; what a side says was not is its denial.

    Args:
        scene: the report.
        predicate: the verb that tells of the encounter, or None.
    """
    if predicate is None or scene.told_by(predicate) is None or not negated(predicate, own=True):
        return False
    return tense(predicate) is Tense.PAST or aspect(predicate) is Aspect.PERFECT
