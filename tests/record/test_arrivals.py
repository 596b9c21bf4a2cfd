"""How reports came: noted once, with the bytes; versions of a page are what stood at its address."""

import hashlib
from dataclasses import replace

import pytest

from parley.model import Arrival, Paraphrase, ReadReport, Report
from parley.record import NotFound, Record

ONE, TWO = "The miners said they would meet the owners.", "The miners said they would not meet the owners."
AT = "2025-06-02T08:00:00+00:00"


def read(text: str, url: str | None = None) -> ReadReport:
    return ReadReport(
        Report(text, title=text[:10], url=url, origin=url or "a.txt"), "parley test", (), Paraphrase(0.0)
    )


def arrival(raw: bytes, url: str | None = None, way: str = "web", at: str = AT) -> Arrival:
    digest = hashlib.sha256(raw).hexdigest()
    return Arrival(way, url or "a.txt", at, raw, digest, "text/html", url, url, 200, (("etag", '"1"'),))


def test_how_a_report_came_is_kept_with_its_bytes(record: Record) -> None:
    came = arrival(b"<p>page</p>", "https://mine.example/a")
    record.add(read(ONE, came.url), came)
    (kept,) = record.arrivals("https://mine.example/a")
    assert (kept.way, kept.url, kept.status, kept.headers) == ("web", came.url, 200, (("etag", '"1"'),))
    assert (kept.at, kept.digest, kept.raw) == (AT, came.digest, True)
    assert record.raw_page(kept.digest) == b"<p>page</p>"
    with pytest.raises(NotFound, match="keeps no page"):
        record.raw_page("0" * 64)


def test_the_same_is_noted_once_and_bytes_are_kept_once(record: Record) -> None:
    came = arrival(b"<p>page</p>", "https://mine.example/a")
    for later in (
        came,
        replace(came, at="2025-06-03T08:00:00+00:00"),
        arrival(b"<p>other frame</p>", came.url),
    ):
        record.add(read(ONE, came.url), later)
    assert len(record.arrivals("https://mine.example/a")) == 1
    record.add_origin(read(ONE).report, arrival(b"<p>page</p>", "https://copy.example/b"))
    assert [kept.digest for kept in record.arrivals(read(ONE).report.id)] == [came.digest] * 2


def test_bytes_that_are_the_text_are_not_kept_twice(record: Record) -> None:
    raw = ONE.encode() + b"\n"
    record.add(read(ONE), arrival(raw, None, "file"))
    (kept,) = record.arrivals("a.txt")
    assert not kept.raw
    assert record.raw_page(kept.digest) == ONE.encode()


def test_versions_of_a_page_whatever_link_led_there(record: Record) -> None:
    links = [
        ("https://www.mine.example/talks/?utm_source=mail", ONE),
        ("http://mine.example/talks#top", TWO),
        ("https://mine.example/talks", ONE),
        ("https://mine.example/talks?page=2", TWO),
    ]
    for day, (url, text) in enumerate(links, start=1):
        record.add(read(text, url), arrival(url.encode(), url, at=f"2025-06-0{day}T08:00:00+00:00"))
    versions = [version for version in record.versions(read(ONE).report.id)]
    assert [(version.report, version.at[:10]) for version in versions] == [
        (read(ONE).report.id, "2025-06-01"),
        (read(TWO).report.id, "2025-06-02"),
        (read(ONE).report.id, "2025-06-03"),
    ]
    assert versions[0].address == "mine.example/talks"


def test_what_a_feed_says_is_no_version_of_the_page(record: Record) -> None:
    url = "https://mine.example/a"
    record.add(read(ONE, url), arrival(b"item", url, "feed"))
    record.add(read(TWO, url), arrival(b"page", url))
    assert [version.report for version in record.versions(read(TWO).report.id)] == [read(TWO).report.id]


def test_a_report_without_an_address_has_no_versions(record: Record) -> None:
    record.add(read(ONE), arrival(b"x", None, "file"))
    assert record.versions(read(ONE).report.id) == []
    assert record.gone_since(read(ONE).report.id) is None


def test_a_report_added_without_its_arrival_has_none(record: Record) -> None:
    record.add(read(ONE))
    assert record.arrivals(read(ONE).report.id) == []


def test_bytes_that_no_text_can_hold(record: Record) -> None:
    came = replace(
        arrival(bytes(range(256)), "https://mine.example/a"), origin="a\udcff", headers=(("x", "\udcff"),)
    )
    record.add(read(ONE), came)
    (kept,) = record.arrivals(read(ONE).report.id)
    assert record.raw_page(kept.digest) == bytes(range(256))
