"""Clauses: which predicate a word belongs to, what a clause covers, what governs it."""

from __future__ import annotations

from parley.language.syntax.memory import remembered
from parley.language.syntax.phrases import conjuncts
from parley.language.syntax.relations import CLAUSAL, ancestors, is_predicate
from parley.language.tree import Span, Token

_OWN_CLAUSE = frozenset({"ccomp", "advcl", "acl", "csubj", "parataxis"})
_GROUP = frozenset({"aux", "cop"})


def predicate_of(token: Token) -> Token:
    """The predicate whose clause `token` stands in; the sentence's root where there is none nearer."""
    if token.relation in CLAUSAL or is_predicate(token):
        return token
    last = token
    for above in ancestors(token):
        if is_predicate(above) or above.relation in CLAUSAL:
            return above
        last = above
    return last


def governing_predicate(token: Token) -> Token | None:
    """The predicate one clause further up ("said" for "leave" in "said they will leave"), or None."""
    clause = predicate_of(token)
    for above in ancestors(clause):
        if is_predicate(above):
            return above
    return None


@remembered
def controllers(predicate: Token) -> list[Token]:
    """Predicates whose open complement this one is, nearest first ("ready" in "ready to go")."""
    found: list[Token] = []
    current = predicate
    for above in ancestors(predicate):
        if current.relation == "conj" and above.relation == "xcomp":
            current = above
            continue
        if current.relation != "xcomp":
            break
        found.append(above)
        current = above
    return found


def main_predicates(sentence: Span) -> list[Token]:
    """The sentence's root predicate and those joined to it, in text order."""
    root = sentence.root
    return [member for member in conjuncts(root) if is_predicate(member) or member.i == root.i]


def clause_tokens(predicate: Token, *, subordinate: bool = False) -> list[Token]:
    """The tokens of a predicate's clause in text order, the predicate among them.

    Args:
        predicate: the head of the clause.
        subordinate: take complement, adverbial and relative clauses and joined clauses along.

    """
    if subordinate:
        return list(predicate.subtree)
    found = [predicate]
    for token in found:
        for child in token.children:
            joined = child.relation == "conj" and is_predicate(child)
            if child.relation not in _OWN_CLAUSE and not joined:
                found.append(child)
    return sorted(found, key=lambda token: token.i)


def clause_span(predicate: Token, *, joined: bool = True) -> Span:
    """The run of tokens a predicate's clause covers, subordinate clauses included, punctuation trimmed.

    Args:
        predicate: the head of the clause.
        joined: take clauses joined by *and* or *but*, which stand to the right, along.

    """
    start, end = predicate.left_edge.i, predicate.right_edge.i
    if not joined:
        for child in predicate.rights:
            if child.relation == "conj" and is_predicate(child):
                end = min(end, child.left_edge.i - 1)
    doc = predicate.doc
    while start < predicate.i and _is_edge(doc[start], opening=True):
        start += 1
    while end > predicate.i and _is_edge(doc[end], opening=False):
        end -= 1
    return doc[start : end + 1]


def _is_edge(token: Token, *, opening: bool) -> bool:
    return token.is_space or token.is_punct or (not opening and token.relation == "cc")


def verb_group(predicate: Token) -> Span:
    """The predicate with its auxiliaries, copula, negation and particles, as a run of tokens."""
    parts = [predicate.i]
    for child in predicate.children:
        label = child.relation
        near = label in _GROUP or child.dep_ == "compound:prt" or child.lower_ in {"not", "n't", "n’t"}
        if near and abs(child.i - predicate.i) <= 6:
            parts.append(child.i)
    return predicate.doc[min(parts) : max(parts) + 1]
