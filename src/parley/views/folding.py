"""Statements of a record told once: over copies of a report, and over reports that quote the same words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


def folded_statements(record: Record, asked: LedgerFilter | None = None) -> tuple[Told, ...]:
    """The statements asked for, each once: "1 statement, 2 independent sources, 5 copies".

    Args:
        record: an open record.
        asked: which statements; None: all.

    Raises:
        BadFilter: see `Record.statements`.
        NotFound: when the record has no such report.
        Ambiguous: when it has several.
    """
    record.fold()
    return fold_found(record, record.statements(asked))


def fold_found(record: Record, found: Sequence[StoredFinding]) -> tuple[Told, ...]:
    """Statements of a record, folded; what are no statements is left out.

    Returns:
        Each statement once, in the order of `found`, by the telling that is shown.
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
    return tuple(sorted(told, key=lambda one: place[one.shown.id]))


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
