"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parley.reports.feeds.feed import Feed, Item

_VERSION = "jsonfeed.org/version/"


def is_json_feed(data: object) -> bool:
    """Whether a JSON value is a feed."""
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        return False
    return _VERSION in str(data.get("version")) or "home_page_url" in data or "feed_url" in data


def json_feed(data: Any) -> Feed:
    """The reports of a JSON feed, already parsed."""
    title = _words(data.get("title"))
    author = _author(data)
    items = [_item(item, title, author) for item in data["items"] if isinstance(item, dict)]
    return Feed(title, tuple(item for item in items if item.key))


def _item(item: dict[str, Any], outlet: str | None, author: str | None) -> Item:
    address = _words(item.get("url")) or _words(item.get("external_url"))
    title = _words(item.get("title"))
    key = item.get("id")
    return Item(
        key=(str(key) if isinstance(key, str | int) else "") or address or title or "",
        address=address,
        title=title,
        published=_words(item.get("date_published")),
        updated=_words(item.get("date_modified")),
        outlet=outlet,
        byline=_author(item) or author,
        content=_words(item.get("content_html")) or _words(item.get("content_text")),
        summary=_words(item.get("summary")),
    )


def _author(value: dict[str, Any]) -> str | None:
    return ", ".join(_author_names(value)) or None


def _author_names(value: dict[str, Any]) -> Iterator[str]:
    authors = value.get("authors") or value.get("author") or []
    for author in authors if isinstance(authors, list) else [authors]:
        name = _words(author.get("name")) if isinstance(author, dict) else None
        if name:
            yield name


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
