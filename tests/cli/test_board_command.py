"""`parley board`."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from rich.console import Console

from command_line import CommandLine
from parley.model import Holder, Position, Span, Stance
from parley.record import open_record
from small_report import small_report


def position(stance: str, on: str, **more: object) -> Position:
    return Position(
        evidence=(Span(0, 7),),
        confidence=0.8,
        rule="test",
        party="Valborg",
        on=on,
        stance=Stance(stance),
        issue="trade",
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def taken(terminal: CommandLine) -> CommandLine:
    """A command line with a record of one report that tells where a side stands."""
    positions = (
        position("rejects", "list", as_of="2025-05-30"),
        position("accepts_if", "short\x1b[2J list", as_of="2025-06-01", conditions=("once tariffs fall",)),
        position("seeks", "delay", holder=Holder.ASCRIBED, ascribed_by="reporter"),
    )
    read = small_report()
    with open_record(terminal.record) as record:
        record.add(replace(read, findings=(*read.findings, *positions)))
    return terminal


def test_table(taken: CommandLine) -> None:
    shown = taken.run("board")
    assert shown.exit_code == 0
    heading, own, ascribed = shown.stdout.splitlines()
    assert heading.startswith("PARTY")
    assert own.split("  ")[0] == "Valborg"
    assert "accepts if  " in own and "  2025-06-01  " in own
    assert own.endswith("short list (“VALBORG”) [once tariffs fall]")
    assert "seeks, says the report" in ascribed and "by 2025-06-02" in ascribed


def test_what_a_few_words_are_on_is_told_with_the_words_of_the_report(terminal: CommandLine) -> None:
    positions = (
        position("rejects", "deal"),
        replace(position("seeks", "a truce of thirty days"), party="Oru"),
    )
    read = small_report()
    with open_record(terminal.record) as record:
        record.add(replace(read, findings=(*read.findings, *positions)))
    lines = sorted(terminal.run("board").stdout.splitlines()[1:])
    assert lines[0].endswith("a truce of thirty days")
    assert lines[1].endswith("deal (“VALBORG”)")


def test_history(taken: CommandLine) -> None:
    [line] = [line for line in taken.run("board", "--history").stdout.splitlines() if "before" in line]
    assert "before: rejects" in line and "2025-05-30" in line


def test_a_terminal_names_a_party_once(taken: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    console = Console(file=written, width=100)
    monkeypatch.setattr("parley.cli.board.is_terminal", lambda stream: True)
    monkeypatch.setattr("parley.cli.table.is_terminal", lambda stream: True)
    monkeypatch.setattr("parley.cli.table.terminal", lambda: console)
    assert taken.run("board").exit_code == 0
    assert written.getvalue().count("Valborg") == written.getvalue().count("trade") == 1
    assert max(map(len, written.getvalue().splitlines())) <= 100


def test_json(taken: CommandLine) -> None:
    [cell] = json.loads(taken.run("board", "--format", "json").stdout)
    assert (cell["party"], cell["topic"], cell["issue"]) == ("Valborg", "trade", "trade")
    assert [stand["stance"] for stand in cell["own"]] == ["accepts_if", "rejects"]
    assert [stand["ascribed_by"] for stand in cell["ascribed"]] == ["reporter"]
    assert taken.run("explain", cell["own"][0]["findings"][0]).exit_code == 0


def test_jsonl_is_a_cell_a_line(taken: CommandLine) -> None:
    assert len(taken.run("board", "--format", "jsonl").stdout.splitlines()) == 1


def test_csv_is_a_stance_a_row(taken: CommandLine) -> None:
    rows = list(csv.DictReader(io.StringIO(taken.run("board", "--format", "csv").stdout)))
    assert [row["standing"] for row in rows] == ["latest", "earlier", "ascribed"]
    assert [row["day_from"] for row in rows] == ["as_of", "as_of", "published"]
    assert rows[0]["conditions"] == "once tariffs fall"


@pytest.mark.parametrize(
    "narrowed", [("--party", "ferrand"), ("--issue", "labour"), ("--as-of", "2025-05-01")]
)
def test_narrowed_to_nothing(taken: CommandLine, narrowed: tuple[str, str]) -> None:
    assert taken.run("board", *narrowed, "--format", "jsonl").stdout == ""


def test_a_wrong_date_is_one_sentence(taken: CommandLine) -> None:
    shown = taken.run("board", "--as-of", "soon")
    assert shown.exit_code == 2
    assert "'soon' is not a date" in shown.stderr
