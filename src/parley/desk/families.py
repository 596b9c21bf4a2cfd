"""How many voices there are behind reports: "14 reports, 6 independent sources, 8 folded"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from parley.copies.kinds import Relation
from parley.desk.keeping import state
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

    def lead(self, report: str) -> str:
        """The report that stands for a report's family."""
        return self.of.get(report, report)

    def is_altered(self, report: str) -> bool:
        """Whether a machine has changed a report's words."""
        return report in self.altered

    def only_altered(self, reports: Iterable[str]) -> bool:
        """Whether something is told only by reports a machine reworded whose clean originals are there."""
        return all(one in self.altered and self.lead(one) not in self.altered for one in reports)


class Asking:
    """The same of single reports, asked of the record itself, each once.

    Args:
        record: the record.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self._known: dict[str, tuple[str, Relation]] = {}

    def look_up(self, reports: Iterable[str]) -> None:
        """Asks of all these at once."""
        if new := {one for one in reports if one not in self._known}:
            found = self.record.family_ids(new)
            self._known |= {one: found.get(one, (one, Relation.ORIGINAL)) for one in new}

    def lead(self, report: str) -> str:
        """The report that stands for a report's family."""
        self.look_up([report])
        return self._known[report][0]

    def is_altered(self, report: str) -> bool:
        """Whether a report is a machine's rewording of another."""
        return self.only_altered([report])

    def only_altered(self, reports: Iterable[str]) -> bool:
        """Whether something is told only by machine rewordings of reports that are there."""
        listed = set(reports)
        self.look_up(listed)
        return all(self._known[one][1] is Relation.PARAPHRASE for one in listed)


def families(store: Store) -> Families:
    """The families of a record.

    Raises:
        NotYet: when the record is large and they were never worked out.
    """
    return store.kept("families", all_families)


def voices(store: Store, reports: Iterable[str] = ()) -> Families | Asking:
    """What tells copies from voices, at once: in a large record asked of its indexes.

    Args:
        store: the record.
        reports: ids of the reports that it will be asked of, all together.
    """
    if not store.large:
        return families(store)
    known = Asking(store.record)
    known.look_up(reports)
    return known


def told(store: Store, reports: Iterable[str]) -> Mapping[str, int]:
    """How often something is told: ``reports``, independent ``sources``, and ``copies`` among the reports."""
    listed = tuple(reports)
    return counted_voices(voices(store, listed), listed)


def counted_voices(known: Families | Asking, reports: Iterable[str]) -> Mapping[str, int]:
    """The same, where it is known already which reports copy which."""
    listed = tuple(dict.fromkeys(reports))
    sources = len({known.lead(report) for report in listed})
    return {"reports": len(listed), "sources": sources, "copies": len(listed) - sources}


def all_families(record: Record) -> Families:
    """The families of a record, worked out from all of it."""
    record.fold()
    return _all_families(record, state(record))


@lru_cache(maxsize=1)
def _all_families(record: Record, version: str) -> Families:
    """The same, kept until the version is another: several questions begin with it."""
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
