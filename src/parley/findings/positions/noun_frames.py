"""Stance nouns: what they are on, and whose they are."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.positions.filled import Framed, Topic, is_gerund
from parley.findings.positions.noun_slots import is_one_of, noun_topic
from parley.findings.positions.owners import acts, addressed, holder_of, owner_of
from parley.findings.positions.purposes import is_purpose
from parley.language.syntax import (
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
_MEANT = frozenset({"this", "that", "it", "which"})
_NAMING = frozenset({"including", "such as", "like"})
_DESPITE = frozenset({"despite", "over", "amid", "in spite of", "in the face of"})
_LISTING = frozenset({"include", "comprise"})
_BY_WHOM = ("from", "among", "in", "by", "of")
# What it means to drop a stance ("dropped its objections", "withdrew its support").
_TURNED = {"rejects": "accepts", "accepts": "rejects"}
_CASTING = frozenset({"cast", "raise", "throw"})
_HOPED = frozenset({"expect", "extract", "exact", "wring"})
_THINGS = frozenset({"it", "this", "that"})
_LACKING = frozenset({"lack", "absence"})
_HOLDING = frozenset({"to", "on", "in", "by"})
_NONE = frozenset({"no", "little", "few", "any"})


def fill_noun(frame: StanceFrame, token: Token) -> Framed | None:
    """A stance noun with what it is on and whose it is; None where the sentence leaves either out."""
    if "drawn" in frame.topic:
        return _fill_drawn(frame, token)
    if "despite" in frame.topic:
        return _fill_despite(frame, token)
    if token.head.lower_ in _LACKING and case_of(token) == "of":
        return _lacking(frame, token)
    topic = noun_topic(frame, token)
    if topic is None and (frame.mind or frame.stance == "demands"):
        topic = _said_to_be(token)
    if frame.stance == "demands" and (topic is None or topic.slot == "whole"):
        topic = _included(token) or _called_so(token) or topic
    if topic is None:
        return None
    if frame.about == "between":
        sides = next((one.head for one in obliques(token, "between")), None)
        return Framed(frame, token, token, topic, sides) if sides is not None else None
    owner = holder_of(frame, token, topic)
    if owner is not None and addressed(token, owner):
        owner = None
    if owner is not None and (_only_awaited(token) or (topic.slot == "whole" and case_of(owner) == "of")):
        return None  # "the demands of the union" says nothing of what they are
    if relation(token) == "obj" and _is_dropped(token.head):
        turned = _TURNED.get(frame.stance)
        kept = not turned or passive(token.head)
        return None if kept else Framed(replace(frame, stance=str(turned)), token, token.head, topic)
    return _of_owner_or_subject(frame, token, topic, owner)


def _cast_by_a_thing(token: Token) -> bool:
    """Whether doubt is cast or raised by what happened, not by somebody ("it casts doubt on the plan")."""
    doer = next(children(token.head, "nsubj"), None)
    thing = doer is not None and (doer.lower_ in _THINGS or (doer.pos_ == "NOUN" and not acts(doer)))
    return thing and token.head.lemma_.lower() in _CASTING


def _lacking(frame: StanceFrame, token: Token) -> Framed | None:
    """What somebody is said to lack ("Chad's lack of interest in talks", "signaled a lack of interest")."""
    lack = token.head
    topic = noun_topic(frame, token) or noun_topic(frame, lack)
    if topic is None or not frame.negated:
        return None
    denied = replace(frame, stance=frame.negated, negated=None)
    owner = owner_of(lack)
    if owner is not None:
        return Framed(denied, token, token, topic, owner)
    return Framed(denied, token, lack.head, topic) if _is_made(lack) and not passive(lack.head) else None


def _of_owner_or_subject(
    frame: StanceFrame, token: Token, topic: Topic, owner: Token | None
) -> Framed | None:
    """A stance noun as its owner's, or as the subject's of the verb by which it is made or voiced."""
    verb = token.head
    light = _is_made(token)
    if frame.word == "time" and relation(token) == "obj":
        return None  # "we have time for questions"
    if owner is None and frame.mind and is_one_of(verb, "stirring"):
        return None
    if relation(token) == "obj" and (is_one_of(verb, "doubting") or _cast_by_a_thing(token)):
        return None
    own = owner is not None and owner.tag_ == "PRP$" and light
    if light and frame.speaker:
        return Framed(frame, token, verb if not passive(verb) else token, topic)
    if owner is not None and not own:
        return Framed(frame, token, token, topic, owner)
    if light and not passive(verb) and frame.about != "predicate":
        return Framed(frame, token, verb, topic)
    return _predicative(frame, token, topic)


def _only_awaited(token: Token) -> bool:
    """Whether it is told that somebody's word is needed, not that it was given ("without Chad's consent")."""
    before = token.doc[max(0, token.left_edge.i - _BESIDE) : token.i]
    opened = case_of(token).split() + [word.lower_ for word in before[:_BESIDE]]
    if stance_words("awaited_after").intersection(opened):
        return True
    if relation(token) == "obj" and known_lemma(token.head, _HOPED) in _HOPED:
        return True
    return relation(token) in {"obj", "nsubj"} and (
        is_one_of(token.head, "awaiting") and (relation(token) == "obj" or passive(token.head))
    )


