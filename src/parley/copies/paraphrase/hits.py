"""What one look at a text brings up: a run of tokens that a spinner may have put there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What kind of evidence a hit is; `score.WEIGHTS` says how much each weighs and why."""

    BROKEN = "broken"
    ARTICLE = "article"
    BARE = "bare"
    STRAINED = "strained"
    LOOSE = "loose"
    WORD = "word"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Hit:
    """A suspicious run of tokens.

    Attributes:
        start: index of its first token.
        end: index after its last token.
        kind: what kind of evidence it is.
        likely: the words that likely stood there, or None.
        key: what it is an instance of; a second instance of the same key proves less than the first.

    """

    start: int
    end: int
    kind: Kind
    likely: str | None
    key: str
