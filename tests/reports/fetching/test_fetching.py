"""Fetching, from a site on this machine that the tests name as trusted."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator

import pytest

from local_site import Site, fetcher_for, local_site
from parley.reports.fetching import (
    AddressPolicy,
    Busy,
    Fetcher,
    FetchFailed,
    Forbidden,
    Gone,
    Limits,
    Pauses,
    Unreachable,
    Validators,
)

PAGE = "<html><body><p>The pilots and the airline met.</p></body></html>"


@pytest.fixture
def site() -> Iterator[Site]:
    with local_site() as running:
        yield running


def test_a_page_with_its_headers(site: Site) -> None:
    site.put("/pilots", PAGE, ETag='"one"')
    page = fetcher_for(site.host).fetch(f"{site.address}/pilots#top")
    assert page.body == PAGE.encode()
    assert (page.status, page.media_type, page.header("etag")) == (200, "text/html", '"one"')
    assert page.final_url == f"{site.address}/pilots"
    assert page.at.endswith("+00:00")
    assert site.asked == ["/robots.txt", "/pilots"]


def test_a_page_that_has_not_changed(site: Site) -> None:
    def answer(question: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        known = question.get("if-none-match"), question.get("if-modified-since")
        return (304, {}, b"") if known == ('"one"', "Mon, 02 Jun 2025 08:00:00 GMT") else (200, {}, b"new")

    site.pages["/pilots"] = answer
    fetcher = fetcher_for(site.host)
    assert fetcher.fetch(f"{site.address}/pilots").body == b"new"
    known = Validators('"one"', "Mon, 02 Jun 2025 08:00:00 GMT")
    assert fetcher.fetch(f"{site.address}/pilots", known).unchanged


def test_nothing_of_this_machine_is_fetched_on_its_own(site: Site) -> None:
    site.put("/pilots", PAGE)
    with pytest.raises(Forbidden, match="not a public address"):
        Fetcher().fetch(f"{site.address}/pilots")
    assert site.asked == []


def test_a_trusted_host_is_not_fetched_because_another_page_names_it(site: Site) -> None:
    site.put("/pilots", PAGE)
    fetcher = fetcher_for(site.host)
    with pytest.raises(Forbidden, match="not a public address"):
        fetcher.fetch(f"{site.address}/pilots", listed_by="https://elsewhere.example/feed")
    assert fetcher.fetch(f"{site.address}/pilots", listed_by=f"{site.address}/feed").body


@pytest.mark.parametrize(
    "target",
    [
        "http://localhost:9/",
        "http://[::1]:9/",
        "http://127.1:9/",
        "http://0x7f000001:9/",
        "http://169.254.169.254/",
    ],
)
def test_a_redirect_into_ones_own_network_is_refused(site: Site, target: str) -> None:
    site.put("/pilots", "", status=302, Location=target)
    with pytest.raises(Forbidden, match="not a public address"):
        fetcher_for(site.host).fetch(f"{site.address}/pilots")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.1/", "gopher://x.example/", "javascript:0"]
)
def test_a_redirect_to_what_is_not_the_web_is_refused(site: Site, target: str) -> None:
    site.put("/pilots", "", status=301, Location=target)
    with pytest.raises(Forbidden, match="Only http and https"):
        fetcher_for(site.host).fetch(f"{site.address}/pilots")


def test_the_address_that_was_checked_is_the_one_connected_to(site: Site) -> None:
    """A name server that changes its answer after the check is not asked again."""
    site.put("/pilots", PAGE)
    port = int(site.host.partition(":")[2])
    answers = iter([["127.0.0.1"], ["127.0.0.1"], ["203.0.113.7"]])
    policy = AddressPolicy(frozenset({f"airline.example:{port}"}), lambda host, port: next(answers))
    page = Fetcher(policy, None, Pauses(0)).fetch(f"http://airline.example:{port}/pilots")
    assert page.body == PAGE.encode()
    assert site.questions[-1]["host"] == f"airline.example:{port}"


def test_a_name_with_one_private_address_among_others_is_refused() -> None:
    policy = AddressPolicy(resolve=lambda host, port: ["93.184.216.34", "10.0.0.8"])
    with pytest.raises(Forbidden, match=r"10\.0\.0\.8"):
        Fetcher(policy).fetch("http://airline.example/pilots")


def test_redirects_are_followed_so_far_and_no_further(site: Site) -> None:
    site.put("/old", "", status=301, Location="/new")
    site.put("/new", "", status=308, Location=f"{site.address}/newest")
    site.put("/newest", PAGE)
    page = fetcher_for(site.host).fetch(f"{site.address}/old")
    assert (page.url, page.final_url) == (f"{site.address}/old", f"{site.address}/newest")
    assert page.moved_to == f"{site.address}/newest"
    site.put("/round", "", status=302, Location="/round")
    with pytest.raises(Unreachable, match="more than 5 times"):
        fetcher_for(site.host).fetch(f"{site.address}/round")


def test_a_redirect_for_now_does_not_move_the_page(site: Site) -> None:
    site.put("/old", "", status=302, Location="/new")
    site.put("/new", PAGE)
    assert fetcher_for(site.host).fetch(f"{site.address}/old").moved_to is None


@pytest.mark.parametrize("status", [404, 410])
def test_a_page_that_is_gone(site: Site, status: int) -> None:
    site.put("/pilots", "gone", status=status)
    with pytest.raises(Gone, match=f"status {status}"):
        fetcher_for(site.host).fetch(f"{site.address}/pilots")


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "120"}, 120.0),
        ({"Retry-After": "Mon, 02 Jun 2025 08:05:00 GMT", "Date": "Mon, 02 Jun 2025 08:00:00 GMT"}, None),
        ({"Retry-After": "soon"}, None),
        ({}, None),
    ],
)
def test_a_site_that_asks_for_patience(site: Site, headers: dict[str, str], wait: float | None) -> None:
    site.pages["/pilots"] = (429, headers, b"")
    with pytest.raises(Busy) as caught:
        fetcher_for(site.host).fetch(f"{site.address}/pilots")
    assert caught.value.status == 429
    if headers.get("Retry-After", "").startswith("Mon"):
        assert caught.value.retry_after is not None and caught.value.retry_after >= 0
    else:
        assert caught.value.retry_after == wait


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /inside/*.html$\nCrawl-delay: 2\n", "text/plain")
    site.put("/inside/a.html", PAGE)
    site.put("/b", PAGE)
    site.put("/c", PAGE)
    waits: list[float] = []
    fetcher = Fetcher(AddressPolicy(frozenset({site.host})), None, Pauses(0.5, lambda: 0.0, waits.append))
    with pytest.raises(Forbidden, match="asks programs not to read"):
        fetcher.fetch(f"{site.address}/inside/a.html")
    fetcher.fetch(f"{site.address}/b")
    fetcher.fetch(f"{site.address}/c")
    assert site.asked == ["/robots.txt", "/b", "/c"]
    assert waits == [2.0, 2.0]


def test_a_site_whose_robots_cannot_be_read_is_left_alone(site: Site) -> None:
    site.put("/robots.txt", "", status=500)
    site.put("/pilots", PAGE)
    with pytest.raises(Unreachable, match="left alone"):
        fetcher_for(site.host).fetch(f"{site.address}/pilots")
    assert "/pilots" not in site.asked


def test_robots_hold_after_a_redirect_too(site: Site) -> None:
    site.put("/robots.txt", "User-agent: parley\nDisallow: /inside\n", "text/plain")
    site.put("/a", "", status=302, Location="/inside")
    site.put("/inside", PAGE)
    with pytest.raises(Forbidden, match=r"robots\.txt"):
        fetcher_for(site.host).fetch(f"{site.address}/a")


SMALL = Limits(bytes_sent=2 << 20, bytes_unpacked=3 << 20, seconds=0.7)


@pytest.mark.parametrize(
    ("body", "encoding", "reason"),
    [
        (b"x" * (3 << 20), "identity", "larger than 2 MB"),
        (gzip.compress(b"\0" * (50 << 20), mtime=0), "gzip", "unpacks to more than 3 MB"),
        (zlib.compress(b"\0" * (50 << 20)), "deflate", "unpacks to more than 3 MB"),
        (gzip.compress(b"a page of words", mtime=0)[:-9], "gzip", "cut short"),
        (b"no gzip at all", "gzip", "packed wrongly"),
        (b"anything", "br", "did not ask for"),
        (gzip.compress(b"x", mtime=0), "gzip, gzip", "did not ask for"),
    ],
)
def test_an_answer_that_is_too_much_or_broken(site: Site, body: bytes, encoding: str, reason: str) -> None:
    site.put("/big", body, Content_Encoding=encoding)
    with pytest.raises(Unreachable, match=reason):
        fetcher_for(site.host, limits=SMALL).fetch(f"{site.address}/big")


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(b"first ", mtime=0) + gzip.compress(b"second", mtime=0), "gzip"),
        (zlib.compress(b"first second"), "deflate"),
        (zlib.compress(b"first second")[2:-4], "deflate"),
        (b"first second", ""),
    ],
)
def test_an_answer_is_unpacked(site: Site, body: bytes, encoding: str) -> None:
    site.put("/packed", body, Content_Encoding=encoding)
    assert fetcher_for(site.host).fetch(f"{site.address}/packed").body == b"first second"


def dripping() -> socket.socket:
    """A server that sends a byte now and then and never ends."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = listening.accept()
        try:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
            for _ in range(200):
                connection.sendall(b"x")
                time.sleep(0.05)
        except OSError:
            connection.close()

    threading.Thread(target=serve, daemon=True).start()
    return listening


