"""Unpacking an answer piece by piece, so that a small one cannot become a huge one."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from parley.reports.fetching.failures import Unreachable
from parley.reports.fetching.limits import MEGABYTE, Limits

_PLAIN = ("", "identity")
_PACKED = ("gzip", "x-gzip", "deflate")
_EITHER_HEAD = 32 + zlib.MAX_WBITS  # zlib finds out itself whether a gzip or a zlib head comes
_STEP = 1 << 16


def unpacked(chunks: Iterable[bytes], encoding: str, limits: Limits) -> bytes:
    """The body of an answer.

    Args:
        chunks: the answer as sent.
        encoding: the value of its Content-Encoding.
        limits: how many bytes may come, and may come out.

    Raises:
        Unreachable: when it is too large, packed in a way that was not asked for, or broken.
    """
    encoding = encoding.strip().lower()
    if encoding in _PLAIN:
        return b"".join(_counted(chunks, limits.bytes_sent))
    if encoding not in _PACKED:
        raise Unreachable(f"The answer is packed as “{encoding[:40]}”, which Parley did not ask for.")
    return _inflated(_counted(chunks, limits.bytes_sent), limits.bytes_unpacked)


def _counted(chunks: Iterable[bytes], most: int) -> Iterable[bytes]:
    count = 0
    for chunk in chunks:
        count += len(chunk)
        if count > most:
            raise Unreachable(f"It is larger than {most // MEGABYTE} MB; save the page and give the file.")
        yield chunk


def _inflated(chunks: Iterable[bytes], most: int) -> bytes:
    out = bytearray()
    inflating = zlib.decompressobj(_EITHER_HEAD)
    begun = False
    for chunk in chunks:
        if not begun and chunk:
            inflating, begun = _fitting(chunk), True
        rest = chunk
        while rest:
            if inflating.eof:  # one packed piece may follow another
                inflating = zlib.decompressobj(_EITHER_HEAD)
            rest = _step(inflating, rest, out, most)
    if begun and not inflating.eof:
        raise Unreachable("The answer was cut short; try again later.")
    return bytes(out)


def _step(inflating: zlib._Decompress, data: bytes, out: bytearray, most: int) -> bytes:
    """Unpacks a bounded piece of `data` into `out`; gives what is left of `data`."""
    try:
        out += inflating.decompress(data, _STEP)
    except zlib.error as error:
        raise Unreachable("The answer is packed wrongly; try again later.") from error
    if len(out) > most:
        raise Unreachable(f"It unpacks to more than {most // MEGABYTE} MB; no report is that long.")
    return inflating.unused_data if inflating.eof else inflating.unconsumed_tail


def _fitting(start: bytes) -> zlib._Decompress:
    """What unpacks an answer that begins like this: some sites send “deflate” without its head."""
    try:
        zlib.decompressobj(_EITHER_HEAD).decompress(start, 1)
    except zlib.error:
        return zlib.decompressobj(-zlib.MAX_WBITS)
    return zlib.decompressobj(_EITHER_HEAD)
