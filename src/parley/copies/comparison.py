"""Two reports side by side: what they share, measured; no verdict yet.

Everything is measured for both sides and rounded, so that a comparison can be stored and is the same on every
machine; which of the two is the original is not known here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.copies.runs import Run, covered, shared_runs
from parley.copies.sentences import Pairing, anchors_of, pair_sentences, stem_of
from parley.copies.words import Sentence, Words
from parley.vocabulary.copies import common_words

ALIKE = 0.36
"""Sentences at least so alike may be one sentence reworded; measured by `bench/copies.py`."""

_SKELETON = 0.45
"""Sentences at least so alike, with other names, are made by one template."""

_SWAPPED = 3
_SLOTS = 3
_FRAME = 3
_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One report of two, measured against the other. Shares are 0 to 1.

    Attributes:
        words: how many words its story has.
        own: how many of them stand in nobody's mouth, in either report.
        shared: share of its words that stand in the other, word for word in runs.
        own_shared: the same of its own words.
        alike: share of the words of its reporter's sentences that the other's reporter has, reworded or not,
            in the same order.
        told: the same, where the other may have them in somebody's mouth.
        whole: share of the words of all its sentences that the other has, reworded or not.
        before: words before the first shared run.
        behind: words behind the last.
    """

    words: int
    own: int
    shared: float
    own_shared: float
    alike: float
    told: float
    whole: float
    before: int
    behind: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two reports share.

    Attributes:
        first: the one report.
        second: the other.
        twins: of the words of sentences with one skeleton, the share in which other names or figures stand.
        reworded: share of the words of like sentences that stand in sentences with swapped words.
        swapped: how many times a word or two stand in the place of others, between words that are the same.
        changed: how many like sentences have other figures or names.
        runs: the runs of words they share.
    """

    first: Side
    second: Side
    twins: float
    reworded: float
    swapped: int
    changed: int
    runs: tuple[Run, ...]


def compare(first: Words, second: Words) -> Comparison:
    """What two reports share, measured."""
    runs = shared_runs(first.forms, second.forms)
    pairings = pair_sentences(first, second, ALIKE)
    mouths = _in_mouths(first, second, runs)
    alike = _alike(first, second, pairings)
    return Comparison(
        first=_side(first, covered(runs, len(first), of_first=True), mouths[0], alike[0]),
        second=_side(second, covered(runs, len(second), of_first=False), mouths[1], alike[1]),
        twins=_twins(first, second, pairings),
        reworded=_reworded(first, second, pairings),
        swapped=_swapped(first, second, runs),
        changed=sum(pairing.conflict for pairing in pairings),
        runs=runs,
    )


def _in_mouths(first: Words, second: Words, runs: Sequence[Run]) -> tuple[list[bool], list[bool]]:
    """For the words of both, whether they stand in somebody's mouth in either report.

    One outlet prints a letter without quotation marks, another quotes it: the letter is nobody's story.
    """
    ours, theirs = list(first.spoken), list(second.spoken)
    for run in runs:
        for step in range(run.length):
            said = ours[run.first + step] or theirs[run.second + step]
            ours[run.first + step] = theirs[run.second + step] = said
    return ours, theirs


def _side(words: Words, marks: bytearray, mouths: Sequence[bool], alike: tuple[float, float, float]) -> Side:
    """One report, measured: `marks` are 1 where a word stands in a shared run."""
    own = [mark for mark, spoken in zip(marks, mouths, strict=True) if not spoken]
    first = marks.find(1)
    return Side(
        words=len(marks),
        own=len(own),
        shared=_share(sum(marks), len(marks)),
        own_shared=_share(sum(own), len(own)),
        alike=alike[0],
        told=alike[1],
        whole=alike[2],
        before=max(first, 0),
        behind=len(marks) - 1 - marks.rfind(1) if first >= 0 else 0,
    )


def _alike(
    first: Words, second: Words, pairings: Sequence[Pairing]
) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
    """For each side the shares `alike`, `told` and `whole` of `Side`."""
    like = [
        (first.sentences[pairing.first], second.sentences[pairing.second])
        for pairing in pairings
        if not pairing.conflict
    ]
    return _shares(first, like), _shares(second, [(two, one) for one, two in like])


def _shares(words: Words, like: Sequence[tuple[Sentence, Sentence]]) -> tuple[float, float, float]:
    """What share of a report's words stands in sentences that the other has: own in own, own in any, any."""
    own = sum(_size(one) for one in words.sentences if not one.spoken)
    told = [(one, two) for one, two in like if not one.spoken]
    alike = sum(_size(one) for one, two in told if not two.spoken)
    whole = sum(_size(one) for one, _ in like)
    return _share(alike, own), _share(sum(_size(one) for one, _ in told), own), _share(whole, len(words))


