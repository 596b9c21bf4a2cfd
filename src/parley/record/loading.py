"""Rows of the tables as the types they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, Select, select

from parley.model.codec import NotInFormat, from_object
from parley.model.findings import Finding, Paraphrase
from parley.model.identifiers import FINDING_TYPES
from parley.model.report import Furniture, Report
from parley.model.rulings import Checked
from parley.record.dating import best_origin
from parley.record.entries import StoredFinding
from parley.record.errors import RecordDamaged
from parley.record.schema import engines, findings, origins, readings, reports

if TYPE_CHECKING:
    from parley.record.database import AnyRow

AT_ONCE = 500
"""How many values one question names; SQLite takes 32,766, older ones 999."""

FINDING_COLUMNS = (
    findings.c.id,
    findings.c.reading,
    findings.c.type,
    findings.c.position,
    findings.c.via,
    findings.c.payload,
    findings.c.ruled,
    findings.c.checked,
    findings.c.kept,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LoadedReading:
    """A reading with the report it is of."""

    number: int
    report: Report
    engine: str
    read_at: str
    current: bool
    paraphrase: Paraphrase


def batches(values: Iterable[T]) -> Iterator[list[T]]:
    """The values in lists of at most `AT_ONCE`."""
    rest = iter(values)
    while batch := list(islice(rest, AT_ONCE)):
        yield batch


def load_readings(connection: Connection, numbers: Iterable[int]) -> dict[int, LoadedReading]:
    """Readings by their number, each with its report."""
    loaded: dict[int, LoadedReading] = {}
    for batch in batches(numbers):
        rows = connection.execute(_readings().where(readings.c.number.in_(batch))).all()
        ways = load_origins(connection, {row.report for row in rows})
        for row in rows:
            loaded[row.number] = _loaded(row, ways[row.report])
    return loaded


def load_origins(connection: Connection, report_ids: Iterable[str]) -> dict[str, list[AnyRow]]:
    """The rows of `origins` of reports, in the order the record met them."""
    ways: dict[str, list[AnyRow]] = defaultdict(list)
    for batch in batches(report_ids):
        query = select(origins).where(origins.c.report.in_(batch)).order_by(origins.c.number)
        for row in connection.execute(query):
            ways[row.report].append(row)
    return ways


def stored_findings(connection: Connection, rows: Sequence[AnyRow]) -> list[StoredFinding]:
    """Findings, in the order of `rows`, which have `FINDING_COLUMNS`."""
    loaded = load_readings(connection, dict.fromkeys(row.reading for row in rows))
    return [_stored(row, loaded[row.reading]) for row in rows]


def as_finding(row: AnyRow, *, ruled: bool = True) -> Finding:
    """The finding of a row of `findings`, as rulings leave it or as it was read.

    Raises:
        RecordDamaged: when it cannot be read back.
    """
    try:
        return from_object(FINDING_TYPES[row.type], (row.ruled if ruled else None) or row.payload)
    except NotInFormat as error:
        raise RecordDamaged(f"Finding {row.id} cannot be read back: {error}") from error


def _stored(row: AnyRow, of: LoadedReading) -> StoredFinding:
    """A finding with its report."""
    return StoredFinding(
        row.id,
        as_finding(row),
        of.report,
        of.engine,
        of.read_at,
        of.current,
        row.via,
        Checked(row.checked),
        row.kept,
    )


def _readings() -> Select[Any]:
    """Readings with the text of their report and the name of their engine."""
    return (
        select(readings, reports.c.text, reports.c.language, engines.c.name.label("engine_name"))
        .join(reports, reports.c.id == readings.c.report)
        .join(engines, engines.c.number == readings.c.engine)
    )


def _loaded(row: AnyRow, ways: Sequence[AnyRow]) -> LoadedReading:
    """One reading, its report told by the origin that dates it best."""
    way = best_origin(ways, row.published)
    try:
        furniture = tuple(from_object(Furniture, item) for item in row.furniture)
        paraphrase = from_object(Paraphrase, row.paraphrase)
    except NotInFormat as error:
        raise RecordDamaged(f"A reading of report {row.report} cannot be read back: {error}") from error
    report = Report(
        text=row.text,
        title=way.title,
        outlet=way.outlet,
        byline=way.byline,
        url=way.url,
        published=way.published,
        published_from=way.published_from,
        retrieved=way.retrieved,
        origin=way.origin,
        language=row.language,
        furniture=furniture,
    )
    return LoadedReading(row.number, report, row.engine_name, row.read, row.current, paraphrase)
