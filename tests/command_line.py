"""Runs `parley` in a test, with a record of its own."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from parley.cli.program import parley


class CommandLine:
    """A command line whose record is `record`."""

    def __init__(self, record: Path) -> None:
        self.record = record

    def run(self, *arguments: str, typed: str | bytes | None = None) -> Result:
        """What `parley` with these arguments prints when its output is piped."""
        return CliRunner().invoke(parley, [*arguments, "--record", str(self.record)], input=typed)
