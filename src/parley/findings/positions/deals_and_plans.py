"""Whether a topic is a deal or a plan, or a deed that is worked on at the table."""

from __future__ import annotations

from parley.findings.positions import bearing, doings
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, phrase, reach
from parley.language.syntax import obliques
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words


def at_table(one: Framed) -> bool:
    """Whether the topic is a deal, or what is done with one ("the signing of the pact")."""
    head = one.topic.head
    if base_form(head) in stance_words("shares"):
        head = next((oblique.head for oblique in obliques(head, "in", "of")), head)
    if base_form(head) in general_words("agreement") or bearing.pact(one):
        return True
    if one.topic.slot in {"from", "of", "obj"} and base_form(head) in stance_words("left"):
        return one.frame.word in stance_words("leaving_verbs")
    if head.lower_ == "table":
        return any(child.lower_ in {"negotiating", "bargaining", "peace"} for child in head.lefts)
    return head.lower_ in {"fire", "fires"} and head.i > 1 and head.doc[head.i - 2].lower_ == "cease"


def answerable(one: Framed) -> bool:
    """Whether a topic is something that a side could answer, no request of the press."""
    words = lemmas(reach(one.topic))
    bare = len(phrase(one.topic)) <= 2 and base_form(one.topic.head) in stance_words("bare")
    return names_issue(words) and not bare and not stance_words("of_the_press").intersection(words)


def deal_or_plan(one: Framed) -> bool:
    """Whether the topic is a deal, a plan, or a deed or measure that was put on the table."""
    head = base_form(one.topic.head)
    named = head in general_words("tabled") or head in general_words("proposal")
    return (
        at_table(one)
        or named
        or bearing.measure(one)
        or (one.topic.clause and names_issue(lemmas(reach(one.topic))))
    )


def worked_on(one: Framed) -> bool:
    """Whether a deed on an issue or a measure, or a deal, is worked on."""
    known = names_issue(lemmas(reach(one.topic))) or doings.does_to_measure(one)
    return known and (one.topic.clause or at_table(one))


def plan(one: Framed) -> bool:
    """Whether the topic is a plan, or a deal that is only a draft."""
    head = one.topic.head
    draft = any(child.lower_ in {"draft", "proposed", "revised"} for child in head.lefts)
    return base_form(head) in stance_words("plans") or (draft and at_table(one))


def tabled(one: Framed) -> bool:
    """Whether the topic is a clause, or something on the table."""
    return one.topic.clause or base_form(one.topic.head) in general_words("tabled")
