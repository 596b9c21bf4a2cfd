"""When an encounter is, and for how long, by the times of its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.findings.encounters.governing import is_of_course
from parley.findings.encounters.scene import Scene
from parley.findings.encounters.spells import in_a_row, spread_over
from parley.findings.encounters.words import base_form
from parley.language.syntax import case_of, children
from parley.language.times import TimeExpression, TimeKind
from parley.language.tree import Span as Tokens
from parley.language.tree import Token
from parley.vocabulary.encounters import encounter_words

_CLIMB = 7
# "In the morning" names no day by itself.
_PART_OF_DAY = re.compile(r"(?:the )?(?:early |late )?(?:morning|afternoon|evening|night)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?:at |around |about )?(?:\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midnight)"
    r"(?: [\w ]{1,12} time| GMT| UTC| E[SD]?T)?",
    re.IGNORECASE,
)
_DASHES = frozenset({"-", "–", "—", "--"})
# Nouns made of verbs, which have days of their own.
_DEEDS = (
    "tion",
    "sion",
    "ment",
    "deadline",
    "ultimatum",
    "attack",
    "war",
    "election",
    "invasion",
    "strike",
)
_LONGEST_DATELINE = 8
_NEAR = 7
_BEHIND = 4
_LONGEST_OWNED = 9
_LISTED = 16
_BREAKS = frozenset(
    {
        ";",
        ":",
        "“",
        "”",
        '"',
        "—",
        "–",
        "that",
        "who",
        "which",
        "while",
        "because",
        "as",
        "when",
        "but",
    }
)
_RELATIVE = frozenset({"that", "which", "who"})


@dataclass(frozen=True, slots=True)
class When:
    """The times of an encounter.

    Attributes:
        on: EDTF date, or None.
        duration: in the report's words, or None.
        tokens: which tokens say so.
        weekday: whether the date is a bare weekday.
    """

    on: str | None = None
    duration: str | None = None
    tokens: tuple[int, ...] = ()
    weekday: bool = False


def when(scene: Scene, near: Token, anchors: set[int]) -> When:
    """The times that belong to an encounter's noun or verb.

    Args:
        scene: the report.
        near: the noun or verb.
        anchors: its place in the text, and those of the words whose modifiers are its own.
    """
    dates: list[tuple[int, int, str]] = []
    weekdays: set[int] = set()
    lasting: TimeExpression | None = None
    duration, tokens = None, []
    for start, end, time in scene.times_in(scene.sentence_of[near.i]):
        if not _attached(scene, start, end, near, anchors):
            continue
        if time.kind is TimeKind.DURATION:
            if scene.doc[start].lower_ != "minutes" and _lasts(scene, start, end, near):
                lasting, duration = time, time.span.of(scene.doc.text)
                tokens += [start, end - 1]
        elif _PART_OF_DAY.fullmatch(time.span.of(scene.doc.text)) or _is_bare_clock(time, scene.doc.text):
            continue
        elif time.kind is not TimeKind.SET and day_of(time) is not None and not _is_limit(scene, start, near):
            dates.append((start, end, day_of(time) or ""))
            if time.rule.startswith("weekday"):
                weekdays.add(start)
    dates.sort(key=lambda one: abs(one[0] - near.i))
    if not dates:
        return When(duration=duration, tokens=tuple(tokens))
    start, end, value = dates[0]
    tokens += [start, end - 1]
    if len(dates) > 1:
        joined = in_a_row(value, dates[1][2])
        value, tokens = (joined, [*tokens, dates[1][0], dates[1][1] - 1]) if joined else (value, tokens)
    if lasting is not None and len(dates) == 1:
        value = spread_over(scene, near, start, lasting, value) or value
    return When(on=value, duration=duration, tokens=tuple(tokens), weekday=start in weekdays)


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


def day_of(time: TimeExpression) -> str | None:
    """The day or days a time names, as an EDTF date, or None."""
    value = (time.value or "").split("T")[0]
    # "The last this century" names no day.
    return value if value[:1].isdigit() and "X" not in value else None


def _attached(scene: Scene, start: int, end: int, near: Token, anchors: set[int]) -> bool:
    doc = scene.doc
    if _is_dateline(scene, start, end, near):
        return False
    owner = _owner(scene, start, end)
    if owner is not None:
        return owner == near.i
    if near.pos_ == "VERB" and _of_earlier(scene, near, start, anchors):
        return False
    # "Talks whose deadline is June 30".
    if any(token.tag_ == "WP$" for token in doc[near.i + 1 : start]):
        return False
    if near.pos_ == "NOUN" and any(
        one.tag_ == "VBN" and not is_of_course(one, encounter_words()) for one in doc[near.i + 1 : start]
    ):
        # "The text on the talks released on Monday" tells when the text was.
        return False
    token = next((one for one in doc[start:end] if not start <= one.head.i < end), doc[start])
    for _ in range(_CLIMB):
        if token.i in anchors:
            return True
        if not start <= token.i < end and token.tag_.startswith("NN") and token.relation in {"obj", "nsubj"}:
            # "Released numbers for May at the meeting" dates the numbers.
            return False
        if token.dep_ == "acl:relcl" and _of_something_else(token):
            return False
        if not start <= token.i < end and (
            _is_apart(token) or _has_own_day(token) or (near.pos_ == "NOUN" and _is_another(token))
        ):
            return False
        if token.head.i == token.i or (token.pos_ in {"VERB", "AUX"} and not start <= token.i < end):
            break
        token = token.head
    return any(_close_by(scene, start, end, scene.doc[index]) for index in {near.i, *anchors})


def _of_earlier(scene: Scene, near: Token, start: int, anchors: set[int]) -> bool:
    """Whether a time after a verb is that of an earlier encounter ("the text of his first summit in May")."""
    words = encounter_words()
    return any(
        _is_another(token)
        and token.i not in anchors
        and any(words.has("status.past", child.lower_) for child in token.lefts)
        for token in scene.doc[max(near.i + 1, start - _BEHIND) : start]
    )


def _is_another(token: Token) -> bool:
    """Whether a time hangs on another encounter ("talks, including at a meeting set for Monday")."""
    return token.tag_.startswith("NN") and base_form(token) in encounter_words().nouns


def _is_limit(scene: Scene, start: int, near: Token) -> bool:
    """Whether a time only says how long it goes on ("talks will go on through June")."""
    before = [token.lower_ for token in scene.doc[max(0, start - 3) : start]]
    limits = encounter_words().lists["roles.limits"]
    # "The first visit since 2014" was not in 2014.
    if before[-1:] == ["since"] and near.pos_ == "NOUN":
        return True
    return bool(before) and (before[-1] in limits or (before[-1] in {"or", "and"} and before[0] in limits))


def _is_dateline(scene: Scene, start: int, end: int, near: Token) -> bool:
    """Whether a day stands in the dateline ("LIMA, April 13 - Talks between ...")."""
    first = scene.bounds_of[scene.sentence_of[near.i]][0]
    doc = scene.doc
    dashed = end < len(doc) and doc[end].text in _DASHES and end < near.i
    if not dashed or start - first > _LONGEST_DATELINE:
        return False
    return all(token.is_punct or token.is_space or token.pos_ == "PROPN" for token in doc[first:start])


def _is_apart(token: Token) -> bool:
    """Whether a time hangs on something else, told before or after ("following a visit last year")."""
    noun = token.tag_.startswith("NN")
    return noun and (
        case_of(token) in encounter_words().lists["roles.apart"] or token.head.lower_ == "following"
    )


def _has_own_day(token: Token) -> bool:
    """Whether a time hangs on a deed of its own ("discussed the repatriation of the crew in May 2019")."""
    return token.tag_.startswith("NN") and base_form(token).endswith(_DEEDS) and not _meets(token)


def _meets(token: Token) -> bool:
    words = encounter_words()
    return base_form(token) in words.nouns or words.has("parts.words", base_form(token))


def _of_something_else(predicate: Token) -> bool:
    """Whether a relative clause has a subject of its own ("talks whose deadline was June 30")."""
    return any(child.lower_ not in _RELATIVE for child in children(predicate, "nsubj"))


def _owner(scene: Scene, start: int, end: int) -> int | None:
    """The encounter's noun that a time stands before ("the June 12 summit", "Friday's talks"), or None."""
    nouns = encounter_words().nouns
    if start and scene.doc[start - 1].pos_ == "ADP":
        return None
    for index in range(end, min(end + _LONGEST_OWNED, len(scene.doc))):
        token = scene.doc[index]
        if base_form(token) in nouns and token.tag_.startswith("NN"):
            return token.i
        # "Tuesday's face-to-face meeting".
        hyphened = scene.doc[index - 1].text in _DASHES or token.text in _DASHES
        if not (token.pos_ in {"ADJ", "NOUN", "PROPN"} or token.tag_ in {"POS", "HYPH"} or hyphened):
            return None
    return None


def _close_by(scene: Scene, start: int, end: int, near: Token) -> bool:
    """Whether a time stands so near that it belongs here whatever the parse says."""
    doc = scene.doc
    if end <= near.i:
        between = doc[end : near.i]
        # "Voted on Sunday to open talks" dates the vote.
        wished = near.tag_ == "VB" and near.head.pos_ == "VERB" and near.head.i < start
        aim = wished and any(token.tag_ == "TO" for token in between)
        return (
            not aim
            and len(between) <= 3
            and all(
                (token.pos_ in {"ADJ", "NOUN", "PROPN", "PART"} and token.tag_ not in {"NNS"})
                or token.text == "-"
                for token in between
            )
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
