"""Writing results: JSON, JSON Lines, CSV, and the tables people read."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import chain
from typing import Any

import click

from parley.cli.terminal import is_terminal, printable

_TO_ESCAPE = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    ICS = "ics"
    GRAPHML = "graphml"


def prepare_streams() -> None:
    """Makes piped output UTF-8 with plain line feeds on every system, so that offsets can be counted."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if is_terminal(stream):
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")


def as_json(value: Mapping[str, Any]) -> str:
    """One object as one line of JSON; characters that a terminal would obey are escaped."""
    line = json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
    return _TO_ESCAPE.sub(lambda found: json.dumps(found[0])[1:-1], line)


def write_jsonl(objects: Iterable[Mapping[str, Any]]) -> None:
    """Writes one JSON object a line to the standard output."""
    for value in objects:
        click.echo(as_json(value))


def write_json(objects: Iterable[Mapping[str, Any]]) -> None:
    """Writes one JSON array to the standard output, one object a line."""
    opening = "["
    for value in objects:
        click.echo(f"{opening}\n{as_json(value)}", nl=False)
        opening = ","
    click.echo("[]" if opening == "[" else "\n]")


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Writes comma-separated rows under a line of column names to the standard output.

    Cells are exact when piped; on a terminal they are printable.
    """
    shown = is_terminal(sys.stdout)
    for row in chain((columns,), rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(["" if cell is None else cell for cell in row])
        click.echo(printable(line.getvalue()) if shown else line.getvalue(), nl=False)
