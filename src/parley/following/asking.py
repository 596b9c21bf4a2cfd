"""Asking a feed: what it lists is kept as still to be read, in one step with what the feed said of itself."""

from __future__ import annotations

import datetime
from dataclasses import asdict, replace
from urllib.parse import urljoin

from parley.following.schedule import after_failure
from parley.following.told import FeedTold
from parley.record import Record
from parley.record.following import Followed
from parley.reports.arriving import document_of_page
from parley.reports.decoding import decode
from parley.reports.feeds import Feed, Item, read_feed
from parley.reports.fetching import FetchFailed, Forbidden, Gone, Page
from parley.reports.html import declared_encoding, feed_of_page
from parley.reports.kinds import Format
from parley.reports.page_address import page_address
from parley.reports.unreadable import NotReadable


def feed_state(record: Record, url: str, listed_by: str | None, now: datetime.datetime) -> Followed:
    """What is known of a feed; where nothing is, that it was met now."""
    address = _feed_address(url)
    known = record.followed(address)
    return known or Followed(address, url, "feed", now.isoformat(timespec="seconds"), listed_by)


def _feed_address(url: str) -> str:
    """The form by which a feed is told from others, and from a page at the same address."""
    return f"feed {page_address(url) or url}"


def feed_failed(
    record: Record, feed: Followed, error: FetchFailed | NotReadable, now: datetime.datetime
) -> FeedTold:
    """Keeps that a feed could not be had, and when to ask again."""
    asked_for = error.retry_after if isinstance(error, FetchFailed) else None
    # What was never asked for needs no patience: it may be allowed the next time.
    refused_here = isinstance(error, Forbidden) and error.status is None
    again = None if refused_here else after_failure(feed.failures + 1, asked_for, now)
    stamp = now.isoformat(timespec="seconds")
    gone = (feed.gone or stamp) if isinstance(error, Gone) else feed.gone
    kept = replace(
        feed, checked=stamp, failures=feed.failures + 1, reason=str(error), not_before=again, gone=gone
    )
    record.keep_followed([kept])
    return FeedTold(feed.url, "failed", reason=str(error), again=again)


def feed_answered(
    record: Record, feed: Followed, page: Page, now: datetime.datetime
) -> tuple[FeedTold, tuple[str, ...]]:
    """Keeps what a feed lists.

    Args:
        record: where it is kept.
        feed: what is known of the feed.
        page: its answer.
        now: the time.

    Returns:
        What came of it, and the addresses of further lists that it names.
    """
    stamp = now.isoformat(timespec="seconds")
    alive = replace(feed, checked=stamp, failures=0, reason=None, not_before=None, gone=None)
    if page.unchanged:
        record.keep_followed([alive])
        return FeedTold(feed.url, "unchanged", reason=_moved(page)), ()
    try:
        listed = _listed(page)
    except (NotReadable, FetchFailed) as error:
        return feed_failed(record, feed, error, now), ()
    known = record.all_followed(_page_address(feed.url, item) for item in listed.items)
    items = {_page_address(feed.url, item): item for item in listed.items}
    pages = [
        wanted
        for address, item in items.items()
        if (wanted := _page_to_read(known.get(address), address, feed.url, item, stamp))
    ]
    etag, last_modified = page.header("etag"), page.header("last-modified")
    record.keep_followed([replace(alive, changed=stamp, etag=etag, last_modified=last_modified), *pages])
    told = FeedTold(feed.url, "asked", listed.title, len(listed.items), len(pages), _moved(page))
    return told, listed.lists


def _moved(page: Page) -> str | None:
    return f"It has moved to {page.moved_to}; follow that address." if page.moved_to else None


def _listed(page: Page) -> Feed:
    """What a feed lists.

    Raises:
        NotReadable: when it is none; where it is a page that names its feed, the message does too.
    """
    document = document_of_page(page)
    text = decode(document.data, declared_encoding(document.data))
    try:
        return read_feed(text)
    except NotReadable:
        feed = feed_of_page(text) if document.kind is Format.HTML else None
        if feed:
            address = urljoin(page.final_url, feed)
            raise NotReadable(f"It is a page, not a feed; its feed is {address}: follow that.") from None
        raise


def _page_address(feed: str, item: Item) -> str:
    """The form by which an item's page is told from others; one without an address is the feed's own."""
    return page_address(item.address) or f"{_feed_address(feed)}#{item.key}"


def _page_to_read(known: Followed | None, address: str, feed: str, item: Item, stamp: str) -> Followed | None:
    """An item that is to be read, because it is new or the feed says something else of it; else None."""
    url = item.address or f"{feed}#{item.key}"
    if known is None:
        return Followed(address, url, "page", stamp, feed, asdict(item), item.stamp, pending=True)
    if known.stamp == item.stamp or known.listed_by != feed:
        return None  # of two feeds that list a page, what the first says of it counts
    return replace(
        known, url=url, item=asdict(item), stamp=item.stamp, pending=True, failures=0, not_before=None
    )
