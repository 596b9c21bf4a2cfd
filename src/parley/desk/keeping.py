"""How long what was worked out from a whole record is good for."""

from __future__ import annotations

import time

from parley.record import Record

LARGE = 5_000
"""Readings from which on a record is large: a question about all of it costs seconds there."""

_SECONDS = 180


def is_large(version: str) -> bool:
    """Whether a record of this version is large; the second part of a version counts the readings."""
    return int(version.split(".")[1]) >= LARGE


def state(record: Record) -> str:
    """A word that changes with the record; with a large one every few minutes, for lists of all of it."""
    version = record.version()
    return f"about {time.monotonic() // _SECONDS:.0f}" if is_large(version) else version
