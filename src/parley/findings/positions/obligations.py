"""What "must", "should" and "have to" ask for: whether it bears on an issue, or is asked of a side."""

from __future__ import annotations

from parley.findings.positions.bearing import expected, measure, willed
from parley.findings.positions.filled import Framed
from parley.findings.positions.topics import base_form, lemmas, reach
from parley.findings.positions.whose import animate
from parley.language.syntax import case_of, children, known_lemma, objects, passive, subject
from parley.language.tree import Token
from parley.vocabulary.issues import general_words, names_issue
from parley.vocabulary.stances import stance_words

_WE_OR_THEY = frozenset({"we", "they"})
_SIDES = frozenset({"GPE", "ORG", "NORP"})
_COULD = frozenset({"can", "could", "might"})
_PLACES = frozenset({"at", "around"})
_ANYBODY = frozenset({"you", "one", "everyone", "everybody", "people"})
_INSIDERS = frozenset({"member", "part", "party", "partner", "signatory", "participant"})
_TELLING = frozenset({"do", "does", "did"})
_SPEAKING = frozenset({"i", "we", "he", "she", "it", "they"})
_THOSE = frozenset({"those", "all", "both"})


def due(one: Framed) -> bool:
    """Whether what must or should be is about an issue, or is what sides are asked to do or be."""
    deed = deed_of_duty(one)
    if base_form(deed) in stance_words("of_talk") or _blamed(deed) or _what(one.token, deed):
        return False
    if one.token.lower_ == "should" and expected(one):
        return False
    bearer = subject(deed) or next(children(one.token, "nsubj"), None)
    generic = bearer is not None and bearer.lower_ == "you" and one.token.lower_ != "must"
    if generic or (bearer is not None and bearer.tag_ == "WP"):
        return False
    if base_form(deed) in general_words("doing") or names_issue(lemmas(reach(one.topic))) or measure(one):
        return True
    if base_form(deed) == "table" and case_of(deed) in _PLACES:
        return True
    table = general_words("agreement") | general_words("tabled") | general_words("measures")
    if bearer is not None and bearer.pos_ == "NOUN" and base_form(bearer) in table:
        return True  # "the talks, which must not be sidetracked"
    return bearer is not None and (_asked_of_a_side(deed, bearer) or _due_to(deed, bearer))


def barred(one: Framed) -> bool:
    """Whether it is said that another side cannot do or have something ("Chad cannot dictate to us")."""
    deed = deed_of_duty(one)
    bearer = subject(deed)
    if bearer is None or bearer.lower_ in _ANYBODY | _SPEAKING or bearer.tag_ == "WP":
        return False
    return _is_asked(bearer) and not passive(deed) and base_form(deed) in stance_words("barred")


def aimed(one: Framed) -> bool:
    """Whether what is the thing to do is about an issue, or is asked of a side."""
    deed = one.topic.head
    if base_form(deed) in stance_words("of_talk"):
        return False
    if base_form(deed) in general_words("doing") or names_issue(lemmas(reach(one.topic))) or measure(one):
        return True
    doers = [child for child in children(deed, "nsubj") if child.i > one.token.i]
    return any(_asked_of_a_side(deed, doer) for doer in doers)


def wished(one: Framed) -> bool:
    """Whether a clause says what ought to be ("that it must leave", "that it leave"); nouns always do."""
    if one.topic.slot != "that":
        return True
    clause = one.topic.head
    helping = {child.lower_ for child in children(clause, "aux")}
    if helping & {"must", "should", "need", "ought"}:
        return True
    if helping & _TELLING:
        return False  # "insisted that it did not want a truce"
    told = any(child.tag_ in {"VBZ", "VBD", "VBP", "MD"} for child in children(clause, "aux", "cop"))
    if one.frame.category == "noun" and clause.tag_ in {"VB", "VBP"} and not told:
        return True  # "the demand that dockers work on Sundays"
    if one.frame.stance == "proposes" and (helping & _COULD or clause.tag_ == "VBP"):
        return _put_to_a_side(one)
    if base_form(clause) in {"need", "have"}:
        return any(True for _ in children(clause, "xcomp"))
    urged = (
        clause.tag_ == "VB"
        or _subjunctive(clause)
        or clause.lower_ in {"required", "needed"}
        or any(child.text == "be" for child in children(clause, "aux", "cop"))
    )
    return urged and not any(child.tag_ == "MD" for child in children(clause, "aux"))


