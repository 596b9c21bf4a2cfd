"""What is told of as still open: questions not resolved, votes and deeds to come, things at a price."""

from __future__ import annotations

from parley.findings.positions.bearing import measure, on_issue, willed
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, phrase, reach
from parley.findings.positions.whose import animate
from parley.language.syntax import Tense, agent, children, modality, negated, passive, relation, tense
from parley.language.tree import Token
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words

_STAYING = frozenset({"remain", "stay"})
_HAVING = frozenset({"have", "be", "need"})
_LATE = frozenset({"yet", "still"})


def left_open(one: Framed) -> bool:
    """Whether something negotiated is told of as not yet resolved ("remains to be worked out")."""
    verb = one.predicate
    if not passive(verb) or agent(verb) is not None or modality(verb):
        return False
    points = stance_words("raised") | general_words("tabled") | general_words("agreement")
    return base_form(one.topic.head) in points and (negated(verb) or _still_to_be(verb))


def _still_to_be(verb: Token) -> bool:
    """Whether a passive stands below "remain to", "have yet to"."""
    above = verb.head
    if relation(verb) != "xcomp":
        late = any(child.lower_ in _LATE for child in children(verb, "advmod"))
        return late and any(mark.lower_ == "to" for mark in children(verb, "mark"))
    if above.lemma_.lower() in _STAYING:
        return True
    return above.lemma_.lower() in _HAVING and any(word.lower_ in _LATE for word in above.children)


def to_be_voted(one: Framed) -> bool:
    """Whether what is negotiated is still to be voted on ("is set to vote on the bill")."""
    ahead = tense(one.predicate) is Tense.FUTURE or relation(one.predicate) == "xcomp"
    return ahead and on_issue(one)


def pending(one: Framed) -> bool:
    """Whether what somebody has yet to do is a deed of will on what is negotiated."""
    return willed(one.topic.head) and names_issue(lemmas(reach(one.topic)))


def thing_on_the_table(one: Framed) -> bool:
    """Whether what a thing is told of is a deal, plan or measure, no side."""
    head = one.topic.head
    thing = head.pos_ == "NOUN" and not head.ent_type_ and not animate(head)
    known = general_words("agreement") | general_words("tabled")
    return thing and (base_form(head) in known or measure(one) or names_issue(lemmas(phrase(one.topic))))


def to_be_weighed(one: Framed) -> bool:
    """Whether what is studied is something to decide on, not to find out ("is studying the impact")."""
    head = one.topic.head
    if not one.topic.clause and base_form(head) in stance_words("studied"):
        return False
    doing = one.topic.clause and base_form(head) in general_words("doing")
    return doing or on_issue(one)
