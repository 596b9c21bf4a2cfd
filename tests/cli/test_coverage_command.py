"""`parley coverage`."""

from __future__ import annotations

import csv
import io
import json

import pytest

from command_line import CommandLine
from parley.cli import progress
from parley.record import open_record
from small_report import small_report


def test_counts_a_line_a_report(filled: CommandLine) -> None:
    shown = filled.run("coverage")
    assert shown.exit_code == 0
    heading, line = shown.stdout.splitlines()
    assert heading.split()[:4] == ["ID", "PUBLISHED", "READ", "SENTENCES"]
    assert line.split()[1:3] == ["2025-06-02", "old"]
    assert line.endswith("Lind: signature on Friday")


def test_a_named_report_shows_its_passages(filled: CommandLine) -> None:
    lines = filled.run("coverage", "2025-06-02-lind.txt").stdout.splitlines()
    assert any(line.startswith("GAP") for line in lines)
    assert filled.run("coverage", "nothing").exit_code == 1


def test_objects_and_rows_agree(filled: CommandLine) -> None:
    output = filled.run("coverage", "--format", "jsonl").stdout
    report, *passages = [json.loads(line) for line in output.splitlines()]
    assert report["type"] == "report" and report["statements"] == len(small_report().statements)
    assert sum(report["gaps"].values()) == len(passages)
    text = small_report().report.text
    assert all(text[one["start"] : one["end"]] == one["text"] for one in passages)
    rows = list(csv.DictReader(io.StringIO(filled.run("coverage", "--format", "csv").stdout)))
    assert [(row["gap"], row["text"]) for row in rows] == [(one["gap"], one["text"]) for one in passages]


def test_gaps_can_be_chosen(filled: CommandLine) -> None:
    output = filled.run("coverage", "--format", "jsonl", "--gap", "date").stdout
    kinds = {value.get("gap") for value in map(json.loads, output.splitlines()) if value["type"] == "passage"}
    assert kinds <= {"date"}


def test_read_by_this_engine(filled: CommandLine) -> None:
    from parley.cli.read import load_reader

    with open_record(filled.record) as record:
        record.add(small_report(engine=load_reader().engine))
    assert filled.run("coverage").stdout.splitlines()[1].split()[2] == "now"


def test_a_long_look_says_how_far_it_has_come(filled: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(progress, "is_terminal", lambda stream: True)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(progress, "progress_line", lambda *words: told.append(str(words)) or "")
    assert filled.run("coverage").exit_code == 0
    assert len(told) == 1 and told[0].startswith("(1, 1, 'reports looked at'")
