"""When, where, for how long and about what: what a clause adds to an encounter it tells of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from parley.findings.encounters.scene import Scene
from parley.findings.encounters.timing import day_of, when
from parley.findings.encounters.words import base_form
from parley.language.syntax import case_of, children, negated, noun_phrase, relation
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words
from parley.vocabulary.geography import Form, naming

_NEAR = 7
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_LONGEST_PLACE = 9
_LONGEST_TOPIC = 14


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What surrounds an encounter in its clause.

    Attributes:
        on: EDTF date, or None.
        place: where, or None.
        duration: in the report's words, or None.
        agenda: in the report's words.
        tokens: which tokens say so.
        weekday: whether the date is a bare weekday.
    """

    on: str | None = None
    place: str | None = None
    duration: str | None = None
    agenda: tuple[str, ...] = ()
    tokens: tuple[int, ...] = ()
    weekday: bool = False


def circumstances(scene: Scene, near: Token, anchors: Iterable[Token]) -> Circumstances:
    """When, where, how long and about what.

    Args:
        scene: the report.
        near: the noun or verb that names the encounter.
        anchors: it, and the verbs and nouns whose modifiers are its own.
    """
    points = list(anchors)
    held = {token.i for token in points}
    times = when(scene, near, held)
    found = Circumstances(times.on, None, times.duration, (), times.tokens, times.weekday)
    place = _where(scene, near, points)
    if place is not None:
        words = scene.doc[place[0] : place[1]].text
        found = replace(
            found,
            place=" ".join(words.split()),
            tokens=(*found.tokens, place[0], place[1] - 1),
        )
    return replace(found, agenda=_agenda(scene, points))


def put_off(scene: Scene, verb: Token, around: Circumstances) -> Circumstances:
    """The circumstances with the new day of what is put off ("postponed to Wednesday"), if it is named."""
    to = encounter_words().lists["roles.put_off_to"]
    for start, end, time in scene.times_in(scene.sentence_of[verb.i]):
        named = verb.i < start <= verb.i + _NEAR and scene.doc[start - 1].lower_ in to
        if named and day_of(time) is not None:
            return replace(around, on=day_of(time), tokens=(*around.tokens, start, end - 1))
    return around


def _where(scene: Scene, near: Token, anchors: list[Token]) -> tuple[int, int] | None:
    places = encounter_words().lists["roles.places"]
    for anchor in anchors:
        going = encounter_words().has("roles.going", base_form(anchor))
        for child in children(anchor, "nmod", "obl"):
            case = case_of(child)
            if case in places and (case != "to" or going) and _is_place(child):
                return _place_span(child)
    for index in range(near.i + 1, min(near.i + 5, len(scene.doc) - 1)):
        token = scene.doc[index]
        if token.lower_ in {"in", "at"} and _is_place(scene.doc[index + 1]):
            return _place_span(scene.doc[index + 1])
        if token.pos_ in {"VERB", "AUX", "PUNCT"}:
            break
    return _place_before(near)


def _is_place(token: Token) -> bool:
    if encounter_words().has("roles.waters", token.lower_):
        return False
    if token.ent_type_ in _PLACES:
        return True
    return token.text[:1].isupper() and token.ent_type_ in {"", "ORG"} and token.pos_ == "PROPN"


def _place_span(token: Token) -> tuple[int, int]:
    """A place with what follows it after a comma ("Lausanne, Switzerland")."""
    phrase = noun_phrase(token)
    doc, start, end = token.doc, phrase.start, max(phrase.end, token.i + 1)
    if end - start > _LONGEST_PLACE:
        start, end = token.i, token.i + 1
        while start > 0 and doc[start - 1].ent_type_ == token.ent_type_ and doc[start].ent_iob_ == "I":
            start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ in _PLACES:
        end += 1
    owns = end + 2 < len(doc) and (doc[end + 2].tag_ == "POS" or _begins_clause(doc[end + 1]))
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].ent_type_ == "GPE" and not owns:
        end += 2
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == "GPE":
            end += 1
    while doc[end - 1].is_punct and end - 1 > start:
        end -= 1
    if doc[start].lower_ in {"in", "at", "to", "near"}:
        start += 1
    return start, end


