"""Killing what brings a record in and out: `parley follow`, `parley import`, `parley export record`.

The commands are the real ones; what follows feeds reads each page with a reader that knows no language, so
that most of the time goes into what is tried: fetching, and writing to the record.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bench.fault_trials import Lost, Trial, kill_after, say, start
from parley.model import Paraphrase, ReadReport, Report, Span, Speech, Statement
from parley.record import Record, open_record
from parley.reports.page_address import page_address

_LINKED = 5
"""Pages that the feed only names, so that each is fetched."""

_CARRIED = 4
"""Items that the feed carries with all their words."""


class _Site:
    """A feed and its pages on this machine, each of which may be changed.

    Attributes:
        address: where it is.
        first: what its stories are counted from, so that those of no two sites are the same.
        edition: how often each story was changed.
    """

    def __init__(self, address: str, first: int) -> None:
        self.address = address
        self.first = first
        self.edition = [0] * (_LINKED + _CARRIED)

    def words(self, story: int) -> str:
        """What a story says now."""
        number = self.first + story
        return (
            f"The ferry union met the port on day {number}. Its leader said on Monday that berth {number} "
            f"would open after vote {self.edition[story]}, and that no crew would sail before it was held."
        )

    def link(self, story: int) -> str:
        """The address of a story."""
        return f"{self.address}/story-{story}"

    def answer(self, path: str) -> str | None:
        """The feed, or a page."""
        if path == "/feed":
            items = "".join(map(self._item, range(_LINKED + _CARRIED)))
            return f'<rss xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>{items}</channel></rss>'
        name, _, story = path.partition("-")
        if name != "/story":
            return None
        words = f"<article><p>{self.words(int(story))}</p></article>"
        return f"<html><head><title>Berths</title></head><body>{words}</body></html>"

    def _item(self, story: int) -> str:
        # The title changes with the story, as that of a live one does: that is how a feed tells of an update.
        title = f"Berth {self.first + story}, vote {self.edition[story]}"
        carried = f"<c:encoded>&lt;p&gt;{self.words(story)}&lt;/p&gt;</c:encoded>" if story >= _LINKED else ""
        return f"<item><title>{title}</title><link>{self.link(story)}</link>{carried}</item>"


@contextmanager
def _site(first: int) -> Iterator[_Site]:
    site = _Site("", first)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = site.answer(self.path)
            data = (body or "nothing here").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "application/rss+xml" if self.path == "/feed" else "text/html")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def command(*words: str) -> None:
    """A process that says when it is ready, and then is a command of Parley."""
    from parley.cli import follow, read
    from parley.cli.program import parley
    from parley.cli.reading_run import Reader
    from parley.reports.fetching import AddressPolicy, Fetcher, Pauses

    def unhurried(trusted: tuple[str, ...]) -> Fetcher:
        return Fetcher(AddressPolicy(frozenset(trusted)), None, Pauses(0.0))

    # In the child process only: a local site needs no pauses, and nothing here reads language.
    follow.load_fetcher = unhurried  # type: ignore[attr-defined]
    read.load_reader = lambda: Reader("faults 1", _read)
    say("ready")
    parley.main(list(words))


def _read(report: Report) -> ReadReport:
    """One statement: all of the report."""
    whole = (Span(0, len(report.text)),)
    return ReadReport(
        report,
        "faults 1",
        (Statement(whole, 0.9, "faults", Speech.INDIRECT, None, None, whole),),
        Paraphrase(0.0),
    )


def kill_while_following(trial: Trial) -> str:
    """Kill `parley follow` in two rounds, between which stories change; the third must find all there is."""
    with _site(trial.numbers(_LINKED + _CARRIED)) as site:
        read = _killed_round(trial, site)
        for story in trial.chance.sample(range(_LINKED + _CARRIED), 4):
            site.edition[story] += 1
        read += _killed_round(trial, site)
        process = start("command", *_following(trial, site))
        ending = process.communicate(timeout=120)[0]
        if process.returncode:
            raise Lost(f"a round of following ended with {process.returncode} and said {ending[-300:]}")
        with open_record(trial.place, create=False) as record:
            _all_is_there(record, site)
    return f"killed after {read} pages in two rounds"


def _following(trial: Trial, site: _Site) -> tuple[str, ...]:
    host = site.address.removeprefix("http://")
    asked = ("follow", f"{site.address}/feed", "--once", "--recheck", "--format", "jsonl")
    return (*asked, "--trust-host", host, "--record", str(trial.place))


def _killed_round(trial: Trial, site: _Site) -> int:
    """How many pages were told of before the end came; what was told of must have been kept."""
    said = kill_after(start("command", *_following(trial, site)), trial.chance.uniform(0, 2))
    told = [json.loads(line) for line in said if line.startswith("{") and line.endswith("}")]
    reports = {one["report"] for one in told if one.get("report")}
    trial.read |= reports
    return len(reports)


def _all_is_there(record: Record, site: _Site) -> None:
    """Make sure that each story is kept as it is now, whole, with how it came, and nothing waits."""
    if record.followed_pages(f"{site.address}/feed", pending=True):
        raise Lost("a page still waits after a whole round")
    for story in range(_LINKED + _CARRIED):
        address = page_address(site.link(story)) or ""
        texts = record.versions_at(address, by_feed=story >= _LINKED)
        if not 1 <= len(texts) <= 1 + site.edition[story]:
            raise Lost(f"story {story} has {len(texts)} versions after {site.edition[story]} changes")
        last = record.report(texts[-1]).read
        if site.words(story) not in last.report.text or not last.statements:
            raise Lost(f"story {story} is not as it stands on its page")
        if not all(record.raw_page(one.digest) for one in record.arrivals(texts[-1])):
            raise Lost(f"story {story} has no raw page")


def kill_while_importing(trial: Trial) -> str:
    """Kill `parley import`; its record must be empty or whole, and take it all in afterwards."""
    file, place = trial.place.with_suffix(".whole.jsonl"), trial.place.with_suffix(".copy.db")
    file.write_text("".join(json.dumps(line) + "\n" for line in _dumped(trial.place)))
    words = ("command", "import", str(file), "--record", str(place))
    kill_after(start(*words), trial.chance.uniform(0, 0.6))
    with open_record(place) as record:
        before = len(record.reports())
    if not before:
        process = start(*words)
        said = process.communicate(timeout=120)[0]
        if process.returncode:
            raise Lost(f"a killed import cannot be done again: {said[-300:]}")
    if _dumped(place)[1:] != _dumped(trial.place)[1:]:
        raise Lost("an imported record is not the one that was exported")
    _is_whole(place)
    for path in place.parent.glob(f"{place.name}*"):
        path.unlink()
    return f"killed with {before} reports taken in, then all"


def _dumped(place: Path) -> list[Any]:
    with open_record(place) as record:
        return list(record.dump())


def _is_whole(place: Path) -> None:
    connection = sqlite3.connect(place)
    answer = connection.execute("PRAGMA integrity_check").fetchall()
    connection.close()
    if answer != [("ok",)]:
        raise Lost(f"integrity_check of an imported record: {answer[:3]}")


def kill_while_exporting(trial: Trial) -> str:
    """Kill `parley export record`; the file must be the one from before, or whole."""
    file = trial.place.with_suffix(".export.jsonl")
    old = trial.chance.choice([None, "what was there before\n"])
    if old:
        file.write_text(old)
    right = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in _dumped(trial.place))
    words = ("command", "export", "record", str(file), "--record", str(trial.place))
    kill_after(start(*words), trial.chance.uniform(0, 0.6))
    found = file.read_text() if file.exists() else None
    file.unlink(missing_ok=True)
    if found not in (old, right):
        raise Lost(f"half an export: {len(found or '')} of {len(right)} characters")
    return "killed before the file was there" if found == old else "killed after the file was there"
