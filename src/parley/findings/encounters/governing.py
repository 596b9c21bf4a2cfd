"""What governs an encounter's noun, and what that says of how far the encounter has come."""

from __future__ import annotations

from dataclasses import dataclass, replace

from parley.findings.encounters.standing import Standing, phrasal, proposes
from parley.findings.encounters.tellings import of_modifiers, of_predicate, telling_of
from parley.findings.encounters.words import base_form
from parley.language.syntax import (
    Tense,
    case_of,
    children,
    noun_phrase,
    passive,
    relation,
    tense,
)
from parley.language.tree import Token
from parley.model import EncounterStatus
from parley.vocabulary.encounters import EncounterWords, encounter_words

_CLIMB = 4
_OFF = frozenset({EncounterStatus.CANCELLED, EncounterStatus.POSTPONED})
_SKIPPED = frozenset({"“", '"', "”", "‘", "up", "off", "out", "also", "formal", "direct", "again"})
_REACH = 14
_OF_COURSE = frozenset({"attend", "aim", "broker", "mediate", "bring", "lead", "join", "chair"})


@dataclass(frozen=True, slots=True)
class Governed:
    """An encounter's noun in its clause.

    Attributes:
        top: the noun that counts it ("round" of "a round of talks"), or itself.
        governor: the verb or noun above, or None.
        role: ``subject``, ``object``, ``oblique``, ``noun`` or ``none``.
        case: the preposition of an oblique.
        standing: how far the encounter has come.
        generic: whether any encounter of the kind is meant ("any talks").
        anchors: words whose modifiers are the encounter's own.
    """

    top: Token
    governor: Token | None
    role: str
    case: str
    standing: Standing
    generic: bool
    anchors: tuple[Token, ...]


def governed(noun: Token) -> Governed:
    """What governs an encounter's noun."""
    top, over = _top(noun)
    role, governor, case = _role(_first_of_joined(top))
    words = encounter_words()
    clauses = [
        child
        for child in children(noun, "acl")
        if child.i > noun.i and not _own_subject(child) and is_of_course(child, words)
    ]
    relative = _relative_verb(noun)
    if relative is not None and relative not in clauses:
        clauses.append(relative)
    staged = _staged(noun)
    if staged is not None and staged not in clauses:
        clauses.append(staged)
    telling = of_predicate(top) if role == "predicate" else telling_of(role, governor, case)
    if over:
        telling = replace(telling, pending=False)
    if role == "object" and governor is not None and phrasal(governor) == "call" and _is_the(noun):
        # "Called the talks constructive" calls nobody to them.
        telling = Standing(None, sure=False)
    own = of_modifiers(noun, top, relative, words) if telling.status not in _OFF else None
    passed = over and telling.tells and telling.status in {None, EncounterStatus.SCHEDULED}
    sure = base_form(top) not in words.lists["parts.open"]
    if own is None and staged is not None and not words.has("status.scheduling", base_form(staged)):
        own = Standing(EncounterStatus.HELD)
    standing = own or (Standing(EncounterStatus.HELD, sure=sure) if passed else telling)
    before = [child.lower_ for child in (*noun.lefts, *top.lefts)]
    # "An annual meeting held in Lima" is one; "annual meetings" are not.
    one = noun.tag_ == "NN" and any(base_form(clause) in words.lists["roles.staging"] for clause in clauses)
    generic = any(
        word in words.lists["status.generic"] and not (one and word in words.lists["status.recurring"])
        for word in before
    )
    anchors = [
        noun,
        top,
        *clauses,
        *(below for clause in clauses for below in children(clause, "xcomp")),
    ]
    outcome = over and telling.status is EncounterStatus.SCHEDULED
    acting = governor is not None and governor.pos_ in {"VERB", "ADJ"} and not outcome
    if acting and governor is not None and _dates_it(role, governor, case, words):
        anchors += [governor, *children(governor, "xcomp"), *_bounding(governor, words)]
    return Governed(top, governor, role, case, standing, generic, tuple(dict.fromkeys(anchors)))