def _twins(first: Words, second: Words, pairings: Sequence[Pairing]) -> float:
    """Of the words of sentences with one skeleton, the share in which other names or figures stand.

    Other figures alone count half: an update changes the number of the dead, not the name of the town.
    """
    against = matching = 0.0
    for pairing in pairings:
        one, two = first.sentences[pairing.first], second.sentences[pairing.second]
        if one.spoken or two.spoken or pairing.likeness < _SKELETON:
            continue
        if not pairing.conflict:
            matching += _size(one)
            continue
        names = [
            any(not form[0].isdigit() for form in lacking)
            for lacking in (
                anchors_of(first, one) - anchors_of(second, two),
                anchors_of(second, two) - anchors_of(first, one),
            )
        ]
        against += _size(one) * (1.0 if all(names) else 0.5)
    against += sum(
        _size(one) for one, two in _slots(first, second, pairings) if not (one.spoken or two.spoken)
    )
    return _share(against, against + matching)


def _slots(first: Words, second: Words, pairings: Sequence[Pairing]) -> Iterator[tuple[Sentence, Sentence]]:
    """Sentences between like ones that begin alike and go on otherwise: a form filled in twice."""
    ends = (len(first.sentences), len(second.sentences))
    places = [(-1, -1), *((pairing.first, pairing.second) for pairing in pairings), ends]
    for (one, two), (next_one, next_two) in pairwise(places):
        if not 0 < next_one - one - 1 == next_two - two - 1 <= _SLOTS:
            continue
        for step in range(1, next_one - one):
            ours, theirs = first.sentences[one + step], second.sentences[two + step]
            begins = first.forms[ours.first : ours.end][:_FRAME]
            if len(begins) == _FRAME and begins == second.forms[theirs.first : theirs.end][:_FRAME]:
                yield ours, theirs


def _reworded(first: Words, second: Words, pairings: Sequence[Pairing]) -> float:
    """The share of the words of like sentences that stand in sentences with swapped words."""
    like = [
        (first.sentences[pairing.first], second.sentences[pairing.second])
        for pairing in pairings
        if not pairing.conflict
    ]
    swapped = sum(_size(one) for one, two in like if _has_swaps(first, one, second, two))
    return _share(swapped, sum(_size(one) for one, _ in like))


def _has_swaps(first: Words, one: Sentence, second: Words, two: Sentence) -> bool:
    """Whether each of two sentences has words that are no names, and that the other lacks."""
    ours, theirs = _plain_stems(first, one), _plain_stems(second, two)
    return bool(ours - theirs) and bool(theirs - ours)


def _plain_stems(words: Words, sentence: Sentence) -> frozenset[str]:
    """The stems of a sentence's words that are neither common nor names nor figures."""
    return frozenset(
        stem_of(words.forms[at])
        for at in range(sentence.first, sentence.end)
        if not words.anchors[at] and words.forms[at] not in common_words()
    )


def _swapped(first: Words, second: Words, runs: Sequence[Run]) -> int:
    """How many times up to three words stand in the place of others, between runs that go on.

    Another spelling ("toward", "towards") and another figure or name is no swap.
    """
    count = 0
    for one, two in pairwise(runs):
        ours = range(one.first + one.length, two.first)
        theirs = range(one.second + one.length, two.second)
        if not (0 < len(ours) <= _SWAPPED and 0 < len(theirs) <= _SWAPPED):
            continue
        if any(first.anchors[at] for at in ours) or any(second.anchors[at] for at in theirs):
            continue
        stems = {stem_of(first.forms[at]) for at in ours}
        count += stems.isdisjoint(stem_of(second.forms[at]) for at in theirs)
    return count


def _size(sentence: Sentence) -> int:
    return sentence.end - sentence.first


def _share(part: float, whole: float) -> float:
    """A share, rounded so that it is the same wherever it is worked out; 0 of nothing."""
    return round(part / whole, _DIGITS) if whole else 0.0
