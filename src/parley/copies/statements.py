"""One statement told many times: by the copies of one report, and by reports that are independent.

Within a family the copies tell what the original tells, perhaps in a spinner's words. Between families only
a quotation shows that two reporters heard one sentence. A pure function: order plays no part.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from parley.copies.sentences import stem_of
from parley.copies.words import word_forms
from parley.model import Speech
from parley.vocabulary.copies import common_words

_ALIKE = 0.45
_QUOTED_ALIKE = 0.8
_QUOTED_WORDS = 5
_RUN = 4
_COMMON, _PLAIN = 0.35, 1.0
_QUOTING = frozenset((Speech.DIRECT, Speech.MIXED))
_NAME = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Telling:
    """A statement as one report tells it.

    Attributes:
        statement: its id.
        report: the report's id.
        family: what the report's family is known by.
        original: whether the report is its family's original.
        speaker: the name of its source, or None.
        words: what was said, as the report has it.
        speech: direct, indirect, mixed or withheld.
        verbatim: False where the report is a machine paraphrase.
        published: EDTF date of the report, or None.
    """

    statement: str
    report: str
    family: str
    original: bool
    speaker: str | None
    words: str
    speech: Speech
    verbatim: bool = True
    published: str | None = None

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Its words without case and marks."""
        return word_forms(self.words)

    @cached_property
    def weights(self) -> dict[str, float]:
        """The stems of its words, each with its weight."""
        return {stem_of(form): _COMMON if form in common_words() else _PLAIN for form in self.forms}

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of its speaker's name, without titles' points and small words."""
        found = _NAME.findall((self.speaker or "").lower())
        return frozenset(word for word in found if len(word) > 1 and word not in common_words())

    @property
    def rank(self) -> tuple[bool, bool, str, str]:
        """The order in which tellings are shown: clean words, then the original's, then the earliest."""
        return not self.verbatim, not self.original, self.published or "9999", self.statement


@dataclass(frozen=True, slots=True)
class FoldedStatement:
    """One statement and all its tellings.

    Attributes:
        tellings: the one to show first.
        sources: how many independent reports tell it: families, not copies.
        copies: how many reports beside those tell it again.
        altered: whether it is known only in a spinner's words, so that no quotation mark in it holds.
    """

    tellings: tuple[Telling, ...]
    sources: int
    copies: int
    altered: bool

    @property
    def shown(self) -> Telling:
        """The telling whose words are shown."""
        return self.tellings[0]

    @property
    def counted(self) -> str:
        """How often it was told: "1 statement, 2 independent sources, 5 copies"."""
        return (
            f"1 statement, {_number(self.sources, 'independent source', 'independent sources')},"
            f" {_number(self.copies, 'copy', 'copies')}"
        )


def folded_statements(told: Iterable[Telling]) -> tuple[FoldedStatement, ...]:
    """Statements folded over the copies of a report, and over reports that quote the same words.

    Args:
        told: statements, each as one report tells it; those of one report are never one.

    Returns:
        Each statement once, in the order of the tellings that are shown.
    """
    families: dict[str, list[Telling]] = defaultdict(list)
    for telling in told:
        families[telling.family].append(telling)
    groups = [group for name in sorted(families) for group in _within_family(families[name])]
    return tuple(sorted((_folded(group) for group in _between(groups)), key=lambda one: one.shown.rank[2:]))


def _folded(group: Sequence[Telling]) -> FoldedStatement:
    ranked = sorted(group, key=lambda telling: telling.rank)
    sources = len({telling.family for telling in ranked})
    reports = len({telling.report for telling in ranked})
    return FoldedStatement(tuple(ranked), sources, reports - sources, not any(one.verbatim for one in ranked))


def _within_family(told: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of a family's reports, those of one statement together.

    Report by report, the original first: each telling goes with the statement it is most like, if that has
    none of this report yet.
    """
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(told, key=lambda one: (not one.original, one.published or "9999", one.report)):
        by_report[telling.report].append(telling)
    groups: list[list[Telling]] = []
    for tellings in by_report.values():
        groups += _placed(sorted(tellings, key=lambda one: one.statement), groups)
    return groups


def _placed(tellings: Sequence[Telling], groups: Sequence[list[Telling]]) -> list[list[Telling]]:
    """Put the tellings of one report with the statements they tell; gives those that are new."""
    pairs = [
        (likeness(group[0], telling), -number, -place)
        for number, group in enumerate(groups)
        for place, telling in enumerate(tellings)
        if _may_be_one(group[0], telling)
    ]
    placed: set[int] = set()
    filled: set[int] = set()
    for alike, number, place in sorted(pairs, reverse=True):
        if alike >= _ALIKE and -number not in filled and -place not in placed:
            filled.add(-number)
            placed.add(-place)
            groups[-number].append(tellings[-place])
    return [[telling] for place, telling in enumerate(tellings) if place not in placed]


def likeness(one: Telling, other: Telling) -> float:
    """How much of their words two tellings share, 0 to 1."""
    ours, theirs = one.weights, other.weights
    total = sum(ours.values()) + sum(theirs.values())
    return 2 * sum(ours[stem] for stem in ours.keys() & theirs.keys()) / total if total else 0.0


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Whether two tellings of a family can be one: of no two speakers; withheld only with withheld."""
    if (one.speech is Speech.WITHHELD) != (other.speech is Speech.WITHHELD):
        return False
    return not one.names or not other.names or not one.names.isdisjoint(other.names)


def _between(groups: Sequence[list[Telling]]) -> Iterator[list[Telling]]:
    """The groups of different families, those that quote the same words together.

    Each is held against the first group that has four of its words in a row: a sentence that a thousand
    reports quote costs each of them one comparison.
    """
    first: dict[tuple[str, ...], list[int]] = defaultdict(list)
    merged: list[list[Telling]] = []
    for group in groups:
        quoted = max((one for one in group if _quotes(one)), key=lambda one: one.verbatim, default=None)
        if quoted is None:
            yield group
            continue
        runs = [quoted.forms[at : at + _RUN] for at in range(len(quoted.forms) - _RUN + 1)]
        near = {number for run in runs for number in first[run]}
        home = next((number for number in sorted(near) if _one_quotation(merged[number][0], quoted)), None)
        if home is not None and _families(merged[home]).isdisjoint(_families(group)):
            merged[home] += group
            continue
        for run in runs:
            if len(first[run]) < _RUN:
                first[run].append(len(merged))
        merged.append([quoted, *(one for one in group if one is not quoted)])
    yield from merged


def _families(group: Iterable[Telling]) -> frozenset[str]:
    return frozenset(telling.family for telling in group)


def _quotes(telling: Telling) -> bool:
    return telling.speech in _QUOTING and len(telling.forms) >= _QUOTED_WORDS


def _one_quotation(one: Telling, other: Telling) -> bool:
    """Whether two reports quote the same words of one speaker, perhaps not equally many of them."""
    if not one.names or not other.names or one.names.isdisjoint(other.names):
        return False
    shorter, longer = sorted((one.forms, other.forms), key=len)
    runs = {longer[at : at + _RUN] for at in range(len(longer) - _RUN + 1)}
    covered = bytearray(len(shorter))
    for at in range(len(shorter) - _RUN + 1):
        if shorter[at : at + _RUN] in runs:
            covered[at : at + _RUN] = b"\x01" * _RUN
    return sum(covered) >= _QUOTED_ALIKE * len(shorter)


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
