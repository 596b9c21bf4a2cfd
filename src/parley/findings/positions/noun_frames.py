"""Stance nouns: what they are on, and whose they are."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.positions.filled import CLAUSE_SLOTS, Framed, Topic, is_gerund
from parley.findings.positions.slots import deed_of, infinitive_of_object, phrase_after
from parley.language.syntax import (
    agent,
    case_of,
    children,
    known_lemma,
    negated,
    obliques,
    passive,
    relation,
)
from parley.language.tree import Token
from parley.vocabulary.stances import StanceFrame, stance_words

_BESIDE = 2
# Between a stance noun and its infinitive stands who puts it ("pressure from Chad to sign").
_BY = frozenset({"from", "by"})
# "The U.S. base relocation plan" is about a base; with fewer nouns between, a name says whose a thing is.
_FAR_OWNER = 2
_RELATIVE = frozenset({"that", "which"})
_BY_WHOM = ("from", "among", "in", "by")
# What it means to drop a stance ("dropped its objections", "withdrew its support").
_TURNED = {"rejects": "accepts", "accepts": "rejects"}
_NONE = frozenset({"no", "little", "few", "any"})


def fill_noun(frame: StanceFrame, token: Token) -> Framed | None:
    """A stance noun with what it is on and whose it is; None where the sentence leaves either out."""
    if "drawn" in frame.topic:
        return _fill_drawn(frame, token)
    topic = noun_topic(frame, token)
    if topic is None and (frame.mind or frame.stance == "demands"):
        topic = _said_to_be(token)
    if topic is None:
        return None
    if frame.about == "between":
        sides = next((one.head for one in obliques(token, "between")), None)
        return Framed(frame, token, token, topic, sides) if sides is not None else None
    owner = owner_of(token) or _raiser(token) or _between_whom(frame, topic)
    verb = token.head
    light = relation(token) in {"obj", "obl"} and _is(verb, "light")
    if owner is None and frame.mind and _is(verb, "stirring"):
        return None
    if relation(token) == "obj" and _is(verb, "doubting"):
        return None
    if relation(token) == "obj" and _is_dropped(verb):
        turned = _TURNED.get(frame.stance)
        return (
            Framed(replace(frame, stance=turned), token, verb, topic)
            if turned and not passive(verb)
            else None
        )
    own = owner is not None and owner.tag_ == "PRP$" and light
    if light and frame.speaker:
        return Framed(frame, token, verb if not passive(verb) else token, topic)
    if owner is not None and not own:
        return Framed(frame, token, token, topic, owner)
    if light and not passive(verb) and frame.about != "predicate":
        return Framed(frame, token, verb, topic)
    return _predicative(frame, token, topic)


def _predicative(frame: StanceFrame, token: Token, topic: Topic) -> Framed | None:
    """A stance noun that says where its subject stands ("are at odds over", "came out in opposition to")."""
    verb = token.head
    if frame.about == "at odds" and relation(token) in {"obl", "xcomp", "advmod"}:
        return Framed(frame, token, verb, topic)
    sided = relation(token) == "obl" and case_of(token) == "in" and _is(verb, "siding")
    if sided and frame.stance in {"accepts", "rejects"}:
        return Framed(frame, token, verb, topic)
    if frame.about == "predicate" and _is(verb, "siding") and relation(token) != "nsubj":
        return Framed(frame, token, verb, topic)
    copular = any(True for _ in children(token, "cop", "nsubj"))
    if copular and (frame.about == "predicate" or any(True for _ in children(token, "case"))):
        return Framed(frame, token, token, topic)
    return None


def _fill_drawn(frame: StanceFrame, token: Token) -> Framed | None:
    """What met with somebody's judgment ("the plan drew fire from Chad", "faces opposition in Niger")."""
    verb = token.head
    if relation(token) not in {"obj", "obl"} or not _is(verb, "drawing") or negated(verb):
        return None
    if any(child.lower_ in _NONE for child in token.lefts):
        return None
    thing = next(children(verb, "nsubj"), None)
    over = (one.head for word in (token, verb) for one in obliques(word, "over", "for", "on", "about"))
    if thing is not None and (thing.ent_type_ or thing.pos_ == "PRON"):
        thing = next(over, None)  # who is criticised is criticised for something
    judge = owner_of(token) or _judging(token) or _judging(verb)
    if thing is None or judge is None or judge.i < token.i or judge.i == thing.i:
        return None
    return Framed(frame, token, token, Topic(thing, "drawn", clause=False), judge)


def _judging(word: Token) -> Token | None:
    """Who is named behind "from", "among" or "in" as those that judge."""
    for oblique in obliques(word, *_BY_WHOM):
        if oblique.head.ent_type_ not in {"DATE", "TIME"}:
            return oblique.head
    return next((one for one in children(word, "nmod") if case_of(one) in _BY_WHOM), None)


def _between_whom(frame: StanceFrame, topic: Topic) -> Token | None:
    """Between whom a pact is that was signed ("the signing of an accord between Chad and Niger")."""
    if frame.about != "agreement" or frame.stance != "accepts" or topic.clause:
        return None
    return next((one.head for one in obliques(topic.head, "between")), None)