def _is_made(token: Token) -> bool:
    """Whether a stance noun is what a verb's subject has, makes, voices or comes back with."""
    if relation(token) == "obj":
        return is_one_of(token.head, "light")
    if relation(token) != "obl":
        return False
    opening = case_of(token)
    if opening == "with" and is_one_of(token.head, "answering"):
        return True
    return (
        is_one_of(token.head, "light")
        if not opening
        else opening in _HOLDING and is_one_of(token.head, "holding")
    )


def _predicative(frame: StanceFrame, token: Token, topic: Topic) -> Framed | None:
    """A stance noun that says where its subject stands ("are at odds over", "came out in opposition to")."""
    verb = token.head
    if frame.about == "at odds" and relation(token) in {"obl", "xcomp", "advmod"}:
        return Framed(frame, token, verb, topic)
    if frame.stance == "seeks" and is_purpose(token):
        return Framed(frame, token, verb, topic)
    within = relation(token) in {"obl", "advcl"} and case_of(token) == "in"
    sided = within and (is_one_of(verb, "siding") or token.lower_ == "protest")
    if sided and frame.stance in {"accepts", "rejects"}:
        return Framed(frame, token, verb, topic)
    if frame.about == "predicate" and is_one_of(verb, "siding") and relation(token) != "nsubj":
        return Framed(frame, token, verb, topic)
    copular = any(True for _ in children(token, "cop", "nsubj"))
    if copular and (frame.about == "predicate" or any(True for _ in children(token, "case"))):
        return Framed(frame, token, token, topic)
    return None


def _fill_despite(frame: StanceFrame, token: Token) -> Framed | None:
    """What was done despite somebody's objections ("Chad filled the dam over the objections of Niger")."""
    deed, owner = token.head, owner_of(token)
    if relation(token) != "obl" or case_of(token) not in _DESPITE or deed.pos_ != "VERB" or negated(deed):
        return None
    if owner is None:
        owner = next((one.head for one in obliques(token, "of", "in", "among") if acts(one.head)), None)
    done = next((child for child in children(deed, "xcomp") if child.pos_ == "VERB"), deed)
    told = any(child.i != token.i for child in children(done, "obj", "obl", "nsubj"))
    return Framed(frame, token, token, Topic(done, "self", clause=True), owner) if owner and told else None


def _fill_drawn(frame: StanceFrame, token: Token) -> Framed | None:
    """What met with somebody's judgment ("the plan drew fire from Chad", "faces opposition in Niger")."""
    verb = token.head
    if relation(token) not in {"obj", "obl"} or not is_one_of(verb, "drawing") or negated(verb):
        return None
    ahead = any(child.lower_ == "to" or child.tag_ == "MD" for child in children(verb, "mark", "aux"))
    if ahead:
        return None  # "failed to win the support of Chad"
    if any(child.lower_ in _NONE for child in token.lefts):
        if frame.stance != "accepts":
            return None
        frame = replace(frame, stance="withholds")  # "drew little support in parliament"
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


def _included(token: Token) -> Topic | None:
    """What demands are said to include ("their demands include a raise", "terms, which include a pause")."""
    behind = (child for child in children(token, "nmod", "obl") if child.i > token.i)
    example = next((child for child in behind if case_of(child) in _NAMING), None)
    if example is not None:
        return Topic(example, "included", clause=False)
    verb = token.head if relation(token) == "nsubj" else next(children(token, "acl"), None)
    if verb is None or verb.i < token.i or known_lemma(verb, _LISTING) not in _LISTING or negated(verb):
        return None
    thing = next((child for child in children(verb, "obj", "ccomp", "xcomp") if child.i > verb.i), None)
    return Topic(thing, "included", is_gerund(thing)) if thing is not None else None


def _called_so(token: Token) -> Topic | None:
    """What was told before and is called a demand ("that was one of the union's demands")."""
    one = token.head if relation(token) == "nmod" and token.head.lower_ == "one" else token
    if not any(True for _ in children(one, "cop")):
        return None
    meant = next(children(one, "nsubj"), None)
    return Topic(meant, "called", clause=False) if meant is not None and meant.lower_ in _MEANT else None


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
    asserted = said and marked and not negated(deed)
    return Topic(deed, "deed", clause=True) if asserted and deed.pos_ == "VERB" else None


def _is_dropped(verb: Token) -> bool:
    """Whether a verb says that a stance is held no longer ("has given up its demand")."""
    particle = next((child.lower_ for child in verb.rights if child.dep_ == "compound:prt"), None)
    words = stance_words("dropping")
    return is_one_of(verb, "dropping") or (
        particle is not None and f"{verb.lemma_.lower()} {particle}" in words
    )
