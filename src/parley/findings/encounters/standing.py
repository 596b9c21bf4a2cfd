"""How far an encounter has come, from the verb or noun that tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.findings.encounters.words import base_form
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    children,
    modality,
    negated,
    relation,
    tense,
)
from parley.language.tree import Token
from parley.model import EncounterStatus
from parley.vocabulary.encounters import encounter_words
from parley.vocabulary.verbs import verb_words

_MODALS = frozenset({"may", "might", "could", "can", "should", "must"})
_CLIMBED = frozenset({"xcomp", "ccomp", "acl", "advcl", "csubj"})
_PURPOSE = 8


@dataclass(frozen=True, slots=True)
class Standing:
    """What a clause says of an encounter.

    Attributes:
        status: how far it has come, or None where the clause does not say.
        tells: whether the clause tells of it at all; not where it is refused or merely supposed.
        sure: whether it says so of this encounter, not in passing.
        begun: whether it says that the encounter began, and nothing of its end.
        broken: whether it says that the encounter was broken off once it had begun.
        revived: whether it says that the encounter is to be after all.
        pending: whether it tells of what will be done after it, so that it may itself lie ahead.
    """

    status: EncounterStatus | None
    tells: bool = True
    sure: bool = True
    begun: bool = False
    broken: bool = False
    pending: bool = False
    revived: bool = False


NOTHING = Standing(None, tells=False)


def of_verb(verb: Token) -> Standing:
    """How far what a verb tells has come ("will meet", "were due to meet", "offered to meet")."""
    above = chain_above(verb)
    chain = (verb, *above)
    words = encounter_words()
    if any(supposed(one) for one in chain) or any(_is_allowance(one) for one in above):
        return NOTHING
    lemmas = [phrasal(one) for one in above]
    if _denied(verb) or any(words.has("status.denying", lemma) for lemma in lemmas):
        return Standing(EncounterStatus.DENIED)
    if any(words.has("status.cancelling", lemma) for lemma in lemmas):
        return Standing(EncounterStatus.CANCELLED)
    if any(negated(one, own=True) for one in (*chain, *_sharing(verb))) or any(
        words.has("status.refusing", one) for one in lemmas
    ):
        return NOTHING
    if any(proposes(one) for one in above):
        return Standing(EncounterStatus.PROPOSED)
    if any(word in _MODALS for one in chain for word in modality(one)[:1]) or _modal_before(verb):
        return Standing(EncounterStatus.PROPOSED)
    if any(words.has("status.scheduling", lemma) for lemma in lemmas):
        return Standing(EncounterStatus.SCHEDULED)
    status = _by_tense(chain) or _yet_to_come(verb) or _is_to(above)
    # Who will continue to negotiate is at it.
    if status is EncounterStatus.SCHEDULED and any(words.has("status.continuing", one) for one in lemmas):
        status = EncounterStatus.UNDERWAY
    # "Would meet the owners if the vote failed".
    if status is EncounterStatus.SCHEDULED and _conditional(verb):
        status = EncounterStatus.PROPOSED
    return Standing(status)


def _conditional(verb: Token) -> bool:
    marks = (mark.lower_ for clause in children(verb, "advcl") for mark in children(clause, "mark"))
    return any(mark in {"if", "unless"} for mark in marks)


def proposes(token: Token) -> bool:
    """Whether a word only puts an encounter forward: "offered talks"; "open to talks", not "opened talks"."""
    words, lemma = encounter_words(), phrasal(token)
    if token.tag_.startswith("VB") and words.has("status.adjectives", lemma):
        return False
    return words.has("status.proposing", lemma) and not words.has("status.scheduling", lemma)


def _yet_to_come(verb: Token) -> EncounterStatus | None:
    """A present tense that lies ahead: "will take the text along when he visits Oslo"."""
    if tense(verb) is not Tense.PRESENT or aspect(verb) is not Aspect.SIMPLE or not opens_later(verb):
        return None
    governing = tense(verb.head)
    ahead = governing in {Tense.FUTURE, Tense.CONDITIONAL} or any(
        word in _MODALS for word in modality(verb.head)[:1]
    )
    return EncounterStatus.SCHEDULED if ahead else None


def _is_allowance(above: Token) -> bool:
    """Whether only so much time is given for it ("have three months to hammer out the details")."""
    spans = encounter_words().lists["parts.time"]
    given = base_form(above) == "have" and any(base_form(child) in spans for child in children(above, "obj"))
    return given or (relation(above) == "obj" and base_form(above) in spans)


def _is_to(above: Sequence[Token]) -> EncounterStatus | None:
    """ "Is next week to visit": a time between "is" and its infinitive."""
    for one in above:
        named = one.ent_type_ == "DATE" or encounter_words().has("parts.words", base_form(one))
        if named and any(child.tag_ in {"VBZ", "VBP"} for child in children(one, "cop")):
            return EncounterStatus.SCHEDULED
    return None


def opens_later(verb: Token) -> bool:
    """Whether a clause begins with "when" or the like, and may lie ahead."""
    opens = {child.lower_ for child in children(verb, "mark", "advmod") if child.i < verb.i}
    finite = verb.tag_ in {"VBZ", "VBP"}
    return finite and relation(verb) == "advcl" and bool(opens & encounter_words().lists["roles.subordinate"])


def _denied(verb: Token) -> bool:
    """Whether somebody denies it: "denied that they had met", "denied a report that they met"."""
    above = verb
    for _ in range(3):
        if (
            relation(above) not in {"ccomp", "acl", "xcomp", "obj", "nmod", "appos"}
            or above.head.i == above.i
        ):
            return False
        above = above.head
        if above.pos_ == "VERB":
            return encounter_words().has("status.denying", base_form(above))
    return False


def _sharing(verb: Token) -> list[Token]:
    """The first of joined verbs, whose "not" the second shares ("would not discuss it or hold talks")."""
    own = any(True for _ in children(verb, "aux", "nsubj", "mark"))
    joined = relation(verb) == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VB"
    return [verb.head] if joined and not own else []


def wills(verb: Token) -> bool:
    """Whether a verb has "will" before it, so that a weekday with it can only lie ahead."""
    words = verb_words().future_auxiliaries
    return any(child.lower_ in words for child in children(verb, "aux"))


def was_due(predicate: Token) -> bool:
    """Whether a predicate says "had been due" or the like: what was planned did not come so."""
    planned = encounter_words().has("status.scheduling", base_form(predicate))
    return (
        planned
        and tense(predicate) is Tense.PAST
        and any(child.lower_ == "had" for child in children(predicate, "aux", "cop"))
    )


def phrasal(token: Token) -> str:
    """A verb's lemma with its particle ("call off"), as the word lists have it."""
    lemma = base_form(token)
    particle = next((child.lower_ for child in token.rights if child.dep_ == "compound:prt"), None)
    if particle is None and token.i + 1 < len(token.doc):
        particle = token.doc[token.i + 1].lower_
    joined = f"{lemma} {particle}"
    lists = encounter_words()
    known = any(
        lists.has(f"status.{name}", joined)
        for name in (
            "cancelling",
            "postponing",
            "scheduling",
            "leaving",
            "breaking",
            "continuing",
        )
    )
    if not known and token.i + 2 < len(token.doc):
        joined = f"{lemma} {token.doc[token.i + 2].lower_}"
        known = any(lists.has(f"status.{name}", joined) for name in ("cancelling", "postponing"))
        known = known and token.doc[token.i + 1].tag_ in {"PRP", "DT"}
    return joined if known else lemma


