"""In which line of a dossier something stands, so that an error can say so."""

from __future__ import annotations

import re

_HEADER = re.compile(r"\s*\[\[?\s*([\w\"'-]+)\s*\]\]?")


def line_of(text: str, table: str | None, number: int = 0, key: str | None = None) -> int:
    """The line, counted from 1, of a key in an entry of a table, or of the entry's head.

    Args:
        text: the dossier.
        table: the table; None for the keys before any table.
        number: which entry of the table, counted from 0.
        key: the key; None for the head of the entry.
    """
    inside, seen, head = table is None, -1, 1
    for count, line in enumerate(text.split("\n"), start=1):
        header = _HEADER.match(line)
        if header:
            seen += header[1].strip("\"'") == table
            inside = header[1].strip("\"'") == table and seen == number
            head = count if inside else head
        elif inside and key is not None and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return count
    return head
