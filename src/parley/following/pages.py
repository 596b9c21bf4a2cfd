"""From what was fetched of a page to what is told of it, and to what is known of it from then on."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from parley.following.schedule import GIVEN_UP, after_failure
from parley.following.told import PageOutcome, PageTold
from parley.model import Arrival
from parley.record import Record, UnstorableReport
from parley.record.following import Followed
from parley.reports import BadDate, NotReadable, Taken, Unreadable
from parley.reports.arriving import Desk, document_of_page, reports_of
from parley.reports.building import build_report
from parley.reports.draft import Given, Link
from parley.reports.feeds import Item, draft_of_item
from parley.reports.fetching import Busy, FetchFailed, Gone, Page, Unreachable

Take = Callable[[Taken], str]
"""Reads a report into the record and gives its id; raises `NotReadable` or `UnstorableReport`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What pages are read with.

    Attributes:
        record: where they are kept.
        take: reads a report into the record.
        given: what the person says of the feed's reports.
        now: the time of this round.
    """

    record: Record
    take: Take
    given: Given
    now: datetime.datetime

    @property
    def stamp(self) -> str:
        """The time, as the record keeps it."""
        return self.now.isoformat(timespec="seconds")


def carried_whole(page: Followed) -> bool:
    """Whether the feed carries the page's words in full, so that it need not be fetched."""
    item = _item(page)
    return bool(item and item.content and draft_of_item(item))


def read_carried(page: Followed, reading: Reading) -> PageTold:
    """Reads the words that the feed carries; for a page that cannot be had, the summary."""
    done = replace(
        page, pending=False, item=_what_stays(page), checked=reading.stamp, changed=reading.stamp, failures=0
    )
    told = _told(page, _from_item(page, reading), reading)
    reading.record.keep_followed([replace(done, reason=told.reason)])
    return told


def page_answered(page: Followed, answer: Page, reading: Reading) -> PageTold:
    """Reads a fetched page."""
    known = replace(
        page,
        pending=False,
        item=_what_stays(page),
        checked=reading.stamp,
        failures=0,
        not_before=None,
        gone=None,
    )
    if answer.unchanged:
        reading.record.keep_followed([replace(known, reason=None)])
        return PageTold(page.listed_by or "", page.url, PageOutcome.UNCHANGED)
    told = _told(page, _from_page(page, answer, reading), reading)
    if told.outcome is PageOutcome.FAILED and _item(page):
        told = _fallen_back(page, told, reading)
    reading.record.keep_followed(
        [
            replace(
                known,
                reason=told.reason,
                etag=answer.header("etag"),
                last_modified=answer.header("last-modified"),
                changed=page.changed if told.outcome is PageOutcome.KNOWN else reading.stamp,
            )
        ]
    )
    return told


def page_failed(page: Followed, error: FetchFailed, reading: Reading) -> PageTold:
    """Keeps that a page could not be had: gone, forbidden, or to be asked for again."""
    known = replace(page, checked=reading.stamp, reason=str(error))
    feed = page.listed_by or ""
    if isinstance(error, Gone):
        known = replace(known, gone=page.gone or reading.stamp, pending=False, item=_what_stays(page))
        told = PageTold(feed, page.url, PageOutcome.GONE, reason=str(error))
    else:
        told = PageTold(feed, page.url, PageOutcome.FAILED, reason=str(error))
        wait = isinstance(error, Busy | Unreachable)
        failures = page.failures + 1
        known = replace(
            known,
            failures=failures,
            not_before=after_failure(failures, error.retry_after, reading.now) if wait else None,
            pending=page.pending and wait and failures < GIVEN_UP,
        )
    if page.pending and not known.pending:
        told = _fallen_back(page, told, reading)
        known = replace(known, item=_what_stays(page))
    reading.record.keep_followed([known])
    return told


def _fallen_back(page: Followed, told: PageTold, reading: Reading) -> PageTold:
    """For a page that cannot be had, what the feed itself says of it; the reason stays."""
    found = _from_item(page, reading)
    if isinstance(found, Unreadable):
        return told
    return replace(_told(page, found, reading), reason=told.reason)


def _told(page: Followed, found: Taken | Unreadable, reading: Reading) -> PageTold:
    """What came of a report: new, an update, or known before."""
    feed = page.listed_by or ""
    if isinstance(found, Unreadable):
        return PageTold(feed, page.url, PageOutcome.FAILED, reason=found.reason)
    before = reading.record.versions_at(page.address, by_feed=found.arrival.way == "feed")
    known = reading.record.has_report(found.report.id)
    try:
        report = reading.take(found)
    except (NotReadable, UnstorableReport) as error:
        return PageTold(feed, page.url, PageOutcome.FAILED, reason=str(error))
    title = found.report.title
    if before and before[-1] != report:
        return PageTold(feed, page.url, PageOutcome.UPDATED, report, title, before[-1])
    return PageTold(feed, page.url, PageOutcome.KNOWN if known else PageOutcome.NEW, report, title)


def _from_page(page: Followed, answer: Page, reading: Reading) -> Taken | Unreadable:
    """The report on a fetched page."""
    item = _item(page)
    link = Link(page.url, item.title, item.outlet, item.byline, item.published) if item else None
    try:
        document = document_of_page(answer)
    except (NotReadable, Unreachable) as error:
        return Unreadable(page.url, str(error))
    found = next(reports_of(document, Desk(reading.given), link), None)
    return found or Unreadable(page.url, "The page holds no report.")


def _from_item(page: Followed, reading: Reading) -> Taken | Unreadable:
    """The report that an item carries."""
    item = _item(page)
    draft = draft_of_item(item) if item else None
    if item is None or draft is None:
        return Unreadable(page.url, "The feed gives a headline only.")
    try:
        report = build_report(draft, reading.given, page.url, "", reading.stamp)
    except (NotReadable, BadDate) as error:
        return Unreadable(page.url, str(error))
    raw = json.dumps(dict(page.item or {}), ensure_ascii=False).encode("utf-8", "replace")
    arrival = Arrival(
        way="feed",
        origin=page.listed_by or page.url,
        at=reading.stamp,
        raw=raw,
        digest=hashlib.sha256(raw).hexdigest(),
        media_type="application/json",
        url=item.address,
        part=item.key,
    )
    return Taken(report, arrival)


def _what_stays(page: Followed) -> dict[str, Any] | None:
    """What the feed says of a page but its words: who published it when, for when it is read again."""
    return {**page.item, "content": None, "summary": None} if page.item is not None else None


def _item(page: Followed) -> Item | None:
    return Item(**page.item) if page.item is not None else None
