"""A whole record as lines, and back: what is stored is written row by row, what is derived is derived again.

The first line says what follows: the format, the schema, the version of the record. Every other line is a row
of a table. Read back into an empty record it gives the same record, with its history and its rulings.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, func, insert, select
from sqlalchemy.exc import IntegrityError, StatementError

from parley.model.report import report_id
from parley.record import search
from parley.record.arrival_tables import addresses, arrivals, raw_pages
from parley.record.errors import BadArchive
from parley.record.loading import as_finding
from parley.record.rows import words_row
from parley.record.ruling_tables import rulings
from parley.record.schema import (
    SCHEMA_VERSION,
    engines,
    findings,
    metadata,
    origins,
    readings,
    reports,
    spans,
)

FORMAT = "parley-record-1"
"""Names the format of the lines."""

_STORED = frozenset(
    table.name
    for table in (
        reports,
        origins,
        engines,
        readings,
        findings,
        spans,
        rulings,
        raw_pages,
        arrivals,
        addresses,
    )
)
_AT_ONCE = 500
Line = Mapping[str, Any]


def dump(connection: Connection, version: str) -> Iterator[dict[str, Any]]:
    """The lines of a record, as objects of JSON; all of one state of it.

    Args:
        connection: inside a transaction.
        version: the record's version.
    """
    yield {"type": "record", "format": FORMAT, "schema": SCHEMA_VERSION, "record_version": version}
    for table in _tables():
        for row in connection.execute(select(table).order_by(*table.primary_key.columns)):
            values = {name: _plain(value) for name, value in row._mapping.items()}
            yield {"type": "row", "table": table.name, "values": values}


def _tables() -> list[Table]:
    """The tables of what is stored, those that others point to first."""
    return [table for table in metadata.sorted_tables if table.name in _STORED]


def _plain(value: Any) -> Any:
    return {"base64": b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def load(connection: Connection, lines: Iterable[Line]) -> int:
    """Write the lines of a record into an empty one; how many rows there were.

    Args:
        connection: inside a transaction that writes; nothing is kept when this raises.
        lines: what `dump` gave.

    Raises:
        BadArchive: when the record is not empty, or the lines are not what `dump` gives.
    """
    if connection.scalar(select(func.count()).select_from(reports)):
        raise BadArchive("A whole record can only be taken into an empty one: name a new file with --record.")
    rest = iter(lines)
    _check_head(next(rest, {}))
    tables = {table.name: table for table in _tables()}
    waiting: list[dict[str, Any]] = []
    current: Table | None = None
    count = 0
    for number, line in enumerate(rest, start=2):
        table = tables.get(str(line.get("table")))
        if line.get("type") != "row" or table is None or not isinstance(line.get("values"), Mapping):
            raise BadArchive(f"Line {number} is no row of a record.")
        if table is not current or len(waiting) == _AT_ONCE:
            _write(connection, current, waiting)
            waiting, current = [], table
        waiting.append(_row(table, line["values"], number))
        count += 1
    _write(connection, current, waiting)
    _index(connection)
    return count


def _check_head(head: Line) -> None:
    if head.get("format") != FORMAT:
        raise BadArchive(f"This is no exported record: its first line does not name the format {FORMAT}.")
    if head.get("schema") != SCHEMA_VERSION:
        raise BadArchive(
            f"This record was exported with schema {head.get('schema')}; this version of Parley has "
            f"{SCHEMA_VERSION}. Export it with the same version as you import it with."
        )


def _row(table: Table, values: Mapping[str, Any], number: int) -> dict[str, Any]:
    """The values of a row; each column must be there, and what a text is named by must fit it."""
    if set(values) != {column.name for column in table.columns}:
        raise BadArchive(f"Line {number} does not have the columns of {table.name}.")
    row = dict(values)
    for column in table.columns:
        if isinstance(column.type, LargeBinary) and row[column.name] is not None:
            row[column.name] = _bytes(row[column.name], number)
    if table is reports and row["id"] != report_id(str(row["text"])):
        raise BadArchive(f"The text on line {number} is not that of report {row['id']}.")
    return row


def _bytes(value: Any, number: int) -> bytes:
    try:
        return b64decode(value["base64"], validate=True)
    except (NotBase64, KeyError, TypeError, ValueError) as error:
        raise BadArchive(f"Line {number} holds bytes that cannot be read.") from error


def _write(connection: Connection, table: Table | None, rows: list[dict[str, Any]]) -> None:
    if table is None or not rows:
        return
    try:
        connection.execute(insert(table), rows)
    except (IntegrityError, StatementError) as error:
        reason = str(error.orig).partition("\n")[0]
        raise BadArchive(f"Rows of {table.name} do not fit together: {reason}.") from error


def _index(connection: Connection) -> None:
    """Put the words of all findings into the index for searching."""
    columns = (findings, reports.c.text)
    query = select(*columns).join(readings, readings.c.number == findings.c.reading)
    query = query.join(reports, reports.c.id == readings.c.report)
    for batch in connection.execute(query).partitions(_AT_ONCE):
        shown = ((as_finding(row, ruled=False), row) for row in batch)
        search.keep(connection, [words_row(finding, row.number, row.text) for finding, row in shown])
