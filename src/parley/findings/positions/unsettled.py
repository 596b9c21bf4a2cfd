"""What is told of as still open: questions that are not resolved, votes to come."""

from __future__ import annotations

from parley.findings.positions.bearing import on_issue
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form
from parley.language.syntax import Tense, agent, children, modality, negated, passive, relation, tense
from parley.language.tree import Token
from parley.vocabulary.issues import general_words
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
