"""Where parties stand: what is told of which day, and what the positions of a month come to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_TYPES = "type IN ('position', 'proposal', 'encounter')"


def upgrade() -> None:
    """Make the tables, empty: older reports are taken in when it is first asked where parties stand."""
    op.create_table(
        "told_reports",
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("scheme", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_told_reports"),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_told_reports_report_reports"),
    )
    op.create_index("ix_told_reports_scheme", "told_reports", ["scheme"])
    op.create_table(
        "tellings",
        sa.Column("finding", sa.Integer, nullable=False),
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("type", sa.String(16), sa.CheckConstraint(_TYPES, name="type"), nullable=False),
        sa.Column("topic", sa.String(16)),
        sa.Column("stand", sa.String(16)),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("first_day", sa.String(10), nullable=False),
        sa.Column("last_day", sa.String(10), nullable=False),
        sa.Column("day", sa.Text),
        sa.Column("dated_by", sa.String(16)),
        sa.Column("published", sa.Text, nullable=False),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("finding", name="pk_tellings"),
        sa.ForeignKeyConstraint(
            ("finding",),
            ("findings.number",),
            name="fk_tellings_finding_findings",
            deferrable=True,
            initially="DEFERRED",
        ),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_tellings_report_reports"),
        sa.ForeignKeyConstraint(("reading",), ("readings.number",), name="fk_tellings_reading_readings"),
    )
    op.create_index("ix_tellings_report", "tellings", ["report"])
    op.create_index(
        "ix_tellings_topic",
        "tellings",
        ["topic", "first_day", "last_day", "published", "reading", "position"],
    )
    op.create_index("ix_tellings_type_last_day", "tellings", ["type", "last_day"])
    op.create_index("ix_tellings_stand_month", "tellings", ["stand", "month"])
    op.create_index("ix_tellings_month", "tellings", ["month"])
    op.create_table(
        "stands",
        sa.Column("stand", sa.String(16), nullable=False),
        sa.Column("month", sa.String(7), nullable=False),
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
        sa.PrimaryKeyConstraint("stand", "month", name="pk_stands"),
    )
