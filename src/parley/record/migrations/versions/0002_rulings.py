"""Rulings: a table for them, and columns for what they make of findings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_CHECKED = "checked IN ('machine', 'confirmed', 'corrected', 'rejected')"
_KINDS = "kind IN ('confirm', 'reject', 'correct', 'merge', 'split', 'move', 'undo')"
_APPEND_ONLY = {
    "sqlite": (
        "CREATE TRIGGER rulings_are_not_changed BEFORE UPDATE ON rulings"
        " BEGIN SELECT RAISE(ABORT, 'a ruling is never changed'); END",
        "CREATE TRIGGER rulings_are_not_deleted BEFORE DELETE ON rulings"
        " BEGIN SELECT RAISE(ABORT, 'a ruling is never deleted'); END",
    ),
    "postgresql": (
        "CREATE RULE rulings_are_not_changed AS ON UPDATE TO rulings DO INSTEAD NOTHING",
        "CREATE RULE rulings_are_not_deleted AS ON DELETE TO rulings DO INSTEAD NOTHING",
    ),
}


def upgrade() -> None:
    """Add what is missing; every finding begins unchecked."""
    op.add_column(
        "findings",
        sa.Column(
            "checked",
            sa.String(16),
            sa.CheckConstraint(_CHECKED, name="checked"),
            nullable=False,
            server_default="machine",
        ),
    )
    op.add_column("findings", sa.Column("ruled", sa.JSON))
    op.add_column("findings", sa.Column("kept", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "rulings",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("id", sa.String(17), nullable=False),
        sa.Column("kind", sa.String(16), sa.CheckConstraint(_KINDS, name="kind"), nullable=False),
        sa.Column("by", sa.Text, sa.CheckConstraint("by <> ''", name="signed"), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("target", sa.JSON, nullable=False),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("report", sa.String(16)),
        sa.Column("added", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_rulings"),
        sa.UniqueConstraint("id", name="uq_rulings_id"),
    )
    for columns in (("report",), ("kind",), ("at", "id")):
        op.create_index(f"ix_rulings_{'_'.join(columns)}", "rulings", list(columns))
    for statement in _APPEND_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)
