"""Stance nouns: what they are on, and whose they are."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.positions.behind import deed_of, infinitive_of_object, phrase_after
from parley.findings.positions.filled import CLAUSE_SLOTS, Framed, Topic, is_gerund
from parley.findings.positions.owners import acts, addressed, holder_of, of_a_side, owner_of
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
# Between a stance noun and its infinitive stands who puts it ("pressure from Chad to sign").
_BY = frozenset({"from", "by"})
_MEANT = frozenset({"this", "that", "it", "which"})
_NAMING = frozenset({"including", "such as", "like"})
_DESPITE = frozenset({"despite", "over", "amid", "in spite of", "in the face of"})
_OVER = frozenset({"over", "about", "against"})
_TYING = frozenset({"tie", "link", "peg"})
_LISTING = frozenset({"include", "comprise"})
_BY_WHOM = ("from", "among", "in", "by", "of")
# What it means to drop a stance ("dropped its objections", "withdrew its support").
_TURNED = {"rejects": "accepts", "accepts": "rejects"}
_HOLDING = frozenset({"to", "on", "in", "by"})
_NONE = frozenset({"no", "little", "few", "any"})


def fill_noun(frame: StanceFrame, token: Token) -> Framed | None:
    """A stance noun with what it is on and whose it is; None where the sentence leaves either out."""
    if "drawn" in frame.topic:
        return _fill_drawn(frame, token)
    if "despite" in frame.topic:
        return _fill_despite(frame, token)
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


def _of_owner_or_subject(
    frame: StanceFrame, token: Token, topic: Topic, owner: Token | None
) -> Framed | None:
    """A stance noun as its owner's, or as the subject's of the verb by which it is made or voiced."""
    verb = token.head
    light = _is_made(token)
    if owner is None and frame.mind and _is(verb, "stirring"):
        return None
    if relation(token) == "obj" and _is(verb, "doubting"):
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
    return relation(token) in {"obj", "nsubj"} and (
        _is(token.head, "awaiting") and (relation(token) == "obj" or passive(token.head))
    )


def _is_made(token: Token) -> bool:
    """Whether a stance noun is what a verb's subject has, makes, voices or comes back with."""
    if relation(token) == "obj":
        return _is(token.head, "light")
    if relation(token) != "obl":
        return False
    opening = case_of(token)
    if opening == "with" and _is(token.head, "answering"):
        return True
    return _is(token.head, "light") if not opening else opening in _HOLDING and _is(token.head, "holding")


def _predicative(frame: StanceFrame, token: Token, topic: Topic) -> Framed | None:
    """A stance noun that says where its subject stands ("are at odds over", "came out in opposition to")."""
    verb = token.head
    if frame.about == "at odds" and relation(token) in {"obl", "xcomp", "advmod"}:
        return Framed(frame, token, verb, topic)
    within = relation(token) in {"obl", "advcl"} and case_of(token) == "in"
    sided = within and (_is(verb, "siding") or token.lower_ == "protest")
    if sided and frame.stance in {"accepts", "rejects"}:
        return Framed(frame, token, verb, topic)
    if frame.about == "predicate" and _is(verb, "siding") and relation(token) != "nsubj":
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
    if relation(token) not in {"obj", "obl"} or not _is(verb, "drawing") or negated(verb):
        return None
    ahead = any(child.lower_ == "to" or child.tag_ == "MD" for child in children(verb, "mark", "aux"))
    if ahead or any(child.lower_ in _NONE for child in token.lefts):
        return None  # "failed to win the support of Chad"
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


def _set_beside(token: Token) -> Token | None:
    """What a stance noun stands beside as another name for it ("a truce, Chad's main demand")."""
    start = min([token.i, *(child.i for child in token.lefts if not child.is_punct)])
    if start < _BESIDE or token.doc[start - 1].text != ",":
        return None
    last = token.doc[start - 2]
    above = last.head if relation(last) == "nmod" and last.head.i < last.i else last
    return above if above.pos_ == "NOUN" else None


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
    return _is(verb, "dropping") or (particle is not None and f"{verb.lemma_.lower()} {particle}" in words)


def _is(verb: Token, name: str) -> bool:
    return known_lemma(verb, stance_words(name)) in stance_words(name)


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
    drawn = relation(token) == "obj" and _is(token.head, "drawing")
    return None if drawn else of_whom


def _in_slot(frame: StanceFrame, token: Token, slot: str) -> Topic | None:
    if slot == "whole":
        beside = _set_beside(token) if frame.stance == "demands" else None
        return Topic(beside or token, slot, clause=False)
    head = _noun_clause(token, slot) if slot in CLAUSE_SLOTS else _noun_filler(token, slot)
    if head is None or head.tag_ in {"WP", "WDT"} or (slot == "of" and _is_sum(head)):
        return None  # "an offer of 6 percent" is the offer
    deed = deed_of(head) if slot == "for" else None
    if deed is not None:
        return Topic(deed, "inf", clause=True)
    clause = slot in CLAUSE_SLOTS or is_gerund(head) or head.tag_ == "VB"
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
    return infinitive_of_object(token, past=_BY) if slot == "inf" and by else None


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
    if behind is None and slot in _OVER and relation(token) == "obj" and _is(token.head, "light"):
        behind = next((one.head for one in obliques(token.head, slot) if one.head.i > token.i), None)
    return behind if behind is not None and _is_topic(behind) else None


def _is_topic(head: Token) -> bool:
    """Whether what stands behind a preposition is no day and no table ("an offer on the table")."""
    return head.ent_type_ not in {"DATE", "TIME"} and head.lower_ != "table"
