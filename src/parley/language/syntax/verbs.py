"""What a predicate's form says: tense, aspect, modality, negation, voice."""

from __future__ import annotations

from enum import StrEnum

from parley.language.syntax.clauses import controllers
from parley.language.syntax.memory import remembered
from parley.language.syntax.relations import ancestors, children
from parley.language.syntax.words import known_lemma
from parley.language.tree import Token
from parley.vocabulary.verbs import verb_words

_BE = frozenset(
    {"be", "is", "are", "was", "were", "'s", "’s", "'re", "’re", "'m", "’m", "am", "been", "being"}
)

_HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})


class Tense(StrEnum):
    """Where the act lies, seen from the telling."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"


class Aspect(StrEnum):
    """How the act is looked at."""

    SIMPLE = "simple"
    PERFECT = "perfect"
    PROGRESSIVE = "progressive"


@remembered
def auxiliaries(predicate: Token) -> list[Token]:
    """Auxiliaries and copula of a predicate; a joined verb without its own takes the first one's."""
    own = list(children(predicate, "aux", "cop"))
    if own or predicate.relation != "conj" or predicate.tag_ in {"VBD", "VBZ", "VBP"}:
        return own
    return list(children(predicate.head, "aux", "cop"))


@remembered
def tense(predicate: Token) -> Tense:
    """The tense of a predicate, read from its form, its auxiliaries and what governs it.

    "will meet", "is to meet", "is set to meet" and "plans to meet" are future; "would meet" is
    conditional; "has met" is present (see `aspect`). Infinitives and participles take the tense of the
    verb above them unless that one puts them into the future; unknown where nothing tells.
    """
    helpers = auxiliaries(predicate)
    words = verb_words()
    if any(helper.lower_ in words.future_auxiliaries for helper in helpers):
        return Tense.FUTURE
    if any(words.modal_auxiliaries.get(helper.lower_) == "would" for helper in helpers):
        return Tense.CONDITIONAL
    if _infinitive(predicate):
        return _infinitive_tense(predicate, helpers)
    return _finite_tense(predicate, helpers)


def _infinitive(predicate: Token) -> bool:
    return any(child.lower_ == "to" for child in children(predicate, "mark", "aux"))


def _infinitive_tense(predicate: Token, helpers: list[Token]) -> Tense:
    if any(helper.lower_ in _BE and helper.tag_ in {"VBZ", "VBP", "VBD"} for helper in helpers):
        return Tense.FUTURE
    above = next(iter(ancestors(predicate)), None)
    if above is None or predicate.relation not in {"xcomp", "conj", "advcl", "acl", "csubj", "ccomp"}:
        return Tense.UNKNOWN
    if predicate.relation == "xcomp" and (
        known_lemma(above, verb_words().prospective) in verb_words().prospective or above.lower_ in _BE
    ):
        return Tense.FUTURE
    return tense(above) if predicate.relation in {"xcomp", "conj"} else Tense.UNKNOWN


def _finite_tense(predicate: Token, helpers: list[Token]) -> Tense:
    finite = [helper for helper in helpers if helper.tag_ in {"VBD", "VBZ", "VBP"}]
    tag = finite[0].tag_ if finite else predicate.tag_
    if tag == "VBD":
        return Tense.PAST
    if tag in {"VBZ", "VBP"} or any(helper.tag_ == "MD" for helper in helpers):
        return Tense.PRESENT
    if tag == "VBN" and not helpers:
        return Tense.PAST
    if tag == "VBG" and not helpers and predicate.relation in {"advcl", "xcomp", "conj"}:
        above = predicate.head
        return tense(above) if above.i != predicate.i and above.tag_ != "VBG" else Tense.UNKNOWN
    return Tense.UNKNOWN


def aspect(predicate: Token) -> Aspect:
    """Perfect ("has agreed"), progressive ("are meeting", "have been meeting"), or simple."""
    helpers = auxiliaries(predicate)
    if predicate.tag_ == "VBG" and any(helper.lower_ in _BE for helper in helpers):
        return Aspect.PROGRESSIVE
    if any(helper.lower_ in _HAVE for helper in helpers):
        return Aspect.PERFECT
    return Aspect.SIMPLE


@remembered
def modality(predicate: Token) -> tuple[str, ...]:
    """What weakens or colours the predicate, nearest first; empty where it stands plain.

    Modal auxiliaries come as the word they stand for ("would", "could", "can", "may", "might", "must",
    "should"), governing predicates as their lemma ("ready", "able", "want", "agree", "refuse").
    """
    words = verb_words()
    found: list[str] = []
    for verb in (predicate, *controllers(predicate)):
        if verb.i != predicate.i:
            found.append(known_lemma(verb, words.prospective))
        for helper in auxiliaries(verb):
            modal = words.modal_auxiliaries.get(helper.lower_)
            if modal is not None:
                found.append(modal)
    return tuple(found)


def negated(predicate: Token, *, own: bool = False) -> bool:
    """Whether the predicate is denied ("did not agree", "nobody came"). Two denials cancel each other.

    "refused to agree" is not negation here: see `modality`.

    Args:
        predicate: the head of the clause.
        own: leave out denials of what governs it ("did not want to agree").
    """
    count = int(_own_negation(predicate))
    if not own:
        count += sum(_own_negation(verb) for verb in controllers(predicate))
    return count % 2 == 1


@remembered
def _own_negation(verb: Token) -> bool:
    words, tokens = verb_words().negations, verb.doc.tokens
    for child in verb.children:
        if child.i > verb.i and any(word.tag_ == "TO" for word in tokens[child.i + 1 : child.i + 2]):
            continue  # "has sworn not to allow" denies what follows
        if child.lower_ in words and child.relation in {
            "advmod",
            "aux",
            "mark",
            "obj",
            "nsubj",
            "cc",
            "det",
            "obl",
        }:
            return True
        if child.relation == "nsubj" and any(word.lower_ in {"no", "neither"} for word in child.lefts):
            return True
    return False


@remembered
def passive(predicate: Token) -> bool:
    """Whether the predicate is in the passive voice ("was told", "the plan tabled by Chad")."""
    if any(True for _ in children(predicate, "aux:pass", "nsubj:pass", "obl:agent")):
        return True
    # "groups that have accepted it" are in the active voice, "a plan accepted by Chad" is not.
    active = any(child.lower_ in _HAVE for child in children(predicate, "aux"))
    return predicate.tag_ == "VBN" and predicate.relation == "acl" and not active