def _raiser(token: Token) -> Token | None:
    """Who is said behind a stance noun to put it ("the demand that Chad has raised since May")."""
    for clause in children(token, "acl"):
        subject = next(children(clause, "nsubj"), None) if clause.dep_ == "acl:relcl" else None
        named = subject is not None and subject.ent_type_ in {"GPE", "ORG", "PERSON"}
        whole = all(child.lower_ in _RELATIVE for child in children(clause, "obj"))
        if named and _is(clause, "light") and whole:
            return subject
    return None


def _set_beside(token: Token) -> Token | None:
    """What a stance noun stands beside as another name for it ("a truce, Chad's main demand")."""
    start = min([token.i, *(child.i for child in token.lefts if not child.is_punct)])
    if start < _BESIDE or token.doc[start - 1].text != ",":
        return None
    last = token.doc[start - 2]
    above = last.head if relation(last) == "nmod" and last.head.i < last.i else last
    return above if above.pos_ == "NOUN" else None


def _said_to_be(token: Token) -> Topic | None:
    """What a stance noun is said to be ("our aim is to end the strike")."""
    deed = token.head
    said = (
        token.dep_.startswith("nsubj")
        and deed.i > token.i
        and any(True for _ in children(deed, "cop", "aux"))
    )
    if said and deed.pos_ == "NOUN" and any(True for _ in children(deed, "cop")):
        return Topic(deed, "is", clause=False)
    marked = any(mark.lower_ == "to" and mark.i > token.i for mark in children(deed, "mark"))
    return Topic(deed, "deed", clause=True) if said and marked and deed.pos_ == "VERB" else None


def _is_dropped(verb: Token) -> bool:
    """Whether a verb says that a stance is held no longer ("has given up its demand")."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "compound:prt"), None)
    words = stance_words("dropping")
    return _is(verb, "dropping") or (particle is not None and f"{verb.lemma_.lower()} {particle}" in words)


def _is(verb: Token, name: str) -> bool:
    return known_lemma(verb, stance_words(name)) in stance_words(name)


def noun_topic(frame: StanceFrame, token: Token) -> Topic | None:
    """What a stance noun is on, by the first slot that the sentence fills, or None."""
    for slot in frame.topic:
        if slot == "whole":
            beside = _set_beside(token) if frame.stance == "demands" else None
            return Topic(beside or token, slot, clause=False)
        head = _noun_clause(token, slot) if slot in CLAUSE_SLOTS else _noun_filler(token, slot)
        if head is not None and slot == "of" and _is_sum(head):
            continue  # "an offer of 6 percent" is the offer
        deed = deed_of(head) if head is not None and slot == "for" else None
        if deed is not None:
            return Topic(deed, "inf", clause=True)
        if head is not None and head.tag_ not in {"WP", "WDT"}:
            clause = slot in CLAUSE_SLOTS or is_gerund(head) or head.tag_ == "VB"
            return Topic(head, slot, clause)
    return None


def _is_sum(head: Token) -> bool:
    return head.ent_type_ == "MONEY" or any(word.pos_ in {"NUM", "SYM"} for word in (head, *head.lefts))


def _noun_clause(token: Token, slot: str) -> Token | None:
    for child in children(token, "acl", "xcomp", "ccomp", "advcl"):
        marks = {mark.lower_ for mark in children(child, "mark")}
        if slot == "inf" and "to" in marks and not (child.dep_ == "acl:relcl" and child.tag_ == "VBD"):
            return child
        if slot == "whether" and marks & {"whether", "if"}:
            return child
        if slot == "that" and "that" in marks and child.dep_ != "acl:relcl":
            return child
    between = token.doc[token.i + 1].lower_ if slot == "inf" and token.i + 1 < len(token.doc) else ""
    return infinitive_of_object(token, past=_BY) if between in _BY else None


def _noun_filler(token: Token, slot: str) -> Token | None:
    for child in children(token, "nmod", "obl", "acl", "advcl"):
        if child.dep_ == "nmod:poss" or child.i < token.i or child.tag_ in {"VBD", "VBZ", "VBP", "VBN"}:
            continue
        if any(mark.lower_ == slot for mark in children(child, "case", "mark")):
            return child
    return phrase_after(token, slot)


def owner_of(token: Token) -> Token | None:
    """Whose a stance noun is: "Chad's offer", "the Chadian offer", "an offer by Chad"."""
    if relation(token) in {"compound", "amod"}:
        return None
    for child in token.lefts:
        named = child.ent_type_ in {"GPE", "ORG", "NORP", "PERSON"} or child.pos_ == "PROPN"
        if child.dep_ == "nmod:poss":
            return child
        between = [word for word in token.doc[child.i + 1 : token.i] if word.pos_ == "NOUN"]
        if relation(child) in {"amod", "compound", "nmod"} and named and len(between) < _FAR_OWNER:
            return child
    for child in token.rights:
        if relation(child) in {"nmod", "obl"} and any(
            mark.lower_ in {"by", "from"} for mark in children(child, "case")
        ):
            return child
        if relation(child) == "acl" and child.tag_ == "VBN":
            by = agent(child)
            if by is not None:
                return by
    return _named_next(token)


def _named_next(token: Token) -> Token | None:
    """The name right after "by" or "from" ("calls from Chad and its allies"), whatever it hangs on."""
    doc = token.doc
    if token.i + 1 >= len(doc) or doc[token.i + 1].lower_ not in {"by", "from"}:
        return None
    names = (word for word in doc[token.i + 2 : token.i + 5] if word.ent_type_ in {"GPE", "ORG", "PERSON"})
    return next(names, None)
