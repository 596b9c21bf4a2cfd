"""How far an encounter has come, by what its noun is subject, object or modifier of."""

from __future__ import annotations

from dataclasses import replace

from parley.findings.encounters.courses import begun_by, ended_by, is_about_to, is_back_on
from parley.findings.encounters.standing import (
    NOTHING,
    Standing,
    chain_above,
    of_verb,
    phrasal,
    proposes,
    supposed,
)
from parley.findings.encounters.words import base_form
from parley.language.syntax import (
    Aspect,
    Tense,
    aspect,
    case_of,
    children,
    negated,
    passive,
    relation,
    tense,
)
from parley.language.tree import Token
from parley.model import EncounterStatus
from parley.vocabulary.encounters import EncounterWords, encounter_words

_PASSING = Standing(None, sure=False)
_YET = frozenset({EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED, None})


def of_modifiers(noun: Token, top: Token, relative: Token | None, words: EncounterWords) -> Standing | None:
    """What the noun's own adjectives and participles say ("the cancelled summit", "talks due on Monday")."""
    told = _of_subject(relative, words) if relative is not None else None
    if told is not None and told.sure and told.status is not None:
        return told
    revived = is_back_on(noun)
    if revived or is_about_to(noun):
        return Standing(EncounterStatus.SCHEDULED, revived=revived)
    due = noun.doc[noun.i + 1].lower_ if noun.i + 1 < len(noun.doc) else ""
    if words.has("status.scheduling", words.verb_forms.get(due, due)) and due.endswith(("ed", "due", "set")):
        return Standing(EncounterStatus.SCHEDULED)
    for head in (noun, top):
        for child in children(head, "acl", "amod"):
            found = _of_modifier(child, words)
            if found is not None:
                return found
    return None


def _of_modifier(child: Token, words: EncounterWords) -> Standing | None:
    lemma = phrasal(child) if child.pos_ == "VERB" else child.lower_
    if child.dep_ == "acl:relcl":
        subject = next(children(child, "nsubj"), None)
        if subject is not None and subject.lower_ in {"that", "which"}:
            found = _of_subject(child, words)
            return found if found.status is not None else None
        return None
    if words.has("status.cancelling", lemma):
        return Standing(EncounterStatus.CANCELLED)
    if words.has("status.postponing", lemma):
        return Standing(EncounterStatus.POSTPONED)
    if child.lower_ in {"proposed", "possible", "potential"}:
        return Standing(EncounterStatus.PROPOSED)
    if words.has("status.scheduling", lemma) and child.tag_ not in {"VBG", "VB"}:
        return Standing(EncounterStatus.SCHEDULED)
    if words.has("status.past", child.lower_) and relation(child) == "amod" and child.lower_ != "first":
        return Standing(EncounterStatus.HELD, sure=False)
    if words.has("status.running", child.lower_):
        return Standing(EncounterStatus.UNDERWAY)
    return None


def telling_of(role: str, governor: Token | None, case: str) -> Standing:
    """How far an encounter has come by its noun's part in the clause: see `governing.Governed`."""
    words = encounter_words()
    if governor is None or role == "none":
        return _PASSING
    if role == "subject" and governor.lower_ == "likely":
        return NOTHING if negated(governor) else Standing(EncounterStatus.PROPOSED)
    if role == "subject":
        return _of_subject(governor, words)
    if role == "object":
        return _of_object(governor, words)
    if role == "oblique" and case == "against":
        return NOTHING
    if role == "oblique":
        return _of_oblique(governor, case, words)
    return _of_noun(governor, case, words)


def of_predicate(noun: Token) -> Standing:
    """ "It is her first visit to Lima", "it was their second summit"."""
    return Standing(_copular(noun), sure=False)


