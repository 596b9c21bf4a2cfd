"""Writing an export: whole, or not at all."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from parley.errors import ParleyError
from parley.exports.rows import Row

_DAY = 24 * 60 * 60
"""Seconds after which a file that was begun is nobody's: no export takes so long."""


class CannotExport(ParleyError):
    """The place for an export cannot be written, or holds something else."""


def json_lines(objects: Iterable[Mapping[str, Any]]) -> str:
    """One JSON object a line."""
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in objects)


def csv_text(rows: Sequence[Row]) -> str:
    """Comma-separated rows under a line of names (RFC 4180, with line feeds)."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write_file(path: Path, text: str) -> None:
    """Writes a text so that the file is there whole or not at all.

    Raises:
        CannotExport: when the folder is not there.
    """
    if not path.parent.is_dir():
        raise CannotExport(f"There is no folder {path.parent} to write {path.name} into: make it first.")
    _clear_left(path)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            out.write(text)
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _clear_left(path: Path) -> None:
    """Takes away what a process that was killed more than a day ago left of this export."""
    left = re.compile(rf"\.{re.escape(path.name)}\.[a-z0-9_]{{8}}")
    for one in path.parent.glob(".*"):
        if not left.fullmatch(one.name) or time.time() - one.lstat().st_mtime < _DAY:
            continue
        if one.is_dir() and not one.is_symlink():
            shutil.rmtree(one, ignore_errors=True)
        else:
            one.unlink(missing_ok=True)


def _umask() -> int:
    """The rights that the user does not give away; temporary files have none but their owner's."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def write_folder(path: Path, fill: Callable[[Path], None]) -> None:
    """Makes a new folder with what `fill` writes into it; there afterwards whole or not at all.

    Args:
        path: the folder; it must not be there, or be empty.
        fill: writes into the folder it is given.

    Raises:
        CannotExport: when the folder is there with something in it.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise CannotExport(f"{path} is there already: name a folder that is new or empty.")
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear_left(path)
    made = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    try:
        fill(made)
        if path.exists():
            path.rmdir()
        made.chmod(0o777 & ~_umask())
        os.replace(made, path)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise
