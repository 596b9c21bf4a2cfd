"""How reports came: kept once, with the raw bytes, and asked for as versions of a page."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, insert, select

from parley.model.arrival import Arrival
from parley.model.report import Report
from parley.record.arrival_tables import addresses, arrivals, raw_pages
from parley.record.errors import NotFound
from parley.record.rows import storable
from parley.record.schema import origins, reports
from parley.reports.page_address import page_address

if TYPE_CHECKING:
    from parley.record.database import AnyRow

_FEED = "feed"


@dataclass(frozen=True, slots=True)
class KeptArrival:
    """A time a report came, as the record keeps it; the bytes are asked for by `digest`.

    Attributes:
        report: the report's id.
        way: file, web, feed, archive, letter or line.
        origin: the path or address it came by.
        part: which part of the bytes it is, or None for all.
        at: when it was fetched or opened.
        url: the address that was asked for, or None.
        final_url: the address that answered, or None.
        status: the status of the answer, or None.
        media_type: what the bytes were said to be, or None.
        headers: the headers they came with.
        digest: the SHA-256 of the bytes.
        raw: whether the bytes are kept; not where the report's text is all there was.
    """

    report: str
    way: str
    origin: str
    part: str | None
    at: str
    url: str | None
    final_url: str | None
    status: int | None
    media_type: str | None
    headers: tuple[tuple[str, str], ...]
    digest: str
    raw: bool


@dataclass(frozen=True, slots=True)
class Version:
    """One of the texts that stood at an address, one after the other.

    Attributes:
        report: the report with this text.
        address: where it stood.
        at: when it was first seen there.
        title: its headline, or None.
        gone: since when the page is no longer there; on the last version only.
    """

    report: str
    address: str
    at: str
    title: str | None
    gone: str | None = None


def note_arrival(connection: Connection, report: Report, arrival: Arrival) -> bool:
    """Note how a report came; False where it last came so as well.

    A page that is fetched again and again with the same words in it is noted once; one that goes back to
    words it had before is noted again.
    """
    address = page_address(arrival.final_url or arrival.url or report.url)
    if _known(connection, report.id, arrival, address):
        return False
    row = {
        "report": report.id,
        "way": arrival.way,
        "origin": storable(arrival.origin),
        "part": storable(arrival.part),
        "at": arrival.at,
        "url": storable(arrival.url or report.url),
        "final_url": storable(arrival.final_url),
        "address": storable(address),
        "status": arrival.status,
        "media_type": storable(arrival.media_type),
        "headers": [[storable(name), storable(value)] for name, value in arrival.headers],
        "digest": arrival.digest,
        "raw": _kept(connection, report, arrival),
    }
    connection.execute(insert(arrivals), row)
    return True


def _known(connection: Connection, report: str, arrival: Arrival, address: str | None) -> bool:
    """Whether the last thing that came this way was this report."""
    if address is None:
        same = (arrivals.c.origin == storable(arrival.origin)) & (arrivals.c.digest == arrival.digest)
        query = select(arrivals.c.report).where(arrivals.c.report == report, same)
        return connection.execute(query.limit(1)).first() is not None
    by_feed = arrivals.c.way == _FEED if arrival.way == _FEED else arrivals.c.way != _FEED
    last = select(arrivals.c.report).where(arrivals.c.address == address, by_feed)
    return connection.scalar(last.order_by(arrivals.c.number.desc()).limit(1)) == report


def _kept(connection: Connection, report: Report, arrival: Arrival) -> str | None:
    """The digest under which the bytes are kept; None where they are the report's text and nothing else."""
    if arrival.raw.strip() == report.text.encode("utf-8", "surrogatepass").strip():
        return None
    there = select(raw_pages.c.digest).where(raw_pages.c.digest == arrival.digest)
    if connection.execute(there).first() is None:
        row = {"digest": arrival.digest, "size": len(arrival.raw), "packed": zlib.compress(arrival.raw, 6)}
        connection.execute(insert(raw_pages), row)
    return arrival.digest


