"""Feeds and sitemaps as files: what is in them is read, one bad item never costs the rest."""

import gzip
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from local_site import Site, fetcher_for, local_site
from parley.model import Report
from parley.reports import Taken, Unreadable, read_paths, take_in

STRIKE = (
    "The rail union said on Monday that its drivers would strike for two days if no offer came by Friday."
)
TARIFF = "The trade minister told reporters that the tariff on steel would stay until both sides had signed."
BODY = f"<article><p>{STRIKE}</p><p>{TARIFF}</p></article>"
PAGE = f"<html><head><title>Rail</title></head><body>{BODY}</body></html>"

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Valley Courier</title><link>https://courier.example/</link>
<item><title>Drivers to strike</title><link>https://courier.example/strike</link>
<guid isPermaLink="false">c-1</guid><pubDate>Mon, 02 Jun 2025 22:10:00 -0400</pubDate>
<dc:creator>Liv Moen</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<h2>Two days</h2><p>{STRIKE}</p><script>alert(1)</script>
<figure><img src="x"/><figcaption>A train.</figcaption></figure><p style="display:none">Hidden words.</p>
<p>Both sides &amp; the mediator meet again.</p>]]></content:encoded></item>
<item><title>Steel</title><link>https://courier.example/steel</link><description>{TARIFF}</description></item>
<item><title>Only a headline</title><link>https://courier.example/head</link></item>
</channel></rss>"""

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Valley Wire</title>
<entry><id>urn:1</id><title>Steel</title><link href="https://wire.example/steel"/>
<updated>2025-06-03T01:00:00Z</updated>
<published>2025-06-02T08:00:00Z</published><author><name>Jo Lind</name></author>
<content type="html">&lt;p&gt;{TARIFF}&lt;/p&gt;</content></entry></feed>"""

JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Valley Post",
        "items": [
            {
                "id": 7, "url": "https://post.example/7", "title": "Rail", "content_text": STRIKE,
                "date_published": "2025-06-02T08:00:00Z", "authors": [{"name": "Ea Dahl"}],
            },
            {"id": "8", "url": "https://post.example/8", "content_html": f"<p>{TARIFF}</p>"},
            "no item",
            {"id": "9"},
        ],
    }
)  # fmt: skip


def read(tmp_path: Path, name: str, text: str | bytes) -> list[Report | Unreadable]:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(read_paths([path]))


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed", "feed.txt"])
def test_rss(tmp_path: Path, name: str) -> None:
    full, summary, headline = read(tmp_path, name, RSS)
    assert isinstance(full, Report) and isinstance(summary, Report)
    assert full.text == f"Two days\n{STRIKE}\nBoth sides & the mediator meet again."
    assert (full.title, full.outlet, full.byline) == ("Drivers to strike", "Valley Courier", "Liv Moen")
    assert (full.published, full.url) == ("2025-06-02", "https://courier.example/strike")
    assert full.origin == f"{tmp_path / name}#c-1"
    assert [mark.kind for mark in full.furniture] == ["heading"]
    assert summary.text == TARIFF
    assert isinstance(headline, Unreadable) and headline.skipped
    assert headline.origin == "https://courier.example/head"


def test_atom(tmp_path: Path) -> None:
    (report,) = read(tmp_path, "feed.atom", ATOM)
    assert isinstance(report, Report)
    assert (report.text, report.title, report.outlet) == (TARIFF, "Steel", "Valley Wire")
    assert (report.published, report.byline) == ("2025-06-02", "Jo Lind")


def test_json_feed(tmp_path: Path) -> None:
    first, second, bare = read(tmp_path, "feed.json", JSON_FEED)
    assert isinstance(first, Report) and isinstance(second, Report)
    assert (first.text, first.outlet, first.byline) == (STRIKE, "Valley Post", "Ea Dahl")
    assert second.text == TARIFF
    assert isinstance(bare, Unreadable) and "no address" in bare.reason


