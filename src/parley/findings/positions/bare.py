"""Deals that a report calls just that: what they are about shows where it calls them by a fuller name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from parley.findings.positions.topics import lemmas
from parley.language.tree import Doc, Token
from parley.language.tree import Span as TokenSpan
from parley.vocabulary.issues import general_words, issue_of, issue_of_report

_NAMING = frozenset({"compound", "amod", "nmod"})
_PLAIN = re.compile(r"[^\W_]+")
_FEW = 8
"""Words of a topic; a longer one says what it is about."""
_OFTEN = 2
_MOST = 2 / 3
"""The share of all fuller names that must be of one family."""


def family_of_deals(doc: Doc, words: Mapping[str, int], title: str | None = None) -> str | None:
    """The issue family of the deals and talks of a report, or None.

    "The nuclear deal", "trade talks": where most of these names are of one family, "the deal" is of it, too;
    where there are hardly any, what most of the report is about.

    Args:
        doc: the parsed report.
        words: how often each base form stands in it.
        title: its headline, or None.
    """
    known = general_words("agreement") - general_words("gatherings")
    found: Counter[str] = Counter()
    for token in doc:
        if token.pos_ == "NOUN" and token.lemma_ in known:
            family = _family_named(token)
            if family is not None:
                found[family] += 1
    headline = _PLAIN.findall((title or "").lower())
    named = issue_of(headline) if not known.isdisjoint(headline) else None
    if named is not None:
        found[named] += _OFTEN
    best = found.most_common(1)
    if found.total() >= _OFTEN:
        return best[0][0] if best[0][1] >= found.total() * _MOST else None
    return issue_of_report(words)


def _family_named(head: Token) -> str | None:
    """The family of what stands before a noun, or of a word for a cease-fire itself."""
    if head.lemma_.lower() in general_words("same-cease-fire"):
        return issue_of([head.lemma_.lower()])
    beside = [child.lemma_.lower() for child in head.children if child.dep_ in _NAMING and child.i < head.i]
    return issue_of(beside) if beside else None


def is_bare(topic: TokenSpan) -> bool:
    """Whether a topic is a deal, or something done about one, in few words that do not tell of what.

    "The landmark agreement", "return to the table", "U.S. demands": of what the report's deals are about.
    """
    return len(topic) <= _FEW and not _dealing().isdisjoint(lemmas(topic))


@cache
def _dealing() -> frozenset[str]:
    return frozenset().union(*map(general_words, ("agreement", "proposal", "offers", "measures", "doing")))
