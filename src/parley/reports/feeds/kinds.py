"""Which dialect a list of reports is written in."""

from __future__ import annotations

import json
import re

from parley.reports.feeds.feed import Feed
from parley.reports.feeds.json_feeds import is_json_feed, json_feed
from parley.reports.feeds.sitemaps import sitemap
from parley.reports.feeds.xml_feeds import xml_feed
from parley.reports.unreadable import NotReadable

_ROOT = re.compile(
    r"\ufeff?\s*(?:<\?(?:(?!\?>).)*\?>\s*|<!--(?:(?!-->).)*-->\s*|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)*"
    r"<(?:[\w-]+:)?(?P<name>rss|feed|rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_SITEMAPS = ("urlset", "sitemapindex")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_FIRST = 8192


def is_feed(text: str) -> bool:
    """Whether a text is a feed or a sitemap."""
    return bool(_ROOT.match(text[:_FIRST])) or is_json_feed(_json(text))


def read_feed(text: str) -> Feed:
    """The reports that a feed or sitemap lists.

    Args:
        text: the feed, decoded.

    Raises:
        NotReadable: when it is none, or defines entities, which no feed needs and which can blow up.
    """
    root = _ROOT.match(text[:_FIRST])
    if root is None:
        data = _json(text)
        if not is_json_feed(data):
            raise NotReadable("It is XML, but no feed or sitemap; save the report as a page or as text.")
        return json_feed(data)
    if _ENTITY.search(text):
        raise NotReadable("Its XML defines entities, which can hide anything; remove its <!ENTITY> lines.")
    return sitemap(text) if root["name"].lower() in _SITEMAPS else xml_feed(text)


def _json(text: str) -> object:
    """A text as JSON, where it begins like a JSON object; else None."""
    if not text[:_FIRST].lstrip("\ufeff \t\r\n").startswith("{"):
        return None
    try:
        data: object = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return None
    return data
