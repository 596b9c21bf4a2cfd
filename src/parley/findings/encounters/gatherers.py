"""Who meets without a name: "world leaders gathered in Paris", "countries belonging to the group met"."""

from __future__ import annotations

from parley.findings.encounters.actors import actors
from parley.findings.encounters.roles import is_listener, is_role
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.encounters.subjects import subject_of
from parley.findings.encounters.words import base_form
from parley.language.syntax import children, noun_phrase
from parley.language.tree import Token
from parley.vocabulary.encounters import VerbFrame, encounter_words
from parley.vocabulary.offices import singulars

_LONGEST = 6
_GATHERING = frozenset({"gather", "assemble"})


def gathered(scene: Scene, verb: Token, frame: VerbFrame) -> tuple[Actor, ...]:
    """The leaders, ministers or members that meet, in the report's words, or the group that they belong to.

    Args:
        scene: the report.
        verb: the verb of meeting.
        frame: its frame; only of a meeting that needs no second side.
    """
    head = subject_of(verb) if frame.alone and frame.form == "meeting" else None
    if head is None or head.tag_ != "NNS" or is_listener(head):
        return ()
    group = [
        actor
        for clause in children(head, "acl")
        if base_form(clause) == "belong"
        for one in children(clause, "obl")
        for actor in actors(scene, one)
    ]
    if group:
        return tuple(group)
    together = encounter_words().has("together.words", base_form(head))
    name = " ".join(noun_phrase(head).text.split()).removeprefix("the ").removeprefix("The ")
    said = len(name.split()) > 1 and len(name.split()) <= _LONGEST
    return (Actor(name, name, member=False),) if said and (together or is_role(head)) else ()


def is_crowd(verb: Token) -> bool:
    """Whether those who gather are no leaders or envoys, but workers or a crowd in the street."""
    head = subject_of(verb) if base_form(verb) in _GATHERING else None
    if head is None:
        return base_form(verb) in _GATHERING
    lists = encounter_words().lists
    singular = singulars().get(head.lower_, base_form(head))
    return not (singular in lists["together.words"] or singular in lists["together.led"] or head.ent_type_)
