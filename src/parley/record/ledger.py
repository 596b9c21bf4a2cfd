"""The ledger: statements of the current readings, in the order they were made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, Select, TextClause, and_, select

from parley.record import search
from parley.record.days import asked_days, check_order
from parley.record.entries import LedgerFilter, StoredFinding
from parley.record.errors import BadFilter
from parley.record.loading import FINDING_COLUMNS, batches, stored_findings
from parley.record.lookup import find_report
from parley.record.names import searchable
from parley.record.schema import IS_STATEMENT, NOT_REJECTED, findings, readings

if TYPE_CHECKING:
    from parley.record.database import AnyRow


def statements(connection: Connection, asked: LedgerFilter) -> list[StoredFinding]:
    """The statements asked for, by the day they were made (of publication where that is not known).

    Raises:
        BadFilter: when a date is not one, a limit is below one, or there is no word to look for.
        NotFound: when the record has no such report.
        Ambiguous: when it has several.
    """
    query = _of_current_readings().where(IS_STATEMENT)
    for condition in _conditions(connection, asked):
        query = query.where(condition)
    latest_first = findings.c.first_day.desc().nulls_last()
    query = query.order_by(latest_first, readings.c.number.desc(), findings.c.position.desc())
    if asked.limit is not None:
        if asked.limit < 1:
            raise BadFilter(f"A limit must be at least 1, not {asked.limit}.")
        query = query.limit(asked.limit)
    return stored_findings(connection, connection.execute(query).all()[::-1])


def findings_of(
    connection: Connection, report: str, kind: str | None, *, rejected: bool = False
) -> list[StoredFinding]:
    """The findings of a report's current reading, in their order, perhaps of one type only."""
    query = _of_current_readings().where(readings.c.report == report).order_by(findings.c.position)
    if kind is not None:
        query = query.where(findings.c.type == kind)
    if not rejected:
        query = query.where(NOT_REJECTED)
    return stored_findings(connection, connection.execute(query).all())


def findings_of_type(connection: Connection, kind: str, *, rejected: bool = False) -> list[StoredFinding]:
    """The findings of one type of all current readings, by report as the record met them, in their order."""
    query = _of_current_readings().where(findings.c.type == kind)
    query = query.order_by(readings.c.number, findings.c.position)
    if not rejected:
        query = query.where(NOT_REJECTED)
    return stored_findings(connection, connection.execute(query).all())


def findings_in(connection: Connection, reports: Iterable[str], types: Sequence[str]) -> list[StoredFinding]:
    """The findings of the current readings of some reports, of some types, by day."""
    rows: list[AnyRow] = []
    for batch in batches(reports):
        query = _of_current_readings().add_columns(findings.c.first_day)
        rows += connection.execute(
            query.where(readings.c.report.in_(batch), findings.c.type.in_(types), NOT_REJECTED)
        ).all()
    rows.sort(key=lambda row: (row.first_day or "", row.reading, row.position))
    return stored_findings(connection, rows)


def _of_current_readings() -> Select[Any]:
    """Findings of current readings."""
    return (
        select(*FINDING_COLUMNS)
        .join(readings, readings.c.number == findings.c.reading)
        .where(readings.c.current)
    )


def _conditions(connection: Connection, asked: LedgerFilter) -> list[ColumnElement[bool] | TextClause]:
    """What each field of a filter asks of a statement."""
    conditions: list[ColumnElement[bool] | TextClause] = [] if asked.rejected else [NOT_REJECTED]
    if asked.speaker is not None:
        conditions.append(_has_words(findings.c.name_words, asked.speaker))
    if asked.party is not None:
        whole = searchable(asked.party)
        conditions.append(_has_words(findings.c.party_words, asked.party) | (findings.c.name_words == whole))
    check_order(asked.since, asked.until)
    if asked.since is not None:
        conditions.append(findings.c.last_day >= asked_days(asked.since)[0])
    if asked.until is not None:
        conditions.append(findings.c.first_day <= asked_days(asked.until)[1])
    if asked.speech is not None:
        conditions.append(findings.c.kind == str(asked.speech))
    if asked.text is not None:
        worded = search.matching(asked.text, connection.dialect.name)
        soon = asked.limit is not None and search.is_common(connection, worded, "statement")
        conditions.append(search.walked(worded) if soon else worded)
    if asked.report is not None:
        conditions.append(readings.c.report == find_report(connection, asked.report))
    return conditions


def _has_words(column: ColumnElement[str], sought: str) -> ColumnElement[bool]:
    """That a name has all the words looked for."""
    words = searchable(sought).split()
    if not words:
        raise BadFilter(f"There is no name to look for in {sought!r}.")
    return and_(*(column.contains(f" {word} ", autoescape=True) for word in words))