def _subjunctive(clause: Token) -> bool:
    """Whether a bare form stands behind one doer, who would be told of with an "s" ("that Chad leave")."""
    doer = subject(clause)
    one_doer = (
        doer is not None and doer.tag_ in {"NN", "NNP"} and not any(True for _ in children(doer, "conj"))
    )
    return clause.tag_ == "VBP" and one_doer


def deed_of_duty(one: Framed) -> Token:
    """What has to be done, where the topic is the whole clause ("the siege has to be lifted")."""
    head = one.topic.head
    if head.i != one.token.i:
        return head
    return next((child for child in children(head, "xcomp", "ccomp") if child.i > head.i), head)


def _asked_of_a_side(deed: Token, doer: Token) -> bool:
    """Whether a side is to do something of its own will, or to go about it so ("must be flexible")."""
    if doer.ent_type_ == "PERSON":
        return base_form(deed) in stance_words("stepping_down")
    if _is_adjective(deed):
        several = doer.tag_ in {"NNS", "NNPS"} and animate(doer)
        return (several or _is_asked(doer)) and base_form(deed) in stance_words("conduct")
    if doer.lower_ in _WE_OR_THEY and not passive(deed):
        return deed.pos_ == "VERB" and base_form(deed) not in stance_words("of_mind")
    return _is_asked(doer) and not passive(deed) and willed(deed)


def _is_adjective(word: Token) -> bool:
    return word.pos_ == "ADJ" or word.tag_ == "JJ"


def _put_to_a_side(one: Framed) -> bool:
    """Whether a side is said to be able to do what would help ("suggested Chad could seal its border")."""
    deed, teller = one.topic.head, subject(one.predicate)
    if teller is None or (teller.pos_ == "NOUN" and not animate(teller)):
        return False  # data and polls suggest what is, not what should be
    doer = subject(deed)
    if doer is None or not _is_asked(doer) or not willed(deed):
        return False
    return base_form(deed) in general_words("doing") or names_issue(lemmas(reach(one.topic))) or measure(one)


def _is_asked(doer: Token) -> bool:
    """Whether a word names somebody of whom a deed can be asked: a side, or the world at large."""
    if doer.ent_type_ in _SIDES:
        return True
    if doer.lower_ in _ANYBODY:
        return False
    asked = stance_words("doers") | stance_words("bodies") | stance_words("addressed")
    return known_lemma(doer, asked) in asked and doer.pos_ in {"NOUN", "PROPN"}


def _due_to(deed: Token, affected: Token) -> bool:
    """Whether sides are to be heard or made to answer, or terms to be of a kind ("must be binding")."""
    if base_form(deed) in _INSIDERS and deed.pos_ == "NOUN":
        return _is_asked(affected)
    if _is_adjective(deed):
        thing = affected.pos_ == "NOUN" and not animate(affected)
        return thing and base_form(deed) in stance_words("terms_of")
    if not passive(deed) or base_form(deed) not in stance_words("let_in"):
        return False
    named = affected.ent_type_ in _SIDES or affected.lower_ in _THOSE
    return named or _is_asked(affected)


def _what(duty: Token, deed: Token) -> bool:
    """Whether it is only asked what is to be done ("asked what Chad needs to do", "what must be done")."""
    if duty.i and duty.nbor(-1).tag_ == "WP":
        return True
    return any(thing.tag_ == "WP" and thing.i < deed.i for thing in objects(deed))


def _blamed(deed: Token) -> bool:
    """Whether somebody is only to carry the blame for what happened ("should bear responsibility")."""
    blame = stance_words("blame")
    borne = base_form(deed) == "bear" and any(known_lemma(thing, blame) in blame for thing in objects(deed))
    return borne or known_lemma(deed, blame) in blame
