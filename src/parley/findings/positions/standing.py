"""Which stance a framed word takes in its sentence: negation, modality, reservations, conditions.

No stance comes out stronger than the words: a possible acceptance is undecided, a readiness is an
acceptance in principle, an acceptance with a condition is one only if it is met.
"""

from __future__ import annotations

from parley.findings.positions.filled import Framed
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    children,
    known_lemma,
    modality,
    negated,
    relation,
    tense,
)
from parley.language.tree import Token
from parley.model import Stance
from parley.vocabulary.stances import stance_words

_MAYBE = frozenset({"may", "might", "could", "can"})
_OR = frozenset({"or", "nor"})
_UNREAL = frozenset({"would", "could", "might", "may"})
_OUGHT = frozenset({"should", "must"})
_HAVING = frozenset({"have", "has", "had"})
_MEANING = frozenset({"mean", "imply"})
_DOUBTING = frozenset({"doubt"})
_YIELDING = frozenset({Stance.ACCEPTS, Stance.ACCEPTS_IN_PRINCIPLE, Stance.OFFERS})
# With what would undo it, one of these is a yes at that price ("will stay in place until Chad leaves").
_UNTIL = frozenset({(Stance.REJECTS, "verb"), (Stance.WITHHOLDS, "undertaking")})
# What a side does by itself: that it will not is a no, that it has not yet is open.
_BY_HAND = frozenset({"sign", "initial", "ink"})
_AHEAD = frozenset({Tense.FUTURE, Tense.CONDITIONAL})
_WEAK = frozenset({Stance.PROPOSES, Stance.DEMANDS, Stance.OFFERS, Stance.WITHHOLDS})


def stance_of(
    one: Framed, *, reported: bool, conditional: bool, reserved: bool, way_out: bool = False
) -> Stance | None:
    """The stance a framed word takes, or None where it takes none.

    Args:
        one: the framed word.
        reported: whether it stands in indirect speech told in the past, where "would" is "will".
        conditional: whether it has a condition.
        reserved: whether a "but ..." follows that holds it back.
        way_out: whether one of its conditions says what would undo it ("unless", "until").
    """
    predicate = one.predicate
    if not one.frame.stance:
        return Stance(one.frame.negated) if one.frame.negated and _denied(one) else None
    stance = Stance(one.frame.stance)
    if one.frame.category in {"threat", "doubt", "only"}:
        return stance
    if one.frame.category in {"denial", "absence", "answer"}:
        return Stance.ACCEPTS_IF if conditional else stance
    if one.frame.category == "modal":
        return _owed(one)
    if _doubted(predicate) or _taken_back(one):
        return Stance.WITHHOLDS if stance in _YIELDING and _doubted(predicate) else None
    modals = set(modality(predicate))
    if modals & _OUGHT or (modals & _UNREAL and aspect(predicate) is Aspect.PERFECT):
        return None
    if _denied(one):
        return _of_denial(one, conditional=conditional)
    if modals & _MAYBE and one.frame.word != "live":
        return None if _only_may(one, modals) else _possible(stance, conditional=conditional)
    if way_out and (stance, one.frame.category) in _UNTIL:
        return Stance.ACCEPTS_IF
    if stance is Stance.ACCEPTS:
        open_ended = "would" in modals and not reported
        return _accepted(one, open_ended=open_ended, conditional=conditional, reserved=reserved)
    if stance is Stance.ACCEPTS_IN_PRINCIPLE and conditional:
        return Stance.ACCEPTS_IF
    return stance


def _only_may(one: Framed, modals: set[str]) -> bool:
    """Whether nothing follows from a "may" or "can": deals that could come, judgments, what one is let do."""
    if "can" in modals and one.frame.category == "undertaking":
        return True
    together = one.frame.word in stance_words("joint_acts") and one.frame.about in {"agreement", "pact"}
    return together or (one.frame.speaker and one.frame.category in {"adjective", "verdict"})


def _owed(one: Framed) -> Stance | None:
    """What "must" and "should" ask for, and not for what has not been done or only might be."""
    helping = one.token.lower_ in _HAVING and one.token.head.i == one.predicate.i  # "has to be lifted"
    perfect = aspect(one.predicate) is Aspect.PERFECT and not (helping and one.token.i != one.predicate.i)
    if perfect or set(modality(one.predicate)) & _MAYBE:
        return None
    if relation(one.predicate) == "ccomp" and known_lemma(one.predicate.head, _MEANING) in _MEANING:
        return None  # "that does not mean we should leave"
    return Stance((one.frame.negated if negated(one.predicate) else "") or one.frame.stance)


