"""When, where, for how long and about what: what a clause adds to an encounter it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from parley.findings.encounters.scene import Scene
from parley.findings.encounters.words import base_form
from parley.language.syntax import case_of, children, noun_phrase, relation
from parley.language.times import TimeExpression, TimeKind, bounds
from parley.language.times.edtf import interval
from parley.language.tree import Span as Tokens
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words
from parley.vocabulary.geography import Form, naming

_CLIMB = 7
# "In the morning" names no day by itself.
_PART_OF_DAY = re.compile(r"(?:the )?(?:early |late )?(?:morning|afternoon|evening|night)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:at |around |about )?(?:\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midnight)"
    r"(?: [\w ]{1,12} time| GMT| UTC| E[SD]?T)?",
    re.IGNORECASE,
)
_NEAR = 7
_LISTED = 16
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BREAKS = frozenset(
    {";", ":", "“", "”", '"', "—", "–", "that", "who", "which", "while", "because", "as", "when", "but"}
)
_RELATIVE = frozenset({"that", "which", "who"})
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
    found = _when(scene, near, held)
    place = _where(scene, near, points)
    if place is not None:
        words = scene.doc[place[0] : place[1]].text
        found = replace(found, place=" ".join(words.split()), tokens=(*found.tokens, place[0], place[1] - 1))
    return replace(found, agenda=_agenda(scene, points))


def _when(scene: Scene, near: Token, anchors: set[int]) -> Circumstances:
    dates: list[tuple[int, int, str]] = []
    weekdays: set[int] = set()
    duration, tokens = None, []
    for start, end, time in scene.times_in(scene.sentence_of[near.i]):
        if not _attached(scene, start, end, near, anchors):
            continue
        if time.kind is TimeKind.DURATION:
            if _lasts(scene, start, end, near):
                duration = time.span.of(scene.doc.text)
                tokens += [start, end - 1]
        elif _PART_OF_DAY.fullmatch(time.span.of(scene.doc.text)) or _is_bare_clock(time, scene.doc.text):
            continue
        elif time.kind is not TimeKind.SET and _day(time) is not None:
            dates.append((start, end, _day(time) or ""))
            if time.rule.startswith("weekday"):
                weekdays.add(start)
    dates.sort(key=lambda one: abs(one[0] - near.i))
    if not dates:
        return Circumstances(duration=duration, tokens=tuple(tokens))
    start, end, value = dates[0]
    tokens += [start, end - 1]
    if len(dates) > 1:
        joined = _joined(value, dates[1][2])
        value, tokens = (joined, [*tokens, dates[1][0], dates[1][1] - 1]) if joined else (value, tokens)
    return Circumstances(on=value, duration=duration, tokens=tuple(tokens), weekday=start in weekdays)


def put_off(scene: Scene, verb: Token, around: Circumstances) -> Circumstances:
    """The circumstances with the new day of what is put off ("postponed to Wednesday"), if it is named."""
    to = encounter_words().lists["roles.put_off_to"]
    for start, end, time in scene.times_in(scene.sentence_of[verb.i]):
        named = verb.i < start <= verb.i + _NEAR and scene.doc[start - 1].lower_ in to
        if named and _day(time) is not None:
            return replace(around, on=_day(time), tokens=(*around.tokens, start, end - 1))
    return around


def _is_bare_clock(time: TimeExpression, text: str) -> bool:
    """Whether a time is only one of the clock ("at 11.10am"), whose day the report leaves open."""
    return time.kind is TimeKind.TIME_OF_DAY and _CLOCK.fullmatch(time.span.of(text)) is not None


def _lasts(scene: Scene, start: int, end: int, near: Token) -> bool:
    """Whether a duration is how long it took, not how long after something else."""
    lists = encounter_words().lists
    after = [token.lower_ for token in scene.doc[end : end + 2]]
    if set(after) & lists["duration.pointing"]:
        return False
    before = {base_form(token) for token in scene.doc[max(0, start - 3) : start]}
    beside = bool(set(after[:1]) & lists["duration.beside"]) or near.i - end in {0, 1}
    return beside or bool(before & lists["duration.before"])


def _day(time: TimeExpression) -> str | None:
    value = (time.value or "").split("T")[0]
    return value if value[:1].isdigit() else None


def _joined(one: str, two: str) -> str | None:
    """Two days in a row as an interval."""
    first, second = sorted((one, two))
    left, right = bounds(first), bounds(second)
    if left is None or right is None or left[0] != left[1] or right[0] != right[1]:
        return None
    return interval(left[0], right[0]) if right[0] - left[0] == timedelta(days=1) else None


def _attached(scene: Scene, start: int, end: int, near: Token, anchors: set[int]) -> bool:
    doc = scene.doc
    owner = _owner(scene, start, end)
    if owner is not None:
        return owner == near.i
    token = next((one for one in doc[start:end] if not start <= one.head.i < end), doc[start])
    for _ in range(_CLIMB):
        if token.i in anchors:
            return True
        if token.dep_ == "acl:relcl" and _of_something_else(token):
            return False
        if token.head.i == token.i or (token.pos_ in {"VERB", "AUX"} and not start <= token.i < end):
            break
        token = token.head
    return any(_close_by(scene, start, end, scene.doc[index]) for index in {near.i, *anchors})


def _of_something_else(predicate: Token) -> bool:
    """Whether a relative clause has a subject of its own ("talks whose deadline was June 30")."""
    return any(child.lower_ not in _RELATIVE for child in children(predicate, "nsubj"))


def _owner(scene: Scene, start: int, end: int) -> int | None:
    """The encounter's noun that a time stands before ("the June 12 summit", "Friday's talks"), or None."""
    nouns = encounter_words().nouns
    if start and scene.doc[start - 1].pos_ == "ADP":
        return None
    for index in range(end, min(end + 4, len(scene.doc))):
        token = scene.doc[index]
        if base_form(token) in nouns and token.tag_.startswith("NN"):
            return token.i
        if not (token.pos_ in {"ADJ", "NOUN", "PROPN"} or token.tag_ in {"POS", "HYPH"}):
            return None
    return None


