"""Acts told in words of no list: a condition makes them a side's word ("we will storm it unless you go")."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.commitments.candidates import Candidate, brought_on, undertaken
from parley.findings.commitments.provisos import opens_inverted
from parley.findings.positions.topics import base_form
from parley.language.syntax import (
    Tense,
    children,
    conjuncts,
    known_lemma,
    modality,
    passive,
    relation,
    tense,
)
from parley.language.tree import Doc, Token
from parley.vocabulary.commitments import commitment_frames, commitment_words, is_form_of

_AHEAD = frozenset({Tense.FUTURE, Tense.CONDITIONAL})


def conditional(doc: Doc) -> Iterator[Candidate]:
    """The verbs of no list whose clause a condition is set to, in text order of their conditions."""
    for token in doc.having(commitment_words("setting_terms")):
        clause = token.head
        main = clause.head
        opens = relation(token) in {"mark", "advmod", "fixed"} or opens_inverted(token)
        if relation(clause) != "advcl" or not opens:
            continue
        measure = _measure(main)
        if measure is not None:
            yield brought_on(main, measure)
            continue
        for verb in conjuncts(main):
            if verb.i >= main.i and verb.pos_ == "VERB" and _is_deed(verb):
                yield undertaken(verb)


def _measure(verb: Token) -> Token | None:
    """What somebody warns or vows will come ("warned that tariffs will take effect unless"), or None."""
    doer = next(children(verb, "nsubj"), None)
    if doer is None or not is_form_of(doer.lower_, "measures") or tense(verb) not in _AHEAD:
        return None
    comes = base_form(verb) in commitment_words("coming") or passive(verb)
    told = known_lemma(verb.head, commitment_words("foretelling")) in commitment_words("foretelling")
    return doer if comes and told and relation(verb) in {"ccomp", "parataxis"} else None


def _is_deed(verb: Token) -> bool:
    """Whether a verb tells what somebody will do, not what will happen to him ("will suffer")."""
    word = base_form(verb)
    if word == "go" and any(child.lower_ == "back" for child in verb.rights):
        return "can" in modality(verb) or tense(verb) in _AHEAD
    if word in commitment_words("faint") or word in commitment_words("befalling"):
        return False
    if any(words.frame.category == "undertaking" for words in commitment_frames(verb.lower_)):
        return False
    doer = any(True for _ in children(verb, "nsubj")) or relation(verb) == "conj"
    return doer and tense(verb) in _AHEAD and not passive(verb)
