"""Nouns and prepositions that attribute: "X's warning that", "in X's view", "according to X"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.statements.constructions import around, made, marked
from parley.findings.statements.drafts import Draft, characters
from parley.findings.statements.lexicon import is_measure, lemma
from parley.language.syntax import (
    case_of,
    children,
    clause_span,
    noun_phrase,
    obliques,
    possessor,
    predicate_of,
    relation,
)
from parley.language.tree import Span as TokenSpan
from parley.language.tree import Token
from parley.model import Span
from parley.vocabulary.cues import AttributingWords

_NOUN = "noun with its words"
NOUN_RULE = f"rule: {_NOUN}"
_CLAUSE_RELATIONS = frozenset({"acl", "ccomp"})
# Whose words they are is told by whoever speaks ("it is my hope that ...").
_OWN = frozenset({"my", "our", "your"})
_NATIONS = frozenset({"NORP", "GPE"})
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})


def noun_drafts(noun: Token, words: AttributingWords) -> Iterator[Draft]:
    """The attribution a noun makes with its owner: its clause, or the sentence it is a viewpoint on."""
    word = lemma(noun)
    owner = possessor(noun) or _nationality(noun) or _maker(noun)
    if owner is None or owner.lower_ in _OWN:
        return
    source = (characters(noun_phrase(owner, conjuncts=True)),)
    cue = Span(noun.idx, noun.idx + len(noun))
    if word in words.viewpoints and relation(noun) == "obl" and case_of(noun) in {"in", "to", "by"}:
        yield from made("in X's view", cue, source, around(predicate_of(noun.head), noun))
    elif word in words.nouns:
        said = next((child for child in noun.rights if _is_said(child, word, words)), None)
        if said is not None:
            yield from made(_NOUN, cue, source, [_words_of(said)])


def _nationality(noun: Token) -> Token | None:
    """Whose the noun is where an adjective says so ("Mexican pledges")."""
    return next((child for child in children(noun, "amod", "compound") if child.ent_type_ in _NATIONS), None)


def _maker(noun: Token) -> Token | None:
    """Whose the noun is where "by" or "from" says so, of somebody named ("suggestions by Lund that ...")."""
    return next((one.head for one in obliques(noun, "by", "from") if one.head.ent_type_ in _SPEAKING), None)


def _is_said(child: Token, word: str, words: AttributingWords) -> bool:
    """Whether a noun's dependent gives its words: a clause, or what a demand is for."""
    if relation(child) in _CLAUSE_RELATIONS and child.dep_ != "acl:relcl" and marked(child, "that", "to"):
        return True
    return word in words.asking_nouns and relation(child) == "nmod" and case_of(child) in {"for", "of"}


def _words_of(said: Token) -> TokenSpan:
    if relation(said) in _CLAUSE_RELATIONS:
        return clause_span(said)
    return noun_phrase(said, clauses=True, conjuncts=True)


def prepositional_drafts(noun: Token) -> Iterator[Draft]:
    """The attribution an "according to" makes to the noun it governs."""
    marker = next((child for child in noun.lefts if relation(child) == "case"), None)
    if marker is None or is_measure(noun):
        return
    parts = [marker, *children(marker, "fixed")]
    cue = Span(marker.idx, parts[-1].idx + len(parts[-1]))
    source = (characters(noun_phrase(noun, appositions=True, conjuncts=True)),)
    governor = predicate_of(noun.head) if noun.head.i != noun.i else noun
    yield from made("according to", cue, source, around(governor, noun))
