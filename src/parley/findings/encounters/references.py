"""How a noun refers to an encounter: by name, as a day's, as one more, as any of its kind."""

from __future__ import annotations

from parley.findings.encounters.governing import Governed
from parley.findings.encounters.parties import is_day
from parley.findings.encounters.sketch import Actor
from parley.language.syntax import possessor, relation
from parley.language.tree import Token
from parley.vocabulary.encounters import NounFrame, encounter_words


def is_named(noun: Token) -> bool:
    """Whether a noun is a name ("the Paris Summit"), which need not be what was told before."""
    return noun.tag_ == "NNP" and any(
        relation(child) == "compound" and child.tag_ == "NNP" for child in noun.lefts
    )


def of_others(noun: Token) -> bool:
    """Whether it is "our" or "my" meeting, of somebody whom the report does not tell."""
    owner = possessor(noun)
    return owner is not None and owner.lower_ in {"our", "my", "your"}


def of_a_day(noun: Token) -> bool:
    """Whether a day owns it ("today's summit", "Monday's talks")."""
    owner = possessor(noun)
    return owner is not None and is_day(owner)


def bare(noun: Token, found: tuple[Actor, ...], on: str | None) -> bool:
    """ "talks" without anything: what the report is about."""
    return noun.tag_ in {"NNS", "NNPS"} and not found and on is None


def any_of_the_kind(noun: Token, frame: NounFrame) -> bool:
    """Whether a bare plural means any meetings, summits or calls."""
    determined = any(
        relation(child) in {"det", "nummod"} or child.dep_ == "nmod:poss" for child in noun.lefts
    )
    return (
        noun.tag_ in {"NNS", "NNPS"}
        and frame.form in {"meeting", "summit", "visit", "call"}
        and not determined
    )


def again(noun: Token, clause: Governed) -> bool:
    """Whether it is told as one more ("another round", "later talks")."""
    words = encounter_words().lists["status.again"]
    if clause.role == "predicate":
        return False
    for child in (child for head in (noun, clause.top) for child in head.lefts):
        # "More talks" are others; "more substantive talks" and "on-again" ones need not be.
        if child.i and child.nbor(-1).text in {"-", "–"}:
            continue
        if child.lower_ in words and (child.lower_ != "more" or child.nbor(1).pos_ != "ADJ"):
            return True
    return False


def ordinal(noun: Token, clause: Governed) -> str:
    """Which of several it is called ("their second summit", "the first round of talks"), or empty."""
    words = encounter_words().lists["status.ordinals"]
    before = (child.lower_ for head in (noun, clause.top) for child in head.lefts)
    return next((word for word in before if word in words), "")