def test_how_an_item_came(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS)
    first, second, _ = take_in([path])
    assert isinstance(first, Taken) and isinstance(second, Taken)
    assert first.arrival.way == "feed"
    assert first.arrival.part == "c-1"
    assert first.arrival.raw == path.read_bytes()
    assert first.arrival.digest == second.arrival.digest


@pytest.fixture
def site() -> Iterator[Site]:
    with local_site() as running:
        yield running


def test_a_sitemap_and_its_index_are_fetched(site: Site, tmp_path: Path) -> None:
    site.put("/a", PAGE)
    site.put(
        "/map.xml",
        f"<urlset><url><loc>{site.address}/a</loc></url><url><loc>{site.address}/b</loc></url></urlset>",
        "application/xml",
    )
    space = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
    listed = f"<sitemap><loc>{site.address}/map.xml</loc></sitemap>"
    index = f"<?xml version='1.0'?><sitemapindex {space}>{listed}</sitemapindex>"
    site.put("/index.xml", index, "text/xml")
    page, missing = read_paths([f"{site.address}/index.xml"], fetcher=fetcher_for(site.host))
    assert isinstance(page, Report) and page.text == f"{STRIKE}\n{TARIFF}"
    assert page.origin == page.url == f"{site.address}/a"
    assert isinstance(missing, Unreadable) and "404" in missing.reason


def test_a_news_sitemap_tells_what_the_page_does_not(site: Site) -> None:
    site.put("/a", PAGE.replace("<title>Rail</title>", ""))
    news = (
        "<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>"
        f"<url><loc>{site.address}/a</loc><news:news>"
        "<news:publication><news:name>Valley Courier</news:name></news:publication>"
        "<news:publication_date>2025-06-02T08:00:00Z</news:publication_date>"
        "<news:title>Drivers to strike</news:title></news:news></url></urlset>"
    )
    site.put("/news.xml", news, "application/xml")
    (report,) = read_paths([f"{site.address}/news.xml"], fetcher=fetcher_for(site.host))
    assert isinstance(report, Report)
    assert (report.outlet, report.title) == ("Valley Courier", "Drivers to strike")
    assert (report.published, report.published_from) == ("2025-06-02", "metadata")


def test_a_sitemap_that_lists_itself_has_an_end(site: Site) -> None:
    site.put(
        "/index.xml",
        f"<sitemapindex><sitemap><loc>{site.address}/index.xml</loc></sitemap></sitemapindex>",
        "text/xml",
    )
    found = list(read_paths([f"{site.address}/index.xml"], fetcher=fetcher_for(site.host)))
    assert [item.skipped for item in found if isinstance(item, Unreadable)] == [True]
    assert len(site.asked) < 8


def test_a_file_of_a_feed_cannot_lead_into_ones_own_network(site: Site, tmp_path: Path) -> None:
    site.put("/a", PAGE)
    path = tmp_path / "map.xml"
    path.write_text(f"<urlset><url><loc>{site.address}/a</loc></url></urlset>")
    (found,) = read_paths([path], fetcher=fetcher_for(site.host))
    assert isinstance(found, Unreadable) and "not a public address" in found.reason
    assert site.asked == []


def test_a_fetched_page_that_is_no_text(site: Site) -> None:
    site.put("/a", b"%PDF-1.4", "application/pdf")
    (found,) = read_paths([f"{site.address}/a"], fetcher=fetcher_for(site.host))
    assert isinstance(found, Unreadable) and "application/pdf" in found.reason


