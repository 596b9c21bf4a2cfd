"""What a topic bears on, where a frame says little by itself: requests, amounts, decisions, deeds."""

from __future__ import annotations

from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, phrase, reach, refers_back
from parley.findings.positions.whose import animate
from parley.language.syntax import (
    children,
    modality,
    negated,
    noun_phrase,
    objects,
    obliques,
    passive,
    relation,
    subject,
)
from parley.language.tree import Span, Token
from parley.vocabulary.issues import general_words, issue_of, names_issue
from parley.vocabulary.stances import condition_markers, stance_words

_DONE_TO = ("in", "with", "against", "from", "to")
_SUBJECTED = ("to", "with", "from")
_ANYBODY = frozenset({"you", "one", "everyone", "everybody", "anyone", "anybody", "nobody", "people"})
_REST = 8
_DOER = 12
_MONEY = frozenset({"MONEY", "PERCENT"})
_AMOUNTS = frozenset({"percent", "pct", "per", "cent", "%", "raise", "week", "day"})
_SUMS = frozenset({"million", "billion", "mln", "bln", "dlr", "dollar", "euro", "$", "€", "£"})


def contested(one: Framed) -> bool:
    """Whether what is fought is a measure or plan, not a war."""
    noun = base_form(one.topic.head)
    words = general_words("measures") | general_words("tabled") | general_words("proposal")
    return noun in words - stance_words("force") - {"conflict", "crisis", "pressure"}


def pact(one: Framed) -> bool:
    """Whether the topic is what sides come to together ("a consensus"), made and not only had."""
    head = one.topic.head
    doer = subject(one.predicate)
    if doer is not None and doer.lower_ in _ANYBODY:
        return False
    if any(True for _ in children(one.predicate, "xcomp")):  # "made the deal a plank of the campaign"
        return False
    return base_form(head) in stance_words("pacts") or head.lower_ in stance_words("pacts")


def no_body(one: Framed) -> bool:
    """Whether the topic is a thing or a deed, no person or body ("open to a pause", not "to Chad")."""
    head = one.topic.head
    if refers_back(one.topic):
        return True
    if one.topic.clause:
        return willed(head) or names_issue(lemmas(reach(one.topic)))
    said = base_form(head) in stance_words("claims") | stance_words("empty")
    return head.pos_ == "NOUN" and not head.ent_type_ and not animate(head) and not said


def by_a_side(one: Framed) -> bool:
    """Whether it is somebody who does it, not a thing or event ("the leak raised the possibility of war")."""
    doer = subject(one.predicate)
    named = doer is not None and (doer.ent_type_ in {"GPE", "ORG", "PERSON", "NORP"} or animate(doer))
    return named or (doer is not None and doer.tag_ == "PRP" and doer.lower_ not in {"it", "this", "that"})


def of_need(one: Framed) -> bool:
    """Whether what is important is a deed done to something, or bears on an issue."""
    deed = one.topic.head
    if refers_back(one.topic) or on_issue(one) or base_form(deed) in general_words("doing"):
        return True
    return one.topic.clause and willed(deed) and any(thing.pos_ == "NOUN" for thing in objects(deed))


def only_called(one: Framed) -> bool:
    """Whether something is only held to be of a kind ("does not consider it fair"), not thought over."""
    held = one.frame.word == "consider" and one.topic.slot == "obj"
    return held and any(said.pos_ in {"ADJ", "NOUN"} for said in children(one.predicate, "xcomp"))


def of_buyers(one: Framed) -> bool:
    """Whether a demand is what buyers want to buy ("slack demand", "demand for its oil")."""
    if one.frame.category != "noun" or one.token.lower_ != "demand":
        return False
    beside = {base_form(child) for child in one.token.lefts}
    wanted = {base_form(oblique.head) for oblique in obliques(one.token, "for")}
    return bool(beside & stance_words("of_markets") or wanted & stance_words("sold"))


def less(one: Framed) -> bool:
    """Whether a sum is named below which somebody will not go ("for less than 9 percent")."""
    return one.topic.head.lower_ in {"less", "anything", "fewer"} or any(
        word.lower_ == "less" for word in phrase(one.topic)
    )