def _begins_clause(token: Token) -> bool:
    """Whether a name after a comma is the next clause's subject ("after talks in Lima, Chad signed")."""
    joined = token.nbor(1).lower_ in {"and", "or"}
    return relation(token) == "nsubj" or (joined and relation(token) != "nmod")


def _place_before(noun: Token) -> tuple[int, int] | None:
    """ "the Geneva talks": a city before the noun."""
    for child in noun.lefts:
        if relation(child) in {"compound", "nmod"} and child.ent_type_ in {
            "GPE",
            "LOC",
        }:
            known = naming(child.text)
            if child.nbor(1).text in {"-", "–"} and child.nbor(1).i < noun.i:
                continue
            joined = any(naming(part) is not None for part in child.text.replace("–", "-").split("-"))
            if (known is None and not joined) or (known is not None and known.form is Form.CAPITAL):
                return child.i, child.i + 1
    return None


def _agenda(scene: Scene, anchors: list[Token]) -> tuple[str, ...]:
    found: list[str] = []
    topics = encounter_words().lists["roles.topics"]
    for anchor in anchors:
        if anchor.tag_.startswith("VB") and (negated(anchor) or not _has_topic(anchor)):
            continue
        for child in children(anchor, "nmod", "obl"):
            apart = _is_time(scene, child) or encounter_words().has("roles.no_topics", base_form(child))
            if case_of(child) in topics and not apart:
                found.append(_topic(child))
        if base_form(anchor) in {"discuss", "negotiate"}:
            found.extend(_topic(child) for child in children(anchor, "obj"))
        for clause in children(anchor, "acl", "advcl", "xcomp", "conj"):
            if base_form(clause) == "discuss":
                found.extend(_topic(child) for child in children(clause, "obj"))
    return tuple(dict.fromkeys(topic for topic in found if topic))


def _has_topic(verb: Token) -> bool:
    """Whether what stands after a verb's "on" can be the topic: of "met", "held", "set", not of "blamed"."""
    words, lemma = encounter_words(), base_form(verb)
    held = words.has("roles.holding", lemma) or words.has("roles.staging", lemma)
    held = held or lemma in {"focus", "concentrate", "centre", "center", "work"}
    return held or lemma in words.verbs or words.has("due.words", lemma)


def with_topics(around: Circumstances, verb: Token) -> Circumstances:
    """The circumstances with what an encounter as subject is about ("the meeting discussed the quota")."""
    lists = encounter_words().lists
    found: list[str] = []
    if base_form(verb) in lists["roles.discussing"] and not negated(verb):
        found = [_topic(child) for child in children(verb, "obj")]
    elif base_form(verb) in {"focus", "centre", "center"}:
        found = [_topic(child) for child in children(verb, "obl") if case_of(child) in {"on", "around"}]
    return replace(
        around,
        agenda=tuple(dict.fromkeys((*around.agenda, *(one for one in found if one)))),
    )


def _is_time(scene: Scene, token: Token) -> bool:
    times = scene.times_in(scene.sentence_of[token.i])
    return token.pos_ == "NUM" or any(start <= token.i < end for start, end, _ in times)


def _topic(head: Token) -> str:
    if head.pos_ in {"PRON", "PROPN"} and head.ent_type_ in {"", "GPE", "LOC"} and head.pos_ == "PRON":
        return ""
    phrase = noun_phrase(head)
    # "Discuss the issue on Monday with the envoy" is about the issue.
    cut = (one.i for one in phrase if one.i > head.i and (one.lower_ == "with" or one.ent_type_ == "DATE"))
    end = min(next(cut, phrase.end), phrase.start + _LONGEST_TOPIC)
    return " ".join(phrase.doc[phrase.start : end].text.split())
