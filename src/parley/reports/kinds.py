"""What an input may be, told by its name or by what a server says of it."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """What an input may be."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json lines"
    XML = "feed or sitemap"
    LETTER = "letter"
    LETTERS = "letters"
    SAVED_PAGE = "saved page"
    SAFARI_PAGE = "page saved by Safari"
    ARCHIVE = "web archive"
    PACKED_ARCHIVE = "packed web archive"


SUFFIXES = {
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
    "": Format.TEXT,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".json": Format.JSON,
    ".jsonl": Format.JSON_LINES,
    ".ndjson": Format.JSON_LINES,
    ".xml": Format.XML,
    ".rss": Format.XML,
    ".atom": Format.XML,
    ".rdf": Format.XML,
    ".eml": Format.LETTER,
    ".mbox": Format.LETTERS,
    ".mhtml": Format.SAVED_PAGE,
    ".mht": Format.SAVED_PAGE,
    ".webarchive": Format.SAFARI_PAGE,
    ".warc": Format.ARCHIVE,
    ".wacz": Format.PACKED_ARCHIVE,
}
PACKED = ".gz"
"""The ending of a file that is packed; what it holds is told by the ending before."""

_PACKED = {".warc.gz": Format.ARCHIVE, ".wet.gz": Format.ARCHIVE}

_MEDIA_TYPES = {
    "text/html": Format.HTML,
    "application/xhtml+xml": Format.HTML,
    "text/plain": Format.TEXT,
    "text/markdown": Format.MARKDOWN,
    "application/json": Format.JSON,
    "application/feed+json": Format.JSON,
    "application/rss+xml": Format.XML,
    "application/atom+xml": Format.XML,
    "application/rdf+xml": Format.XML,
    "application/xml": Format.XML,
    "text/xml": Format.XML,
    "message/rfc822": Format.LETTER,
    "application/gzip": Format.TEXT,  # a packed sitemap, mostly; its bytes will tell
    "application/x-gzip": Format.TEXT,
    "application/octet-stream": Format.TEXT,  # whoever sends it does not know; its bytes will tell
}
_FAMILIES = {"rss+xml": Format.XML, "atom+xml": Format.XML, "+json": Format.JSON}


def format_of_name(name: str) -> Format | None:
    """What a file with this name is; None where its ending is unknown."""
    lower = name.lower()
    if lower.endswith(PACKED) and not lower.endswith(tuple(_PACKED)):
        return format_of_name(name[: -len(PACKED)])
    for ending, kind in _PACKED.items():
        if lower.endswith(ending):
            return kind
    return SUFFIXES.get(ending_of(name))


def ending_of(name: str) -> str:
    """The ending of a file's name, in lower case; empty where it has none."""
    stem, point, ending = name.lower().rpartition(".")
    return f".{ending}" if point and stem else ""


def format_of_media_type(media_type: str | None) -> Format | None:
    """What a body of this media type is; None where it is nothing that Parley reads."""
    plain = (media_type or "").partition(";")[0].strip().lower()
    if plain in _MEDIA_TYPES:
        return _MEDIA_TYPES[plain]
    return next((kind for ending, kind in _FAMILIES.items() if plain.endswith(ending)), None)