def _doubted(predicate: Token) -> bool:
    """Whether somebody doubts that it is so ("doubted that Chad is ready to leave")."""
    above = predicate.head
    if relation(predicate) != "ccomp" or known_lemma(above, _DOUBTING) not in _DOUBTING or negated(above):
        return False
    return all(mark.lower_ != "whether" for mark in children(predicate, "mark"))


def _taken_back(one: Framed) -> bool:
    """Whether the sentence goes on to say that the stance was given up ("accepted, but changed its mind")."""
    for clause in children(one.predicate, "conj", "parataxis"):
        mind = any(thing.lower_ == "mind" for thing in children(clause, "obj"))
        back = known_lemma(clause, stance_words("reversing")) in stance_words("reversing")
        if clause.i > one.predicate.i and _turns(clause) and (mind or back):
            return True
    return False


def _denied(one: Framed) -> bool:
    if one.frame.particle == "no":
        return any(child.lower_ in {"not", "n't", "n’t", "never"} for child in one.predicate.children)
    bare = one.frame.category == "noun" and not one.frame.stance
    owned = one.owner is not None and one.owner.tag_ != "PRP$"  # "does not hide the plans of Chad"
    if negated(one.predicate) or (bare and not owned and negated(one.token.head)):
        return True
    return one.token.i != one.predicate.i and any(
        child.lower_ in {"no", "little"} for child in children(one.token, "det", "amod")
    )


def _of_denial(one: Framed, *, conditional: bool) -> Stance | None:
    if one.frame.negated is None:
        return None
    stance = Stance(one.frame.negated)
    if one.frame.word in _BY_HAND and tense(one.predicate) in _AHEAD and not conditional:
        return Stance.REJECTS
    if stance is Stance.REJECTS and Stance(one.frame.stance) is Stance.ACCEPTS:
        silent = one.frame.word in stance_words("silent") and not one.frame.particle
        if one.frame.category == "undertaking" and silent:
            return Stance.WITHHOLDS
        if conditional:
            return Stance.ACCEPTS_IF
        if _not_yet(one.predicate):
            return Stance.UNDECIDED
    return stance


def _not_yet(predicate: Token) -> bool:
    words = stance_words("yet")
    late = any(child.lower_ in words for child in predicate.children)
    return late or (aspect(predicate) is Aspect.PERFECT)


def _possible(stance: Stance, *, conditional: bool) -> Stance | None:
    if stance in _WEAK:
        return None
    if conditional and stance in {Stance.ACCEPTS, Stance.ACCEPTS_IN_PRINCIPLE}:
        return Stance.ACCEPTS_IF
    return Stance.UNDECIDED


def _accepted(one: Framed, *, open_ended: bool, conditional: bool, reserved: bool) -> Stance:
    if conditional:
        return Stance.ACCEPTS_IF
    partly = stance_words("partly")
    near = one.token.doc[max(0, one.token.i - 3) : one.token.i + 9]
    held = (token for token in near if token.lower_ in partly)
    first = any(token.lower_ != "principle" or token.nbor(-1).lower_ == "in" for token in held)
    if open_ended or reserved or first:
        return Stance.ACCEPTS_IN_PRINCIPLE
    return Stance.ACCEPTS


def reservation(one: Framed) -> Token | None:
    """The head of the "but ..." that holds an acceptance back, or None."""
    for child in children(one.predicate, "conj", "parataxis"):
        if child.i < one.token.i:
            continue
        if _turns(child) and _holds_back(child):
            return child
    above = one.predicate
    for _ in range(2):
        if relation(above) not in {"conj", "ccomp"}:
            break
        above = above.head
        for child in children(above, "conj", "ccomp", "parataxis"):
            if child.i > one.token.i and _turns(child) and _holds_back(child):
                return child
    return None


def _turns(clause: Token) -> bool:
    """Whether a clause turns against what came before ("but ...", "however ...")."""
    turning = {"but", "however", "though"}
    return any(mark.lower_ in turning for mark in children(clause, "cc", "advmod", "mark"))


def _holds_back(clause: Token) -> bool:
    """Whether what follows a "but" names something open, not only what was left unsaid."""
    if known_lemma(clause, stance_words("silent")) in stance_words("silent"):
        return False
    words = stance_words("reservations")
    return any(known_lemma(token, words) in words for token in clause.subtree)
