"""Finds stance words and the parts of their frames: the clause they stand in and the topic."""

from __future__ import annotations

from collections.abc import Iterator

from parley.findings.positions.filled import CLAUSE_SLOTS, Framed, Topic, is_gerund
from parley.findings.positions.noun_frames import fill_noun
from parley.language.syntax import (
    Tense,
    children,
    modality,
    negated,
    objects,
    obliques,
    passive,
    relation,
    tense,
)
from parley.language.tree import Doc, Token
from parley.vocabulary.stances import StanceFrame, frames_of_form

_TAGS = {
    "verb": frozenset({"VERB"}),
    "noun": frozenset({"NOUN"}),
    "adjective": frozenset({"ADJ", "VERB"}),
    "undertaking": frozenset({"VERB"}),
    "modal": frozenset({"AUX", "VERB"}),
}
_AHEAD = frozenset({Tense.FUTURE, Tense.CONDITIONAL})
_RELATIVE = frozenset({"which", "that", "who", "whom", "what"})
_NOUN_SLOTS = frozenset({"obj", "subject", "whole"})
_CLAUSES = ("xcomp", "ccomp", "advcl", "acl", "csubj")


def framed(doc: Doc) -> Iterator[tuple[Framed, ...]]:
    """For every stance word of a document, in text order, the frames it fills; at least one each."""
    for token in doc:
        frames = frames_of_form(token.lower_)
        found = tuple(
            one
            for frame in frames
            if is_form(token, frame.word) and (one := fill(frame, token)) is not None
        )
        if found:
            yield found


def is_form(token: Token, word: str) -> bool:
    """Whether a token is a form of a word, not of another that only looks alike ("planes" of "plan")."""
    form = token.lower_
    return not (form.endswith("es") and word == form[:-2] and token.lemma_.lower() == form[:-1])


def fill(frame: StanceFrame, token: Token) -> Framed | None:
    """A stance word with the parts of a frame, or None where the sentence does not fill it."""
    if token.pos_ not in _TAGS[frame.category] or (frame.particle and not _has_particle(token, frame)):
        return None
    if frame.category == "noun":
        return fill_noun(frame, token)
    if frame.category == "undertaking":
        return _fill_undertaking(frame, token)
    if frame.category == "modal":
        return _fill_modal(frame, token)
    if frame.category == "adjective" and token.pos_ == "VERB" and token.tag_ != "VBN":
        return None
    if "raised" in frame.topic:
        return _fill_raised(frame, token)
    topic = _topic(frame, token)
    return Framed(frame, token, token, topic) if topic is not None else None


def _fill_raised(frame: StanceFrame, token: Token) -> Framed | None:
    """A judgment of the object of the verb above ("made the truce conditional on inspections")."""
    verb = token.head
    topic = next((one for one in objects(verb) if one.i < token.i), None)
    if verb.pos_ != "VERB" or topic is None:
        return None
    return Framed(frame, token, verb, Topic(topic, "raised", clause=False))


def _fill_undertaking(frame: StanceFrame, token: Token) -> Framed | None:
    """What a party will, would, may or will not do."""
    ahead = tense(token) in _AHEAD or set(modality(token)) & {"may", "might", "could", "can"}
    if not ahead or relation(token) in {"xcomp", "acl"} or passive(token):
        return None
    return Framed(frame, token, token, Topic(token, "self", clause=True))


def _fill_modal(frame: StanceFrame, token: Token) -> Framed | None:
    """What somebody says must or should be."""
    clause = token.head if relation(token) == "aux" else _infinitive_after(token)
    if clause is None or (relation(token) == "aux" and token.lower_ in {"have", "has", "had", "need"}):
        return None
    if not any(True for _ in children(clause if relation(token) == "aux" else token, "nsubj")):
        return None
    return Framed(
        frame, token, clause if relation(token) == "aux" else token, Topic(clause, "self", clause=True)
    )


def _has_particle(token: Token, frame: StanceFrame) -> bool:
    return any(
        child.lower_ == frame.particle and child.i - token.i <= 6
        for child in token.rights
        if relation(child) in {"compound", "advmod", "case", "obl", "xcomp"}
    ) or (token.i + 1 < len(token.doc) and token.nbor().lower_ == frame.particle)


