"""Histories: what reports tell of one encounter, commitment, proposal, event or dispute through time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make the tables, empty: older reports are taken in when it is first asked for what they hold."""
    op.create_table(
        "history_tellings",
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("finding", sa.Integer, nullable=False),
        sa.Column("id", sa.String(17), nullable=False),
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
        sa.Column("history", sa.Integer),
        sa.Column("facts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("kind", "finding", name="pk_history_tellings"),
        _of_a_finding("fk_history_tellings_finding_findings"),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_history_tellings_report_reports"),
    )
    op.create_index("ix_history_tellings_report", "history_tellings", ["report"])
    op.create_index("ix_history_tellings_kind_history", "history_tellings", ["kind", "history"])
    op.create_table(
        "history_handles",
        sa.Column("handle", sa.Text, nullable=False),
        sa.Column("anchor", sa.Integer, nullable=False),
        sa.Column("finding", sa.Integer, nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("handle", "anchor", "finding", name="pk_history_handles"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_history_handles_finding", "history_handles", ["finding"])
    op.create_table(
        "histories",
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("history", sa.Integer, nullable=False),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_day", sa.String(10), nullable=False),
        sa.Column("begun", sa.String(10), nullable=False),
        sa.Column("ended", sa.String(10), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("kind", "history", name="pk_histories"),
    )
    op.create_index("ix_histories_kind_last_day", "histories", ["kind", "last_day"])
    op.create_index("ix_histories_order", "histories", ["kind", "first_day", "last_day", "history"])
    _make_sides()
    _make_words()


def _make_sides() -> None:
    op.create_table(
        "history_parties",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_history_parties"),
        sa.UniqueConstraint("kind", "name", name="uq_history_parties_kind_name"),
    )
    op.create_table(
        "history_sides",
        sa.Column("party", sa.Integer, nullable=False),
        sa.Column("history", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("party", "history", "kind", name="pk_history_sides"),
        sa.ForeignKeyConstraint(
            ("party",), ("history_parties.number",), name="fk_history_sides_party_history_parties"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_history_sides_kind_history", "history_sides", ["kind", "history"])


def _make_words() -> None:
    op.create_table(
        "said_words",
        sa.Column("finding", sa.Integer, nullable=False),
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("anchor", sa.Integer, nullable=False),
        sa.Column("sort", sa.Text, nullable=False),
        sa.Column("denies", sa.Boolean, nullable=False),
        sa.Column("side", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("finding", name="pk_said_words"),
        _of_a_finding("fk_said_words_finding_findings"),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_said_words_report_reports"),
    )
    op.create_index("ix_said_words_report", "said_words", ["report"])
    op.create_index("ix_said_words_anchor", "said_words", ["anchor"])


def _of_a_finding(name: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ("finding",), ("findings.number",), name=name, deferrable=True, initially="DEFERRED"
    )
