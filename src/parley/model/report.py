"""One published text and what is known of where it came from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from parley.model.span import Span


@dataclass(frozen=True, slots=True)
class Furniture:
    """A passage of a report's text that is not the story: a caption, an advert, a byline."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, immutable, named by the hash of its text.

    Attributes:
        text: the stored text. Every offset of every finding counts characters of it.
        title: the headline, if known.
        outlet: who published it.
        byline: who wrote it.
        url: where it was published.
        published: day of publication, EDTF (``2025-03-17``), or None.
        published_from: where `published` was found: ``given``, ``metadata``, ``file name`` or None.
        retrieved: when it was taken in, ISO 8601 with zone, or None.
        origin: the path or address it was read from, as given.
        language: ISO 639-1 code of the text.
        furniture: passages that are not the story, in text order.
    """

    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    published_from: str | None = None
    retrieved: str | None = None
    origin: str | None = None
    language: str = "en"
    furniture: tuple[Furniture, ...] = ()

    @property
    def id(self) -> str:
        """The report's name: 16 hexadecimal digits of the SHA-256 of its text."""
        return report_id(self.text)


def report_id(text: str) -> str:
    """The name of the report with this text: 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
