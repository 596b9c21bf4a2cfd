"""Whether the subject of a clause takes part in the encounter that the clause names."""

from __future__ import annotations

from parley.findings.encounters.governing import Governed
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.sketch import Actor
from parley.findings.encounters.standing import phrasal
from parley.findings.encounters.words import base_form
from parley.language.syntax import children, relation
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words

_BACK = frozenset({"the", "this", "that", "these", "those"})


def takes_in(noun: Token, clause: Governed, own: tuple[Actor, ...]) -> bool:
    """Whether the clause's subject takes part in what its object or oblique names."""
    lists = encounter_words().lists
    if clause.role == "object":
        return clause.governor is not None and base_form(clause.governor) in lists["roles.holding"]
    verb = clause.governor
    if base_form(noun) == "table":
        return comes_to_table(clause)
    if clause.role == "oblique" and verb is not None and phrasal(verb) in lists["status.leaving"]:
        # Who walks out of talks of many was one of many.
        return noun.tag_ != "NNS" or bool(own)
    if clause.role != "oblique" or clause.case not in lists["roles.occasion"]:
        return False
    one = any(
        relation(child) in {"det", "amod", "nummod"} for head in (noun, clause.top) for child in head.lefts
    )
    if clause.case == "in" and _takes_part(clause.governor):
        return True
    inside = clause.case in {"in", "at", "during"} and one and not refers_back(noun)
    return bool(own) or inside or _asked_for(clause)


def comes_to_table(clause: Governed) -> bool:
    """Whether somebody comes to a table for talks ("will return to the bargaining table")."""
    verb = clause.governor
    to = clause.role == "oblique" and clause.case == "to" and verb is not None
    return (
        to and verb is not None and base_form(verb) in {*encounter_words().lists["roles.going"], "get", "sit"}
    )


def _takes_part(verb: Token | None) -> bool:
    """Whether a verb says that its subject is there ("is due to take part in talks")."""
    if verb is None:
        return False
    part = base_form(verb) == "take" and any(child.lower_ == "part" for child in children(verb, "obj"))
    return part or encounter_words().has("roles.attending", base_form(verb))


def _asked_for(clause: Governed) -> bool:
    """Whether it is what somebody calls for ("called for immediate talks")."""
    words = encounter_words()
    governor = clause.governor
    return (
        clause.case == "for"
        and governor is not None
        and governor.pos_ == "VERB"
        and words.has("status.proposing", base_form(governor))
    )


def of_several(noun: Token, clause: Governed) -> bool:
    """Whether bare talks are those of a subject of several ("Chad and Niger agreed on it during talks")."""
    return (
        clause.role == "oblique"
        and clause.case in {"in", "during", "after", "following", "at"}
        and noun.tag_ == "NNS"
        and not refers_back(noun)
    )


def merely_calls(scene: Scene, verb: Token, leading: tuple[Actor, ...], own: tuple[Actor, ...]) -> bool:
    """Whether somebody calls for what others should hold ("the envoy called for talks with the rebels")."""
    lists = encounter_words().lists
    if base_form(verb) not in lists["roles.calling"]:
        return False
    if not own:
        return True
    return is_mediator(scene, leading[0])


def is_mediator(scene: Scene, actor: Actor) -> bool:
    """Whether somebody brings others together: an envoy, a mediator, the United Nations."""
    lists = encounter_words().lists
    if actor.party.lower() in lists["roles.mediators"]:
        return True
    member = scene.cast.named(actor.name)
    office = f"{member.role or ''} {actor.name}" if member is not None else actor.name
    return bool(set(office.lower().split()) & lists["roles.mediating"])


def is_plural(head: Token) -> bool:
    """Whether a subject is several."""
    return head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "both"}


def refers_back(noun: Token) -> bool:
    """Whether a noun means an encounter told before ("the talks", "their call")."""
    for child in noun.lefts:
        if relation(child) == "det":
            return child.lower_ in _BACK
        if child.dep_ == "nmod:poss" and child.tag_ == "PRP$":
            return True
    return False
