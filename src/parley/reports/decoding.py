"""From bytes to text, and from text to the text that is stored."""

from __future__ import annotations

import codecs
import re

from parley.reports.unreadable import NotReadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KNOWN_BINARIES = (
    (b"%PDF", "a PDF document; save its text as .txt and read that"),
    (b"PK\x03\x04", "a zip archive or office document; unpack it, or save its text as .txt, and read that"),
    (b"\xd0\xcf\x11\xe0", "an office document; save its text as .txt and read that"),
    (b"{\\rtf", "a rich-text document; save its text as .txt and read that"),
    (b"SQLite format 3", "a database, not a report; open a record with --record"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"BZh", "a compressed file; unpack it first"),
    (b"\x89PNG", "a picture; give the text of the report"),
    (b"\xff\xd8\xff", "a picture; give the text of the report"),
    (b"GIF8", "a picture; give the text of the report"),
)

# A text holds no control characters but tabs and line ends; a stray one in a hundred is forgiven.
_CONTROL_SHARE = 0.01
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_SAMPLE = 1 << 16

_BROKEN = re.compile("[\ud800-\udfff\x80-\x9f]")
_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufeff]")
_NEWLINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`.

    Args:
        data: the bytes of a text.
        declared: the encoding the text says it has, used when the bytes are not UTF-8.

    Raises:
        NotReadable: when the bytes are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    _refuse_known_binaries(data)
    if encoding_16 := _unmarked_utf16(data):
        return data.decode(encoding_16, errors="replace")
    _refuse_controls(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_not_utf8(data, declared)


def _refuse_known_binaries(data: bytes) -> None:
    for start, kind in _KNOWN_BINARIES:
        if data.startswith(start):
            raise NotReadable(f"This is {kind}.")


def _refuse_controls(data: bytes) -> None:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > max(2, _CONTROL_SHARE * len(sample)):
        raise NotReadable("This is binary data, not text; give the text of the report.")


def stored_text(text: str) -> str:
    """The text as it is stored, in which all offsets count.

    Line ends become newlines; control characters, byte-order marks and the white space at the end go. Half
    characters become U+FFFD, and so do the controls above U+007F, which stand for letters that were decoded
    twice: offsets of others' annotation stay right. Every other character stays as it is: curly quotes,
    non-breaking spaces.
    """
    text = _NEWLINES.sub("\n", text)
    if not text.isprintable():
        text = _BROKEN.sub("\ufffd", _DROPPED.sub("", text))
    return text.rstrip()


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 text without a mark: every other byte of Latin text is zero."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most, least = 0.4 * len(sample) / 2, 0.02 * len(sample) / 2
    if odd > most and even <= least:
        return "utf-16-le"
    if even > most and odd <= least:
        return "utf-16-be"
    return None


def _decode_not_utf8(data: bytes, declared: str | None) -> str:
    """Text that is not clean UTF-8: UTF-8 with a few broken bytes, or an older one-byte encoding."""
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    whole = sum(character > "\x7f" for character in repaired) - broken
    if whole > 2 * broken:
        return repaired
    for encoding in (declared, "cp1252"):
        text = _decoded(data, encoding)
        if text is not None:
            return text
    return data.decode("latin-1")


def _decoded(data: bytes, encoding: str | None) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (LookupError, UnicodeError):
        return None
