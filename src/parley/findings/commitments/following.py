"""Conditions that the next sentence sets ("Chad will leave, it said. But first, Niger must pay.")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.commitments.provisos import others_acting
from parley.findings.encounters.scene import Scene
from parley.language.syntax import Tense, span_root, tense
from parley.language.tree import Span, Token
from parley.model import Commitment
from parley.vocabulary.commitments import next_openings

_LONGEST = 30


def with_next_terms(scene: Scene, found: Sequence[Commitment]) -> list[Commitment]:
    """Commitments with the conditions that the sentence after theirs sets.

    Args:
        scene: the report.
        found: its commitments.
    """
    return [_with_terms(scene, one) for one in found]


def _with_terms(scene: Scene, one: Commitment) -> Commitment:
    if one.conditions or one.status not in {"offered", "accepted"}:
        return one
    last = scene.doc[scene.token_at(one.evidence[-1].start)]
    number = scene.sentence_of[last.i] + 1
    if number >= len(scene.bounds_of):
        return one
    start, end = scene.bounds_of[number]
    terms = _terms(scene.doc[start:end])
    if terms is None or _is_past(terms) or _is_quoted_apart(scene, last, terms[0]):
        return one
    return replace(
        one,
        evidence=(*one.evidence, scene.span(terms.start, terms.end)),
        conditions=(" ".join(terms.text.split()),),
        awaits=others_acting(scene, terms, one.party),
    )


def _terms(sentence: Span) -> Span | None:
    """The words of a sentence that sets terms to the one before, without its last mark; None for others."""
    words = [token for token in sentence if not token.is_space]
    lowered = [token.lower_ for token in words if not token.is_punct]
    for opening in next_openings():
        if tuple(lowered[: len(opening)]) == opening and len(lowered) > len(opening) + 1:
            while words and words[-1].is_punct:
                words.pop()
            return sentence.doc[words[0].i : min(words[-1].i + 1, words[0].i + _LONGEST)]
    return None


def _is_past(sentence: Span) -> bool:
    """Whether a sentence tells what was done, which nothing waits for any more."""
    return tense(span_root(sentence)) is Tense.PAST


def _is_quoted_apart(scene: Scene, first: Token, second: Token) -> bool:
    """Whether somebody else says the next sentence."""
    one, two = scene.told_by(first), scene.told_by(second)
    speakers = {said.source.name for said in (one, two) if said is not None and said.source is not None}
    return len(speakers) > 1
