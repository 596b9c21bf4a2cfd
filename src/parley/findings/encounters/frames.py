"""Which nouns name an encounter, and of what kind."""

from __future__ import annotations

from parley.findings.encounters.words import base_form
from parley.language.tree import Token
from parley.vocabulary.encounters import NounFrame, encounter_words

PRESS = frozenset({"briefing", "news conference"})
_FINITE = frozenset({"VBD", "MD", "VBN"})
_AFTER_NOUN = frozenset({"between", "among", "involving", "have", "has", "are"})


def frame_of(noun: Token) -> NounFrame | None:
    """The frame of a noun in its sentence, or None where it names no encounter."""
    words = encounter_words()
    frames = words.nouns.get(base_form(noun))
    if not frames or not (noun.tag_.startswith("NN") or _taken_for_verb(noun)):
        return None
    before = {token.lower_ for token in noun.doc[max(0, noun.i - 2) : noun.i]}
    for frame in frames:
        if frame.modifiers and not frame.modifiers & before:
            continue
        if (
            frame.plural_only
            and noun.tag_ != "VBZ"
            and noun.tag_ not in {"NNS", "NNPS"}
            and not noun.lower_.endswith("s")
        ):
            continue
        if frame.form in {"meeting", "talks"} and before & words.lists["modifiers.call"]:
            return NounFrame("call")
        if frame.needs_parties and not frame.modifiers and before & words.lists["modifiers.talks"]:
            return NounFrame("talks")
        return frame
    return None


def _taken_for_verb(word: Token) -> bool:
    """Whether the parse takes "talks" for a verb though only the noun can stand there."""
    if word.lower_ != "talks" or word.tag_ != "VBZ" or word.i + 1 >= len(word.doc):
        return False
    following = word.nbor(1)
    return following.tag_ in _FINITE or following.lower_ in _AFTER_NOUN
