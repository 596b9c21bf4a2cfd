"""`parley read`, with a reader made by hand in place of the language engine."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from command_line import CommandLine
from parley.cli import read as read_module
from parley.cli.program import parley
from parley.cli.reading_run import Reader, count_inputs
from parley.model import Paraphrase, ReadReport, Report
from parley.reports import NotReadable
from small_report import TEXT, small_report

OTHER = "The ministers will meet again on Friday, and the harbour stays open until they have met."


class Engine:
    """Reads `TEXT` as a person would, and finds nothing in other texts. Counts how often it reads."""

    def __init__(self, name: str = "parley test") -> None:
        self.name = name
        self.readings = 0

    def read(self, report: Report) -> ReadReport:
        self.readings += 1
        if "unreadable" in report.text:
            raise NotReadable("It is not English.")
        by_hand = small_report(engine=self.name)
        if report.text.strip() == TEXT.strip():
            assert report.text[:200] == TEXT[:200]
            return replace(by_hand, report=report)
        return ReadReport(report, self.name, (), Paraphrase(0.0))


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> Engine:
    engine = Engine()
    monkeypatch.setattr(read_module, "load_reader", lambda: Reader(engine.name, engine.read))
    return engine


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "lind.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def objects(output: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_jsonl_is_the_findings_format_and_nothing_else(terminal: CommandLine, story: Path) -> None:
    shown = terminal.run("read", str(story), "--published", "2025-06-02", "--format", "jsonl")
    assert shown.exit_code == 0
    assert shown.stderr == ""
    found = objects(shown.stdout)
    assert [value["type"] for value in found] == ["report", *["statement"] * 4, "mention"]
    assert found[0]["published"] == "2025-06-02"
    assert found[3]["via"] == found[2]["id"]
    text = terminal.run("show", str(found[0]["id"]), "--format", "text").stdout
    for value in found[1:]:
        for span in value["evidence"]:  # type: ignore[attr-defined]
            assert text[span["start"] : span["end"]] == span["text"]


def test_json_is_the_same_in_one_array(terminal: CommandLine, story: Path) -> None:
    lines = terminal.run("read", str(story), "--format", "jsonl").stdout
    assert json.loads(terminal.run("read", str(story), "--format", "json").stdout) == objects(lines)


def test_csv_has_a_row_a_statement(terminal: CommandLine, story: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(terminal.run("read", str(story), "--format", "csv").stdout)))
    assert [row["speech"] for row in rows] == ["direct", "mixed", "mixed", "withheld"]


def test_one_report_is_shown_with_its_statements(terminal: CommandLine, story: Path) -> None:
    shown = terminal.run("read", str(story), "--published", "2025-06-02")
    assert "We will sign on Friday" in shown.stdout
    assert shown.stderr == f"Read 1 report, 1 new. The record: {terminal.record}\n"


def test_several_reports_are_shown_with_a_line_each(terminal: CommandLine, story: Path) -> None:
    other = story.with_name("2025-06-01-harbour.txt")
    other.write_text(OTHER)
    head, first, second = terminal.run("read", str(story), str(other)).stdout.splitlines()
    assert head.split() == ["ID", "PUBLISHED", "OUTLET", "STATEMENTS", "NEW", "TITLE"]
    assert first.split()[1:3] == ["4", "yes"]
    assert second.split()[1] == "2025-06-01"


def test_where_a_date_comes_from_is_said(terminal: CommandLine, story: Path) -> None:
    dated = story.rename(story.with_name("2025-06-02-lind.txt"))
    shown = terminal.run("read", str(dated))
    assert f"{dated}: Its date, 2025-06-02, is taken from its file name.\n" in shown.stderr
    assert "2025-06-02" in shown.stdout
    undated = dated.rename(story)
    undated.write_text(OTHER)
    assert "Its date is not known" in terminal.run("read", str(undated)).stderr


def test_reading_again_adds_nothing_and_reads_nothing(
    terminal: CommandLine, story: Path, engine: Engine
) -> None:
    first = terminal.run("read", str(story), "--format", "jsonl").stdout
    again = terminal.run("read", str(story), "--format", "jsonl").stdout
    assert again == first
    assert engine.readings == 1
    assert len(objects(terminal.run("ledger", "--format", "jsonl").stdout)) == 4


def test_a_new_engine_reads_again(terminal: CommandLine, story: Path, engine: Engine) -> None:
    terminal.run("read", str(story))
    engine.name = "parley later"
    found = objects(terminal.run("read", str(story), "--format", "jsonl").stdout)
    assert engine.readings == 2
    assert {value["engine"] for value in found} == {"parley later"}


def test_another_date_is_read_anew(terminal: CommandLine, story: Path, engine: Engine) -> None:
    for day in ("2025-06-02", "2025-06-09"):
        found = objects(terminal.run("read", str(story), "--published", day, "--format", "jsonl").stdout)
        assert found[0]["published"] == day
    assert engine.readings == 2


def test_standard_input(terminal: CommandLine) -> None:
    shown = terminal.run("read", "-", "--format", "jsonl", typed=TEXT.encode())
    assert objects(shown.stdout)[0]["origin"] == "standard input"


def test_a_bad_file_is_named_and_the_others_are_read(terminal: CommandLine, story: Path) -> None:
    empty, foreign = story.with_name("empty.txt"), story.with_name("foreign.txt")
    empty.write_text("")
    foreign.write_text(OTHER + " This one is unreadable to the engine, which says so.")
    missing = story.with_name("missing.txt")
    shown = terminal.run("read", str(empty), str(missing), str(foreign), str(story), "--format", "jsonl")
    assert shown.exit_code == 1
    assert len(objects(shown.stdout)) == 6
    told = shown.stderr.splitlines()
    assert [line.partition(": ")[0] for line in told] == [str(empty), str(missing), str(foreign)]
    assert told[2].endswith("It is not English.")


def test_only_bad_files(terminal: CommandLine, story: Path, engine: Engine) -> None:
    empty = story.with_name("empty.txt")
    empty.write_text("")
    shown = terminal.run("read", str(empty))
    assert (shown.exit_code, shown.stdout, engine.readings) == (1, "", 0)
    assert "Read 0 reports, 0 new. 1 could not be read." in shown.stderr


def test_no_file_is_a_usage_error(terminal: CommandLine) -> None:
    shown = terminal.run("read")
    assert shown.exit_code == 2
    assert "Missing argument 'FILE...'" in shown.stderr


def test_a_day_that_does_not_exist(terminal: CommandLine, story: Path) -> None:
    shown = terminal.run("read", str(story), "--published", "2025-02-30")
    assert shown.exit_code == 2
    assert "'2025-02-30' is not a date: write YYYY" in shown.stderr
    assert not terminal.record.exists()


def test_a_record_that_is_none_is_left_alone(terminal: CommandLine, story: Path) -> None:
    terminal.record.write_text("not a record, but something somebody wrote")
    shown = terminal.run("read", str(story))
    assert shown.exit_code == 1
    assert terminal.record.read_text().startswith("not a record")


def test_the_record_is_found_by_the_environment(
    terminal: CommandLine, story: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARLEY_RECORD", str(terminal.record))
    assert CliRunner().invoke(parley, ["read", str(story)]).exit_code == 0
    assert terminal.record.exists()


def test_how_many_reports_there_are_to_read(tmp_path: Path) -> None:
    folder = tmp_path / "march"
    (folder / "first week").mkdir(parents=True)
    for name in ("a.txt", "b.md", "first week/c.html"):
        (folder / name).write_text(OTHER)
    assert count_inputs([str(folder), "missing.txt"]) == 4
    assert count_inputs([str(folder), "-"]) is None
    (folder / "first week" / "many.jsonl").write_text("")
    assert count_inputs([str(folder)]) is None
