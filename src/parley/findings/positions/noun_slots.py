"""Where the topic of a stance noun stands: behind a preposition, in a clause, or the noun itself."""

from __future__ import annotations

from parley.findings.positions.behind import (
    deed_of,
    infinitive_after,
    infinitive_of_object,
    phrase_after,
    question_after,
)
from parley.findings.positions.filled import CLAUSE_SLOTS, Topic, is_gerund
from parley.findings.positions.owners import acts, of_a_side
from parley.language.syntax import case_of, children, known_lemma, obliques, relation
from parley.language.tree import Token
from parley.vocabulary.stances import StanceFrame, stance_words

_BESIDE = 2
# Between a stance noun and its infinitive stands who puts it ("pressure from Chad to sign").
_BY = frozenset({"from", "by"})
_OVER = frozenset({"over", "about", "against"})
_TYING = frozenset({"tie", "link", "peg"})


def noun_topic(frame: StanceFrame, token: Token) -> Topic | None:
    """What a stance noun is on, by the first slot that the sentence fills, or None."""
    of_whom: Topic | None = None
    for slot in frame.topic:
        found = _in_slot(frame, token, slot)
        if found is None:
            continue
        if slot != "of" or not acts(found.head):
            return found
        if not of_a_side(frame, found.head):
            of_whom = found  # "the refusal of Chad to sign": only where nothing else says what it is on
    drawn = relation(token) == "obj" and is_one_of(token.head, "drawing")
    return None if drawn else of_whom


def _in_slot(frame: StanceFrame, token: Token, slot: str) -> Topic | None:
    if slot == "whole":
        beside = set_beside(token) if frame.stance == "demands" else None
        return Topic(beside or token, slot, clause=False)
    head = _noun_clause(token, slot) if slot in CLAUSE_SLOTS else _noun_filler(token, slot)
    if head is None or head.tag_ in {"WP", "WDT"} or (slot == "of" and _is_sum(head)):
        return None  # "an offer of 6 percent" is the offer
    deed = deed_of(head) if slot == "for" else None
    if deed is not None:
        return Topic(deed, "inf", clause=True)
    asked = question_after(token, slot) is head
    clause = slot in CLAUSE_SLOTS or is_gerund(head) or head.tag_ == "VB" or asked
    return Topic(head, slot, clause)


def _is_sum(head: Token) -> bool:
    return head.ent_type_ == "MONEY" or any(word.pos_ in {"NUM", "SYM"} for word in (head, *head.lefts))


def _noun_clause(token: Token, slot: str) -> Token | None:
    for child in children(token, "acl", "xcomp", "ccomp", "advcl"):
        marks = {mark.lower_ for mark in children(child, "mark")}
        if slot == "inf" and "to" in marks and not (child.dep_ == "acl:relcl" and child.tag_ == "VBD"):
            return child
        if slot == "whether" and marks & {"whether", "if"}:
            return child
        whole = child.dep_ != "acl:relcl" or any(True for _ in children(child, "obj"))
        whole = whole or (child.tag_ in {"VB", "VBP"} and token.tag_ == "NN")
        if slot == "that" and "that" in marks and whole:
            return child
    if slot == "whether":
        return None
    side = next((child for child in children(token, "nmod") if case_of(child) == "of" and acts(child)), None)
    if side is not None and slot == "that":  # "the insistence of Chad that ...", hung on the side
        clauses = (one for one in children(side, "acl", "ccomp") if one.dep_ != "acl:relcl")
        return next((one for one in clauses if _opened(one)), None)
    between = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    by = between in _BY or (side is not None and between == "of")
    if slot != "inf":
        return None
    return infinitive_of_object(token, past=_BY) if by else infinitive_after(token)


def _opened(clause: Token) -> bool:
    return any(mark.lower_ == "that" for mark in children(clause, "mark"))


def _noun_filler(token: Token, slot: str) -> Token | None:
    if relation(token) == "obj" and known_lemma(token.head, _TYING) in _TYING:
        return None  # "tied its approval to the release of the crew"
    for child in children(token, "nmod", "obl", "acl", "advcl"):
        if child.dep_ == "nmod:poss" or child.i < token.i or child.tag_ in {"VBD", "VBZ", "VBP", "VBN"}:
            continue
        if any(mark.lower_ == slot for mark in children(child, "case", "mark")) and _is_topic(child):
            return child
    behind = phrase_after(token, slot)
    if behind is None and slot in _OVER and relation(token) == "obj" and is_one_of(token.head, "light"):
        behind = next((one.head for one in obliques(token.head, slot) if one.head.i > token.i), None)
    return behind if behind is not None and _is_topic(behind) else question_after(token, slot)


def _is_topic(head: Token) -> bool:
    """Whether what stands behind a preposition is no day and no table ("an offer on the table")."""
    return head.ent_type_ not in {"DATE", "TIME"} and head.lower_ != "table"


def set_beside(token: Token) -> Token | None:
    """What a stance noun stands beside as another name for it ("a truce, Chad's main demand")."""
    start = min([token.i, *(child.i for child in token.lefts if not child.is_punct)])
    if start < _BESIDE or token.doc[start - 1].text != ",":
        return None
    last = token.doc[start - 2]
    above = last.head if relation(last) == "nmod" and last.head.i < last.i else last
    return above if above.pos_ == "NOUN" else None


def is_one_of(verb: Token, name: str) -> bool:
    """Whether a word is in a list of stance words."""
    return known_lemma(verb, stance_words(name)) in stance_words(name)
