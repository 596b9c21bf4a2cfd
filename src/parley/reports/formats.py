"""Which format an input is in, and what that format makes of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from enum import StrEnum

from parley.reports.decoding import decode
from parley.reports.draft import Draft
from parley.reports.fields import draft_of_fields
from parley.reports.front_matter import split_front_matter
from parley.reports.html import declared_encoding, draft_of_page
from parley.reports.markdown import plain_words
from parley.reports.unreadable import NotReadable


class Format(StrEnum):
    """What an input may be."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"
    JSON_LINES = "json lines"


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
}

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(r"\s*<\?xml\b|\s*<(?:rss|feed)\b", re.IGNORECASE)
_HTML_FRAGMENT = re.compile(r"</(?:p|div|article|section|br|span)>|<br ?/?>", re.IGNORECASE)
_FIRST = 2048


def drafts_of(data: bytes, kind: Format) -> Iterator[Draft]:
    """The drafts in the bytes of one file (not JSON Lines, which are read line by line).

    Raises:
        NotReadable: when there is none.
    """
    text = decode(data, declared_encoding(data))
    if _HTML_START.match(text[:_FIRST]):
        kind = Format.HTML
    elif kind is not Format.HTML and _XML_START.match(text[:_FIRST]):
        raise NotReadable("It is XML, which Parley does not read; save the report as a page or as text.")
    if kind is Format.HTML:
        yield draft_of_page(text)
    elif kind is Format.JSON:
        yield from _drafts_of_json(text)
    else:
        yield _draft_of_text(text, kind)


def draft_of_line(line: bytes) -> Draft:
    """The draft that one line of a JSON Lines file holds.

    Raises:
        NotReadable: when it is not a JSON object, or has no text.
    """
    return _draft_of_object(_parsed(decode(line)))


def is_json_line(data: bytes) -> bool:
    """Whether the first line of `data` is a JSON object, as in JSON Lines."""
    first = data.lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n", 1)[0].strip()
    return first.startswith(b'{"') and first.endswith(b"}")


def _draft_of_text(text: str, kind: Format) -> Draft:
    fields, body = split_front_matter(text)
    words = plain_words(body) if kind is Format.MARKDOWN else body
    return draft_of_fields(fields, words) or Draft(words)


def _drafts_of_json(text: str) -> Iterator[Draft]:
    data = _parsed(text)
    for item in data if isinstance(data, list) else [data]:
        yield _draft_of_object(item)


def _parsed(text: str) -> object:
    try:
        parsed: object = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        raise NotReadable(
            "It is not valid JSON; give one JSON object a report, with a “text” field."
        ) from error
    return parsed


def _draft_of_object(item: object) -> Draft:
    draft = draft_of_fields(item) if isinstance(item, dict) else None
    if draft is None:
        raise NotReadable(
            "It has no text; give a JSON object with a “text” field that holds the report's words."
        )
    if not _HTML_FRAGMENT.search(draft.text):
        return draft
    page = draft_of_page(f"<html><body><article>{draft.text}</article></body></html>")
    return Draft(
        text=page.text,
        title=draft.title,
        outlet=draft.outlet,
        byline=draft.byline,
        url=draft.url,
        published=draft.published,
        headings=page.headings,
    )
