"""Whether a deed was done, is denied, lies ahead, or is only supposed: read from the clauses it stands in."""

from __future__ import annotations

from enum import StrEnum

from parley.findings.encounters.scene import Scene
from parley.findings.events.deed import Deed
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    case_of,
    children,
    modality,
    negated,
    relation,
    tense,
)
from parley.language.tree import Token
from parley.model import Speech, Statement
from parley.vocabulary.events import base_in, code_words, reality_words

_HIGHEST = 12


class Reality(StrEnum):
    """How real a clause makes a deed, whoever says so."""

    DONE = "done"
    DENIED = "denied"
    FUTURE = "future"
    SUPPOSED = "hypothetical"


def reality(scene: Scene, deed: Deed) -> Reality | None:
    """How real the words make a deed; None where they only wish, ask for or avoid it.

    Args:
        scene: the report.
        deed: the deed.
    """
    statement = scene.told_by(deed.token)
    if statement is not None and statement.speech is Speech.WITHHELD:
        return None
    if _questioned(scene, deed.token):
        return None
    if deed.noun and deed.predicate.i == deed.token.i:
        return _around_noun(deed.token)
    found = of_clause(deed.predicate)
    if found is Reality.DONE and statement is not None and _denies(scene, statement):
        return Reality.DENIED
    refused = (
        found is Reality.DENIED
        and deed.code in code_words("withheld")
        and tense(deed.predicate) is Tense.FUTURE
    )
    if found in {Reality.DENIED, Reality.SUPPOSED} and deed.code in code_words("verbal") and not refused:
        return None
    return found


def _questioned(scene: Scene, token: Token) -> bool:
    start, end = scene.bounds_of[scene.sentence_of[token.i]]
    return any(word.text == "?" for word in scene.doc[max(start, end - 3) : end])


def _denies(scene: Scene, statement: Statement) -> bool:
    if statement.cue is None:
        return False
    words = statement.cue.of(scene.doc.text).lower().split()
    return any(base_in(word, reality_words("denying")) is not None for word in words)


def _around_noun(noun: Token) -> Reality | None:
    """What the clause above makes of what "after the attack" takes for granted."""
    current = noun.head
    for _ in range(_HIGHEST):
        marks = {child.lower_ for child in children(current, "mark")}
        if marks & reality_words("sure_supposing"):
            return Reality.SUPPOSED
        if current.pos_ in {"VERB", "AUX"} and tense(current) in {Tense.FUTURE, Tense.CONDITIONAL}:
            return None
        if current.head.i == current.i or current.pos_ == "VERB":
            return Reality.DONE
        current = current.head
    return Reality.DONE


def of_clause(predicate: Token) -> Reality | None:
    """The reality of a clause: its own form, then what the clauses above make of it."""
    own = _own(predicate)
    if own is None:
        return None
    current = predicate
    for _ in range(_HIGHEST):
        label = relation(current)
        marks = {child.lower_ for child in children(current, "mark")}
        if marks & reality_words("sure_supposing"):
            return Reality.SUPPOSED
        if label in {"root", "parataxis"} or current.dep_ == "acl:relcl" or current.head.i == current.i:
            return own
        above = _above(current, label, marks, own)
        if above is not own:
            return above
        if label == "ccomp":
            return own
        current = current.head
    return own


def _own(predicate: Token) -> Reality | None:
    """What the clause's own auxiliaries, tense and negation make of it."""
    modals = set(modality(predicate))
    if modals & reality_words("owed") or _sworn_off(predicate):
        return None
    if negated(predicate):
        return Reality.DENIED if not modals & reality_words("open") else None
    if _has_condition(predicate) and not _over(predicate):
        return Reality.SUPPOSED
    time = tense(predicate)
    if time is Tense.FUTURE:
        return Reality.FUTURE
    if time is Tense.CONDITIONAL or "would" in modals:
        return Reality.FUTURE if _reported_past(predicate) else Reality.SUPPOSED
    return Reality.SUPPOSED if modals & reality_words("open") else Reality.DONE


def _sworn_off(predicate: Token) -> bool:
    """Whether "not" or "never" stands before its "to", wherever it was hung ("vowed never to leave")."""
    to = next((child for child in children(predicate, "mark", "aux") if child.lower_ == "to"), None)
    return to is not None and to.i > 0 and to.nbor(-1).lower_ in {"not", "never"}


def _has_condition(predicate: Token) -> bool:
    return any(
        {mark.lower_ for mark in children(clause, "mark")} & {"if", "unless"}
        for clause in children(predicate, "advcl")
    )


