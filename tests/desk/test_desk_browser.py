"""The desk in a real Chromium: the first minute, every screen, keys alone, a phone, the dark, on paper.

Where the system has no Chromium these tests say so and are skipped; PARLEY_TEST_CHROMIUM names another one.
"""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
import uvicorn

from parley.desk.application import application
from parley.desk.serving import Serving, desk_of
from parley.desk.store import Store
from parley.desk.taking_in import TakingIn, bundled_reader
from parley.record import open_record

playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: make test does")

CHROMIUM = os.environ.get("PARLEY_TEST_CHROMIUM") or next(
    (
        found
        for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
        if (found := shutil.which(name))
    ),
    None,
)
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="No Chromium on this machine: apt-get install chromium"),
    pytest.mark.filterwarnings("ignore"),
]

SCREENS = (
    "/brief",
    "/changes",
    "/changes?since=2025-06-03",
    "/board",
    "/board?as_of=2025-06-04&against=2025-06-02",
    "/timeline",
    "/ground",
    "/ground?maps=sample",
    "/commitments",
    "/disputes",
    "/sources",
    "/people",
    "/person?name=Ilya+Brandt",
    "/search?q=water",
    "/rulings",
    "/add",
    "/administer",
    "/about",
    "/nowhere",
)


class Live:
    """A desk that really listens."""

    def __init__(self, store: Store) -> None:
        self.store = store
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{listening.getsockname()[1]}"
        config = uvicorn.Config(application(desk_of(store, Serving())), log_level="warning", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [listening]}, daemon=True)

    def start(self) -> None:
        """Begins to listen."""
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)

    def stop(self) -> None:
        """Ends."""
        self._server.should_exit = True
        self._thread.join(5)


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A Chromium."""
    with playwright.sync_playwright() as running:
        made = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield made
        made.close()


@pytest.fixture(scope="module")
def shared(read_samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A desk for tests that change nothing."""
    yield from _living(read_samples, tmp_path_factory.mktemp("browser"))


@pytest.fixture
def own(read_samples: Path, tmp_path: Path) -> Iterator[Live]:
    """A desk of one's own."""
    yield from _living(read_samples, tmp_path)


def _living(samples: Path, folder: Path) -> Iterator[Live]:
    place = folder / "record.db"
    shutil.copy(samples, place)
    record = open_record(place)
    taking_in = TakingIn(record, bundled_reader)
    store = Store(record, taking_in)
    taking_in.changed = store.changed
    live = Live(store)
    live.start()
    yield live
    live.stop()
    store.close()


class Watched:
    """A page that notes what should not happen on it."""

    def __init__(self, browser: object, live: Live, **options: object) -> None:
        options = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce", **options}
        self.context = browser.new_context(**options)  # type: ignore[attr-defined]
        self.page = self.context.new_page()
        self.live = live
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("console", self._noted)
        self.page.on("request", self._asked)

    def _noted(self, message: object) -> None:
        words = message.text  # type: ignore[attr-defined]
        if message.type == "error" and "404" not in words:  # type: ignore[attr-defined]
            self.wrong.append(f"console: {words}")

    def _asked(self, request: object) -> None:
        if not request.url.startswith(self.live.base):  # type: ignore[attr-defined]
            self.wrong.append(f"outside request: {request.url}")  # type: ignore[attr-defined]

    def open(self, path: str) -> object:
        """Goes to a page."""
        self.page.goto(self.live.base + path)
        return self.page

    def overflow(self) -> int:
        """By how much the page is wider than the window."""
        script = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(script))

    def close(self) -> None:
        """Ends; nothing wrong may have been noted."""
        self.context.close()
        assert self.wrong == []


def spun_report(live: Live) -> str:
    """The report that a machine reworded."""
    return live.store.record.reports()[-1].id


def in_sight(page: object, selector: str) -> bool:
    """Whether an element stands inside the window."""
    script = """selector => {
        const box = document.querySelector(selector).getBoundingClientRect();
        return box.top >= 0 && box.bottom <= innerHeight && box.width > 0;
    }"""
    return bool(page.evaluate(script, selector))  # type: ignore[attr-defined]


def test_the_first_minute(browser: object, shared: Live) -> None:
    watched = Watched(browser, shared)
    page = watched.open("/")
    assert page.url.endswith("/brief")
    page.click("a.chip >> nth=0")
    page.wait_for_selector("mark.lit")
    assert in_sight(page, "#lit")
    assert page.locator(".card.lit").count() == 1
    page.click("nav >> text=Sources")
    page.click("text=side by side")
    assert page.locator("ins").count() > 5
    page.click("nav >> text=Board")
    page.click("a.more >> nth=0")
    assert page.locator("figure.quote").count() >= 1
    page.fill("#find", "water")
    page.press("#find", "Enter")
    assert page.locator(".results figure.quote mark").count() >= 1
    watched.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_screen_has_a_serious_barrier(browser: object, shared: Live, scheme: str) -> None:
    axe = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    watched = Watched(browser, shared, color_scheme=scheme, bypass_csp=True)
    finding = shared.store.record.findings(spun_report(shared), "position")[0].id
    extra = (f"/report/{spun_report(shared)}?lit={finding}", f"/finding/{finding}")
    found = []
    for path in (*(SCREENS if scheme == "light" else SCREENS[:6]), *extra):
        page = watched.open(path)
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        for one in result["violations"]:
            if one["impact"] in ("serious", "critical"):
                nodes = [node["html"][:140] for node in one["nodes"][:3]]
                found.append(f"{path}: {one['id']} ({one['impact']}): {nodes}")
    assert found == [], "\n".join(found)
    watched.close()


@pytest.mark.parametrize(("width", "height"), [(360, 740), (640, 450)], ids=["phone", "zoomed to 200 %"])
def test_no_screen_is_wider_than_its_window(browser: object, shared: Live, width: int, height: int) -> None:
    watched = Watched(browser, shared, viewport={"width": width, "height": height})
    for path in (*SCREENS, f"/report/{spun_report(shared)}"):
        watched.open(path)
        assert watched.overflow() <= 0, path
    watched.close()


def test_findings_are_ruled_on_from_the_keyboard(browser: object, own: Live) -> None:
    watched = Watched(browser, own)
    report = own.store.record.reports()[0].id
    page = watched.open(f"/report/{report}")
    page.keyboard.press("j")
    first = page.evaluate("document.querySelector('.card.current').dataset.finding")
    assert page.locator("mark.lit").count() >= 1
    with page.expect_navigation():
        page.keyboard.press("a")
    assert page.locator(f"#card-{first} .state-confirmed").count() == 1
    second = page.evaluate("document.querySelector('.card.current').dataset.finding")
    assert second != first
    with page.expect_navigation():
        page.keyboard.press("x")
    assert page.locator(f"#card-{second}").count() == 0
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.locator(f"#card-{second}").count() == 1
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Space")
    skipped_to = page.evaluate("document.querySelector('.card.current').dataset.checked")
    assert skipped_to == "machine"
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.tagName") == "SELECT"
    watched.close()


def test_the_pages_are_reached_from_the_keyboard(browser: object, shared: Live) -> None:
    watched = Watched(browser, shared)
    page = watched.open("/brief")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for key, path in (("p", "/board"), ("t", "/timeline"), ("c", "/commitments"), ("b", "/brief")):
        page.keyboard.press("g")
        with page.expect_navigation():
            page.keyboard.press(key)
        assert page.url.endswith(path)
    page.keyboard.press("/")
    page.keyboard.type("jgb/")
    assert page.input_value("#find") == "jgb/"
    assert page.url.endswith("/brief")
    page = watched.open("/board")
    page.focus("[data-grid] tbody td >> nth=0")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.tagName") == "TD"
    watched.close()


def test_single_keys_can_be_switched_off(browser: object, shared: Live) -> None:
    watched = Watched(browser, shared)
    page = watched.open("/brief")
    with page.expect_navigation():
        page.click("form.settings button[name=keys][value=off]")
    page.wait_for_selector("#find")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "find"
    watched.close()


def test_everything_works_without_script(browser: object, own: Live) -> None:
    watched = Watched(browser, own, java_script_enabled=False)
    page = watched.open("/brief")
    page.click("a.chip >> nth=0")
    assert page.locator("#lit").count() == 1
    card = page.locator(".card").first
    card.locator("text=Accept").click()
    assert page.locator(".state-confirmed").count() == 1
    watched.close()


