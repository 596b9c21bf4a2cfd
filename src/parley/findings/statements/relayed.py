"""What others said, asked or offered within somebody's words: "Lund said Peru had offered to reopen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parley.findings.statements.constructions import made, verb_cue
from parley.findings.statements.drafts import Draft, characters, tokens_of
from parley.findings.statements.lexicon import lemma
from parley.language.syntax import case_of, children, clause_span, is_predicate, noun_phrase
from parley.language.tree import Doc, Token
from parley.language.tree import Span as Tokens
from parley.model import Span
from parley.vocabulary.cues import RelayedWords, relayed_words, surrounding_words
from parley.vocabulary.offices import standings

RULE = "relayed in another's words"
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_ONE = frozenset({"he", "she", "they"})
_BODIES = frozenset({"government", "governments", "company", "union", "unions", "office", "opposition"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HAD = frozenset({"had", "has", "have", "'ve", "’ve", "is", "are", "was", "were", "'s", "’s"})
_DENIED = frozenset({"not", "n't", "n’t", "never"})
_UNREAL = frozenset({"if", "unless", "should", "whether", "until"})
_HELPERS = ("aux", "mark", "advmod")
_THINGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LEAST = 2


def with_relayed(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts and what somebody is told, within their words, to have said, asked or offered.

    Args:
        doc: the parsed report.
        drafts: what is attributed so far.
    """
    words = relayed_words()
    used = [draft.cue for draft in drafts if draft.cue is not None]
    kept = list(drafts)
    seen: set[int] = set()
    for draft in drafts:
        for part in () if draft.withheld else draft.content:
            tokens = tokens_of(doc, part)
            if tokens is not None:
                kept.extend(one for one in _in_part(tokens, seen, words) if not _is_used(one, used))
    return kept


def _is_used(draft: Draft, cues: Sequence[Span]) -> bool:
    return draft.cue is not None and any(cue.overlaps(draft.cue) for cue in cues)


def _in_part(tokens: Tokens, seen: set[int], words: RelayedWords) -> Iterator[Draft]:
    for verb in tokens:
        if verb.pos_ == "VERB" and verb.i not in seen and lemma(verb) in words.verbs:
            seen.add(verb.i)
            yield from _relayed(verb, tokens, words)


def _relayed(verb: Token, tokens: Tokens, words: RelayedWords) -> Iterator[Draft]:
    spoken = _speaker(verb)
    if spoken is None or not tokens.start <= spoken.i < verb.i or not _is_told(verb):
        return
    content = _content(verb, lemma(verb), words)
    if content is None or (len(content) < _LEAST and content[0].pos_ != "ADJ"):
        return
    source = (characters(noun_phrase(spoken, conjuncts=True)),)
    yield from made(RULE, _cue(verb, content), source, [content])


def _cue(verb: Token, content: Tokens) -> Span:
    """The verb with its helpers, and with the preposition of "called for"."""
    cue = verb_cue(verb)
    between = verb.doc[verb.i + 1 : content.start]
    joined = len(between) == 1 and between[0].tag_ == "IN"
    return Span(cue.start, between[0].idx + len(between[0])) if joined else cue


def _speaker(verb: Token) -> Token | None:
    """Who is told to speak: the verb's own subject, somebody named, "he", or people and bodies that speak."""
    found = next(children(verb, "nsubj"), None)
    if found is None or found.dep_ != "nsubj":
        return None
    named = found.ent_type_ in _SPEAKING or found.lower_ in _ONE
    known = _BODIES | surrounding_words().listeners | standings().keys()
    return found if named or {found.lower_, lemma(found)} & known else None


def _is_told(verb: Token) -> bool:
    """Whether it is told as done: finite, neither denied nor only possible nor on a condition."""
    helpers = list(children(verb, *_HELPERS))
    if any(one.tag_ in {"MD", "TO"} or one.lower_ in _UNREAL | _DENIED for one in helpers):
        return False
    return verb.tag_ in _FINITE or any(one.lower_ in _HAD for one in helpers)


def _content(verb: Token, word: str, words: RelayedWords) -> Tokens | None:
    """What is said, asked or offered: a clause, an infinitive with whom it is asked of, or a thing."""
    clause = next((child for child in verb.rights if child.relation == "ccomp" and is_predicate(child)), None)
    if clause is not None and word in words.clause:
        return clause_span(clause)
    asked = next((child for child in verb.rights if child.relation == "xcomp"), None)
    if asked is not None and word in words.infinitive:
        whom = next((child for child in children(verb, "obj", "iobj") if verb.i < child.i < asked.i), None)
        start = whom.left_edge.i if whom is not None else asked.left_edge.i
        return verb.doc[start : asked.right_edge.i + 1]
    for child in verb.rights:
        wanted = child.relation == "obl" and f"{word} {case_of(child)}" in words.prepositions
        thing = child.relation == "obj" and word in words.object and child.pos_ in _THINGS
        if wanted or thing:
            return noun_phrase(child, clauses=True, conjuncts=True)
    return None
