"""Statements of a record told once: over copies of a report, and over reports that quote the same words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from parley.copies.kinds import Relation
from parley.copies.statements import FoldedStatement, Telling
from parley.copies.statements import folded_statements as fold
from parley.model.codec import Object
from parley.model.findings import Statement
from parley.record import LedgerFilter, Record, StoredFinding


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of the record with all its tellings.

    Attributes:
        shown: the telling whose words are shown: a clean one where there is one.
        tellings: all of them, the shown one first.
        folded: how often it was told, and whether its words are a spinner's only.
    """

    shown: StoredFinding
    tellings: tuple[StoredFinding, ...]
    folded: FoldedStatement

    @property
    def object(self) -> Object:
        """The shown statement in the findings format, with what it was folded from."""
        return {
            **self.shown.object,
            "sources": self.folded.sources,
            "copies": self.folded.copies,
            "altered": self.folded.altered,
            "tellings": [{"id": one.id, "report": one.report.id} for one in self.tellings],
        }

    @property
    def counts(self) -> tuple[int, int, bool]:
        """How many independent sources, how many copies, and whether the words are altered."""
        return self.folded.sources, self.folded.copies, self.folded.altered

    @property
    def told_by(self) -> str:
        """The same as one phrase: "2 sources, 5 copies"."""
        return independence(self.folded.sources, self.folded.copies) + (
            ", altered" if self.folded.altered else ""
        )


def independence(sources: int, copies: int) -> str:
    """How many tell of a thing, as one phrase: "2 sources, 5 copies"."""
    first = f"{sources} source{'' if sources == 1 else 's'}"
    return first if not copies else f"{first}, {copies} {'copy' if copies == 1 else 'copies'}"


def sources_of(record: Record, reports: Collection[str]) -> tuple[int, int]:
    """Of reports, by their whole ids, how many are independent sources, and how many are copies of those."""
    families = record.family_ids(set(reports))
    sources = len({families[report][0] if report in families else report for report in reports})
    return sources, len(set(reports)) - sources


def folded_statements(record: Record, asked: LedgerFilter | None = None) -> tuple[Told, ...]:
    """The statements asked for, each once: "1 statement, 2 independent sources, 5 copies".

    Copies that a filter leaves out still count, and their words are shown where they are the clean ones.

    Args:
        record: an open record.
        asked: which statements; None: all.

    Raises:
        BadFilter: see `Record.statements`.
        NotFound: when the record has no such report.
        Ambiguous: when it has several.
    """
    record.fold()
    if asked is None:
        return fold_found(record, record.statements())
    found = record.statements(replace(asked, limit=None))
    others = record.told_in_families({one.report.id for one in found})
    wanted = {one.id for one in found}
    told = fold_found(record, [*found, *(one for one in others if one.id not in wanted)])
    kept = tuple(one for one in told if any(telling.id in wanted for telling in one.tellings))
    return kept if asked.limit is None else kept[-asked.limit :]


def fold_found(record: Record, found: Sequence[StoredFinding]) -> tuple[Told, ...]:
    """Statements of a record, folded; what are no statements is left out.

    Returns:
        Each statement once, in the order of `found`, by the first of its tellings.
    """
    stored = {one.id: one for one in found if isinstance(one.finding, Statement)}
    families = record.family_ids({one.report.id for one in stored.values()})
    folded = fold(_telling(one, families) for one in stored.values())
    place = {name: number for number, name in enumerate(stored)}
    told = [
        Told(
            stored[one.shown.statement],
            tuple(stored[telling.statement] for telling in one.tellings),
            one,
        )
        for one in folded
    ]
    return tuple(sorted(told, key=lambda one: min(place[telling.id] for telling in one.tellings)))


def _telling(stored: StoredFinding, families: dict[str, tuple[str, Relation]]) -> Telling:
    """A stored statement as folding takes it; a report without a family is one of its own."""
    statement, report = stored.finding, stored.report
    assert isinstance(statement, Statement)
    family, relation = families.get(report.id, (report.id, Relation.ORIGINAL))
    spans = statement.content or statement.evidence
    return Telling(
        statement=stored.id,
        report=report.id,
        family=family,
        original=relation is Relation.ORIGINAL,
        speaker=statement.source.name if statement.source else None,
        words=" ".join(span.of(report.text) for span in spans),
        speech=statement.speech,
        verbatim=statement.verbatim,
        published=report.published,
    )
