"""Families: which reports carry one text, which of them is the original, and what the others are to it.

A pure function of the reports, of the comparisons of those that share anything, and of people's rulings. The
order in which any of them came plays no part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log1p
from types import MappingProxyType

from parley.copies.comparison import Comparison
from parley.copies.kinds import Relation
from parley.copies.relations import Facts, Pair, carried, reasons, relation, turned

_STRONG = 0.6
_SPUN = 0.5
_DIGEST = 0.6
_UNDATED = "9999"
_ABOUT_AS_LONG = 0.1

BY_RULING = "a person put it there"
"""The reason of a report that only a ruling put into its family."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two reports that carry one text; `comparison.first` is the side of `first`."""

    first: str
    second: str
    comparison: Comparison

    def seen_from(self, report: str) -> Comparison:
        """The comparison with `report`'s side first."""
        return self.comparison if report == self.first else turned(self.comparison)

    def other(self, report: str) -> str:
        """The report at the other end."""
        return self.second if report == self.first else self.first


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people decided.

    Attributes:
        joined: pairs of reports that are of one family.
        separated: pairs that are not.
        moved: for a report, one of the family it belongs to; None where it is a family of its own.
    """

    joined: frozenset[frozenset[str]] = frozenset()
    separated: frozenset[frozenset[str]] = frozenset()
    moved: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Member:
    """A report in its family.

    Attributes:
        report: its id.
        relation: what it is to the family's original.
        reasons: why it is held for that, each one phrase; none for an original.
    """

    report: str
    relation: Relation
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that carry one text, the original first, then by date."""

    members: tuple[Member, ...]

    @property
    def original(self) -> str:
        """The report that the others are copies of."""
        return self.members[0].report


def families(
    reports: Iterable[Facts], links: Iterable[Link], rulings: Rulings | None = None
) -> tuple[Family, ...]:
    """The families of reports; each report is in exactly one.

    Args:
        reports: what is known of each.
        links: those of them that carry one text, in any order.
        rulings: what people decided; it goes before anything measured.

    Returns:
        The families by the date of their originals.
    """
    known = {facts.report: facts for facts in reports}
    ruled = rulings or Rulings()
    kept = _without_digests(
        [
            link
            for link in sorted(links, key=_strength)
            if {link.first, link.second} <= known.keys() - ruled.moved.keys()
        ]
    )
    groups = _Groups(known, ruled)
    for pair in sorted(map(sorted, ruled.joined)):
        if set(pair) <= known.keys() - ruled.moved.keys():
            groups.join(*pair)
    weak = []
    for link in kept:
        if _share(link) >= _STRONG:
            groups.join(link.first, link.second)
        else:
            weak.append(link)
    groups.attach(weak)
    groups.move()
    within = groups.links(kept)
    made = [_family([known[report] for report in group], within[min(group)]) for group in groups.all()]
    return tuple(sorted(made, key=lambda family: originality(known[family.original])))


def originality(facts: Facts) -> tuple[bool, str, int, int, str]:
    """The order of originals: clean before spun, earlier before later, longer before shorter.

    Of two about as long, as a report and its light rewording are, the shorter: who rewords puts words in.
    """
    length = int(log1p(facts.words) / log1p(_ABOUT_AS_LONG))
    return facts.spun >= _SPUN, facts.published or _UNDATED, -length, facts.words, facts.report


def _share(link: Link) -> float:
    """How much of the one that has less of its own is in the other."""
    return max(carried(link.comparison.first), carried(link.comparison.second))


def _strength(link: Link) -> tuple[float, float, str, str]:
    """The order of links: those that share most come first."""
    sides = (link.comparison.first, link.comparison.second)
    shared = max(carried(side) * side.words for side in sides)
    return -_share(link), -shared, link.first, link.second


def _without_digests(links: Sequence[Link]) -> list[Link]:
    """The links less those that only a digest makes: two stories do not become one by standing on one page.

    Where a long report has one story here and another there, and is a copy of neither, it goes with the one
    it has most of.
    """
    taken: dict[str, list[tuple[int, int]]] = defaultdict(list)
    dropped = set()
    for link in sorted(links, key=_most_shared):
        for report in (link.first, link.second):
            ours = link.seen_from(report).first
            if carried(ours) >= _DIGEST:
                continue
            place = (ours.before, ours.words - ours.behind)
            if taken[report] and not any(_overlap(place, other) for other in taken[report]):
                dropped.add((link.first, link.second))
            else:
                taken[report].append(place)
    return [link for link in links if (link.first, link.second) not in dropped]


