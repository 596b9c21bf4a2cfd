"""The reports in an open file, whatever it holds."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, cast

from parley.reports.arriving import Desk, Taken, reports_of
from parley.reports.building import LONGEST_REPORT
from parley.reports.documents import Document
from parley.reports.formats import is_json_line
from parley.reports.kinds import PACKED, Format
from parley.reports.unreadable import Unreadable

_TOO_LARGE = (
    f"It is larger than {LONGEST_REPORT // 1_000_000} MB, too large for one report; "
    "split it into one report a file."
)
_FIRST = 1 << 16
_LETTERS_START = re.compile(rb"From \S+.*\d\d:\d\d.*\r?\n(?:>?[\w-]+:|\s)")
_ARCHIVE_START = re.compile(rb"WARC/\d")
_GZIP = b"\x1f\x8b"

_ARCHIVES = (Format.ARCHIVE, Format.PACKED_ARCHIVE, Format.LETTERS)


def read_stream(
    stream: BinaryIO, origin: str, desk: Desk, kind: Format | None = None, file_name: str = ""
) -> Iterator[Taken | Unreadable]:
    """The reports in an open file.

    Args:
        stream: the file; read once, from where it stands.
        origin: where it stands.
        desk: what its reports are taken in with.
        kind: what its name says it is; without that its beginning tells.
        file_name: its name, in which a date may stand.
    """
    if kind is Format.PACKED_ARCHIVE:
        yield from _read_archive(stream, kind, origin, desk)
        return
    start = stream.read(_FIRST)
    if start.startswith(_GZIP) and not _ARCHIVE_START.match(_unpacked_start(start)):
        yield from _read_packed(_rejoined(start, stream), origin, desk, kind, file_name)
        return
    if kind in (None, Format.TEXT):
        kind = _kind_by_start(start) or kind
    if kind in _ARCHIVES:
        yield from _read_archive(_rejoined(start, stream), kind, origin, desk)
    elif kind is Format.JSON_LINES:
        yield from _read_lines(_rejoined(start, stream), origin, desk)
    else:
        data = start + stream.read(LONGEST_REPORT + 1 - len(start))
        yield from _read_whole(Document(data, origin, "file", kind, file_name), desk)


def _read_packed(
    stream: BinaryIO, origin: str, desk: Desk, kind: Format | None, file_name: str
) -> Iterator[Taken | Unreadable]:
    """The reports in a packed file, which is unpacked while it is read; one packed twice is refused."""
    try:
        with gzip.GzipFile(fileobj=stream) as inside:
            start = inside.read(_FIRST)
            if start.startswith(_GZIP):
                yield Unreadable(origin, "It is packed more than once; unpack it first.")
            else:
                whole = _rejoined(start, cast("BinaryIO", inside))
                yield from read_stream(whole, origin, desk, kind, file_name.removesuffix(PACKED))
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Unreadable(origin, "The packed file is broken from here on; copy or fetch it again.")


def _kind_by_start(start: bytes) -> Format | None:
    """What a file is by its first bytes, where those tell."""
    if _ARCHIVE_START.match(_unpacked_start(start)):
        return Format.ARCHIVE
    if _LETTERS_START.match(start):
        return Format.LETTERS
    if is_json_line(start):
        return Format.JSON_LINES if b"\n" in start.strip() else Format.JSON
    return None


def _unpacked_start(start: bytes) -> bytes:
    if not start.startswith(_GZIP):
        return start
    try:
        return zlib.decompressobj(16 + zlib.MAX_WBITS).decompress(start, 64)
    except zlib.error:
        return b""


def _read_archive(stream: BinaryIO, kind: Format, origin: str, desk: Desk) -> Iterator[Taken | Unreadable]:
    from parley.reports.archives import letters, pages_of_archive, pages_of_packed_archive

    given_by = {
        Format.ARCHIVE: pages_of_archive,
        Format.PACKED_ARCHIVE: pages_of_packed_archive,
        Format.LETTERS: letters,
    }
    for found in given_by[kind](stream, origin):
        if isinstance(found, Document):
            yield from reports_of(found, desk)
        else:
            yield found


def _read_whole(document: Document, desk: Desk) -> Iterator[Taken | Unreadable]:
    if len(document.data) > LONGEST_REPORT:
        yield Unreadable(document.origin, _TOO_LARGE)
    elif not document.data.strip():
        yield Unreadable(document.origin, "It is empty; give a file that holds the report's words.")
    else:
        yield from reports_of(document, desk)


def _read_lines(stream: BinaryIO, origin: str, desk: Desk) -> Iterator[Taken | Unreadable]:
    found = False
    for number, line in enumerate(_lines(stream), start=1):
        if not line.strip():
            continue
        found = True
        where = f"{origin}:{number}"
        if len(line) > LONGEST_REPORT:
            yield Unreadable(where, _TOO_LARGE)
        else:
            yield from reports_of(Document(line, where, "line", Format.JSON_LINES), desk)
    if not found:
        yield Unreadable(origin, "It is empty; give one JSON object a line, with a “text” field.")


def _lines(stream: BinaryIO) -> Iterable[bytes]:
    """The lines of a stream; overlong lines are cut."""
    while line := stream.readline(LONGEST_REPORT + 1):
        rest = line
        while len(rest) > LONGEST_REPORT and not rest.endswith(b"\n"):
            rest = stream.readline(LONGEST_REPORT + 1)
        yield line


class _Rejoined(io.RawIOBase):
    """A stream with its first bytes, which were looked at already, put back."""

    def __init__(self, start: bytes, rest: BinaryIO) -> None:
        self._start = start
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._start[: len(buffer)] or self._rest.read(len(buffer))
        self._start = self._start[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def _rejoined(start: bytes, rest: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", io.BufferedReader(_Rejoined(start, rest), _FIRST))
