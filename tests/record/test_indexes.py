"""What is asked of a record is answered from indexes, so that it costs what the answer needs."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from parley.record import LedgerFilter, Record, open_record
from read_samples import harbour, numbered, truce

QUESTIONS: dict[str, Callable[[Record], object]] = {
    "add": lambda record: record.add(numbered(1)),
    "add again": lambda record: record.add(harbour()),
    "has": lambda record: record.has(harbour().report.id, harbour().engine, "2024-10-01"),
    "latest": lambda record: record.statements(LedgerFilter(limit=5)),
    "text": lambda record: record.statements(LedgerFilter(text="crane")),
    "report": lambda record: record.statements(LedgerFilter(report="news/harbour.txt")),
    "findings": lambda record: record.findings("https://valley.example/truce"),
    "finding": lambda record: record.finding("s28fc1d60"),
    "show": lambda record: record.report(harbour().report.id[:8]),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_walks_through_a_table(tmp_path: Path, question: str) -> None:
    place = tmp_path / "record.db"
    asked: list[tuple[str, Any]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            asked.append((statement, values))

    with open_record(place) as record:
        record.add(harbour())
        record.add(truce())
        event.listen(record._engine, "before_cursor_execute", note)
        QUESTIONS[question](record)
    connection = sqlite3.connect(place)
    steps = [row[3] for one in asked for row in connection.execute("EXPLAIN QUERY PLAN " + one[0], one[1])]
    connection.close()
    walks = [step for step in steps if step.startswith("SCAN") and " INDEX " not in step]
    assert steps
    assert walks == []


def test_the_list_of_reports_does_not_walk_through_all_findings_for_each(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    asked: list[tuple[str, Any]] = []
    with open_record(place) as record:
        record.add(harbour())
        event.listen(record._engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
        record.reports()
    connection = sqlite3.connect(place)
    questions = [(sql, values) for sql, values in asked if "findings" in sql]
    steps = [
        row[3] for sql, values in questions for row in connection.execute("EXPLAIN QUERY PLAN " + sql, values)
    ]
    connection.close()
    touching = [step for step in steps if "findings" in step]
    assert touching
    assert all("ix_findings_reading_type" in step for step in touching)


def test_what_changed_is_found_by_its_days_whatever_a_database_knows_of_its_topics(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    asked: list[tuple[str, Any]] = []
    with open_record(place) as record:
        record.add(harbour())
        record.courses("position", "2024-09-30", "9999")
        event.listen(record._engine, "before_cursor_execute", lambda *given: asked.append(given[2:4]))
        record.courses("position", "2024-09-30", "9999")
    connection = sqlite3.connect(place)
    # As in a record in which each topic was told of a hundred times.
    connection.execute("ANALYZE")
    connection.execute("DELETE FROM sqlite_stat1 WHERE tbl = 'tellings'")
    facts = [("ix_tellings_topic", "90000 100 2 2 1 1 1"), ("ix_tellings_type_last_day", "90000 30000 40")]
    connection.executemany("INSERT INTO sqlite_stat1 VALUES ('tellings', ?, ?)", facts)
    connection.commit()
    connection.close()
    connection = sqlite3.connect(place)
    [(sql, values)] = [one for one in asked if "topics" in one[0]]
    steps = [row[3] for row in connection.execute("EXPLAIN QUERY PLAN " + sql, values)]
    connection.close()
    assert any("ix_tellings_type_last_day (type=? AND last_day>?)" in step for step in steps)
    assert not any("ANY(topic)" in step for step in steps)
