"""News conferences and briefings: who gives them is who speaks at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.encounters.nouns import PRESS, by_noun, frame_of
from parley.findings.encounters.saying import said_there
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, Sketch
from parley.language.tree import Token
from parley.model import EncounterStatus

_WHILE = frozenset({"at", "in", "during"})


def by_press(scene: Scene, noun: Token, recent: Sequence[tuple[Actor, ...]]) -> Sketch | None:
    """What a noun like "news conference" tells, or None where no such event is meant."""
    frame = frame_of(noun)
    if frame is None or frame.form not in PRESS:
        return None
    told = by_noun(scene, noun, recent)
    if told is None:
        return None
    statement = said_there(scene, noun)
    if statement is None or statement.source is None:
        return replace(told, status=told.status or EncounterStatus.HELD)
    member = scene.cast.named(statement.source.name)
    name = statement.source.name
    speaker = Actor(name, statement.source.on_behalf_of or name, True, member is not None)
    future = told.status in {EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED} and told.sure
    # What was said at "a hastily scheduled news conference" was said.
    future = future and told.case not in _WHILE
    return replace(
        told,
        actors=(speaker,),
        around=replace(told.around, on=told.on or statement.said_on),
        status=told.status if future else EncounterStatus.HELD,
        rule=f"{told.rule}.statement",
    )
