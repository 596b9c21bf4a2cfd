"""RSS and Atom, in all their versions, by feedparser."""

from __future__ import annotations

import io
import re
from typing import Any

from parley.reports.dates import publication_date
from parley.reports.feeds.feed import Feed, Item
from parley.reports.unreadable import BadDate, NotReadable

_DECLARATION = re.compile(r"\ufeff?\s*<\?xml[^>]*\?>")
_HEADERS = {"content-type": "application/xml; charset=utf-8"}


def xml_feed(text: str) -> Feed:
    """The reports of an RSS or Atom feed.

    Args:
        text: the feed; one that is cut short or not well-formed is read as far as it goes.

    Raises:
        NotReadable: when no report is in it, and it is broken.
    """
    import feedparser

    data = _DECLARATION.sub("", text, count=1).encode("utf-8", "replace")
    parsed = feedparser.parse(io.BytesIO(data), response_headers=_HEADERS)
    if not parsed.entries and parsed.bozo:
        raise NotReadable("The feed is broken and no report could be found in it; fetch it again.")
    title = _words(parsed.feed.get("title"))
    items = [_item(entry, title) for entry in parsed.entries]
    return Feed(title, tuple(item for item in items if item.key))


def _item(entry: Any, outlet: str | None) -> Item:
    address, title = _address(entry), _words(entry.get("title"))
    source = _said(entry, "source") or {}
    content = max((part.get("value") or "" for part in entry.get("content", ())), key=len, default="")
    summary = _said(entry, "summary")
    return Item(
        key=entry.get("id") or address or title or "",
        address=address,
        title=title,
        published=_day(entry, "published") or _day(entry, "updated"),
        updated=_words(_said(entry, "updated")),
        outlet=_words(source.get("title")) or outlet,
        byline=_words(entry.get("author")),
        content=content.strip() or None,
        summary=(summary or "").strip() or None if summary != content else None,
    )


def _address(entry: Any) -> str | None:
    """Where the report's page is; an id that is an address will do, unless the feed says it is none."""
    link = _words(entry.get("link"))
    key = _words(entry.get("id"))
    if link and link.startswith(("http://", "https://")):
        return link
    return key if key and key.startswith(("http://", "https://")) else None


def _day(entry: Any, field: str) -> str | None:
    """A date as the feed writes it, where Parley can read that; else as feedparser understood it."""
    said = _words(_said(entry, field))
    try:
        return publication_date(said) if said else None
    except BadDate:
        moment = _said(entry, f"{field}_parsed")
        return f"{moment.tm_year:04}-{moment.tm_mon:02}-{moment.tm_mday:02}" if moment else None


def _said(entry: Any, field: str) -> Any:
    """What an entry says itself: the library would put one field in the place of another."""
    return dict.get(entry, field)


def _words(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
