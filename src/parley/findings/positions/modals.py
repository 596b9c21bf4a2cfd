"""What somebody says must, should, cannot or can only be, and what somebody has yet to do."""

from __future__ import annotations

from parley.findings.positions.behind import infinitive_after
from parley.findings.positions.filled import Framed, Topic
from parley.language.syntax import children, passive, relation, subject
from parley.language.tree import Token
from parley.vocabulary.stances import StanceFrame

_RELATIVE = frozenset({"which", "that", "who"})
_HELPING = frozenset({"have", "has", "had", "need"})
_ABLE = frozenset({"can", "could", "will", "would", "may", "might", "shall", "’ll", "'ll"})
_IF = frozenset({"if", "when", "after", "once", "with"})
# So far behind "there should be" its noun stands.
_NEAR = 8
# So far behind "has" its "yet" stands.
_SOON = 4
_US = frozenset({"us", "'s", "’s"})


def fill_modal(frame: StanceFrame, token: Token) -> Framed | None:
    """What somebody says must or should be."""
    if frame.word == "let":
        return _let_us(frame, token)
    helping = relation(token) == "aux"
    clause = token.head if helping else infinitive_after(token)
    behind = token.doc[token.i + 1 : token.i + 2]
    bare = token.lower_ in _HELPING and all(word.tag_ != "TO" for word in behind)
    if clause is None or (helping and bare) or (helping and _turned(clause, token)):
        return None
    there = _what_there_is(clause)
    if there is not None and helping:
        return Framed(frame, token, clause, Topic(there, "is", clause=False))
    if not any(True for word in (clause, token) for _ in children(word, "nsubj")) and subject(clause) is None:
        return None
    if _describes(clause if helping else token, owning=not helping):
        return None
    if helping:
        return Framed(frame, token, clause, Topic(clause, "self", clause=True))
    described = clause.head if relation(clause) == "cop" else clause
    if described.pos_ == "NOUN":
        return Framed(frame, token, token, Topic(described, "is", clause=False))
    # "The siege has to be lifted": what hangs on the verb of duty belongs to its topic.
    whole = passive(clause) or described.i != clause.i
    return Framed(frame, token, token, Topic(token if whole else clause, "self", clause=True))


def _describes(clause: Token, *, owning: bool) -> bool:
    """Whether a clause only says which is meant ("gates where all must stop", "the way it has to a port")."""
    if clause.dep_ != "acl:relcl":
        return False
    if any(child.lower_ == "where" for child in children(clause, "advmod", "mark")):
        return True
    own = next(children(clause, "nsubj"), None)
    if own is None or own.lower_ in _RELATIVE:
        return False
    return owning or not any(True for _ in children(clause, "obj", "xcomp", "ccomp", "obl", "aux:pass"))


def _what_there_is(clause: Token) -> Token | None:
    """What is said to have to be there ("there should be an election"), whatever the parse hangs it on."""
    if clause.lemma_.lower() != "be" or not any(True for _ in children(clause, "expl")):
        return None
    own = next((child for child in children(clause, "nsubj") if child.i > clause.i), None)
    if own is not None:
        return own
    behind = clause.doc[clause.i + 1 : clause.i + _NEAR]
    return next(
        (word for word in behind if word.tag_ in {"NN", "NNS"} and relation(word) != "compound"), None
    )


def fill_only(frame: StanceFrame, token: Token) -> Framed | None:
    """What whoever speaks says can come about only at a price ("the pact could work only if Chad agreed")."""
    verb = token.head
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in _IF and relation(verb) == "advcl":
        verb = verb.head
    if verb.pos_ not in {"VERB", "AUX", "ADJ"} or not any(
        child.lower_ in _ABLE for child in children(verb, "aux")
    ):
        return None
    behind = {word.lower_ for word in verb.doc[token.i + 1 : verb.right_edge.i + 1]}
    thing = subject(verb)
    if thing is None or not behind & _IF:
        return None
    return Framed(frame, token, verb, Topic(thing, "subject", clause=False))


def fill_yet(frame: StanceFrame, token: Token) -> Framed | None:
    """What somebody has yet to do ("has yet to sign", "is yet to reply", "have still to agree")."""
    doc = token.doc
    late = next((word for word in doc[token.i + 1 : token.i + _SOON] if word.lower_ == frame.particle), None)
    deed = infinitive_after(late) if late is not None else None
    if deed is None:
        return None
    helping = relation(token) in {"aux", "cop"}
    owner = subject(token.head) if helping else None
    return Framed(frame, token, token, Topic(deed, "deed" if helping else "inf", clause=True), owner)


def _turned(clause: Token, token: Token) -> bool:
    """Whether a "should" before its subject only supposes ("should prices fall further")."""
    own = next(children(clause, "nsubj"), None)
    return own is not None and own.i > token.i and own.i < clause.i


def _let_us(frame: StanceFrame, token: Token) -> Framed | None:
    """What whoever speaks proposes that all do ("let us extend the truce")."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ not in _US:
        return None
    deed = next((word for word in doc[token.i + 2 : token.i + _SOON + 1] if word.tag_ == "VB"), None)
    if deed is None or doc[deed.i + 1 : deed.i + 2].text.lower() == "it":
        return None
    return Framed(frame, token, token, Topic(deed, "deed", clause=True))
