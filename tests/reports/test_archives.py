"""Web archives: their pages are read, with address, time and headers; what is broken costs itself only."""

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from parley.reports import Taken, Unreadable, take_in

STORY = (
    "The two ministries said on Tuesday that the convoy would cross the river under a white flag. "
    "“We have agreed on the hour,” the deputy minister, Oda Brekke, told reporters, statement {}."
)


def page(number: int) -> bytes:
    body = f"<article><p>{STORY.format(number)}</p></article>"
    return f"<html><head><title>Convoy {number}</title></head><body>{body}</body></html>".encode()


def record(url: str, body: bytes, headers: dict[str, str]) -> bytes:
    status = headers.pop("status", "200 OK")
    sent = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    block = f"HTTP/1.1 {status}\r\n{sent}\r\n".encode() + body
    about = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-06-03T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return about.encode() + block + b"\r\n\r\n"


def archive(*records: tuple[str, bytes, dict[str, str]], packed: bool = True) -> bytes:
    plain = [record(*one) for one in records]
    return b"".join(gzip.compress(one, mtime=0) for one in plain) if packed else b"".join(plain)


def three(packed: bool = True) -> bytes:
    kind = {"Content-Type": "text/html; charset=utf-8"}
    return archive(*((f"https://courier.example/{n}", page(n), dict(kind)) for n in range(3)), packed=packed)


def read(tmp_path: Path, name: str, data: bytes) -> list[Taken | Unreadable]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(take_in([path]))


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc", "crawl", "crawl.txt"])
def test_the_pages_of_an_archive(tmp_path: Path, name: str, packed: bool) -> None:
    found = read(tmp_path, name, three(packed))
    assert all(isinstance(item, Taken) for item in found)
    taken = [item for item in found if isinstance(item, Taken)]
    assert [item.report.title for item in taken] == ["Convoy 0", "Convoy 1", "Convoy 2"]
    first = taken[0]
    assert first.report.url == "https://courier.example/0"
    assert first.report.origin == f"{tmp_path / name}#https://courier.example/0"
    assert first.report.retrieved == "2025-06-03T08:00:00Z"
    assert (first.arrival.way, first.arrival.status, first.arrival.raw) == ("archive", 200, page(0))
    assert ("content-type", "text/html; charset=utf-8") in first.arrival.headers


def test_an_archive_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Standard:
        buffer = io.BytesIO(three())

    monkeypatch.setattr("sys.stdin", Standard)
    assert sum(isinstance(item, Taken) for item in take_in(["-"])) == 3


def test_what_is_no_page_is_left_out_and_counted(tmp_path: Path) -> None:
    data = archive(
        ("https://courier.example/a.png", b"\x89PNG", {"Content-Type": "image/png"}),
        ("https://courier.example/gone", page(9), {"Content-Type": "text/html", "status": "404 Not Found"}),
        (
            "https://courier.example/",
            b"<html><body><nav>Home</nav></body></html>",
            {"Content-Type": "text/html"},
        ),
        ("https://courier.example/1", page(1), {"Content-Type": "text/html"}),
    )
    home, story, rest = read(tmp_path, "crawl.warc.gz", data)
    assert isinstance(home, Unreadable) and home.skipped and "No article" in home.reason
    assert isinstance(story, Taken)
    assert isinstance(rest, Unreadable) and rest.skipped and "2 records" in rest.reason


def test_packed_and_chunked_pages(tmp_path: Path) -> None:
    chunks = (
        b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (page(2)[:100], page(2)[100:]))
        + b"0\r\n\r\n"
    )
    data = archive(
        (
            "https://courier.example/1",
            gzip.compress(page(1)),
            {"Content-Type": "text/html", "Content-Encoding": "gzip"},
        ),
        ("https://courier.example/2", chunks, {"Content-Type": "text/html", "Transfer-Encoding": "chunked"}),
        ("https://courier.example/3", page(3), {"Content-Type": "text/html", "Content-Encoding": "gzip"}),
    )
    found = read(tmp_path, "crawl.warc.gz", data)
    assert [item.report.title for item in found if isinstance(item, Taken)] == [
        "Convoy 1",
        "Convoy 2",
        "Convoy 3",
    ]


@pytest.mark.parametrize(
    ("data", "read_before"),
    [
        (three()[:-40], 2),
        (three()[: len(three()) // 2], 1),
        (three(packed=False)[:-40], 2),
        (three()[:500] + b"\0" * 50 + three()[550:], 0),
        (b"WARC/1.0\r\nbroken", 0),
        (gzip.compress(b"no archive", mtime=0), 0),
        (gzip.compress(b"", mtime=0), 0),
        (b"", 0),
    ],
)
def test_a_broken_archive_gives_what_came_before(
    tmp_path: Path, data: bytes, read_before: int, capfd: pytest.CaptureFixture[str]
) -> None:
    found = read(tmp_path, "crawl.warc.gz", data)
    assert sum(isinstance(item, Taken) for item in found) >= read_before
    broken = [item for item in found if isinstance(item, Unreadable)]
    assert broken and all(item.reason.endswith(".") for item in broken)
    assert not all(item.skipped for item in broken)
    assert capfd.readouterr() == ("", "")


def test_a_page_that_unpacks_without_end(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * (40 << 20))
    data = archive(
        ("https://courier.example/bomb", bomb, {"Content-Type": "text/html", "Content-Encoding": "gzip"}),
        ("https://courier.example/1", page(1), {"Content-Type": "text/html"}),
    )
    bad, good = read(tmp_path, "crawl.warc.gz", data)
    assert isinstance(bad, Unreadable) and "unpacks to more" in bad.reason
    assert isinstance(good, Taken)


def test_an_archive_that_unpacks_without_end(tmp_path: Path) -> None:
    found = read(tmp_path, "crawl.warc.gz", gzip.compress(b"WARC/1.0\r\n" + b"x" * (60 << 20)))
    assert all(isinstance(item, Unreadable) for item in found)


def wacz(**members: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("datapackage.json", b"{}")
        for name, data in members.items():
            packed.writestr(f"archive/{name}.warc.gz", data)
    return out.getvalue()


def test_a_packed_archive(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        "crawl.wacz",
        wacz(one=three(), two=archive(("https://b.example/9", page(9), {"Content-Type": "text/html"}))),
    )
    taken = [item for item in found if isinstance(item, Taken)]
    assert [item.report.title for item in taken] == ["Convoy 0", "Convoy 1", "Convoy 2", "Convoy 9"]
    assert (
        taken[0].report.origin == f"{tmp_path / 'crawl.wacz'}#archive/one.warc.gz#https://courier.example/0"
    )


@pytest.mark.parametrize("data", [wacz(), wacz(one=three())[:-200], b"PK\x03\x04 no zip", b""])
def test_a_broken_packed_archive(tmp_path: Path, data: bytes) -> None:
    (found,) = read(tmp_path, "crawl.wacz", data)
    assert isinstance(found, Unreadable) and found.reason.endswith(".")


def test_one_broken_part_never_costs_the_others(tmp_path: Path) -> None:
    data = bytearray(
        wacz(one=three(), two=archive(("https://b.example/9", page(9), {"Content-Type": "text/html"})))
    )
    at = data.index(b"\x1f\x8b") + 30
    data[at : at + 20] = b"\0" * 20
    found = read(tmp_path, "crawl.wacz", bytes(data))
    assert [item.report.title for item in found if isinstance(item, Taken)][-1] == "Convoy 9"
    assert any(isinstance(item, Unreadable) and not item.skipped for item in found)
