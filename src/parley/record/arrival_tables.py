"""The tables of how reports came, and of the addresses that are followed.

```
reports 1──n arrivals n──1 raw_pages        addresses       what is known of a followed feed or page
```
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from parley.record.schema import metadata

raw_pages = Table(
    "raw_pages",
    metadata,
    Column("digest", String(64), primary_key=True, comment="SHA-256 of the bytes, in hexadecimal"),
    Column("size", Integer, CheckConstraint("size >= 0", name="size"), nullable=False),
    Column("packed", LargeBinary, nullable=False, comment="the bytes, deflated"),
    comment="What was fetched or opened, once each; never changed.",
)

arrivals = Table(
    "arrivals",
    metadata,
    Column("number", Integer, primary_key=True, comment="in the order the record met them"),
    Column("report", String(16), ForeignKey("reports.id"), nullable=False),
    Column("way", String(16), nullable=False, comment="file, web, feed, archive, letter or line"),
    Column("origin", Text, nullable=False),
    Column("part", Text, comment="which part of the bytes; null for all"),
    Column("at", String(40), nullable=False, comment="when it was fetched or opened, ISO 8601"),
    Column("url", Text),
    Column("final_url", Text),
    Column("address", Text, comment="the address in the form by which versions of a page are told together"),
    Column("status", Integer),
    Column("media_type", Text),
    Column("headers", JSON, nullable=False),
    Column("digest", String(64), nullable=False, comment="SHA-256 of the bytes, kept or not"),
    Column("raw", String(64), ForeignKey("raw_pages.digest"), comment="null where the text is all there was"),
    Index(None, "report"),
    Index(None, "address", "number"),
    Index(None, "digest"),
    comment="Every time a report came that was not like the time before.",
)

addresses = Table(
    "addresses",
    metadata,
    Column("address", Text, primary_key=True, comment="in the form of arrivals.address"),
    Column("url", Text, nullable=False, comment="as it is asked for"),
    Column("kind", String(8), CheckConstraint("kind IN ('feed', 'page')", name="kind"), nullable=False),
    Column("listed_by", Text, comment="the feed that lists it, for a page"),
    Column("item", JSON, comment="what the feed says of a page that is still to be read"),
    Column("stamp", String(16), comment="hash of what the feed said of it last"),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("first_seen", String(40), nullable=False),
    Column("checked", String(40), comment="when it was asked for last; null for never"),
    Column("changed", String(40), comment="when it last gave something new"),
    Column("not_before", String(40), comment="not to be asked for before this moment"),
    Column("failures", Integer, CheckConstraint("failures >= 0", name="failures"), nullable=False),
    Column("reason", Text, comment="why it could not be had the last time"),
    Column("gone", String(40), comment="since when the page is no longer there"),
    Column("pending", Integer, CheckConstraint("pending IN (0, 1)", name="pending"), nullable=False),
    Index(None, "listed_by"),
    comment="What following knows of feeds and pages; brought up to date with each question.",
)
