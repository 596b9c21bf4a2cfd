"""Who says that a deed was done, where it is not the report."""

from __future__ import annotations

from parley.findings.encounters.scene import Scene
from parley.language.syntax import (
    appositions,
    case_of,
    children,
    coordination_head,
    noun_phrase,
    relation,
    subject,
)
from parley.language.tree import Token
from parley.model import Statement
from parley.vocabulary.events import base_in, reality_words

_HIGHEST = 8
_LONGEST = 12


def claimant(scene: Scene, token: Token) -> str | None:
    """Who says what a token stands in: the source of the statement around it, else who "shows" it.

    Args:
        scene: the report.
        token: the word that tells of a deed.

    Returns:
        The name of the source, or the words that name it; None where the report itself says so.
    """
    statement = scene.told_by(token)
    if statement is not None and statement.source is not None and not _beside(statement, token):
        return statement.source.name
    current = token
    for _ in range(_HIGHEST):
        for child in children(current, "obl", "nmod"):
            if case_of(child) == "according to":
                return _words(child)
        above = current.head
        if relation(current) == "ccomp" and base_in(above.lower_, reality_words("claiming")) is not None:
            found = subject(above)
            return _words(found) if found is not None and found.pos_ in {"NOUN", "PROPN"} else None
        if above.i == current.i:
            return None
        current = above
    return None


def _beside(statement: Statement, token: Token) -> bool:
    """Whether a verb is joined to the cue, and so is the report's ("accused Chad and imposed duties")."""
    first = coordination_head(token)
    cue = statement.cue
    return cue is not None and first.i != token.i and cue.start <= first.idx < cue.end


def _words(head: Token) -> str | None:
    """The phrase of a source without its article."""
    phrase = noun_phrase(head, clauses=not appositions(head))
    words = phrase if len(phrase) <= _LONGEST else noun_phrase(head)
    start = words.start
    while start < head.i and words.doc[start].pos_ == "DET":
        start += 1
    return " ".join(words.doc[start : words.end].text.split()) or None
