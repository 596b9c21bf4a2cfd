"""What a web page says of its article: only what it states, nothing guessed from its text.

Guessing a date from the text takes the day of a photo caption for the day of publication, and a template's
year for the article's; an undated page stays undated.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from parley.reports.dates import publication_date
from parley.reports.unreadable import BadDate
from parley.vocabulary.pages import page_names


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page states of its article; None where it states nothing."""

    title: str | None
    outlet: str | None
    byline: str | None
    url: str | None
    published: str | None


def page_metadata(tree: Any) -> PageMetadata:
    """What the page says of its article, by JSON-LD, meta elements, microdata and links.

    Args:
        tree: the page's root element (lxml).
    """
    meta = _meta(tree)
    article = next(_articles(tree), {})
    publisher, authors = article.get("publisher"), article.get("author")
    return PageMetadata(
        title=_first([_text(article.get("headline")), *_named(meta, "title"), *_texts(tree, "title")]),
        outlet=_first([_name(publisher), *_named(meta, "outlet")]),
        byline=_first([_name(authors), *(words for words in _named(meta, "byline") if "://" not in words)]),
        url=_first([*_canonical(tree), *_named(meta, "url"), _text(article.get("url"))]),
        published=_first_date([_text(article.get("datePublished")), *_dates(tree, meta)]),
    )


def _meta(tree: Any) -> dict[str, str]:
    """The meta elements by name in lower case; the first of a name counts."""
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            values.setdefault(name.strip().lower(), content)
    return values


def _named(meta: dict[str, str], field: str) -> Iterator[str]:
    return (meta[name] for name in page_names(field) if name in meta)


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that describe an article."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # a page's broken JSON-LD says nothing; its meta elements may
        yield from _article_objects(data)


def _article_objects(data: Any) -> Iterator[dict[str, Any]]:
    waiting = [data]
    while waiting:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting = item + waiting
        elif isinstance(item, dict):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(
                isinstance(kind, str) and kind.lower().endswith(page_names("article_types")) for kind in kinds
            ):
                yield item
            waiting += [value for key, value in item.items() if key in ("@graph", "mainEntity")]


def _dates(tree: Any, meta: dict[str, str]) -> Iterator[str]:
    """What the page says of its day of publication, the most explicit first."""
    for element in tree.iter():
        if element.get("itemprop") == "datePublished" and isinstance(element.tag, str):
            yield element.get("datetime") or element.get("content") or (element.text or "")
    yield from _named(meta, "published")
    for element in tree.iter("time"):
        said = " ".join(
            filter(None, [element.get("class"), element.get("pubdate"), element.get("id")])
        ).lower()
        if element.get("pubdate") is not None or "publish" in said or "pubdate" in said:
            yield element.get("datetime") or ""


def _first_date(candidates: Iterable[str | None]) -> str | None:
    """The first of the candidates that is a real date."""
    for candidate in candidates:
        try:
            if candidate and candidate.strip():
                return publication_date(candidate)
        except BadDate:
            continue  # a page cannot be mended by its reader: what it says badly counts as not said
    return None


def _canonical(tree: Any) -> Iterator[str]:
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and (element.get("href") or "").startswith(
            "http"
        ):
            yield element.get("href")


def _texts(tree: Any, tag: str) -> Iterator[str]:
    return (" ".join("".join(element.itertext()).split()) for element in tree.iter(tag))


def _first(candidates: Iterable[str | None]) -> str | None:
    return next((words.strip() for words in candidates if words and words.strip()), None)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _name(value: Any) -> str | None:
    """The name or names in a JSON-LD value, which may be text, an object or a list of them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value))) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return _text(value)
