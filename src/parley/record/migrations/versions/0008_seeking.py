"""Looking for findings: the words of all kinds, and indexes by day of publication and by last day."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from parley.record import search
from parley.record.names import searchable

revision = "0008"
down_revision = "0007"

_AT_ONCE = 500
_SHOWING = sa.text(
    "SELECT findings.number, findings.payload, reports.text FROM findings"
    " JOIN readings ON readings.number = findings.reading JOIN reports ON reports.id = readings.report"
    " WHERE findings.type <> 'statement'"
)


def upgrade() -> None:
    """Make the indexes, and put the words into theirs that show findings other than statements."""
    op.create_index("ix_findings_type_last_day", "findings", ["type", "last_day"])
    op.create_index(
        "ix_readings_shown",
        "readings",
        [sa.text("coalesce(nullif(published, ''), '9999')"), "number"],
        sqlite_where=sa.text("current = 1"),
        postgresql_where=sa.text("current"),
    )
    connection = op.get_bind()
    for batch in connection.execute(_SHOWING).partitions(_AT_ONCE):
        search.keep(connection, [_words(row) for row in batch])


def _words(row: Any) -> dict[str, object]:
    payload = json.loads(row.payload) if isinstance(row.payload, str) else row.payload
    spans = [(one["start"], one["end"]) for one in payload["evidence"]]
    return {
        "finding": row.number,
        "words": "\n".join(searchable(row.text[start:end]) for start, end in spans),
    }
