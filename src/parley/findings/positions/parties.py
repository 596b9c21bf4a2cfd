"""Whose a stance is: the side behind the subject or owner of a stance word."""

from __future__ import annotations

from spacy.tokens import Token

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.positions.frames import Framed
from parley.language.syntax import agent, noun_phrase, obliques, passive, subject
from parley.model import Statement
from parley.vocabulary.geography import naming
from parley.vocabulary.offices import singulars, standings

_LONGEST = 7


def parties(scene: Scene, one: Framed) -> tuple[str, ...]:
    """The sides whose stance a framed word gives, in text order; empty where it is nobody's."""
    if one.frame.speaker:
        statement = scene.told_by(one.token)
        party = speaking_party(scene, statement) if statement is not None else None
        return (party,) if party else ()
    head = _bearer(one)
    if head is None or (one.frame.category == "undertaking" and scene.told_by(one.token) is None):
        return ()
    return _sides(scene, actors(scene, head)) or _nameless(scene, head)


def _nameless(scene: Scene, head: Token) -> tuple[str, ...]:
    """The side of a group that the report only describes ("the teachers", "lawmakers"), in its words."""
    named = naming(head.text)
    if named is not None and head.tag_.startswith("NNP"):
        return (named.party,)
    plural = head.tag_ == "NNS" and head.pos_ == "NOUN"
    if not plural and head.ent_type_ != "ORG":
        return ()
    if plural and singulars().get(head.lower_, head.lemma_.lower()) not in standings():
        return ()
    words = noun_phrase(head)
    if len(words) > _LONGEST:
        return ()
    return (words.text.removeprefix("The ").removeprefix("the "),)


def _bearer(one: Framed) -> Token | None:
    if one.owner is not None:
        return one.owner
    predicate = one.predicate
    if predicate.pos_ == "VERB" and one.frame.category == "verb" and passive(predicate):
        by = agent(predicate)
        if by is not None:
            return by
        return next((oblique.head for oblique in obliques(predicate, "between")), None)
    found = subject(predicate)
    if found is not None and found.i == one.topic.head.i:
        return None
    return found


def _sides(scene: Scene, found: tuple[Actor, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(side for actor in found if (side := side_of(scene, actor)) is not None))


def side_of(scene: Scene, actor: Actor) -> str | None:
    """The side somebody belongs to; None for people who speak for nobody."""
    if actor.person and actor.party == actor.name:
        return None
    return actor.party.removeprefix("the ")


def speaking_party(scene: Scene, statement: Statement) -> str | None:
    """The side for which the source of a statement speaks, or None."""
    source = statement.source
    if source is None:
        return None
    if source.on_behalf_of:
        return source.on_behalf_of.split("; ")[0]
    member = scene.cast.named(source.name)
    return member.affiliation if member is not None else None
