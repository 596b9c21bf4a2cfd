"""From forms of one block to groups, each one person or thing; what is not sure enough is a suggestion.

The forms that say most are placed first; each later one joins the one group it fits, unless it fits two as
well as each other, or any member forbids it. So two people of one name never come together through a third,
shorter name. A pure function: the same forms give the same groups in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from parley.identity.forms import FormKind
from parley.identity.linking import LINE, SUGGESTED, Known, Likeness, likeness, parts
from parley.identity.names import folded
from parley.vocabulary.identity import common_family_names

_CLEARLY = 0.04
"""How much better one group must fit than the next."""

_RARE = 5
"""Letters a family name must have to be taken for its only bearer's."""

_MORE_OFTEN = 2
"""How many powers of two more often somebody must be named to be whom a family name alone means."""


@dataclass(frozen=True, slots=True)
class Joined:
    """A form in its group.

    Attributes:
        known: the form.
        score: how surely it belongs there; 1 for the first.
        reasons: why.
    """

    known: Known
    score: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Forms that are one person or thing, those that say most first."""

    members: tuple[Joined, ...]

    @property
    def id(self) -> str:
        """The key of its first form."""
        return self.members[0].known.form.key

    @property
    def weight(self) -> int:
        """How often it is named, in powers of two."""
        return max(member.known.weight for member in self.members)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two forms that may be one, for a person to decide.

    Attributes:
        first: key of the one form.
        second: key of the other.
        score: how surely they are one.
        reasons: why, and why not.
    """

    first: str
    second: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruled:
    """What people decided about two names, folded: one, or not one."""

    first: str
    second: str
    one: bool


def groups(
    forms: Iterable[Known], rulings: Sequence[Ruled] = ()
) -> tuple[tuple[Group, ...], tuple[Suggestion, ...]]:
    """Group the forms of one block, or of several that rulings tie together.

    Args:
        forms: all forms of the block.
        rulings: what people decided, in the order they did.
    """
    placed: list[Group] = []
    suggested: list[Suggestion] = []
    for known in sorted(forms, key=_detail):
        fits = sorted(
            ((_fit(known, group, rulings), number) for number, group in enumerate(placed)),
            key=lambda pair: (-pair[0].score, pair[1]),
        )
        best = _best(known, placed, fits)
        if best is None:
            placed.append(Group((Joined(known),)))
        else:
            group = placed[best[1]]
            joined = Joined(known, round(best[0].score, 3), best[0].reasons)
            placed[best[1]] = Group((*group.members, joined))
        suggested += _suggestions(known, placed, fits, None if best is None else best[1])
    return tuple(placed), tuple(suggested)


def _detail(known: Known) -> tuple[object, ...]:
    """Those that say most come first; of equals those named most often."""
    form = known.form
    detail = parts(known).detail if form.kind is FormKind.PERSON else len(form.name.split())
    return -detail, not form.party, -known.weight, form.key


def _fit(known: Known, group: Group, rulings: Sequence[Ruled]) -> Likeness:
    """How surely a form is of a group: as its best member says, unless a ruling or a member forbids it."""
    decided = _decided(known, group, rulings)
    if decided is not None:
        return Likeness(1.0, ("ruled to be one",)) if decided else Likeness(0.0, ("ruled not to be one",))
    found = [likeness(known, member.known) for member in group.members]
    if known.form.kind is FormKind.PERSON and parts(known).given:
        full = [one for one, member in zip(found, group.members, strict=True) if parts(member.known).given]
        if any(one.score == 0.0 for one in full):
            return Likeness(0.0)
    return max(found, key=lambda one: one.score)


def _decided(known: Known, group: Group, rulings: Sequence[Ruled]) -> bool | None:
    """What the last ruling on the form and any member says; None where there is none."""
    own, names = _called(known), {name for member in group.members for name in _called(member.known)}
    decided = None
    for ruling in rulings:
        pair = {ruling.first, ruling.second}
        if (own & pair) and any((pair - {name}) & names for name in own & pair):
            decided = ruling.one
    return decided


def _called(known: Known) -> frozenset[str]:
    """All a form is called, folded."""
    return frozenset({known.form.name, *(folded(spelt) for spelt in known.spellings())})


def _best(
    known: Known, placed: Sequence[Group], fits: Sequence[tuple[Likeness, int]]
) -> tuple[Likeness, int] | None:
    """The one group a form belongs to, or None where there is none, or no telling which."""
    good = [fit for fit in fits if fit[0].score >= LINE]
    if not good:
        return _only_one(known, placed, fits)
    if len(good) == 1 or good[0][0].score - good[1][0].score >= _CLEARLY:
        return good[0]
    if known.form.kind is FormKind.PERSON:
        by_weight = sorted(good, key=lambda fit: -placed[fit[1]].weight)
        first, second = (placed[fit[1]].weight for fit in by_weight[:2])
        if first - second >= _MORE_OFTEN:
            likely, number = by_weight[0]
            return replace(likely, score=LINE, reasons=(*likely.reasons, "named far more often")), number
    return None


def _only_one(
    known: Known, placed: Sequence[Group], fits: Sequence[tuple[Likeness, int]]
) -> tuple[Likeness, int] | None:
    """Whom a family name alone means, of no known party: the only one of a name that is not common."""
    possible = [fit for fit in fits if fit[0].score >= SUGGESTED]
    if known.form.kind is not FormKind.PERSON or known.form.party or len(possible) != 1:
        return None
    name = parts(known)
    if name.given or len(name.family) < _RARE or name.family in common_family_names():
        return None
    likely, number = possible[0]
    bearers = [
        group for group in placed if any(parts(one.known).family == name.family for one in group.members)
    ]
    if bearers != [placed[number]]:
        return None
    return replace(likely, score=LINE, reasons=(*likely.reasons, "nobody else is called so")), number


def _suggestions(
    known: Known, placed: Sequence[Group], fits: Sequence[tuple[Likeness, int]], joined: int | None
) -> list[Suggestion]:
    """The groups a form may also be of; none where it has found its own."""
    if joined is not None:
        return []
    form = known.form
    return [
        Suggestion(placed[number].id, form.key, round(min(fit.score, LINE - 0.01), 3), fit.reasons)
        for fit, number in fits
        if fit.score >= SUGGESTED and placed[number].id != form.key
    ]
