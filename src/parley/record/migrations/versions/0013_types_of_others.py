"""The index of findings by type leaves statements out: those are asked for by the day they were made."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_OTHERS = sa.text("type != 'statement'")


def upgrade() -> None:
    """Make the one index anew."""
    op.drop_index("ix_findings_type_number", "findings")
    op.create_index(
        "ix_told_type_number",
        "findings",
        ["type", "number"],
        sqlite_where=_OTHERS,
        postgresql_where=_OTHERS,
    )
