"""What is known of followed feeds and pages: when to ask again, what is still to be read, what is gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from parley.record.arrival_tables import addresses
from parley.record.loading import batches
from parley.record.rows import storable

if TYPE_CHECKING:
    from parley.record.database import AnyRow


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed or page that is followed.

    Attributes:
        address: the form by which it is told from others.
        url: as it is asked for.
        kind: feed or page.
        first_seen: when it was met first.
        listed_by: the url of the feed that lists a page, or None.
        item: what the feed says of a page that is still to be read, or None.
        stamp: a hash of what the feed said of it last, or None.
        etag: what its last answer said of itself, or None.
        last_modified: the same.
        checked: when it was asked for last, or None.
        changed: when it last gave something new, or None.
        not_before: not to be asked for before this moment, or None.
        failures: how often in a row it could not be had.
        reason: why not the last time, or None.
        gone: since when it is no longer there, or None.
        pending: whether it is still to be read.
    """

    address: str
    url: str
    kind: str
    first_seen: str
    listed_by: str | None = None
    item: Mapping[str, Any] | None = None
    stamp: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    checked: str | None = None
    changed: str | None = None
    not_before: str | None = None
    failures: int = 0
    reason: str | None = None
    gone: str | None = None
    pending: bool = False


_FIELDS = tuple(column.name for column in addresses.columns)


def followed(connection: Connection, address: str) -> Followed | None:
    """What is known of an address; None where nothing is."""
    row = connection.execute(select(addresses).where(addresses.c.address == address)).first()
    return None if row is None else _followed(row)


def all_followed(connection: Connection, known_by: Iterable[str]) -> dict[str, Followed]:
    """What is known of addresses, by address; without those of which nothing is."""
    found = {}
    for batch in batches(dict.fromkeys(known_by)):
        for row in connection.execute(select(addresses).where(addresses.c.address.in_(batch))):
            found[row.address] = _followed(row)
    return found


def pages_of(connection: Connection, feed: str, pending: bool | None = None) -> list[Followed]:
    """The pages that a feed lists or listed, in the order they were met.

    Args:
        connection: to the record.
        feed: the feed's url.
        pending: only those still to be read (True), or only the others (False); None: all.
    """
    query = select(addresses).where(addresses.c.listed_by == feed, addresses.c.kind == "page")
    if pending is not None:
        query = query.where(addresses.c.pending == int(pending))
    return [
        _followed(row)
        for row in connection.execute(query.order_by(addresses.c.first_seen, addresses.c.address))
    ]


def feeds(connection: Connection) -> list[Followed]:
    """All feeds that are or were followed."""
    query = select(addresses).where(addresses.c.kind == "feed").order_by(addresses.c.url)
    return [_followed(row) for row in connection.execute(query)]


def keep(connection: Connection, known: Iterable[Followed]) -> None:
    """Keep what is known of addresses, in place of what was known before."""
    rows = [_row(one) for one in known]
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(addresses)
    changed = {name: statement.excluded[name] for name in _FIELDS if name not in ("address", "first_seen")}
    if rows:
        connection.execute(statement.on_conflict_do_update(index_elements=["address"], set_=changed), rows)


def mark_gone(connection: Connection, address: str, since: str) -> None:
    """Note that a page is no longer there; the first time counts."""
    of_page = update(addresses).where(addresses.c.address == address, addresses.c.gone.is_(None))
    connection.execute(of_page.values(gone=since))


def _row(one: Followed) -> dict[str, Any]:
    row = {name: getattr(one, name) for name in _FIELDS}
    row["pending"] = int(one.pending)
    row["item"] = dict(one.item) if one.item is not None else None
    return {name: storable(value) if isinstance(value, str) else value for name, value in row.items()}


def _followed(row: AnyRow) -> Followed:
    values = {name: getattr(row, name) for name in _FIELDS}
    return replace(Followed(**{**values, "pending": False}), pending=bool(row.pending))
