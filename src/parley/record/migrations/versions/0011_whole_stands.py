"""Where parties stand: what the positions of a stance come to in all months."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Make the table, empty: it is filled when it is first asked where parties stand."""
    op.create_table(
        "whole_stands",
        sa.Column("stand", sa.String(16), nullable=False),
        sa.Column("row_words", sa.Text, nullable=False),
        sa.Column("column_words", sa.Text, nullable=False),
        sa.Column("unnamed", sa.Boolean, nullable=False),
        sa.Column("own", sa.Boolean, nullable=False),
        sa.Column("teller", sa.Text),
        sa.Column("stance", sa.String(32), nullable=False),
        sa.Column("times", sa.Integer, sa.CheckConstraint("times > 0", name="times"), nullable=False),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_first_day", sa.String(10), nullable=False),
        sa.Column("latest", sa.JSON, nullable=False),
        sa.Column("earliest", sa.JSON, nullable=False),
        sa.Column("wordings", sa.JSON, nullable=False),
        sa.Column("reports", sa.Text, nullable=False),
        sa.Column("findings", sa.Text, nullable=False),
        sa.Column("families", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("stand", name="pk_whole_stands"),
    )
