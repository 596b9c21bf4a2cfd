"""Nouns for who is for or against a thing: "a critic of the pact", "Chad, a promoter of the levy"."""

from __future__ import annotations

from parley.findings.positions.filled import Framed
from parley.findings.positions.noun_slots import noun_topic
from parley.findings.positions.owners import acts
from parley.findings.positions.whose import animate
from parley.language.syntax import children, relation
from parley.language.tree import Token
from parley.vocabulary.stances import StanceFrame

_SIDES = frozenset({"GPE", "ORG", "PERSON", "NORP"})
_OUT_OF = frozenset({"one", "some", "many", "most", "two", "three", "several"})


def taking_sides(frame: StanceFrame, token: Token) -> Framed | None:
    """What somebody is said to be a friend or foe of ("no fans of tariffs", "a critic of the pact").

    Args:
        frame: the noun's frame.
        token: the noun.
    """
    topic = noun_topic(frame, token)
    if topic is None:
        return None
    name = token.head if relation(token) == "nmod" and token.head.lower_ in _OUT_OF else token
    beside = name.head if relation(name) == "appos" else None
    if beside is not None and beside.ent_type_ in _SIDES and beside.i < token.i:
        return Framed(frame, token, token, topic, beside)
    above = name.head
    if relation(name) == "nsubj" and acts(above) and any(True for _ in children(above, "cop")):
        return Framed(frame, token, above, topic, above)  # "the promoters of the levy are Chad and Niger"
    bearer = next(children(name, "nsubj"), None)
    if bearer is None or not any(True for _ in children(name, "cop")) or not takes_sides(bearer):
        return None
    return Framed(frame, token, name, topic)


def takes_sides(bearer: Token) -> bool:
    """Whether somebody is said to be for a thing, not a thing to be for somebody."""
    person = bearer.tag_ == "PRP" and bearer.lower_ not in {"it", "they", "them"}
    return person or bearer.ent_type_ in _SIDES or animate(bearer)
