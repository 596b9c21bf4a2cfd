"""Runs the commands of README's console blocks and writes what they print: `make docs`.

A console block begins with ```` ```console ````; a line that begins with ``$ `` is a command, the lines up to
the next command are what it printed to the standard output. All commands share one throwaway record.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_PROMPT = "$ "


def commands(readme: str) -> list[str]:
    """The commands of all console blocks, in order."""
    return [command for block in _BLOCK.findall(readme) for command in commands_of(block)]


def filled(readme: str, run: Callable[[str], str]) -> str:
    """README with the present output of every command in its console blocks.

    Args:
        readme: its text.
        run: gives what a command prints.
    """

    def fill(block: re.Match[str]) -> str:
        return "".join(f"{_PROMPT}{command}\n{run(command)}" for command in commands_of(block[0]))

    return _BLOCK.sub(fill, readme)


def commands_of(block: str) -> list[str]:
    """The commands of one console block."""
    return [line.removeprefix(_PROMPT) for line in block.splitlines() if line.startswith(_PROMPT)]


class Runner:
    """Runs `parley` commands as a shell in the root of the repository would, with a record of its own."""

    def __init__(self, record: Path) -> None:
        self._environment = {**os.environ, "PARLEY_RECORD": str(record), "PATH": _path()}

    def __call__(self, command: str) -> str:
        """What a command prints; `subprocess.CalledProcessError` when it fails."""
        shell = ["/bin/sh", "-ec", command]
        return subprocess.run(
            shell, cwd=ROOT, env=self._environment, stdout=subprocess.PIPE, text=True, check=True
        ).stdout


def _path() -> str:
    """The search path with this environment's `parley` first."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])


def main() -> None:
    """Writes README anew."""
    with tempfile.TemporaryDirectory() as folder:
        text = filled(README.read_text(encoding="utf-8"), Runner(Path(folder) / "record.db"))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
