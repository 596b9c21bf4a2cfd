"""The histories of proposals: one plan as report after report tells of it, with what its terms were when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.model import Proposal
from parley.model.codec import Object
from parley.model.rulings import Checked, checked_of
from parley.record.days import days
from parley.record.histories.ways import (
    LATEST,
    NO_ANCHOR,
    Handle,
    Line,
    Seen,
    Told,
    Window,
    each,
    number_of,
    span_of,
)
from parley.record.names import searchable
from parley.record.telling import day_of, thing
from parley.vocabulary.proposals import extent_of, kind_of, marks_of, measures_told

_LONGEST = 183
"""Days between two tellings of one proposal: a plan of one name half a year later is another."""

_LONGEST_RENAMED = 45
"""The same, of two whose names differ and only their measures, party or marks tell that they are one."""

_SPREAD = 550

_WORDS_OF_LABEL = 8
"""A name with more words than this is the report's sentence, not a name."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """What of a telling is compared.

    Attributes:
        name: the words of its name.
        thing: what kind of thing it is; None where its name names nothing that is put on a table.
        by: who tabled it, or the empty string.
        measures: how long and how much, by the kind of measure.
        extent: partial or whole, or None.
        marks: the words that tell which of its kind it is.
        first: the day it was told of, or `NO_ANCHOR`.
        last: the last day it may have been.
    """

    name: str
    thing: str | None
    by: str
    measures: Mapping[str, float]
    extent: str | None
    marks: frozenset[str]
    first: int
    last: int


class ProposalWay:
    """How tellings of proposals come together: by their names, who tabled them, and when."""

    kind = "proposal"
    type = "proposal"

    def told(self, seen: Seen) -> tuple[str, Object] | None:
        """What orders a telling, and its facts."""
        proposal = seen.finding
        if not isinstance(proposal, Proposal):
            return None
        day, day_from = day_of(proposal.on, seen.published)
        out = days(seen.published) or days(day)
        facts: Object = {
            "label": proposal.label,
            "terms": list(proposal.terms),
            "versions": [list(one.terms) for one in proposal.versions],
            "by": proposal.proposed_by,
            "day": day,
            "day_from": day_from,
            "days": list(out) if out else None,
            "published": seen.published,
            "checked": seen.checked,
        }
        first, last = out or ("0000-00-00", "0000-00-00")
        return f"{first} {last} {seen.report} {seen.position:06d} {seen.id}", facts

    def read(self, told: Told) -> _Compared:
        """What of a telling is compared with others."""
        facts = told.facts
        label, spread = facts["label"], facts["days"]
        ends = (number_of(spread[0]), number_of(spread[1])) if spread else (NO_ANCHOR, NO_ANCHOR)
        return _Compared(
            thing(label),
            kind_of(label),
            searchable(facts["by"] or "").strip(),
            measures_told(label, () if facts["versions"] else facts["terms"]),
            extent_of(label, facts["terms"]),
            marks_of(label),
            *ends,
        )

    def handles(self, told: Told) -> list[Handle]:
        """Its name; of what kind it is, with a measure, a mark, or who tabled it."""
        return [(handle, told.read.first) for handle in _handles(told.read)]

    def windows(self, told: Told) -> list[Window]:
        """Those that share something, not too long before or after; those without a day."""
        found: list[Window] = []
        first, last = told.read.first, told.read.last
        for handle in _handles(told.read):
            if first == NO_ANCHOR:
                found.append((handle, NO_ANCHOR, LATEST))
            else:
                found.append((handle, max(first - _SPREAD, 0), last + _SPREAD))
                found.append((handle, NO_ANCHOR, NO_ANCHOR))
        return found

    def enough(self, told: Told) -> int:
        """One will do."""
        return 1

    def near(self, first: Told, second: Told) -> bool:
        """Whether two tellings may be of one proposal.

        They are by no two parties and near in time. Either they have one name, or they are of one kind, told
        within weeks, alike in how long, how much and how far they go, and share a measure, a mark or a party.
        """
        one, other = sorted((first, second), key=lambda told: told.sort)
        return _is_near(one.read, other.read)

    def fits(self, members: Sequence[Told], told: Told) -> float:
        """How well a telling fits: those by the same party better than those by nobody named."""
        own: _Compared = told.read
        known = {one.read.by for one in members if one.read.by}
        if own.by and known and own.by not in known:
            return 0.0
        near = [one for one in members if self.near(one, told)]
        if not near or any(_differ(one.read, own) for one in members if one.read.name != own.name):
            return 0.0
        same = any(one.read.name == own.name for one in near)
        return (1.0 if own.by and own.by in known else 0.5) + (0.25 if same else 0.0)

    def line(self, members: Sequence[Told]) -> Line:
        """The proposal as all its tellings have it, its terms version by version."""
        facts = [one.facts for one in members]
        by = next((one["by"] for one in facts if one["by"]), None)
        content: Object = {
            "label": _label(members),
            "by": by,
            "day": next((one["day"] for one in facts if one["day_from"] == "as_of"), facts[0]["day"]),
            "versions": _versions(members),
            "reports": each(one.report for one in members),
            "findings": each(one.id for one in members),
            "checked": checked_of(Checked(one["checked"]) for one in facts).value,
        }
        told = span_of([one["days"] for one in facts])
        spread = [one["days"] for one in facts if one["days"]]
        shown = (spread[0][0], spread[-1][1]) if spread else None
        return Line(shown, told, "", tuple(name for name in (by,) if name), content)


def _handles(own: _Compared) -> list[str]:
    found = [own.name]
    if own.thing is not None:
        shared = [f"{kind} {number:g}" for kind, number in own.measures.items()]
        shared += [f"mark {mark}" for mark in sorted(own.marks)]
        shared += [f"by {own.by}"] if own.by else []
        found += [f"= {own.thing} {one}" for one in shared]
    return found


def _is_near(one: _Compared, other: _Compared) -> bool:
    """The same; the first is told of first."""
    if one.by and other.by and one.by != other.by:
        return False
    apart = other.first - one.last if NO_ANCHOR not in (one.first, other.first) else None
    if one.name == other.name:
        return apart is None or apart <= _LONGEST
    if one.thing is None or one.thing != other.thing or apart is None or apart > _LONGEST_RENAMED:
        return False
    if _differ(one, other):
        return False
    return bool(
        one.measures.items() & other.measures.items()
        or one.marks & other.marks
        or (one.by and one.by == other.by)
    )


def _differ(one: _Compared, other: _Compared) -> bool:
    """Whether two cannot be one unless their names are: in a measure, in how far they go, in their marks."""
    measures = any(other.measures.get(kind, number) != number for kind, number in one.measures.items())
    extents = one.extent and other.extent and one.extent != other.extent
    return bool(measures or extents or not (one.marks <= other.marks or other.marks <= one.marks))


def _label(members: Sequence[Told]) -> str:
    """The name that most tellings have; of several as frequent the first that is no sentence."""
    names: list[str] = [one.facts["label"] for one in members]
    times = Counter(map(thing, names))
    return min(names, key=lambda name: (len(name.split()) > _WORDS_OF_LABEL, -times[thing(name)]))


@dataclass(slots=True)
class _Terms:
    """The terms of one version, by their words, and the tellings of it."""

    terms: dict[str, str]
    told: list[Told]

    @property
    def measures(self) -> Mapping[str, float]:
        return measures_told("", self.terms.values())


def _versions(members: Sequence[Told]) -> list[list[object]]:
    """The terms through time: a new version where a telling gives another length or sum than any before.

    Each version that one report tells apart is one. A telling that gives fewer terms only tells less, and
    goes with the latest version that it does not contradict; one that adds terms only tells more.
    """
    versions: list[_Terms] = []
    for one in members:
        for terms in one.facts["versions"] or [one.facts["terms"]]:
            _take_in(versions, {thing(words): words for words in terms}, one)
    return [
        [
            version.told[0].facts["day"],
            list(version.terms.values()),
            each(one.report for one in version.told),
            each(one.id for one in version.told),
        ]
        for version in versions
    ]


def _take_in(versions: list[_Terms], terms: dict[str, str], one: Told) -> None:
    measures = measures_told("", terms.values())
    for version in reversed(versions):
        known = version.measures
        if all(known.get(kind, number) == number for kind, number in measures.items()):
            extent = extent_of("", version.terms.values())
            for key, words in terms.items():
                if extent is None or extent_of(words) in (None, extent):
                    version.terms.setdefault(key, words)
            version.told.append(one)
            return
    versions.append(_Terms(terms, [one]))
