"""Findings as rows of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from parley.model.codec import to_object, via_ids
from parley.model.findings import (
    Commitment,
    Encounter,
    Event,
    Finding,
    Mention,
    Position,
    Proposal,
    Statement,
)
from parley.model.identifiers import finding_ids, type_name
from parley.model.reading import ReadReport
from parley.model.span import Span, cover
from parley.record.days import days
from parley.record.errors import UnstorableReport
from parley.record.names import searchable

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Columns:
    """What of a finding can be asked for."""

    name: str | None = None
    role: str | None = None
    party: str | None = None
    kind: str | None = None
    dated: str | None = None


def finding_rows(read: ReadReport, reading: int) -> list[Row]:
    """The rows of `findings` of a reading, in the order of its findings.

    Raises:
        UnstorableReport: when a finding has no evidence or is embedded in a statement that is not there.
    """
    ids = finding_ids(read)
    try:
        vias = via_ids(read, ids)
    except ValueError as error:
        raise UnstorableReport(f"Report {read.report.id} cannot be kept: {error}.") from error
    rows = []
    for position, (finding, identifier, via) in enumerate(zip(read.findings, ids, vias, strict=True)):
        if not finding.evidence:
            raise UnstorableReport(f"Report {read.report.id} cannot be kept: a finding cites no words of it.")
        row = _base_row(finding, identifier, reading, position)
        rows.append({**row, **asked_columns(finding, read.report.published), "via": via})
    return rows


def kept_row(finding: Finding, identifier: str, reading: int, position: int) -> Row:
    """The row of a finding that a reading does not have, without the columns it is asked by."""
    return {**_base_row(finding, identifier, reading, position), "via": None, "kept": True}


def asked_columns(finding: Finding, published: str | None) -> Row:
    """The columns a finding is asked by.

    Args:
        finding: as rulings leave it.
        published: EDTF date its reading counted from, or None.
    """
    columns = _columns(finding)
    first_day, last_day = days(columns.dated) or days(published) or (None, None)
    return {**_named(columns), "first_day": first_day, "last_day": last_day}


def _base_row(finding: Finding, identifier: str, reading: int, position: int) -> Row:
    """What of a finding's row no ruling changes."""
    whole = cover(finding.evidence)
    return {
        "reading": reading,
        "id": identifier,
        "type": type_name(finding),
        "position": position,
        "start": whole.start,
        "stop": whole.end,
        "confidence": finding.confidence,
        "payload": to_object(finding),
    }


def span_rows(finding: Finding, number: int) -> list[Row]:
    """The rows of `spans` of the finding with this number."""
    parts = {"evidence": finding.evidence}
    if isinstance(finding, Statement):
        parts["source"] = (finding.source.mention,) if finding.source else ()
        parts["cue"] = (finding.cue,) if finding.cue else ()
        parts["content"] = finding.content
    return [
        {"finding": number, "part": part, "position": position, "start": span.start, "stop": span.end}
        for part, cited in parts.items()
        for position, span in enumerate(cited)
    ]


def words_row(finding: Finding, number: int, text: str) -> Row:
    """What a full-text search of the finding with this number looks at.

    Of a statement what is said, as it stands; of other findings the words that show them, each as names are
    searched, so that the index finds at least what `searchable` words find.
    """
    if isinstance(finding, Statement):
        content: tuple[Span, ...] = finding.content or finding.evidence
        return {"finding": number, "words": "\n".join(span.of(text) for span in content)}
    return {"finding": number, "words": "\n".join(searchable(span.of(text)) for span in finding.evidence)}


def storable(words: str | None) -> str | None:
    """`words` as a database takes them: bytes of a path that are no text are written out."""
    return None if words is None else words.encode("utf-8", "backslashreplace").decode("utf-8")


def _named(columns: _Columns) -> Row:
    """The columns that can be asked for, with the words that names are searched by."""
    name, party = storable(columns.name), storable(columns.party)
    return {
        "name": name,
        "name_words": name and searchable(name),
        "role": storable(columns.role),
        "party": party,
        "party_words": party and searchable(party),
        "kind": storable(columns.kind),
        "dated": storable(columns.dated),
    }


def _columns(finding: Finding) -> _Columns:
    """What of a finding can be asked for, by its type."""
    match finding:
        case Statement(source=None):
            return _Columns(kind=finding.speech.value, dated=finding.said_on)
        case Statement(source=source) if source:
            return _Columns(
                source.name, source.role, source.on_behalf_of, finding.speech.value, finding.said_on
            )
        case Encounter():
            return _Columns(kind=finding.form, dated=finding.on)
        case Proposal():
            return _Columns(name=finding.label, party=finding.proposed_by, dated=finding.on)
        case Position():
            return _Columns(finding.on, None, finding.party, finding.stance.value, finding.as_of)
        case Commitment():
            return _Columns(finding.act, None, finding.party, finding.status, finding.as_of)
        case Event():
            return _Columns(name=finding.actor, kind=finding.code, dated=finding.on)
        case Mention():
            return _Columns(finding.name, finding.role, finding.affiliation, finding.kind)
        case _:
            raise TypeError(f"not a kind of finding a record keeps: {type(finding).__name__}")
