"""What a copy is to its original, and why: from the measures of the two, in words."""

from __future__ import annotations

from dataclasses import dataclass

from parley.copies.comparison import Comparison, Side
from parley.copies.kinds import Relation

_NEARLY_ALL = 0.8
_DENSE = 0.85
_SPUN = 0.5

# An editor's hand changes a word or two of a report; a spinner every fourth, a light one every fiftieth.
_REWORDED = 0.35
_REWORDED_ALIKE = 0.6
_SWAPS = 5
_SWAPS_OF_THOUSAND = 4

_AROUND = 10
_GROWN = 0.04


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a report beside its text.

    Attributes:
        report: its id.
        published: EDTF date, or None.
        outlet: who published it, or None.
        title: its headline, or None.
        url: where it was published, or None.
        spun: how much it looks like a machine paraphrase, 0 to 1.
        words: how many words its story has.
        address: the page it stood on, as versions of a page are told together, or None.
        came: which of the arrivals of the record brought it from there first, by number.
    """

    report: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    spun: float = 0.0
    words: int = 0
    address: str | None = None
    came: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """A copy beside its original.

    Attributes:
        original: what is known of the original.
        copy: what is known of the copy.
        comparison: what the two share; its `first` is the original's side.
    """

    original: Facts
    copy: Facts
    comparison: Comparison


def turned(comparison: Comparison) -> Comparison:
    """The same comparison from the other side; its runs are left behind."""
    return Comparison(
        comparison.second,
        comparison.first,
        comparison.twins,
        comparison.reworded,
        comparison.swapped,
        comparison.changed,
        (),
    )


def relation(pair: Pair) -> Relation:
    """What a copy is to its original."""
    original, copy = pair.comparison.first, pair.comparison.second
    if is_reworded(pair):
        return Relation.PARAPHRASE
    of_copy, of_original = carried(copy), carried(original)
    if of_copy >= _NEARLY_ALL and of_original >= _NEARLY_ALL:
        return Relation.UPDATE if _is_changed(pair) else Relation.REPRINT
    if of_copy >= _NEARLY_ALL:
        return Relation.PARTIAL
    if _of_one_outlet(pair):
        return Relation.UPDATE
    if of_original < _NEARLY_ALL:
        return Relation.REWRITE
    if _in_one_piece(copy) and (_told_apart(pair) or copy.before >= _AROUND):
        return Relation.REPRINT
    return Relation.REWRITE if _told_apart(pair) else Relation.UPDATE


def carried(side: Side) -> float:
    """How much of a side the other has, as it stands or reworded, 0 to 1."""
    return max(side.shared, side.own_shared, side.alike)


def is_reworded(pair: Pair) -> bool:
    """Whether words were swapped all over a text, as no editor does."""
    comparison = pair.comparison
    sides = (comparison.first, comparison.second)
    if min(max(side.alike, side.shared) for side in sides) < _REWORDED_ALIKE:
        return False
    if pair.copy.spun >= _SPUN > pair.original.spun or comparison.reworded >= _REWORDED:
        return True
    words = min(side.words for side in sides)
    return comparison.swapped >= max(_SWAPS, _SWAPS_OF_THOUSAND * words / 1000)


def _is_changed(pair: Pair) -> bool:
    """Whether a later version says something else: other figures or names, or in one outlet more.

    Who prints another's report may put a name right; who changes a figure in his own brings it up to date.
    """
    original, copy = pair.comparison.first, pair.comparison.second
    if _of_one_outlet(pair):
        grown = abs(copy.words - original.words) > _GROWN * max(1, original.words)
        return grown or pair.comparison.changed > 0
    return pair.comparison.changed > 0 and not _told_apart(pair)


def _of_one_outlet(pair: Pair) -> bool:
    """Whether two reports are known to be one outlet's, or one page's at two times."""
    one, other = pair.original, pair.copy
    if _same(one.url, other.url) or _same(one.outlet, other.outlet):
        return True
    return _same(one.title, other.title) and not _told_apart(pair)


def _in_one_piece(copy: Side) -> bool:
    """Whether what a copy has from its original stands in one piece, with the page around it."""
    within = copy.words - copy.before - copy.behind
    return within > 0 and copy.shared * copy.words >= _DENSE * within


def _same(one: str | None, other: str | None) -> bool:
    """Whether both are known and are the same, whatever the case."""
    return one is not None and other is not None and one.casefold() == other.casefold()


def _told_apart(pair: Pair) -> bool:
    """Whether the outlets of both are known to be two."""
    return bool(pair.original.outlet and pair.copy.outlet) and not _same(
        pair.original.outlet, pair.copy.outlet
    )


def reasons(pair: Pair) -> tuple[str, ...]:
    """Why a report is held for a copy, each reason one phrase."""
    original, copy = pair.comparison.first, pair.comparison.second
    name = pair.original.report
    said = []
    if copy.shared > 0:
        said.append(f"{_percent(copy.shared)} of its words stand in {name} in the same order")
    if copy.alike > copy.shared and pair.comparison.reworded > 0:
        said.append(
            f"{_percent(copy.alike)} of its own sentences are in {name} in the same order, reworded or not"
        )
    if is_reworded(pair):
        said.append(_swaps(pair.comparison))
    if carried(original) < _NEARLY_ALL:
        said.append(f"{_percent(1 - carried(original))} of {name} is not in it")
    elif copy.before + copy.behind >= _AROUND and copy.shared < _NEARLY_ALL:
        said.append(f"{copy.before} words stand before what it has from {name}, {copy.behind} behind")
    return (*said, *_known_reasons(pair))


def _swaps(comparison: Comparison) -> str:
    share = _percent(comparison.reworded)
    return f"words are swapped in {share} of what is alike, names and their order kept"


def _known_reasons(pair: Pair) -> tuple[str, ...]:
    """What dates, headlines and outlets add."""
    said = []
    if pair.copy.spun >= _SPUN:
        said.append("its wording is a synonym spinner's")
    if _same(pair.original.title, pair.copy.title):
        said.append("the same headline")
    elif pair.original.title and pair.copy.title:
        said.append("another headline")
    if pair.comparison.changed:
        said.append(f"{_count(pair.comparison.changed, 'sentence')} with other names or figures")
    if pair.original.published and pair.copy.published and pair.original.published != pair.copy.published:
        said.append(f"dated {pair.copy.published}, the original {pair.original.published}")
    return tuple(said)


def _percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
