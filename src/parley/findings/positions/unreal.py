"""What a clause does not assert: conditions by word order, what is yet to come, asked or not said."""

from __future__ import annotations

from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form
from parley.language.syntax import case_of, children, known_lemma, negated, relation, subject
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words
from parley.vocabulary.stances import stance_words

_ONCE = frozenset({"after", "once", "when", "whenever", "till"})
_NOW = frozenset({"is", "are", "has", "have", "’s", "'s", "does", "do"})
_PRESENT = frozenset({"VBZ", "VBP"})
_BEHIND = frozenset({"VBN", "VBG", "JJ", "VB"})


def only_supposed(one: Framed) -> bool:
    """Whether a clause with a stance word supposes it, asks why, or waits for it."""
    return (
        _inverted(one)
        or _why(one)
        or _yet_to_come(one)
        or _who_would(one)
        or _not_said(one)
        or _wished(one)
        or _in_doing(one)
        or _on_agenda(one)
    )


def _on_agenda(one: Framed) -> bool:
    """Whether to weigh something is what people meet for ("will meet to discuss widening the truce")."""
    if one.frame.stance != "undecided" or relation(one.predicate) not in {"advcl", "xcomp", "acl"}:
        return False
    if all(mark.lower_ != "to" for mark in children(one.predicate, "mark")):
        return False
    above, words = one.predicate.head, encounter_words()
    known = words.nouns if above.pos_ == "NOUN" else words.verbs
    return base_form(above) in known


def _inverted(one: Framed) -> bool:
    """Whether "should" opens a condition by standing before its subject ("should prices fall further")."""
    if one.frame.category != "modal" or one.token.lower_ != "should":
        return False
    bearer = subject(one.predicate)
    return bearer is not None and one.token.i < bearer.i < one.predicate.i


def _why(one: Framed) -> bool:
    """Whether it is only asked why something should be ("I do not see why the raids should stop")."""
    if one.frame.category != "modal" or not negated(one.predicate.head):
        return False
    return any(word.lower_ == "why" and word.i < one.token.i for word in children(one.predicate, "advmod"))


def _yet_to_come(one: Framed) -> bool:
    """Whether a clause names the time of what is still to be done ("after a deal is signed")."""
    clause = one.predicate
    if (
        one.owner is not None
        or relation(clause) != "advcl"
        or one.frame.category not in {"verb", "undertaking"}
    ):
        return False
    if not {mark.lower_ for mark in children(clause, "mark", "advmod") if mark.i < clause.i} & _ONCE:
        return False
    helping = {child.lower_ for child in children(clause, "aux", "cop")}
    if any(child.tag_ in {"VBD", "MD"} for child in children(clause, "aux", "cop")):
        return False
    return clause.tag_ in _PRESENT or (clause.tag_ in _BEHIND and bool(helping & _NOW))


def _who_would(one: Framed) -> bool:
    """Whether it is only asked who would ("who wants to negotiate quotas now")."""
    bearer = subject(one.predicate)
    asked = bearer is not None and bearer.tag_ == "WP" and bearer.lower_ == "who"
    return asked and one.predicate.dep_ in {"root", "ccomp"} and one.owner is None


def _not_said(one: Framed) -> bool:
    """Whether it is just what somebody did not say or rule ("had not ruled that the strike should end")."""
    clause: Token = one.predicate
    if relation(clause) != "ccomp" or one.owner is not None:
        return False
    above = clause.head
    return negated(above) and known_lemma(above, stance_words("ruling")) in stance_words("ruling")


def _wished(one: Framed) -> bool:
    """Whether a bare form behind one doer says what is only wished for ("urgency that Chad agree to it")."""
    clause = one.predicate
    if (
        clause.tag_ not in {"VB", "VBP"}
        or clause.head.pos_ != "NOUN"
        or relation(clause) not in {"acl", "ccomp"}
    ):
        return False
    doer = subject(clause)
    single = doer is not None and (doer.tag_ in {"NN", "NNP"} or doer.lower_ in {"it", "he", "she"})
    if doer is None or not single or any(True for _ in children(clause, "aux")):
        return False
    return not any(True for _ in children(doer, "conj")) and doer.i > clause.head.i


def _in_doing(one: Framed) -> bool:
    """Whether a deed is only the manner of another ("is flexible in discussing it", "in time to sign")."""
    if one.frame.category == "noun":
        return one.frame.word == "time" and one.owner is None and case_of(one.token) == "in"
    deed = one.predicate
    if one.frame.category != "undertaking" or deed.tag_ != "VBG" or any(True for _ in children(deed, "aux")):
        return False
    return relation(deed) in {"acl", "advcl"}
