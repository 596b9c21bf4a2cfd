"""The reports of a record: one in full, or all of them as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from parley.model.reading import ReadReport
from parley.record.dating import best_origin
from parley.record.entries import Origin, Reading, ReportEntry, StoredReport
from parley.record.loading import FINDING_COLUMNS, as_finding, load_origins, load_readings
from parley.record.schema import IS_STATEMENT, engines, findings, readings

if TYPE_CHECKING:
    from parley.record.database import AnyRow


def stored_report(connection: Connection, report: str) -> StoredReport:
    """A report in full: its current reading, every way it came, every reading of it."""
    rows = connection.execute(
        select(readings, engines.c.name.label("engine_name"))
        .join(engines, engines.c.number == readings.c.engine)
        .where(readings.c.report == report, readings.c.complete)
        .order_by(readings.c.number)
    ).all()
    number = next(row.number for row in rows if row.current)
    loaded = load_readings(connection, [number])[number]
    found = connection.execute(
        select(*FINDING_COLUMNS).where(findings.c.reading == number).order_by(findings.c.position)
    )
    read = ReadReport(
        loaded.report, loaded.engine, tuple(as_finding(row) for row in found), loaded.paraphrase
    )
    ways = load_origins(connection, [report])[report]
    return StoredReport(read, tuple(map(_origin, ways)), tuple(map(_reading, rows)))


def report_entries(connection: Connection) -> list[ReportEntry]:
    """All reports by day of publication, those without one last."""
    rows = connection.execute(
        select(
            readings, engines.c.name.label("engine_name"), func.count(findings.c.number).label("statements")
        )
        .join(engines, engines.c.number == readings.c.engine)
        .outerjoin(findings, (findings.c.reading == readings.c.number) & IS_STATEMENT)
        .where(readings.c.current)
        .group_by(readings.c.number, engines.c.name)
        .order_by(readings.c.published == "", readings.c.published, readings.c.number)
    ).all()
    ways = load_origins(connection, [row.report for row in rows])
    return [_entry(row, ways[row.report]) for row in rows]


def _entry(row: AnyRow, ways: list[AnyRow]) -> ReportEntry:
    """A line of the list."""
    way = best_origin(ways, row.published)
    return ReportEntry(
        id=row.report,
        title=way.title,
        outlet=way.outlet,
        published=way.published,
        origin=way.origin or way.url,
        origins=len(ways),
        statements=row.statements,
        paraphrase=row.paraphrase_score,
        engine=row.engine_name,
    )


def _origin(row: AnyRow) -> Origin:
    """A row of `origins`."""
    return Origin(
        origin=row.origin,
        url=row.url,
        title=row.title,
        outlet=row.outlet,
        byline=row.byline,
        published=row.published,
        published_from=row.published_from,
        retrieved=row.retrieved,
        added=row.added,
    )


def _reading(row: AnyRow) -> Reading:
    """A row of `readings` with the name of its engine."""
    return Reading(row.engine_name, row.published or None, row.read, row.findings, row.current)
