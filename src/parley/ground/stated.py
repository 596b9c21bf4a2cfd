"""Sentences that say, in so many words, that a side holds, took, entered or left a place.

Only words that follow each other without a gap are read: what has a negation, a modal verb or talks between
the side and the place is no claim about the ground.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from parley.ground.claim import Movement
from parley.ground.words import read_words

_NAME = r"[^\W\d_a-z][\w'’-]*"
_POSSESSIVE = r"(?:['’]s|s['’])"
_SENTENCE = re.compile(r"(?:[^.!?\n]|\n(?!\s*\n)|[.!?](?=\S))+[.!?]?")
_BACKED = re.compile(r"-(?:backed|installed|appointed|aligned|allied|supported|trained|sponsored)\b|^[Pp]ro-")
"""Whom a side only stands behind."""

_OF_NOTHING = "".join(
    rf"(?<!\b{word}\s)" for word in ("of", "in", "the", "near", "from", "around", "to", "at")
)
"""Where a place may begin that is all that is told of."""

_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim as its words stand.

    Attributes:
        start: of the words, in the text.
        end: behind their last.
        around: the sentence they stand in.
        actor: the side, in the words of the text.
        movement: entered, holds or left.
        place: in the words of the text, with its region after a comma where that follows.
        denied: whether the words before it deny it.
    """

    start: int
    end: int
    around: str
    actor: str
    movement: Movement
    place: str
    denied: bool = False


def stated_claims(text: str) -> Iterator[Stated]:
    """The claims of a text, sentence by sentence."""
    for sentence in _SENTENCE.finditer(text):
        if _hints().search(sentence[0]) and not sentence[0].endswith("?"):
            yield from _in_sentence(sentence[0], sentence.start())


def _in_sentence(words: str, start: int) -> Iterator[Stated]:
    taken: list[tuple[int, int]] = []
    for movement, pattern in _patterns():
        for found in pattern.finditer(words):
            overlaps = any(found.start() < end and begin < found.end() for begin, end in taken)
            if overlaps or _is_supposed(words[: found.start()]):
                continue
            taken.append(found.span())
            place = re.sub(r"\s+", " ", found["place"])
            if found["region"]:
                place += f", {found['region'].strip()}"
            actor = re.sub(rf"{_POSSESSIVE}$", "", found["actor"].strip())
            if (
                not _BACKED.search(actor)
                and actor.split()[0].casefold() not in _unless()
                and not _nobody(actor)
            ):
                span = (start + found.start(), start + found.end())
                yield Stated(*span, words, actor, movement, place, _says("denying", words[: found.start()]))


def _nobody(actor: str) -> bool:
    """Whether words before a force name no side: "The army", "If Western"."""
    return actor.split()[0].casefold() in _unless() or actor.casefold() in read_words("claim_words")["nobody"]


def _is_supposed(before: str) -> bool:
    """Whether the words before a claim say that it is only supposed ("if", "whether")."""
    last = re.search(r"([\w'’-]+)\W*(?:\bthe\s+)?$", before, re.IGNORECASE)
    supposed = last is not None and last[1].casefold() in _unless()
    return supposed or _says("unsure", before)


def _unless() -> frozenset[str]:
    return frozenset(read_words("claim_words")["unless"])


def _says(kind: str, before: str) -> bool:
    """Whether the words before a claim end in one of a kind, "that" and "the" aside."""
    return re.search(rf"\b{_any_of(kind)}(?:\s+that)?(?:\s+the)?\s*$", before, re.IGNORECASE) is not None


def _any_of(*kinds: str) -> str:
    words = [word for kind in kinds for word in read_words("claim_words")[kind]]
    longest = sorted((word.replace(" ", r"\s+") for word in words), key=len, reverse=True)
    return f"(?i:{'|'.join(longest)})"


@cache
def _hints() -> re.Pattern[str]:
    """A word that must be in a sentence for it to be looked at."""
    verbs = ("holding", "held", "taking", "entering", "leaving", "driving", "taken", "kept", "fallen")
    kinds = (*verbs, "raiding", "remaining", "nouns_of_taking", "withdrawing")
    return re.compile(rf"\b(?:{_any_of(*kinds)}|control|hands|occupation)\b")


@cache
def _patterns() -> tuple[tuple[Movement, re.Pattern[str]], ...]:
    """A pattern a movement; those that ask for more words come first."""
    return tuple((movement, re.compile(pattern)) for movement, pattern in (*_by_deed(), *_by_state()))


def _adverbs() -> str:
    return rf"(?:\s+{_any_of('adverbs')})*"


