"""`parley open`, `parley suggest`, and a dossier in use."""

import json
from pathlib import Path

import pytest

from command_line import CommandLine
from parley.cli import read as read_module
from parley.cli.reading_run import Reader
from parley.dossier import load_dossier
from parley.record import open_record
from read_samples import harbour, truce
from small_report import TEXT, small_report


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARLEY_DOSSIERS", str(tmp_path / "dossiers"))
    monkeypatch.delenv("PARLEY_DOSSIER", raising=False)
    return tmp_path / "dossiers"


@pytest.fixture
def read_record(terminal: CommandLine) -> CommandLine:
    with open_record(terminal.record) as record:
        for read in (harbour(), truce(), small_report()):
            record.add(read)
    return terminal


def run(terminal: CommandLine, *arguments: str) -> tuple[int, str, str]:
    from click.testing import CliRunner

    from parley.cli.program import parley

    shown = CliRunner().invoke(parley, list(arguments))
    return shown.exit_code, shown.stdout, shown.stderr


def test_a_dossier_is_made_once(terminal: CommandLine, folder: Path, tmp_path: Path) -> None:
    code, out, _ = run(terminal, "open", "ilmar")
    assert (code, out) == (0, f"{folder / 'ilmar.toml'}\n")
    code, _, told = run(terminal, "open", "ilmar")
    assert code == 1 and "is there already" in told
    other = tmp_path / "talks" / "mine.toml"
    assert run(terminal, "open", "ilmar", "--path", str(other))[0] == 0
    assert load_dossier(str(other)).name == "ilmar"


def test_suggestions_are_shown_written_and_then_there(read_record: CommandLine, folder: Path) -> None:
    run(read_record, "open", "ilmar")
    before = (folder / "ilmar.toml").read_text(encoding="utf-8")
    shown = read_record.run("suggest", "--least", "1", "--dossier", "ilmar", "--format", "jsonl")
    found = [json.loads(line) for line in shown.stdout.splitlines()]
    assert found and {one["change"] for one in found} == {"add"}
    assert (folder / "ilmar.toml").read_text(encoding="utf-8") == before
    written = read_record.run("suggest", "--least", "1", "--dossier", "ilmar", "--write")
    assert written.exit_code == 0 and f"Added {len(found)} to" in written.stderr
    dossier = load_dossier("ilmar")
    assert {person.name for person in dossier.people} == {
        one["name"] for one in found if one["table"] == "people"
    }
    assert "Nothing to add." in read_record.run("suggest", "--least", "1", "--dossier", "ilmar").stderr


def test_suggestions_without_a_dossier(read_record: CommandLine) -> None:
    assert read_record.run("suggest", "--least", "1").exit_code == 0
    refused = read_record.run("suggest", "--write")
    assert refused.exit_code == 2 and "--dossier NAME" in refused.stderr


def test_a_dossier_lends_its_names(
    terminal: CommandLine, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    by_hand = small_report()
    monkeypatch.setattr(read_module, "load_reader", lambda: Reader(by_hand.engine, lambda report: by_hand))
    speaker = next(one.source.name for one in by_hand.statements if one.source)
    folder.mkdir()
    (folder / "lent.toml").write_text(
        f'[[people]]\nname = "Somebody Else"\naliases = ["{speaker}"]\n', encoding="utf-8"
    )
    story = tmp_path / "story.txt"
    story.write_text(TEXT, encoding="utf-8")
    plain = terminal.run("read", str(story), "--format", "jsonl").stdout
    lent = terminal.run("read", str(story), "--dossier", "lent", "--format", "jsonl").stdout
    assert "Somebody Else" in lent and "Somebody Else" not in plain
    monkeypatch.setenv("PARLEY_DOSSIER", "lent")
    assert terminal.run("read", str(story), "--format", "jsonl").stdout == lent


def test_a_wrong_dossier_is_told_before_anything_is_read(
    terminal: CommandLine, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir()
    (folder / "bad.toml").write_text("[[persons]]\n", encoding="utf-8")
    shown = terminal.run("read", str(tmp_path / "missing.txt"), "--dossier", "bad")
    assert shown.exit_code == 1
    assert f"{folder / 'bad.toml'}, line 1: There is no table “persons”" in shown.stderr
