"""What the language engine says of one attribution, before anything is made of it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words given to a source, as the field annotates them (PolNeAR's source, cue, content).

    Attributes:
        cue: the words that attribute ("said", "according to").
        source: the words that name the source; empty where the report names none.
        content: what is attributed, in one or more parts, in text order.
        score: the engine's confidence, 0 to 1.
    """

    cue: Span | None
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float
