"""Sides that words name in a roundabout way: who acts together with a side, whose statement it is."""

from __future__ import annotations

from parley.findings.encounters.actors import actors
from parley.findings.encounters.scene import Scene
from parley.findings.positions.filled import Framed
from parley.findings.positions.owners import acts
from parley.findings.positions.whose import animate, sides
from parley.language.syntax import (
    agent,
    case_of,
    children,
    conjuncts,
    known_lemma,
    objects,
    obliques,
    relation,
)
from parley.language.tree import Token
from parley.vocabulary.stances import stance_words

_TOGETHER = frozenset({"together", "along", "jointly", "alongside"})
_JOINED = frozenset({"join", "flank", "accompany"})
_ISSUING = frozenset(
    {"issue", "release", "publish", "sign", "adopt", "send", "write", "pass", "circulate", "post"}
    | {"hold", "stage", "organize", "organise", "launch", "join", "attend"}
)
_TOLD = frozenset({"VBD", "VBZ", "VBP"})
_LIKE = frozenset({"alongside", "like", "as well as"})
_NAMED = 2
_OWNING = frozenset({"by", "of", "from"})


def companions(scene: Scene, one: Framed, head: Token) -> tuple[str, ...]:
    """The sides named beside a subject as those with whom it acts ("Chad, together with Niger, opposed").

    Args:
        scene: the report.
        one: the framed word.
        head: the head of the subject.
    """
    if one.owner is not None:
        return ()
    beside = [child for child in children(head, "nmod") if child.i < one.predicate.i and _together(child)]
    joining = (clause for clause in children(head, "acl") if clause.tag_ == "VBN")
    joined = [clause for clause in joining if known_lemma(clause, _JOINED) in _JOINED]
    beside += [by for clause in joined if clause.i < one.predicate.i and (by := agent(clause)) is not None]
    beside += [one.head for one in obliques(one.predicate, "with", "alongside") if _together(one.head)]
    above = one.predicate.head
    if one.predicate.tag_ == "VBG" and known_lemma(above, _JOINED) in _JOINED and above.i < one.predicate.i:
        beside += objects(above)  # "Chad joined Niger in opposing the levy"
    return sides(scene, [actor for token in beside for actor in actors(scene, token)])


def _together(named: Token) -> bool:
    """Whether a phrase with "with" says with whom somebody acts."""
    if case_of(named) in _LIKE:
        return True
    before = named.doc[max(0, named.left_edge.i - 1) : named.i]
    return any(word.lower_ in _TOGETHER for word in before) and "with" in {word.lower_ for word in before}


def meant_by(head: Token) -> Token | None:
    """Whose stance it is, where a subject speaks for others, is a text, or what somebody is said to be."""
    return on_behalf(head) or author_of(head) or _described(head)


def left_out(scene: Scene, head: Token) -> tuple[str, ...]:
    """The sides that a subject names only to leave them out ("Chad, but not Niger, signed")."""
    others = (member for member in conjuncts(head) if member.i != head.i)
    denied = [one for one in others if _denied(one)]
    return sides(scene, [actor for token in denied for actor in actors(scene, token)])


def _denied(member: Token) -> bool:
    before = member.doc[max(0, member.left_edge.i - 1) : member.i]
    return any(word.lower_ == "not" for word in (*before, *children(member, "advmod", "cc")))


def _described(head: Token) -> Token | None:
    """Who is said to be what a clause hangs on ("Chad is the only country that has not signed")."""
    if head.ent_type_ or head.pos_ != "NOUN" or not any(True for _ in children(head, "cop")):
        return None
    return next(children(head, "nsubj"), None)


def author_of(head: Token) -> Token | None:
    """The side that issued a text ("a Security Council resolution demanded", "a statement by the union")."""
    if head.ent_type_ or known_lemma(head, stance_words("issued")) not in stance_words("issued"):
        return None
    for child in children(head, "nmod", "compound", "amod", "acl"):
        if child.dep_ == "nmod:poss" or (child.i < head.i and child.ent_type_ in {"GPE", "ORG", "NORP"}):
            return child
        if child.i > head.i and relation(child) == "nmod" and case_of(child) in _OWNING and acts(child):
            return child
        by = agent(child) if relation(child) == "acl" and child.tag_ == "VBN" else None
        if by is not None:
            return by
    issuing = relation(head) == "obj" and known_lemma(head.head, _ISSUING) in _ISSUING
    return next(children(head.head, "nsubj"), None) if issuing else None


def on_behalf(head: Token) -> Token | None:
    """The group for which a delegation speaks ("Fiji, for the island states, proposed ...")."""
    for child in children(head, "nmod", "appos"):
        opening = next((mark for mark in children(child, "case") if mark.lower_ == "for"), None)
        if opening is not None and opening.i > head.i and opening.nbor(-1).text == ",":
            return child
    after = head.doc[head.i + 1 : head.i + 6]
    if len(after) > 2 and after[0].text == "," and after[1].lower_ == "for":
        return next((token for token in after[2:] if token.ent_type_ == "ORG"), None)
    return None


def set_off_name(predicate: Token) -> Token | None:
    """The name before a clause set off by commas, of which a verb tells ("Chad, which asked, backs it")."""
    name = predicate.head
    told = relation(predicate) == "parataxis" and name.i < predicate.i and predicate.tag_ in _TOLD
    behind = predicate.doc[max(0, predicate.i - 1)].text == ","
    return name if told and behind and name.ent_type_ in {"GPE", "ORG"} else None


def name_before_which(predicate: Token) -> Token | None:
    """The name right before ", which", where the clause hangs on a thing ("terms of Chad, which wants")."""
    clause = predicate.head if relation(predicate) == "conj" else predicate
    who = next((child for child in children(clause, "nsubj") if child.lower_ in {"which", "who"}), None)
    if clause.dep_ != "acl:relcl" or who is None or who.i < _NAMED or animate(clause.head):
        return None
    name, comma = who.doc[who.i - 2], who.doc[who.i - 1]
    other = name.i != clause.head.i and not clause.head.ent_type_
    return name if comma.text == "," and name.ent_type_ in {"GPE", "ORG", "PERSON"} and other else None
