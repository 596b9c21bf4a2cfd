from __future__ import annotations

from pathlib import Path

import pytest

from command_line import CommandLine
from parley.record import open_record
from small_report import small_report


@pytest.fixture
def terminal(tmp_path: Path) -> CommandLine:
    """A command line with a record that is not there yet."""
    return CommandLine(tmp_path / "record.db")


@pytest.fixture
def filled(terminal: CommandLine) -> CommandLine:
    """A command line with a record of one report."""
    with open_record(terminal.record) as record:
        record.add(small_report())
    return terminal
