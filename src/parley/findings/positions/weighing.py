"""What the deed makes of a stance, and whether an early hour, an interest or a failure is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from parley.findings.positions import bearing
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, reach
from parley.language.syntax import known_lemma, objects, obliques, passive, subject
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words

_PENAL = frozenset({"measure", "countermeasure", "penalty"})
_DECIDING = frozenset({"decision", "decide", "resolve", "choose"})
_FAVOURING = frozenset({"favour", "favor"})
_SIDES = frozenset({"GPE", "ORG", "NORP", "PERSON"})
_CALLING = frozenset({"call", "pressure"})


def weighed(one: Framed) -> Framed:
    """A framed word with the stance that the deed makes of it.

    A call for others to do something is a demand; readiness to give is an offer.

    Args:
        one: the framed word.
    """
    frame, deed = one.frame, one.topic.head
    if frame.category == "noun" and frame.word in _CALLING and frame.stance == "seeks":
        ending = base_form(deed) in stance_words("ending")
        if ending or (one.topic.clause and one.topic.slot == "inf"):
            return replace(one, frame=replace(frame, stance="demands"))
    if frame.stance == "seeks" and _put_to_others(one):
        return replace(one, frame=replace(frame, stance="demands"))
    if frame.stance == "accepts" and _to_be_felt(one):
        return replace(one, frame=replace(frame, stance="seeks"))
    favouring = frame.category == "verb" and frame.word in _FAVOURING
    if favouring and frame.stance == "accepts" and _not_yet_known(one):
        return replace(one, frame=replace(frame, stance="seeks"))
    ready = frame.category == "adjective" and frame.stance == "accepts_in_principle" and one.topic.clause
    if ready and base_form(deed) in stance_words("giving"):
        return replace(one, frame=replace(frame, stance="offers"))
    return one


def _put_to_others(one: Framed) -> bool:
    """Whether somebody else is told to act ("called on Chad to leave", "Chad should leave")."""
    deed = one.topic.head
    if one.frame.category == "modal":
        doer = subject(deed) if deed.pos_ == "VERB" and not passive(deed) else None
        return doer is not None and doer.ent_type_ in _SIDES and bearing.willed(deed)
    if one.frame.category != "verb":
        return False
    return (one.frame.word == "press" and not one.frame.particle) or (
        one.frame.word == "call" and one.topic.slot == "on"
    )


def _to_be_felt(one: Framed) -> bool:
    """Whether somebody will do what others feel ("will impose the duty", "the decision to retaliate")."""
    deed = one.topic.head
    if one.frame.category != "undertaking" and one.frame.word not in _DECIDING:
        return False
    if base_form(deed) not in stance_words("imposing"):
        return False
    things = (*objects(deed), *(one.head for one in obliques(deed, "with")))
    known = stance_words("felt") | _PENAL
    return base_form(deed) == "retaliate" or any(base_form(thing) in known for thing in things)


def _not_yet_known(one: Framed) -> bool:
    """Whether what somebody favours is a deed, or a thing not told of yet ("favours a longer truce")."""
    return one.topic.clause or any(child.lower_ in {"a", "an"} for child in one.topic.head.lefts)


def _too_early(one: Framed) -> bool:
    """Whether it is said to be too early for a deed on an issue ("too soon to lift the siege")."""
    too = any(child.lower_ == "too" for child in one.token.lefts)
    doing = base_form(one.topic.head) in general_words("doing")
    return too and one.topic.clause and (doing or names_issue(lemmas(reach(one.topic))))


def _interest(one: Framed) -> bool:
    """Whether an interest in what is negotiated is put into words, not only had."""
    voiced = known_lemma(one.predicate, stance_words("voicing_interest")) in stance_words("voicing_interest")
    return voiced and bearing.no_body(one) and names_issue(lemmas(reach(one.topic)))


def _own_failure(one: Framed) -> bool:
    """Whether somebody failed to do what they could ("Chad's failure to pull out")."""
    could = not one.topic.clause or bearing.willed(one.topic.head)
    doing = one.topic.clause and base_form(one.topic.head) in general_words("doing")
    return one.owner is not None and could and (doing or names_issue(lemmas(reach(one.topic))))


JUDGES: Mapping[str, Callable[[Framed], bool]] = {
    "too early": _too_early,
    "interest": _interest,
    "own failure": _own_failure,
}
