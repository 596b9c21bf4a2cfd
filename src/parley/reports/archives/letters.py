"""Letters: newsletters in an mbox file, single letters (.eml), and pages saved as letters (.mhtml)."""

from __future__ import annotations

import email.errors
import email.message
import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from email.utils import parseaddr, parsedate_to_datetime
from typing import BinaryIO

from parley.reports.decoding import decode
from parley.reports.documents import Document
from parley.reports.draft import Draft
from parley.reports.fragments import words_of_fragment
from parley.reports.kinds import Format
from parley.reports.unreadable import NotReadable, Unreadable

_LONGEST = 20_000_000
_MOST_PARTS = 200
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_FLOWED = re.compile(r"(?<=[^\n]) \n(?=[^\n])")
_FEWEST_WORDS = 15


def letters(stream: BinaryIO, origin: str) -> Iterator[Document | Unreadable]:
    """The letters of an mbox file, in its order.

    Args:
        stream: the open file; need not be seekable.
        origin: where it stands.
    """
    number, lines, size = 0, list[bytes](), 0
    while line := stream.readline(_LONGEST):
        if line.startswith(b"From ") and (not lines or not lines[-1].strip()):
            if number:
                yield _letter(lines, size, f"{origin}#{number}")
            number, lines, size = number + 1, [], 0
            continue
        size += len(line)
        if size <= _LONGEST:
            lines.append(line)
    if number:
        yield _letter(lines, size, f"{origin}#{number}")
    else:
        yield Unreadable(origin, "No letter is in it; an mbox file has a line “From …” before each.")


def _letter(lines: list[bytes], size: int, origin: str) -> Document | Unreadable:
    if size > _LONGEST:
        return Unreadable(origin, f"The letter is larger than {_LONGEST // 1_000_000} MB.")
    return Document(_ESCAPED.sub(rb"\1", b"".join(lines)), origin, "letter", Format.LETTER)


def draft_of_letter(data: bytes) -> Draft:
    """The words of a letter: of its page where it has one, else of its plain text.

    Args:
        data: the letter as it was sent.

    Raises:
        NotReadable: when it has no words that can be read.
    """
    letter = email.message_from_bytes(data)
    text, headings = _words(letter)
    if len(text.split()) < _FEWEST_WORDS:
        raise NotReadable("The letter has no text; its words may be in a picture or an attachment.")
    name, address = parseaddr(header_of(letter, "From") or "")
    return Draft(
        text=text,
        title=header_of(letter, "Subject"),
        outlet=name or address.rpartition("@")[2] or None,
        url=(header_of(letter, "Archived-At") or "").strip("<> ") or None,
        published=_day(letter),
        headings=headings,
        part=(header_of(letter, "Message-ID") or "").strip("<> ") or None,
    )


def _words(letter: email.message.Message) -> tuple[str, frozenset[str]]:
    plain = ""
    for part in parts_of(letter):
        kind = part.get_content_type()
        if kind == "text/html":
            text, headings = words_of_fragment(decode(payload_of(part), part.get_content_charset()))
            if len(text.split()) >= _FEWEST_WORDS:
                return text, headings
        elif kind == "text/plain" and not plain.strip():
            plain = decode(payload_of(part), part.get_content_charset())
            if part.get_param("format") == "flowed":
                plain = _FLOWED.sub(" ", plain.replace("\r\n", "\n"))
    return plain, frozenset()


def parts_of(letter: email.message.Message) -> Iterator[email.message.Message]:
    """The parts of a letter that are no attachments; no more than a letter honestly has."""
    for number, part in enumerate(letter.walk()):
        if number >= _MOST_PARTS:
            return
        if not part.is_multipart() and part.get_content_disposition() != "attachment":
            yield part


def payload_of(part: email.message.Message) -> bytes:
    """The bytes of a part, as they were before they were wrapped for sending."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def header_of(letter: email.message.Message, name: str) -> str | None:
    """A header as words on one line; one that is written wrongly is taken as it stands."""
    value = letter.get(name)
    if value is None:
        return None
    try:
        words = str(make_header(decode_header(value)))
    except (ValueError, LookupError, email.errors.MessageError):
        words = str(value)
    return " ".join(words.split()) or None


def _day(letter: email.message.Message) -> str | None:
    """The day a letter was sent, where the sender was."""
    try:
        return parsedate_to_datetime(header_of(letter, "Date") or "").date().isoformat()
    except (TypeError, ValueError):
        return None
