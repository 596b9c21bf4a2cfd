"""A second thing said with its own verb: "Chad said the text was weak and stressed the need for more"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.findings.statements.drafts import HEAD_RULE, Draft, cue_root, tokens_of, trimmed
from parley.findings.statements.lexicon import lemma
from parley.language.syntax import children
from parley.language.tree import Doc, Token
from parley.language.tree import Span as Tokens
from parley.model import Span
from parley.vocabulary.cues import attributing_words, surrounding_words
from parley.vocabulary.offices import standings

_RULE = "rule: second cue"
_SCORE = 0.6
_FINITE = frozenset({"VBD", "VBZ"})
_HIM = frozenset({"him", "her"})
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "you", "who"})
# Words a content must keep before and after the second cue.
_LEAST = 2


def at_second_cues(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, cut where the same speaker says a second thing; with that second thing as one of its own.

    Only where what stands before can have no mouth of its own ("the text was weak"), so that nobody but the
    speaker can have stressed anything.
    """
    kept: list[Draft] = []
    used: list[Span] = []
    for draft in drafts:
        found = _second(doc, draft)
        if found is None:
            kept.append(draft)
            continue
        first, second = found
        kept.append(first)
        kept.append(second)
        used.append(_cue_of(second))
    engine = [draft.cue for draft in drafts if draft.cue is not None and draft.rule == HEAD_RULE]
    return [draft for draft in kept if not _is_twice(draft, used, engine)]


def _is_twice(draft: Draft, seconds: Sequence[Span], engine: Sequence[Span]) -> bool:
    """Whether a rule's draft is told better: a second cue by the engine, others by the second cue."""
    if draft.cue is None or draft.rule == HEAD_RULE:
        return False
    cues = engine if draft.rule == _RULE else seconds
    return any(cue.overlaps(draft.cue) for cue in cues)


def _cue_of(draft: Draft) -> Span:
    assert draft.cue is not None
    return draft.cue


def _second(doc: Doc, draft: Draft) -> tuple[Draft, Draft] | None:
    root = cue_root(doc, draft)
    part = draft.content[-1]
    tokens = tokens_of(doc, part)
    if root is None or tokens is None or root.tag_ not in _FINITE or draft.withheld or not draft.source:
        return None
    if root.i >= tokens.start:
        return None
    for verb in tokens:
        joint = _joint(verb, root, tokens)
        if joint is None or _within_marks(doc.text[draft.whole.start : verb.idx]):
            continue
        before, after = _before(doc, part, joint), _after(doc, part, verb)
        if before is not None and after is not None:
            first = replace(draft, content=(*draft.content[:-1], before))
            cue = Span(verb.idx, _end_of_cue(verb))
            return first, Draft(cue, draft.source, (after,), _RULE, _SCORE)
    return None


def _within_marks(words: str) -> bool:
    """Whether words break off within a quotation."""
    return (
        words.count("“") != words.count("”")
        or words.count('"') % 2 == 1
        or words.count("«") > words.count("»")
    )


def _joint(verb: Token, root: Token, tokens: Tokens) -> Token | None:
    """The "and" before a second cue; None where a verb is none, or may be said of somebody else."""
    words = attributing_words()
    if verb.tag_ != root.tag_ or verb.pos_ != "VERB" or verb.dep_ != "conj":
        return None
    if lemma(verb) not in words.verbs | words.judging | words.urging | words.accusing or any(
        children(verb, "nsubj", "nsubj:pass")
    ):
        return None
    joint = next(children(verb, "cc"), None)
    if joint is None or joint.i <= tokens.start:
        return None
    # "Said Ruiz was wrong and blamed him": nobody blames "him" and means himself.
    other = any(child.lower_ in _HIM for child in children(verb, "obj"))
    return joint if other or not _may_speak(verb.head, tokens) else None


def _may_speak(governor: Token, tokens: Tokens) -> bool:
    """Whether the verb that a second cue is joined to has a subject, within what is said, that may speak."""
    found = next(children(governor, "nsubj", "nsubj:pass"), None)
    while found is None and governor.head.i != governor.i and tokens.start <= governor.head.i < tokens.end:
        governor = governor.head
        found = next(children(governor, "nsubj", "nsubj:pass"), None)
    if found is None or not tokens.start <= found.i < tokens.end:
        return False
    people = surrounding_words().listeners
    named = found.ent_type_ in _SPEAKING or found.pos_ == "PROPN" or found.lower_ in _PRONOUNS
    return named or lemma(found) in people or found.lower_ in people or found.lower_ in standings()


def _before(doc: Doc, part: Span, joint: Token) -> Span | None:
    before = trimmed(doc.text, Span(part.start, joint.idx))
    tokens = tokens_of(doc, before) if before is not None else None
    return before if tokens is not None and len(tokens) >= _LEAST else None


def _after(doc: Doc, part: Span, verb: Token) -> Span | None:
    end = _end_of_cue(verb)
    after = trimmed(doc.text, Span(end, part.end)) if end < part.end else None
    tokens = tokens_of(doc, after) if after is not None else None
    return after if tokens is not None and len(tokens) >= _LEAST else None


def _end_of_cue(verb: Token) -> int:
    """Where a cue ends: "called for" is one."""
    following = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    joined = following is not None and following.lower_ in {"for", "on"} and lemma(verb) == "call"
    return following.idx + len(following) if joined and following is not None else verb.idx + len(verb)
