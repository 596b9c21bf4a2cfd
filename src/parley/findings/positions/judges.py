"""Whether a topic is what its frame needs it to be about."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parley.findings.positions import (
    acted,
    ahead,
    bearing,
    deals_and_plans,
    doings,
    effects,
    obligations,
    unsettled,
    weighing,
)
from parley.findings.positions.filled import Framed, of_thing
from parley.findings.positions.topics import base_form, lemmas, reach, refers_back
from parley.findings.positions.whose import animate
from parley.language.syntax import Tense, case_of, children, obliques, subject, tense
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words

_AHEAD = frozenset({Tense.FUTURE, Tense.CONDITIONAL})
_FAVOURING = frozenset({"accepts", "accepts_in_principle", "seeks", "offers"})
# What these say of a thing, they say of no pronoun ("made it").
_NAMED = frozenset(
    {"pact", "decision", "request", "amount", "urged", "drawn", "by a side", "best", "asked", "willed"}
    | {"silent on", "red line", "penalty", "no body", "contested", "put", "own act"}
    | {"forward", "backward", "deal by name", "harmed", "helped", "effort", "compared"}
    | {"kept", "own line", "sought"}
    | {"less", "offer", "let", "deadline", "pushed", "own fighting"}
    | {"barred", "done so", "left open", "to be voted", *acted.JUDGES}
)


def fits(one: Framed) -> bool:
    """Whether the topic is what the frame needs it to be about."""
    about = one.frame.about
    if one.frame.stance in _FAVOURING and base_form(one.topic.head) in stance_words("crimes"):
        return False  # "its support for terrorism" is what others accuse it of
    talk = one.topic.clause and any(
        base_form(word) in stance_words("of_talk")
        for word in (one.topic.head, *children(one.topic.head, "xcomp"))
        if word.i == one.topic.head.i or word.tag_ == "JJ"
    )
    if talk and (one.frame.stance not in {"withholds", "undecided"} or one.frame.category == "adjective"):
        return False
    if one.topic.head.tag_ in {"WP", "WDT"} and one.topic.slot != "relative":
        return False
    praised = about == "deal or plan" and one.topic.head.lower_ == "them"
    if praised or bearing.only_called(one) or bearing.of_buyers(one) or acted.brought_about(one):
        return False
    if refers_back(one.topic) and about not in _NAMED:
        return not one.frame.speaker or effects.of_the_table(one)
    if one.frame.category == "undertaking" and ahead.undecided(one):
        return False
    judge = _JUDGES.get(about)
    if judge is not None:
        return judge(one)
    if one.frame.category == "undertaking" and ahead.grows(one):
        return False
    deed = one.topic.clause or one.topic.head.pos_ == "VERB"
    if deed and base_form(one.topic.head) in general_words("doing"):
        return True
    if one.frame.category == "undertaking" and bearing.has_price(one):
        return True
    return bearing.measure(one) or names_issue(lemmas(reach(one.topic)))


def _substantial(one: Framed) -> bool:
    head = one.topic.head
    if head.ent_type_ == "MONEY" and one.topic.slot == "for":
        return True  # "appealed for $3 billion"
    return head.pos_ not in {"NUM", "PUNCT", "SYM"} and head.ent_type_ != "PERSON"


def _no_claim(one: Framed) -> bool:
    head = one.topic.head
    if base_form(head) in {"suggestion", "notion", "idea"} and obliques(head, "of"):
        return True  # "rejected any suggestion of a second vote"
    laid = head.lower_ == "claim" and any(case_of(child) == "to" for child in children(head, "nmod"))
    claim = not laid and (base_form(head) in stance_words("claims") or head.pos_ in {"PRON", "PROPN"})
    return not claim and (not one.topic.clause or one.topic.slot == "ing") and _substantial(one)


def _threat(one: Framed) -> bool:
    """Whether what would follow is a penalty, and what would avert it something negotiated."""
    threatened = lemmas(
        one.predicate.head.doc[one.predicate.head.left_edge.i : one.predicate.head.right_edge.i + 1]
    )
    doing = base_form(one.topic.head) in general_words("doing")
    negotiated = doing or names_issue(lemmas(reach(one.topic)))
    return negotiated and bool(stance_words("penalties").intersection(threatened))


def _ahead(one: Framed) -> bool:
    """Whether a clause says what somebody may do about what is negotiated."""
    modal = any(
        child.lower_ in {"will", "would", "might", "may"} for child in children(one.topic.head, "aux")
    )
    modal = modal and one.topic.head.lemma_.lower() not in {"be", "able", "work", "succeed"}
    doing = base_form(one.topic.head) in general_words("doing")
    return modal and (doing or names_issue(lemmas(reach(one.topic))))


def _thing(one: Framed) -> bool:
    """Whether a clause tells what will become of something negotiated."""
    return of_thing(one, subject(one.predicate)) and names_issue(lemmas(reach(one.topic)))


def _measures(one: Framed) -> bool:
    """Whether a deed is one that others feel ("take steps"), or needs no object."""
    things = list(children(one.topic.head, "obj"))
    known = stance_words("measures")
    return not things or any(base_form(thing) in known for thing in things)


def _encounter(one: Framed) -> bool:
    """Whether a deed is to hold talks, a summit, a vote."""
    return any(base_form(thing) in general_words("encounters") for thing in children(one.topic.head, "obj"))


def _no_person(one: Framed) -> bool:
    head = one.topic.head
    person = animate(head) or bool(head.ent_type_) or head.pos_ in {"PRON", "PROPN"}
    return not person and (one.topic.clause or names_issue(lemmas(reach(one.topic))))


def _no_claim_or_deed(one: Framed) -> bool:
    return one.topic.clause or _no_claim(one)


def _of_substance(one: Framed) -> bool:
    """Whether a clause of what must be is about an issue, or about what sides do."""
    deed = base_form(one.topic.head)
    if one.token.lower_ == "should" and bearing.expected(one):
        return False
    if deed in general_words("doing") or names_issue(lemmas(reach(one.topic))):
        return True
    if one.frame.stance == "offers" and one.topic.slot == "inf" and bearing.willed(one.topic.head):
        return True  # who promises a deed offers it, whatever it is
    return bearing.measure(one) or (one.topic.clause and bearing.owed(one))


def _pending() -> frozenset[str]:
    return stance_words("pending") | stance_words("silent") | stance_words("agreeing")


def _clause_or_issue(one: Framed) -> bool:
    if one.topic.head.pos_ == "ADJ" and not one.topic.clause:
        return False
    if one.topic.head.ent_type_ in {"PERSON", "GPE", "ORG", "NORP"} and one.topic.slot == "obj":
        behind = {word.lower_ for word in one.topic.head.doc[one.topic.head.i : one.topic.head.i + 5]}
        away = behind & {"out", "gone", "removed", "freed", "released"}
        return bool(away) or any(obliques(word, "as") for word in (one.predicate, one.topic.head))
    if one.topic.slot == "obj" and one.topic.head.lower_ == "action":
        return True  # "wants action, not talk"
    return one.topic.clause or acted.wanted_done(one) or names_issue(lemmas(reach(one.topic)))


def _open(one: Framed) -> bool:
    return bool({child.lower_ for child in one.predicate.subtree} & stance_words("open"))


_JUDGES: Mapping[str, Callable[[Framed], bool]] = {
    "": _substantial,
    "predicate": _substantial,
    "no claim": _no_claim,
    "leaving": lambda one: base_form(one.topic.head) in stance_words("leaving"),
    "ending": lambda one: base_form(one.topic.head) in stance_words("ending"),
    "calm": lambda one: base_form(one.topic.head) in stance_words("calm"),
    "agreeing": lambda one: base_form(one.topic.head) in stance_words("agreeing"),
    "silent": lambda one: (
        base_form(one.topic.head) in stance_words("silent") and names_issue(lemmas(reach(one.topic)))
    ),
    "not silent": lambda one: base_form(one.topic.head) not in stance_words("silent"),
    "pending": lambda one: base_form(one.topic.head) in _pending() or unsettled.pending(one),
    "at the table": deals_and_plans.worked_on,
    "agreement": deals_and_plans.at_table,
    "threat": _threat,
    "own fighting": doings.own_fighting,
    "pushed": doings.pushed,
    "to be voted": unsettled.to_be_voted,
    "ahead": _ahead,
    "thing": _thing,
    "measures": _measures,
    "encounter": _encounter,
    "deed": lambda one: one.topic.clause and one.topic.head.tag_ == "VB",
    "no person": _no_person,
    "no claim or deed": _no_claim_or_deed,
    "answerable": deals_and_plans.answerable,
    "deal or plan": deals_and_plans.deal_or_plan,
    "deal by name": deals_and_plans.deal_or_plan,
    "dismissed": acted.dismissed,
    "harmed": effects.harmful,
    "effort": effects.effort,
    "helped": effects.helpful,
    "of substance": _of_substance,
    "due": obligations.due,
    "barred": obligations.barred,
    "thing on the table": unsettled.thing_on_the_table,
    "aimed": obligations.aimed,
    "aimed at": obligations.aimed,
    "own line": lambda one: base_form(one.topic.head) in stance_words("own_lines"),
    "wish": obligations.wished,
    "proposal": deals_and_plans.tabled,
    "clause": _clause_or_issue,
    "plan": deals_and_plans.plan,
    "open": _open,
    "no body": bearing.no_body,
    "by a side": bearing.by_a_side,
    "put": lambda one: bearing.by_a_side(one) and bearing.no_body(one),
    "willed": bearing.willed_on_issue,
    "begun": ahead.begun,
    "sum": ahead.sum_given,
    "left open": unsettled.left_open,
    "done so": doings.done_so,
    "given up": ahead.given_up,
    "sought": acted.sought,
    "kept": lambda one: base_form(one.topic.head) in stance_words("kept"),
    "compared": effects.compared,
    "contested": bearing.contested,
    "any": lambda one: one.topic.head.tag_ != "CD",
    "assured": lambda one: one.topic.clause and tense(one.topic.head) in _AHEAD and _clause_or_issue(one),
    "agreed": lambda one: _substantial(one) and bearing.to_be(one),
    "deadline": bearing.deadline,
    "let": doings.let,
    "offer": lambda one: base_form(one.topic.head) in general_words("offers"),
    "of need": bearing.of_need,
    "own act": doings.own_act,
    "own right": doings.own_right,
    "a way": doings.a_way,
    "to be weighed": unsettled.to_be_weighed,
    "request or measure": lambda one: bearing.request(one) or bearing.measure(one),
    "others' request": doings.of_others,
    "bargaining table": doings.bargaining_table,
    "no headway": doings.no_headway,
    "no right": doings.no_right,
    "workable": effects.workable,
    "less": bearing.less,
    "penalty": doings.penalty,
    "resolved": bearing.resolved,
    "pact": bearing.pact,
    "request": bearing.request,
    "decision": bearing.decision,
    "asked": bearing.asked,
    "amount": bearing.amount,
    "urged": bearing.urged,
    "silent on": bearing.silent_on,
    "best": bearing.best,
    "red line": bearing.red_line,
    "forward": effects.forward,
    "backward": effects.backward,
    "drawn": bearing.drawn,
    "at odds": bearing.at_odds,
    **acted.JUDGES,
    **weighing.JUDGES,
}
