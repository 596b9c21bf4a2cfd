"""Whom calls and messages did not reach: "calls to the embassy rang out", "emails were not answered"."""

from __future__ import annotations

from parley.findings.statements.drafts import Draft, characters
from parley.findings.statements.lexicon import lemma
from parley.language.syntax import children, negated, noun_phrase, obliques, passive, verb_group
from parley.language.tree import Token
from parley.model import Span

_RULE = "rule: withheld"
_SCORE = 0.8
_CALLS = frozenset({"call", "email", "e-mail", "message", "request", "query", "letter", "enquiry", "inquiry"})
_UNANSWERED = frozenset({"unanswered", "unreturned"})


def unreached_by(verb: Token) -> Token | None:
    """Whom calls or messages are told not to have reached ("calls to the embassy rang out")."""
    sent = next(children(verb, "nsubj", "nsubj:pass"), None)
    if sent is None or not {sent.lower_, sent.lower_.removesuffix("s")} & _CALLS:
        return None
    word = lemma(verb)
    unanswered = any(child.lower_ in _UNANSWERED for child in verb.rights)
    missed = (word == "go" and unanswered) or (
        word == "ring" and any(one.lower_ == "out" for one in verb.rights)
    )
    refused = word in {"answer", "return"} and passive(verb) and negated(verb, own=True)
    if not missed and not refused:
        return None
    return next((one.head for one in obliques(sent, "to")), None)


def of_calls(verb: Token, source: Token) -> Draft:
    """What is withheld by whom calls did not reach ("calls to the embassy rang out")."""
    first = next(children(verb, "nsubj", "nsubj:pass"), verb).left_edge
    end = max((child.i for child in verb.children if not child.is_punct), default=verb.i)
    last = verb.doc[max(end, verb.i)].right_edge
    last = verb.doc[last.i - 1] if last.is_punct else last
    group = verb_group(verb)
    cue = Span(group.start_char, group.end_char)
    words = Span(first.idx, last.idx + len(last))
    return Draft(cue, (characters(noun_phrase(source)),), (words,), _RULE, _SCORE, withheld=True)
