"""The record: what it can be asked and told."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType

from sqlalchemy import Engine
from sqlalchemy.exc import DataError, IntegrityError

from parley.model.arrival import Arrival
from parley.model.identifiers import FINDING_TYPES
from parley.model.reading import ReadReport
from parley.model.report import Report
from parley.record import adding, ledger, listing, lookup, seeking, versions
from parley.record import people as counting
from parley.record.archived_record import ArchivedRecord
from parley.record.arriving_record import ArrivingRecord
from parley.record.database import reading, writing
from parley.record.entries import (
    Added,
    LedgerFilter,
    Person,
    ReportEntry,
    StoredFinding,
    StoredReport,
)
from parley.record.errors import BadFilter, UnstorableReport
from parley.record.historical_record import HistoricalRecord
from parley.record.loading import stored_findings
from parley.record.ruled_record import RuledRecord
from parley.record.seeking import Sought


class Record(RuledRecord, ArrivingRecord, ArchivedRecord, HistoricalRecord):
    """An open record. Made by `parley.record.open_record`; use it in a ``with`` block.

    Every method sees or leaves one whole state of the record; several processes may use it at once.
    All raise `RecordError` when the database refuses: the disk is full, another process holds it too long.
    """

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self.place = place
        self._found_whole: dict[str, str | None] = {}

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the record."""
        self._engine.dispose()

    def add(self, read_report: ReadReport, arrival: Arrival | None = None) -> Added:
        """Write a report and all that was read from it: whole, and on the disk on return, or not at all.

        A text the same engine has read before adds no findings; another way it came is noted. Findings of a
        new engine become the current ones, those of the old are kept.

        Args:
            read_report: the report and what was read from it.
            arrival: how it came this time, with the raw bytes; kept beside it.

        Raises:
            UnstorableReport: when it cannot be kept as it is.
        """
        adding.check_storable(read_report)
        try:
            with writing(self._engine, self.place) as connection:
                return adding.add(connection, read_report, arrival)
        except (DataError, IntegrityError) as error:
            reason = str(error.orig).partition("\n")[0]
            sentence = f"Report {read_report.report.id} cannot be kept: {reason}."
            raise UnstorableReport(sentence) from error

    def add_origin(self, report: Report, arrival: Arrival | None = None) -> bool:
        """Note another way a report came that need not be read again; False where it was known.

        Raises:
            NotFound: when the record does not have the report.
        """
        with writing(self._engine, self.place) as connection:
            return adding.note_origin(connection, report, arrival)

    def has(self, report_id: str, engine: str, published: str | None = None) -> bool:
        """Whether this engine has read the report: whether reading it again would add nothing.

        Args:
            report_id: the report's whole id.
            engine: name and version.
            published: the publication date to count from; a reading counted from another one, or from none,
                will not do. None: any will do.
        """
        with reading(self._engine, self.place) as connection:
            return adding.has_reading(connection, report_id, engine, published)

    def statements(self, asked: LedgerFilter | None = None) -> list[StoredFinding]:
        """The statements asked for (all, when nothing is), in the order they were made.

        Raises:
            BadFilter: when a date is not one, a limit is below one, or there is no word to look for.
            NotFound: when the record has no such report.
            Ambiguous: when it has several.
        """
        with reading(self._engine, self.place) as connection:
            return ledger.statements(connection, asked or LedgerFilter())

    def report(self, name: str, *, ruled: bool = True) -> StoredReport:
        """The report with this id, beginning of an id, path, address or file name.

        Args:
            name: its id, or any of these.
            ruled: whether to give its findings as rulings leave them, without those rejected; else as the
                engine read them, all of them.

        Raises:
            NotFound: when there is none.
            Ambiguous: when there are several.
        """
        with reading(self._engine, self.place) as connection:
            return listing.stored_report(connection, lookup.find_report(connection, name), ruled=ruled)

    def reports(self) -> list[ReportEntry]:
        """All reports by day of publication, those without one last."""
        with reading(self._engine, self.place) as connection:
            return listing.report_entries(connection)

    def findings(
        self, report: str, type: str | None = None, *, rejected: bool = False
    ) -> list[StoredFinding]:
        """The findings of a report's current reading, in their order.

        Args:
            report: what `report` takes.
            type: of this type only ("statement"); None: all.
            rejected: whether to give those that people rejected, too.

        Raises:
            NotFound: when there is no such report.
            Ambiguous: when there are several.
            BadFilter: when there is no such type.
        """
        if type is not None and type not in FINDING_TYPES:
            raise BadFilter(f"No finding is of type {type!r}; there are {', '.join(FINDING_TYPES)}.")
        with reading(self._engine, self.place) as connection:
            whole = lookup.find_report(connection, report)
            return ledger.findings_of(connection, whole, type, rejected=rejected)

    def findings_of_type(self, type: str, *, rejected: bool = False) -> list[StoredFinding]:
        """The findings of one type of all reports, by day of publication, undated reports last.

        Args:
            type: a type of the findings format ("position").
            rejected: whether to give those that people rejected, too.

        Raises:
            BadFilter: when there is no such type.
        """
        if type not in FINDING_TYPES:
            raise BadFilter(f"No finding is of type {type!r}; there are {', '.join(FINDING_TYPES)}.")
        with reading(self._engine, self.place) as connection:
            found = ledger.findings_of_type(connection, type, rejected=rejected)
        return sorted(found, key=lambda one: one.report.published or "9999")

    def seek(self, sought: Sought) -> list[StoredFinding]:
        """At least the findings that fit, as far as indexes tell; in the order of `findings_of_type`."""
        with reading(self._engine, self.place) as connection:
            return seeking.seek(connection, sought)

    def day_back(self, kinds: Iterable[str], number: int) -> str | None:
        """The latest day from which on there are about so many findings of one of some kinds, or None."""
        with reading(self._engine, self.place) as connection:
            return seeking.day_back(connection, kinds, number)

    def finding(self, name: str) -> StoredFinding:
        """The finding with this id or beginning of an id; one of an earlier reading if no current one has it.

        Raises:
            NotFound: when there is none.
            Ambiguous: when there are several.
        """
        with reading(self._engine, self.place) as connection:
            [found] = stored_findings(connection, [lookup.find_finding(connection, name)])
            return found

    def people(self) -> list[Person]:
        """Everybody who speaks or is named as a person, those with most statements first."""
        self.identify()
        with reading(self._engine, self.place) as connection:
            return counting.people(connection)

    def version(self) -> str:
        """How far the record has come: a short word that changes whenever something is written to it."""
        with reading(self._engine, self.place) as connection:
            return versions.version(connection)

    def read_since(self, moment: str, limit: int | None = None) -> list[str]:
        """The ids of the reports read after a moment (ISO 8601 in UTC), the latest first; at most so many."""
        with reading(self._engine, self.place) as connection:
            return versions.read_since(connection, moment, limit)

    def count_since(self, moment: str) -> int:
        """How many reports were read after a moment (ISO 8601 in UTC)."""
        with reading(self._engine, self.place) as connection:
            return versions.count_since(connection, moment)
