"""Which nouns stand for somebody who can take part, and which for an audience."""

from __future__ import annotations

from parley.findings.encounters.words import base_form
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words
from parley.vocabulary.offices import body_words, singulars, standings

_BODIES = ("government", "group", "union", "company")


def is_listener(head: Token) -> bool:
    """Whether a noun names an audience, not a side of an encounter."""
    words = encounter_words()
    lemma = base_form(head)
    return words.has("listeners.words", lemma) or words.has(
        "listeners.words", singulars().get(head.lower_, lemma)
    )


def is_counted(head: Token, words: set[str]) -> bool:
    """Whether a phrase counts sides that were named before ("both sides", "the two leaders")."""
    lists = encounter_words()
    lemma = singulars().get(head.lower_, base_form(head))
    if head.lower_ in {"pair", "duo"}:
        return True
    counted = bool(words & lists.lists["together.counts"])
    return counted and (lists.has("together.words", lemma) or head.lower_ in {"two", "both"})


def is_role(head: Token) -> bool:
    """Whether a noun is an office, a body of people, or a word for those who negotiate."""
    singular = singulars().get(head.lower_, base_form(head))
    known = singular in standings() or head.lower_ in standings()
    known = known or encounter_words().has("together.people", singular)
    return known or any(head.lower_ in body_words(kind) for kind in _BODIES)