def _of_subject(verb: Token, words: EncounterWords) -> Standing:
    if verb.pos_ in {"NOUN", "PROPN"}:
        return Standing(_copular(verb), sure=False)
    lemma, told = phrasal(verb), of_verb(verb)
    if words.has("status.cancelling", lemma) and told.status is EncounterStatus.HELD:
        return Standing(EncounterStatus.CANCELLED)
    if words.has("status.postponing", lemma) and told.status is EncounterStatus.HELD:
        return Standing(EncounterStatus.POSTPONED)
    if not told.tells:
        happens = words.has("status.happening", lemma)
        return NOTHING if happens and supposed(verb) else _of_subject_denied(verb, happens)
    later = _of_pronoun_later(verb, words)
    if later is not None:
        return Standing(later)
    if words.has("status.scheduling", lemma) and verb.tag_ != "VBG" and lemma != "go":
        return Standing(EncounterStatus.SCHEDULED)
    if told.status in {EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED}:
        return _of_subject_ahead(verb, lemma, told, words)
    if lemma == "go" and any(True for _ in children(verb, "xcomp")):
        return Standing(EncounterStatus.SCHEDULED)
    if words.has("status.ongoing", lemma) or any(
        child.lower_ in {"underway", "way"} for child in verb.children
    ):
        return Standing(EncounterStatus.UNDERWAY)
    if words.has("status.beginning", lemma):
        return begun_by(verb, told)
    if words.has("status.over", lemma):
        return Standing(EncounterStatus.HELD) if told.status is EncounterStatus.HELD else told
    present = EncounterStatus.UNDERWAY if tense(verb) is Tense.PRESENT else None
    return Standing(told.status or _copular(verb) or present, sure=False)


def _of_subject_ahead(verb: Token, lemma: str, told: Standing, words: EncounterWords) -> Standing:
    """What "will" and "may" say: "talks will begin"; "talks will find a way" does not say that none go on."""
    if _has_limit(verb, lemma):
        return Standing(EncounterStatus.UNDERWAY)
    return told if _stages(verb, lemma, words) else replace(told, sure=False)


def _stages(verb: Token, lemma: str, words: EncounterWords) -> bool:
    """Whether a verb tells of its subject's own course: that it is, begins, goes on, ends."""
    known = any(words.has(f"status.{name}", lemma) for name in ("happening", "beginning", "ongoing", "over"))
    if words.has("status.succeeding", lemma):
        return False
    return known or passive(verb) or lemma in {"be", "have"} or words.has("roles.staging", lemma)


def _has_limit(verb: Token, lemma: str) -> bool:
    """Whether it is only told how long something goes on ("will continue through June")."""
    words = encounter_words()
    limited = (case_of(child) in words.lists["roles.limits"] for child in children(verb, "obl", "nmod"))
    return words.has("status.continuing", lemma) and any(limited)


def _of_subject_denied(verb: Token, happening: bool) -> Standing:
    """ "The summit will not take place"; but in "the visit will change nothing" the visit is not denied."""
    if tense(verb) is not Tense.FUTURE or not negated(verb):
        return _PASSING
    if happening and negated(verb, own=True):
        return Standing(EncounterStatus.CANCELLED)
    return Standing(EncounterStatus.SCHEDULED, sure=False)


def _of_pronoun_later(verb: Token, words: EncounterWords) -> EncounterStatus | None:
    """ "were due on Monday but Chad has pushed them back": what the next verb does to "them" or "it"."""
    for later in children(verb, "conj"):
        if any(child.lower_ in {"them", "it"} for child in children(later, "obj")):
            lemma = phrasal(later)
            if words.has("status.postponing", lemma):
                return EncounterStatus.POSTPONED
            if words.has("status.cancelling", lemma):
                return EncounterStatus.CANCELLED
    return None


def _copular(predicate: Token) -> EncounterStatus | None:
    if not any(True for _ in children(predicate, "cop")):
        return None
    return {
        Tense.PAST: EncounterStatus.HELD,
        Tense.PRESENT: EncounterStatus.UNDERWAY,
    }.get(tense(predicate))


def _of_object(verb: Token, words: EncounterWords) -> Standing:
    lemma, told = phrasal(verb), of_verb(verb)
    ended = ended_by(lemma, told, words)
    if ended is not None:
        return ended
    holds = words.has("roles.holding", lemma) or words.has("status.proposing", lemma)
    if (not told.tells and holds) or words.has("status.refusing", lemma):
        return NOTHING
    if not told.tells:
        return _PASSING
    if words.has("status.beginning", lemma):
        return begun_by(verb, told)
    if words.has("status.continuing", lemma) and told.status in _YET:
        # Who wants to continue talks is in them.
        return Standing(EncounterStatus.UNDERWAY, sure=not chain_above(verb))
    if proposes(verb):
        return Standing(EncounterStatus.PROPOSED)
    if words.has("status.scheduling", lemma):
        return Standing(EncounterStatus.SCHEDULED)
    if words.has("roles.holding", lemma) or lemma == "be":
        return told
    # "Could allow talks to go on" says nothing of whether there are any.
    return _PASSING if told.status is EncounterStatus.PROPOSED else Standing(told.status, sure=False)


