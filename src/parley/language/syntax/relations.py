"""Relations of single tokens: the label without its subtype, children by label, what can head a clause."""

from __future__ import annotations

from collections.abc import Iterator

from parley.language.tree import Token

CLAUSAL = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"})
VERBAL_TAGS = frozenset({"VERB", "AUX"})


def relation(token: Token) -> str:
    """The token's relation to its head without the subtype ("nsubj" for "nsubj:pass")."""
    return token.relation


def children(token: Token, *labels: str) -> Iterator[Token]:
    """The token's dependents with one of `labels`, in text order.

    A label with a subtype ("nmod:poss") asks for exactly that; one without ("nmod") takes every subtype.
    """
    found = []
    for child in token.children:
        if child.relation in labels or child.dep_ in labels:
            found.append(child)
    return iter(found)


def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a noun or adjective with a copula or a subject."""
    if token.pos_ == "VERB":
        return True
    if any(True for _ in children(token, "cop", "nsubj", "csubj")):
        return True
    return token.pos_ == "AUX" and token.relation in CLAUSAL


def ancestors(token: Token) -> Iterator[Token]:
    """The token's heads upwards to the root; ends even where the tree is broken."""
    current = token
    for _ in range(len(token.doc)):
        head = current.head
        if head.i == current.i:
            return
        yield head
        current = head
