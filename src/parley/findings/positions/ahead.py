"""What will be done or come about: deeds begun on what is negotiated, sums, things that change."""

from __future__ import annotations

from parley.findings.positions.bearing import with_rest
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, reach
from parley.findings.positions.whose import animate
from parley.language.syntax import (
    children,
    modality,
    objects,
    obliques,
    passive,
    subject,
)
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words

_CURRENCIES = frozenset({"$", "€", "£", "dollar", "dollars", "euros"})


def begun(one: Framed) -> bool:
    """Whether somebody will begin a deed on what is negotiated ("begin to withdraw", "start the talks")."""
    deed = one.topic.head
    if set(modality(deed)) & {"may", "might", "could", "can"}:
        return False
    opened = next((child for child in children(deed, "xcomp") if child.i > deed.i), None)
    if opened is not None:
        return base_form(opened) in general_words("doing") or names_issue(lemmas(reach(one.topic)))
    things = [thing for thing in objects(deed) if thing.i > deed.i]
    if any(base_form(thing) in general_words("encounters") for thing in things):
        return False
    return any(names_issue(lemmas(with_rest(thing))) for thing in things)


def given_up(one: Framed) -> bool:
    """Whether what somebody gives up or bows to is a thing, no person ("will never give up on its route")."""
    deed = one.topic.head
    things = [*objects(deed), *(oblique.head for oblique in obliques(deed, "on", "to", "from"))]
    return any(thing.pos_ == "NOUN" and not animate(thing) and thing.i > deed.i for thing in things)


def undecided(one: Framed) -> bool:
    """Whether nothing is decided yet ("no decision will be taken"), or it is only done to somebody."""
    doer = subject(one.topic.head)
    side = doer is not None and bool(doer.ent_type_)
    if side and any(passive(child) for child in children(one.topic.head, "xcomp")):
        return True  # "will continue to be shielded"
    return doer is not None and base_form(doer) in stance_words("decisions")


def grows(one: Framed) -> bool:
    """Whether a thing is told to change by itself ("exports will increase"), or papers to come out."""
    deed = one.topic.head
    if any(base_form(thing) in stance_words("papers") for thing in objects(deed)):
        return True
    doer = subject(deed)
    thing = doer is not None and doer.pos_ == "NOUN" and not doer.ent_type_ and not animate(doer)
    alone = not passive(deed) and not any(True for _ in objects(deed))
    return thing and alone and base_form(deed) in stance_words("growing")


def sum_given(one: Framed) -> bool:
    """Whether what somebody will give is a sum ("will give $2 billion"), not what a thing will cost."""
    doer = subject(one.topic.head)
    if doer is None or (doer.pos_ == "NOUN" and not animate(doer)):
        return False
    things = (thing for thing in objects(one.topic.head) if thing.i > one.topic.head.i)
    return any(
        word.text in _CURRENCIES or word.ent_type_ == "MONEY" for thing in things for word in thing.subtree
    )
