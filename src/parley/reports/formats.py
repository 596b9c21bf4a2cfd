"""What each format makes of the bytes of an input."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from parley.reports.decoding import decode
from parley.reports.draft import Draft, Flaw, Link
from parley.reports.feeds import Feed, draft_of_item, is_feed, read_feed
from parley.reports.fields import draft_of_fields
from parley.reports.fragments import looks_like_markup, words_of_fragment
from parley.reports.front_matter import split_front_matter
from parley.reports.html import declared_encoding, draft_of_page
from parley.reports.kinds import Format
from parley.reports.markdown import plain_words
from parley.reports.unreadable import NotReadable

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_XML_START = re.compile(r"\s*<\?xml\b|\s*<(?:rss|feed)\b", re.IGNORECASE)
_FIRST = 2048


def drafts_of(data: bytes, kind: Format, charset: str | None = None) -> Iterator[Draft | Link | Flaw]:
    """The drafts in the bytes of one file (not JSON Lines, archives and mbox files, which are streams).

    Args:
        data: the bytes.
        kind: what they are said to be; what they plainly are goes before it.
        charset: the encoding they are said to have by who sent them.

    Yields:
        A draft a report; a link where only the address of a report is given; a flaw where a part is broken.

    Raises:
        NotReadable: when there is none.
    """
    if kind is Format.LETTER:
        from parley.reports.archives.letters import draft_of_letter

        yield draft_of_letter(data)
        return
    if kind in (Format.SAVED_PAGE, Format.SAFARI_PAGE):
        from parley.reports.archives.saved import page_of_letter, page_of_safari

        saved = (page_of_letter if kind is Format.SAVED_PAGE else page_of_safari)(data)
        draft = draft_of_page(decode(saved.data, declared_encoding(saved.data) or saved.charset))
        yield replace(draft, url=draft.url or saved.url)
        return
    yield from _drafts_of_text(decode(data, declared_encoding(data) or charset), kind)


def _drafts_of_text(text: str, kind: Format) -> Iterator[Draft | Link | Flaw]:
    if _HTML_START.match(text[:_FIRST]):
        kind = Format.HTML
    elif kind is not Format.HTML and (kind is Format.XML or _XML_START.match(text[:_FIRST]) or is_feed(text)):
        yield from _drafts_of_feed(read_feed(text))
        return
    if kind is Format.HTML:
        yield draft_of_page(text)
    elif kind is Format.JSON:
        yield from _drafts_of_json(text)
    else:
        yield _draft_of_text(text, kind)


def _drafts_of_feed(feed: Feed) -> Iterator[Draft | Link | Flaw]:
    for address in feed.lists:
        yield Link(address, is_list=True)
    for item in feed.items:
        draft = draft_of_item(item)
        if draft is not None:
            yield draft
        elif item.address:
            yield Link(item.address, item.title, item.outlet, item.byline, item.published)
        else:
            yield Flaw(item.key, "It has a headline but no text, and no address to fetch.", skipped=True)
    if not feed.lists and not feed.items:
        raise NotReadable("The feed lists no report.")


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


def _drafts_of_json(text: str) -> Iterator[Draft | Flaw]:
    """The drafts of a JSON file; of a list, one that is bad never costs the others."""
    data = _parsed(text)
    if not isinstance(data, list):
        yield _draft_of_object(data)
        return
    for number, item in enumerate(data, start=1):
        try:
            yield replace(_draft_of_object(item), part=str(number))
        except NotReadable as error:
            yield Flaw(str(number), str(error))
    if not data:
        raise NotReadable("The list is empty; give one JSON object a report, with a “text” field.")


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
    if not looks_like_markup(draft.text):
        return draft
    text, headings = words_of_fragment(draft.text)
    return replace(draft, text=text, headings=headings)
