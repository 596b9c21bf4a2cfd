"""The subject of a predicate, also where parse or grammar hide it ("sent its envoy to hold talks")."""

from __future__ import annotations

from parley.findings.encounters.words import base_form
from parley.language.syntax import children, passive, subject
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words

_WINDOW = 9
_CLIMB = 3


def subject_of(predicate: Token) -> Token | None:
    """The predicate's subject; of a participle that opens the sentence, the subject of the main clause."""
    found = subject(predicate)
    sent = _sent(predicate)
    if sent is not None:
        return sent
    if found is not None and any(child.tag_ == "POS" for child in found.rights):
        # "Lund's letter arrived": whatever the parse says, the letter did.
        found = next((child for child in children(predicate, "nsubj") if child.i > found.i), None)
    if found is not None and found.i != predicate.i and found.tag_ not in {"WDT", "WP"}:
        return found
    named = next(
        (child for child in children(predicate, "nsubj") if child.tag_ not in {"WDT", "WP"}),
        None,
    )
    if named is not None:
        return named
    if predicate.tag_ != "VBG" or predicate.head.i == predicate.i:
        return None
    found = subject(predicate.head)
    return found if found is not None and found.tag_.startswith(("NN", "PRP")) else None


def _sent(predicate: Token) -> Token | None:
    """Who is sent to do it ("sent its envoy to Lima to hold talks"), not who sends."""
    if not any(child.lower_ == "to" for child in children(predicate, "mark")):
        return None
    above = predicate
    for _ in range(_CLIMB):
        if above.head.i == above.i:
            return None
        above = above.head
        if above.tag_.startswith("VB"):
            break
    if base_form(above) in encounter_words().lists["roles.calling_on"]:
        return _called_on(above, predicate)
    if base_form(above) not in encounter_words().lists["roles.sending"]:
        return None
    sent = next(children(above, "nsubj") if passive(above) else children(above, "obj"), None) or _next_noun(
        above
    )
    return sent if sent is not None and sent.i < predicate.i else None


def _called_on(verb: Token, predicate: Token) -> Token | None:
    """Who should do it ("called on both sides to resume talks", "put pressure on them to attend")."""
    doc = verb.doc
    for index in range(verb.i + 1, min(predicate.i, verb.i + _WINDOW)):
        if doc[index].lower_ in {"on", "upon"}:
            nouns = [one for one in doc[index + 1 : predicate.i] if one.tag_.startswith(("NN", "PRP"))]
            return nouns[-1] if nouns and nouns[-1].nbor(1).lower_ == "to" else None
    return None


def _next_noun(verb: Token) -> Token | None:
    """The last noun of the phrase right after a verb, or the first word of the name that ends it."""
    last: Token | None = None
    for token in verb.doc[verb.i + 1 : verb.i + _WINDOW]:
        if token.pos_ in {"VERB", "ADP", "PUNCT", "AUX", "PART", "SCONJ"}:
            break
        last = token if token.pos_ in {"NOUN", "PROPN"} else last
    while last is not None and last.ent_iob_ == "I" and last.i > verb.i + 1:
        last = last.nbor(-1)
    return last
