"""Who "both sides" and "the two leaders" are, by who was named before."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.encounters.words import base_form
from parley.findings.people import Kind, Member
from parley.language.tree import Token
from parley.model import Span

_STATES = frozenset({"country", "nation", "state", "government", "capital", "countries", "nations"})


def actor_of(member: Member) -> Actor:
    """A member of the cast as one who takes part."""
    party = member.party or member.affiliation or member.name
    if member.kind is not Kind.PERSON and member.naming is not None:
        return Actor(member.naming.party, member.naming.party)
    return Actor(member.name, party, member.kind is Kind.PERSON)


def pair(scene: Scene, head: Token, recent: Sequence[tuple[Actor, ...]]) -> tuple[Actor, ...]:
    """Who "the two leaders" or "both sides" are: the last two who met, else the last two named before."""
    people = base_form(head) in {"leader", "man", "president", "premier"}
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
