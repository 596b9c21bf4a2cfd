"""News conferences and briefings: who gives them is who speaks at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from parley.findings.encounters.nouns import PRESS, by_noun, frame_of
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, Sketch
from parley.model import EncounterStatus, Statement


def by_press(scene: Scene, noun: Token, recent: Sequence[tuple[Actor, ...]]) -> Sketch | None:
    """What a noun like "news conference" tells, or None where no such event is meant."""
    frame = frame_of(noun)
    if frame is None or frame.form not in PRESS:
        return None
    told = by_noun(scene, noun, recent)
    if told is None:
        return None
    statement = _said_there(scene, noun)
    if statement is None or statement.source is None:
        return replace(told, status=told.status or EncounterStatus.HELD)
    member = scene.cast.named(statement.source.name)
    name = statement.source.name
    speaker = Actor(name, statement.source.on_behalf_of or name, True, member is not None)
    future = told.status in {EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED} and told.sure
    return replace(
        told,
        actors=(speaker,),
        on=told.on or statement.said_on,
        status=told.status if future else EncounterStatus.HELD,
        rule=f"{told.rule}.statement",
    )


def _said_there(scene: Scene, noun: Token) -> Statement | None:
    """The statement made there: its source or cue stands in the noun's sentence, the noun not in its words."""
    first, last = scene.bounds_of[scene.sentence_of[noun.i]]
    low, high = scene.doc[first].idx, scene.doc[last - 1].idx + len(scene.doc[last - 1])
    found: list[tuple[int, Statement]] = []
    for statement in scene.statements:
        mark = statement.cue or (statement.source.mention if statement.source else None)
        if mark is None or statement.source is None or not low <= mark.start < high:
            continue
        if any(part.start <= noun.idx < part.end for part in statement.content):
            continue
        found.append((abs(mark.start - noun.idx), statement))
    return min(found, key=lambda one: one[0])[1] if found else None
