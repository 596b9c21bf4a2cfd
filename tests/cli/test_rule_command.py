"""Deciding, listing what was decided, taking it from one record to another."""

import csv
import io
import json
from pathlib import Path

from command_line import CommandLine
from parley.record import open_record
from small_report import small_report


def ids(filled: CommandLine, *options: str) -> list[str]:
    shown = filled.run("ledger", "--format", "jsonl", *options).stdout
    return [json.loads(line)["id"] for line in shown.splitlines()]


def checked(filled: CommandLine) -> list[str]:
    shown = filled.run("ledger", "--format", "csv", "--rejected").stdout
    return [row["checked"] for row in csv.DictReader(io.StringIO(shown))]


def test_a_ruling_is_signed_and_shown_in_every_format(filled: CommandLine) -> None:
    first, second, third, _ = ids(filled)
    made = filled.run("rule", "confirm", first, "--by", "Ada", "--why", "on tape")
    assert made.exit_code == 0
    filled.run("rule", "correct", second, "speaker", "Asta Lindh", "--by", "Ada")
    filled.run("rule", "reject", third, "--by", "Ada")
    assert checked(filled) == ["confirmed", "corrected", "rejected", "machine"]
    assert third not in ids(filled)
    assert third in ids(filled, "--rejected")
    table = filled.run("ledger").stdout
    assert "confirmed" in table and "corrected" in table and "machine" in table
    explained = filled.run("explain", first).stdout
    assert "confirmed" in explained
    assert "ruled  confirm, Ada, " in explained and "on tape" in explained
    [line] = [
        one
        for one in map(json.loads, filled.run("rulings", "--format", "jsonl").stdout.splitlines())
        if one["kind"] == "confirm"
    ]
    assert (line["by"], line["why"], line["standing"]) == ("Ada", "on tape", "in force")
    assert made.stdout.split()[0] == line["id"]


def test_undoing_from_the_command_line(filled: CommandLine) -> None:
    first, *_ = ids(filled)
    ruling = filled.run("rule", "reject", first, "--by", "Ada").stdout.split()[0]
    assert filled.run("rule", "undo", ruling[:6], "--by", "Ben").exit_code == 0
    assert checked(filled) == ["machine"] * 4
    assert "undone" in filled.run("rulings").stdout


def test_rulings_go_from_one_record_to_another(filled: CommandLine, tmp_path: Path) -> None:
    other = CommandLine(tmp_path / "other.db")
    with open_record(other.record) as record:
        record.add(small_report())
    first, second, *_ = ids(filled)
    filled.run("rule", "reject", first, "--by", "Ada")
    filled.run("rule", "confirm", second, "--by", "Ada")
    other.run("rule", "confirm", first, "--by", "Ben")
    other.run("rule", "confirm", second, "--by", "Ben")
    file = str(tmp_path / "rulings.jsonl")
    assert filled.run("rulings", "export", file).exit_code == 0
    tried = other.run("rulings", "import", file, "--dry-run")
    assert "1 alike (50%), 1 in conflict" in tried.stderr
    assert "reject" in tried.stdout and "Ada" in tried.stdout
    assert checked(other) == ["confirmed", "confirmed", "machine", "machine"]
    assert other.run("rulings", "import", file).exit_code == 0
    again = other.run("rulings", "import", file)
    assert "0 rulings new, 2 known" in again.stderr
    conflicting = other.run("rulings", "--conflicts", "--format", "json")
    assert len(json.loads(conflicting.stdout)) == 1


def test_a_file_of_something_else_is_one_sentence(filled: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "other.jsonl"
    file.write_text('{"type": "report"}\n')
    shown = filled.run("rulings", "import", str(file))
    assert shown.exit_code == 1
    assert shown.stderr.count("\n") == 1 and "line 1" in shown.stderr


def test_what_cannot_be_decided_is_one_sentence(filled: CommandLine) -> None:
    first, *_ = ids(filled)
    shown = filled.run("rule", "correct", first, "hat", "red", "--by", "Ada")
    assert shown.exit_code == 2
    assert "no field 'hat'" in shown.stderr
    assert filled.run("rule", "split", "Asta Lind", "--by", "Ada").exit_code == 2
