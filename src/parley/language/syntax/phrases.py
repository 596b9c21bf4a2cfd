"""Noun phrases: their extent, head, appositions, conjuncts and possessors."""

from __future__ import annotations

from parley.language.syntax.memory import remembered
from parley.language.syntax.relations import children
from parley.language.tree import Span, Token

_BEFORE = frozenset({"det", "amod", "nummod", "compound", "nmod", "flat", "advmod", "goeswith", "fixed"})
_AFTER = frozenset({"amod", "nummod", "compound", "nmod", "flat", "fixed", "goeswith", "det"})
_CLAUSES = frozenset({"acl", "advcl"})
_COORDINATION = frozenset({"conj"})
_APPOSITION = frozenset({"appos", "parataxis", "list"})
_INNER_PUNCTUATION = frozenset({"-", "–", "‑", "/", "&", "'", "’"})
_NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def noun_phrase(
    token: Token, *, clauses: bool = False, appositions: bool = False, conjuncts: bool = False
) -> Span:
    """The noun phrase that `token` heads, as a contiguous run of tokens.

    Prepositional modifiers are part of it ("the head of the committee"); its own preposition, conjunction
    and possessive ending are not.

    Args:
        token: the head noun, name or pronoun.
        clauses: take relative and participial clauses along.
        appositions: take appositions along.
        conjuncts: take what is joined by *and*, *or* along.

    """
    allowed = _AFTER
    if clauses:
        allowed |= _CLAUSES
    if appositions:
        allowed |= _APPOSITION
    if conjuncts:
        allowed |= _COORDINATION
    return Span(token.doc, _first(token), _last(token, allowed) + 1)


@remembered
def _first(token: Token) -> int:
    first = token.i
    for child in reversed(token.lefts):
        if child.relation in _BEFORE:
            first = min(first, child.left_edge.i)
        elif child.is_punct and child.text in _INNER_PUNCTUATION:
            first = min(first, child.i)
        elif not child.is_space:
            break
    return first


def _last(token: Token, allowed: frozenset[str]) -> int:
    """The last token of the phrase; stops at the first dependent that does not belong to it."""
    last = token.i
    for child in token.rights:
        if token.i < token.head.i < child.i:
            break  # what stands behind the verb above is no part of a phrase before it
        label = child.relation
        if label in allowed:
            last = max(last, child.right_edge.i if label in _CLAUSES else _last(child, allowed))
        elif label not in {"punct", "cc"} and not child.is_space:
            break
    return last


def phrase_head(token: Token) -> Token:
    """The head of the noun phrase `token` is part of ("Minister" in a title leads to the name)."""
    current = token
    for _ in range(len(token.doc)):
        within = {"det", "amod", "nummod", "compound", "flat", "fixed", "goeswith"}
        if current.relation not in within and not is_title(current):
            return current
        if current.head.i == current.i:
            return current
        current = current.head
    return current


def is_title(token: Token) -> bool:
    """Whether the token is a title or description before a name ("Mr.", "President")."""
    return token.dep_ == "nmod:desc" and token.i < token.head.i


def span_root(span: Span) -> Token:
    """The token of `span` whose head lies outside it; the first such one that is not punctuation."""
    start, end = span.start, span.end
    for token in span:
        head = token.head
        outside = head is token or not start <= head.i < end
        if outside and not token.is_punct and not token.is_space:
            return token
    return span[0]


def appositions(token: Token) -> list[Token]:
    """Heads of the appositions of a noun ("Ana Ruiz, the minister" gives "minister")."""
    return [child for child in children(token, "appos") if child.pos_ in _NOMINAL_TAGS]


def role_nouns(token: Token) -> list[Token]:
    """Nouns that say what a named person is: appositions, and titles before the name."""
    titles = [
        child
        for child in token.lefts
        if child.pos_ in {"NOUN", "PROPN"} and (child.relation == "compound" or child.dep_ == "nmod:desc")
    ]
    named = [token.head] if token.relation == "appos" and token.head.pos_ == "NOUN" else []
    return titles + appositions(token) + named


@remembered
def conjuncts(token: Token) -> list[Token]:
    """The token and all that is joined to it by *and* or *or*, in text order."""
    first = coordination_head(token)
    found = [first]
    for member in found:
        found += [child for child in children(member, "conj") if child not in found]
    return sorted(found, key=lambda member: member.i) if len(found) > 1 else found


def coordination_head(token: Token) -> Token:
    """The first of the things joined by *and* or *or* with `token`; itself where it stands alone."""
    current = token
    for _ in range(len(token.doc)):
        if current.relation != "conj" or current.head.i == current.i:
            return current
        current = current.head
    return current


def possessor(token: Token) -> Token | None:
    """Whose the noun is ("Moscow" in "Moscow's warning", "his" in "his threat"), or None."""
    return next(children(token, "nmod:poss"), None)
