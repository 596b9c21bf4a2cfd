"""The words that show an encounter."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.scene import Scene
from parley.language.tree import Token
from parley.model import Span

_REACH = 45


def evidence(scene: Scene, near: Token, tokens: Sequence[int]) -> Span:
    """The words from the first to the last of `tokens` within the sentence of `near`."""
    first, last = scene.bounds_of[scene.sentence_of[near.i]]
    kept = [index for index in (near.i, *tokens) if first <= index < last and abs(index - near.i) <= _REACH]
    start, end = min(kept), max(kept) + 1
    while start < near.i and (scene.doc[start].is_space or scene.doc[start].is_punct):
        start += 1
    while end - 1 > near.i and scene.doc[end - 1].is_space:
        end -= 1
    return scene.span(start, end)
