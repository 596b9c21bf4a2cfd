"""Files as they come: found, read within limits, named by their hash, never trusted."""

from __future__ import annotations

import hashlib
import io
import json
import math
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.ground.errors import GroundError, UnreadableMap

LARGEST_BYTES = 256 * 1024 * 1024
"""More than ten times the largest map seen; what is larger is a mistake or an attack."""

_NO_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    LookupError,
    struct.error,
)
"""All that reading a broken archive raises."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_MOST_ENTRIES = 2000
_MOST_EXPANSION = 200
"""A KMZ of maps expands some ten times; one that expands more than this is a bomb."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file and its bytes.

    Attributes:
        name: the file's name.
        folder: the name of the folder it lies in.
        data: its bytes.
        digest: their SHA-256.
    """

    name: str
    folder: str
    data: bytes
    digest: str

    @property
    def stem(self) -> str:
        """The name without its last ending."""
        return self.name.rsplit(".", 1)[0] if "." in self.name else self.name

    @property
    def ending(self) -> str:
        """The last ending in lower case, with its dot."""
        return os.path.splitext(self.name)[1].lower()


def files_in(paths: tuple[str, ...]) -> Iterator[Path]:
    """All files that are given or lie in given folders, by name; hidden ones are left out.

    Raises:
        GroundError: when a path is not there.
    """
    for given in paths:
        path = Path(given)
        if not path.exists():
            raise GroundError(f"There is nothing at {given}.")
        if path.is_file():
            yield path
            continue
        for inner in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
            if inner.is_file() and not hidden:
                yield inner


def read_file(path: Path) -> SourceFile:
    """Reads a file.

    Raises:
        UnreadableMap: when it is too large.
        OSError: when the machine refuses it.
    """
    if path.stat().st_size > LARGEST_BYTES:
        raise UnreadableMap(
            f"{path.name} is larger than {LARGEST_BYTES // 2**20} MB: no map is; it was left out."
        )
    data = path.read_bytes()
    return SourceFile(path.name, path.resolve().parent.name, data, hashlib.sha256(data).hexdigest())


def text_of(source: SourceFile) -> str:
    """The text of a file, whatever mark it begins with.

    Raises:
        UnreadableMap: when it is no UTF-8.
    """
    try:
        return source.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableMap(f"{source.name} is not text in UTF-8.") from error


def json_of(source: SourceFile) -> Any:
    """The JSON document of a file.

    Raises:
        UnreadableMap: when it is cut off, no JSON, or nested beyond sense.
    """
    text = text_of(source)
    try:
        document = json.loads(text, parse_constant=_no_number, parse_float=_finite)
        return _clean(document) if _SURROGATE.search(text) else document
    except json.JSONDecodeError as error:
        cut = error.pos >= len(text.rstrip()) - 1 or "Unterminated" in error.msg
        what = "is cut off" if cut else "is not JSON"
        raise UnreadableMap(f"{source.name} {what} at line {error.lineno}: {error.msg}.") from error
    except (RecursionError, ValueError) as error:
        raise UnreadableMap(f"{source.name} is nested too deep, or has a number beyond sense.") from error


def _no_number(written: str) -> None:
    """What JSON does not know (NaN, Infinity) is no number."""


def _finite(written: str) -> float | None:
    number = float(written)
    return number if math.isfinite(number) else None


def _clean(value: Any) -> Any:
    """A document without halves of characters, which no text can hold."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, list):
        return [_clean(part) for part in value]
    if isinstance(value, dict):
        return {_clean(key): _clean(part) for key, part in value.items()}
    return value


def kml_within(source: SourceFile) -> list[tuple[str, bytes]]:
    """The KML documents of a KMZ archive: name and bytes.

    Raises:
        UnreadableMap: when it is no archive, holds no KML, or expands beyond sense.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as archive:
            return _documents(source, archive)
    except _NO_ARCHIVE as error:
        raise UnreadableMap(f"{source.name} is not a KMZ archive, or is cut off.") from error


def _documents(source: SourceFile, archive: zipfile.ZipFile) -> list[tuple[str, bytes]]:
    entries = archive.infolist()
    stated = sum(entry.file_size for entry in entries)
    limit = min(LARGEST_BYTES, max(len(source.data) * _MOST_EXPANSION, 2**20))
    if len(entries) > _MOST_ENTRIES or stated > limit:
        raise UnreadableMap(
            f"{source.name} would expand to {stated // 2**20} MB in {len(entries)} files: no map does; it"
            f" was left out."
        )
    found = []
    for entry in entries:
        if not entry.filename.lower().endswith(".kml"):
            continue
        with archive.open(entry) as opened:
            data = opened.read(limit + 1)
        if len(data) > limit:
            raise UnreadableMap(f"{source.name} expands beyond {limit // 2**20} MB; it was left out.")
        found.append((entry.filename, data))
    if not found:
        raise UnreadableMap(f"{source.name} holds no KML document.")
    return found