def _force() -> str:
    return rf"(?:\s+{_any_of('qualities')}){{0,5}}\s+{_any_of('forces')}"


def _side() -> str:
    return rf"\b(?P<actor>{_NAME}(?:\s+{_NAME}){{0,{_MOST_NAMES}}}?{_POSSESSIVE}?)"


def _by_deed() -> list[tuple[Movement, str]]:
    """A side does something to a place."""
    adverbs, force, side, place = _adverbs(), _force(), _side(), _place()
    have = rf"(?:\s+(?:have|has|had))?{adverbs}"
    which = rf"(?:,\s+(?:which|who|whose\s+{_any_of('forces')}))?"
    forces, anybody = rf"{side}{force}{which}", rf"{side}(?:{force})?{which}"
    out = rf"(?:the\s+)?{side}{force}\s+(?:out\s+of|from)"
    taking = rf"(?:the\s+)?{_any_of('nouns_of_taking')}\s+of"
    return [
        (Movement.LEFT, rf"\b{_any_of('driving')}\s+{out}\s+{place}"),
        (Movement.ENTERED, rf"{forces}{have}\s+{_any_of('entering', 'raiding')}\s+{place}"),
        (Movement.LEFT, rf"{forces}{have}\s+{_any_of('leaving')}\s+{place}"),
        (Movement.HOLDS, rf"{anybody}{have}\s+{_any_of('taking')}\s+{place}"),
        (Movement.HOLDS, rf"{anybody}{adverbs}\s+{_any_of('holding', 'held')}{adverbs}\s+{place}"),
        (Movement.HOLDS, rf"{forces}{adverbs}\s+{_any_of('remaining')}\s+{place}"),
        (Movement.HOLDS, rf"\b{taking}\s+{place}\s+by\s+(?:the\s+)?{side}(?:{force})?{_edge()}"),
        (Movement.HOLDS, rf"{anybody}\s+{_any_of('announcing')}\s+{taking}\s+{place}(?!\s+by\b)"),
        (
            Movement.LEFT,
            rf"\b(?i:after|following)\s+(?:the\s+)?(?:withdrawal|retreat)\s+of\s+{out}\s+{place}",
        ),
    ]


def _by_state() -> list[tuple[Movement, str]]:
    """A place is in somebody's hands."""
    adverbs, force, side = _adverbs(), _force(), _side()
    given = rf"{_OF_NOTHING}{_place()}"
    back = rf"by\s+(?:the\s+)?{side}(?:{force})?{_edge()}"
    in_hands = rf"{side}(?:{force})?(?:\s+(?:control|hands|occupation|rule)|{_edge()})"
    return [
        (Movement.HOLDS, rf"{given}\s+{_any_of('fallen')}\s+to\s+(?:the\s+)?{side}(?:{force})?{_edge()}"),
        (Movement.HOLDS, rf"{given}\s+(?:was|were|ha(?:s|ve)\s+been){adverbs}\s+{_any_of('taken')}\s+{back}"),
        (Movement.HOLDS, rf"{given}\s+(?:is|are|remains?){adverbs}\s+{_any_of('kept')}\s+{back}"),
        (
            Movement.HOLDS,
            rf"{given}\s+(?:is|are|remains?|stays?|{_any_of('passed')}){adverbs}\s+(?:under|in|into)\s+"
            rf"(?:the\s+control\s+of\s+)?(?:the\s+)?{in_hands}",
        ),
    ]


def _place() -> str:
    """A part of a place, a place, and the region it lies in; nothing after it that makes it another thing."""
    share = rf"(?:(?:{_any_of('nearly')}\s+)?{_any_of('shares')}\s+(?:of|in|inside)\s+)?"
    before = rf"(?:{_any_of('before')}\s+)*"
    settled = rf"(?:{_any_of('settled')}\s+of\s+)?"
    owner = rf"(?:{_NAME}{_POSSESSIVE}\s+)?{before}"
    kind = rf"(?:\s+{_any_of('ending')}\b)?"
    name = rf"{_NAME}(?:[ -]{_NAME}){{0,{_MOST_NAMES}}}"
    region = rf"(?:,?\s+in\s+(?:{_NAME}{_POSSESSIVE}\s+)?{before}(?P<region>{name}\s+{_any_of('ending')})\b)?"
    return rf"\b{share}(?P<place>{owner}{settled}{name}{kind}){region}{_edge()}"


def _edge() -> str:
    """What must follow a name for it to be a whole one."""
    verbs = "is|are|was|were|has|have|remains?|stays?|fell|came|passed|had"
    return rf"(?=\s*(?:[.,;:!?()”\"–—-]|$)|\s+(?:{_any_of('after')}|{verbs})\b)"
