"""The table of rulings: base facts like reports and readings, and like them never changed or taken away."""

from __future__ import annotations

from sqlalchemy import DDL, JSON, CheckConstraint, Column, Index, Integer, String, Table, Text, event

from parley.model.rulings import RulingKind
from parley.record.schema import metadata

_KINDS = ", ".join(f"'{kind}'" for kind in RulingKind)

rulings = Table(
    "rulings",
    metadata,
    Column("number", Integer, primary_key=True, comment="in the order the record met them"),
    Column("id", String(17), nullable=False, unique=True),
    Column("kind", String(16), CheckConstraint(f"kind IN ({_KINDS})", name="kind"), nullable=False),
    Column("by", Text, CheckConstraint("by <> ''", name="signed"), nullable=False),
    Column("at", String(32), nullable=False, comment="when it was made, ISO 8601 in UTC"),
    Column("why", Text, nullable=False),
    Column("target", JSON, nullable=False),
    Column("value", JSON, nullable=False),
    Column(
        "report", String(16), comment="the report whose findings it is about; of an undoing, the undone's"
    ),
    Column("added", String(32), nullable=False, comment="when this record met it"),
    Index(None, "report"),
    Index(None, "kind"),
    Index(None, "at", "id"),
    comment="Decisions of people, in force or not.",
)

APPEND_ONLY = tuple(
    f"CREATE TRIGGER rulings_are_not_{done} BEFORE {event_} ON rulings"
    f" BEGIN SELECT RAISE(ABORT, 'a ruling is never {done}'); END"
    for done, event_ in (("changed", "UPDATE"), ("deleted", "DELETE"))
)
"""Rules of SQLite that hold whoever writes."""

APPEND_ONLY_SERVER = (
    "CREATE RULE rulings_are_not_changed AS ON UPDATE TO rulings DO INSTEAD NOTHING",
    "CREATE RULE rulings_are_not_deleted AS ON DELETE TO rulings DO INSTEAD NOTHING",
)
"""The same on PostgreSQL."""

for _dialect, _statements in (("sqlite", APPEND_ONLY), ("postgresql", APPEND_ONLY_SERVER)):
    for _statement in _statements:
        # SQLAlchemy gives this one class no types.
        _rule = DDL(_statement)  # type: ignore[no-untyped-call]
        event.listen(rulings, "after_create", _rule.execute_if(dialect=_dialect))
