"""Attributions that syntax shows, for where the engine found none at that place, or only scraps."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.statements.attributed import is_put_to
from parley.findings.statements.constructions import CLAUSE_RULE
from parley.findings.statements.drafts import Draft, cue_root, share_covered
from parley.findings.statements.lexicon import lemma
from parley.findings.statements.noun_cues import NOUN_RULE, noun_drafts, prepositional_drafts
from parley.findings.statements.quotations import Quotation
from parley.findings.statements.unsaid import says_nothing
from parley.findings.statements.verb_cues import verb_drafts
from parley.language.syntax import case_of, children, relation, subject
from parley.language.tree import Doc, Token
from parley.vocabulary.cues import attributing_words

# Share of what the parse gives below which the engine's content is only a piece of it.
_SCRAP = 0.4
# Verbs by which documents show something and people speak.
_SPEAKING = frozenset({"say"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_ONE = frozenset({"he", "she"})


def phrase_drafts(doc: Doc) -> list[Draft]:
    """Every attribution that one of the constructions shows, in text order of their cue words."""
    words = attributing_words()
    verbs = words.verbs | words.showing | words.accusing | words.judging | words.as_verbs
    nouns = words.nouns | words.viewpoints
    found: list[Draft] = []
    for token in doc:
        if token.pos_ == "VERB" and lemma(token) in verbs:
            found.extend(verb_drafts(token, words))
        elif token.pos_ == "NOUN" and lemma(token) in nouns:
            found.extend(noun_drafts(token, words))
        if relation(token) in {"obl", "nmod"} and case_of(token) in words.prepositions:
            found.extend(prepositional_drafts(token))
    return found


def with_phrases(
    doc: Doc, drafts: list[Draft], found: list[Draft], quoted: tuple[Quotation, ...]
) -> list[Draft]:
    """Adds the drafts whose cue no other draft uses; mends those of the engine that hold only scraps.

    What somebody within a statement thinks, or what something there shows, is left to the engine: a parse
    alone tells too little of whether such words are anybody's.
    """
    kept = list(drafts)
    for draft in found:
        number = next((number for number, other in enumerate(kept) if _same(other, draft)), None)
        if number is None:
            spoken_of = _is_only_spoken_of(doc, kept, draft, quoted)
            if not (is_put_to(doc, draft) or spoken_of or says_nothing(doc, draft)):
                kept.append(draft)
        elif _is_scrap(kept[number], draft):
            kept[number] = replace(kept[number], content=draft.content)
        elif draft.rule == NOUN_RULE and not _shares_source(kept[number], draft):
            # "After threats by Peru to leave": whose the noun is counts for more than who acts there.
            kept[number] = replace(kept[number], source=draft.source)
    return kept


def _shares_source(one: Draft, other: Draft) -> bool:
    return any(span.overlaps(own) for span in one.source for own in other.source)


def _is_only_spoken_of(doc: Doc, drafts: list[Draft], draft: Draft, quoted: tuple[Quotation, ...]) -> bool:
    """Whether a clause's verb tells of words that nobody is known to have said.

    They may be meant ("to say that ..."), thought by somebody within another's words, or given by a speaker
    to people in general ("they say ...").
    """
    root = cue_root(doc, draft)
    if draft.rule != CLAUSE_RULE or root is None:
        return False
    if _is_meant(root):
        return True
    if _is_thought(doc, draft) and _is_within(drafts, draft, quoted):
        return True
    spoken = subject(root)
    named = spoken is not None and (spoken.ent_type_ in _NAMED or spoken.lower_ in _ONE)
    return not named and any(quotation.span.contains(draft.anchor) for quotation in quoted)


def _is_meant(verb: Token) -> bool:
    """Whether a verb is an infinitive that stands for a purpose or an aim, not for what was done."""
    helped = any(helper.tag_ in {"TO", "MD"} for helper in children(verb, "aux", "mark"))
    return helped and relation(verb) in {"advcl", "acl", "xcomp", "conj", "csubj"}


def _is_thought(doc: Doc, draft: Draft) -> bool:
    """Whether a draft is of a verb of thinking or showing."""
    if draft.rule != CLAUSE_RULE:
        return False
    root = cue_root(doc, draft)
    words = attributing_words()
    return root is not None and lemma(root) in (words.thinking | words.showing) - _SPEAKING


def _is_within(drafts: list[Draft], draft: Draft, quoted: tuple[Quotation, ...]) -> bool:
    """Whether a draft's cue stands in the words of another, or in quotation marks."""
    return any(part.contains(draft.anchor) for other in drafts for part in other.content) or any(
        quotation.span.contains(draft.anchor) for quotation in quoted
    )


def _same(other: Draft, draft: Draft) -> bool:
    if other.cue is None or draft.cue is None:
        return False
    if other.cue.overlaps(draft.cue):
        return True
    same_source = bool(other.source and draft.source and other.source[0].overlaps(draft.source[0]))
    return same_source and other.extent == draft.extent


def _is_scrap(other: Draft, draft: Draft) -> bool:
    """Whether a content is only a small piece of what the parse gives the same cue."""
    own = sum(part.end - part.start for part in other.content)
    parsed = sum(part.end - part.start for part in draft.content)
    return own < _SCRAP * parsed and share_covered(other.content, draft.content) > 1 - _SCRAP
