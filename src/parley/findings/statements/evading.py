"""Ways of saying nothing: questions turned away, counsel kept, "would not be drawn", "has yet to comment"."""

from __future__ import annotations

from parley.findings.statements.lexicon import lemma
from parley.language.syntax import children, negated, passive, subject
from parley.language.tree import Token
from parley.vocabulary.cues import WithholdingWords

_NEITHER = frozenset({"neither", "none"})


def denied(verb: Token) -> bool:
    """Whether a verb is denied: by "not", by its subject ("neither side would say"), or by "yet to"."""
    spoken = subject(verb)
    if spoken is not None and any(word.lower_ in _NEITHER for word in (spoken, *spoken.lefts)):
        return True
    return negated(verb, own=True) or _is_yet_to(verb)


def turns_away(verb: Token, word: str, words: WithholdingWords) -> bool:
    """Whether a verb withholds by its idiom ("ducked a question", "kept its counsel", "was not drawn")."""
    things = list(children(verb, "obj"))
    if word in words.deflecting:
        return any(_is_question(thing, words) for thing in things)
    if any(f"{word} {lemma(thing)}" in words.idioms for thing in things):
        return True
    if word in words.drawing:
        return passive(verb) and denied(verb)
    if word == "give":
        nothing = any(thing.lower_ == "nothing" for thing in things)
        return nothing and any(child.lower_ == "away" for child in verb.rights)
    return word == "confirm" and any(lemma(other) == "deny" and _is_neither(verb) for other in _joined(verb))


def _is_question(thing: Token, words: WithholdingWords) -> bool:
    return thing.lower_ in words.questions or lemma(thing) in words.questions


def _is_yet_to(verb: Token) -> bool:
    """Whether "yet to" stands right before ("had yet to comment")."""
    doc, place = verb.doc, verb.i
    return place > 1 and doc[place - 1].lower_ == "to" and doc[place - 2].lower_ == "yet"


def _joined(verb: Token) -> list[Token]:
    return list(children(verb, "conj"))


def _is_neither(verb: Token) -> bool:
    """Whether "neither", or "not", belongs to a verb or its second half ("neither confirm nor deny")."""
    before = verb.doc[max(0, verb.i - 2) : verb.i]
    return any(word.lower_ in {"neither", "not", "n't", "n’t"} for word in before)
