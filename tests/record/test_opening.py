import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from parley.record import (
    NewerRecord,
    NotARecord,
    NotFound,
    Record,
    RecordDamaged,
    RecordFull,
    RecordUnwritable,
    default_place,
    open_record,
)
from parley.record.errors import RecordBusy
from parley.record.schema import SCHEMA_VERSION
from read_samples import harbour, numbered, truce

NOBODY = 65534


def test_a_record_is_made_with_its_folders_and_found_again(tmp_path: Path) -> None:
    place = tmp_path / "new" / "folder with blanks" / "r?c=1#ö.db"
    with open_record(place) as record:
        record.add(harbour())
    assert place.is_file()
    with open_record(str(place)) as record:
        assert len(record.statements()) == 2


def test_a_record_is_not_made_when_it_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no record at"):
        open_record(tmp_path / "none.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_the_place_comes_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARLEY_RECORD", str(tmp_path / "mine.db"))
    with open_record() as record:
        record.add(harbour())
    assert (tmp_path / "mine.db").is_file()
    monkeypatch.delenv("PARLEY_RECORD")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_place().endswith("record.db")


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    place.touch()
    with open_record(place) as record:
        assert record.add(harbour()).changed


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    connection.close()


def other_migrated_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.close()


NO_RECORDS: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.write_text("Dear diary, the talks went well."), "not a SQLite database"),
    (lambda path: path.write_bytes(b"\x00" * 4096), "not a SQLite database"),
    (lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096), "not a SQLite database|damaged"),
    (lambda path: path.mkdir(), "not a file"),
    (lambda path: os.mkfifo(path), "not a file"),
    (other_database, "a database of something else"),
    (other_migrated_database, "a database of something else"),
]


@pytest.mark.parametrize(("make", "message"), NO_RECORDS)
def test_what_is_no_record_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], object], message: str
) -> None:
    place = tmp_path / "thing"
    make(place)
    before = place.read_bytes() if place.is_file() else None
    with pytest.raises((NotARecord, RecordDamaged), match=message) as refusal:
        open_record(place)
    assert str(refusal.value).count("\n") == 0
    assert before is None or place.read_bytes() == before


def test_a_path_that_cannot_be_one_is_refused() -> None:
    with pytest.raises(NotARecord, match="not a path"):
        open_record("a\x00b")
    with pytest.raises(NotARecord, match="not the address of a database"):
        open_record("://")


def test_a_file_in_the_way_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(RecordUnwritable, match="cannot be opened"):
        open_record(tmp_path / "file" / "deeper" / "record.db")


def test_a_record_of_a_later_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    with open_record(place) as record:
        record.add(harbour())
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerRecord, match=f"its schema is 9999, this one knows {SCHEMA_VERSION}"):
        open_record(place)
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (SCHEMA_VERSION,))
    connection.close()
    with open_record(place) as record:
        assert len(record.statements()) == 2


