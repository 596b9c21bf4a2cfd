"""README's commands and program run, and print what README shows."""

import difflib
import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")

ALIKE = 0.8
"""Share of README's lines that must be printed the same on any machine. Quantised arithmetic differs between
kinds of processors, so that a span may end a word earlier there; what README shows must still be true."""


@pytest.fixture(scope="module")
def blocks() -> ModuleType:
    spec = importlib.util.spec_from_file_location("readme_blocks", ROOT / "docs" / "readme_blocks.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_console_blocks(blocks: ModuleType, tmp_path: Path) -> None:
    assert len(blocks.commands(README)) >= 3
    printed = blocks.filled(README, blocks.Runner(tmp_path / "record.db"))
    alike = difflib.SequenceMatcher(None, README.splitlines(), printed.splitlines(), autojunk=False).ratio()
    assert alike >= ALIKE, "run: make docs"


def test_a_block_is_filled_with_what_its_commands_print(blocks: ModuleType) -> None:
    page = "Text\n```console\n$ one\nold\n$ two\n```\nmore\n```\n$ untouched\n```\n"
    filled = blocks.filled(page, lambda command: f"{command} prints\n")
    assert filled == page.replace("old\n", "one prints\n").replace("$ two\n", "$ two\ntwo prints\n")


def test_the_program_of_the_python_block(tmp_path: Path) -> None:
    [program] = re.findall(r"(?<=^```python\n).*?(?=^```$)", README, re.MULTILINE | re.DOTALL)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Asta Lind direct")
    assert (tmp_path / "talks.db").exists()
