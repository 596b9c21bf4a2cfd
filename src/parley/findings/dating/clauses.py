"""Dates that the parse gives a saying: from the verb it goes with, or the occasion at which it is said."""

from __future__ import annotations

from parley.findings.dating.candidates import Candidate, content_between
from parley.language.syntax import children
from parley.language.tree import Token
from parley.vocabulary.dating import dating_words

# How many steps up the tree a time may stand below the noun of an occasion.
_STEPS = 4
_MODIFIES = ("obl", "nmod", "advmod")
_AT = frozenset({"at", "in", "during", "on", "after", "through", "via", "by"})
_CLAUSE_ENDS = frozenset({",", ";", "and", "but", "–", "—"})
_SUBJECTS = ("nsubj", "csubj")


def governed(candidate: Candidate) -> bool:
    """The parse makes the time a modifier of the cue."""
    if candidate.inside or not candidate.page.parsed:
        return False
    source = candidate.source
    trails = source is not None and candidate.end <= source[0] < candidate.cue[0]
    if trails and content_between(candidate, candidate.sentence[0], candidate.start):
        # "Floods cut the road on Sunday, the ministry wrote": of the floods, whatever the parse makes of it.
        return False
    if candidate.gap(candidate.end, candidate.end + 2) == [",", "when"]:
        # "did not address the charge made on Sunday, when she spoke": of what is told then.
        return False
    top = _top(candidate)
    return top is not None and _modifies(top) and candidate.cue[0] <= top.head.i < candidate.cue[1]


def of_its_verb(candidate: Candidate) -> bool:
    """`was vague on Monday about when the ships would sail, saying`; `met her in May and promised`.

    The time modifies the verb that the cue goes with as a participle, or whose subject it shares.
    """
    verb = _verb(candidate)
    if verb is None or candidate.inside or not candidate.page.parsed or candidate.end > candidate.cue[0]:
        return False
    top = _top(candidate)
    if top is None or not _modifies(top) or top.head.i != verb.head.i:
        return False
    if candidate.gap(candidate.start - 1, candidate.start) == ["since"]:
        return False
    if verb.dep_.startswith("advcl"):
        return verb.tag_ == "VBG" and (top.i > verb.head.i or _opens_clause(candidate))
    return (
        verb.dep_ == "conj"
        and verb.tag_ == verb.head.tag_ == "VBD"
        and not any(child.dep_.startswith(_SUBJECTS) for child in verb.children)
    )


def _opens_clause(candidate: Candidate) -> bool:
    """Whether a time heads its clause: "and in May, she wrote"; not so "A storm hit on Sunday, she wrote"."""
    start = candidate.start
    while start > candidate.sentence[0] and candidate.page.doc[start - 1].pos_ in ("ADP", "ADV"):
        start -= 1
    return start == candidate.sentence[0] or candidate.gap(start - 1, start)[0] in _CLAUSE_ENDS


def at_occasion(candidate: Candidate) -> bool:
    """`played it down at a Sunday briefing`; `a briefing on Sunday, where she said`."""
    verb = _verb(candidate)
    if verb is None or not candidate.page.parsed:
        return False
    noun = _occasion(candidate)
    if noun is None:
        return False
    if noun.head.i == verb.i and noun.dep_.startswith("obl"):
        return any(case.lower_ in _AT for case in children(noun, "case"))
    if noun.lower_ not in dating_words().speeches:
        return False
    told_of = noun.i in (verb.head.i, verb.head.head.i) and "acl:relcl" in (verb.dep_, verb.head.dep_)
    where = any(child.lower_ in ("where", "which", "when") for child in verb.subtree if child.i < verb.i)
    return told_of and where


def _occasion(candidate: Candidate) -> Token | None:
    """The noun of an occasion that the time belongs to ("a Sunday briefing", "an interview on Sunday")."""
    token = _top(candidate)
    nouns = dating_words().speeches | dating_words().occasions
    for _ in range(_STEPS):
        if (
            token is None
            or token.head.i == token.i
            or (token.pos_ in ("VERB", "AUX") and token.dep_ != "acl")
        ):
            return None
        token = token.head
        if token.lower_ in nouns and token.pos_ == "NOUN":
            return token
    return None


def _verb(candidate: Candidate) -> Token | None:
    """The first verb of the cue."""
    tokens = candidate.page.doc[candidate.cue[0] : candidate.cue[1]]
    return next((token for token in tokens if token.pos_ in ("VERB", "AUX")), None)


def _top(candidate: Candidate) -> Token | None:
    """The token of the time on which its others depend."""
    doc, inside = candidate.page.doc, range(candidate.start, candidate.end)
    return next((doc[index] for index in inside if doc[index].head.i not in inside), None)


def _modifies(top: Token) -> bool:
    return top.dep_.startswith(_MODIFIES)
