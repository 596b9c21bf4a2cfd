"""The program as a process of its own: what happens to its streams."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import CommandLine

PARLEY = (sys.executable, "-m", "parley")


def test_a_reader_that_leaves_early_is_no_error(filled: CommandLine) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    command = [*PARLEY, "ledger", "--format", "jsonl", "--record", str(filled.record)]
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, text=True)
    os.close(write_end)
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to write to")
def test_a_full_disk_is_one_sentence(filled: CommandLine) -> None:
    command = [*PARLEY, "ledger", "--format", "csv", "--record", str(filled.record)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr == "Error: No space left on device.\n"


def test_piped_output_is_utf_8_whatever_the_locale(filled: CommandLine) -> None:
    command = [*PARLEY, "ledger", "--speech", "direct", "--format", "jsonl", "--record", str(filled.record)]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "“We will sign on Friday,”" in done.stdout.decode("utf-8")


def test_completion_completes(terminal: CommandLine) -> None:
    environment = {
        **os.environ,
        "_PARLEY_COMPLETE": "bash_complete",
        "COMP_WORDS": "parley le",
        "COMP_CWORD": "1",
    }
    code = "from parley.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert done.stdout == "plain,ledger\n"
