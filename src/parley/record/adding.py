"""Writing a report and its findings, whole or not at all."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, insert, select, update

from parley.model.arrival import Arrival
from parley.model.codec import to_object
from parley.model.reading import ReadReport
from parley.model.report import Report
from parley.record import applying, search
from parley.record.arrivals import note_arrival
from parley.record.dating import current_reading
from parley.record.entries import Added
from parley.record.errors import NotFound, UnstorableReport
from parley.record.rows import finding_rows, span_rows, storable, words_row
from parley.record.schema import engines, findings, origins, readings, reports, spans

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_ORIGIN_FIELDS = ("origin", "url", "title", "outlet", "byline", "published", "published_from", "retrieved")
_WHEN_FIELDS = frozenset(("retrieved",))
"""Taking in the same page once more is not another way it came."""


def check_storable(read: ReadReport) -> None:
    """Make sure a report can be kept as it is.

    Raises:
        UnstorableReport: when its text is empty or not Unicode text, a finding cites words beyond its end, or
            a score is not between 0 and 1.
    """
    report = read.report
    if not report.text:
        raise UnstorableReport("A report without text cannot be kept.")
    try:
        report.text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _refused(report, f"character {error.start} is not Unicode text") from error
    cited = [row["stop"] for finding in read.findings for row in span_rows(finding, 0)]
    if max(cited, default=0) > len(report.text):
        raise _refused(report, "a finding cites words beyond its end")
    scores = (read.paraphrase.score, *(finding.confidence for finding in read.findings))
    if not all(0 <= score <= 1 for score in scores):
        raise _refused(report, "a score is not between 0 and 1")


def _refused(report: Report, reason: str) -> UnstorableReport:
    """The refusal of a report."""
    return UnstorableReport(f"Report {report.id} cannot be kept: {reason}.")


def add(connection: Connection, read: ReadReport, arrival: Arrival | None = None) -> Added:
    """Write a report, how it came, and what was read from it, as far as the record does not have them.

    Args:
        connection: inside a transaction that may write.
        read: a report that `check_storable` passed.
        arrival: how it came this time, or None.

    Raises:
        UnstorableReport: when a finding cannot be kept.
    """
    report = read.report
    new_report = _add_text(connection, report)
    new_origin = _add_origin(connection, report)
    arrived = arrival is not None and note_arrival(connection, report, arrival)
    new_reading = not has_reading(connection, report.id, read.engine, report.published)
    if new_reading:
        _add_reading(connection, read)
    if new_reading or new_origin:
        _mark_current(connection, report.id)
        _derive(connection, report.id)
    elif arrived:
        _regroup(connection, report.id)
    return Added(report.id, new_report, new_origin, new_reading, len(read.findings))


def has_reading(connection: Connection, report: str, engine: str, published: str | None) -> bool:
    """Whether an engine has read a report, counting from this publication date (None: from any or none)."""
    query = (
        select(readings.c.number)
        .join(engines, engines.c.number == readings.c.engine)
        .where(readings.c.report == report, engines.c.name == engine, readings.c.complete)
    )
    if published is not None:
        query = query.where(readings.c.published == published)
    return connection.execute(query.limit(1)).first() is not None


def _add_origin(connection: Connection, report: Report) -> bool:
    """Note the way a report came; False where it was known."""
    row = {name: storable(getattr(report, name)) for name in _ORIGIN_FIELDS}
    told_apart = [row[name] for name in _ORIGIN_FIELDS if name not in _WHEN_FIELDS]
    digest = hashlib.sha256(json.dumps(["parley-origin-1", *told_apart]).encode()).hexdigest()[:16]
    known = select(origins.c.number).where(origins.c.report == report.id, origins.c.digest == digest)
    if connection.execute(known).first():
        return False
    connection.execute(insert(origins), {**row, "report": report.id, "digest": digest, "added": _now()})
    return True


def note_origin(connection: Connection, report: Report, arrival: Arrival | None = None) -> bool:
    """Note another way a report of the record came; False where it was known.

    Raises:
        NotFound: when the record does not have the report.
    """
    if not _has_text(connection, report):
        raise NotFound(f"The record has no report {report.id!r}.")
    new_origin = _add_origin(connection, report)
    arrived = arrival is not None and note_arrival(connection, report, arrival)
    if new_origin:
        _mark_current(connection, report.id)
        _derive(connection, report.id)
    elif arrived:
        _regroup(connection, report.id)
    return new_origin


def _derive(connection: Connection, report: str) -> None:
    """Find the copies of a report, who it names and what it tells; heavy, needed only where one is added."""
    from parley.record import copying, identifying, standing
    from parley.record.histories import keeping

    copying.take_in(connection, report)
    identifying.take_in(connection, report)
    standing.take_in(connection, report)
    keeping.take_in(connection, report)


def _regroup(connection: Connection, report: str) -> None:
    """Order the family of a report anew: versions of one page stand in the order they came."""
    from parley.record import copying

    copying.regroup(connection, {report})


def _has_text(connection: Connection, report: Report) -> bool:
    """Whether the record has a report's text."""
    return connection.execute(select(reports.c.id).where(reports.c.id == report.id)).first() is not None