def _topic(frame: StanceFrame, token: Token) -> Topic | None:
    for slot in (slot for slot in frame.topic if slot != "before"):
        head = _clause(token, slot) if slot in CLAUSE_SLOTS else _filler(token, slot)
        if head is not None and head.i != token.i:
            head = _antecedent(head, token)
            return Topic(head, slot, slot in CLAUSE_SLOTS or is_gerund(head))
    if "before" in frame.topic and negated(token) and not passive(token):
        return Topic(token, "before", clause=False)
    if "obj" in frame.topic or not set(frame.topic) & _NOUN_SLOTS:
        described = _described(token, frame)
        if described is not None:
            return Topic(described, "relative", clause=False)
    return None


def _clause(token: Token, slot: str) -> Token | None:
    """The clause that fills a slot: an infinitive, a participle, a full clause or an open question."""
    found = _parsed_clause(token, slot)
    return _infinitive_after(token) if found is None and slot == "inf" else found


def _infinitive_after(token: Token) -> Token | None:
    """The infinitive right after a word, whatever the parse made of it ("want to leave")."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to" or doc[token.i + 1].tag_ != "TO":
        return None
    found = next((word for word in doc[token.i + 2 : token.i + 5] if word.tag_ == "VB"), None)
    helping = found is not None and relation(found) == "aux" and found.head.i > found.i
    return found.head if found is not None and helping else found


def _parsed_clause(token: Token, slot: str) -> Token | None:
    for child in children(token, *_CLAUSES):
        if child.i < token.i and slot != "that":
            continue
        marks = {mark.lower_ for mark in children(child, "mark", "aux") if mark.i < child.i}
        if slot == "inf" and "to" in marks and relation(child) != "csubj":
            return child
        if slot == "ing" and child.tag_ == "VBG" and relation(child) in {"xcomp", "ccomp"}:
            return child
        if slot == "whether" and marks & {"whether", "if"} and relation(child) == "ccomp":
            return child
        if slot == "that" and relation(child) == "ccomp" and "to" not in marks:
            return child
    return None


def _filler(token: Token, slot: str) -> Token | None:
    if slot == "obj":
        if passive(token):
            return _passive_subject(token)
        return next(iter(objects(token)), None)
    if slot == "subject":
        return next(children(token, "nsubj"), None)
    if slot == "whole":
        return None
    found = next((oblique.head for oblique in obliques(token, slot)), None) or _phrase_after(token, slot)
    if found is not None:
        return found
    return next(
        (
            child
            for child in children(token, "xcomp", "advcl", "ccomp", "acl")
            if child.tag_ == "VBG" and any(mark.lower_ == slot for mark in children(child, "mark", "case"))
        ),
        None,
    )


def _phrase_after(token: Token, preposition: str) -> Token | None:
    """The noun after a preposition that follows a word directly, whatever it hangs on."""
    doc = token.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != preposition:
        return None
    head = doc[token.i + 1].head
    return head if token.i + 1 < head.i < token.i + 12 and head.pos_ in {"NOUN", "PROPN", "PRON"} else None


def _passive_subject(token: Token) -> Token | None:
    own = next(children(token, "nsubj"), None)
    if own is not None:
        return own
    if relation(token) == "acl" and token.head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return token.head
    if relation(token) == "conj":
        return next(children(token.head, "nsubj:pass"), None)
    return None


def _antecedent(head: Token, token: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if head.lower_ in _RELATIVE and head.tag_ in {"WDT", "WP", "IN", "DT"}:
        clause = token
        for _ in range(4):
            if relation(clause) == "acl":
                return clause.head
            clause = clause.head
    return head


def _described(token: Token, frame: StanceFrame) -> Token | None:
    """The noun of "a plan Chad agreed to": the relative clause leaves its topic out."""
    if relation(token) != "acl" or token.dep_ != "acl:relcl" or any(True for _ in children(token, *_CLAUSES)):
        return None
    subject = next(children(token, "nsubj"), None)
    if subject is None or subject.lower_ in _RELATIVE:
        return None
    return token.head if frame.category == "verb" else None
