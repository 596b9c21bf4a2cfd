"""From documents to reports, each with how it came. One bad part never costs the rest."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from parley.model import Arrival, Report
from parley.reports.building import build_report
from parley.reports.decoding import decode
from parley.reports.documents import Document
from parley.reports.draft import Draft, Flaw, Given, Link
from parley.reports.fetching import FetchFailed, Limits, Page
from parley.reports.fetching.unpacking import unpacked
from parley.reports.formats import draft_of_line, drafts_of
from parley.reports.html import declared_encoding, feed_of_page
from parley.reports.kinds import Format, format_of_media_type
from parley.reports.unreadable import BadDate, NotReadable, Unreadable

if TYPE_CHECKING:
    from parley.reports.fetching import Fetcher

_GZIP = b"\x1f\x8b"
_DEEPEST_LIST = 3  # an index of indexes of sitemaps is allowed, one that lists itself has an end
_ONLY_AN_ADDRESS = "The list gives its address and no text; without --no-fetch its page is fetched."


@dataclass(frozen=True, slots=True)
class Taken:
    """A report that was taken in.

    Attributes:
        report: the report.
        arrival: how it came.
    """

    report: Report
    arrival: Arrival


@dataclass(frozen=True, slots=True)
class Desk:
    """What everything that comes in is taken in with.

    Attributes:
        given: what the person says of the reports.
        fetcher: what fetches pages; None where nothing is to be fetched.
    """

    given: Given
    fetcher: Fetcher | None = None


def reports_of(
    document: Document, desk: Desk, link: Link | None = None, depth: int = 0
) -> Iterator[Taken | Unreadable]:
    """The reports in a document.

    Args:
        document: what came.
        desk: what it is taken in with.
        link: what the list that led here says of it; used where the document says nothing.
        depth: how many lists led here.
    """
    try:
        for found in _drafts(document):
            if isinstance(found, Link):
                yield from _reports_of_link(found, document, desk, depth)
            elif isinstance(found, Flaw):
                yield Unreadable(_origin(document, found.part), found.reason, found.skipped)
            else:
                yield _taken(_with_what_is_known(found, link), document, desk)
    except (NotReadable, BadDate) as error:
        # Most pages of a web archive are no articles: that is no fault of the archive.
        yield Unreadable(document.origin, str(error) + _hint(document), skipped=document.way == "archive")


def _hint(document: Document) -> str:
    """Of a fetched page that is no report: the feed it names, which may be what was meant."""
    if document.way != "web" or document.kind is not Format.HTML:
        return ""
    try:
        feed = feed_of_page(decode(document.data, declared_encoding(document.data) or _charset(document)))
    except NotReadable:
        return ""
    return f" The page names a feed: parley follow {urljoin(document.final_url or '', feed)}" if feed else ""


def document_of_page(page: Page) -> Document:
    """A fetched page as a document.

    Raises:
        NotReadable: when it is of a kind that Parley does not read.
        Unreachable: when it is packed, and is broken or too large.
    """
    kind = format_of_media_type(page.media_type) if page.media_type else Format.TEXT
    if kind is None:
        raise NotReadable(
            f"The page is {page.media_type}, which Parley does not read; save its text in a file."
        )
    body = page.body
    if body.startswith(_GZIP):  # a packed file, sent as it is
        body = unpacked([body], "gzip", Limits())
    return Document(
        data=body,
        origin=page.url,
        way="web",
        kind=kind,
        url=page.url,
        final_url=page.final_url,
        status=page.status,
        headers=page.headers,
        at=page.at,
    )


def reports_at(
    link: Link, desk: Desk, listed_by: str | None = None, depth: int = 0
) -> Iterator[Taken | Unreadable]:
    """The reports at a web address: the page's, or those of the feed or sitemap that is there."""
    if desk.fetcher is None:
        yield Unreadable(link.address, _ONLY_AN_ADDRESS, skipped=True)
        return
    try:
        document = document_of_page(desk.fetcher.fetch(link.address, listed_by=listed_by))
    except (FetchFailed, NotReadable) as error:
        yield Unreadable(link.address, str(error))
        return
    yield from reports_of(document, desk, link, depth)


def _drafts(document: Document) -> Iterator[Draft | Link | Flaw]:
    if document.kind is Format.JSON_LINES:
        yield draft_of_line(document.data)
    else:
        yield from drafts_of(document.data, document.kind or Format.TEXT, _charset(document))


def _taken(draft: Draft, document: Document, desk: Desk) -> Taken | Unreadable:
    """A draft as a report; one that is none costs itself only."""
    origin = _origin(document, draft.part)
    draft = replace(draft, url=draft.url or document.final_url or document.url)
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    retrieved = document.at or now
    try:
        report = build_report(draft, desk.given, origin, document.file_name, retrieved)
    except (NotReadable, BadDate) as error:
        return Unreadable(origin, str(error), skipped=document.way == "archive")
    arrival = document.arrival(now, draft.part)
    if document.way in ("web", "file") and draft.part is not None:
        arrival = replace(arrival, way="feed")
    return Taken(report, arrival)


def _origin(document: Document, part: str | None) -> str:
    """Where a part of a document stood; letters and records of archives are told apart already."""
    return (
        document.origin
        if part is None or document.way in ("letter", "archive")
        else f"{document.origin}#{part}"
    )


def _reports_of_link(link: Link, lister: Document, desk: Desk, depth: int) -> Iterator[Taken | Unreadable]:
    """The reports that a list only gives the address of."""
    if depth >= _DEEPEST_LIST:
        yield Unreadable(link.address, "Lists that list each other were not followed further.", skipped=True)
        return
    yield from reports_at(link, desk, lister.url or lister.origin, depth + 1)


def _with_what_is_known(draft: Draft, link: Link | None) -> Draft:
    """A draft of a fetched page, with what the list said of it where the page says nothing."""
    if link is None or draft.part is not None:
        return draft
    return replace(
        draft,
        title=draft.title or link.title,
        outlet=draft.outlet or link.outlet,
        byline=draft.byline or link.byline,
        published=draft.published or link.published,
    )


def _charset(document: Document) -> str | None:
    """The encoding that whoever sent a document says it has."""
    for name, value in document.headers:
        if name == "content-type" and "charset=" in value.lower():
            return value.lower().partition("charset=")[2].partition(";")[0].strip("\"' ") or None
    return None
