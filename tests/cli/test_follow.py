"""`parley follow` and what `parley show` tells of versions, with a site on this machine."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import CommandLine
from local_site import Site, fetcher_for, local_site
from parley.cli import read as read_module
from parley.cli.reading_run import Reader
from parley.model import Paraphrase, ReadReport, Report
from parley.record import open_record

STORY = "The fishers said on Monday that they would land no herring before the quota had been signed."


def page(words: str = STORY) -> str:
    return f"<html><head><title>Herring</title></head><body><article><p>{words}</p></article></body></html>"


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def read(report: Report) -> ReadReport:
        return ReadReport(report, "parley test", (), Paraphrase(0.0))

    monkeypatch.setattr(read_module, "load_reader", lambda: Reader("parley test", read))
    monkeypatch.setattr("parley.cli.follow.load_fetcher", lambda trusted: fetcher_for(*trusted))
    monkeypatch.setenv("PARLEY_DOSSIERS", str(tmp_path / "dossiers"))
    monkeypatch.delenv("PARLEY_DOSSIER", raising=False)


@pytest.fixture
def site() -> Iterator[Site]:
    with local_site() as running:
        items = f"<item><title>Herring</title><link>{running.address}/a</link></item>"
        running.put(
            "/feed", f"<rss><channel><title>Coast</title>{items}</channel></rss>", "application/rss+xml"
        )
        running.put("/a", page())
        yield running


def test_a_round_is_told_by_feed(terminal: CommandLine, site: Site) -> None:
    feeds = [f"{site.address}/feed", f"{site.address}/dead"]
    shown = terminal.run("follow", *feeds, "--once", "--trust-host", site.host)
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert lines[0].split() == ["STATUS", "LISTED", "NEW", "UPDATED", "GONE", "FAILED", "FEED", "REMARK"]
    told = {line.split()[6].rpartition("/")[2]: line.split() for line in lines[1:]}
    assert told["feed"][:6] == ["asked", "1", "1", "0", "0", "0"]
    assert told["dead"][0] == "failed" and "404" in " ".join(told["dead"])
    assert f"new: {site.address}/a" in shown.stderr
    again = terminal.run("follow", "--once", "--trust-host", site.host, "--format", "jsonl")
    found = [json.loads(line) for line in again.stdout.splitlines()]
    assert {(one["type"], one["status"]) for one in found} == {("feed", "asked"), ("feed", "waiting")}


def test_versions_and_what_changed(terminal: CommandLine, site: Site) -> None:
    follow = ("follow", f"{site.address}/feed", "--once", "--recheck", "--trust-host", site.host)
    terminal.run(*follow)
    site.put("/a", page(STORY.replace("Monday", "Tuesday")))
    assert "updated: " in terminal.run(*follow).stderr
    with open_record(terminal.record) as record:
        first, second = (entry.id for entry in record.reports())
        versions = [version.report for version in record.versions(first)]
    assert {first, second} == set(versions)
    shown = terminal.run("show", versions[1], "--versions")
    assert [line.split()[1] for line in shown.stdout.splitlines()] == ["REPORT", *versions]
    diff = terminal.run("show", versions[1], "--diff")
    assert diff.exit_code == 0
    assert "said on [-Monday-] {+Tuesday+} that" in diff.stdout
    assert terminal.run("show", versions[0], "--diff").stdout == diff.stdout
    (change,) = json.loads(terminal.run("show", versions[1], "--diff", "--format", "json").stdout)
    assert change["before"]["report"] == versions[0] and "Tuesday" in change["after"]["text"]
    old = terminal.run("show", versions[0])
    assert f"Its page was changed: {versions[1]} is what it said" in old.stderr
    site.put("/a", "", status=404)
    terminal.run(*follow)
    assert "Its page was no longer there on" in terminal.run("show", versions[1]).stderr
    assert terminal.run("show", versions[1], "--raw").stdout_bytes.startswith(b"<html>")
    (arrival,) = json.loads(terminal.run("show", versions[1], "--arrivals", "--format", "json").stdout)
    assert (arrival["way"], arrival["url"], arrival["raw"]) == ("web", f"{site.address}/a", True)


def test_a_report_that_has_one_version(terminal: CommandLine, tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY)
    terminal.run("read", str(story))
    shown = terminal.run("show", "story.txt", "--diff")
    assert (shown.exit_code, "only one version" in shown.stderr) == (1, True)
    assert "no web address" in terminal.run("show", "story.txt", "--versions").stderr
    assert terminal.run("show", "story.txt", "--raw").stdout == STORY


def test_the_feeds_of_a_dossier(terminal: CommandLine, site: Site, tmp_path: Path) -> None:
    (tmp_path / "dossiers").mkdir()
    dossier = tmp_path / "dossiers" / "coast.toml"
    dossier.write_text(f'[[feeds]]\nurl = "{site.address}/feed"\noutlet = "Coast Courier"\n')
    assert terminal.run("follow", "coast", "--once", "--trust-host", site.host).exit_code == 0
    with open_record(terminal.record) as record:
        (entry,) = record.reports()
    assert entry.outlet == "Coast Courier"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--once"], "There is no feed to follow"),
        (["--every", "soon"], "write 15m or 2h"),
        (["--every", "1s"], "a minute or more"),
        (["nothing", "--once"], "There is no dossier at"),
    ],
)
def test_what_cannot_be_followed(terminal: CommandLine, arguments: list[str], words: str) -> None:
    shown = terminal.run("follow", *arguments)
    assert shown.exit_code != 0
    assert words in shown.stderr


FOLLOWING = """
import sys
from parley.following import Follower, Source
from parley.model import Paraphrase, ReadReport
from parley.record import open_record
from parley.reports.fetching import AddressPolicy, Fetcher, Pauses

place, address = sys.argv[1:]
with open_record(place) as record:
    def take(taken):
        record.add(ReadReport(taken.report, "parley test", (), Paraphrase(0.0)), taken.arrival)
        return taken.report.id
    fetcher = Fetcher(AddressPolicy(frozenset([address.removeprefix("http://")])), None, Pauses(0))
    for told in Follower(record, fetcher, take).round([Source(address + "/feed")]):
        pass
print("done")
"""


def test_nothing_is_lost_when_it_is_killed(tmp_path: Path, site: Site) -> None:
    """Killed again and again between two questions; each page is there once in the end."""
    names = [f"p{number}" for number in range(12)]
    items = "".join(f"<item><link>{site.address}/{name}</link></item>" for name in names)
    feed = f"<rss><channel><title>Coast</title>{items}</channel></rss>".encode()

    def answer(question: dict[str, str]) -> tuple[int, dict[str, str], bytes]:
        return (304, {}, b"") if question.get("if-none-match") else (200, {"ETag": '"1"'}, feed)

    site.pages["/feed"] = answer
    for name in names:
        site.put(f"/{name}", page(f"{STORY} This is page {name}."))
    place = tmp_path / "record.db"
    for _ in range(4):
        wanted = len(site.asked) + 5
        process = subprocess.Popen(
            [sys.executable, "-c", FOLLOWING, str(place), site.address],
            stdout=subprocess.PIPE,
            env=os.environ,
        )
        while process.poll() is None and len(site.asked) < wanted:
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    last = subprocess.run([sys.executable, "-c", FOLLOWING, str(place), site.address], capture_output=True)
    assert last.stdout == b"done\n"
    with open_record(place) as record:
        assert sorted(
            entry.origin.rpartition("/")[2] for entry in record.reports() if entry.origin
        ) == sorted(names)
        assert all(len(record.arrivals(entry.id)) == 1 for entry in record.reports())
