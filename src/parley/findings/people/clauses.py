"""Subjects of the clauses around a pronoun: "While Ruiz agreed, he warned"."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.people.affiliation import Bearings
from parley.findings.people.member import Kind, Named
from parley.language.syntax import children, known_lemma
from parley.language.tree import Doc
from parley.vocabulary.cues import attributing_words

_UP = 4
_UP_TO_CUE = 8
_SUBJECTS = ("nsubj", "nsubj:pass")


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


def named_by_clause(doc: Doc, bearings: Bearings, token: int) -> Iterator[Named]:
    """Whom the clauses around a pronoun give for it, the likeliest first."""
    for found in (fronted_subject(doc, bearings, token), accused(doc, bearings, token)):
        if found is not None:
            yield found


def accused(doc: Doc, bearings: Bearings, token: int) -> Named | None:
    """Who is accused in the words in which a pronoun stands: "Vega accused Lund of raising his price"."""
    if not doc.is_parsed:
        return None
    word, known = doc[token], attributing_words().accusing
    for _ in range(_UP_TO_CUE):
        if word.head.i == word.i:
            return None
        word = word.head
        if word.pos_ == "VERB" and known_lemma(word, known) in known:
            found = next(children(word, "obj", "iobj"), None)
            named = bearings.at(found.i) if found is not None and word.i < found.i < token else None
            return named if named is not None and named.kind is Kind.PERSON else None
    return None


def subject_beside(doc: Doc, bearings: Bearings, token: int) -> Named | None:
    """Who is the subject of the clause that a pronoun's own goes on with, or is below.

    "Chad complained that Niger lied, and it called for talks"; "Chad is said to agree, though it says no".
    """
    pronoun = doc[token]
    if not doc.is_parsed or pronoun.dep_ != "nsubj":
        return None
    clause = pronoun.head
    if clause.dep_ not in {"conj", "advcl"} or clause.head.i >= token:
        return None
    found = next((child for name in _SUBJECTS for child in children(clause.head, name)), None)
    return bearings.at(found.i) if found is not None and found.i < token else None


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


def clause_subject(doc: Doc, bearings: Bearings, start: int) -> Named | None:
    """The subject of the very clause in which "his" stands ("as long as Ruiz keeps his pledge")."""
    if not doc.is_parsed:
        return None
    word = doc[start].head
    for _ in range(_UP):
        found = next(children(word, "nsubj"), None) if word.pos_ in {"VERB", "AUX", "ADJ"} else None
        if found is not None:
            names = bearings.between(found.left_edge.i, found.right_edge.i + 1) if found.i < start else []
            return bearings.at(found.i) or next((one for one in names if one.kind is Kind.PERSON), None)
        if word.head.i == word.i or word.dep_ in {"advcl", "ccomp", "parataxis", "acl:relcl"}:
            return None
        word = word.head
    return None
