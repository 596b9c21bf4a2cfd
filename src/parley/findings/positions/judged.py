"""What a judgment is on, where it is a deed: "letting them stay is wrong", "the first thing is to leave"."""

from __future__ import annotations

from parley.findings.positions.filled import Framed, Topic
from parley.language.syntax import children, relation
from parley.language.tree import Token
from parley.vocabulary.stances import StanceFrame, stance_words

_OWN = frozenset({"our", "my", "the"})
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


def described_by_deed(token: Token) -> Token | None:
    """The object that the parse takes for the subject of its participle ("praised the deal | reached")."""
    for clause in children(token, "ccomp"):
        thing = next(children(clause, "nsubj"), None)
        if clause.tag_ not in {"VBN", "VBD"} or thing is None or not token.i < thing.i < clause.i:
            continue
        if not any(True for _ in children(clause, "mark", "aux", "obj", "cop")) and thing.pos_ == "NOUN":
            return thing
    return None


def fill_aim(frame: StanceFrame, token: Token) -> Framed | None:
    """What whoever speaks says is the thing to do ("the most important thing is to reopen the port")."""
    deed = token.head if relation(token) == "nsubj" else _said_of(token)
    if deed is None or deed.i < token.i or not any(True for _ in children(deed, "cop", "aux")):
        return None
    before = [child for child in token.lefts if child.dep_ == "nmod:poss" or child.ent_type_]
    if any(child.lower_ not in _OWN for child in before):
        return None
    described = {child.lower_ for child in children(token, "amod")}
    if frame.about == "aimed at" and not described & stance_words("foremost"):
        return None
    if deed.pos_ == "VERB":
        marks = {mark.lower_ for mark in children(deed, "mark") if mark.i > token.i}
        own = any(child.i > token.i and child.dep_ == "nsubj" for child in children(deed, "nsubj"))
        marks |= {word.lower_ for word in token.doc[token.i : deed.i] if word.dep_ == "reparandum"}
        marked = "to" in marks or ("that" in marks and own) or (deed.tag_ == "VBG" and not marks)
        return Framed(frame, token, deed, Topic(deed, "deed", clause=True)) if marked else None
    named = deed.pos_ == "NOUN" and any(True for _ in children(deed, "cop"))
    return Framed(frame, token, deed, Topic(deed, "is", clause=False)) if named else None


def _said_of(token: Token) -> Token | None:
    """What a form of "be" right behind a noun says of it, whatever the parse made of the noun."""
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return behind.head if behind is not None and relation(behind) == "cop" else None
