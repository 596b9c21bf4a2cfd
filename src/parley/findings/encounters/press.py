"""News conferences and briefings: who gives them is who speaks at them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.encounters.actors import actors, standing_at
from parley.findings.encounters.frames import PRESS, frame_of
from parley.findings.encounters.nouns import by_noun
from parley.findings.encounters.parties import partner_nearby
from parley.findings.encounters.saying import said_there
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, Sketch, merged_actors
from parley.language.syntax import possessor
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
    owner = possessor(noun)
    given = actors(scene, owner, recent) if owner is not None else ()
    if given and statement is not None and statement.source is not None:
        there = told.case in _WHILE and statement.source.name == given[0].name
        statement = statement if there else None
    if statement is None or statement.source is None:
        there = told.case in _WHILE and told.status is EncounterStatus.PROPOSED
        return replace(
            told,
            status=EncounterStatus.HELD if there else told.status or EncounterStatus.HELD,
        )
    member = scene.cast.named(statement.source.name)
    name = statement.source.name
    speaker = Actor(name, statement.source.on_behalf_of or name, True, member is not None)
    future = told.status in {EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED} and told.sure
    # What was said at "a hastily scheduled news conference" was said.
    future = future and told.case not in _WHILE
    return replace(
        told,
        actors=merged_actors((speaker, *_beside(scene, noun, recent))),
        around=replace(told.around, on=told.on or statement.said_on),
        status=told.status if future else EncounterStatus.HELD,
        rule=f"{told.rule}.statement",
    )


def _beside(scene: Scene, noun: Token, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Who else gives it ("at a joint news conference with Vega")."""
    partner = partner_nearby(noun)
    return standing_at(scene, partner[0] + 1, partner[1], recent) if partner is not None else ()
