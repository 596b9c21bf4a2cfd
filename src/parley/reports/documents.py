"""Raw material on its way in: some bytes, and how they came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from parley.model import Arrival
from parley.reports.kinds import Format

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of a file, a fetched page, a record of an archive or a letter.

    Attributes:
        data: the bytes, unpacked.
        origin: where they stood, for people and for finding them again.
        way: how they came: "file", "web", "archive", "letter" or "line".
        kind: what they are said to be, or None.
        file_name: the name of the file, in which a date may stand.
        url: the address they were published at, or None.
        final_url: the address that gave them, after redirects, or None.
        status: the status of the web's answer, or None.
        headers: the headers they came with.
        at: when they were taken from the web or received, ISO 8601, or None.
    """

    data: bytes
    origin: str
    way: str
    kind: Format | None = None
    file_name: str = ""
    url: str | None = None
    final_url: str | None = None
    status: int | None = None
    headers: Headers = ()
    at: str | None = None

    def arrival(self, at: str, part: str | None = None) -> Arrival:
        """How a report in these bytes came.

        Args:
            at: when it is taken in, used where the bytes do not say when they were fetched.
            part: which part of the bytes it is, where it is not all.
        """
        return Arrival(
            way=self.way,
            origin=self.origin,
            at=self.at or at,
            raw=self.data,
            digest=hashlib.sha256(self.data).hexdigest(),
            media_type=next((value for name, value in self.headers if name == "content-type"), None),
            url=self.url,
            final_url=self.final_url,
            status=self.status,
            headers=self.headers,
            part=part,
        )
