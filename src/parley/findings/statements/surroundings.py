"""To whom, where and through what something was said: phrases of the cue's clause, never of the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.findings.statements.drafts import Draft, cue_root
from parley.findings.statements.lexicon import lemma
from parley.language.syntax import Oblique, children, noun_phrase, obliques, relation
from parley.language.tree import Doc, Token
from parley.model import Span
from parley.vocabulary.cues import SurroundingWords, attributing_words, surrounding_words

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOT_PLACES = frozenset({"DATE", "MONEY", "PERSON"})
_LISTENING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TIMES = frozenset({"DATE", "TIME"})
_PARTS_OF_OTHER = frozenset({"it", "that", "this", "what", "himself", "herself", "themselves", "itself"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """To whom ("CNN"), where ("aboard a ferry") and through what ("on social media"); None where not said."""

    addressee: str | None = None
    venue: str | None = None
    medium: str | None = None


def surroundings(doc: Doc, draft: Draft) -> Surroundings:
    """What the cue's clause says of listener, place and channel."""
    root = cue_root(doc, draft)
    if root is None or root.pos_ not in {"VERB", "NOUN", "AUX", "ADJ"}:
        return Surroundings()
    words = surrounding_words()
    addressee = _addressee(root, draft, words)
    venue: str | None = None
    medium: str | None = None
    for oblique in _scene(root, words):
        if _inside(oblique.head, draft.content):
            continue
        kind = _kind(oblique, words)
        if kind == "medium" and medium is None:
            medium = _worded(oblique)
            addressee = addressee or _listener_of(oblique.head)
        elif kind == "venue" and venue is None:
            venue = _worded(oblique)
    return Surroundings(addressee, venue, medium)


def _addressee(root: Token, draft: Draft, words: SurroundingWords) -> str | None:
    attributing = attributing_words()
    word = lemma(root)
    for child in children(root, "iobj", "obj"):
        if child.lower_ in _PARTS_OF_OTHER or child.tag_ in {"WDT", "WP"} or child.ent_type_ in _TIMES:
            continue
        inside = _inside(child, draft.content)
        told = word in attributing.telling or relation(child) == "iobj" or _has_content_clause(root, draft)
        asked = word in attributing.urging and _is_asked(root, draft)
        if word in attributing.accusing:
            continue
        if (told and not inside) or (asked and inside):
            return _phrase(child)
    return _listener(root, word, words)


def _listener(root: Token, word: str, words: SurroundingWords) -> str | None:
    """Who is spoken to after "to", or called on."""
    attributing = attributing_words()
    for oblique in obliques(root, "to", "on"):
        head = oblique.head
        if oblique.case == "on" and word == "call":
            return _phrase(head)
        listens = lemma(head) in words.listeners or head.ent_type_ in _LISTENING
        if oblique.case == "to" and listens and word in attributing.telling | attributing.verbs:
            return _phrase(head)
    return None


def _has_content_clause(root: Token, draft: Draft) -> bool:
    return any(_inside(child, draft.content) for child in children(root, "ccomp"))


def _is_asked(root: Token, draft: Draft) -> bool:
    return any(_inside(child, draft.content) for child in children(root, "xcomp"))


def _inside(token: Token, parts: tuple[Span, ...]) -> bool:
    return any(part.start <= token.idx < part.end for part in parts)


def _scene(root: Token, words: SurroundingWords) -> Iterator[Oblique]:
    """The cue's own phrases, then those of an opening participle ("Speaking aboard ..., he said")."""
    for oblique in obliques(root):
        if oblique.case in words.prepositions:
            yield oblique
    for child in children(root, "advcl"):
        if lemma(child) in words.speaking and child.tag_ in {"VBG", "VBN"}:
            yield from (oblique for oblique in _phrases_of(child) if oblique.case in words.prepositions)
    if relation(root) == "conj" and root.head.pos_ == "VERB":
        yield from (
            found
            for found in obliques(root.head)
            if found.case in words.prepositions and found.head.i < root.i
        )


def _phrases_of(verb: Token) -> Iterator[Oblique]:
    """A verb's phrases; also those the parse takes for its object although a preposition opens them."""
    yield from obliques(verb)
    for child in children(verb, "obj"):
        opening = child.left_edge
        if relation(opening) == "case":
            yield Oblique(opening.lower_, child)


def _kind(oblique: Oblique, words: SurroundingWords) -> str | None:
    head = oblique.head
    word = lemma(head)
    if head.ent_type_ in _NOT_PLACES:
        return None
    if word in words.media and oblique.case in {
        "in",
        "on",
        "via",
        "through",
        "by",
        "over",
        "during",
        "from",
        "at",
    }:
        return "medium"
    if oblique.case == "by":
        return None
    if oblique.case == "aboard":
        return "venue"
    if word in words.venues or head.ent_type_ in _PLACES:
        return "venue" if oblique.case not in {"over", "into", "through", "via"} else None
    return None


def _worded(oblique: Oblique) -> str:
    phrase = _phrase(oblique.head)
    return phrase if phrase.startswith(f"{oblique.case} ") else f"{oblique.case} {phrase}"


def _phrase(noun: Token) -> str:
    return " ".join(noun_phrase(noun, conjuncts=True).text.split())


def _listener_of(channel: Token) -> str | None:
    """To whom a letter or message goes; who holds an interview is no listener of its own."""
    for oblique in obliques(channel, "to"):
        return _phrase(oblique.head)
    if lemma(channel) == "interview":
        for oblique in obliques(channel, "with"):
            return _phrase(oblique.head)
    return None