def request(one: Framed) -> bool:
    """Whether the topic is what somebody asked for."""
    return base_form(one.topic.head) in stance_words("requests")


def resolved(one: Framed) -> bool:
    """Whether what was decided is a deed that bears on what is negotiated, and nothing is left open."""
    still = {"yet", "later", "whether", "still"} & {child.lower_ for child in one.predicate.subtree}
    plain = not still and not negated(one.predicate) and not modality(one.predicate)
    return plain and willed(one.topic.head) and on_issue(one)


def to_be(one: Framed) -> bool:
    """Whether what sides agree is to be done or to come, not how they see it ("agreed that it is late")."""
    if one.topic.slot != "that":
        return True
    clause = one.topic.head
    words = {child.lower_ for child in children(clause, "aux")} | {base_form(clause)}
    helping = {"should", "must", "will", "would", "shall", "ought", "need", "can", "could", "may", "be"}
    needed = words & stance_words("needful")
    finite = clause.tag_ in {"VBZ", "VBP", "VBD"} or any(
        child.tag_ in {"VBZ", "VBP", "VBD"} for child in children(clause, "aux", "cop")
    )
    return bool(needed) or not finite or bool(words & helping - {"be"})


def deadline(one: Framed) -> bool:
    """Whether one side sets others a time limit."""
    setter = subject(one.predicate)
    alone = setter is not None and setter.tag_ in {"NN", "NNP", "PRP"} and setter.lower_ not in {"they", "we"}
    joined = setter is not None and any(True for _ in children(setter, "conj"))
    return base_form(one.topic.head) in {"deadline", "ultimatum"} and alone and not joined


def decision(one: Framed) -> bool:
    """Whether the topic is a decision that is still to come."""
    return base_form(one.topic.head) in stance_words("decisions")


def measure(one: Framed) -> bool:
    """Whether the topic is something decided or built to which others say yes or no."""
    return base_form(one.topic.head) in general_words("measures")


def asked(one: Framed) -> bool:
    """Whether somebody else who can be a side is to do what the topic says ("asked Chad to leave")."""
    deed = one.topic.head
    if not one.topic.clause or deed.i <= one.token.i or not willed(deed):
        return False
    return any(_can_act(word) for word in one.token.doc[one.token.i + 1 : deed.i][:_DOER])


def _can_act(word: Token) -> bool:
    if word.ent_type_ in {"GPE", "ORG", "NORP"}:
        return relation(word) != "nmod:poss" or word.dep_ != "nmod:poss"
    noun = base_form(word)
    side = stance_words("doers") | stance_words("bodies") | stance_words("pairs")
    known = noun in side or (animate(word) and word.tag_ in {"NNS", "NNPS"})
    return word.pos_ in {"NOUN", "PROPN"} and known and noun not in stance_words("onlookers") - {"leader"}


def willed(deed: Token) -> bool:
    """Whether a verb names what somebody does of their own will."""
    return deed.pos_ == "VERB" and base_form(deed) not in stance_words("unwilled") | stance_words("of_talk")


def willed_on_issue(one: Framed) -> bool:
    """Whether somebody will do something of their own will to what is negotiated, or at a price."""
    deed = one.topic.head
    if not willed(deed):
        return False
    things = [thing for thing in objects(deed) if thing.i > deed.i and thing.pos_ == "NOUN"]
    if things:
        things += [one.head for one in obliques(deed, *_SUBJECTED) if one.head.i > deed.i and _felt(one.head)]
    else:
        things += [one.head for one in obliques(deed, *_DONE_TO) if one.head.i > deed.i]
    things += list(children(deed, "nsubj")) if passive(deed) else []
    known = general_words("measures") | general_words("agreement")
    known = known | (stance_words("suits") if base_form(deed) in stance_words("suing") else frozenset())
    on_issue = any(
        issue_of(lemmas(with_rest(thing))) is not None or base_form(thing) in known for thing in things
    )
    if any(base_form(thing) in stance_words("papers") for thing in things):
        return False
    only_may = bool(set(modality(deed)) & {"may", "might", "could", "can"})
    return bool(things) and not only_may and (on_issue or has_price(one))


