"""The word of a sentence that says whose a stance is: subject, owner, agent, who is accused of it."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.positions.companions import name_before_which, set_off_name
from parley.findings.positions.filled import Framed
from parley.language.syntax import agent, children, known_lemma, objects, passive, relation, subject
from parley.language.tree import Token
from parley.vocabulary.stances import stance_words

_ACCUSED = 14

_OBJECTS = frozenset({"him", "her", "them", "it"})
# A quotation may begin with the verb (`Lund "underscored the need for a truce"`).
_OPENING = frozenset({"“", '"', "``", "‘"})


def bearer(one: Framed) -> Token | None:
    """The word that says whose a stance is: its owner, subject, agent or whoever is accused of it."""
    if one.owner is not None:
        return one.owner
    predicate = one.predicate
    behind = name_before_which(predicate)
    if behind is not None:
        return behind
    if predicate.pos_ == "VERB" and one.frame.category == "verb" and passive(predicate):
        return agent(predicate)
    found = accused_of(predicate) or subject(predicate) or set_off_name(predicate) or _described(one)
    if found is not None and found.i == one.topic.head.i:
        return None
    return found


def _described(one: Framed) -> Token | None:
    """Who stands before an adjective that describes him ("rebels unwilling to sign")."""
    head, told = one.predicate.head, one.predicate
    behind = relation(told) in {"amod", "acl"} and head.i < told.i and told.i == one.token.i
    who = head.pos_ in {"NOUN", "PROPN"} and one.frame.category == "adjective" and not one.frame.speaker
    return head if behind and who else None


def name_before(one: Framed) -> Token | None:
    """The name or pronoun right before the verb, where the parse gives the verb no subject."""
    if one.frame.category == "noun" and one.frame.about != "predicate":
        return None
    if one.frame.category == "verb" and any(True for _ in children(one.predicate, "aux:pass")):
        return None
    if one.predicate.tag_ in {"VBN", "VBG"} and not any(True for _ in children(one.predicate, "aux")):
        return None
    doc = one.predicate.doc
    index = min([one.predicate.i, *(child.i for child in children(one.predicate, "aux", "cop", "case"))]) - 1
    while index > 0 and (doc[index].pos_ in {"AUX", "ADV", "PART"} or doc[index].text in _OPENING):
        index -= 1
    before = doc[max(index, 0)]
    return before if before.pos_ in {"PROPN", "NOUN"} or before.tag_ == "PRP" else None


def accused_of(predicate: Token) -> Token | None:
    """Who is accused of a deed ("accused Chad of rejecting the plan"), or blamed for it."""
    doc = predicate.doc
    if predicate.tag_ != "VBG" or predicate.i < 3:
        return None
    if doc[predicate.i - 1].lower_ == "for" and _blames(predicate.head):
        blamed = (thing for thing in objects(predicate.head) if thing.i < predicate.i)
        return next(blamed, None)  # "criticised Chad for refusing to sign"
    if doc[predicate.i - 1].lower_ != "of":
        return None
    above = next(
        (word for word in reversed(doc[max(0, predicate.i - _ACCUSED) : predicate.i]) if _accuses(word)), None
    )
    if above is None:
        return None
    named = doc[predicate.i - 2]
    return next(iter(objects(above)), named if named.pos_ in {"NOUN", "PROPN"} else None)


def accusers(one: Framed, head: Token) -> Iterator[Token]:
    """Who accuses somebody of a deed whom only a pronoun names ("accused him of rejecting the plan")."""
    accuser = accuser_of(one.predicate) if head.lower_ in _OBJECTS else None
    if accuser is not None:
        yield accuser


def accuser_of(predicate: Token) -> Token | None:
    """Who accuses somebody of a deed told by a gerund, or None."""
    above = predicate.head
    if predicate.tag_ != "VBG" or not _accuses(above) or passive(above):
        return None
    return subject(above)


def _accuses(word: Token) -> bool:
    return known_lemma(word, stance_words("accusing")) in stance_words("accusing")


def _blames(word: Token) -> bool:
    return known_lemma(word, stance_words("blaming")) in stance_words("blaming")
