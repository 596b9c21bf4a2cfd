"""What a side itself does: acts and fighting that it ends, plans that it pushes, what it lets in or bars."""

from __future__ import annotations

from parley.findings.positions import bearing
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, phrase, reach
from parley.language.syntax import children, negated, objects, obliques
from parley.language.tree import Doc
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words


def own_act(one: Framed) -> bool:
    """Whether what is ended is something one's own side does to others ("called off the strike")."""
    head = one.topic.head
    if base_form(head) in stance_words("counted"):
        head = next((oblique.head for oblique in obliques(head, "of")), head)  # "a number of drills"
    return base_form(head) in stance_words("own_acts")


def own_fighting(one: Framed) -> bool:
    """Whether what somebody stops is the own fighting, told as done ("both armies ceased firing")."""
    noun = one.topic.head.lower_ in {"fighting", "hostilities"}
    return noun or (one.topic.clause and base_form(one.topic.head) in stance_words("waged"))


def pushed(one: Framed) -> bool:
    """Whether a side pushes a plan or aim ("pushed its scheme"), no person and no price."""
    head = one.topic.head
    if any(child.tag_ == "PRP$" for child in head.lefts) and base_form(head) in stance_words("plans"):
        return False  # the plan itself is told of as proposed ("is pushing its plan for a dam")
    plan = base_form(head) in general_words("tabled") | stance_words("pushed") or bearing.measure(one)
    return bearing.by_a_side(one) and plan and bearing.no_body(one)


def let(one: Framed) -> bool:
    """Whether a side itself lets or bars what is negotiated ("let the inspectors in")."""
    return one.predicate.tag_ != "VBG" and bearing.by_a_side(one) and names_issue(lemmas(phrase(one.topic)))


def done_so(one: Framed) -> bool:
    """Whether it is what was told before that somebody does not do ("it did not do so")."""
    return one.predicate.doc[one.predicate.i + 1 : one.predicate.i + 2].text.lower() in {"so", "that", "this"}


def own_right(one: Framed) -> bool:
    """Whether somebody has or keeps a right to what is negotiated, and is not told to have none."""
    right = next((thing for thing in objects(one.token) if thing.lower_ == one.frame.particle), None)
    none = right is not None and any(child.lower_ == "no" for child in children(right, "det"))
    return not none and not negated(one.predicate) and _on_issue(one)


def no_right(one: Framed) -> bool:
    """Whether somebody is told to have no right to something ("has no right to fish there")."""
    right = next((thing for thing in objects(one.token) if thing.lower_ == one.frame.particle), None)
    none = right is not None and any(child.lower_ == "no" for child in children(right, "det"))
    lacking = one.frame.word == "lack"
    return (none or lacking or negated(one.predicate)) and bearing.by_a_side(one) and _on_issue(one)


def _on_issue(one: Framed) -> bool:
    doing = one.topic.clause and base_form(one.topic.head) in general_words("doing")
    return doing or names_issue(lemmas(reach(one.topic)))


def bargaining_table(one: Framed) -> bool:
    """Whether somebody comes to the table at which is bargained."""
    head = one.topic.head
    described = {child.lower_ for child in head.lefts}
    known = described & stance_words("of_tables") or one.frame.word in {"return", "come", "get", "go"}
    return base_form(head) == "table" and bool(known) and "the" in described


def no_headway(one: Framed) -> bool:
    """Whether sides are told not to have come on ("made no progress on the quota")."""
    progress = next((thing for thing in objects(one.token) if thing.lower_ == one.frame.particle), None)
    if progress is None:
        return False
    little = any(child.lower_ in {"no", "little", "scant"} for child in progress.lefts)
    return (little or negated(one.predicate)) and _on_issue(one)


def does_to_measure(one: Framed) -> bool:
    """Whether a deed is done to a measure ("plans to lift the ban")."""
    if not one.topic.clause or base_form(one.topic.head) not in general_words("doing"):
        return False
    felt = stance_words("felt") | general_words("measures")
    return any(base_form(thing) in felt for thing in objects(one.topic.head) if thing.i > one.topic.head.i)


def of_others(one: Framed) -> bool:
    """Whether what is met is what others ask for ("met the union's demands"), not the demand for oil."""
    head = one.topic.head
    several = head.tag_ == "NNS" or one.frame.word not in {"meet", "satisfy"}
    return bearing.request(one) and several and bearing.by_a_side(one)


def penalty(one: Framed) -> bool:
    """Whether the topic is a measure that others will feel ("a tariff", "a walkout")."""
    noun = base_form(one.topic.head)
    stopped = noun in stance_words("stoppages") or (noun == "strike" and of_work(one.token.doc))
    return stopped or noun in stance_words("felt")


def of_work(doc: Doc) -> bool:
    """Whether a report is on a dispute over work, so that its strikes are walkouts."""
    told = doc.places.keys()
    return not told.isdisjoint(stance_words("of_work")) and told.isdisjoint(stance_words("of_war"))


def a_way(one: Framed) -> bool:
    """Whether a side pursues a way out or an end ("this diplomatic track")."""
    return base_form(one.topic.head) in stance_words("ways") and bearing.by_a_side(one)
