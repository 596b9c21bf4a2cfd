"""What may be printed to a person's terminal, and how.

Reports come from anywhere. A text that carries terminal commands must not be able to move the cursor,
change the title of the window, or turn the reading direction of a quotation.
"""

from __future__ import annotations

import re
from typing import IO

_COMMAND = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)"  # operating system commands: window titles, links
    r"|[\x1b\x9b]\[?[0-?]*[ -/]*[@-~]"  # colours, cursor movements, single commands
)
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f"  # control characters; the line feed stays
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # reading direction
    "\ufeff\U000e0000-\U000e007f]"  # marks that nobody sees
)
_BROKEN = re.compile("[\ud800-\udfff]")


def printable(text: str) -> str:
    """The text without anything that a terminal would obey instead of show; line feeds stay."""
    shown = text.replace("\r\n", "\n").replace("\t", " ").replace("\u2028", "\n").replace("\u2029", "\n")
    return _BROKEN.sub("\ufffd", _UNSEEN.sub("", _COMMAND.sub("", shown)))


def one_line(text: str) -> str:
    """The text as one printable line: every run of spaces and line breaks becomes one space."""
    return " ".join(printable(text).split())


def is_terminal(stream: IO[str]) -> bool:
    """Whether a person is looking at the stream."""
    return not stream.closed and stream.isatty()
