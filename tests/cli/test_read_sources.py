"""`parley read` of feeds, folders and web addresses, with a reader made by hand."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import CommandLine
from local_site import Site, local_site
from parley.cli import read as read_module
from parley.cli.reading_run import Reader
from parley.model import Paraphrase, ReadReport, Report
from parley.record import open_record

STORY = "The growers said on Monday that they would sell no cocoa until the floor price had been agreed."
PAGE = f"<html><head><title>Cocoa</title></head><body><article><p>{STORY}</p></article></body></html>"


@pytest.fixture(autouse=True)
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(report: Report) -> ReadReport:
        return ReadReport(report, "parley test", (), Paraphrase(0.0))

    monkeypatch.setattr(read_module, "load_reader", lambda: Reader("parley test", read))


@pytest.fixture
def site() -> Iterator[Site]:
    with local_site() as running:
        yield running


def origins(output: str) -> list[str]:
    return [json.loads(line)["origin"] for line in output.splitlines()]


def test_a_folder_with_files_of_other_kinds_is_no_failure(terminal: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "march"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page_files" / "advert.html").write_text("<html>Buy</html>")
    (folder / "page.html").write_text(PAGE)
    (folder / "figures.csv").write_text("a,b")
    (folder / ".hidden").write_text("x")
    shown = terminal.run("read", str(folder), "--format", "jsonl")
    assert shown.exit_code == 0
    assert origins(shown.stdout) == [str(folder / "page.html")]
    assert "figures.csv: Parley does not read .csv files" in shown.stderr
    assert "page_files: It holds the parts of a saved page" in shown.stderr
    (folder / "page.html").unlink()
    assert terminal.run("read", str(folder)).exit_code == 1


def test_a_page_of_the_web_keeps_how_it_came(terminal: CommandLine, site: Site) -> None:
    site.put("/cocoa", PAGE, ETag='"7"')
    address = f"{site.address}/cocoa"
    shown = terminal.run("read", address, "--trust-host", site.host, "--format", "jsonl")
    assert shown.exit_code == 0
    assert f"Fetched although they are not public: {site.host}." in shown.stderr
    with open_record(terminal.record) as record:
        (arrival,) = record.arrivals(address)
        assert (arrival.way, arrival.url, arrival.status) == ("web", address, 200)
        assert ("etag", '"7"') in arrival.headers
        assert record.raw_page(arrival.digest) == PAGE.encode()
    again = terminal.run("read", address, "--trust-host", site.host)
    assert "Read 1 report, 0 new." in again.stderr
    with open_record(terminal.record) as record:
        assert len(record.arrivals(address)) == 1


def test_a_private_page_is_refused_unless_its_host_is_trusted(terminal: CommandLine, site: Site) -> None:
    site.put("/cocoa", PAGE)
    shown = terminal.run("read", f"{site.address}/cocoa")
    assert shown.exit_code == 1
    assert "not a public address" in shown.stderr
    assert site.asked == []


def test_nothing_is_fetched_where_nobody_wants_it(terminal: CommandLine, site: Site, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(
        f"<rss><channel><item><title>Cocoa</title><description>{STORY}</description></item>"
        f"<item><title>More</title><link>{site.address}/more</link></item></channel></rss>"
    )
    shown = terminal.run("read", str(feed), "--no-fetch", "--trust-host", site.host, "--format", "jsonl")
    assert (shown.exit_code, len(origins(shown.stdout))) == (0, 1)
    assert "/more: The list gives its address and no text" in shown.stderr
    assert site.asked == []
