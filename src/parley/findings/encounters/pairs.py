"""Who "both sides" and "the two leaders" are, by who was named before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor, Sketch
from parley.findings.encounters.words import base_form
from parley.findings.people import Kind, Member
from parley.language.tree import Token
from parley.model import Span
from parley.vocabulary.offices import Sex

_CLIMB = 6
_OBJECTS = {"him": Sex.HE, "her": Sex.SHE}
_STATES = frozenset({"country", "nation", "state", "government", "capital", "countries", "nations"})


def actor_of(member: Member) -> Actor:
    """A member of the cast as one who takes part."""
    party = member.party or member.affiliation or member.name
    if member.kind is not Kind.PERSON and member.naming is not None:
        return Actor(member.naming.party, member.naming.party)
    return Actor(member.name, party, member.kind is Kind.PERSON)


def pair(scene: Scene, head: Token, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Who "the two leaders" or "both sides" are: the last two who met, else the last two named before."""
    people = base_form(head) in {"leader", "man", "president", "premier", "pair", "duo"}
    for actors_before in reversed(recent):
        if len(actors_before) == 2 and (not people or all(one.person for one in actors_before)):
            return actors_before
    found: dict[str, Actor] = {}
    states = base_form(head) in _STATES
    for member in _latest(scene, head.idx):
        country = member.naming is not None and member.naming.kind == "country"
        if states:
            if country and member.naming is not None:
                found.setdefault(member.naming.party, Actor(member.naming.party, member.naming.party))
        elif (
            (member.kind is Kind.PERSON)
            if people
            else member.kind in {Kind.COUNTRY, Kind.GROUP, Kind.ORGANISATION}
        ):
            actor = actor_of(member)
            found.setdefault(actor.party if people else actor.name, actor)
        if len(found) == 2:
            return tuple(reversed(found.values()))
    return ()


def with_other_side(sketches: list[Sketch]) -> list[Sketch]:
    """Sketches of talks that name one side, with the other, where a report tells of talks of two and no more.

    "Chad wants to resume the talks", in a report on talks between Chad and Niger, are those two's.
    """
    talks = [sketch for sketch in sketches if sketch.form == "talks"]
    pairs = {pair for sketch in talks if (pair := _parties(sketch))}
    if len(pairs) != 1:
        return sketches
    sides = next(iter(pairs))
    actors = next(sketch.actors for sketch in talks if _parties(sketch) == sides)
    others = {actor.party: actor for actor in actors}
    return [_completed(sketch, others) for sketch in sketches]


def _parties(sketch: Sketch) -> frozenset[str]:
    """The two parties of a sketch whose two participants are both known; empty for any others."""
    if len(sketch.actors) != 2 or not all(actor.member for actor in sketch.actors):
        return frozenset()
    parties = frozenset(actor.party for actor in sketch.actors)
    return parties if len(parties) == 2 else frozenset()


def _completed(sketch: Sketch, sides: dict[str, Actor]) -> Sketch:
    if sketch.form != "talks" or len(sketch.actors) != 1 or sketch.actors[0].party not in sides:
        return sketch
    if sketch.actors[0].person or sketch.neutral:
        return sketch
    (other,) = (actor for party, actor in sides.items() if party != sketch.actors[0].party)
    named = Actor(other.party, other.party) if other.person else other
    return replace(sketch, actors=(*sketch.actors, named))


def somebody_else(scene: Scene, pronoun: Token, meant: Member | None) -> Member | None:
    """Whom "him" or "her" means where it was taken for the clause's own subject ("spoke after meeting her").

    Args:
        scene: the report.
        pronoun: the pronoun.
        meant: whom it was taken for.

    Returns:
        The person named last before it who can be meant and is not the subject; None where it was taken for
        somebody else already, or nobody is left.
    """
    if pronoun.lower_ not in _OBJECTS or pronoun.tag_ == "PRP$" or meant is None:
        return None
    subjects = [scene.cast.at(scene.span(one.i, one.i + 1)) for one in _subjects_above(pronoun)]
    if meant not in subjects:
        return None
    sex = _OBJECTS[pronoun.lower_]
    others = [one for one in _latest(scene, pronoun.idx) if one.kind is Kind.PERSON and one not in subjects]
    return next((one for one in others if one.sex is sex), None)


def _subjects_above(token: Token) -> list[Token]:
    """The named subjects of the clauses that a token stands in."""
    found: list[Token] = []
    for _ in range(_CLIMB):
        if token.head.i == token.i:
            break
        token = token.head
        found.extend(
            child for child in token.children if child.relation == "nsubj" and child.ent_type_ == "PERSON"
        )
    return found


def two_people(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """The last two people named before a word, where they speak for two sides ("their talks")."""
    found = [actor_of(one) for one in _latest(scene, head.idx) if one.kind is Kind.PERSON][:2]
    return tuple(reversed(found)) if len({one.party for one in found}) > 1 else ()


def _latest(scene: Scene, before: int) -> list[Member]:
    """Members named before a character, the last named first."""
    last: list[tuple[Span, Member]] = []
    for member in scene.cast.members:
        earlier = [span for span in member.mentions if span.start < before]
        if earlier:
            last.append((earlier[-1], member))
    return [member for _, member in sorted(last, key=lambda one: -one[0].start)]
