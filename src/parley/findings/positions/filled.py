"""A stance word in its sentence, with the parts of its frame."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.tree import Token
from parley.vocabulary.stances import StanceFrame

CLAUSE_SLOTS = frozenset({"inf", "ing", "that", "whether"})


@dataclass(frozen=True, slots=True)
class Topic:
    """What a stance is on.

    Attributes:
        head: head noun, or the verb of the clause.
        slot: where it stood ("obj", "inf", "for" ...).
        clause: whether it is a clause.
    """

    head: Token
    slot: str
    clause: bool


@dataclass(frozen=True, slots=True)
class Framed:
    """A stance word in its sentence.

    Attributes:
        frame: the frame.
        token: the stance word.
        predicate: the verb, adjective or noun whose subject, negation and modality count.
        topic: what the stance is on.
        owner: the noun that says whose the stance is where the stance word is a noun with an owner, or None.
    """

    frame: StanceFrame
    token: Token
    predicate: Token
    topic: Topic
    owner: Token | None = None


def is_gerund(head: Token) -> bool:
    """Whether a word is a verb that stands for a noun ("on lifting sanctions")."""
    return head.tag_ == "VBG" and head.pos_ == "VERB"
