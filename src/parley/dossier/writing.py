"""Adding to a dossier: under the head it belongs to, with not a letter of what a person wrote taken away."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast

import tomlkit

from parley.dossier.dossier import TABLES, Dossier
from parley.dossier.errors import BadDossier
from parley.dossier.reading import dossier_of

_HEADER = re.compile(r"\s*\[\[?\s*([\w\"'-]+)\s*\]\]?\s*(?:#.*)?$")
_RULE = re.compile(r"#\s*-{3,}\s*(?P<name>\w*)")

_MARK = "\ufeff"  # some editors of Windows begin a file with it

Value = str | Sequence[str]


@dataclass(frozen=True, slots=True)
class Addition:
    """An entry to be added, or keys to be filled in where an entry leaves them empty.

    Attributes:
        table: the table it belongs to ("people").
        name: its name, or its address for a feed.
        values: its other keys.
        why: what it rests on ("speaks 4 times in 3 reports").
        fills: whether the entry is there, and only lacks these keys.
    """

    table: str
    name: str
    values: Mapping[str, Value]
    why: str
    fills: bool = False


def lacking(dossier: Dossier, found: Sequence[Addition]) -> list[Addition]:
    """What of `found` a dossier does not have yet."""
    wanted = []
    for addition in found:
        entry = _entry(dossier, addition)
        if entry is None:
            wanted.append(addition)
            continue
        empty = {
            key: value for key, value in addition.values.items() if getattr(entry, key, None) in (None, ())
        }
        if empty:
            name = getattr(entry, "name", addition.name)
            wanted.append(Addition(addition.table, name, empty, addition.why, fills=True))
    return wanted


def _entry(dossier: Dossier, addition: Addition) -> object | None:
    """The entry that goes by the name of an addition, or by one of its aliases."""
    entries: Iterable[object] = getattr(dossier, addition.table)
    for entry in entries:
        names = [getattr(entry, "name", None), getattr(entry, "url", None), *getattr(entry, "aliases", ())]
        if addition.name.casefold() in {name.casefold() for name in names if name}:
            return entry
    return None


def with_additions(text: str, additions: Sequence[Addition], place: str = "the dossier") -> str:
    """The text of a dossier with additions.

    Args:
        text: the dossier as it is.
        additions: what `lacking` gave.
        place: the file, for errors.

    Raises:
        BadDossier: when the dossier is wrong as it is, or would not say afterwards all that it said before.
    """
    before = dossier_of(text, place)
    for addition in additions:
        text = _filled(text, addition) if addition.fills else _inserted(text, addition)
    after = dossier_of(text, place)
    for table in TABLES:
        names = {_name(entry) for entry in getattr(after, table)}
        if any(_name(entry) not in names for entry in getattr(before, table)):
            raise BadDossier(f"{place}: Something would be lost by adding to it; add by hand.")
    return text


def write_additions(path: Path, additions: Sequence[Addition]) -> None:
    """Adds to the file of a dossier: whole, or not at all.

    Raises:
        BadDossier: when the dossier is wrong as it is.
        OSError: when the file cannot be written; it is then as it was.
    """
    before = path.read_bytes().decode("utf-8")
    mark, plain = before[: len(before) - len(before.lstrip(_MARK))], before.lstrip(_MARK)
    text = mark + with_additions(plain.replace("\r\n", "\n"), additions, str(path))
    if "\r\n" in before:
        text = text.replace("\n", "\r\n")
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(made).chmod(path.stat().st_mode & 0o777)
        Path(made).replace(path)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            Path(made).unlink()
        raise


def _name(entry: object) -> str:
    return str(getattr(entry, "name", None) or getattr(entry, "url", ""))


def _inserted(text: str, addition: Addition) -> str:
    """The text with an entry more: after the last of its table, or under the comment that is its head."""
    lines = text.rstrip("\n").split("\n")
    at = _end_of_table(lines, addition.table)
    before = [] if at and not lines[at - 1].strip() else [""]
    after = [""] if at < len(lines) and lines[at].strip() else []
    return (
        "\n".join([*lines[:at], *before, *_written(addition).rstrip("\n").split("\n"), *after, *lines[at:]])
        + "\n"
    )


def _end_of_table(lines: Sequence[str], table: str) -> int:
    """Before which line an entry of a table is to stand."""
    end = section = None
    inside = under = False
    for number, line in enumerate(lines):
        header, rule = _HEADER.match(line), _RULE.match(line)
        if header:
            inside = header[1].strip("\"'") == table
        elif rule:
            under = rule["name"].lower() == table
            inside = False
        if inside and line.strip() and not line.lstrip().startswith("#"):
            end = number + 1
        if under and line.strip():
            section = number + 1
    return end or section or len(lines)


def _written(addition: Addition) -> str:
    """An entry as TOML, its keys in the order of the dossier's own."""
    key = "url" if addition.table == "feeds" else "name"
    values = {key: addition.name, **addition.values}
    entry = tomlkit.table()
    for field in fields(TABLES[addition.table]):
        if values.get(field.name):
            value = values[field.name]
            entry.add(field.name, value if isinstance(value, str) else list(value))
    return f"[[{addition.table}]]  # suggested: {addition.why}\n{entry.as_string()}"


def _filled(text: str, addition: Addition) -> str:
    """The text with keys filled in that an entry leaves empty."""
    document = tomlkit.parse(text)
    key = "url" if addition.table == "feeds" else "name"
    for entry in cast("Any", document[addition.table]):
        if " ".join(str(entry[key]).split()).casefold() == addition.name.casefold():
            for name, value in addition.values.items():
                entry[name] = value if isinstance(value, str) else list(value)
    return tomlkit.dumps(document)
