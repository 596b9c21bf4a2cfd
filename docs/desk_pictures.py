"""Takes the pictures of the desk that README shows, in the system's own Chromium.

    python docs/desk_pictures.py

Serves the sample negotiation, opens it, and writes `docs/desk-*.png`; needs Playwright (`make test` installs
it) and a Chromium.
"""

from __future__ import annotations

import shutil
import socket
import threading
import time
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import sync_playwright

from parley.desk.application import application
from parley.desk.sampling import sample_reports
from parley.desk.serving import Serving, desk_of
from parley.desk.store import Store
from parley.desk.taking_in import TakingIn, bundled_reader
from parley.record import open_record

DOCS = Path("docs")
_WIDE: dict[str, Any] = {"viewport": {"width": 1180, "height": 740}}
_DARK: dict[str, Any] = {**_WIDE, "color_scheme": "dark"}
_PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 1.5}


def main() -> None:
    """Writes the pictures."""
    place = Path("/tmp") / f"parley-pictures-{time.time_ns()}.db"
    record = open_record(place)
    for read in sample_reports():
        record.add(read)
    store = Store(record, TakingIn(record, bundled_reader), sample=True)
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    base = f"http://127.0.0.1:{listening.getsockname()[1]}"
    server = uvicorn.Server(
        uvicorn.Config(application(desk_of(store, Serving())), log_level="warning", lifespan="off")
    )
    threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True).start()
    position = next(one for one in record.findings_of_type("position") if one.finding.evidence)
    lit = f"/report/{position.report.id}?lit={position.id}#lit"
    pictures = (
        ("brief", "/brief", _WIDE),
        ("reader", lit, _WIDE),
        ("board", "/board?as_of=2025-06-10&against=2025-06-04", _DARK),
        ("phone", "/brief", _PHONE),
    )
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, path, options in pictures:
            page = browser.new_context(reduced_motion="reduce", **options).new_page()
            page.goto(base + path)
            page.wait_for_timeout(300)
            target = DOCS / f"desk-{name}.png"
            page.screenshot(path=str(target))
            print(f"{target}: {target.stat().st_size:,} bytes")
        browser.close()
    server.should_exit = True
    store.close()
    for file in place.parent.glob(place.name + "*"):
        file.unlink()


if __name__ == "__main__":
    main()
