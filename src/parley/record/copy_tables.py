"""The tables of copies: an index of what reports can be copies of, and what was made of it.

All of it is derived from the texts, the ways they came and people's rulings, and can be made anew.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
)

from parley.copies.kinds import Relation, Verdict
from parley.record.schema import metadata

_VERDICTS = tuple(verdict.value for verdict in Verdict if verdict is not Verdict.NOTHING)
_RELATIONS = tuple(relation.value for relation in Relation)


def _one_of(column: str, allowed: tuple[str, ...]) -> CheckConstraint:
    """That a column has one of some values."""
    listed = ", ".join(f"'{value}'" for value in allowed)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


copy_signatures = Table(
    "copy_signatures",
    metadata,
    Column("report", String(16), ForeignKey("reports.id"), primary_key=True),
    Column("rank", BigInteger, nullable=False, unique=True, comment="the report's id as a number"),
    Column("scheme", String(32), nullable=False, comment="the way it was compared"),
    Column("words", Integer, nullable=False, comment="how many words its story has"),
    Index(None, "scheme"),
    comment="The reports that were compared.",
)

copy_keys = Table(
    "copy_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("rank", BigInteger, primary_key=True, autoincrement=False, comment="of copy_signatures"),
    sqlite_with_rowid=False,
    comment="What reports are looked up by; those with one key in the order of their ranks.",
)

copy_links = Table(
    "copy_links",
    metadata,
    Column("first", String(16), ForeignKey("reports.id"), primary_key=True),
    Column("second", String(16), ForeignKey("reports.id"), primary_key=True),
    Column("verdict", String(16), _one_of("verdict", _VERDICTS), nullable=False),
    Column("measures", JSON, nullable=False),
    Column("passages", JSON, nullable=False, comment="places in the first and the second text"),
    CheckConstraint("first < second", name="first_before_second"),
    Index(None, "second"),
    comment="Two reports that share something.",
)

copy_members = Table(
    "copy_members",
    metadata,
    Column("report", String(16), ForeignKey("reports.id"), primary_key=True),
    Column("family", String(16), ForeignKey("reports.id"), nullable=False, comment="the family's original"),
    Column("relation", String(16), _one_of("relation", _RELATIONS), nullable=False),
    Column("position", Integer, nullable=False, comment="in its family; the original is 0"),
    Column("reasons", JSON, nullable=False),
    Index("ix_copy_members_family_position", "family", "position"),
    comment="Every report in its family.",
)
