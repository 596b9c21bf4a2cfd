"""The table of rebuilds: when what is derived was made anew, and whether that came to its end."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from parley.record.schema import metadata

rebuilds = Table(
    "rebuilds",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("started", String(32), nullable=False),
    Column("finished", String(32), comment="null while it goes on, or after it was interrupted"),
    comment="Each time all that is derived was made anew.",
)