def chain_above(verb: Token) -> list[Token]:
    """What governs an infinitive or a content clause, nearest first ("plan" of "plans to meet")."""
    found = _climbed(verb)
    beside = _beside(found[-1] if found else verb)
    return [*found, beside] if beside is not None and beside not in found else found


def _beside(verb: Token) -> Token | None:
    """The word before "to meet" where the parse hung the verb elsewhere ("due to meet", "agreed to meet")."""
    doc, index = verb.doc, verb.i - 1
    while index > 0 and doc[index].pos_ == "ADV":
        index -= 1
    if index < 1 or doc[index].lower_ != "to":
        return None
    lists = encounter_words()
    before = doc[index - 1]
    lemma = base_form(before)
    known = any(lists.has(f"status.{name}", lemma) for name in ("scheduling", "proposing", "refusing"))
    return before if known else None


def _climbed(verb: Token) -> list[Token]:
    found: list[Token] = []
    current = verb
    for _ in range(_PURPOSE):
        label, head = relation(current), current.head
        if head.i == current.i:
            break
        if label == "conj" and head.pos_ in {"VERB", "ADJ", "AUX"} and _infinitive(current, shared=True):
            current = head
            continue
        infinitive = _infinitive(current)
        gerund = current.tag_ == "VBG" and label in {"xcomp", "acl", "advcl"} and not _finite_helper(current)
        denied = label == "ccomp" and encounter_words().has("status.denying", base_form(head))
        if not (
            (label in _CLIMBED and (infinitive or label == "xcomp"))
            or (gerund and label != "advcl")
            or denied
        ):
            break
        if head.pos_ not in {"VERB", "ADJ", "NOUN", "AUX", "ADV"}:
            break
        found.append(head)
        current = head
    return found


def _infinitive(verb: Token, *, shared: bool = False) -> bool:
    marked = any(child.lower_ == "to" for child in children(verb, "mark", "aux"))
    if marked or not shared:
        return marked or (verb.i > 0 and verb.tag_ == "VB" and verb.doc[verb.i - 1].lower_ == "to")
    return verb.tag_ == "VB" and not any(True for _ in children(verb, "aux", "nsubj"))


def _finite_helper(verb: Token) -> bool:
    return any(child.tag_ in {"VBZ", "VBP", "VBD", "MD"} for child in children(verb, "aux"))


def _modal_before(verb: Token) -> bool:
    """A modal or "maybe" close before the verb, for where the parse has lost it."""
    before = verb.doc[max(0, verb.i - 3) : verb.i]
    return any(
        (token.lower_ in _MODALS and token.tag_ == "MD") or token.lower_ in {"maybe", "perhaps"}
        for token in before
    )


def supposed(predicate: Token) -> bool:
    """Whether a clause only supposes ("if they meet") or tells of a habit."""
    words = encounter_words()
    for child in predicate.children:
        label = relation(child)
        if label == "mark" and words.has("habits.conditions", child.lower_):
            return True
        if label in {"advmod", "obl", "det"} and words.has("habits.words", child.lower_):
            return True
        if label == "obl" and any(words.has("habits.words", part.lower_) for part in child.lefts):
            return True
    return False


def _by_tense(chain: tuple[Token, ...]) -> EncounterStatus | None:
    for verb in chain:
        if verb.pos_ == "NOUN":
            continue
        time, view = tense(verb), aspect(verb)
        if time is Tense.UNKNOWN:
            continue
        if time in {Tense.FUTURE, Tense.CONDITIONAL}:
            return EncounterStatus.SCHEDULED
        reported = time is Tense.PAST and relation(verb) == "ccomp"
        if view is Aspect.PROGRESSIVE and (time is Tense.PRESENT or reported):
            return EncounterStatus.UNDERWAY
        if view is Aspect.PERFECT or time is Tense.PAST:
            return EncounterStatus.HELD
        return None
    return None
