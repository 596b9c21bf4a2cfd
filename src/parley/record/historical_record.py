"""What went on: the part of `Record` that answers for histories."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Engine

from parley.record.copied_record import CopiedRecord
from parley.record.database import reading
from parley.record.entries import StoredFinding
from parley.record.histories import asking
from parley.record.histories.asking import History, HistoryFilter
from parley.record.knowing_record import KnowingRecord
from parley.record.standing_record import StandingRecord
from parley.record.steps import Step


class HistoricalRecord(KnowingRecord, StandingRecord, CopiedRecord):
    """What reports tell of one thing through time."""

    _engine: Engine
    place: str

    def histories(self, asked: HistoryFilter) -> list[History]:
        """The histories asked for, by their days, those without one last."""
        self._up_to_date()
        with reading(self._engine, self.place) as connection:
            return asking.found(connection, asked)

    def histories_told(self, kind: str, told: Iterable[tuple[str, str]]) -> list[History]:
        """The histories that some findings tell of, by their days.

        Args:
            kind: of history.
            told: whole ids of reports, each with the id of a finding of theirs.
        """
        self._up_to_date()
        with reading(self._engine, self.place) as connection:
            return asking.telling(connection, kind, told)

    def findings_numbered(self, numbers: Iterable[int]) -> dict[int, StoredFinding]:
        """Findings by the numbers that histories know them by."""
        with reading(self._engine, self.place) as connection:
            return asking.numbered(connection, numbers)

    def copies_of(self, reports: Iterable[str]) -> dict[str, int]:
        """For originals of families, by their whole ids, how many reports only copy them."""
        with reading(self._engine, self.place) as connection:
            return asking.copies(connection, reports)

    def names_of(self, ids: Iterable[str]) -> dict[str, str]:
        """What the record calls people, bodies and places, by their whole ids."""
        with reading(self._engine, self.place) as connection:
            return asking.names_of(connection, ids)

    def catch_up(self, *, copies: bool = True) -> Iterator[Step]:
        """Bring in what an older version kept, or an interrupted rebuild left out; gives how far it has come.

        Every question does the part of this that it needs; ask for it first where people should see that it
        takes its time. It gives no step where there is nothing to do. Each kind of work (copies, who is who,
        what was told) counts its own reports. May be stopped at any step, and then gone on with.

        Args:
            copies: whether to compare reports, too, which questions about sources and changes need.
        """
        if copies:
            yield from self._fold()
        yield from self._identify()
        yield from self._stand()

    def _up_to_date(self) -> None:
        self.identify()
        self.stand()
