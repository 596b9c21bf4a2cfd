"""The tables of where parties stand: derived from findings, and made anew with every report that changes.

`tellings` has a row for each shown position, proposal and encounter, with its day and what it is compared by;
`stands` has what the positions of one stance come to in one month, `whole_stands` what they come to in all,
so that a board reads no single position.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from parley.record.schema import metadata

TOLD_TYPES = ("position", "proposal", "encounter")
"""The types of findings that are told of through time."""

_TYPES = ", ".join(f"'{name}'" for name in TOLD_TYPES)

told_reports = Table(
    "told_reports",
    metadata,
    Column("report", String(16), ForeignKey("reports.id"), primary_key=True),
    Column("scheme", String(32), nullable=False, comment="the way its findings were brought into tellings"),
    Index(None, "scheme"),
    comment="The reports whose findings are in the tables below.",
)

tellings = Table(
    "tellings",
    metadata,
    Column(
        "finding",
        Integer,
        ForeignKey("findings.number", deferrable=True, initially="DEFERRED"),
        primary_key=True,
    ),
    Column("report", String(16), ForeignKey("reports.id"), nullable=False),
    Column("type", String(16), CheckConstraint(f"type IN ({_TYPES})", name="type"), nullable=False),
    Column(
        "topic", String(16), comment="hash of what changes are found in; of nothing that can change: null"
    ),
    Column("stand", String(16), comment="hash of what makes positions one stance; null for no position"),
    Column("month", String(7), nullable=False, comment="of the first day; empty where there is none"),
    Column("first_day", String(10), nullable=False, comment="empty where there is none"),
    Column("last_day", String(10), nullable=False),
    Column("day", Text, comment="EDTF date"),
    Column("dated_by", String(16), comment="as_of or published"),
    Column("published", Text, nullable=False, comment="of the report; 9999 where it is not known"),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("position", Integer, nullable=False),
    Index(None, "report"),
    Index("ix_tellings_topic", "topic", "first_day", "last_day", "published", "reading", "position"),
    Index(None, "type", "last_day"),
    Index(None, "stand", "month"),
    Index(None, "month"),
    comment="What is told of a day: one row a shown finding of some types.",
)


def _comes_to() -> list[Column[Any]]:
    """What positions come to."""
    return [
        Column("row_words", Text, nullable=False, comment="the party's words: the row of a board"),
        Column("column_words", Text, nullable=False, comment="the topic's words: the column"),
        Column("unnamed", Boolean, nullable=False, comment="whether the topic is no issue family"),
        Column("own", Boolean, nullable=False, comment="whether it is the party's own"),
        Column("teller", Text, comment="who ascribes it"),
        Column("stance", String(32), nullable=False),
        Column("times", Integer, CheckConstraint("times > 0", name="times"), nullable=False),
        Column("first_day", String(10), nullable=False, comment="the earliest first day; empty for none"),
        Column("last_first_day", String(10), nullable=False, comment="the latest first day"),
        Column(
            "latest", JSON, nullable=False, comment="of the latest: what orders it, its issue, day and mark"
        ),
        Column(
            "earliest", JSON, nullable=False, comment="of the earliest: what orders it, its party and topic"
        ),
        Column("wordings", JSON, nullable=False, comment="what it is on, and conditions of the latest day"),
        Column("reports", Text, nullable=False, comment="ids, the latest first, with blanks between"),
        Column("findings", Text, nullable=False),
        Column("families", Text, nullable=False, comment="ids of the originals of the reports' families"),
    ]


stands = Table(
    "stands",
    metadata,
    Column("stand", String(16), primary_key=True),
    Column("month", String(7), primary_key=True),
    *_comes_to(),
    comment="What the positions of one stance, on one thing, by one teller, come to in a month.",
)

whole_stands = Table(
    "whole_stands",
    metadata,
    Column("stand", String(16), primary_key=True),
    *_comes_to(),
    comment="What the positions of one stance, on one thing, by one teller, come to in all months.",
)
