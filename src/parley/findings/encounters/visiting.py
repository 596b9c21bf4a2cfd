"""Who makes a visit that the noun names: "paid a visit to Oslo", "is in Lima on a three-day visit"."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.actors import actors
from parley.findings.encounters.governing import Governed
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.encounters.subjects import subject_of
from parley.findings.encounters.words import base_form
from parley.language.syntax import case_of, children
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WHILE = frozenset({"on", "during", "after", "following", "before", "for", "at"})


def travellers(
    scene: Scene, noun: Token, clause: Governed, recent: Sequence[tuple[Actor, ...]]
) -> tuple[Actor, ...]:
    """The people who make a visit, by the clause in which it is told; empty where it names no place.

    Args:
        scene: the report.
        noun: "visit", "trip".
        clause: what governs it.
        recent: who took part in the encounters told before.
    """
    governor = clause.governor
    if clause.role == "predicate" and clause.case == "on" and _goes_somewhere(noun, noun):
        head = next(children(noun, "nsubj"), None)  # "is on a three-day visit to Oslo"
        return tuple(one for one in actors(scene, head, recent) if one.person) if head is not None else ()
    if governor is None or not _goes_somewhere(noun, governor):
        return ()
    paid = clause.role == "object" and encounter_words().has("roles.paying", base_form(governor))
    if not paid and not (clause.role == "oblique" and clause.case in _WHILE):
        return ()
    receives = base_form(governor) in encounter_words().lists["roles.receiving"]
    head = next(children(governor, "obj"), None) if receives else subject_of(governor)
    return tuple(one for one in actors(scene, head, recent) if one.person) if head is not None else ()


def _goes_somewhere(noun: Token, governor: Token) -> bool:
    # A tour is of a place, a visit to one.
    ways = {"to", "in", "at", "of", "through"} if base_form(noun) == "tour" else {"to", "in", "at"}
    named = [child for child in children(noun, "nmod") if case_of(child) in ways]
    houses = encounter_words().lists["roles.destinations"]
    reached = any(
        child.ent_type_ in _PLACES or child.pos_ == "PROPN" or base_form(child) in houses for child in named
    )
    return reached or governor.ent_type_ in _PLACES
