"""How many voices there are behind reports: "14 reports, 6 independent sources, 8 folded"."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from parley.copies.kinds import Relation
from parley.desk.keeping import state
from parley.desk.store import Store
from parley.record import Record, ReportEntry
from parley.record.copied_record import FamilyMember, Source, StoredFamily
from parley.views.titles import called

_SECONDS = 30
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
        statements: how many statements it has; None where that was not counted.
        paraphrase: its paraphrase score; None where it was not looked up.
    """

    report: str
    title: str | None
    outlet: str | None
    published: str | None
    relation: str
    reasons: tuple[str, ...]
    statements: int | None
    paraphrase: float | None


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
        if new := {one for one in tuple(reports) if one not in self._known}:
            found = self.record.family_ids(new)
            self._known |= {one: found.get(one, (one, Relation.ORIGINAL)) for one in new}

    def lead(self, report: str) -> str:
        """The report that stands for a report's family."""
        if report not in self._known:
            self.look_up([report])
        return self._known[report][0]

    def is_altered(self, report: str) -> bool:
        """Whether a report is a machine's rewording of another."""
        return self.only_altered([report])

    def only_altered(self, reports: Iterable[str]) -> bool:
        """Whether something is told only by machine rewordings of reports that are there."""
        listed = tuple(reports)
        if not self._known.keys() >= set(listed):
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
    known = _asking(store.record, int(time.monotonic() // _SECONDS))
    known.look_up(reports)
    return known


@lru_cache(maxsize=1)
def _asking(record: Record, moment: int) -> Asking:
    """What was asked of a large record's reports a moment ago is not asked again."""
    return Asking(record)


def told(store: Store, reports: Iterable[str]) -> Mapping[str, int]:
    """How often something is told: ``reports``, independent ``sources``, and ``copies`` among the reports."""
    listed = tuple(reports)
    return counted_voices(voices(store, listed), listed)


def counted_voices(known: Families | Asking, reports: Iterable[str]) -> Mapping[str, int]:
    """The same, where it is known already which reports copy which."""
    listed = tuple(dict.fromkeys(reports))
    sources = len({known.lead(report) for report in listed})
    return {"reports": len(listed), "sources": sources, "copies": len(listed) - sources}


@dataclass(frozen=True, slots=True)
class Lately:
    """A part of a large record's families.

    Attributes:
        here: those of this part, the one read last first.
        families: how many are asked for.
        reports: how many reports these have.
        all_families: how many there are in all.
        all_reports: how many reports they have.
    """

    here: tuple[Family, ...]
    families: int
    reports: int
    all_families: int
    all_reports: int


def lately_read(
    record: Record, relation: str | None, part: slice, fits: Callable[[Source], bool] | None = None
) -> Lately:
    """Some of a record's families by the order they were read in, without looking at all their reports.

    Args:
        record: an open record.
        relation: only families with a report of this relation; None: all.
        part: which of them.
        fits: only families with a report that came in a way that fits; None: all.
    """
    order, relations = _read_order(record, state(record))
    among = None if fits is None else record.ways(fits)
    wanted = [
        one
        for one in order
        if (relation is None or relation in relations[one]) and (among is None or one in among)
    ]
    here = tuple(_counted_not(record.family_of(one)) for one in wanted[part])
    reports = sum(len(found) for found in relations.values())
    return Lately(
        here=tuple(one for one in here if one.members),
        families=len(wanted),
        reports=sum(len(relations[one]) for one in wanted),
        all_families=len(order),
        all_reports=reports,
    )


@lru_cache(maxsize=1)
def _read_order(record: Record, state: str) -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """Families by when their last report was read, the last first, and the relations of their reports."""
    known = record.family_ids()
    relations: dict[str, list[str]] = {}
    for family, relation in known.values():
        relations.setdefault(family, []).append(relation.value)
    read = (known[one][0] for one in record.read_since("") if one in known)
    return tuple(dict.fromkeys(read)), {family: tuple(found) for family, found in relations.items()}


def _counted_not(members: Sequence[FamilyMember]) -> Family:
    made = tuple(_member(one, None) for one in members)
    return Family(made[0].report if made else "", made)


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
    members = (_member(one, entries.get(one.source.report)) for one in stored.members)
    return Family(stored.original.report, tuple(members))


def _member(one: FamilyMember, entry: ReportEntry | None) -> Member:
    source = one.source
    return Member(
        report=source.report,
        title=called(source.title, source.origin or source.url),
        outlet=source.outlet,
        published=source.published,
        relation=one.relation.value,
        reasons=one.reasons,
        statements=entry.statements if entry else None,
        paraphrase=entry.paraphrase if entry else None,
    )
