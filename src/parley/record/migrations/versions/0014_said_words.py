"""What is claimed beside a denial is read from an index alone: of words, in the days around it."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Make the index; PostgreSQL takes no long words into one, and keeps that of days."""
    if op.get_bind().dialect.name == "sqlite":
        op.drop_index("ix_said_words_anchor", "said_words")
        op.create_index("ix_said_words_near", "said_words", ["anchor", "denies", "side", "words"])
