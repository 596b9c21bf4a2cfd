"""What stance nouns and acts of sides need to be about: whose they are, what is kept, spared or signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, phrase, reach
from parley.findings.positions.whose import animate
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    case_of,
    children,
    noun_phrase,
    obliques,
    passive,
    relation,
    subject,
    tense,
)
from parley.language.tree import Span, Token
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words

_ACTING = frozenset({"GPE", "ORG", "NORP", "PERSON"})
_MADE = frozenset({"under", "after", "following", "since", "despite", "by", "in line with", "according to"})
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "VERB"})
_NO_LONGER = frozenset({"no", "longer", "not", "never"})
_NAYS = frozenset({"refusal", "rejection", "objection", "opposition", "unwillingness"})
_TOLD = frozenset({"VBN", "VBD", "VBZ", "VBP"})
_WANTING = frozenset({"want", "like", "wish"})
_AHEAD = frozenset({"will", "would", "shall", "may", "might", "could", "can", "to", "’ll", "'ll", "wo"})
_LONGEST = 14


def _owned(one: Framed) -> bool:
    """Whether a noun with an owner is spoken of as on the table, with what it is for."""
    if one.owner is None:
        made = one.predicate.i != one.token.i and base_form(one.predicate) in stance_words("putting")
        return made and one.topic.slot in {"whole", "inf", "for", "on", "that"}
    if one.topic.slot == "whole":
        return any(relation(child) in {"amod", "compound"} for child in _own_words(one))
    if one.frame.word == "offer" and one.topic.slot == "inf":
        return True  # "Chad's offer to send trucks"
    doing = one.topic.clause and base_form(one.topic.head) in general_words("doing")
    return doing or names_issue(lemmas(phrase(one.topic)))


def _own_words(one: Framed) -> list[Token]:
    """What describes a stance noun beside its owner ("final" in "the company's final offer")."""
    return [child for child in one.token.lefts if child != one.owner and not child.is_punct]


def _voiced(one: Framed) -> bool:
    """Whether a need for something on an issue is put into words, not only had."""
    doing = one.topic.clause and base_form(one.topic.head) in general_words("doing")
    if not (doing or names_issue(lemmas(reach(one.topic)))):
        return False
    return one.predicate.i != one.token.i and base_form(one.predicate) not in {"have", "be"}


def _between(one: Framed) -> bool:
    """Whether a deal between sides did or does something, so that it was made."""
    if relation(one.token) != "nsubj" or (one.token.lower_ == "fire" and not _cease_fire(one.token)):
        return False
    verb = one.token.head
    return tense(verb) is Tense.PAST or aspect(verb) is Aspect.PERFECT


def _cease_fire(token: Token) -> bool:
    return token.i > 1 and token.doc[token.i - 2].lower_ == "cease"


def _held(one: Framed) -> bool:
    """Whether a policy is somebody's own, or kept by the subject."""
    if one.owner is None:
        return base_form(one.predicate) in stance_words("keeping")
    if one.owner.tag_ == "PRP$":  # "urged Chad to drop its policy"
        return relation(one.token) == "nsubj"
    return one.topic.clause or names_issue(lemmas(phrase(one.topic)))


def _concluded(one: Framed) -> bool:
    """Whether a deal between sides is told of as made ("under a 1996 accord between Chad and Niger")."""
    if one.owner is None or case_of(one.owner) != "between":
        return False
    described = {child.lower_ for child in one.token.lefts}
    if described & stance_words("unmade"):
        return False
    dated = any(child.ent_type_ == "DATE" for child in one.token.lefts)
    return dated or "the" in described or case_of(one.token) in _MADE


def _spared(one: Framed) -> bool:
    """Whether a side or its goods are spared a measure that others feel ("exempted Chad from the duty")."""
    thing = one.topic.head
    spared = thing.ent_type_ in _ACTING or animate(thing) or names_issue([base_form(thing)])
    return spared and _from_what(one) is not None


def _from_what(one: Framed) -> Token | None:
    felt = stance_words("felt") | general_words("measures")
    behind = (oblique.head for word in (one.predicate, one.topic.head) for oblique in obliques(word, "from"))
    return next((head for head in behind if base_form(head) in felt and head.i > one.predicate.i), None)


def _paper(one: Framed) -> bool:
    """Whether what is signed is a text that says what is to be ("a document", "the bill")."""
    return base_form(one.topic.head) in stance_words("papers_signed")


def _own_measure(one: Framed) -> bool:
    """Whether a side undoes a measure of its own that others feel ("lifted its ban on cod")."""
    head = one.topic.head
    doer = subject(one.predicate)
    side = doer is not None and (doer.ent_type_ in _ACTING or doer.pos_ == "PRON" or animate(doer))
    ahead = {child.lower_ for child in children(one.predicate, "aux", "mark")} & _AHEAD
    done = head.i > one.predicate.i and not passive(one.predicate) and not ahead
    return side and done and base_form(head) in stance_words("felt")


def _tied(one: Framed) -> bool:
    """Whether something a side can give is tied to something else."""
    given = base_form(one.topic.head) in stance_words("tied_things") and one.topic.head.i > one.token.i
    return given and bool(obliques(one.token, "to", "on", "upon", "with"))


def _hinging(one: Framed) -> bool:
    """Whether a deal or what can be given is said to depend on something."""
    head = base_form(one.topic.head)
    thing = head in stance_words("tied_things") | general_words("agreement") | general_words("tabled")
    return thing and bool(obliques(one.token, "on", "upon"))


def _own_demand(one: Framed) -> bool:
    """Whether a side changes a demand of its own to something named ("lowered its demand to 8 percent")."""
    own = any(child.tag_ == "PRP$" for child in one.topic.head.lefts)
    demand = one.topic.head.lower_ in {"demand", "demands"}
    return own and demand and bool(obliques(one.token, "to") or obliques(one.topic.head, "to"))


