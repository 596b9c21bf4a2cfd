"""A list of reports, whatever dialect it was written in."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One report of a feed.

    Attributes:
        key: what the feed knows it by: its id, else its address, else its title.
        address: where its page is, or None.
        title: its headline, or None.
        published: day or moment of publication as the feed says it, or None.
        updated: when it was last changed, as the feed says it, or None.
        outlet: who published it, or None.
        byline: who wrote it, or None.
        content: its words in full, as the feed says, HTML or plain; or None.
        summary: its beginning or a summary, HTML or plain; or None.
    """

    key: str
    address: str | None = None
    title: str | None = None
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    byline: str | None = None
    content: str | None = None
    summary: str | None = None

    @property
    def stamp(self) -> str:
        """A hash of what the feed says of the report: another one means that something has changed."""
        said = [self.title, self.updated, self.content, self.summary]
        return hashlib.sha256(json.dumps(["parley-item-1", *said]).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of reports.

    Attributes:
        title: its name, or None.
        items: the reports it lists, in its order.
        lists: the addresses of further lists (of a sitemap index).
    """

    title: str | None = None
    items: tuple[Item, ...] = ()
    lists: tuple[str, ...] = ()
