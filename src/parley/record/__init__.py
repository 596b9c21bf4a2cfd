"""The record: one file that keeps reports, what was read from them, and how it came to be.

Takes read reports, gives them back, and answers questions over all of them. Knows nothing of the language and
of the web. A report is written whole or not at all; nothing is ever overwritten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parley.record.entries import (
    Added,
    LedgerFilter,
    Origin,
    Person,
    Reading,
    ReportEntry,
    StoredFinding,
    StoredReport,
)
from parley.record.errors import (
    Ambiguous,
    BadArchive,
    BadFilter,
    BadRuling,
    NewerRecord,
    NotARecord,
    NotFound,
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordUnwritable,
    UnstorableReport,
)

if TYPE_CHECKING:
    from parley.record.opening import default_place, open_record
    from parley.record.record import Record

__all__ = [
    "Added",
    "Ambiguous",
    "BadArchive",
    "BadFilter",
    "BadRuling",
    "LedgerFilter",
    "NewerRecord",
    "NotARecord",
    "NotFound",
    "Origin",
    "Person",
    "Reading",
    "Record",
    "RecordBusy",
    "RecordDamaged",
    "RecordError",
    "RecordFull",
    "RecordUnwritable",
    "ReportEntry",
    "StoredFinding",
    "StoredReport",
    "UnstorableReport",
    "default_place",
    "open_record",
]


def __getattr__(name: str) -> Any:
    """What needs the database library, imported when it is first asked for (a quarter of a second)."""
    if name in ("open_record", "default_place"):
        from parley.record import opening

        return getattr(opening, name)
    if name == "Record":
        from parley.record.record import Record

        return Record
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
