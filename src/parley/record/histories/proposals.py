"""The histories of proposals: one plan as report after report tells of it, with what its terms were when."""

from __future__ import annotations

from collections.abc import Sequence

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

_LONGEST = 183
"""Days between two tellings of one proposal: a plan of one name half a year later is another."""

_SPREAD = 550


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
            "by": proposal.proposed_by,
            "day": day,
            "day_from": day_from,
            "days": list(out) if out else None,
            "published": seen.published,
            "checked": seen.checked,
        }
        first, last = out or ("0000-00-00", "0000-00-00")
        return f"{first} {last} {seen.report} {seen.position:06d} {seen.id}", facts

    def read(self, told: Told) -> tuple[str, str, int, int]:
        """The words of its name, who tabled it, and the days it was told of."""
        facts = told.facts
        spread = facts["days"]
        ends = (number_of(spread[0]), number_of(spread[1])) if spread else (NO_ANCHOR, NO_ANCHOR)
        return thing(facts["label"]), searchable(facts["by"] or "").strip(), *ends

    def handles(self, told: Told) -> list[Handle]:
        """Its name."""
        name, _, first, _ = told.read
        return [(name, first)]

    def windows(self, told: Told) -> list[Window]:
        """Those of the same name, not too long before or after; those without a day."""
        name, _, first, last = told.read
        if first == NO_ANCHOR:
            return [(name, NO_ANCHOR, LATEST)]
        return [(name, max(first - _SPREAD, 0), last + _SPREAD), (name, NO_ANCHOR, NO_ANCHOR)]

    def enough(self, told: Told) -> int:
        """One will do."""
        return 1

    def near(self, first: Told, second: Told) -> bool:
        """Whether two tellings may be of one proposal: of one name, by no two parties, near in time."""
        one, other = sorted((first, second), key=lambda told: told.sort)
        name, by, began, ended = one.read
        same_name, also_by, begins, _ = other.read
        dated = NO_ANCHOR not in (began, begins)
        return bool(
            name == same_name
            and (not by or not also_by or by == also_by)
            and not (dated and begins - ended > _LONGEST)
        )

    def fits(self, members: Sequence[Told], told: Told) -> float:
        """How well a telling fits: those by the same party better than those by nobody named."""
        by = told.read[1]
        known = {one.read[1] for one in members if one.read[1]}
        if by and known and by not in known:
            return 0.0
        if not any(self.near(one, told) for one in members):
            return 0.0
        return 1.0 if by and by in known else 0.5

    def line(self, members: Sequence[Told]) -> Line:
        """The proposal as all its tellings have it, its terms version by version."""
        facts = [one.facts for one in members]
        by = next((one["by"] for one in facts if one["by"]), None)
        content: Object = {
            "label": facts[0]["label"],
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


def _versions(members: Sequence[Told]) -> list[list[object]]:
    """The terms through time: a new version where a telling of a later day has terms that no earlier one has.

    A telling that gives fewer terms only tells less; what several tell on one day is one version.
    """
    versions: list[tuple[dict[str, str], list[Told]]] = []
    for one in members:
        terms = {thing(words): words for words in one.facts["terms"]}
        known, told = versions[-1] if versions else ({}, [])
        if not told or (known and terms.keys() - known.keys() and _is_later(one, told[-1])):
            versions.append((terms, [one]))
            continue
        for key, words in terms.items():
            known.setdefault(key, words)
        told.append(one)
    return [
        [
            told[0].facts["day"],
            list(terms.values()),
            each(one.report for one in told),
            each(one.id for one in told),
        ]
        for terms, told in versions
    ]


def _is_later(one: Told, other: Told) -> bool:
    days_of, before = one.facts["days"], other.facts["days"]
    return days_of is not None and before is not None and days_of[0] > before[0]
