"""The reports of a record: one in full, or all of them as a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from parley.model.findings import Finding, Statement
from parley.model.reading import ReadReport
from parley.model.rulings import Checked
from parley.record.arrivals import gone_pages
from parley.record.copy_tables import copy_members
from parley.record.dating import best_origin
from parley.record.entries import Mark, Origin, Reading, ReportEntry, StoredReport
from parley.record.loading import FINDING_COLUMNS, as_finding, load_origins, load_readings
from parley.record.schema import IS_STATEMENT, NOT_REJECTED, engines, findings, readings

if TYPE_CHECKING:
    from parley.record.database import AnyRow


def stored_report(connection: Connection, report: str, *, ruled: bool = True) -> StoredReport:
    """A report in full: its current reading, every way it came, every reading of it.

    Args:
        connection: to the record.
        report: the report's whole id.
        ruled: whether to give findings as rulings leave them; else as the engine read them, all of them.
    """
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
    ).all()
    shown = _ruled(found) if ruled else _as_read(found)
    read = ReadReport(loaded.report, loaded.engine, tuple(finding for finding, _ in shown), loaded.paraphrase)
    ways = load_origins(connection, [report])[report]
    marks = tuple(mark for _, mark in shown)
    family = connection.scalar(select(copy_members.c.family).where(copy_members.c.report == report))
    return StoredReport(read, tuple(map(_origin, ways)), tuple(map(_reading, rows)), marks, family)


def _as_read(rows: Sequence[AnyRow]) -> list[tuple[Finding, Mark]]:
    """Findings as the engine read them."""
    return [
        (as_finding(row, ruled=False), Mark(row.id, row.via, Checked.MACHINE)) for row in rows if not row.kept
    ]


def _ruled(rows: Sequence[AnyRow]) -> list[tuple[Finding, Mark]]:
    """Findings as rulings leave them, statements first, the places of outer statements counted anew."""
    shown = [row for row in rows if row.checked != Checked.REJECTED]
    shown.sort(key=lambda row: (row.type != "statement", row.position))
    places = {row.id: place for place, row in enumerate(row for row in shown if row.type == "statement")}
    found: list[tuple[Finding, Mark]] = []
    for row in shown:
        finding = as_finding(row)
        if isinstance(finding, Statement):
            finding = replace(finding, via=places.get(row.via))
        via = row.via if row.via in places else None
        found.append((finding, Mark(row.id, via, Checked(row.checked))))
    return found


def report_entries(connection: Connection) -> list[ReportEntry]:
    """All reports by day of publication, those without one last."""
    rows = connection.execute(
        select(
            readings, engines.c.name.label("engine_name"), func.count(findings.c.number).label("statements")
        )
        .join(engines, engines.c.number == readings.c.engine)
        .outerjoin(findings, (findings.c.reading == readings.c.number) & IS_STATEMENT & NOT_REJECTED)
        .where(readings.c.current)
        .group_by(readings.c.number, engines.c.name)
        .order_by(readings.c.published == "", readings.c.published, readings.c.number)
    ).all()
    ways = load_origins(connection, [row.report for row in rows])
    gone = gone_pages(connection)
    return [_entry(row, ways[row.report], gone.get(row.report)) for row in rows]


def _entry(row: AnyRow, ways: list[AnyRow], gone: str | None) -> ReportEntry:
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
        gone=gone,
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