def _of_oblique(verb: Token, case: str, words: EncounterWords) -> Standing:
    lemma = phrasal(verb)
    if case in {"to", "for", "of", "on", "into", "in"}:
        if negated(verb, own=True) and words.has("status.proposing", lemma):
            return NOTHING
        # "Urged a deal in a meeting" was at one, "hopes to raise it in a meeting" puts one forward.
        if proposes(verb) and not (case == "in" and of_verb(verb).status is EncounterStatus.HELD):
            return Standing(EncounterStatus.PROPOSED)
        # "Agreed to talks" plans them, "agreed in talks" was at them.
        if case != "in" and words.has("status.scheduling", lemma):
            return Standing(EncounterStatus.SCHEDULED)
        if words.has("status.refusing", lemma):
            return NOTHING
    if case in words.lists["roles.ahead"]:
        return Standing(EncounterStatus.SCHEDULED, sure=False)
    told = of_verb(verb) if case not in words.lists["roles.means"] else _by_means(verb)
    if (
        case in {"of", "from", "out of"}
        and words.has("status.leaving", lemma)
        and told.status is EncounterStatus.HELD
    ):
        return Standing(EncounterStatus.CANCELLED)
    if not told.tells:
        return _of_oblique_denied(verb, case, lemma, words)
    if case in words.lists["roles.behind"]:
        ahead = told.status in {EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED}
        return Standing(EncounterStatus.HELD, pending=ahead)
    progressive = aspect(verb) is Aspect.PROGRESSIVE and tense(verb) is Tense.PRESENT
    if case in {"in", "during"} and progressive:
        return Standing(EncounterStatus.UNDERWAY)
    within = case in {"in", "at", "during"}
    # "Should be raised in the talks" says nothing of whether there are any.
    if within and told.status is EncounterStatus.PROPOSED and not words.has("roles.attending", lemma):
        return Standing(EncounterStatus.PROPOSED if not passive(verb) else told.status, sure=False)
    # "Denied that it was discussed at the meeting" denies no meeting.
    # "Wants to raise it, she said during a meeting": whatever the parse hangs it to, there is one.
    held = told.status is EncounterStatus.DENIED or (
        case == "during" and told.status is EncounterStatus.PROPOSED
    )
    return Standing(
        EncounterStatus.HELD if held else told.status or _copular(verb),
        sure=(within or (case == "to" and lemma in words.lists["roles.going"])) and not held,
    )


def _of_oblique_denied(verb: Token, case: str, lemma: str, words: EncounterWords) -> Standing:
    """ "Would not enter into talks"; what is not done during talks says that there are some."""
    if words.has("roles.attending", lemma) or lemma in {"enter", "engage", "return"}:
        return NOTHING
    going_on = case == "during" and tense(verb) is Tense.PRESENT and aspect(verb) is Aspect.SIMPLE
    return Standing(EncounterStatus.UNDERWAY, sure=False) if going_on else _PASSING


def _by_means(verb: Token) -> Standing:
    """ "To ease tension through talks" tells of a wish, "eased it through talks" of talks."""
    wished = any(child.lower_ == "to" for child in children(verb, "mark"))
    return Standing(EncounterStatus.PROPOSED) if wished else of_verb(verb)


def _of_noun(head: Token, case: str, words: EncounterWords) -> Standing:
    lemma = base_form(head)
    if lemma in words.lists["parts.hoped"] or words.has("status.proposing", lemma):
        return Standing(EncounterStatus.PROPOSED, sure=False)
    if case == "for" and _is_prepared(head, words):
        return Standing(EncounterStatus.SCHEDULED)
    if case in words.lists["roles.ahead"] or (
        case in {"for", "of"} and words.has("status.scheduling", lemma)
    ):
        return Standing(EncounterStatus.SCHEDULED, sure=False)
    if case in {"in", "during"} and lemma in words.lists["parts.going_on"]:
        return Standing(EncounterStatus.UNDERWAY, sure=False)
    if case in {*words.lists["roles.behind"], "during", "at", "in"}:
        return Standing(EncounterStatus.HELD, sure=case in words.lists["roles.behind"])
    return _PASSING


def _is_prepared(head: Token, words: EncounterWords) -> bool:
    """Whether preparations are made for it ("preparations for the summit", "are under way for it")."""
    told = (child for above in (head, head.head) for child in children(above, "nsubj"))
    return any(base_form(one) in words.lists["roles.preparations"] for one in (head, *told))