def _add_text(connection: Connection, report: Report) -> bool:
    """Write a report's text; False where it was there."""
    if _has_text(connection, report):
        return False
    row = {"id": report.id, "text": report.text, "length": len(report.text), "language": report.language}
    connection.execute(insert(reports), {**row, "added": _now()})
    return True


def _add_reading(connection: Connection, read: ReadReport) -> None:
    """Write what was read from a report; marked complete at the very end."""
    report = read.report
    reading = _insert_one(
        connection,
        readings,
        report=report.id,
        engine=_engine_number(connection, read.engine),
        published=report.published or "",
        read=_now(),
        complete=False,
        current=False,
        findings=len(read.findings),
        paraphrase=to_object(read.paraphrase),
        paraphrase_score=read.paraphrase.score,
        furniture=to_object(report.furniture),
    )
    rows = finding_rows(read, reading)
    if rows:
        _add_findings(connection, read, rows)
    connection.execute(update(readings).where(readings.c.number == reading).values(complete=True))


def _add_findings(connection: Connection, read: ReadReport, rows: Sequence[dict[str, Any]]) -> None:
    """Write findings, where their words stand, and the words they are searched by."""
    returned = insert(findings).returning(findings.c.number, sort_by_parameter_order=True)
    numbered = tuple(zip(read.findings, connection.scalars(returned, rows), strict=True))
    places = [row for finding, number in numbered for row in span_rows(finding, number)]
    connection.execute(insert(spans), places)
    search.keep(connection, [words_row(finding, number, read.report.text) for finding, number in numbered])


def _mark_current(connection: Connection, report: str) -> None:
    """Make the right one of a report's readings the current one."""
    columns = (readings.c.number, readings.c.engine, readings.c.published, readings.c.current)
    candidates: Sequence[AnyRow] = connection.execute(
        select(*columns).where(readings.c.report == report, readings.c.complete)
    ).all()
    if not candidates:
        return
    ways: Sequence[AnyRow] = connection.execute(select(origins).where(origins.c.report == report)).all()
    chosen = current_reading(candidates, ways)
    if chosen.current:
        return
    of_report = update(readings).where(readings.c.report == report)
    connection.execute(of_report.where(readings.c.current).values(current=False))
    connection.execute(of_report.where(readings.c.number == chosen.number).values(current=True))
    applying.apply(connection, report)


def _engine_number(connection: Connection, name: str) -> int:
    """The number of an engine; a new one gets the next."""
    known = connection.scalar(select(engines.c.number).where(engines.c.name == name))
    return known if known is not None else _insert_one(connection, engines, name=name)


def _insert_one(connection: Connection, table: Table, **row: Any) -> int:
    """Write a row and give its number."""
    return int(connection.execute(insert(table).returning(table.c.number), row).scalar_one())


def _now() -> str:
    """The time, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
