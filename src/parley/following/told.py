"""What a round of following tells: of each feed, and of each page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PageOutcome(StrEnum):
    """What came of asking for a page."""

    NEW = "new"
    UPDATED = "updated"
    KNOWN = "known"
    UNCHANGED = "unchanged"
    GONE = "gone"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PageTold:
    """What came of one page, or of one item that a feed carries whole.

    Attributes:
        feed: the feed that lists it.
        url: its address.
        outcome: what came of it.
        report: the id of the report it gave, or None.
        title: its headline, or None.
        replaces: the report that stood at this address before, for an update.
        reason: why it could not be read, or None.
    """

    feed: str
    url: str
    outcome: PageOutcome
    report: str | None = None
    title: str | None = None
    replaces: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FeedTold:
    """What came of asking for a feed.

    Attributes:
        url: its address.
        status: asked, unchanged, waiting or failed.
        title: its name, or None.
        listed: how many reports it lists; 0 where it was not read.
        new: how many of those were not known before, or have changed.
        reason: why it failed or what is to be known of it, or None.
        again: not to be asked for before this moment, or None.
    """

    url: str
    status: str
    title: str | None = None
    listed: int = 0
    new: int = 0
    reason: str | None = None
    again: str | None = None