def is_of_course(clause: Token, words: EncounterWords) -> bool:
    """Whether a participle tells of the encounter ("talks set for Monday"), not of what came of it."""
    if clause.tag_ != "VBN" or clause.dep_ == "acl:relcl":
        return True
    lemma = phrasal(clause)
    names = (
        "scheduling",
        "beginning",
        "ongoing",
        "over",
        "cancelling",
        "postponing",
        "ending",
        "continuing",
        "proposing",
    )
    known = any(words.has(f"status.{name}", lemma) for name in names)
    return known or words.has("roles.staging", lemma) or words.has("due.words", lemma) or lemma in _OF_COURSE


def _is_the(noun: Token) -> bool:
    return any(child.lower_ == "the" for child in noun.lefts)


def _bounding(governor: Token, words: EncounterWords) -> list[Token]:
    """Participles that say when it began or ended ("held talks in Lima, ending on Monday")."""
    return [
        child
        for child in children(governor, "advcl", "xcomp")
        if child.tag_ == "VBG"
        and (words.has("status.ending", base_form(child)) or words.has("status.beginning", base_form(child)))
    ]


def _staged(noun: Token) -> Token | None:
    """The participle that says where it was held ("talks of the two unions held in Oslo")."""
    doc = noun.doc
    for token in doc[noun.i + 1 : min(noun.i + _REACH, len(doc) - 1)]:
        if token.tag_ == "VBN" and base_form(token) in encounter_words().lists["roles.staging"]:
            return (
                token if doc[token.i + 1].lower_ in {"in", "at", "on"} and relation(token) == "acl" else None
            )
        if token.pos_ in {"VERB", "AUX"} or token.text in {".", ";", ","}:
            return None
    return None


def _own_subject(clause: Token) -> bool:
    """Whether a clause after the noun is about something else ("the first talks since they met in June")."""
    return any(child.tag_ not in {"WDT", "WP", "IN"} for child in children(clause, "nsubj"))


def _dates_it(role: str, governor: Token, case: str, words: EncounterWords) -> bool:
    """Whether the verb's time is the encounter's: "held talks on Monday", not "cancelled the talks"."""
    lemma = phrasal(governor)
    if any(words.has(f"status.{name}", lemma) for name in ("cancelling", "postponing", "reviving")):
        return False
    # "Were extended last week" tells when they were extended, "were extended into today" when they are.
    if (
        words.has("status.stretching", lemma)
        and governor.nbor(1).lower_ not in words.lists["roles.put_off_to"]
    ):
        return False
    if role == "subject":
        dating = ("beginning", "ongoing", "over", "scheduling")
        held = passive(governor) and words.has("roles.staging", lemma)
        be = base_form(governor) == "be" or governor.pos_ == "ADJ"
        return be or held or any(words.has(f"status.{name}", lemma) for name in dating)
    if role == "object":
        return (
            words.has("roles.holding", lemma)
            and (not words.has("status.scheduling", lemma) or tense(governor) is Tense.PRESENT)
            and not proposes(governor)
        )
    if case == "for" and proposes(governor):
        return False
    return role == "oblique" and (
        case in {"in", "at", "during", "for"} or case in words.lists["roles.behind"]
    )


def _top(noun: Token) -> tuple[Token, bool]:
    """The noun that counts or parts the encounter, and whether it says that it is over."""
    words, top, over = encounter_words(), noun, False
    for _ in range(_CLIMB):
        head = top.head
        if case_of(top) not in {"of", "to"} or head.i == top.i:
            break
        beside = noun_phrase(top).start - 2
        if relation(top) != "nmod" and beside >= 0:
            head = top.doc[beside]
        if base_form(head) not in words.lists["parts.words"]:
            break
        over = over or base_form(head) in words.lists["parts.over"]
        top = head
    return top, over


