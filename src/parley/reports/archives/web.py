"""Web archives (WARC, packed or not): the pages in them, each with its address, time and headers."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from parley.reports.documents import Document
from parley.reports.fetching.failures import Unreachable
from parley.reports.fetching.limits import Limits
from parley.reports.fetching.unpacking import unpacked
from parley.reports.kinds import Format, format_of_media_type
from parley.reports.unreadable import Unreadable

_GZIP = b"\x1f\x8b"
_LIMITS = Limits()
_KINDS = ("response", "resource", "conversion")
_READ = (Format.HTML, Format.TEXT, Format.MARKDOWN, Format.XML)
# The library takes a line apart in a time that grows with its square; packed zeros are a line without end.
_LONGEST_LINE = 8_000_000
_BROKEN = "The archive is broken from here on; what came before was read. Fetch or copy it again."


def pages_of_archive(stream: BinaryIO, origin: str) -> Iterator[Document | Unreadable]:
    """The pages of a web archive, in its order.

    Args:
        stream: the open archive; need not be seekable.
        origin: where it stands.

    Yields:
        A document a page that may hold a report, and an `Unreadable` for what is broken or left out.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    plain = _Unpacked(stream)
    count = left_out = 0
    try:
        for record in ArchiveIterator(plain):
            count += 1
            plain.broken |= record.rec_type is None
            found = _page(record, origin)
            if found is None:
                left_out += 1
            else:
                yield found
    except (ArchiveLoadFailed, ValueError, AttributeError):
        plain.broken = True  # the library's own words name its insides
    if plain.broken:
        yield Unreadable(origin, _BROKEN)
    elif not count:
        yield Unreadable(origin, "There is no page in it; fetch or copy the archive again.")
    elif left_out:
        parts = "1 record" if left_out == 1 else f"{left_out} records"
        yield Unreadable(
            origin, f"It also holds {parts} that are no pages; they were left out.", skipped=True
        )


class _Unpacked:
    """A stream that unpacks itself where it is packed, and ends where it is broken.

    The library would unpack as well, but goes on in silence where an archive was cut short.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._waiting = stream.read(1 << 16)
        self._packed = self._waiting.startswith(_GZIP)
        self._inflating = zlib.decompressobj(16 + zlib.MAX_WBITS)
        self._offset = 0
        self._without_line = 0
        self.broken = False

    def tell(self) -> int:
        """How many bytes were given."""
        return self._offset

    def read(self, size: int) -> bytes:
        """At most `size` bytes, as a file gives them."""
        data = self._inflated(size) if self._packed else self._taken(size)
        self._offset += len(data)
        newline = data.rfind(b"\n")
        self._without_line += len(data)
        if newline >= 0:
            self._without_line = len(data) - newline
        self.broken |= self._without_line > _LONGEST_LINE
        return b"" if self._without_line > _LONGEST_LINE else data

    def _taken(self, size: int) -> bytes:
        data, self._waiting = self._waiting[:size], self._waiting[size:]
        return data or self._stream.read(size)

    def _inflated(self, size: int) -> bytes:
        while not self.broken:
            self._waiting = self._waiting or self._stream.read(1 << 16)
            if not self._waiting:
                self.broken = self.broken or (not self._inflating.eof and self._offset >= 0)
                return b""
            if self._inflating.eof:
                self._inflating = zlib.decompressobj(16 + zlib.MAX_WBITS)
            try:
                data = self._inflating.decompress(self._waiting, size)
            except zlib.error:
                self.broken = True
                return b""
            self._waiting = self._inflating.unused_data or self._inflating.unconsumed_tail
            if data:
                return data
        return b""


def _page(record: Any, origin: str) -> Document | Unreadable | None:
    """The page in a record; None where it holds none."""
    headers = _headers(record)
    kind = format_of_media_type(
        _named(headers, "content-type") or record.rec_headers.get_header("Content-Type")
    )
    status = _status(record)
    if record.rec_type not in _KINDS or kind not in _READ or status not in (None, 200):
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    where = f"{origin}#{url}" if url else origin
    try:
        data = _payload(record, headers)
    except Unreachable as error:
        return Unreadable(where, str(error))
    if data is None:
        return Unreadable(where, "The archive ends within this page; it was not read.")
    return Document(
        data=data,
        origin=where,
        way="archive",
        kind=kind,
        url=url if url.startswith(("http://", "https://")) else None,
        status=status,
        headers=headers,
        at=record.rec_headers.get_header("WARC-Date"),
    )


def _payload(record: Any, headers: tuple[tuple[str, str], ...]) -> bytes | None:
    """The bytes of a page, unpacked; None where the archive ends within it."""
    from warcio.bufferedreaders import ChunkedDataReader

    sent = record.raw_stream
    chunked = "chunked" in (_named(headers, "transfer-encoding") or "").lower()
    data: bytes = (ChunkedDataReader(sent) if chunked else sent).read(_LIMITS.bytes_sent + 1)
    if len(data) > _LIMITS.bytes_sent:
        raise Unreachable("The page is too large for one report.")
    while sent.read(1 << 16):
        continue
    if getattr(sent, "limit", 0) > 0:
        return None
    encoding = _named(headers, "content-encoding") or ""
    if "gzip" in encoding and not data.startswith(_GZIP):
        encoding = ""  # whoever wrote the archive had unpacked it already
    return unpacked([data], encoding, _LIMITS)


def _headers(record: Any) -> tuple[tuple[str, str], ...]:
    sent = record.http_headers.headers if record.http_headers else ()
    return tuple((name.lower(), value) for name, value in sent)


def _named(headers: tuple[tuple[str, str], ...], name: str) -> str | None:
    return next((value for known, value in headers if known == name), None)


def _status(record: Any) -> int | None:
    code = record.http_headers.get_statuscode() if record.http_headers else ""
    return int(code) if code and code.isdecimal() else None
