"""How far a record has come: a short word that changes whenever something is written to it."""

from __future__ import annotations

from sqlalchemy import Connection, func, inspect, select

from parley.record.rebuild_tables import rebuilds
from parley.record.schema import metadata, origins, readings

_RULINGS = "rulings"


def version(connection: Connection) -> str:
    """How many ways reports came, how many readings were made, how many rulings: "14.15.2".

    Rows of these tables are never taken away, so that the last number of each tells, from its index, whether
    anything was added.
    """
    tables = [origins, readings]
    rulings = metadata.tables.get(_RULINGS)
    if rulings is not None and inspect(connection).has_table(_RULINGS):
        tables.append(rulings)
    last = [connection.scalar(select(func.max(table.primary_key.columns[0]))) for table in tables]
    return ".".join(str(number or 0) for number in last)


def settled(connection: Connection) -> str | None:
    """The same, and how often all that is derived was made anew; None while that goes on.

    What is derived, once it was looked at and found whole, is whole as long as this word is the same.
    """
    query = select(rebuilds.c.finished).order_by(rebuilds.c.number.desc()).limit(1)
    last = connection.execute(query).first()
    if last is not None and last.finished is None:
        return None
    number = connection.scalar(select(func.max(rebuilds.c.number)))
    return f"{version(connection)}.{number or 0}"


def read_since(connection: Connection, moment: str, limit: int | None = None) -> list[str]:
    """The ids of the reports whose current reading was made after a moment, the latest first.

    Args:
        connection: inside a transaction.
        moment: ISO 8601 in UTC.
        limit: at most so many; None: all.
    """
    query = (
        select(readings.c.report)
        .where(readings.c.current, readings.c.read > moment)
        .order_by(readings.c.number.desc())
        .limit(limit)
    )
    return list(connection.scalars(query))


def count_since(connection: Connection, moment: str) -> int:
    """How many these are."""
    query = select(func.count()).select_from(readings).where(readings.c.current, readings.c.read > moment)
    return connection.scalar(query) or 0
