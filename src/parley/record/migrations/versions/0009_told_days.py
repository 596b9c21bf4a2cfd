"""The index by last day leaves statements out: they have one of their own, by the day they were made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_OTHERS = sa.text("type != 'statement'")


def upgrade() -> None:
    """Make the one index anew."""
    op.drop_index("ix_findings_type_last_day", "findings")
    op.create_index(
        "ix_told_last_day",
        "findings",
        ["type", "last_day"],
        sqlite_where=_OTHERS,
        postgresql_where=_OTHERS,
    )
