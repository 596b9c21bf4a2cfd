"""What somebody sets out to do: goes to see somebody, tries to hammer out a deal."""

from __future__ import annotations

from collections.abc import Sequence

from parley.findings.encounters.standing import chain_above
from parley.findings.encounters.words import base_form
from parley.language.syntax import Aspect, Tense, aspect, children, tense
from parley.language.tree import Token
from parley.model import EncounterStatus
from parley.vocabulary.encounters import encounter_words

_TRYING = frozenset({"try", "struggle", "strive"})


def known_verb(verb: Token) -> str:
    """A verb's lemma, with its particle where the word lists have it so ("sit down")."""
    lemma = base_form(verb)
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    joined = f"{lemma} {following}"
    return joined if joined in encounter_words().verbs else lemma


def is_aim_of_going(verb: Token) -> bool:
    """Whether somebody goes, or plans, to do it ("will fly to Oslo to see the premier")."""
    if any(True for _ in children(verb, "xcomp", "ccomp")):
        return False
    words = encounter_words()
    return any(words.has("due.going", base_form(one)) for one in chain_above(verb))


def in_effort(verb: Token, above: Sequence[Token]) -> EncounterStatus | None:
    """ "Are trying to hammer out a deal": who tries to negotiate something already does."""
    if (
        not any(True for _ in children(verb, "obj"))
        or encounter_words().verbs[known_verb(verb)].form != "talks"
    ):
        return None
    tried = next((one for one in above if base_form(one) in _TRYING), None)
    if tried is None:
        return None
    for one in above:
        if aspect(one) is Aspect.PROGRESSIVE and tense(one) is Tense.PRESENT:
            return EncounterStatus.UNDERWAY
    return EncounterStatus.HELD if tense(tried) is Tense.PAST else None