def arrivals_of(connection: Connection, report: str) -> list[KeptArrival]:
    """Every way a report came, in the order the record met them."""
    query = select(arrivals).where(arrivals.c.report == report).order_by(arrivals.c.number)
    return [_arrival(row) for row in connection.execute(query)]


def raw_page(connection: Connection, digest: str) -> bytes:
    """The bytes with this digest, or those of the report's text where they were nothing else.

    Raises:
        NotFound: when the record has no bytes with this digest.
    """
    packed = connection.scalar(select(raw_pages.c.packed).where(raw_pages.c.digest == digest))
    if packed is not None:
        return zlib.decompress(packed)
    text = connection.scalar(
        select(reports.c.text)
        .join(arrivals, arrivals.c.report == reports.c.id)
        .where(arrivals.c.digest == digest)
    )
    if text is None:
        raise NotFound(f"The record keeps no page with the digest {digest!r}.")
    return str(text).encode("utf-8")


def versions_of(connection: Connection, report: str) -> list[Version]:
    """The texts that stood, one after the other, at the addresses where this report stood; itself among them.

    What a feed says of a page and what the page says are no versions of each other.
    """
    places = connection.execute(
        select(arrivals.c.address, arrivals.c.way == _FEED)
        .where(arrivals.c.report == report, arrivals.c.address.is_not(None))
        .distinct()
    ).all()
    found: list[Version] = []
    for address, by_feed in places:
        found += versions_at(connection, address, bool(by_feed))
    return sorted(found, key=lambda version: (version.address, version.at))


def versions_at(connection: Connection, address: str, by_feed: bool) -> list[Version]:
    """The texts that stood at an address, one after the other: on its page, or by what a feed said of it."""
    way = arrivals.c.way == _FEED if by_feed else arrivals.c.way != _FEED
    query = (
        select(arrivals).where(arrivals.c.address == address, way).order_by(arrivals.c.at, arrivals.c.number)
    )
    rows = connection.execute(query).all()
    kept = [row for place, row in enumerate(rows) if place == 0 or rows[place - 1].report != row.report]
    gone = connection.scalar(select(addresses.c.gone).where(addresses.c.address == address))
    last = len(kept) - 1
    return [
        Version(row.report, address, row.at, _title(connection, row.report), gone if place == last else None)
        for place, row in enumerate(kept)
    ]


def has_report(connection: Connection, report: str) -> bool:
    """Whether the record has a report."""
    return connection.execute(select(reports.c.id).where(reports.c.id == report)).first() is not None


def gone_since(connection: Connection, report: str) -> str | None:
    """Since when the page a report stood on is no longer there; None where it is, or nobody knows."""
    query = (
        select(addresses.c.gone)
        .join(arrivals, arrivals.c.address == addresses.c.address)
        .where(arrivals.c.report == report, addresses.c.gone.is_not(None))
        .order_by(addresses.c.gone)
    )
    found: str | None = connection.scalar(query.limit(1))
    return found


def gone_pages(connection: Connection) -> dict[str, str]:
    """Since when the page of each report is no longer there; without those whose page is."""
    query = (
        select(arrivals.c.report, addresses.c.gone)
        .join(addresses, arrivals.c.address == addresses.c.address)
        .where(addresses.c.gone.is_not(None))
    )
    return {report: gone for report, gone in connection.execute(query)}


def _title(connection: Connection, report: str) -> str | None:
    query = select(origins.c.title).where(origins.c.report == report).order_by(origins.c.number)
    title: str | None = connection.scalar(query.limit(1))
    return title


def _arrival(row: AnyRow) -> KeptArrival:
    return KeptArrival(
        report=row.report,
        way=row.way,
        origin=row.origin,
        part=row.part,
        at=row.at,
        url=row.url,
        final_url=row.final_url,
        status=row.status,
        media_type=row.media_type,
        headers=tuple((name, value) for name, value in row.headers),
        digest=row.digest,
        raw=row.raw is not None,
    )
