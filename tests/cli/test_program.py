import json
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from parley import __version__
from parley.cli.program import COMMANDS, Program, parley
from parley.errors import ParleyError
from parley.record import open_record
from small_report import small_report

HEAVY = ("alembic", "numpy", "onnxruntime", "rich", "spacy", "sqlalchemy", "tokenizers", "trafilatura")


def test_version() -> None:
    assert CliRunner().invoke(parley, ["--version"]).output == f"parley, version {__version__}\n"


def test_help_names_every_command() -> None:
    shown = CliRunner().invoke(parley, ["--help"]).output
    for name in COMMANDS:
        assert f"\n  {name} " in shown


def test_help_names_each_command_once_under_a_heading() -> None:
    parts = re.split(r"^(\w.*):$", CliRunner().invoke(parley, ["--help"]).output, flags=re.MULTILINE)
    listed = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert list(listed)[1:] == ["Read reports", "Ask the record", "Check and correct", "Pass on and set up"]
    names = [
        name for part in list(listed.values())[1:] for name in re.findall(r"^  (\w+)  ", part, re.MULTILINE)
    ]
    assert sorted(names) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_in_its_help(name: str) -> None:
    shown = CliRunner().invoke(parley, [name, "--help"])
    assert shown.exit_code == 0
    assert f"parley {name}" in shown.output.partition("Examples:")[2]


def test_unknown_command_is_a_usage_error() -> None:
    result = CliRunner().invoke(parley, ["reed"])
    assert result.exit_code == 2
    assert "No such command 'reed'. Did you mean read?" in result.stderr
    assert "Did you mean" not in CliRunner().invoke(parley, ["xyzzy"]).stderr


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, json\n"
        "from parley.cli.program import parley\n"
        "parley(['--help'], standalone_mode=False)\n"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_asking_a_record_imports_nothing_for_reading(tmp_path: Path) -> None:
    place = str(tmp_path / "r.db")
    with open_record(place) as record:
        record.add(small_report())
    needless = (
        "numpy",
        "onnxruntime",
        "spacy",
        "alembic",
        "rich",
        "lxml",
        "parley.reports.arriving",
    )
    code = (
        "import sys, json\n"
        "from parley.cli.program import parley\n"
        f"for name in ('ledger', 'board', 'brief', 'sources', 'coverage'):\n"
        f"    parley([name, '--record', {place!r}], standalone_mode=False)\n"
        f"print(json.dumps([name for name in {needless!r} if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_reading_a_text_imports_only_what_it_needs(tmp_path: Path) -> None:
    report = tmp_path / "talks.txt"
    report.write_text("Both ministers said on Monday that the talks on the ferry strike would go on.\n")
    needless = ("alembic", "rich", "spacy", "trafilatura", "lxml", "feedparser", "starlette", "shapely")
    code = (
        "import sys, json\n"
        "from parley.cli.program import parley\n"
        f"parley(['read', {str(report)!r}, '--record', {str(tmp_path / 'r.db')!r}], standalone_mode=False)\n"
        f"print(json.dumps([name for name in {needless!r} if name in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout.splitlines()[-1]) == []


def failing(error: Exception) -> click.Group:
    group = Program("parley")

    @click.command()
    def fail() -> None:
        raise error

    group.add_command(fail)
    group.get_command = lambda ctx, name: fail  # type: ignore[method-assign]
    return group


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (ParleyError("notes.db is not a record of Parley's."), "notes.db is not a record of Parley's."),
        (OSError(28, "No space left on device"), "No space left on device."),
        (PermissionError(13, "Permission denied", "/x/y.db"), "/x/y.db: Permission denied."),
    ],
)
def test_an_error_is_one_sentence_on_stderr(error: Exception, sentence: str) -> None:
    result = CliRunner().invoke(failing(error), ["fail"])
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == f"Error: {sentence}\n"


def test_a_defect_is_not_hidden() -> None:
    result = CliRunner().invoke(failing(ZeroDivisionError()), ["fail"])
    assert isinstance(result.exception, ZeroDivisionError)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script_asks_parley(shell: str) -> None:
    result = CliRunner().invoke(parley, ["completion", shell])
    assert result.exit_code == 0
    assert f"_PARLEY_COMPLETE={shell}_complete" in result.output
