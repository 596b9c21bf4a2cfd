"""How reports came: their raw pages, and the addresses that are followed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables; nothing is known yet of how older reports came but their rows of `origins`."""
    op.create_table(
        "raw_pages",
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer, sa.CheckConstraint("size >= 0", name="size"), nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("digest", name="pk_raw_pages"),
    )
    op.create_table(
        "arrivals",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("way", sa.String(16), nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("part", sa.Text),
        sa.Column("at", sa.String(40), nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("final_url", sa.Text),
        sa.Column("address", sa.Text),
        sa.Column("status", sa.Integer),
        sa.Column("media_type", sa.Text),
        sa.Column("headers", sa.JSON, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("raw", sa.String(64)),
        sa.PrimaryKeyConstraint("number", name="pk_arrivals"),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_arrivals_report_reports"),
        sa.ForeignKeyConstraint(("raw",), ("raw_pages.digest",), name="fk_arrivals_raw_raw_pages"),
    )
    op.create_table(
        "addresses",
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column(
            "kind", sa.String(8), sa.CheckConstraint("kind IN ('feed', 'page')", name="kind"), nullable=False
        ),
        sa.Column("listed_by", sa.Text),
        sa.Column("item", sa.JSON),
        sa.Column("stamp", sa.String(16)),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("first_seen", sa.String(40), nullable=False),
        sa.Column("checked", sa.String(40)),
        sa.Column("changed", sa.String(40)),
        sa.Column("not_before", sa.String(40)),
        sa.Column(
            "failures", sa.Integer, sa.CheckConstraint("failures >= 0", name="failures"), nullable=False
        ),
        sa.Column("reason", sa.Text),
        sa.Column("gone", sa.String(40)),
        sa.Column(
            "pending", sa.Integer, sa.CheckConstraint("pending IN (0, 1)", name="pending"), nullable=False
        ),
        sa.PrimaryKeyConstraint("address", name="pk_addresses"),
    )
    for table, columns in (
        ("arrivals", ("report",)),
        ("arrivals", ("address", "number")),
        ("arrivals", ("digest",)),
        ("addresses", ("listed_by",)),
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
