"""Opening a record: made when absent, brought up to date when old, refused when it is something else."""

from __future__ import annotations

import os
import time
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL, Connection, Engine, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, OperationalError

from parley.record import search
from parley.record.database import (
    APPLICATION_ID,
    BUSY_SECONDS,
    NAME_ANOTHER,
    engine_for,
    reading,
    refusals,
    writing,
)
from parley.record.errors import NewerRecord, NotARecord, NotFound, RecordUnwritable
from parley.record.record import Record
from parley.record.schema import SCHEMA_VERSION, alembic_version, metadata, readings

PLACE_VARIABLE = "PARLEY_RECORD"
"""The environment variable that says where the record is."""

_SQLITE_HEADER = b"SQLite format 3\x00"
_SCHEME = "://"
_PAUSE_SECONDS = 0.02


def default_place() -> str:
    """Where the record is when nobody says: `PARLEY_RECORD`, else a file in the user's data folder."""
    return os.environ.get(PLACE_VARIABLE) or str(user_data_path("parley") / "record.db")


def open_record(path: str | Path | None = None, *, create: bool = True) -> Record:
    """Open a record.

    Args:
        path: its file, or the address of a PostgreSQL database; None for `default_place`.
        create: whether to make it when it is absent.

    Raises:
        NotFound: when it is absent and not to be made.
        NotARecord: when the file is something else.
        NewerRecord: when a later version of Parley made it.
        RecordUnwritable: when it, or its folder, cannot be written.
        RecordFull: when the disk is full.
        RecordBusy: when another process holds it for too long.
    """
    place = str(path) if path is not None else default_place()
    engine = _server_engine(place) if _SCHEME in place else engine_for(_file_address(place, create))
    try:
        _make_ready(engine, place)
    except BaseException:
        engine.dispose()
        raise
    return Record(engine, place)


def _server_engine(place: str) -> Engine:
    """The connections to a database server, whose driver a person installs."""
    try:
        return engine_for(make_url(place))
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise NotARecord(f"{place} is not the address of a database.") from error
    except ImportError as error:
        raise NotARecord(
            f"{place} needs a database driver that is not installed: pip install {error.name}."
        ) from error


def _file_address(place: str, create: bool) -> URL:
    """The address of a SQLite file that is there, or can be made, and can be written."""
    if "\0" in place:
        raise NotARecord(f"{place!r} is not a path.")
    path = Path(place).expanduser()
    try:
        if not path.exists():
            if not create:
                raise NotFound(f"There is no record at {place}: make one with “parley read REPORT”.")
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.is_file():
            raise NotARecord(f"{place} is not a record: it is not a file; {NAME_ANOTHER}.")
        elif not _is_sqlite(path):
            raise NotARecord(f"{place} is not a record: it is not a SQLite database; {NAME_ANOTHER}.")
    except OSError as error:
        raise RecordUnwritable(f"The record {place} cannot be opened: {error.strerror}.") from error
    for needed in (path.parent, path):
        if needed.exists() and not os.access(needed, os.W_OK):
            raise RecordUnwritable(f"The record {place} cannot be written: {needed} is read-only.")
    return URL.create("sqlite", database=str(path))


def _is_sqlite(path: Path) -> bool:
    """Whether a file is a SQLite database, or still empty."""
    with path.open("rb") as file:
        return file.read(len(_SQLITE_HEADER)) in (b"", _SQLITE_HEADER)


def _make_ready(engine: Engine, place: str) -> None:
    """Make or migrate the record where that is needed."""
    with reading(engine, place) as connection:
        version = _version(connection, place)
    if version == SCHEMA_VERSION:
        return
    if version is None:
        _write_ahead(engine, place)
    with writing(engine, place) as connection:
        version = _version(connection, place)
        if version is None:
            _create(connection)
        elif version != SCHEMA_VERSION:
            _migrate(connection)


def _version(connection: Connection, place: str) -> str | None:
    """The schema's version; None for an empty database.

    Raises:
        NotARecord: when the database is another application's.
        NewerRecord: when a later version of Parley made it.
    """
    sqlite = connection.dialect.name == "sqlite"
    if sqlite and connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID:
        tables = [alembic_version.name, readings.name]
    else:
        tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if alembic_version.name not in tables or readings.name not in tables:
        raise NotARecord(f"{place} is not a record: it is a database of something else; {NAME_ANOTHER}.")
    version = connection.scalar(select(alembic_version.c.version_num))
    if version is None or not version.isdigit():
        raise NotARecord(f"{place} is not a record: it does not say which version it is of; {NAME_ANOTHER}.")
    if version > SCHEMA_VERSION:
        raise NewerRecord(
            f"The record {place} was made by a later version of Parley"
            f" (its schema is {version}, this one knows {SCHEMA_VERSION}): install that version."
        )
    return str(version)


def _write_ahead(engine: Engine, place: str) -> None:
    """Let readers and a writer work at the same time; SQLite keeps this setting in the file.

    Processes that find the file empty at the same moment get in each other's way here, and SQLite then
    refuses without waiting; so wait here.
    """
    if engine.dialect.name != "sqlite":
        return
    deadline = time.monotonic() + BUSY_SECONDS
    with refusals(place), engine.connect() as connection:
        raw = connection.connection.cursor()
        while True:
            try:
                raw.execute("PRAGMA journal_mode = WAL")
                return
            except OperationalError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(_PAUSE_SECONDS)


def _create(connection: Connection) -> None:
    """Make the newest schema in an empty database."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    metadata.create_all(connection)
    search.create(connection)
    connection.execute(alembic_version.insert(), {"version_num": SCHEMA_VERSION})


def _migrate(connection: Connection) -> None:
    """Bring an older record up to date, within the transaction of `connection`."""
    from parley.record.migrating import upgrade

    upgrade(connection)
