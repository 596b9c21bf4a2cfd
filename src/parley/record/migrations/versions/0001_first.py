"""The first schema. A record is made with the newest schema at once, so before this one there is nothing.

A later migration is a file beside this one, with the number after it as its `revision` (and in
`parley.record.schema.SCHEMA_VERSION`) and this one's as its `down_revision`.
"""

from __future__ import annotations

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Nothing: there is no older record."""
