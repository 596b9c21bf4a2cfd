"""How many voices there are behind reports: "14 reports, 6 independent sources, 8 folded"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.desk.store import Store
from parley.record import Record

SPUN = 0.5
"""From this paraphrase score on, a report is a machine's copy of another and no voice of its own."""


@dataclass(frozen=True, slots=True)
class Member:
    """A report of a family.

    Attributes:
        report: its id.
        title: its headline, or where it came from.
        outlet: who published it, or None.
        published: EDTF date, or None.
        relation: original, reprint, partial, update, rewrite or paraphrase.
        reasons: why it was folded.
        statements: how many statements it has.
        paraphrase: its paraphrase score.
    """

    report: str
    title: str | None
    outlet: str | None
    published: str | None
    relation: str
    reasons: tuple[str, ...]
    statements: int
    paraphrase: float


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that carry the same text.

    Attributes:
        lead: the id of the report that stands for them.
        members: the reports, the lead first.
    """

    lead: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Families:
    """All families of a record.

    Attributes:
        families: by day of publication of their leads.
        of: the lead of each report's family.
    """

    families: tuple[Family, ...]
    of: Mapping[str, str]

    def sources(self, reports: Iterable[str]) -> int:
        """How many independent sources these reports are."""
        return len({self.of.get(report, report) for report in reports})


def families(store: Store) -> Families:
    """The families of a record as they are now."""
    return store.kept("families", _families)


def _families(record: Record) -> Families:
    entries = record.reports()
    found = []
    for entry in entries:
        spun = entry.paraphrase >= SPUN
        relation = "paraphrase" if spun else "original"
        reasons = (f"a machine has swapped its words (score {entry.paraphrase:.2f})",) if spun else ()
        member = Member(
            entry.id,
            entry.title or entry.origin,
            entry.outlet,
            entry.published,
            relation,
            reasons,
            entry.statements,
            entry.paraphrase,
        )
        found.append(Family(entry.id, (member,)))
    return Families(tuple(found), {one.lead: one.lead for one in found})


def told(store: Store, reports: Iterable[str]) -> Mapping[str, int]:
    """How often something is told: ``reports``, independent ``sources``, and ``copies`` among the reports."""
    listed = tuple(dict.fromkeys(reports))
    sources = families(store).sources(listed)
    return {"reports": len(listed), "sources": sources, "copies": len(listed) - sources}
