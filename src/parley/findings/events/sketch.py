"""One place that tells of an event, before the places that tell of the same one are joined."""

from __future__ import annotations

from dataclasses import dataclass

from parley.findings.encounters.sketch import Actor
from parley.model import Span


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one clause tells it.

    Attributes:
        code: root class.
        name: which deed of its class.
        evidence: the words that tell of it.
        sentence: number of its sentence.
        actors: who did it.
        others: the other side.
        place: where, or None.
        on: EDTF date, or None.
        factuality: as the finding has it.
        claimed_by: who says so, or None.
        words: nouns and verbs of the clause, by which two tellings of one deed are known.
    """

    code: str
    name: str
    evidence: Span
    sentence: int
    actors: tuple[Actor, ...]
    others: tuple[Actor, ...]
    place: str | None
    on: str | None
    factuality: str
    claimed_by: str | None
    words: frozenset[str]
