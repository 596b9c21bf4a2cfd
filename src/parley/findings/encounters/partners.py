"""With whom, by the verb that tells of an encounter: "met the envoy", "spoke with Lund", "flew to Lima"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from parley.findings.encounters.actors import actors, standing_at
from parley.findings.encounters.listing import preposition
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.senses import called_up, only_person
from parley.findings.encounters.sketch import Actor, merged_actors
from parley.findings.encounters.words import base_form
from parley.language.syntax import case_of, children, relation
from parley.language.tree import Token
from parley.vocabulary.encounters import VerbFrame, encounter_words

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_WINDOW = 5
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM"})


def partners_of(
    scene: Scene, verb: Token, frame: VerbFrame, recent: Sequence[tuple[Actor, ...]]
) -> tuple[tuple[Actor, ...], Token | None]:
    """The other side, and the place reached."""
    found: list[Actor] = []
    reached = None
    for child in children(verb, "obj", "obl", "nmod", "iobj"):
        case = case_of(child)
        label = relation(child)
        gone_to = frame.place_object and (label == "obj" or not case)
        if gone_to or (label != "obj" and case in frame.destinations):
            house = child.ent_type_ == "ORG" and child.lower_ in encounter_words().lists["roles.houses"]
            if child.ent_type_ in _PLACES or house or _is_destination(child):
                reached = child
            elif frame.place_object:
                found.extend(actors(scene, child, recent))
        elif case in frame.partners or (label in {"obj", "iobj"} and frame.object and not case):
            if case and _of_encounter(verb, child):
                continue
            found.extend(actors(scene, child, recent) if frame.bare else _others(scene, verb, child, recent))
        elif label == "obj" and frame.form == "talks":
            found.extend(_beside_topic(scene, child, frame, recent))
    if not found and (frame.partners or frame.object):
        partner = only_person(verb) if frame.bare else None
        if partner is not None:
            found.extend(actors(scene, partner, recent))
        elif (nearby := _partner_nearby(verb, frame)) is not None:
            found.extend(standing_at(scene, nearby[0], nearby[1], recent))
    if frame.person_object:
        hosted, phoned = frame.form == "meeting", called_up(verb)
        found = [one for one in found if one.person or phoned or (hosted and _are_several(one))]
    return merged_actors(found), reached


def _are_several(actor: Actor) -> bool:
    """Whether it is a group told without a name ("31 delegations"), which somebody can host."""
    return not actor.member and actor.name.endswith("s")


def _of_encounter(verb: Token, head: Token) -> bool:
    """Whether an encounter named between has this other side ("spoke at a news conference with Lund")."""
    between = verb.doc[verb.i + 1 : head.i]
    return any(one.tag_.startswith("NN") and base_form(one) in encounter_words().nouns for one in between)


def _is_destination(noun: Token) -> bool:
    return encounter_words().has("roles.destinations", base_form(noun))


def _others(scene: Scene, verb: Token, head: Token, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Who stands after the verb or its preposition."""
    start = preposition(head)
    if start is None and head.i > verb.i and not any(one.pos_ == "ADP" for one in scene.doc[verb.i : head.i]):
        start = verb.i
    return standing_at(scene, start + 1, head, recent) if start is not None else actors(scene, head, recent)


def _beside_topic(
    scene: Scene, topic: Token, frame: VerbFrame, recent: Sequence[tuple[Actor, ...]]
) -> list[Actor]:
    """The other side that the parse hung to what is talked about ("discuss the quota with the envoy")."""
    beside = (child for child in children(topic, "nmod") if case_of(child) in frame.partners)
    return [actor for child in beside for actor in actors(scene, child, recent)]


def _partner_nearby(verb: Token, frame: VerbFrame) -> tuple[int, Token] | None:
    """Where the other side begins that the parse hung elsewhere, and the head of its phrase."""
    doc = verb.doc
    if frame.object and not any(True for _ in children(verb, "obj")):
        following = doc[verb.i + 1 : verb.i + _WINDOW]
        phrase = list(takewhile(lambda token: token.pos_ in _NOMINAL, following))
        if phrase and phrase[-1].pos_ in {"NOUN", "PROPN", "PRON"}:
            return verb.i + 1, phrase[-1]
    for index in range(verb.i + 1, min(verb.i + _WINDOW, len(doc) - 1)):
        token = doc[index]
        if token.lower_ in frame.partners and token.tag_ != "TO":
            return index + 1, (token.head if token.head.i > index else doc[index + 1])
        another = token.tag_.startswith("NN") and base_form(token) in encounter_words().nouns
        if token.pos_ in {"VERB", "AUX", "PUNCT"} or another:
            return None
    return None