def changed_words(one: Framed) -> Span | None:
    """The words that say to what an offer or demand was changed ("offer from 3 to 5 percent"), or None."""
    if one.frame.about not in {"own demand", "offer"} or one.topic.head.i < one.token.i:
        return None
    behind = (oblique.head for word in (one.token, one.topic.head) for oblique in obliques(word, "to"))
    last = next((head for head in behind if head.i > one.topic.head.i), None)
    return one.token.doc[one.topic.head.i : noun_phrase(last).end] if last is not None else None


def _at_hand(one: Framed) -> bool:
    """Whether what somebody protests against is a measure, deed or issue, no person."""
    head = one.topic.head
    person = head.ent_type_ in _ACTING or animate(head)
    known = base_form(head) in stance_words("steps") | general_words("measures") | general_words("tabled")
    return not person and (known or one.topic.clause or names_issue(lemmas(phrase(one.topic))))


def _despite(one: Framed) -> bool:
    """Whether what was done despite objections is about an issue."""
    return names_issue(lemmas(phrase(one.topic))) or base_form(one.topic.head) in general_words("doing")


def _owing(one: Framed) -> bool:
    """Whether what stops is owed or given regularly ("suspended interest payments")."""
    return base_form(one.topic.head) in stance_words("owing") and one.topic.head.i > one.predicate.i


def _questioned(one: Framed) -> bool:
    """Whether it is questioned if a side will do something, not if a thing can work."""
    doer = subject(one.topic.head)
    side = doer is not None and (bool(doer.ent_type_) or animate(doer) or doer.pos_ == "PRON")
    return side and names_issue(lemmas(reach(one.topic)))


def wanted_done(one: Framed) -> bool:
    """Whether something is wanted to be done to a place or body ("wants the island returned")."""
    head = one.topic.head
    end = noun_phrase(head).end
    wanted = one.frame.word in _WANTING and one.topic.slot == "obj" and head.pos_ in {"NOUN", "PROPN"}
    return wanted and end < len(head.doc) and head.doc[end].tag_ == "VBN"


def dismissed(one: Framed) -> bool:
    """Whether what is dismissed is a thing on the table, not a person or what others say of it."""
    head = one.topic.head
    if base_form(head) in stance_words("claims") - {"idea", "suggestion", "notion", "claim"}:
        return False
    return head.pos_ == "NOUN" and not head.ent_type_ and not animate(head)


def sought(one: Framed) -> bool:
    """Whether what is asked for is help or a word, or whatever is wanted ("does not want testing")."""
    head = one.topic.head
    wanted = one.frame.word == "want" and head.pos_ == "NOUN" and not head.ent_type_ and not animate(head)
    return wanted or base_form(head) in stance_words("sought")


def brought_about(one: Framed) -> bool:
    """Whether it is a thing that will do something to another ("the pause would help the troops")."""
    if one.frame.category != "undertaking" or passive(one.predicate) or one.frame.about == "thing":
        return False
    doer = subject(one.predicate)
    thing = doer is not None and doer.pos_ == "NOUN" and not doer.ent_type_ and not animate(doer)
    return thing and any(child.i > one.predicate.i for child in children(one.predicate, "obj", "ccomp"))


def undescribed(one: Framed) -> bool:
    """Whether nothing says what a topic is ("all the major demands", "many of whom", "the fact")."""
    head = one.topic.head
    if not one.topic.clause and head.lower_ in stance_words("counting"):
        return True
    if one.frame.stance == "accepts" and one.frame.category == "verb" and base_form(head) in _NAYS:
        return True  # "sticks to its refusal"
    if one.frame.stance != "demands" or one.topic.slot != "whole" or head.i != one.token.i:
        return False
    owned = range(one.owner.left_edge.i, one.owner.right_edge.i + 1) if one.owner is not None else range(0)
    described = (child for child in head.lefts if child.i not in owned and child.pos_ in _DESCRIBING)
    behind = (child for child in children(head, "nmod", "acl") if child.i > head.i and child.i not in owned)
    of_what = (child for child in behind if child.tag_ not in _TOLD)
    plain = all(child.lower_ in stance_words("undescribing") for child in described)
    return plain and next(of_what, None) is None


def being_done(words: Span) -> Span | None:
    """A thing with what is no longer to happen to it ("insistence on the port no longer being shelled")."""
    doc = words.doc
    end = words.end
    while end < len(doc) and doc[end].lower_ in _NO_LONGER:
        end += 1
    if end + 1 >= len(doc) or doc[end].lower_ != "being" or doc[end + 1].tag_ != "VBN":
        return None
    return doc[words.start : end + 2]


def spared_words(one: Framed) -> Span | None:
    """The words that say who is spared what ("exempted Chad from the duty"), or None."""
    measure = _from_what(one) if one.frame.about == "spared" else None
    if measure is None or one.topic.head.i < one.predicate.i:
        return None
    last = noun_phrase(measure).end
    return one.token.doc[one.predicate.i : last] if last - one.predicate.i <= _LONGEST else None


JUDGES: Mapping[str, Callable[[Framed], bool]] = {
    "owned": _owned,
    "voiced": _voiced,
    "between": _between,
    "held": _held,
    "spared": _spared,
    "paper": _paper,
    "concluded": _concluded,
    "owing": _owing,
    "tied": _tied,
    "hinging": _hinging,
    "own demand": _own_demand,
    "issue at hand": _at_hand,
    "despite": _despite,
    "own measure": _own_measure,
    "included": lambda one: one.owner is not None and names_issue(lemmas(reach(one.topic))),
    "questioned": _questioned,
}
