"""How reports came to a record, and what it follows: the part of `Record` that keeps both."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Engine

from parley.record import arrivals as coming
from parley.record import following, lookup
from parley.record.arrivals import KeptArrival, Version
from parley.record.database import reading, writing
from parley.record.following import Followed


class ArrivingRecord:
    """Arrivals, raw pages, versions; feeds and pages that are followed."""

    _engine: Engine
    place: str

    def arrivals(self, report: str) -> list[KeptArrival]:
        """Every way a report came, in the order the record met them.

        Raises:
            NotFound: when there is no such report.
            Ambiguous: when there are several.
        """
        with reading(self._engine, self.place) as connection:
            return coming.arrivals_of(connection, lookup.find_report(connection, report))

    def versions(self, report: str) -> list[Version]:
        """The texts that stood at the addresses of a report, one after the other, itself among them.

        Raises:
            NotFound: when there is no such report.
            Ambiguous: when there are several.
        """
        with reading(self._engine, self.place) as connection:
            return coming.versions_of(connection, lookup.find_report(connection, report))

    def versions_at(self, address: str, *, by_feed: bool = False) -> list[str]:
        """The ids of the reports that stood at an address (by `parley.reports.page_address`), in order.

        Args:
            address: the form by which a page is told from others.
            by_feed: what a feed said was there, instead of what its page said.
        """
        with reading(self._engine, self.place) as connection:
            return [version.report for version in coming.versions_at(connection, address, by_feed)]

    def has_report(self, report_id: str) -> bool:
        """Whether the record has the report with this whole id."""
        with reading(self._engine, self.place) as connection:
            return coming.has_report(connection, report_id)

    def gone_since(self, report: str) -> str | None:
        """Since when the page of a report is no longer there, or None.

        Raises:
            NotFound: when there is no such report.
            Ambiguous: when there are several.
        """
        with reading(self._engine, self.place) as connection:
            return coming.gone_since(connection, lookup.find_report(connection, report))

    def raw_page(self, digest: str) -> bytes:
        """The bytes in which a report came.

        Raises:
            NotFound: when the record has none with this digest.
        """
        with reading(self._engine, self.place) as connection:
            return coming.raw_page(connection, digest)

    def followed(self, address: str) -> Followed | None:
        """What is known of a feed or page, by `parley.reports.page_address`; None where nothing is."""
        with reading(self._engine, self.place) as connection:
            return following.followed(connection, address)

    def all_followed(self, addresses: Iterable[str]) -> dict[str, Followed]:
        """What is known of feeds and pages, by address; without those of which nothing is."""
        with reading(self._engine, self.place) as connection:
            return following.all_followed(connection, addresses)

    def followed_feeds(self) -> list[Followed]:
        """All feeds that are or were followed."""
        with reading(self._engine, self.place) as connection:
            return following.feeds(connection)

    def followed_pages(self, feed: str, pending: bool | None = None) -> list[Followed]:
        """The pages a feed lists or listed: those still to be read, the others, or all."""
        with reading(self._engine, self.place) as connection:
            return following.pages_of(connection, feed, pending)

    def keep_followed(self, known: Iterable[Followed]) -> None:
        """Keep what is known of feeds and pages: all of it, or nothing."""
        with writing(self._engine, self.place) as connection:
            following.keep(connection, known)
