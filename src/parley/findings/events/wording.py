"""What the words of a phrase say of whom or what it means, before anybody is named."""

from __future__ import annotations

from parley.findings.encounters.sketch import Actor
from parley.findings.events.classes import counted, is_part, of_class
from parley.language.syntax import case_of, noun_phrase, relation
from parley.language.tree import Token
from parley.vocabulary.events import base_in, telling_words, word_class
from parley.vocabulary.geography import Form, naming
from parley.vocabulary.stances import stance_words

_LONGEST = 7
_LEADING = frozenset({"DET", "ADV", "ADP", "PUNCT", "PRON", "CCONJ"})
_BUILT = frozenset({"GPE", "LOC", "FAC"})


def is_anybody(name: str) -> bool:
    """Whether a name is one bare word that may mean anybody ("countries", "some")."""
    return base_in(name.removeprefix("the ").lower(), word_class("anybody")) is not None


def is_bare(head: Token) -> bool:
    """Whether a noun stands alone but for an article, which leaves open whom it means."""
    return not any(relation(child) in {"amod", "compound", "nmod"} for child in head.children)


def is_allied(head: Token) -> bool:
    """Whether a noun is told by whom it sides with ("pro-Chadian rebels", "the Chad-led force")."""
    phrase = noun_phrase(head)
    words = [token.lower_ for token in head.doc[phrase.start : head.i]]
    if words and (words[0] in {"pro", "anti"} or any(word.startswith(("pro-", "anti-")) for word in words)):
        return True
    return any(
        word in telling_words("siding") or word.rpartition("-")[2] in telling_words("siding")
        for word in words
    )


def is_counted(head: Token) -> bool:
    """Whether a noun only counts who it means ("the two leaders", "all three countries")."""
    before = {child.lower_ for child in head.lefts}
    return head.tag_ == "NNS" and bool(before & telling_words("counting"))


def is_people(head: Token) -> bool:
    """Whether a noun means people done something to, who are not their country ("Chadian prisoners")."""
    if head.ent_type_ == "NORP" and head.tag_ in {"NNS", "NNPS"}:
        return True
    civil = any(of_class(head, name) for name in ("people", "captives", "refugees"))
    return civil and head.tag_ == "NNS" and not of_class(head, "forces")


def place_name(head: Token) -> str | None:
    """A town, capital or site as what was hit: it does not stand for its country."""
    if head.ent_type_ not in _BUILT:
        inner = head.nbor(-1) if head.i else head
        named = of_class(head, "territory") and inner.ent_type_ in _BUILT and inner.head.i == head.i
        return f"{name_at(inner)} {head.text}" if named else None
    words = name_at(head)
    known = naming(words)
    return words if known is None or known.form in {Form.CAPITAL, Form.SEAT} else None


def name_at(head: Token) -> str:
    """The whole name a token is part of, without whose it is."""
    for entity in head.doc.ents:
        if entity.start <= head.i < entity.end:
            start = max(
                [entity.start, *(token.i + 1 for token in entity if token.tag_ == "POS" and token.i < head.i)]
            )
            words = head.doc[start : entity.end].text
            return " ".join(words.split()).removeprefix("the ").removesuffix("'s").removesuffix("’s")
    return head.text


def described(head: Token) -> tuple[Actor, ...]:
    """What only the report's words describe ("a hospital", "masked gunmen"): the phrase, no article."""
    if head.pos_ not in {"NOUN", "PROPN"} or head.lower_ in stance_words("vague") or is_part(head):
        return ()
    phrase = noun_phrase(head)
    start, end = phrase.start, min(phrase.end, counted(head).i + 1)
    if any(child.tag_ == "PRP$" for child in head.lefts) and of_class(head, "forces"):
        return ()
    doc = head.doc
    for child in head.rights:
        if relation(child) == "nmod" and child.i - head.i <= 3 and case_of(child) == "of" and child.ent_type_:
            end = max(end, child.i + 1)
    while start < min(head.i, end - 1) and (doc[start].pos_ in _LEADING or doc[start].lower_ == "least"):
        start += 1
    if end - start > _LONGEST:
        start = head.i
    words = " ".join(doc[start:end].text.split()).removesuffix("'s").removesuffix("’s")
    return (Actor(words, words, member=False),) if words else ()
