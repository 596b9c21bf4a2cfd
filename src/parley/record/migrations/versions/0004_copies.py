"""Copies: the index reports are looked up by, what pairs of them share, and the family each is in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_VERDICTS = "verdict IN ('copy', 'twins', 'passages')"
_RELATIONS = "relation IN ('original', 'reprint', 'partial', 'update', 'rewrite', 'paraphrase')"


def upgrade() -> None:
    """Make the tables, empty: older reports are compared when families are first asked for."""
    op.create_table(
        "copy_signatures",
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.Column("scheme", sa.String(32), nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_copy_signatures"),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_copy_signatures_report_reports"),
        sa.UniqueConstraint("rank", name="uq_copy_signatures_rank"),
    )
    op.create_index("ix_copy_signatures_scheme", "copy_signatures", ["scheme"])
    op.create_table(
        "copy_keys",
        sa.Column("key", sa.BigInteger, nullable=False),
        sa.Column("rank", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("key", "rank", name="pk_copy_keys"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "copy_links",
        sa.Column("first", sa.String(16), nullable=False),
        sa.Column("second", sa.String(16), nullable=False),
        sa.Column("verdict", sa.String(16), sa.CheckConstraint(_VERDICTS, name="verdict"), nullable=False),
        sa.Column("measures", sa.JSON, nullable=False),
        sa.Column("passages", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("first", "second", name="pk_copy_links"),
        sa.ForeignKeyConstraint(("first",), ("reports.id",), name="fk_copy_links_first_reports"),
        sa.ForeignKeyConstraint(("second",), ("reports.id",), name="fk_copy_links_second_reports"),
        sa.CheckConstraint("first < second", name="first_before_second"),
    )
    op.create_index("ix_copy_links_second", "copy_links", ["second"])
    op.create_table(
        "copy_members",
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("family", sa.String(16), nullable=False),
        sa.Column("relation", sa.String(16), sa.CheckConstraint(_RELATIONS, name="relation"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("reasons", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_copy_members"),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_copy_members_report_reports"),
        sa.ForeignKeyConstraint(("family",), ("reports.id",), name="fk_copy_members_family_reports"),
    )
    op.create_index("ix_copy_members_family_position", "copy_members", ["family", "position"])