def _first_of_joined(noun: Token) -> Token:
    current = noun
    for _ in range(_CLIMB):
        if relation(current) != "conj" or current.head.i == current.i or current.head.pos_ == "VERB":
            break
        current = current.head
    return current


def _role(top: Token) -> tuple[str, Token | None, str]:
    """The noun's part in its clause, its governor and its preposition; words beside it outweigh the parse."""
    label, head = relation(top), top.head
    if label in {"nsubj", "csubj"} and head.i > top.i:
        return "subject", head, ""
    start = noun_phrase(top).start
    before = start - 1
    while before > 0 and (top.doc[before].lower_ in _SKIPPED or top.doc[before].is_space):
        before -= 1
    beside = top.doc[before] if before >= 0 else None
    prepositional = beside is not None and beside.lower_ in encounter_words().lists["roles.occasion"]
    if beside is not None and beside.pos_ == "VERB" and not prepositional and _takes_object(beside):
        return "object", beside, ""
    case = _whole_case(top, start)
    if not case and beside is not None and (prepositional or beside.pos_ in {"ADP", "SCONJ"}):
        case = beside.lower_
    if not case:
        case = next((child.lower_ for child in children(top, "mark", "case")), "")
    if head.i == top.i:
        predicate = any(True for _ in children(top, "cop", "expl"))
        return ("predicate" if predicate else "none"), None, case
    if case:
        return _oblique(top, label, case)
    if label in {"obj", "iobj", "xcomp", "ccomp"}:
        return "object", head, ""
    if label in {"nsubj", "csubj"}:
        return "subject", head, ""
    return ("oblique" if label in {"obl", "advcl"} else "none"), head, case


def _takes_object(verb: Token) -> bool:
    """Whether a verb can have an object: no participle but that of "had called off"."""
    return verb.tag_ != "VBN" or any(base_form(child) == "have" for child in children(verb, "aux"))


def _whole_case(top: Token, start: int) -> str:
    """The preposition with its first part where the parse has cut it off ("ahead of", "prior to")."""
    case, doc = case_of(top), top.doc
    for at in (start, start - 1):
        if at > 0 and doc[at].lower_ == case:
            joined = f"{doc[at - 1].lower_} {case}"
            return joined if joined in encounter_words().lists["roles.ahead"] else case
    return case


def _oblique(top: Token, label: str, case: str) -> tuple[str, Token | None, str]:
    head = top.head
    counted = case == "for" and base_form(head) in encounter_words().lists["parts.words"]
    if label == "nmod" and case in encounter_words().lists["roles.behind"]:
        verb = _verb_of_object(head)
        if verb is not None:
            return "oblique", verb, case
    if label == "nmod" and not counted and head.pos_ in {"NOUN", "PROPN"} and top.i - head.i < _REACH:
        return "noun", head, case
    if head.pos_ in {"VERB", "ADJ", "AUX"}:
        goes_on = case == "with" and base_form(head) in encounter_words().lists["status.continuing"]
        return ("object" if goes_on else "oblique"), head, case
    for index in range(top.i - 1, max(-1, top.i - _REACH), -1):
        if top.doc[index].pos_ == "VERB":
            return "oblique", top.doc[index], case
    return "oblique", head, case


def _relative_verb(noun: Token) -> Token | None:
    """The verb of the clause that begins right after the noun ("talks that fell apart")."""
    doc = noun.doc
    if noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ not in {"that", "which"}:
        return None
    return next((token for token in doc[noun.i + 2 : noun.i + 5] if token.pos_ == "VERB"), None)


def _verb_of_object(noun: Token) -> Token | None:
    """ "announced a truce in the north after a call": the verb of the object that the parse hung it to."""
    for _ in range(_CLIMB):
        if relation(noun) == "obj" and noun.head.pos_ == "VERB":
            return noun.head
        if relation(noun) != "nmod" or noun.head.i == noun.i:
            return None
        noun = noun.head
    return None
