"""Two reports side by side, paragraph by paragraph, with the words that differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from parley.desk.view import Answer, Asked, Field, Kind, Parameter, View
from parley.record import NotFound

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_PARAGRAPHS = 400
_LONGEST_PARAGRAPH = 6000
_ALIKE = 0.3
_ON_PAGE = 60

_FIELDS = (
    Field("left", "string", "A paragraph of the first report, or null."),
    Field("right", "string", "The paragraph of the second that answers to it, or null."),
    Field("alike", "number", "How much of their words is the same, 0 to 1."),
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a paragraph; `same` where the other report has them too."""

    words: str
    same: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs beside each other."""

    left: tuple[Words, ...]
    right: tuple[Words, ...]
    alike: float


def _answer(asked: Asked) -> Answer:
    """The paragraphs of two reports beside each other."""
    if not asked.get("left") or not asked.get("right"):
        raise NotFound("Which two reports? Open a family under Sources and choose “side by side”.")
    record = asked.store.record
    left, right = record.report(asked.values["left"]), record.report(asked.values["right"])
    key = ("compared", left.report.id, right.report.id)
    pairs = asked.store.here(key, lambda _: list(compared(left.report.text, right.report.text)))
    part = asked.number("part", 1)
    here = pairs[(part - 1) * _ON_PAGE : part * _ON_PAGE]
    rows = [
        {
            "left": "".join(one.words for one in pair.left) or None,
            "right": "".join(one.words for one in pair.right) or None,
            "alike": round(pair.alike, 3),
        }
        for pair in here
    ]
    members = (*record.family_of(left.report.id), *record.family_of(right.report.id))
    both = (left.report.id, right.report.id)
    reasons = {
        one.source.report: (one.relation.value, _named_by_side(one.reasons, *both))
        for one in members
        if one.source.report in both and one.reasons
    }
    same = sum(len(one.words.split()) for pair in pairs for one in pair.left if one.same)
    of = sum(len(one.words.split()) for pair in pairs for one in pair.left) or 1
    shown = {
        "left": left,
        "right": right,
        "pairs": here,
        "reasons": list(reasons.values()),
        "same": round(100 * same / of),
        "part": part,
        "parts_count": max(1, -(-len(pairs) // _ON_PAGE)),
    }
    return Answer(rows, total=len(pairs), anything=True, shown=shown)


def _named_by_side(reasons: Sequence[str], left: str, right: str) -> tuple[str, ...]:
    """Reasons with the side that a report stands on instead of its id."""
    return tuple(
        one.replace(left, "the one on the left").replace(right, "the one on the right") for one in reasons
    )


def compared(left: str, right: str) -> Iterator[Pair]:
    """The paragraphs of two texts, those that answer to each other beside each other."""
    ours, theirs = _paragraphs(left), _paragraphs(right)
    at = 0
    for paragraph in ours:
        best = _best(paragraph, theirs, at)
        if best is None:
            yield Pair((Words(paragraph, False),), (), 0.0)
            continue
        for skipped in theirs[at:best]:
            yield Pair((), (Words(skipped, False),), 0.0)
        yield _pair(paragraph, theirs[best])
        at = best + 1
    for rest in theirs[at:]:
        yield Pair((), (Words(rest, False),), 0.0)


def _paragraphs(text: str) -> list[str]:
    found = [one.strip()[:_LONGEST_PARAGRAPH] for one in text.split("\n") if one.strip()]
    return found[:_MOST_PARAGRAPHS]


def _best(paragraph: str, theirs: list[str], at: int) -> int | None:
    """Which of the next paragraphs shares most words with this one, if any shares enough."""
    own = set(paragraph.casefold().split())
    best, score = None, _ALIKE
    for number in range(at, min(at + 8, len(theirs))):
        other = set(theirs[number].casefold().split())
        shared = len(own & other) / max(1, min(len(own), len(other)))
        if shared > score:
            best, score = number, shared
    return best


def _pair(left: str, right: str) -> Pair:
    ours, theirs = _WORDS.findall(left), _WORDS.findall(right)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    found_left: list[Words] = []
    found_right: list[Words] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if b > a:
            found_left.append(Words("".join(ours[a:b]), kind == "equal"))
        if d > c:
            found_right.append(Words("".join(theirs[c:d]), kind == "equal"))
    return Pair(tuple(found_left), tuple(found_right), matcher.ratio())


COMPARING = View(
    "comparing",
    "/sources/compare",
    "Side by side",
    "Two reports paragraph by paragraph; the words that only one of them has are marked.",
    _FIELDS,
    _answer,
    (
        Parameter("left", "Left", "Id of the first report.", hidden=True),
        Parameter("right", "Right", "Id of the second report.", hidden=True),
        Parameter("part", "Part", "Which part of a long text.", Kind.NUMBER, hidden=True),
    ),
)
