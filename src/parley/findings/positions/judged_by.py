"""Who judges, where a judgment names it: "unacceptable to the union", "a red line for Chad"."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.positions.filled import Framed
from parley.findings.positions.owners import acts
from parley.language.syntax import children, known_lemma, obliques
from parley.language.tree import Token
from parley.vocabulary.stances import stance_words


def judged_by(one: Framed) -> Framed:
    """A judgment of whoever speaks as that of who is named behind "to" or "for", where somebody is.

    Args:
        one: the framed word.
    """
    if not one.frame.speaker or one.frame.category not in {"adjective", "verdict"} or one.owner is not None:
        return one
    judges = stance_words("judged_by")
    if known_lemma(one.token, judges) not in judges:
        return one
    judge = _judge(one.token) or (_judge(one.predicate) if one.predicate.i != one.token.i else None)
    if judge is None:
        return one
    return replace(one, frame=replace(one.frame, speaker=False, mind=True), owner=judge)


def _judge(word: Token) -> Token | None:
    """The side behind "to" or "for" ("non-negotiable for Chad")."""
    named = [one.head for one in obliques(word, "to", "for")]
    named += [child for child in children(word, "nmod") if child.i > word.i]
    return next((head for head in named if head.i > word.i and acts(head) and _to_or_for(head)), None)


def _to_or_for(head: Token) -> bool:
    return any(mark.lower_ in {"to", "for"} for mark in children(head, "case"))