def _felt(thing: Token) -> bool:
    """Whether a noun names what others are put under or spared ("subject the goods to tariffs")."""
    return base_form(thing) in stance_words("felt")


def expected(one: Framed) -> bool:
    """Whether "should" only says what will come of a thing ("the deal should boost trade")."""
    deed = one.topic.head
    doer = subject(deed)
    thing = doer is not None and doer.pos_ == "NOUN" and not doer.ent_type_ and not animate(doer)
    return thing and not passive(deed) and base_form(deed) in stance_words("expected")


def owed(one: Framed) -> bool:
    """Whether a country or body is the one that must do what a clause says ("Peru must hand over ...")."""
    doer = subject(one.topic.head)
    if doer is None or not willed(one.topic.head):
        return False
    return doer.ent_type_ in {"GPE", "ORG"} or base_form(doer) in stance_words("doers")


def with_rest(thing: Token) -> Span:
    """A thing with what it is for ("efforts to build a reactor"), not too long."""
    end = min(thing.right_edge.i + 1, thing.i + _REST)
    return thing.doc[noun_phrase(thing).start : max(end, noun_phrase(thing).end)]


def has_price(one: Framed) -> bool:
    """Whether the sentence names what a deed is done for ("only if", "in return for")."""
    words = [token.lower_ for token in one.token.sent]
    if "until" in words and negated(one.predicate):
        return True
    markers = condition_markers().bargaining
    return any(
        tuple(words[at : at + len(marker)]) == marker for marker in markers for at in range(len(words))
    )


def amount(one: Framed) -> bool:
    """Whether the topic is a sum, a share or a number of days."""
    words = phrase(one.topic)
    counted = any(word.tag_ == "CD" or word.ent_type_ in _MONEY for word in words)
    known = _AMOUNTS | _SUMS
    return counted and any(word.lower_ in known or base_form(word) in known for word in words)


def urged(one: Framed) -> bool:
    """Whether what is stressed is a deed to be done ("stressed obtaining guarantees", "the release")."""
    head = one.topic.head
    if one.topic.clause or head.tag_ == "VBG":
        return willed(head) and any(thing.pos_ == "NOUN" for thing in objects(head))
    return base_form(head) in stance_words("deeds") and head.i > one.token.i


def silent_on(one: Framed) -> bool:
    """Whether what is not said is what a side will do ("refused to say whether it would join")."""
    head = one.topic.head
    if base_form(head) not in {"say", "confirm", "disclose", "specify", "reveal", "commit"}:
        return False
    for clause in children(head, "ccomp"):
        marks = {mark.lower_ for mark in children(clause, "mark")}
        ahead = any(child.lower_ in {"would", "will"} for child in children(clause, "aux"))
        if marks & {"whether", "if"} and ahead and willed(clause):
            return True
    return False


def best(one: Framed) -> bool:
    """Whether a way is said to be the one to take, or not to be one ("the only way", "no answer")."""
    described = {child.lower_ for child in one.token.lefts}
    if negated(one.predicate) or "no" in described:
        return base_form(one.token) in {"answer", "solution", "option", "way"} and on_issue(one)
    return bool(described & stance_words("best")) and on_issue(one)


def red_line(one: Framed) -> bool:
    """Whether a line is a red one."""
    return any(child.lower_ == "red" for child in one.token.lefts)


def drawn(one: Framed) -> bool:
    """Whether what met with others' judgment is a thing they can say yes or no to."""
    head = one.topic.head
    thing = head.pos_ == "NOUN" and not head.ent_type_ and not animate(head)
    named = measure(one) or base_form(head) in stance_words("steps") or names_issue(lemmas(phrase(one.topic)))
    return thing and named


def at_odds(one: Framed) -> bool:
    """Whether sides are said to be at odds, not that odds are long."""
    cases = {mark.lower_ for mark in children(one.token, "case")}
    return bool(cases & {"at", "in"}) and on_issue(one)


def on_issue(one: Framed) -> bool:
    """Whether the topic names an issue or a measure, or is a pronoun."""
    return refers_back(one.topic) or measure(one) or names_issue(lemmas(reach(one.topic)))
