"""Inputs that are no reports: one clear sentence, a status that is not zero, nothing lost."""

from pathlib import Path

import pytest

from command_line import CommandLine
from parley.cli import read as read_module
from parley.cli.reading_run import Reader
from parley.model import Paraphrase, ReadReport, Report

GOOD = "The ministers will meet again on Friday, and the harbour stays open until they have met, both said."
GERMAN = (
    "Der Minister sagte am Montag, die Gespräche würden am Freitag fortgesetzt. Die Gewerkschaft habe das "
    "Angebot noch nicht angenommen, aber sie werde es prüfen, und der Hafen bleibe bis dahin offen."
)
PAGE = "<html><head><title>Menu</title></head><body><nav><a href='/'>Home</a></nav></body></html>"

BAD = {
    "empty.txt": b"",
    "blank.txt": b"  \n\n\t\n",
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "one-line.txt": b"word " * 10_000_000,
    "no-article.html": PAGE.encode(),
    "german.txt": GERMAN.encode(),
    "no-such-day.md": f"---\npublished: 2025-02-30\n---\n\n{GOOD}\n".encode(),
    "broken.json": b'{"text": "The ministers',
}


@pytest.fixture(autouse=True)
def engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(report: Report) -> ReadReport:
        return ReadReport(report, "parley test", (), Paraphrase(0.0))

    monkeypatch.setattr(read_module, "load_reader", lambda: Reader("parley test", read))


@pytest.mark.parametrize("name", BAD)
def test_it_is_named_and_costs_nothing(name: str, terminal: CommandLine, tmp_path: Path) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(BAD[name])
    good.write_text(GOOD)
    shown = terminal.run("read", str(bad), str(good), "--format", "jsonl")
    assert shown.exit_code == 1
    [told] = shown.stderr.splitlines()
    assert told.startswith(f"{bad}: ") and told.endswith(".")
    assert "Traceback" not in shown.output
    assert '"type": "report"' in shown.stdout and shown.stdout.count("\n") == 1
    assert len(terminal.run("reports", "--format", "jsonl").stdout.splitlines()) == 1
