"""What a judgment is on, where it is a deed: "letting them stay is wrong", "it is wrong to let them stay"."""

from __future__ import annotations

from parley.language.syntax import children, relation
from parley.language.tree import Token

_ANNOUNCED = frozenset({"if", "that", "when", "to"})


def judged_clause(token: Token) -> Token | None:
    """The clause that an "it" announces ("it is unacceptable if Chad leaves")."""
    for child in children(token, "advcl", "ccomp", "csubj", "xcomp"):
        if child.i > token.i and {mark.lower_ for mark in children(child, "mark")} & _ANNOUNCED:
            return child
    return None


def deed_judged(token: Token) -> Token | None:
    """The deed that is the subject of a judgment ("letting Chad keep it is unacceptable"), or None."""
    found = next(children(token, "csubj"), None)
    ahead = any(one.tag_ == "MD" for one in children(token, "aux"))
    told = ahead or any(True for _ in children(token, "cop"))
    if found is not None or not told:
        return found
    above = token.head
    if any(True for _ in children(token, "nsubj", "expl")) or above.i == token.i:
        return None
    if above.tag_ == "VBG" and above.i < token.i and relation(token) in {"obj", "xcomp"}:
        return above  # the parse took what is said of the deed for its object
    beside = (one for one in above.children if one.tag_ == "VBG" and above.i < one.i < token.i)
    return next((one for one in beside if relation(one) == relation(token) == "ccomp"), None)