def _close_by(scene: Scene, start: int, end: int, near: Token) -> bool:
    """Whether a time stands so near that it belongs here whatever the parse says."""
    doc = scene.doc
    if end <= near.i:
        between = doc[end : near.i]
        return len(between) <= 3 and all(
            (token.pos_ in {"ADJ", "NOUN", "PROPN", "PART"} and token.tag_ not in {"NNS"})
            or token.text == "-"
            for token in between
        )
    between = doc[near.i + 1 : start]
    if _is_due(between, near):
        return True
    listed = any(token.lower_ in {"between", "with"} for token in between[:1])
    return len(between) <= (_LISTED if listed else _NEAR) and not any(
        token.pos_ in {"VERB", "AUX"}
        or token.lower_ in _BREAKS
        or token.text == "."
        or (not listed and (token.pos_ == "NOUN" or token.text == ","))
        for token in between
    )


def _is_due(between: Tokens, near: Token) -> bool:
    """Whether only words of being set for a time stand between ("talks that were due to open on Monday")."""
    return near.tag_.startswith("NN") and all(_sets_time(token) for token in between)


def _sets_time(token: Token) -> bool:
    words = encounter_words()
    known = words.has("due.words", base_form(token)) or words.has("due.joining", token.lower_)
    return known or token.tag_ == "MD"


def _where(scene: Scene, near: Token, anchors: list[Token]) -> tuple[int, int] | None:
    places = encounter_words().lists["roles.places"]
    for anchor in anchors:
        going = base_form(anchor) in {"fly", "travel", "go", "head", "return", "come", "arrive", "journey"}
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
    owns = end + 2 < len(doc) and doc[end + 2].tag_ == "POS"
    if end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].ent_type_ == "GPE" and not owns:
        end += 2
        while end < len(doc) and doc[end].ent_iob_ == "I" and doc[end].ent_type_ == "GPE":
            end += 1
    while doc[end - 1].is_punct and end - 1 > start:
        end -= 1
    if doc[start].lower_ in {"in", "at", "to", "near"}:
        start += 1
    return start, end


def _place_before(noun: Token) -> tuple[int, int] | None:
    """ "the Geneva talks": a city before the noun."""
    for child in noun.lefts:
        if relation(child) in {"compound", "nmod"} and child.ent_type_ in {"GPE", "LOC"}:
            known = naming(child.text)
            if known is None or known.form is Form.CAPITAL:
                return child.i, child.i + 1
    return None


def _agenda(scene: Scene, anchors: list[Token]) -> tuple[str, ...]:
    found: list[str] = []
    topics = encounter_words().lists["roles.topics"]
    for anchor in anchors:
        for child in children(anchor, "nmod", "obl"):
            if case_of(child) in topics and not _is_time(scene, child):
                found.append(_topic(child))
        if base_form(anchor) in {"discuss", "negotiate"}:
            found.extend(_topic(child) for child in children(anchor, "obj"))
        for clause in children(anchor, "acl", "advcl", "xcomp"):
            if base_form(clause) == "discuss":
                found.extend(_topic(child) for child in children(clause, "obj"))
    return tuple(dict.fromkeys(topic for topic in found if topic))


def _is_time(scene: Scene, token: Token) -> bool:
    times = scene.times_in(scene.sentence_of[token.i])
    return token.pos_ == "NUM" or any(start <= token.i < end for start, end, _ in times)


def _topic(head: Token) -> str:
    if head.pos_ in {"PRON", "PROPN"} and head.ent_type_ in {"", "GPE", "LOC"} and head.pos_ == "PRON":
        return ""
    phrase = noun_phrase(head)
    end = min(phrase.end, phrase.start + _LONGEST_TOPIC)
    return " ".join(phrase.doc[phrase.start : end].text.split())
