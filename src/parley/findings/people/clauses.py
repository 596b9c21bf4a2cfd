"""Subjects of the clauses around a pronoun: "While Ruiz agreed, he warned"."""

from __future__ import annotations

from parley.findings.people.affiliation import Bearings
from parley.findings.people.member import Named
from parley.language.syntax import children
from parley.language.tree import Doc


def fronted_subject(doc: Doc, bearings: Bearings, token: int) -> Named | None:
    """Who is the subject of the clause before a pronoun's own: "While Ruiz agreed, he also warned"."""
    pronoun = doc[token]
    if not doc.is_parsed or pronoun.dep_ != "nsubj":
        return None
    for clause in children(pronoun.head, "advcl"):
        found = next(children(clause, "nsubj"), None) if clause.i < token else None
        named = bearings.at(found.i) if found is not None else None
        if named is not None:
            return named
    return None


def main_subject(doc: Doc, bearings: Bearings, start: int) -> Named | None:
    """Whose something is in a clause below its subject's: "Chad gave in when its envoy said so"."""
    if not doc.is_parsed:
        return None
    verb = doc[start].head
    while verb.head.i != verb.i and verb.dep_ != "advcl":
        verb = verb.head
    above = verb.head if verb.dep_ == "advcl" else None
    found = next(children(above, "nsubj"), None) if above is not None else None
    return bearings.at(found.i) if found is not None and found.i < start else None
