"""A stance word in its sentence, with the parts of its frame."""

from __future__ import annotations

from dataclasses import dataclass

from parley.language.syntax import agent, children, passive, relation
from parley.language.tree import Token
from parley.vocabulary.offices import singulars, standings
from parley.vocabulary.stances import StanceFrame, stance_words

_NAMED = frozenset({"GPE", "ORG", "PERSON"})
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


def announced(deed: Token) -> bool:
    """Whether an infinitive with its own subject says what is to come ("Ports to Reopen")."""
    if not any(mark.lower_ == "to" for mark in children(deed, "mark", "aux")):
        return False
    above = deed.head
    if relation(deed) == "parataxis" and above.i < deed.i and above.ent_type_ in _NAMED:
        # The parse took the names of a headline for its root ("Chad, Niger to Sign Pact").
        return relation(above) == "root" and all(_names(word) for word in deed.doc[above.i : deed.i])
    bearer = next(children(deed, "nsubj"), None)
    alone = relation(deed) in {"root", "parataxis"} or (relation(deed) == "ccomp" and deed.i < above.i)
    return alone and bearer is not None and bearer.ent_type_ in _NAMED


def _names(word: Token) -> bool:
    """Whether a word can stand between the names of a headline and its "to"."""
    return word.pos_ in {"PROPN", "CCONJ", "PART"} or word.text == ","


def content_clause(clause: Token) -> bool:
    """Whether a clause says what a word is on ("signs that Chad will sign"), and only describes none."""
    relative = clause.dep_ == "acl:relcl" and all(mark.lower_ != "that" for mark in children(clause, "mark"))
    return relation(clause) in {"ccomp", "csubj", "acl"} and not relative


def of_thing(one: Framed, head: Token | None) -> bool:
    """Whether it is told of a thing what will become of it ("sanctions will be lifted")."""
    if passive(one.predicate) and agent(one.predicate) is None:
        return True
    thing = head is not None and head.pos_ == "NOUN" and not head.ent_type_
    if not thing or any(True for _ in children(one.predicate, "obj")):
        return False
    assert head is not None
    noun = singulars().get(head.lower_, head.lemma_.lower())
    people = standings().keys() | stance_words("animate") | stance_words("bodies") | stance_words("vague")
    return noun not in people and (
        noun.endswith("ment") or not noun.endswith(tuple(stance_words("animate_endings")))
    )
