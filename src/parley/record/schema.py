"""The tables of a record. One schema, for SQLite and for PostgreSQL.

```
reports 1──n origins          a text, and every way it came
   1
   └──n readings 1──n findings 1──n spans     readings n──1 engines
```

Reports, origins, readings and findings are base facts, as are rulings (`ruling_tables.py`): never
overwritten. Derived, and written anew whenever what they derive from changes: which reading is current; of a
finding the columns it is asked by, `checked`, `ruled` and `kept`.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    literal,
    literal_column,
    text,
)

from parley.model.identifiers import FINDING_TYPES
from parley.model.rulings import Checked

SCHEMA_VERSION = "0014"
"""The newest migration. A record made by this version of Parley has it; a test holds both together."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

alembic_version = Table(
    "alembic_version", metadata, Column("version_num", String(32), primary_key=True, nullable=False)
)

reports = Table(
    "reports",
    metadata,
    Column("id", String(16), primary_key=True),
    Column("text", Text, nullable=False),
    Column("length", Integer, CheckConstraint("length >= 0", name="length"), nullable=False),
    Column("language", Text, nullable=False),
    Column("added", String(32), nullable=False),
    comment="One row a text; never changed.",
)

origins = Table(
    "origins",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", String(16), ForeignKey("reports.id"), nullable=False),
    Column("digest", String(16), nullable=False, comment="hash of the columns below, to know the same again"),
    Column("origin", Text),
    Column("url", Text),
    Column("title", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("published", Text),
    Column("published_from", Text),
    Column("retrieved", Text),
    Column("added", String(32), nullable=False),
    UniqueConstraint("report", "digest"),
    Index(None, "origin"),
    Index(None, "url"),
    comment="Every way a text came.",
)

engines = Table(
    "engines",
    metadata,
    Column("number", Integer, primary_key=True, comment="in the order the record met them"),
    Column("name", Text, nullable=False),
    UniqueConstraint("name"),
)

readings = Table(
    "readings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report", String(16), ForeignKey("reports.id"), nullable=False),
    Column("engine", Integer, ForeignKey("engines.number"), nullable=False),
    Column("published", Text, nullable=False, comment="EDTF date the reading counted from; '' for none"),
    Column("read", String(32), nullable=False),
    Column("complete", Boolean, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("findings", Integer, CheckConstraint("findings >= 0", name="findings"), nullable=False),
    Column("paraphrase", JSON, nullable=False),
    Column("paraphrase_score", Float, nullable=False),
    Column("furniture", JSON, nullable=False),
    UniqueConstraint("report", "engine", "published"),
    CheckConstraint("complete OR NOT current", name="current_is_complete"),
    CheckConstraint("paraphrase_score >= 0 AND paraphrase_score <= 1", name="paraphrase_score"),
    Index(
        "uq_readings_current",
        "report",
        unique=True,
        sqlite_where=text("current = 1"),
        postgresql_where=text("current"),
    ),
    comment="One reading of one text by one version of the engine.",
)

_TYPES = ", ".join(f"'{name}'" for name in FINDING_TYPES)
_CHECKED = ", ".join(f"'{state}'" for state in Checked)

findings = Table(
    "findings",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("id", String(17), nullable=False),
    Column("type", String(16), CheckConstraint(f"type IN ({_TYPES})", name="type"), nullable=False),
    Column("position", Integer, CheckConstraint("position >= 0", name="position"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("name", Text, comment="the speaker of a statement; the name of a mention, proposal or issue"),
    Column("name_words", Text, comment="the name's words as they are searched"),
    Column("role", Text),
    Column("party", Text, comment="on whose behalf, whose position, whose proposal"),
    Column("party_words", Text),
    Column("kind", Text, comment="speech, form, stance, status, code or kind of name"),
    Column("dated", Text, comment="EDTF: when said, held, tabled or true"),
    Column("first_day", String(10), comment="of the date, or of publication where there is none"),
    Column("last_day", String(10)),
    Column("via", String(17), comment="id of the statement this one is embedded in"),
    Column("confidence", Float, nullable=False),
    Column("payload", JSON, nullable=False, comment="all fields of the finding; spans as offsets only"),
    Column(
        "checked",
        String(16),
        CheckConstraint(f"checked IN ({_CHECKED})", name="checked"),
        nullable=False,
        server_default=Checked.MACHINE.value,
        comment="derived from rulings: what people made of it",
    ),
    Column("ruled", JSON(none_as_null=True), comment="derived: all fields as rulings leave them, or null"),
    Column(
        "kept",
        Boolean,
        nullable=False,
        server_default=false(),
        comment="derived: this reading does not find it any more, but a person vouched for it",
    ),
    UniqueConstraint("reading", "id"),
    UniqueConstraint("reading", "position"),
    ForeignKeyConstraint(
        ("reading", "via"), ("findings.reading", "findings.id"), deferrable=True, initially="DEFERRED"
    ),
    CheckConstraint("start >= 0 AND start < stop", name="start_before_stop"),
    CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
    CheckConstraint("first_day <= last_day", name="first_day_before_last"),
    Index(None, "id"),
    Index(None, "reading", "type"),
    comment="One thing one reading found.",
)

IS_STATEMENT = findings.c.type == literal("statement", literal_execute=True)
"""Written out, not bound, so that both databases see that the index below answers it."""

NOT_STATEMENT = findings.c.type != literal("statement", literal_execute=True)
"""Findings of other types; written out for the index on their days."""

NOT_REJECTED = findings.c.checked != literal(Checked.REJECTED.value, literal_execute=True)
"""Findings that people did not reject."""

Index(
    "ix_statements_first_day",
    findings.c.first_day,
    sqlite_where=IS_STATEMENT,
    postgresql_where=IS_STATEMENT,
)

SHOWN_BY: ColumnElement[str] = literal_column("coalesce(nullif(readings.published, ''), '9999')", Text)
"""The day of publication that findings are in the order of; reports without one come last."""

Index(
    "ix_told_last_day",
    findings.c.type,
    findings.c.last_day,
    sqlite_where=NOT_STATEMENT,
    postgresql_where=NOT_STATEMENT,
)
Index(
    "ix_told_type_number",
    findings.c.type,
    findings.c.number,
    sqlite_where=NOT_STATEMENT,
    postgresql_where=NOT_STATEMENT,
)
Index(
    "ix_readings_shown",
    text("coalesce(nullif(published, ''), '9999')"),
    readings.c.number,
    sqlite_where=text("current = 1"),
    postgresql_where=text("current"),
)

spans = Table(
    "spans",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("finding", Integer, ForeignKey("findings.number"), nullable=False),
    Column("part", String(16), nullable=False, comment="evidence, source, cue or content"),
    Column("position", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    UniqueConstraint("finding", "part", "position"),
    CheckConstraint("start >= 0", name="start"),
    CheckConstraint("start < stop", name="start_before_stop"),
    comment="Where a finding's words stand: for questions about places of a text.",
)
