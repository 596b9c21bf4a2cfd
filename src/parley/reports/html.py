"""Web pages: the article in them by trafilatura, and what they say of it themselves."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

from parley.reports.draft import Draft
from parley.reports.page_metadata import page_metadata
from parley.reports.unreadable import NotReadable

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE
)
_HEAD = 8192
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json")

# The shortest readout of a call at hand has 35 words; what is found on pages without an article ("Sign in",
# "Page not found", a list of headlines) has fewer in lines that end as sentences do.
_FEWEST_WORDS = 15
_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*$")

_NO_ARTICLE = (
    "No article was found in the page; save the page of one report, or put its words into a .txt file."
)


def declared_encoding(data: bytes) -> str | None:
    """The encoding a page says it has, or None."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii") if found else None


def feed_of_page(page: str) -> str | None:
    """The address of the feed that a page names, as it is written there; None where it names none."""
    tree = _trafilatura().load_html(page) if page.strip() else None
    for link in () if tree is None else tree.iter("link"):
        kind = (link.get("type") or "").lower()
        if "alternate" in (link.get("rel") or "").lower() and kind in _FEEDS and link.get("href"):
            return str(link.get("href")).strip()
    return None


def draft_of_page(page: str) -> Draft:
    """The article of a web page, and what the page says of it.

    Args:
        page: the page's HTML.

    Raises:
        NotReadable: when no article is in it.
    """
    trafilatura = _trafilatura()
    tree = trafilatura.load_html(page) if page.strip() else None
    if tree is None:
        raise NotReadable(_NO_ARTICLE)
    metadata = page_metadata(tree)
    found = trafilatura.bare_extraction(
        tree, include_comments=False, include_tables=False, include_images=False, include_links=False
    )
    if found is None or not found.text:
        raise NotReadable(_NO_ARTICLE)
    lines = [line.strip() for line in found.text.split("\n") if line.strip()]
    if not _is_article(lines):
        raise NotReadable(_NO_ARTICLE)
    return Draft(
        text="\n".join(lines),
        title=metadata.title,
        outlet=metadata.outlet,
        byline=metadata.byline,
        url=metadata.url,
        published=metadata.published,
        headings=_headings(found.body) | frozenset(filter(None, [metadata.title])),
    )


def _is_article(lines: list[str]) -> bool:
    """Whether the lines are an article, not the leftovers of a page that has none."""
    sentences = [line for line in lines if _SENTENCE_END.search(line)]
    return sum(len(line.split()) for line in sentences) >= _FEWEST_WORDS


def _headings(body: Any) -> frozenset[str]:
    return frozenset(" ".join("".join(head.itertext()).split()) for head in body.iter("head"))


@cache
def _trafilatura() -> Any:
    """The library, imported when the first page is read: it takes a quarter of a second.

    It logs what it leaves out; without a handler of ours that would go to the terminal.
    """
    import trafilatura

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return trafilatura
