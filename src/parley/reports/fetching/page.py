"""What was fetched."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """An answer of the web.

    Attributes:
        url: the address that was asked for.
        final_url: the address that answered, after redirects.
        moved_to: where the site says the page now lives for good, or None.
        status: 200, or 304 where nothing has changed since the last time.
        headers: names in lower case, in the order sent.
        body: the unpacked bytes.
        at: when, ISO 8601 in UTC.
    """

    url: str
    final_url: str
    moved_to: str | None
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at: str

    def header(self, name: str) -> str | None:
        """The first value of a header, by its name in lower case."""
        return next((value for known, value in self.headers if known == name), None)

    @property
    def media_type(self) -> str:
        """What the site says the body is ("text/html"); empty where it does not say."""
        return (self.header("content-type") or "").partition(";")[0].strip().lower()

    @property
    def unchanged(self) -> bool:
        """Whether the site says that nothing has changed since the last time."""
        return self.status == 304

    @property
    def digest(self) -> str:
        """The SHA-256 of the body, in hexadecimal."""
        return hashlib.sha256(self.body).hexdigest()