@pytest.fixture
def unprivileged() -> object:
    """Root may write everywhere; so be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def opened_up(folder: Path, mode: int) -> None:
    """Let everybody through to `folder`, which itself gets `mode`."""
    for outer in list(folder.parents)[:-2]:
        outer.chmod(0o755)
    folder.chmod(mode)


def test_a_read_only_folder_is_refused(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with open_record(folder / "record.db") as record:
        record.add(harbour())
    (folder / "record.db").chmod(0o444)
    opened_up(folder, 0o555)
    request.getfixturevalue("unprivileged")
    with pytest.raises(RecordUnwritable, match="is read-only"):
        open_record(folder / "record.db")
    with pytest.raises(RecordUnwritable, match=r"its folder cannot be written|is read-only"):
        open_record(folder / "new.db")
    with pytest.raises(RecordUnwritable, match="Permission denied"):
        open_record(folder / "deeper" / "new.db")


def test_an_unreadable_file_is_refused(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "record.db").write_bytes(b"")
    (folder / "record.db").chmod(0o200)
    opened_up(folder, 0o777)
    request.getfixturevalue("unprivileged")
    with pytest.raises(RecordUnwritable, match="cannot be opened"):
        open_record(folder / "record.db")


def fill(record: Record, pages: int) -> None:
    """Let the record grow by no more than `pages` pages: what a full disk does to it."""
    with record._engine.connect() as connection:
        count = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {count + pages}")


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        record.add(harbour())
        fill(record, 1)
        kept = 1
        with pytest.raises(RecordFull, match="The disk is full: nothing more was written to the record"):
            for number in range(100):
                record.add(numbered(number))
                kept += 1
        assert len(record.reports()) == kept
        fill(record, 10_000)
        record.add(truce())
        assert len(record.reports()) == kept + 1


def test_a_record_held_by_another_for_too_long_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parley.record.database.BUSY_SECONDS", 0.1)
    with open_record(tmp_path / "record.db") as record:
        other = sqlite3.connect(tmp_path / "record.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordBusy, match="try again"):
            record.add(harbour())
        assert record.reports() == []
        other.execute("ROLLBACK")
        other.close()
        assert record.add(harbour()).changed


def test_what_cannot_be_read_back_is_said(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    with open_record(place) as record:
        record.add(harbour())
        with closing(sqlite3.connect(place)) as connection, connection:
            connection.execute("UPDATE findings SET payload = '{}' WHERE type = 'mention'")
        assert len(record.statements()) == 2
        with pytest.raises(RecordDamaged, match="cannot be read back: A mention needs 'evidence'"):
            record.report("harbour.txt")


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    with open_record(place) as record:
        for number in range(30):
            record.add(numbered(number))
    content = bytearray(place.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    place.write_bytes(content)
    with pytest.raises(RecordDamaged, match="restore it from a copy"), open_record(place) as record:
        record.statements()


DATABASE_RULES = [
    (
        "INSERT INTO spans (finding, part, position, start, stop) VALUES (1, 'cue', 9, 5, 5)",
        "start_before_stop",
    ),
    ("INSERT INTO spans (finding, part, position, start, stop) VALUES (999, 'cue', 0, 1, 2)", "FOREIGN KEY"),
    ("UPDATE findings SET stop = start", "start_before_stop"),
    ("UPDATE findings SET type = 'rumour'", "ck_findings_type"),
    ("UPDATE findings SET confidence = 1.1", "ck_findings_confidence"),
    ("UPDATE findings SET position = 0", "UNIQUE"),
    ("UPDATE findings SET via = 's0' WHERE number = 1", "FOREIGN KEY"),
    ("UPDATE readings SET complete = 0", "current_is_complete"),
    ("UPDATE readings SET current = 1", "UNIQUE"),
    ("DELETE FROM reports", "FOREIGN KEY"),
]


@pytest.mark.parametrize(("statement", "rule"), DATABASE_RULES)
def test_the_database_itself_keeps_the_rules(tmp_path: Path, statement: str, rule: str) -> None:
    place = tmp_path / "record.db"
    with open_record(place) as record:
        record.add(harbour())
        record.add(replace(harbour(), engine="parley 0.2.0"))
    connection = sqlite3.connect(place)
    connection.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError, match=rule), connection:
        connection.execute(statement)
    connection.close()


def test_the_room_is_entered_without_the_database_library(tmp_path: Path) -> None:
    program = (
        "import sys, parley.record as record; record.LedgerFilter; record.NotARecord\n"
        "print([name for name in ('sqlalchemy', 'alembic') if name in sys.modules])\n"
        "with record.open_record(sys.argv[1]) as opened: opened.reports()\n"
        "print([name for name in ('sqlalchemy.orm', 'alembic') if name in sys.modules])"
    )
    arguments = [sys.executable, "-c", program, str(tmp_path / "record.db")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", "[]"]


@pytest.mark.parametrize("address", ["nonsense://x", "postgresql://:::/"])
def test_an_address_of_no_database_is_refused(address: str) -> None:
    with pytest.raises(NotARecord, match="is not the address of a database"):
        open_record(address)


def test_a_driver_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(NotARecord, match="not installed: pip install psycopg"):
        open_record("postgresql+psycopg://nobody@127.0.0.1:9/nothing")
