"""Denials of what was said just before: "Sudland denies that", "the company denied it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.findings.statements.constructions import subject_span, verb_cue
from parley.findings.statements.drafts import Draft
from parley.findings.statements.lexicon import lemma
from parley.language.syntax import children, relation
from parley.language.tree import Doc, Token
from parley.model import Span
from parley.vocabulary.disputes import dispute_words

RULE = "rule: denial of what was said"
_POINTING = frozenset({"it", "that", "this", "them", "these", "both", "so"})
_SCORE = 0.7


def with_denials(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with every denial of a "that" or "it"; its words are that pronoun, not what comes after.

    "Sudland denies that, saying the dam harms nobody": the harm is said, and denied is what was told before.
    """
    found = list(_denials(doc))
    kept = []
    for draft in drafts:
        own = next((one for one in found if _same(one, draft)), None)
        if own is None:
            kept.append(draft)
        else:
            found.remove(own)
            kept.append(replace(draft, cue=own.cue, source=draft.source or own.source, content=own.content))
    return [*kept, *(one for one in found if one.source)]


def _denials(doc: Doc) -> Iterator[Draft]:
    for token in doc:
        if token.pos_ != "VERB" or lemma(token) not in dispute_words().denying:
            continue
        pronoun = _denied(token)
        if pronoun is not None:
            place = Span(pronoun.idx, pronoun.idx + len(pronoun))
            yield Draft(verb_cue(token), subject_span(token), (place,), RULE, _SCORE)


def _denied(verb: Token) -> Token | None:
    """The pronoun that is all that a verb says is denied; None where it says what, or says it of a thing."""
    for child in children(verb, "obj"):
        alone = not any(True for _ in children(child, "acl", "acl:relcl", "nmod", "appos"))
        if child.i > verb.i and child.pos_ in {"PRON", "DET"} and child.lower_ in _POINTING and alone:
            return child
    return None if any(relation(child) == "ccomp" for child in verb.rights) else _left_alone(verb)


def _left_alone(verb: Token) -> Token | None:
    """A "that" right behind the verb at which its clause ends, whatever the parse makes of it."""
    doc = verb.doc
    if verb.i + 2 >= len(doc):
        return None
    pointing, mark = doc[verb.i + 1], doc[verb.i + 2]
    return pointing if pointing.lower_ in _POINTING and mark.text in {",", ".", ";", "—", "–"} else None


def _same(one: Draft, draft: Draft) -> bool:
    return one.cue is not None and draft.cue is not None and one.cue.overlaps(draft.cue)
