"""The database under a record: how it is reached, and what its refusals mean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, Row, create_engine, event
from sqlalchemy.exc import DBAPIError

from parley.record.errors import (
    NotARecord,
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordUnwritable,
)

if TYPE_CHECKING:
    AnyRow = Row[*tuple[Any, ...]]
    """A row of whatever was selected."""

BUSY_SECONDS = 30
"""How long to wait for another process. A report is written in milliseconds, a migration in seconds."""

APPLICATION_ID = 0x5041524C
"""Marks what is a record ("PARL" in ASCII): SQLite keeps it in the file's head, PostgreSQL locks by it."""

NAME_ANOTHER = "name another with --record, or a place where none is yet"
"""What to do about a place where something else lies."""

_WRITES = "parley_writes"

_REFUSALS: tuple[tuple[str, type[RecordError], str], ...] = (
    ("SQLITE_FULL", RecordFull, "The disk is full: nothing more was written to the record {place}."),
    ("SQLITE_IOERR", RecordFull, "The disk under the record {place} gave an error; it may be full."),
    ("SQLITE_BUSY", RecordBusy, "Another process has held the record {place} for too long; try again."),
    ("SQLITE_LOCKED", RecordBusy, "Another process has held the record {place} for too long; try again."),
    ("SQLITE_READONLY", RecordUnwritable, "The record {place} cannot be written: it is read-only."),
    ("SQLITE_PERM", RecordUnwritable, "The record {place} cannot be written: permission denied."),
    (
        "SQLITE_CANTOPEN",
        RecordUnwritable,
        "The record {place} cannot be opened: its folder cannot be written.",
    ),
    ("SQLITE_NOTADB", NotARecord, f"{{place}} is not a record: it is not a SQLite database; {NAME_ANOTHER}."),
    ("SQLITE_CORRUPT", RecordDamaged, "The record {place} is damaged; restore it from a copy."),
)
"""What SQLite's error codes (by their beginning) mean to a user."""


def engine_for(url: URL) -> Engine:
    """A connection pool to the database at `url`.

    Every SQLite connection enforces foreign keys, waits for others, and has a commit on the disk before it
    returns (a commit costs some milliseconds then; reading the report it is for costs a hundred).
    """
    if url.get_backend_name() == "sqlite":
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(url)
    event.listen(engine, "begin", _begin_server)
    return engine


@contextmanager
def reading(engine: Engine, place: str) -> Iterator[Connection]:
    """A transaction that sees one state of the record.

    Raises:
        RecordError: when the database refuses.
    """
    with refusals(place), engine.execution_options(**{_WRITES: False}).begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, place: str) -> Iterator[Connection]:
    """A transaction that holds the right to write from its first moment: it is kept whole or not at all.

    Raises:
        RecordError: when the database refuses.
    """
    with refusals(place), engine.execution_options(**{_WRITES: True}).begin() as connection:
        yield connection


@contextmanager
def refusals(place: str) -> Iterator[None]:
    """Turn what the database refuses into a `RecordError` with a sentence.

    Raises:
        RecordError: in place of what the database raised; what has no sentence here is raised as it came.
    """
    try:
        yield
    except DBAPIError as error:
        name = getattr(error.orig, "sqlite_errorname", "")
        for beginning, kind, sentence in _REFUSALS:
            if name.startswith(beginning):
                raise kind(sentence.format(place=place)) from error
        raise


def _prepare(connection: Any, _: object) -> None:
    """Set up a new SQLite connection; transactions are begun by `_begin`, not by the driver."""
    connection.isolation_level = None
    for setting in ("foreign_keys = ON", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}").close()


def _begin_sqlite(connection: Connection) -> None:
    """Begin a transaction; one that will write takes the lock at once, and so cannot lose it midway."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _begin_server(connection: Connection) -> None:
    """Give a PostgreSQL transaction what SQLite's have: one writer at a time, readers of one moment."""
    if _writes(connection):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _writes(connection: Connection) -> bool:
    """Whether a transaction was begun to write."""
    return bool(connection.get_execution_options().get(_WRITES, False))
