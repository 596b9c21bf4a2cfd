"""Sitemaps (sitemaps.org), with the news extension: addresses, and sometimes titles and days."""

from __future__ import annotations

from typing import Any

from parley.reports.feeds.feed import Feed, Item
from parley.reports.unreadable import NotReadable


def sitemap(text: str) -> Feed:
    """The pages that a sitemap lists, or the sitemaps that an index lists.

    Args:
        text: the sitemap; one that is cut short is read as far as it goes.

    Raises:
        NotReadable: when no page is in it.
    """
    root = _tree(text)
    items, lists = [], []
    for entry in [] if root is None else root:
        known = _fields(entry)
        address = known.get("loc")
        if address and _name(entry) == "sitemap":
            lists.append(address)
        elif address:
            items.append(_item(address, known))
    if not items and not lists:
        raise NotReadable("The sitemap lists no page.")
    return Feed(None, tuple(items), tuple(lists))


def _item(address: str, known: dict[str, str]) -> Item:
    return Item(
        key=address,
        address=address,
        title=known.get("title"),
        published=known.get("publication_date"),
        updated=known.get("lastmod"),
        outlet=known.get("name"),
    )


def _tree(text: str) -> Any:
    """The root element, parsed without entities, network and trees of unbounded depth."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        encoding="utf-8",
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise NotReadable("The sitemap is not well-formed XML; fetch it again.") from error


def _fields(entry: Any) -> dict[str, str]:
    """The values in an entry by the names of their elements, whatever the name space."""
    known: dict[str, str] = {}
    for element in entry.iter():
        words = " ".join((element.text or "").split()) if isinstance(element.tag, str) else ""
        if words:
            known.setdefault(_name(element), words)
    return known


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()