def test_a_dropped_file_is_read_with_its_stages_told(browser: object, own: Live, tmp_path: Path) -> None:
    words = "“We will sign tomorrow,” said Asta Lind, the trade minister of Kardeva, on Friday.\n" * 3
    file = tmp_path / "2025-06-07-signing.txt"
    file.write_text(words, encoding="utf-8")
    watched = Watched(browser, own)
    page = watched.open("/add")
    page.set_input_files("#files", str(file))
    page.click("text=Read them")
    page.wait_for_selector(".stage >> text=kept", timeout=20_000)
    page.get_by_role("link", name="read it").click()
    assert "Asta Lind" in page.inner_text("aside")
    watched.close()


def test_the_dark_is_dark_and_paper_is_white(browser: object, shared: Live) -> None:
    watched = Watched(browser, shared, color_scheme="dark")
    page = watched.open("/brief")
    script = (
        "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    )
    assert max(page.evaluate(script)) < 60
    page.emulate_media(media="print", color_scheme="light")
    assert min(page.evaluate(script)) > 240
    assert not page.is_visible("nav[aria-label=Pages]")
    assert page.is_visible("h1")
    assert len(page.pdf()) > 5_000
    watched.close()


def test_a_view_is_cited_with_one_click(browser: object, shared: Live) -> None:
    watched = Watched(browser, shared, permissions=["clipboard-read", "clipboard-write"])
    page = watched.open("/board?party=Kardeva")
    page.click("button[data-copy]")
    page.wait_for_selector("button[data-copy] >> text=Copied")
    cited = page.evaluate("navigator.clipboard.readText()")
    assert "Board, Parley desk" in cited and "record version" in cited and "party: Kardeva" in cited
    assert cited.endswith("/board?party=Kardeva")
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.wait_for_selector("button[data-copy] >> text=Copy the citation")
    page.click("button[data-copy]")
    assert "Board, Parley desk" in page.evaluate("getSelection().toString()")
    watched.close()


def test_a_copy_is_taken_out_of_its_family_and_put_back(browser: object, own: Live) -> None:
    watched = Watched(browser, own)
    page = watched.open("/sources")
    assert page.locator("ul.tree li").count() == 1
    assert "stand in “" in page.inner_text("ul.tree")
    with page.expect_navigation():
        page.click("text=Not a copy")
    assert page.locator("ul.tree li").count() == 0
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.locator("ul.tree li").count() == 1
    assert page.locator("datalist#leads option").count() >= 2
    watched.close()


def test_one_selection_is_shared_by_drawing_and_table(browser: object, shared: Live) -> None:
    watched = Watched(browser, shared)
    page = watched.open("/timeline")
    key = page.get_attribute("svg.timeline a >> nth=0", "data-select")
    page.hover("svg.timeline a >> nth=0")
    assert "selected" in (page.get_attribute(f"tr[data-row={key}]", "class") or "")
    page.click("svg.timeline a >> nth=0")
    assert f"selected={key}" in page.url
    assert page.locator("section.selected-quotes figure.quote").count() >= 1
    watched.close()


def test_hostile_words_run_nowhere(browser: object, own: Live) -> None:
    from parley.model import Paraphrase, Position, ReadReport, Report, Span, Stance

    words = '<img src=x onerror="document.title=1"><script>document.title=2</script>'
    read = ReadReport(
        Report(words, title=words, outlet=words, published="2025-06-09"),
        "test 1",
        (Position((Span(0, len(words)),), 0.5, "test", words, words, Stance.ACCEPTS),),
        Paraphrase(0.0),
    )
    own.store.record.add(read)
    own.store.changed()
    watched = Watched(browser, own)
    for path in ("/brief", "/board", "/sources", f"/report/{read.report.id}", "/people"):
        page = watched.open(path)
        assert page.title().endswith("· Parley")
        assert page.locator("main img").count() == 0
    watched.close()


def test_the_slider_of_the_ground_goes_through_the_days(browser: object, shared: Live) -> None:
    watched = Watched(browser, shared)
    page = watched.open("/ground?maps=sample&zoom=difference")
    page.focus("form[data-days] input[type=range]")
    with page.expect_navigation():
        page.keyboard.press("ArrowLeft")
    assert "on=2025-06-05" in page.url and "maps=sample" in page.url and "zoom=difference" in page.url
    assert page.input_value("form[data-days] input[type=range]") == "4"
    assert "5 June 2025" in page.inner_text("#maps")
    watched.close()
