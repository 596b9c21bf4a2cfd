"""What a deal or measure is said to do: who says that it harms is against it, who says it helps is for it."""

from __future__ import annotations

from parley.findings.positions.bearing import measure
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, meant_before, phrase, reach, refers_back
from parley.language.syntax import (
    case_of,
    children,
    known_lemma,
    modality,
    negated,
    objects,
    obliques,
    passive,
)
from parley.language.tree import Token
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words

_AHEAD = frozenset({"will", "would"})
_OWN = frozenset({"our", "my", "us", "we", "everyone", "everybody", "world", "both"})
_BREAKING = frozenset({"violate", "breach", "contravene", "flout", "infringe"})
_RISKING = frozenset({"risk"})
_OF_SIDES = frozenset({"GPE", "ORG", "NORP", "PERSON"})
_THAT = frozenset({"that", "this", "it"})
_ABLE = frozenset({"will", "would", "can", "could", "wo", "ca", "’ll", "'ll"})
_THEM = frozenset({"them", "him", "her", "it", "you", "they"})


def harmful(one: Framed) -> bool:
    """Whether a measure or a deed to come is said to do harm, and not to the other side alone."""
    if not _judged(one) or negated(one.predicate):
        return False
    harmed = objects(one.predicate)
    if one.frame.word in _BREAKING:
        broken = stance_words("broken")
        return any(known_lemma(thing, broken) in broken for thing in harmed)
    if one.frame.word in _RISKING:
        return any(child.tag_ == "VBG" for child in children(one.predicate, "xcomp", "ccomp"))
    return _ahead(one.predicate) and not any(_is_others(thing) for thing in harmed)


def helpful(one: Framed) -> bool:
    """Whether a deal or plan is said to do good, and not to the other side alone."""
    if not _judged(one) or negated(one.predicate) or not _tabled(_meant(one)):
        return False
    helped = objects(one.predicate)
    if one.frame.word == "make":
        bettered = stance_words("bettered")
        return any(known_lemma(one, bettered) in bettered for one in children(one.predicate, "xcomp"))
    told = _ahead(one.predicate) or one.predicate.tag_ == "VBZ"
    return told and bool(helped or obliques(one.predicate, "to")) and not any(map(_is_others, helped))


def forward(one: Framed) -> bool:
    """Whether a deal or measure is called a step, and one ahead ("a step toward peace", "a first step")."""
    places = list(children(one.token, "nmod", "obl"))
    words = {child.lower_ for child in one.token.children} | {case_of(place) for place in places}
    words |= {child.lower_ for place in places if place.lower_ == "direction" for child in place.children}
    return bool(words & stance_words("ahead_words")) and not backward(one) and _put_on_table(one)


def backward(one: Framed) -> bool:
    """Whether a deal or measure is called a step back ("a step in the wrong direction")."""
    described = [one.token, *children(one.token, "nmod", "obl")]
    words = {child.lower_ for word in described for child in word.children}
    return bool(words & stance_words("back_words")) and _put_on_table(one)


def compared(one: Framed) -> bool:
    """Whether talks, a deal or a plan are said to be better than something else."""
    known = general_words("agreement") | general_words("tabled") | stance_words("calm")
    behind = {word.lower_ for word in one.token.doc[one.token.i + 1 : one.token.i + 3]}
    return "than" in behind and one.topic.head.pos_ == "NOUN" and base_form(one.topic.head) in known


def effort(one: Framed) -> bool:
    """Whether what is praised is an effort on what is negotiated ("commended the efforts to end the war")."""
    head = one.topic.head
    return base_form(head) in stance_words("efforts") and names_issue(lemmas(reach(one.topic)))


def of_the_table(one: Framed) -> bool:
    """Whether the "it" that is judged can be a deal, plan or measure, not only water or oil."""
    meant = meant_before(one.topic)
    if any(child.tag_ == "WRB" for child in one.token.children):
        return False  # "where it is reasonable"
    behind = one.token.doc[one.token.i + 1 : one.token.i + 2].text.lower()
    if one.topic.slot == "subject" and behind == "to":
        return False  # "it is great to be home"
    if one.topic.slot != "subject":
        return True
    if meant is None:  # "That's right", "it was crucial": said of anything; not "it is a good deal"
        carried = base_form(one.predicate) in general_words("agreement")
        return carried or base_form(one.token) not in stance_words("said_of_anything")
    table = general_words("agreement") | general_words("tabled") | general_words("proposal")
    return base_form(meant) in table | general_words("measures") | stance_words("felt") | stance_words(
        "raised"
    )


def _put_on_table(one: Framed) -> bool:
    """Whether what is judged is a deal, plan or measure, or stands for one."""
    noun = base_form(one.topic.head)
    known = general_words("agreement") | general_words("tabled") | stance_words("steps")
    return refers_back(one.topic) or noun in known or measure(one)


def _judged(one: Framed) -> bool:
    """Whether what does it is a deal, plan or measure by name, or a deed on what is negotiated."""
    head = one.topic.head
    if passive(one.predicate) or one.topic.slot != "subject" or head.i > one.predicate.i:
        return False
    if one.topic.clause:
        return base_form(head) in general_words("doing") or names_issue(lemmas(phrase(one.topic)))
    measures = general_words("measures") | stance_words("felt")
    meant = _meant(one)
    return _tabled(meant) or (meant.pos_ == "NOUN" and base_form(meant) in measures)


def _meant(one: Framed) -> Token:
    """The noun that an "it" stands for; other words as they are."""
    return (meant_before(one.topic) if refers_back(one.topic) else None) or one.topic.head


def _tabled(head: Token) -> bool:
    known = general_words("agreement") | general_words("tabled")
    return head.pos_ == "NOUN" and base_form(head) in known - general_words("encounters")


def _ahead(predicate: Token) -> bool:
    """Whether it is told of what is to come ("would hurt")."""
    return bool(set(modality(predicate)) & _AHEAD) or any(
        child.lower_ in _AHEAD for child in children(predicate, "aux")
    )


def _is_others(thing: Token) -> bool:
    """Whether what is harmed or helped is the other side's, so that nothing follows from it."""
    words = {word.lower_ for word in thing.subtree}
    if words & _OWN:
        return False
    return thing.lower_ in _THEM or any(word.ent_type_ in _OF_SIDES for word in thing.subtree)


def workable(one: Framed) -> bool:
    """Whether it is said of a deal or plan that it will not do ("that would never work")."""
    helping = {child.lower_ for child in children(one.predicate, "aux")}
    if not helping & _ABLE or one.predicate.tag_ != "VB":
        return False
    table = general_words("agreement") | general_words("tabled") | general_words("proposal")
    head = one.topic.head
    return head.lower_ in _THAT or base_form(head) in table | general_words("measures")