def test_the_time_counts_as_a_whole_and_not_from_byte_to_byte() -> None:
    with dripping() as listening:
        host = f"127.0.0.1:{listening.getsockname()[1]}"
        began = time.monotonic()
        with pytest.raises(Unreachable, match=r"too long|longer than"):
            fetcher_for(host, limits=SMALL).fetch(f"http://{host}/robots.txt")
        assert time.monotonic() - began < 5


def test_a_name_server_that_never_answers_does_not_hold_us() -> None:
    policy = AddressPolicy(resolve=lambda host, port: time.sleep(3) or [])
    began = time.monotonic()
    with pytest.raises(Unreachable, match="longer than"):
        Fetcher(policy, Limits(seconds=0.2)).fetch("http://airline.example/")
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "url",
    [
        "ftp://airline.example/a",
        "airline.example/a",
        "http://user:word@airline.example/",
        "http://airline.example@127.0.0.1/",
        "http:///a",
        "http://airline.example:99999/",
        "http://[::1/",
        "http://air line.example/",
        "http://airline.example/\r\nHost: other",
        "http://airline.example\\@127.0.0.1/",
        "http://" + "a" * 5000,
        "file:///etc/passwd",
    ],
)
def test_what_is_no_web_address(url: str) -> None:
    with pytest.raises(Forbidden):
        fetcher_for("127.0.0.1").fetch(url)


def test_every_failure_is_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        host = f"127.0.0.1:{listening.getsockname()[1]}"
    with pytest.raises(FetchFailed) as caught:
        fetcher_for(host).fetch(f"http://{host}/")
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")
