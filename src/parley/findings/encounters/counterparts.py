"""Who somebody's counterparts are: "his Danish counterpart", "their Chadian and Nigerian counterparts"."""

from __future__ import annotations

from parley.findings.encounters.naming import named_after
from parley.findings.encounters.pairs import actor_of
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, merged_actors
from parley.findings.encounters.within import named_within, parties_within
from parley.findings.people import Kind
from parley.language.tree import Token


def counterparts(scene: Scene, head: Token, start: int, end: int) -> list[Actor]:
    """Who "his Chadian counterpart" is: who is named behind it, else its country or only person."""
    if head.lower_ not in {"counterpart", "counterparts"}:
        return []
    named = named_after(scene, head) if head.lower_ == "counterpart" else None
    known = scene.cast.at(named) if named is not None else None
    if known is not None:
        return [actor_of(known)]
    if named_within(scene, head.i, end):
        return []
    parties = list(merged_actors(parties_within(scene, start, head.i)))
    names = {actor.name for actor in parties}
    people = [one for one in scene.cast.members if one.kind is Kind.PERSON and one.party in names]
    return [actor_of(people[0])] if len(parties) == 1 and len(people) == 1 else parties
