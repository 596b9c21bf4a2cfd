"""Every command of the page on the ground runs, on the bundled sample."""

from __future__ import annotations

import re
import shlex
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from click.testing import CliRunner

from parley.cli.program import parley

PAGE = Path(__file__).parents[2] / "docs" / "ground.md"
SAMPLE = "src/parley/samples/ground"


def commands() -> list[str]:
    blocks = re.findall(r"```\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    return [line for block in blocks for line in block.splitlines() if line.startswith("parley ")]


def test_the_commands_of_the_page_run_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PARLEY_GROUND", str(tmp_path / "ground.db"))
    with as_file(files("parley.samples").joinpath("ground")) as folder:
        for command in commands():
            arguments = shlex.split(command.replace(SAMPLE, str(folder)))[1:]
            result = CliRunner().invoke(parley, arguments)
            assert result.exit_code == 0, f"{command}: {result.output}"
    assert len(commands()) >= 10 and (tmp_path / "map.svg").exists()
