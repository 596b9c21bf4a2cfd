"""How many voices there are behind reports: "14 reports, 6 independent sources, 8 folded"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parley.copies.kinds import Relation
from parley.desk.store import Store
from parley.record import Record, ReportEntry
from parley.record.copied_record import StoredFamily

SPUN = 0.5
"""From this paraphrase score on, quotation marks of a report prove nothing."""


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
        members: the reports, the lead first; one that came several ways is there several times.
    """

    lead: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Families:
    """All families of a record.

    Attributes:
        families: by day of publication of their leads.
        of: the lead of each report's family.
        altered: the reports whose words a machine has changed.
    """

    families: tuple[Family, ...]
    of: Mapping[str, str]
    altered: frozenset[str]

    def sources(self, reports: Iterable[str]) -> int:
        """How many independent sources these reports are."""
        return len({self.of.get(report, report) for report in reports})

    def only_altered(self, reports: Iterable[str]) -> bool:
        """Whether something is told only by reports a machine reworded whose clean originals are there."""
        return all(map(self.has_clean_copy, reports))

    def has_clean_copy(self, report: str) -> bool:
        """Whether a machine has changed a report's words, and its family has it in the words it had."""
        return report in self.altered and self.of.get(report, report) not in self.altered


def families(store: Store) -> Families:
    """The families of a record as they are now."""
    return store.kept("families", _families)


def _families(record: Record) -> Families:
    entries = {entry.id: entry for entry in record.reports()}
    found = tuple(_family(one, entries) for one in record.families())
    altered = {entry.id for entry in entries.values() if entry.paraphrase >= SPUN}
    altered |= {
        member.report for one in found for member in one.members if member.relation == Relation.PARAPHRASE
    }
    of = {member.report: one.lead for one in found for member in one.members}
    return Families(found, of, frozenset(altered))


def _family(stored: StoredFamily, entries: Mapping[str, ReportEntry]) -> Family:
    members = []
    for one in stored.members:
        source = one.source
        entry = entries.get(source.report)
        members.append(
            Member(
                report=source.report,
                title=source.title or source.origin or source.url,
                outlet=source.outlet,
                published=source.published,
                relation=one.relation.value,
                reasons=one.reasons,
                statements=entry.statements if entry else 0,
                paraphrase=entry.paraphrase if entry else 0.0,
            )
        )
    return Family(stored.original.report, tuple(members))


def told(store: Store, reports: Iterable[str]) -> Mapping[str, int]:
    """How often something is told: ``reports``, independent ``sources``, and ``copies`` among the reports."""
    listed = tuple(dict.fromkeys(reports))
    sources = families(store).sources(listed)
    return {"reports": len(listed), "sources": sources, "copies": len(listed) - sources}