def test_the_charset_of_the_answer_counts(site: Site) -> None:
    body = PAGE.replace("drivers", "chauffeurs privés").encode("iso-8859-2", "replace")
    site.put("/a", body, "text/html; charset=ISO-8859-2")
    (report,) = read_paths([f"{site.address}/a"], fetcher=fetcher_for(site.host))
    assert isinstance(report, Report) and "privés" in report.text


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]><rss><channel><item><title>t</title><description>&j;</description></item></channel></rss>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<rss><channel><item><title>t</title><description>{TARIFF} &x;</description></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (LAUGHS, "defines entities"),
        (OUTSIDE, "defines entities"),
        (OUTSIDE.replace("<rss>", "<urlset>"), "defines entities"),
        (OUTSIDE.encode("utf-16"), "defines entities"),
        ("<rss><channel><title>Empty</title></channel></rss>", "lists no report"),
        ("<urlset></urlset>", "lists no page"),
        ("<urlset><url><loc>", "lists no page"),
        ("<feed", "feed is broken"),
        ('<?xml version="1.0"?><minutes/>', "no feed or sitemap"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "lists no report"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(tmp_path: Path, text: str | bytes, reason: str) -> None:
    (found,) = read(tmp_path, "feed.xml", text)
    assert isinstance(found, Unreadable)
    assert reason in found.reason and found.reason.endswith(".") and not found.skipped


def test_a_feed_that_is_cut_short_gives_what_it_has(tmp_path: Path) -> None:
    cut = RSS[: RSS.index("<item><title>Only")]
    found = read(tmp_path, "feed.xml", cut)
    assert [item.text for item in found if isinstance(item, Report)][-1] == TARIFF


@pytest.mark.parametrize(
    "text",
    [
        "<rss><channel>" + "<item>" * 20_000,
        "<rss><channel><item><description>" + "&lt;b&gt;" * 50_000 + TARIFF,
        "<urlset>" + "<url>" * 50_000,
        "<feed>" + "<!-- " * 50_000,
        "<rss " + "a='b' " * 50_000 + ">",
        "<!DOCTYPE " * 20_000,
    ],
)
def test_hostile_markup_takes_no_long_time(tmp_path: Path, text: str) -> None:
    began = time.monotonic()
    assert all(isinstance(item, Report | Unreadable) for item in read(tmp_path, "feed.xml", text))
    assert time.monotonic() - began < 10


def test_a_page_without_an_article_names_its_feed(site: Site) -> None:
    site.put(
        "/", '<html><head><link rel="alternate" type="application/atom+xml" href="news.atom"></head></html>'
    )
    (found,) = read_paths([f"{site.address}/"], fetcher=fetcher_for(site.host))
    assert isinstance(found, Unreadable)
    assert found.reason.endswith(f"The page names a feed: parley follow {site.address}/news.atom")


def test_a_feed_sent_as_who_knows_what(site: Site) -> None:
    site.put("/feed", RSS, "application/octet-stream")
    found = list(read_paths([f"{site.address}/feed"], fetcher=fetcher_for(site.host)))
    assert [item.title for item in found if isinstance(item, Report)] == ["Drivers to strike", "Steel"]


def test_packed_files(tmp_path: Path, site: Site) -> None:
    packed = gzip.compress(RSS.encode())
    for name in ("feed.xml.gz", "feed.gz"):
        found = read(tmp_path, name, packed)
        assert [item.title for item in found if isinstance(item, Report)] == ["Drivers to strike", "Steel"]
    lines = "".join(json.dumps({"text": f"{STRIKE} Number {n}."}) + "\n" for n in range(3)).encode()
    assert len(read(tmp_path, "many.jsonl.gz", gzip.compress(lines))) == 3
    *whole, broken = read(tmp_path, "cut.jsonl.gz", gzip.compress(lines * 2000)[:-20])
    assert len(whole) > 100 and isinstance(broken, Unreadable) and "broken from here on" in broken.reason
    (twice,) = read(tmp_path, "twice.gz", gzip.compress(packed))
    assert isinstance(twice, Unreadable) and "more than once" in twice.reason
    (bomb,) = read(tmp_path, "bomb.gz", gzip.compress(b"a" * (60 << 20)))
    assert isinstance(bomb, Unreadable) and "larger than 10 MB" in bomb.reason
    site.put(
        "/map.xml.gz",
        gzip.compress(f"<urlset><url><loc>{site.address}/a</loc></url></urlset>".encode()),
        "application/gzip",
    )
    site.put("/a", PAGE)
    (report,) = read_paths([f"{site.address}/map.xml.gz"], fetcher=fetcher_for(site.host))
    assert isinstance(report, Report)