def _over(predicate: Token) -> bool:
    """Whether the form alone says that it was done: "rejected", "has rejected"."""
    return tense(predicate) is Tense.PAST or aspect(predicate) is Aspect.PERFECT


def _reported_past(predicate: Token) -> bool:
    """Whether "would" is a "will" told in the past ("said it would withdraw")."""
    return relation(predicate) == "ccomp" and predicate.head.tag_ in {"VBD", "VBN"}


def _above(current: Token, label: str, marks: set[str], own: Reality) -> Reality | None:
    """What the word a clause hangs on makes of it; `own` where it leaves it as it is."""
    head = current.head
    infinitive = "to" in marks or any(
        child.tag_ == "TO" and child.i < current.i for child in children(current, "aux", "mark")
    )
    if _is_gerund(current) and not _after_preposition(current, marks):
        return None
    if label in {"acl", "ccomp"} and head.pos_ == "NOUN" and "that" in marks:
        return _told_of(head, own)
    if label == "advcl" and "as" in marks and current.tag_ == "VBN":
        return None
    if label == "xcomp":
        return _under(head, own)
    if label == "ccomp":
        return _complemented(head, own)
    if label == "acl":
        return _of_noun(head, own) if infinitive else own
    if label == "advcl" and infinitive and _sets_out(head, current):
        return own
    if label == "advcl":
        unsure = infinitive or marks & {"before", "without", "until", "than", "from", "lest"}
        return None if unsure else own
    if label == "csubj" or (label in {"nmod", "obl"} and current.tag_ == "VBG"):
        return None
    if label == "conj" and head.pos_ in {"VERB", "AUX"} and infinitive:
        return own if relation(head) in {"xcomp", "acl", "advcl"} else None
    return own


def _sets_out(head: Token, current: Token) -> bool:
    """Whether somebody came and did it, the one right behind the other ("returned to protest")."""
    came = base_in(head.lower_, reality_words("setting_out")) is not None
    return came and current.i - head.i == 2 and _over(head) and not negated(head)


def _is_gerund(current: Token) -> bool:
    return current.tag_ == "VBG" or any(child.tag_ == "VBG" for child in children(current, "aux"))


def _after_preposition(current: Token, marks: set[str]) -> bool:
    """Whether a participle tells of a deed after its preposition: "after shelling", "accused of shelling"."""
    before = {*marks, *(child.lower_ for child in children(current, "case"))} & reality_words("prepositions")
    if not before:
        return True
    above = current.head
    judges = (above, above.head) if relation(current) == "acl" else (above,)
    judging = any(base_in(judge.lower_, reality_words("judging")) is not None for judge in judges)
    return before <= reality_words("telling_prepositions") or judging


def _told_of(noun: Token, own: Reality) -> Reality | None:
    """What a noun makes of the clause it tells of: "no evidence that", "the fear that", "its claim that"."""
    if any(child.lower_ in {"no", "little"} for child in noun.lefts) or negated(noun.head):
        return Reality.DENIED if own is Reality.DONE else None
    if base_in(noun.head.lower_, reality_words("denying")) is not None:
        return Reality.DENIED if own is Reality.DONE else None
    return None if base_in(noun.lower_, reality_words("doubtful")) is not None else own


def _under(head: Token, own: Reality) -> Reality | None:
    """An infinitive or participle under a verb or adjective: done, ahead, or neither."""
    word = head.lower_
    if base_in(word, reality_words("denying")) is not None:
        return Reality.DENIED if own is Reality.DONE else None
    if base_in(word, reality_words("unsaid")) is not None:
        return None
    if own in {Reality.DENIED, Reality.SUPPOSED}:
        return own
    if base_in(word, reality_words("ahead")) is not None:
        return Reality.FUTURE
    if base_in(word, reality_words("done")) is not None or head.lower_ in {"is", "are", "was", "were"}:
        return own
    return None


def _complemented(head: Token, own: Reality) -> Reality | None:
    """A clause under a verb of saying: denied, wished for, or as it is."""
    if base_in(head.lower_, reality_words("denying")) is not None:
        return Reality.DENIED if own is Reality.DONE else None
    if base_in(head.lower_, reality_words("wished")) is not None or negated(head):
        return None
    return own


def _of_noun(head: Token, own: Reality) -> Reality | None:
    if relation(head) == "obj" and base_in(head.head.lower_, reality_words("dropping")) is not None:
        return None
    if base_in(head.lower_, reality_words("plans")) is not None:
        return Reality.FUTURE if own in {Reality.DONE, Reality.FUTURE} else own
    if base_in(head.lower_, reality_words("decided")) is not None and case_of(head) not in {"against"}:
        return own
    return None
