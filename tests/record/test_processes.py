"""Several processes at once, and processes that end in the middle of their work."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from parley.record import LedgerFilter, open_record
from read_samples import numbered

KILLS = 6
SEED = 20250316
ENDLESS = 1_000_000


def start_writing(place: Path, first: int, stop: int) -> subprocess.Popen[str]:
    program = Path(__file__).with_name("writing_process.py")
    return subprocess.Popen(
        [sys.executable, str(program), str(place), str(first), str(stop)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(program.parent.parent)},
    )


def is_whole(place: Path) -> set[str]:
    """The ids of the reports in a record, none of which is half there."""
    with open_record(place, create=False) as record:
        entries = record.reports()
        for entry in entries:
            assert entry.statements == 10
            stored = record.report(entry.id)
            number = int((entry.origin or "").removesuffix(".txt"))
            assert stored.read == numbered(number)
        found = record.statements(LedgerFilter(text="point 3"))
        assert sorted(stored.report.id for stored in found) == sorted(entry.id for entry in entries)
    connection = sqlite3.connect(place)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    [counts] = connection.execute(
        "SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM origins),"
        " (SELECT count(*) FROM readings WHERE complete AND current), (SELECT count(*) FROM readings),"
        " (SELECT count(*) FROM findings) / 10, (SELECT count(*) FROM spans) / 40"
    ).fetchall()
    connection.close()
    assert counts == (len(entries),) * 6
    return {entry.id for entry in entries}


def test_three_processes_write_the_same_and_different_reports(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    writers = [start_writing(place, 0, 12), start_writing(place, 4, 16), start_writing(place, 100, 112)]
    said = [set(writer.communicate(timeout=120)[0].split()) for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0, 0]
    expected = {numbered(number).report.id for number in (*range(16), *range(100, 112))}
    assert set.union(*said) == expected
    assert is_whole(place) == expected


def test_one_reads_while_another_writes(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    open_record(place).close()
    writer = start_writing(place, 0, 25)
    seen = [0]
    with open_record(place) as record:
        while writer.poll() is None:
            statements = len(record.statements())
            assert statements % 10 == 0
            assert statements >= seen[-1]
            seen.append(statements)
    writer.communicate()
    assert writer.returncode == 0
    assert len(is_whole(place)) == 25


def test_a_process_killed_at_any_moment_loses_nothing_it_said_and_leaves_nothing_half_there(
    tmp_path: Path,
) -> None:
    place = tmp_path / "record.db"
    chance = random.Random(SEED)
    kept: set[str] = set()
    for attempt in range(KILLS):
        writer = start_writing(place, attempt * 10_000, ENDLESS)
        assert writer.stdout
        said = {writer.stdout.readline().strip()}
        time.sleep(chance.uniform(0, 0.15))
        writer.kill()
        said |= set(writer.communicate()[0].split())
        found = is_whole(place)
        assert kept | said <= found
        assert len(found - kept - said) <= 1
        kept = found
    assert len(kept) >= KILLS


@pytest.mark.parametrize("delay", [0.0, 0.3, 0.45, 0.6])
def test_a_process_killed_while_it_makes_the_record_leaves_one_that_can_be_made(
    tmp_path: Path, delay: float
) -> None:
    place = tmp_path / "record.db"
    writer = start_writing(place, 0, ENDLESS)
    time.sleep(delay)
    writer.kill()
    writer.communicate()
    with open_record(place) as record:
        record.add(numbered(ENDLESS))
    assert numbered(ENDLESS).report.id in is_whole(place)
