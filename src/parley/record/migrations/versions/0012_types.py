"""An index of findings by type: of those that have some words, which are of one."""

from __future__ import annotations

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_findings_type_number", "findings", ["type", "number"])
