"""Who is who: forms of names, where they stand, whom they are; derived, and made anew on first use."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_HOLDS = sa.text("feature >= 'holds:' AND feature < 'holds;'")


def upgrade() -> None:
    """Make the tables, empty: they are filled when they are first asked."""
    op.create_table(
        "identified",
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("scheme", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_identified"),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_identified_report_reports"),
        sa.ForeignKeyConstraint(("reading",), ("readings.number",), name="fk_identified_reading_readings"),
    )
    op.create_table(
        "name_forms",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("refers_to", sa.Integer),
        sa.Column("entity", sa.String(17)),
        sa.Column("score", sa.Float, nullable=False, server_default="1"),
        sa.Column("reasons", sa.JSON, nullable=False, server_default="[]"),
        sa.PrimaryKeyConstraint("number", name="pk_name_forms"),
        sa.UniqueConstraint("key", name="uq_name_forms_key"),
        sa.ForeignKeyConstraint(
            ("refers_to",), ("name_forms.number",), name="fk_name_forms_refers_to_name_forms"
        ),
        sa.CheckConstraint("score >= 0 AND score <= 1", name="score"),
    )
    for column in ("block", "entity", "refers_to"):
        op.create_index(f"ix_name_forms_{column}", "name_forms", [column])
    op.create_table(
        "form_features",
        sa.Column("form", sa.Integer, nullable=False),
        sa.Column("feature", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, sa.CheckConstraint("times > 0", name="times"), nullable=False),
        sa.PrimaryKeyConstraint("form", "feature", name="pk_form_features"),
        sa.ForeignKeyConstraint(("form",), ("name_forms.number",), name="fk_form_features_form_name_forms"),
    )
    op.create_index(
        "ix_form_features_holds",
        "form_features",
        ["feature"],
        sqlite_where=_HOLDS,
        postgresql_where=_HOLDS,
    )
    op.create_table(
        "appearances",
        sa.Column("report", sa.String(16), nullable=False),
        sa.Column("form", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("features", sa.JSON, nullable=False),
        sa.Column("said", sa.Integer, sa.CheckConstraint("said >= 0", name="said"), nullable=False),
        sa.Column("by_office", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("report", "form", "name", name="pk_appearances"),
        sa.ForeignKeyConstraint(("report",), ("reports.id",), name="fk_appearances_report_reports"),
        sa.ForeignKeyConstraint(("form",), ("name_forms.number",), name="fk_appearances_form_name_forms"),
    )
    for column in ("form", "words"):
        op.create_index(f"ix_appearances_{column}", "appearances", [column])
    op.create_table(
        "entities",
        sa.Column("id", sa.String(17), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("party", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entities"),
    )
    op.create_index("ix_entities_kind", "entities", ["kind"])
    op.create_table(
        "identity_suggestions",
        sa.Column("first", sa.Text, nullable=False),
        sa.Column("second", sa.Text, nullable=False),
        sa.Column("block", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reasons", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("first", "second", name="pk_identity_suggestions"),
    )
    op.create_index("ix_identity_suggestions_block", "identity_suggestions", ["block"])
