"""Whose something is: the side an owner, a pronoun or the words before name."""

from __future__ import annotations

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.events.slots import owners
from parley.findings.events.wording import is_bare
from parley.findings.people import Kind
from parley.language.syntax import case_of, children
from parley.language.tree import Token
from parley.model import Speech
from parley.vocabulary.events import base_in, word_class
from parley.vocabulary.geography import Form, naming

_FIRST = frozenset({"i", "me", "we", "us", "our", "my", "you", "your", "who", "which", "that", "it", "this"})
PLURAL = frozenset({"they", "them", "their", "both", "those", "these"})


def of_owner(scene: Scene, head: Token, *, pronouns: bool = False) -> tuple[Actor, ...]:
    """The party or person whose something is ("Chadian missiles", "the premier's plan").

    Args:
        scene: the report.
        head: the noun.
        pronouns: whether "its forces" counts too.
    """
    for owner in owners(head):
        known = naming(owner.text)
        seat = known is not None and known.form is Form.CAPITAL and owner.dep_ != "nmod:poss"
        if (known is None and owner.pos_ == "ADJ") or (known is not None and (seat or known.kind == "media")):
            continue
        if known is not None:
            return (Actor(known.party, known.party),)
        if owner.tag_ == "PRP$":
            return _of_pronoun(scene, owner) if pronouns else ()
        found = tuple(one for one in actors(scene, owner) if is_somebody(scene, one))
        if found:
            return found[:1]
    return ()


def _of_pronoun(scene: Scene, owner: Token) -> tuple[Actor, ...]:
    """The party of "its", "his" or "our": that of whom it means, or of who speaks."""
    resolution = scene.cast.resolve(scene.span(owner.i, owner.i + 1))
    member = resolution.member
    if resolution.how == "pronoun" and member is not None:
        party = member.party or member.affiliation or member.name
        return (Actor(party, party),)
    statement = scene.told_by(owner)
    if statement is None or statement.source is None or not statement.source.on_behalf_of:
        return ()
    party = statement.source.on_behalf_of.split("; ")[0]
    return (Actor(party, party),)


def by_pronoun(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """Whom a plural pronoun stands for; a report, unlike who speaks, does not call one country "they"."""
    resolution = scene.cast.resolve(scene.span(head.i, head.i + 1))
    if resolution.how != "pronoun" or resolution.member is None:
        return ()
    statement = scene.told_by(head)
    spoken = statement is not None and statement.speech is Speech.DIRECT
    if head.lower_ == "they" and resolution.member.kind is Kind.COUNTRY and not spoken:
        return ()
    party = resolution.member.party or resolution.member.name
    found = Actor(resolution.member.name, party)
    return (found,) if is_somebody(scene, found) else ()


def told_before(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """Whose "the government" is, where the words before tell of one's only ("the Chadian government")."""
    bare = is_bare(head) and any(child.lower_ == "the" for child in head.lefts)
    if not bare or base_in(head.lower_, word_class("one_of_its_kind")) is None:
        return ()
    found: dict[str, Actor] = {}
    for token in scene.doc[: head.i]:
        if token.lower_ == head.lower_ and not is_bare(token):
            for actor in of_owner(scene, token) or _of_office(scene, token):
                found[actor.party] = actor
    return tuple(found.values()) if len(found) == 1 else ()


def _of_office(scene: Scene, head: Token) -> tuple[Actor, ...]:
    """The party of the leader or country a body is of ("the government of President Deby")."""
    for child in children(head, "nmod"):
        if case_of(child) == "of" and child.ent_type_:
            known = [actor.party for actor in actors(scene, child) if is_somebody(scene, actor)]
            return tuple(Actor(party, party) for party in known[:1])
    return ()


def is_somebody(scene: Scene, actor: Actor) -> bool:
    """Whether a name is that of somebody, not of a medium or of anything a noun describes."""
    known = naming(actor.name)
    if known is not None:
        return known.kind != "media"
    if actor.name.lower() in _FIRST | PLURAL and not actor.name.isupper():
        return False
    member = scene.cast.named(actor.name)
    if member is not None:
        return member.kind is not Kind.NATIONALITY
    return actor.name[:1].isupper() or any(word[:1].isupper() for word in actor.name.split())
