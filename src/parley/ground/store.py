"""The ground store: one SQLite file with layers, places, incidents and sites, and the raw files they came
from.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import shapely

from parley.ground.errors import NotAGroundStore
from parley.ground.model import Dates, Layer, Place, Series
from parley.ground.schema import APPLICATION_ID, TABLES, VERSION

_WAIT_SECONDS = 30.0


class GroundStore:
    """An open store. Use it as a context manager.

    Args:
        path: its file.
        create: whether to make it where it is absent.

    Raises:
        NotAGroundStore: when the file is something else, is absent and not to be made, or is of a later
            version.
    """

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = Path(path).expanduser()
        self.connection = self._connected(create)

    def __enter__(self) -> GroundStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    def _connected(self, create: bool) -> sqlite3.Connection:
        if not self.path.exists() and not create:
            raise NotAGroundStore(
                f"There is no ground store at {self.path}: make one with parley ground import."
            )
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=_WAIT_SECONDS, isolation_level=None)
        except (OSError, sqlite3.Error) as error:
            raise NotAGroundStore(f"The ground store {self.path} cannot be opened: {error}.") from error
        try:
            self._make_ready(connection)
        except sqlite3.Error as error:
            connection.close()
            raise NotAGroundStore(f"{self.path} is not a ground store: {error}.") from error
        except NotAGroundStore:
            connection.close()
            raise
        return connection

    def _make_ready(self, connection: sqlite3.Connection) -> None:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and application != APPLICATION_ID:
            raise NotAGroundStore(f"{self.path} is not a ground store: it is a database of something else.")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise NotAGroundStore(f"The ground store {self.path} was made by a later version of Parley.")
        if not tables:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("BEGIN IMMEDIATE")
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                for statement in filter(str.strip, TABLES.split(";\n")):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
            connection.execute("COMMIT")
        connection.execute("PRAGMA synchronous = NORMAL")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: all of it is kept, or nothing."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        """All rows of a query."""
        return self.connection.execute(query, tuple(values)).fetchall()

    def series(self) -> list[Series]:
        """All series, by group and name."""
        query = (
            "SELECT name, grp, title, licence, redistribute, carries, include, exclude, home, rank,"
            " together, stale,"
            " note, scope, west, south, east, north FROM series ORDER BY grp, rank DESC, name"
        )
        return [_series(row) for row in self.connection.execute(query)]

    def layers(self, series: str | None = None, until: str | None = None) -> list[Layer]:
        """Layers by effective day, then by when they were published.

        Args:
            series: of this series only.
            until: none that show a later day.
        """
        query = (
            "SELECT number, series, effective, published, captured, window_from, raw, content, origin FROM"
            " layers"
            " WHERE (? IS NULL OR series = ?) AND (? IS NULL OR effective <= ?)"
            " ORDER BY effective, coalesce(published, captured, effective), number"
        )
        return [
            Layer(row[0], row[1], Dates(row[2], row[3], row[4], row[5]), row[6], row[7], row[8])
            for row in self.connection.execute(query, (series, series, until, until))
        ]

    def places(self) -> list[Place]:
        """All places that were imported, in the order they came."""
        query = "SELECT name, kind, country, names, wkb, source, margin_m FROM places ORDER BY number"
        return [
            Place(row[0], row[1], row[2], tuple(json.loads(row[3])), shapely.from_wkb(row[4]), row[5], row[6])
            for row in self.connection.execute(query)
        ]


def _series(row: tuple[object, ...]) -> Series:
    (
        name,
        group,
        title,
        licence,
        redistribute,
        carries,
        include,
        exclude,
        home,
        rank,
        together,
        stale,
        note,
    ) = row[:13]
    scope, edges = row[13], row[14:18]
    return Series(
        name=str(name),
        group=str(group),
        title=str(title),
        licence=str(licence),
        redistribute=bool(redistribute),
        carries=tuple(json.loads(str(carries))),
        include=tuple(json.loads(str(include))),
        exclude=tuple(json.loads(str(exclude))),
        home=bool(home),
        rank=int(str(rank)),
        together=bool(together),
        stale=int(str(stale)),
        note=str(note),
        scope=shapely.from_wkb(scope) if scope is not None else None,
        bounds=None if edges[0] is None else tuple(float(str(edge)) for edge in edges),
    )
