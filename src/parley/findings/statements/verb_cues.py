"""Verbs that attribute: "X said that", "..., X said", "as X put it", "X accused Y of", "X rejected Y"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.statements.constructions import NO_SOURCE, around, made, marked, subject_span, verb_cue
from parley.findings.statements.drafts import Draft, characters
from parley.findings.statements.lexicon import is_somebody, lemma
from parley.language.syntax import (
    case_of,
    children,
    clause_span,
    is_predicate,
    noun_phrase,
    relation,
    subject,
)
from parley.language.tree import Token
from parley.model import Span
from parley.vocabulary.cues import AttributingWords

_SPEAKING = frozenset({"PERSON", "ORG", "GPE"})


def verb_drafts(verb: Token, words: AttributingWords) -> Iterator[Draft]:
    """The attributions a verb makes, by the first construction that fits."""
    word = lemma(verb)
    if word in words.as_verbs and relation(verb) == "advcl" and marked(verb, "as"):
        yield from _as_draft(verb)
        return
    if word in words.accusing:
        found = list(_accusing_draft(verb))
        if found:
            yield from found
            return
    found = list(_clause_draft(verb, word, words))
    yield from found or _judging_draft(verb, word, words)


def _as_draft(verb: Token) -> Iterator[Draft]:
    spoken = next(children(verb, "nsubj"), None)
    # "As we have reported": the report speaks of itself.
    if spoken is None or spoken.lower_ in NO_SOURCE or not is_predicate(verb.head):
        return
    mark = next(mark for mark in children(verb, "mark", "case") if mark.lower_ == "as")
    cue = verb_cue(verb) if mark.i < spoken.i else Span(mark.idx, mark.idx + len(mark))
    source = characters(noun_phrase(spoken, appositions=True, conjuncts=True))
    yield from made("as X put it", cue, (source,), around(verb.head, verb))


def _accusing_draft(verb: Token) -> Iterator[Draft]:
    accused = next(children(verb, "obj"), None)
    reproaches = [
        child
        for child in verb.rights
        if (relation(child) == "obl" and case_of(child) in {"of", "for"})
        or (relation(child) in {"advcl", "ccomp", "xcomp"} and marked(child, "of", "for"))
    ]
    if accused is None or not reproaches or accused.i < verb.i:
        return
    end = max(child.right_edge.i for child in reproaches)
    content = verb.doc[accused.left_edge.i : end + 1]
    yield from made("accusation", verb_cue(verb), subject_span(verb), [content])


def _clause_draft(verb: Token, word: str, words: AttributingWords) -> Iterator[Draft]:
    if word not in words.verbs and word not in words.showing:
        return
    clause = next((child for child in children(verb, "ccomp") if is_predicate(child)), None)
    if clause is not None:
        said = clause_span(clause)
        if sum(1 for word in said if not word.is_punct) > 1:
            yield from made("clause", verb_cue(verb), subject_span(verb), [said])
    elif relation(verb) == "parataxis" and word in words.verbs and any(children(verb, "nsubj")):
        yield from made("inserted clause", verb_cue(verb), subject_span(verb), around(verb.head, verb))


def _judging_draft(verb: Token, word: str, words: AttributingWords) -> Iterator[Draft]:
    """What a named person or body judges: the object with what is said of it."""
    meant = verb.tag_ == "VBG" or any(helper.tag_ == "TO" for helper in children(verb, "mark", "aux"))
    if word not in words.judging or not _is_named(verb) or meant or marked(verb, "for", "after"):
        return
    judged = next((child for child in children(verb, "obj") if child.i > verb.i), None)
    if judged is None:
        return
    ends = [judged.right_edge.i, *(child.right_edge.i for child in children(verb, "xcomp"))]
    content = verb.doc[judged.left_edge.i : max(ends) + 1]
    yield from made("judgement", verb_cue(verb), subject_span(verb), [content])


def _is_named(verb: Token) -> bool:
    spoken = subject(verb)
    if spoken is None:
        return False
    # A second verb of the main clause has its subject too; one within somebody's words may have another.
    second = verb.dep_ == "conj" and verb.head.dep_ == "root" and verb.tag_ == verb.head.tag_ != "VB"
    own = second or any(True for _ in children(verb, "nsubj"))
    people = own and spoken.pos_ == "NOUN" and is_somebody(spoken)
    return people or spoken.ent_type_ in _SPEAKING or spoken.lower_ in {"he", "she", "they"}
