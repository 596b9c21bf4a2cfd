"""The tables of histories: derived from findings, and kept up to date with every report and ruling.

`history_tellings` has a row for each finding that tells of something with a history, `histories` one for each
such thing; `history_handles` is what tellings that may be of one thing are looked up by, `history_sides` whom
a history names. `said_words` has what statements are compared by when one denies another.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from parley.record.schema import metadata


def _finding() -> Column[int]:
    here = ForeignKey("findings.number", deferrable=True, initially="DEFERRED")
    return Column("finding", Integer, here, primary_key=True, autoincrement=False)


history_tellings = Table(
    "history_tellings",
    metadata,
    Column("kind", String(16), primary_key=True),
    _finding(),
    Column("id", String(17), nullable=False, comment="of the finding"),
    Column("report", String(16), ForeignKey("reports.id"), nullable=False),
    Column("sort", Text, nullable=False, comment="orders tellings: histories are made in this order"),
    Column("history", Integer, comment="the first telling of what this one tells of"),
    Column("facts", Text, nullable=False, comment="JSON: what it is compared by and shown with"),
    Index(None, "report"),
    Index(None, "kind", "history"),
    comment="A finding that tells of something which has a history.",
)

history_handles = Table(
    "history_handles",
    metadata,
    Column("handle", Text, primary_key=True, comment="kind, and something tellings of one thing share"),
    Column("anchor", Integer, primary_key=True, autoincrement=False, comment="a day, as a number; -1: none"),
    Column("finding", Integer, primary_key=True, autoincrement=False),
    Column("sort", Text, nullable=False),
    Index(None, "finding"),
    sqlite_with_rowid=False,
    comment="What tellings that may be of one thing are looked up by.",
)

histories = Table(
    "histories",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("history", Integer, primary_key=True, autoincrement=False, comment="its first telling"),
    Column("first_day", String(10), nullable=False, comment="of the day it is found by; empty for none"),
    Column("last_day", String(10), nullable=False),
    Column("begun", String(10), nullable=False, comment="the earliest day of a telling; empty: one has none"),
    Column("ended", String(10), nullable=False, comment="the latest"),
    Column("status", String(32), nullable=False),
    Column("content", Text, nullable=False, comment="JSON: all that is shown of it"),
    Index(None, "kind", "last_day"),
    Index("ix_histories_order", "kind", "first_day", "last_day", "history"),
    comment="A thing that reports tell of: encounter, commitment, proposal, event, dispute.",
)

history_parties = Table(
    "history_parties",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("words", Text, nullable=False, comment="as names are searched"),
    UniqueConstraint("kind", "name"),
    comment="Names of those that histories of a kind are about.",
)

history_sides = Table(
    "history_sides",
    metadata,
    Column("party", Integer, ForeignKey("history_parties.number"), primary_key=True),
    Column("history", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Index(None, "kind", "history"),
    sqlite_with_rowid=False,
    comment="Whom a history is about.",
)

said_words = Table(
    "said_words",
    metadata,
    _finding(),
    Column("report", String(16), ForeignKey("reports.id"), nullable=False),
    Column("anchor", Integer, nullable=False, comment="the day it was said, as a number; -1: none"),
    Column("sort", Text, nullable=False),
    Column("denies", Boolean, nullable=False),
    Column("side", Text, nullable=False, comment="for whom it is said"),
    Column("words", Text, nullable=False, comment="what it is about, each word between blanks"),
    Column("facts", Text, nullable=False),
    Index(None, "report"),
    # What is claimed beside a denial is read from the index alone; PostgreSQL takes no long words into one.
    Index("ix_said_words_near", "anchor", "denies", "side", "words").ddl_if(dialect="sqlite"),
    Index("ix_said_words_anchor", "anchor").ddl_if(dialect="postgresql"),
    comment="What statements of reports that are no copies are compared by.",
)

ALL_TABLES = (said_words, history_sides, history_parties, histories, history_handles, history_tellings)
"""In an order in which they can be emptied."""
