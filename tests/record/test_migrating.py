import re
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateIndex, CreateTable

from parley.record import open_record, schema
from parley.record.database import APPLICATION_ID
from parley.record.migrating import MIGRATIONS, configuration
from read_samples import harbour, truce

GOLDEN = Path(__file__).with_name("schema.sql")
"""The newest schema. To change it, write a migration, `regenerate` this, and read the difference."""

NEXT_VERSION = f"{int(schema.SCHEMA_VERSION) + 1:04}"
NEXT = '''
"""Weighs outlets."""

from alembic import op
import sqlalchemy as sa

revision = "{revision}"
down_revision = "{down_revision}"


def upgrade() -> None:
    op.add_column("origins", sa.Column("weight", sa.Float))
    {fails}
    op.create_index("ix_origins_weight", "origins", ["weight"])
'''


def schema_of(place: Path) -> str:
    """What SQLite keeps of the schema, less what its full-text index makes for itself."""
    connection = sqlite3.connect(place)
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE ? ORDER BY type, name",
        ("statement_words_%",),
    ).fetchall()
    connection.close()
    return "".join(" ".join(sql.split()) + ";\n" for (sql,) in rows)


def regenerate(place: Path) -> None:
    open_record(place).close()
    GOLDEN.write_text(schema_of(place))


def test_the_schema_is_the_one_its_version_names(tmp_path: Path) -> None:
    open_record(tmp_path / "record.db").close()
    assert schema_of(tmp_path / "record.db") == GOLDEN.read_text()


def test_the_newest_migration_is_the_schema_version() -> None:
    scripts = ScriptDirectory.from_config(configuration())
    assert scripts.get_current_head() == schema.SCHEMA_VERSION
    newest_first = [script.revision for script in scripts.walk_revisions()]
    assert newest_first == [f"{number:04}" for number in range(int(schema.SCHEMA_VERSION), 0, -1)]


def structure(place: Path) -> dict[str, object]:
    """What the schema comes to, however it was made: columns, keys, names of rules, indexes, triggers."""
    connection = sqlite3.connect(place)
    tables = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE ?", ("statement_words%",)
    ).fetchall()
    found: dict[str, object] = {}
    for name, sql in tables:
        found[name] = (
            {row[1:] for row in connection.execute(f"PRAGMA table_info({name})")},
            {row[2:] for row in connection.execute(f"PRAGMA foreign_key_list({name})")},
            set(re.findall(r"CONSTRAINT (\w+)", sql)),
        )
    rest = "SELECT sql FROM sqlite_master WHERE type != 'table' AND sql IS NOT NULL"
    found["rest"] = {" ".join(sql.split()) for (sql,) in connection.execute(rest)}
    connection.close()
    return found


def test_the_first_schema_migrates_to_the_one_that_is_made_new(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "old.db")
    for statement in reversed(GOLDEN.with_name("schema_0001.sql").read_text().splitlines()):
        connection.execute(statement)
    connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.commit()
    connection.close()
    with open_record(tmp_path / "old.db") as record:
        record.add(harbour())
        assert record.report("harbour.txt").read == harbour()
    open_record(tmp_path / "new.db").close()
    assert structure(tmp_path / "old.db") == structure(tmp_path / "new.db")


@pytest.fixture
def old_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A record of this version, opened by a Parley that knows one migration more."""
    place = tmp_path / "record.db"
    with open_record(place) as record:
        record.add(harbour())
    monkeypatch.setattr("parley.record.opening.SCHEMA_VERSION", NEXT_VERSION)
    return place


def add_migration(folder: Path, monkeypatch: pytest.MonkeyPatch, fails: str = "") -> None:
    shutil.copytree(MIGRATIONS, folder)
    script = NEXT.format(fails=fails, revision=NEXT_VERSION, down_revision=schema.SCHEMA_VERSION)
    (folder / "versions" / f"{NEXT_VERSION}_next.py").write_text(script)
    monkeypatch.setattr("parley.record.migrating.MIGRATIONS", folder)


def test_an_older_record_is_brought_up_to_date_and_keeps_what_it_has(
    old_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_migration(tmp_path / "mi%grations", monkeypatch)
    with open_record(old_record) as record:
        assert record.report("harbour.txt").read == harbour()
        assert record.add(truce()).changed
    assert "ix_origins_weight" in schema_of(old_record)
    with open_record(old_record) as record:
        assert len(record.reports()) == 2


def test_a_migration_that_fails_leaves_the_record_as_it_was(
    old_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_migration(tmp_path / "migrations", monkeypatch, fails='op.execute("SELECT * FROM nowhere")')
    before = schema_of(old_record)
    with pytest.raises(OperationalError, match="nowhere"):
        open_record(old_record)
    assert schema_of(old_record) == before
    monkeypatch.setattr("parley.record.opening.SCHEMA_VERSION", schema.SCHEMA_VERSION)
    with open_record(old_record) as record:
        assert record.report("harbour.txt").read == harbour()


def test_postgresql_takes_the_same_tables() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    for table in schema.metadata.sorted_tables:
        statement = str(CreateTable(table).compile(dialect=dialect))
        assert statement.strip().startswith(f"CREATE TABLE {table.name}")
        for index in table.indexes:
            assert " INDEX " in str(CreateIndex(index).compile(dialect=dialect))
    current = next(index for index in schema.readings.indexes if index.name == "uq_readings_current")
    assert str(CreateIndex(current).compile(dialect=dialect)).endswith("WHERE current")
