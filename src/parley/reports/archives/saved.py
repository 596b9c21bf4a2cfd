"""Pages that a browser saved with their pictures: as a letter (.mhtml) or property list (.webarchive)."""

from __future__ import annotations

import email
import plistlib
from dataclasses import dataclass
from xml.parsers.expat import ExpatError

from parley.reports.archives.letters import header_of, parts_of, payload_of
from parley.reports.unreadable import NotReadable

_NO_PAGE = "No page is in it; save the page again."


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page in such a file.

    Attributes:
        data: its bytes.
        url: where it was, or None.
        charset: the encoding it is said to have, or None.
    """

    data: bytes
    url: str | None
    charset: str | None


def page_of_letter(data: bytes) -> SavedPage:
    """The page that was saved as a letter (.mhtml).

    Raises:
        NotReadable: when there is no page in it.
    """
    letter = email.message_from_bytes(data)
    for part in parts_of(letter):
        if part.get_content_type() == "text/html":
            url = header_of(letter, "Snapshot-Content-Location") or header_of(part, "Content-Location")
            return SavedPage(payload_of(part), url, part.get_content_charset())
    raise NotReadable(_NO_PAGE)


def page_of_safari(data: bytes) -> SavedPage:
    """The page that Safari saved (.webarchive).

    Raises:
        NotReadable: when there is no page in it.
    """
    try:
        main = plistlib.loads(data)["WebMainResource"]
        page, url, charset = (
            main["WebResourceData"],
            main.get("WebResourceURL"),
            main.get("WebResourceTextEncodingName"),
        )
    except (
        plistlib.InvalidFileException,
        ExpatError,
        KeyError,
        TypeError,
        AttributeError,
        ValueError,
    ) as error:
        raise NotReadable(_NO_PAGE) from error
    if not isinstance(page, bytes):
        raise NotReadable(_NO_PAGE)
    return SavedPage(page, str(url) if url else None, str(charset) if charset else None)
