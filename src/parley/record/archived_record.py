"""A record as lines and back: the part of `Record` that writes itself out whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Engine

from parley.record.database import reading, writing


class ArchivedRecord:
    """The whole record, for another place or another year."""

    _engine: Engine
    place: str

    def dump(self) -> Iterator[dict[str, Any]]:
        """All that is stored, as objects of JSON: reports and how they came, readings, findings, rulings.

        Raises:
            RecordError: when the database refuses.
        """
        from parley.record import archive, versions

        with reading(self._engine, self.place) as connection:
            yield from archive.dump(connection, versions.version(connection))

    def load(self, lines: Iterable[Mapping[str, Any]]) -> int:
        """Take in a whole record that `dump` gave; how many rows. The record must be empty.

        Raises:
            BadArchive: when it is not, or when the lines are no record's; nothing was taken in then.
        """
        from parley.record import archive

        with writing(self._engine, self.place) as connection:
            return archive.load(connection, lines)
