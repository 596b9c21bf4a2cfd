"""What the desk's pages cost while twenty people read and one program writes.

    python -m bench.desk RECORD [--readers 20] [--seconds 60] [--pause 1.0]

Starts `parley desk` on a copy of the record, waits until every page has been answered once, then lets
readers open pages at random with a pause between, as people do, while another process adds made-up reports.
Prints for each page the server's own time and the time until the reader had all of it.
"""

from __future__ import annotations

import argparse
import http.client
import json
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

_PAGES = (
    "/brief",
    "/changes",
    "/board",
    "/timeline",
    "/commitments",
    "/sources",
    "/people",
    "/search?q=truce",
    "/search",
    "/rulings",
    "/administer",
    "/about",
)
Times = dict[str, list[tuple[float, float]]]
"""Of each page the server's own times and the reader's, in milliseconds."""

_FEW = 5
"""Of how many parties and people pages are opened."""

_FIRST = 400_000
"""Number of the first made-up report that is written meanwhile."""


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("record", type=Path)
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--pause", type=float, default=1.0)
    parser.add_argument("--write", metavar="PLACE", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.write:
        _write(asked.write)
        return
    with tempfile.TemporaryDirectory(prefix="parley-bench-") as folder:
        place = Path(folder) / "record.db"
        shutil.copy(asked.record, place)
        port = _free_port()
        command = [sys.executable, "-m", "parley", "desk", "--record", str(place), "--no-browser"]
        desk = subprocess.Popen([*command, "--port", str(port)], stderr=subprocess.DEVNULL)
        try:
            pages = _warm(port)
            writer = subprocess.Popen([sys.executable, "-m", "bench.desk", str(place), "--write", str(place)])
            times = _read(port, pages, asked.readers, asked.seconds, asked.pause)
            writer.terminate()
            writer.wait()
        finally:
            desk.terminate()
            desk.wait()
    _print(times)


def _get(connection: http.client.HTTPConnection, path: str) -> tuple[int, bytes, float]:
    """Status, content and the server's own milliseconds."""
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
    except (http.client.RemoteDisconnected, ConnectionResetError):  # the server closes what is idle
        connection.close()
        connection.request("GET", path)
        answer = connection.getresponse()
    content = answer.read()
    timing = answer.headers.get("Server-Timing", "page;dur=0")
    return answer.status, content, float(timing.partition("dur=")[2])


def _free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
    return port


def _warm(port: int) -> list[str]:
    """Waits until every page has been answered once; the pages, with reports and findings among them."""
    began = time.monotonic()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600)
    while True:
        try:
            connection.connect()
            break
        except OSError:
            time.sleep(0.1)
    rows = json.loads(_get(connection, "/search.json")[1])["rows"]
    pages = list(_PAGES)
    for row in rows[:10]:
        pages += [f"/report/{row['report']}?lit={row['id']}", f"/finding/{row['id']}"]
    pages += _of_parties(connection)
    for page in pages:
        while _get(connection, page)[0] == 503:
            time.sleep(1)
    print(f"every page answered once after {time.monotonic() - began:.0f} s", file=sys.stderr)
    return pages


def _of_parties(connection: http.client.HTTPConnection) -> list[str]:
    """The pages of the parties and people that come first."""
    pages = []
    for path, view, names in (
        ("/people.json", "/person", ("name",)),
        ("/board.json", "/board/cell", ("party", "topic")),
    ):
        status, content, _ = _get(connection, path)
        while status == 503:
            time.sleep(1)
            status, content, _ = _get(connection, path)
        asked = dict.fromkeys(tuple(row[name] for name in names) for row in json.loads(content)["rows"])
        for values in list(asked)[:_FEW]:
            pages.append(f"{view}?{urlencode(dict(zip(names, values, strict=True)))}")
    return pages


def _write(place: str) -> None:
    """Adds made-up reports until it is ended."""
    from bench.synthetic import synthetic_report
    from parley.record import open_record

    with open_record(place) as record:
        for number in count(_FIRST):
            record.add(synthetic_report(number).read)


def _read(
    port: int, pages: list[str], readers: int, seconds: float, pause: float
) -> dict[str, list[tuple[float, float]]]:
    """The times of every page, the server's own and the reader's, in milliseconds."""
    times: Times = defaultdict(list)
    lock, end = threading.Lock(), time.monotonic() + seconds

    def reader(number: int) -> None:
        chance = random.Random(number)
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while time.monotonic() < end:
            time.sleep(chance.expovariate(1 / pause))
            page = chance.choice(pages)
            began = time.perf_counter()
            status, _, server = _get(connection, page)
            whole = (time.perf_counter() - began) * 1000
            name = _named(page) if status == 200 else f"status {status}"
            with lock:
                times[name].append((server, whole))

    threads = [threading.Thread(target=reader, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _named(page: str) -> str:
    """What a page is called in the table: its path without ids."""
    path = page.partition("?")[0].strip("/")
    return path.split("/")[0] if path.startswith(("report", "finding")) else path


def _print(times: Times) -> None:
    """The table: median and 99th percentile of both times, by page."""
    head = f"{'page':<14}{'asked':>7}{'server median':>15}{'server p99':>12}"
    print(f"{head}{'reader median':>15}{'reader p99':>12}")
    everything = [one for found in times.values() for one in found]
    for name, listed in [*sorted(times.items()), ("all", everything)]:
        server, whole = zip(*listed, strict=True)
        cells = [median(server), _late(server), median(whole), _late(whole)]
        widths = (13, 10, 13, 10)
        row = "".join(f"{cell:>{width}.0f}ms" for cell, width in zip(cells, widths, strict=True))
        print(f"{name:<14}{len(listed):>7}{row}")


def _late(times: tuple[float, ...]) -> float:
    """The 99th percentile; of few times the longest."""
    return quantiles(times, n=100)[98] if len(times) >= 100 else max(times)


if __name__ == "__main__":
    main()
