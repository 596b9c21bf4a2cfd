"""A round: each feed is asked, what is new is read, what may have changed is looked at again."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from parley.following.asking import feed_answered, feed_failed, feed_state
from parley.following.pages import Reading, Take, carried_whole, page_answered, page_failed, read_carried
from parley.following.schedule import is_due, may_be_asked
from parley.following.told import FeedTold, PageTold
from parley.record import Record
from parley.record.following import Followed
from parley.reports.draft import Given
from parley.reports.fetching import Fetcher, FetchFailed, Page, Validators

_AT_ONCE = 8
"""Questions under way at once; never two to one host."""

_MOST_PAGES = 200
"""Pages of one feed that are read in a round; the others wait for the next. A sitemap may list 50,000."""

_MOST_LISTS = 50
"""Lists that one sitemap index may lead to in a round."""

Told = FeedTold | PageTold


@dataclass(frozen=True, slots=True)
class Source:
    """A feed to follow.

    Attributes:
        url: its address.
        outlet: who publishes its reports, where a person says so.
        listed_by: the index that lists it; None where a person does.
    """

    url: str
    outlet: str | None = None
    listed_by: str | None = None


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


@dataclass(frozen=True)
class Follower:
    """Keeps up with feeds.

    Attributes:
        record: what reports are kept in, and all that is known of feeds and pages.
        fetcher: what fetches.
        take: reads a report into the record and gives its id.
        now: gives the time.
        recheck_all: whether every page that a feed lists is looked at again, however recently it was.
        most_pages: how many pages of a feed are read in a round.
    """

    record: Record
    fetcher: Fetcher
    take: Take
    now: Callable[[], datetime.datetime] = field(default=_now)
    recheck_all: bool = False
    most_pages: int = _MOST_PAGES

    def round(self, sources: Iterable[Source]) -> Iterator[Told]:
        """Asks each feed, and reads what is new.

        Every step is kept in the record before the next is taken: a round that is broken off is gone on with
        by the next one.

        Args:
            sources: the feeds.

        Yields:
            What came of each feed, and then of each page.
        """
        asked = list({source.url: source for source in sources}.values())
        lists: list[Source] = []
        for source, told, further in self._ask(asked):
            yield told
            lists += [Source(url, source.outlet, source.url) for url in further[:_MOST_LISTS]]
        for _, told, _further in self._ask(lists):
            yield told
        for source in (*asked, *lists):
            yield from self._read_carried(source)
        yield from self._read_pages([*asked, *lists])

    def _ask(self, sources: Sequence[Source]) -> Iterator[tuple[Source, FeedTold, tuple[str, ...]]]:
        """Asks feeds, several at once; what they list is kept as they answer."""
        now = self.now()
        states = [(source, feed_state(self.record, source.url, source.listed_by, now)) for source in sources]
        ready = [(source, state) for source, state in states if may_be_asked(state, now)]
        for source, state in states:
            if (source, state) not in ready:
                yield source, FeedTold(source.url, "waiting", reason=state.reason, again=state.not_before), ()
        for (source, state), answer in self._fetched(ready):
            if isinstance(answer, FetchFailed):
                yield source, feed_failed(self.record, state, answer, now), ()
            else:
                told, further = feed_answered(self.record, state, answer, now)
                yield source, told, further

    def _read_carried(self, source: Source) -> Iterator[PageTold]:
        """Reads the items that a feed carries whole."""
        for page in self.record.followed_pages(source.url, pending=True):
            if carried_whole(page) or "#" in page.address:
                yield read_carried(page, self._reading(source))

    def _read_pages(self, sources: Sequence[Source]) -> Iterator[PageTold]:
        """Fetches and reads the pages that are new or due, those of different hosts in turn."""
        wanted = _in_turn((source, page) for source in sources for page in self._due(source))
        for (source, page), answer in self._fetched(wanted):
            reading = self._reading(source)
            if isinstance(answer, FetchFailed):
                yield page_failed(page, answer, reading)
            else:
                yield page_answered(page, answer, reading)

    def _due(self, source: Source) -> list[Followed]:
        """The pages of a feed to be fetched now: first those still to be read."""
        now = self.now()
        fresh = self.record.followed_pages(source.url, pending=True)
        again = [
            page
            for page in self.record.followed_pages(source.url, pending=False)
            if (page.etag or page.last_modified or page.checked) and (self.recheck_all or is_due(page, now))
        ]
        ready = [page for page in chain(fresh, again) if may_be_asked(page, now) and "#" not in page.address]
        return ready[: self.most_pages]

    def _fetched(self, wanted: Sequence[Pair]) -> Iterator[Answered]:
        """Fetches several at once; gives each answer, or what kept it from coming, as it comes."""
        pool = ThreadPoolExecutor(_AT_ONCE)
        try:
            futures = {pool.submit(self._fetch, pair[1]): pair for pair in wanted}
            for future in as_completed(futures):
                yield futures[future], future.result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

    def _fetch(self, known: Followed) -> Page | FetchFailed:
        # What is still to be read is asked for whole: its words may not have been kept the last time.
        asked = None if known.pending else Validators(known.etag, known.last_modified)
        try:
            return self.fetcher.fetch(known.url, asked, known.listed_by)
        except FetchFailed as error:
            return error

    def _reading(self, source: Source) -> Reading:
        return Reading(self.record, self.take, Given(outlet=source.outlet), self.now())


Pair = tuple[Source, Followed]
Answered = tuple[Pair, Page | FetchFailed]


def _in_turn(pages: Iterable[Pair]) -> list[Pair]:
    """The pages, those of different hosts in turn, so that no host keeps the others waiting."""
    by_host: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pages:
        by_host[urlsplit(pair[1].url).netloc].append(pair)
    return [pair for pairs in zip_longest(*by_host.values()) for pair in pairs if pair is not None]
