"""Following feeds of a site on this machine, with a reader made by hand and a clock that is set."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from local_site import Site, fetcher_for, local_site
from parley.following import FeedTold, Follower, PageOutcome, PageTold, Source
from parley.model import Paraphrase, ReadReport
from parley.record import Record, open_record
from parley.reports import NotReadable, Taken

BEGIN = datetime.datetime(2025, 6, 2, 8, 0, tzinfo=datetime.UTC)
STORY = "The dockers said on Monday that they would vote on the offer before the week was out, number {}."


def page(number: int | str) -> str:
    body = f"<article><p>{STORY.format(number)}</p></article>"
    return f"<html><head><title>Docks {number}</title></head><body>{body}</body></html>"


def rss(site: Site, *items: str) -> str:
    listed = "".join(
        item
        if item.startswith("<")
        else f"<item><title>Docks</title><link>{site.address}/{item}</link></item>"
        for item in items
    )
    return f"<rss><channel><title>Harbour News</title>{listed}</channel></rss>"


class Run:
    """A record, and rounds over it."""

    def __init__(self, record: Record, site: Site) -> None:
        self.record = record
        self.site = site
        self.now = BEGIN
        self.taken: list[str] = []
        self.broken_at: str | None = None

    def take(self, taken: Taken) -> str:
        if self.broken_at and self.broken_at in taken.report.text:
            raise KeyboardInterrupt
        if "Norwegian" in taken.report.text:
            raise NotReadable("It is not English.")
        self.taken.append(taken.report.id)
        self.record.add(ReadReport(taken.report, "parley test", (), Paraphrase(0.0)), taken.arrival)
        return taken.report.id

    def round(
        self, *urls: str, minutes: float = 0, **options: bool | int
    ) -> tuple[list[FeedTold], list[PageTold]]:
        self.now += datetime.timedelta(minutes=minutes)
        follower = Follower(self.record, fetcher_for(self.site.host), self.take, lambda: self.now)
        told = list(
            replace(follower, **options).round(
                [Source(f"{self.site.address}{url}") for url in urls or ("/feed",)]
            )
        )  # type: ignore[arg-type]
        return [one for one in told if isinstance(one, FeedTold)], [
            one for one in told if isinstance(one, PageTold)
        ]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    with local_site() as site, open_record(tmp_path / "record.db") as record:
        yield Run(record, site)


def outcomes(told: list[PageTold]) -> list[str]:
    return sorted(one.outcome.value for one in told)


def test_what_a_feed_lists_is_read_once(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a", "b"), "application/rss+xml", ETag='"1"')
    run.site.put("/a", page("a"))
    run.site.put("/b", page("b"))
    (feed,), pages = run.round()
    assert (feed.status, feed.title, feed.listed, feed.new) == ("asked", "Harbour News", 2, 2)
    assert outcomes(pages) == ["new", "new"]
    assert {entry.title for entry in run.record.reports()} == {"Docks a", "Docks b"}
    (feed,), pages = run.round(minutes=1)
    assert (feed.status, feed.new, pages) == ("asked", 0, [])
    assert run.site.asked.count("/a") == 1


def test_the_second_question_is_conditional(run: Run) -> None:
    def feed(question: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if question.get("if-none-match") == '"1"' and question.get("if-modified-since"):
            return 304, {}, b""
        return (
            200,
            {"ETag": '"1"', "Last-Modified": "Mon, 02 Jun 2025 08:00:00 GMT"},
            rss(run.site, "a").encode(),
        )

    run.site.pages["/feed"] = feed
    run.site.put("/a", page("a"))
    run.round()
    (told,), pages = run.round(minutes=1)
    assert (told.status, pages) == ("unchanged", [])


def test_an_item_with_its_words_is_not_fetched(run: Run) -> None:
    words = f"<content:encoded><![CDATA[<p>{STORY}</p>]]></content:encoded>"
    item = f"<item><title>Docks</title><link>{run.site.address}/a</link>{words}</item>"
    feed = rss(run.site, item).replace(
        "<rss>", '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/">'
    )
    run.site.put("/feed", feed, "text/xml")
    _, (told,) = run.round()
    assert told.outcome is PageOutcome.NEW and told.report
    assert "/a" not in run.site.asked
    (arrival,) = run.record.arrivals(told.report)
    assert (arrival.way, arrival.url) == ("feed", f"{run.site.address}/a")
    assert b"dockers" in run.record.raw_page(arrival.digest)
    run.site.put("/feed", feed.replace("number {}", "for good"), "text/xml")
    _, (told,) = run.round(minutes=20)
    assert told.outcome is PageOutcome.UPDATED and told.replaces


def test_an_updated_page_is_a_new_version_and_the_old_one_stays(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    run.site.put("/a", page("one"))
    _, (first,) = run.round()
    run.site.put("/a", page("two"))
    assert run.round(minutes=30)[1] == []
    _, (second,) = run.round(minutes=40)
    assert (second.outcome, second.replaces) == (PageOutcome.UPDATED, first.report)
    assert second.report
    versions = run.record.versions(second.report)
    assert [version.report for version in versions] == [first.report, second.report]
    assert versions == run.record.versions(first.report or "")
    assert {entry.outlet for entry in run.record.reports()} == {"Harbour News"}
    run.site.put("/a", page("one"))
    _, (third,) = run.round(minutes=70)
    assert (third.outcome, third.report) == (PageOutcome.UPDATED, first.report)
    assert [version.report for version in run.record.versions(second.report)] == [
        first.report,
        second.report,
        first.report,
    ]


def test_the_first_version_of_a_page_is_the_original_however_long_the_others_are(run: Run) -> None:
    more = (
        " They had turned down six per cent on Friday, and a night rate that the terminal called final." * 3
    )
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    for number, words in enumerate(("one" + more, "two" + more + more)):
        run.site.put("/a", page(words))
        _, (told,) = run.round(minutes=70 * number)
    versions = [version.report for version in run.record.versions(told.report or "")]
    run.record.fold()
    assert [member.source.report for member in run.record.family_of(versions[0])] == versions
    assert list(run.record.rebuild())
    assert [member.source.report for member in run.record.family_of(versions[0])] == versions


def test_a_vanished_page_stays_and_is_marked(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    run.site.put("/a", page("one"))
    _, (first,) = run.round()
    run.site.put("/a", "gone", status=410)
    _, (told,) = run.round(recheck_all=True)
    assert told.outcome is PageOutcome.GONE
    assert run.record.report(first.report or "").read.report.title == "Docks one"
    assert run.record.gone_since(first.report or "") == BEGIN.isoformat()
    assert run.record.versions(first.report or "")[-1].gone == BEGIN.isoformat()
    run.site.put("/a", page("one"))
    run.round(recheck_all=True)
    assert run.record.gone_since(first.report or "") is None


def test_a_dead_feed_is_told_and_the_others_go_on(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    run.site.put("/a", page("a"))
    run.site.put("/broken", "<rss", "application/rss+xml")
    run.site.put(
        "/html", '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>'
    )
    feeds, pages = run.round("/dead", "/broken", "/feed", "/html")
    told = {feed.url.removeprefix(run.site.address): feed for feed in feeds}
    assert told["/dead"].status == "failed" and "404" in (told["/dead"].reason or "")
    assert told["/broken"].status == "failed" and "broken" in (told["/broken"].reason or "")
    assert f"its feed is {run.site.address}/feed" in (told["/html"].reason or "")
    assert told["/feed"].status == "asked" and outcomes(pages) == ["new"]
    again, _ = run.round("/dead", minutes=1)
    assert again[0].status == "waiting" and again[0].again


def test_back_off_grows_and_a_site_may_ask_for_more(run: Run) -> None:
    waits = []
    for _ in range(3):
        (told,), _ = run.round("/dead", minutes=24 * 60)
        waits.append(datetime.datetime.fromisoformat(told.again or "") - run.now)
    assert waits == [datetime.timedelta(minutes=minutes) for minutes in (5, 10, 20)]
    run.site.pages["/busy"] = (503, {"Retry-After": "7200"}, b"")
    (told,), _ = run.round("/busy")
    assert told.again == (run.now + datetime.timedelta(hours=2)).isoformat()
    run.site.put("/busy", rss(run.site, "a"), "application/rss+xml")
    run.site.put("/a", page("a"))
    assert run.round("/busy", minutes=110)[0][0].status == "waiting"
    assert run.round("/busy", minutes=11)[0][0].status == "asked"


def test_a_round_that_is_broken_off_is_gone_on_with(run: Run) -> None:
    def feed(question: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        if question.get("if-none-match"):
            return 304, {}, b""
        return 200, {"ETag": '"1"'}, rss(run.site, "a", "b", "c").encode()

    run.site.pages["/feed"] = feed
    for name in "abc":
        run.site.put(f"/{name}", page(name))
    run.broken_at = "number b"
    with pytest.raises(KeyboardInterrupt):
        run.round()
    run.broken_at = None
    (told,), pages = run.round(minutes=1)
    assert told.status == "unchanged"
    assert "new" in outcomes(pages)
    assert {entry.title for entry in run.record.reports()} == {"Docks a", "Docks b", "Docks c"}
    assert run.round(minutes=1)[1] == []


def test_a_page_that_cannot_be_read_is_told_and_its_summary_read(run: Run) -> None:
    link = f"<link>{run.site.address}/a</link>"
    summary = f"<item><title>Docks</title>{link}<description>{STORY}</description></item>"
    run.site.put("/feed", rss(run.site, summary, "b", "c"), "application/rss+xml")
    run.site.put("/robots.txt", "User-agent: *\nDisallow: /a\n", "text/plain")
    run.site.put("/b", page("b").replace("The dockers", "Norwegian: The dockers"))
    run.site.put("/c", b"%PDF", "application/pdf")
    _, pages = run.round()
    told = {one.url.removeprefix(run.site.address): one for one in pages}
    assert told["/a"].outcome is PageOutcome.NEW and "robots.txt" in (told["/a"].reason or "")
    assert told["/b"].outcome is PageOutcome.FAILED and told["/b"].reason == "It is not English."
    assert told["/c"].outcome is PageOutcome.FAILED and "application/pdf" in (told["/c"].reason or "")
    assert run.round(minutes=1)[1] == []


def test_a_page_that_is_busy_is_asked_again_later(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    run.site.put("/a", "", status=503)
    assert outcomes(run.round()[1]) == ["failed"]
    run.site.put("/a", page("a"))
    assert run.round(minutes=1)[1] == []
    assert outcomes(run.round(minutes=5)[1]) == ["new"]


def test_a_sitemap_index_is_followed(run: Run) -> None:
    run.site.put(
        "/index.xml",
        f"<sitemapindex><sitemap><loc>{run.site.address}/map.xml</loc></sitemap></sitemapindex>",
        "text/xml",
    )
    run.site.put("/map.xml", f"<urlset><url><loc>{run.site.address}/a</loc></url></urlset>", "text/xml")
    run.site.put("/a", page("a"))
    feeds, pages = run.round("/index.xml")
    assert [feed.status for feed in feeds] == ["asked", "asked"]
    assert outcomes(pages) == ["new"]
    assert run.round("/index.xml", minutes=1)[1] == []


def test_no_more_pages_in_a_round_than_wanted(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a", "b", "c"), "application/rss+xml")
    for name in "abc":
        run.site.put(f"/{name}", page(name))
    assert len(run.round(most_pages=2)[1]) == 2
    assert len(run.round(most_pages=2)[1]) == 1


def test_two_feeds_that_list_one_page_do_not_take_turns(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    run.site.put(
        "/other", rss(run.site, "a").replace("<title>Docks", "<title>The docks"), "application/rss+xml"
    )
    run.site.put("/a", page("a"))
    assert outcomes(run.round("/feed", "/other")[1]) == ["new"]
    assert run.round("/feed", "/other", minutes=1)[1] == []


def test_a_clock_that_jumps_does_not_stop_a_feed(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    run.site.put("/a", page("a"))
    run.now += datetime.timedelta(days=4000)
    run.round()
    run.site.put("/feed", "", status=500)
    run.round()
    run.now = BEGIN
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    (told,), pages = run.round()
    assert told.status == "asked"
    assert outcomes(pages) == ["known"]


def test_a_feed_that_was_refused_here_may_be_trusted_the_next_moment(run: Run) -> None:
    run.site.put("/feed", rss(run.site, "a"), "application/rss+xml")
    run.site.put("/a", page("a"))
    address = run.site.address
    follower = Follower(run.record, fetcher_for("another.example"), run.take, lambda: run.now)
    (refused,) = follower.round([Source(f"{address}/feed")])
    assert isinstance(refused, FeedTold) and "not a public address" in (refused.reason or "")
    assert refused.again is None
    assert outcomes(run.round()[1]) == ["new"]
