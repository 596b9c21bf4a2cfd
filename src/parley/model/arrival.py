"""How a report came to us: what was fetched or opened, when, and with what it was sent."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Arrival:
    """One time a report came.

    Attributes:
        way: "file", "web", "feed", "archive", "letter" or "line".
        origin: the path or address it came by, as given.
        at: when it was fetched or opened, ISO 8601.
        raw: the bytes it was in, unpacked.
        digest: the SHA-256 of those, in hexadecimal.
        media_type: what they were said to be, or None.
        url: the address that was asked for, or None.
        final_url: the address that answered, after redirects, or None.
        status: the status of the answer, or None.
        headers: the headers of the answer, names in lower case, in the order sent.
        part: which part of the bytes the report is (an item's key, a line), or None where it is all of them.
    """

    way: str
    origin: str
    at: str
    raw: bytes = field(repr=False)
    digest: str
    media_type: str | None = None
    url: str | None = None
    final_url: str | None = None
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    part: str | None = None
