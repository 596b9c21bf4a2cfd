"""The tables of who is who: derived from findings and rulings, and made anew whenever they change."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from parley.record.schema import metadata

identified = Table(
    "identified",
    metadata,
    Column("report", String(16), ForeignKey("reports.id"), primary_key=True),
    Column("reading", Integer, ForeignKey("readings.number"), nullable=False),
    Column("scheme", String(32), nullable=False, comment="the way names were brought into forms"),
    comment="The reports whose names are in the tables below.",
)

name_forms = Table(
    "name_forms",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("block", Text, nullable=False, comment="what all forms share that could be one"),
    Column("kind", String(16), nullable=False),
    Column("refers_to", Integer, ForeignKey("name_forms.number"), comment="of an office: its bearer then"),
    Column("entity", String(17), comment="who it is"),
    Column("score", Float, nullable=False, server_default="1", comment="how surely"),
    Column("reasons", JSON, nullable=False, server_default="[]"),
    CheckConstraint("score >= 0 AND score <= 1", name="score"),
    Index(None, "block"),
    Index(None, "entity"),
    Index(None, "refers_to"),
    comment="Names of one kind, of one party, as reports have them.",
)

_HOLDS = "feature >= 'holds:' AND feature < 'holds;'"

form_features = Table(
    "form_features",
    metadata,
    Column("form", Integer, ForeignKey("name_forms.number"), primary_key=True),
    Column("feature", Text, primary_key=True),
    Column("times", Integer, CheckConstraint("times > 0", name="times"), nullable=False),
    Index("ix_form_features_holds", "feature", sqlite_where=text(_HOLDS), postgresql_where=text(_HOLDS)),
    comment="What reports say of a name's bearer, and in how many of them.",
)

appearances = Table(
    "appearances",
    metadata,
    Column("report", String(16), ForeignKey("reports.id"), primary_key=True),
    Column("form", Integer, ForeignKey("name_forms.number"), primary_key=True),
    Column("name", Text, primary_key=True, comment="as the report has it"),
    Column("words", Text, nullable=False, comment="the name folded"),
    Column("features", JSON, nullable=False),
    Column("said", Integer, CheckConstraint("said >= 0", name="said"), nullable=False),
    Column("by_office", Boolean, nullable=False),
    Index(None, "form"),
    Index(None, "words"),
    comment="Who and what is named in which report.",
)

entities = Table(
    "entities",
    metadata,
    Column("id", String(17), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("name", Text, nullable=False, comment="the name to show"),
    Column("party", Text, nullable=False, comment="country or bloc, or empty"),
    Index(None, "kind"),
    comment="Each a person, body, country or place, whatever it is called.",
)

identity_suggestions = Table(
    "identity_suggestions",
    metadata,
    Column("first", Text, primary_key=True, comment="key of a form"),
    Column("second", Text, primary_key=True),
    Column("block", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    Index(None, "block"),
    comment="Names that may be one's, for people to decide.",
)