def _most_shared(link: Link) -> tuple[float, str, str]:
    sides = (link.comparison.first, link.comparison.second)
    return -max(side.shared * side.words for side in sides), link.first, link.second


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class _Groups:
    """Reports put together step by step, never against a ruling."""

    def __init__(self, known: Mapping[str, Facts], rulings: Rulings) -> None:
        self._known = known
        self._rulings = rulings
        self._of = {report: frozenset((report,)) for report in known}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for pair in rulings.separated:
            for report in pair:
                self._apart[report] |= pair - {report}

    def all(self) -> list[list[str]]:
        """The groups, each in order."""
        return [sorted(group) for group in set(self._of.values())]

    def links(self, links: Iterable[Link]) -> Mapping[str, list[Link]]:
        """The links within each group, by the first report of the group."""
        within: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            if self._of[link.first] is self._of[link.second]:
                within[min(self._of[link.first])].append(link)
        return within

    def join(self, one: str, other: str) -> bool:
        """Put the groups of two reports together; False where a ruling forbids it."""
        first, second = self._of[one], self._of[other]
        if first is second:
            return True
        if any(not second.isdisjoint(self._apart.get(report, ())) for report in first if self._apart):
            return False
        both = first | second
        for report in both:
            self._of[report] = both
        return True

    def attach(self, weak: Sequence[Link]) -> None:
        """Attach groups by weak links: each to one that is not itself attached, so that no chain grows."""
        near: dict[frozenset[str], set[frozenset[str]]] = defaultdict(set)
        for link in weak:
            one, two = self._of[link.first], self._of[link.second]
            if one is not two:
                near[one].add(two)
                near[two].add(one)
        heads: set[frozenset[str]] = set()
        attached: set[frozenset[str]] = set()
        for group in sorted(near, key=self._head):
            if group in attached:
                continue
            heads.add(group)
            for other in sorted(near[group], key=self._head):
                if other not in heads and other not in attached and self.join(min(group), min(other)):
                    attached.add(other)

    def move(self) -> None:
        """Put the reports that people moved where they belong."""
        for report in sorted(self._rulings.moved.keys() & self._of.keys()):
            target, seen = self._rulings.moved[report], {report}
            while target in self._rulings.moved and target not in seen and target is not None:
                seen.add(target)
                target = self._rulings.moved[target] or target
            if target is not None and target in self._of and target != report:
                both = self._of[report] | self._of[target]
                for member in both:
                    self._of[member] = both

    def _head(self, group: frozenset[str]) -> tuple[bool, str, int, int, str]:
        return min(originality(self._known[report]) for report in group)


def _family(group: Sequence[Facts], links: Sequence[Link]) -> Family:
    """A family of its reports: the original, and what each of the others is to it.

    A report that shares nothing with the original itself is told by one that does, step by step.
    """
    original, *others = _in_order(group)
    within = {facts.report: facts for facts in group}
    by_report: dict[str, list[Link]] = defaultdict(list)
    for link in sorted(links, key=_strength):
        by_report[link.first].append(link)
        by_report[link.second].append(link)
    told = {original.report: Member(original.report, Relation.ORIGINAL, ())}
    layer = [original.report]
    while layer:
        reached: dict[str, Member] = {}
        for report in layer:
            for link in by_report[report]:
                other = link.other(report)
                if other not in told and other not in reached:
                    reached[other] = _member(within[other], link, within[report], told[report])
        told |= reached
        layer = list(reached)
    ruled = Member("", Relation.REPRINT, (BY_RULING,))
    return Family(
        tuple(told.get(facts.report, replace(ruled, report=facts.report)) for facts in (original, *others))
    )


def _in_order(group: Sequence[Facts]) -> list[Facts]:
    """The reports of a family, the original first; versions of one page of one day as they came."""
    places: dict[tuple[str, str | None, bool], tuple[bool, str, int, int, str]] = {}
    for facts in group:
        if facts.address is not None:
            page = (facts.address, facts.published, facts.spun >= _SPUN)
            places[page] = min(originality(facts), places.get(page, originality(facts)))

    def place(facts: Facts) -> tuple[tuple[bool, str, int, int, str], int]:
        own = originality(facts)
        if facts.address is None:
            return own, 0
        return places[facts.address, facts.published, facts.spun >= _SPUN], facts.came

    return sorted(group, key=place)


def _member(facts: Facts, link: Link, other: Facts, told: Member) -> Member:
    """A copy, told by the report it shares most with; the reprint of a rewriting is a rewriting."""
    pair = Pair(other, facts, link.seen_from(other.report))
    found = relation(pair)
    if found is Relation.REPRINT and told.relation is not Relation.ORIGINAL:
        found = told.relation
    return Member(facts.report, found, reasons(pair))
