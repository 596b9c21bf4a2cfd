"""Acts told in words of no list: a condition makes them a side's word ("we will storm it unless you go")."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.commitments.candidates import Candidate, undertaken
from parley.findings.commitments.provisos import opens_inverted
from parley.findings.positions.topics import base_form
from parley.language.syntax import Tense, children, conjuncts, passive, relation, tense
from parley.language.tree import Doc, Token
from parley.vocabulary.commitments import commitment_frames, commitment_words

_AHEAD = frozenset({Tense.FUTURE, Tense.CONDITIONAL})


def conditional(doc: Doc) -> Iterator[Candidate]:
    """The verbs of no list whose clause a condition is set to, in text order of their conditions."""
    for token in doc:
        if token.lower_ not in commitment_words("setting_terms"):
            continue
        clause = token.head
        main = clause.head
        opens = relation(token) in {"mark", "advmod", "fixed"} or opens_inverted(token)
        if relation(clause) != "advcl" or not opens:
            continue
        for verb in conjuncts(main):
            if verb.i >= main.i and verb.pos_ == "VERB" and _is_deed(verb):
                yield undertaken(verb)


def _is_deed(verb: Token) -> bool:
    """Whether a verb tells what somebody will do, not what will happen to him ("will suffer")."""
    word = base_form(verb)
    if word in commitment_words("faint") or word in commitment_words("befalling"):
        return False
    if any(words.frame.category == "undertaking" for words in commitment_frames(verb.lower_)):
        return False
    doer = any(True for _ in children(verb, "nsubj")) or relation(verb) == "conj"
    return doer and tense(verb) in _AHEAD and not passive(verb)
