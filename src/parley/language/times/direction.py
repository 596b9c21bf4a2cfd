"""Which way from the report a bare weekday or month lies, from the verb that governs it."""

from __future__ import annotations

from enum import Enum

from parley.language.syntax.words import known_lemma
from parley.language.tree import Doc, Token
from parley.vocabulary.times import time_words

# How many words to either side are searched where a document has no parse.
LEFT, RIGHT = 12, 8
# How near a word that points ahead must stand, there.
POINTING = 6
_SENTENCE_END = frozenset(".?!")


class Direction(Enum):
    """Before or after the report was written."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def direction_of(doc: Doc, parsed: bool, first: int, last: int) -> Direction:
    """Which way the time named by tokens `first` to `last` (both included) lies.

    Reads the preposition before it, then the governing verb's tense; where the document has no parse, the
    nearest telling word of the sentence.

    Args:
        doc: the document.
        parsed: whether it has tags and a parse (finding out costs a walk over the document).
        first: index of the first token of the time.
        last: index of its last token.
    """
    lists = time_words().direction
    before = {doc[index].lower_ for index in range(max(0, first - 2), first)}
    if before & lists["leads_forward"]:
        return Direction.FUTURE
    if before & lists["leads_back"]:
        return Direction.PAST
    if parsed:
        return _by_parse(doc, first, last)
    return _by_neighbours(doc, first, last)


def _by_parse(doc: Doc, first: int, last: int) -> Direction:
    inside = range(first, last + 1)
    token = next((doc[index] for index in inside if doc[index].head.i not in inside), doc[first])
    if _moved_to(token):
        return Direction.FUTURE
    for _ in range(len(inside) + 12):
        reading = _of_word(token) if token.i not in inside else Direction.UNKNOWN
        if reading is not Direction.UNKNOWN or token.head.i == token.i:
            return reading
        token = token.head
    return Direction.UNKNOWN


def _moved_to(token: Token) -> bool:
    """Whether something was put off to that time ("postponed to Wednesday"), which was then still to come."""
    lists = time_words().direction
    cases = {child.lower_ for child in token.children if child.dep_ == "case"}
    return bool(cases & lists["moved_to"]) and known_lemma(token.head, lists["moves"]) in lists["moves"]


def _of_word(token: Token) -> Direction:
    """What one word on the way up the parse tells."""
    lists = time_words().direction
    if any(child.lower_ in lists["leads_forward"] and child.dep_ == "case" for child in token.children):
        return Direction.FUTURE
    if token.lemma_ in lists["points_forward"] and token.tag_ in ("VBN", "JJ", "NN"):
        return Direction.FUTURE
    if not (token.tag_.startswith("VB") or token.pos_ == "VERB"):
        return _of_copula(token)
    helpers = [child for child in token.children if child.dep_.startswith("aux")]
    if any(child.lemma_ == "have" for child in helpers):
        return Direction.PAST
    if any(child.tag_ == "MD" or child.lower_ in lists["future_modals"] for child in helpers):
        return Direction.FUTURE
    return _of_form(token, helpers)


def _of_copula(token: Token) -> Direction:
    copula = next((child for child in token.children if child.dep_ == "cop"), None)
    if copula is None:
        return Direction.UNKNOWN
    if any(child.tag_ == "MD" for child in token.children):
        return Direction.FUTURE
    return Direction.PAST if copula.tag_ == "VBD" else Direction.UNKNOWN


def _of_form(verb: Token, helpers: list[Token]) -> Direction:
    past_helper = any(child.tag_ == "VBD" for child in helpers)
    if verb.tag_ == "VBD" or past_helper or (verb.tag_ == "VBN" and not helpers):
        return Direction.PAST
    if verb.tag_ == "VB" and any(child.tag_ == "TO" for child in verb.children):
        return Direction.FUTURE
    if verb.tag_ in ("VBZ", "VBP"):
        reports = verb.lemma_ in time_words().direction["reporting_lemmas"]
        return Direction.PAST if reports else Direction.FUTURE
    if verb.tag_ == "VBG" and helpers:
        return Direction.FUTURE
    return Direction.UNKNOWN


def _by_neighbours(doc: Doc, first: int, last: int) -> Direction:
    comma = False
    for index in range(first - 1, max(-1, first - 1 - LEFT), -1):
        if doc[index].text in _SENTENCE_END or "\n" in doc[index].text:
            break
        comma = comma or doc[index].text == ","
        reading = _of_form_alone(doc[index].lower_)
        too_far = reading is Direction.FUTURE and (comma or first - index > POINTING)
        if reading is not Direction.UNKNOWN and not too_far:
            return reading
    for index in range(last + 1, min(len(doc), last + 1 + RIGHT)):
        if doc[index].text in _SENTENCE_END or "\n" in doc[index].text:
            break
        reading = _of_form_alone(doc[index].lower_)
        if reading is not Direction.UNKNOWN:
            return reading
    return Direction.UNKNOWN


def _of_form_alone(lower: str) -> Direction:
    lists = time_words().direction
    if lower in lists["future_modals"] or lower in lists["points_forward"]:
        return Direction.FUTURE
    if lower in lists["past_forms"]:
        return Direction.PAST
    if lower.endswith("ed") and len(lower) > 4 and lower not in lists["not_past"]:
        return Direction.PAST
    return Direction.UNKNOWN
