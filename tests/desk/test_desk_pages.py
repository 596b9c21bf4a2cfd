"""Every page stands, says what it is, and has twins that say the same."""

from __future__ import annotations

import csv
import io

import pytest
from lxml import html
from starlette.testclient import TestClient

from parley.desk.screens import NAVIGATION, VIEWS
from parley.desk.store import Store
from parley.desk.view import View

BY_NAME = {view.name: view for view in VIEWS}


def addresses(store: Store) -> dict[str, str]:
    """An address of every view that finds something in the sample."""
    reports = [entry.id for entry in store.record.reports()]
    finding = store.record.findings(reports[0], "statement")[0].id
    return {
        "brief": "/brief",
        "changes": "/changes?since=2025-06-03",
        "disputes": "/disputes",
        "board": "/board?as_of=2025-06-04&against=2025-06-02",
        "cell": "/board/cell?party=Kardeva&topic=stop+filling+the+Tamsin+reservoir+for+60+days",
        "timeline": "/timeline",
        "ground": "/ground?maps=sample",
        "commitments": "/commitments",
        "sources": "/sources",
        "comparing": f"/sources/compare?left={reports[1]}&right={reports[2]}",
        "report": f"/report/{reports[0]}?lit={finding}",
        "finding": f"/finding/{finding}",
        "people": "/people",
        "person": "/person?name=Ilya+Brandt",
        "search": "/search?q=water",
        "rulings": "/rulings",
        "adding": "/add",
        "administering": "/administer",
        "about": "/about",
    }


def twin(address: str, ending: str) -> str:
    """The address of a page's twin."""
    path, mark, query = address.partition("?")
    return path + ending + mark + query


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_page_has_one_heading_its_landmarks_and_one_sentence_that_explains_it(
    view: View, client: TestClient, store: Store
) -> None:
    response = client.get(addresses(store)[view.name])
    page = html.fromstring(response.text)
    assert response.status_code == 200
    assert page.get("lang") == "en"
    assert len(page.findall(".//h1")) == 1
    assert len(page.findall(".//main")) == 1
    assert page.find(".//nav[@aria-label='Pages']") is not None
    assert page.find(".//a[@href='#main']") is not None
    assert "· Parley" in page.findtext(".//title", "")
    if view.name != "report":
        assert view.lead in page.text_content()


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_the_twins_have_exactly_the_documented_fields(view: View, client: TestClient, store: Store) -> None:
    address = addresses(store)[view.name]
    names = [field.name for field in view.fields]
    answer = client.get(twin(address, ".json")).json()
    lines = list(csv.reader(io.StringIO(client.get(twin(address, ".csv")).text, newline="")))
    assert answer["view"] == view.name
    assert answer["version"] == store.version()
    assert all(list(row) == names for row in answer["rows"])
    assert lines[0] == names
    assert len(lines) - 1 == len(answer["rows"])
    if view.name not in ("rulings", "adding", "cell", "administering"):
        assert answer["rows"], "the sample has something to show here"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_control_has_a_name_and_every_reference_an_aim(
    view: View, client: TestClient, store: Store
) -> None:
    page = html.fromstring(client.get(addresses(store)[view.name]).text)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    labelled = set(page.xpath("//label/@for"))
    for control in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        assert control.get("id") in labelled or control.xpath("ancestor::label"), html.tostring(control)
    for reference in ("aria-labelledby", "aria-details"):
        assert set(page.xpath(f"//@{reference}")) <= set(ids)
    for control in page.xpath("//a | //button"):
        assert control.text_content().strip() or control.get("aria-label"), html.tostring(control)
    for part in page.xpath("//svg"):
        assert part.get("aria-label")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_nothing_is_asked_of_another_machine_and_nothing_runs_inline(
    view: View, client: TestClient, store: Store
) -> None:
    response = client.get(addresses(store)[view.name])
    page = html.fromstring(response.text)
    for attribute in page.xpath("//script/@src | //link/@href | //img/@src | //form/@action"):
        assert attribute.startswith("/") and not attribute.startswith("//")
    assert not page.xpath("//script[not(@src)] | //style | //@style | //@onclick | //@onload | //iframe")
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "unsafe" not in policy


def test_every_link_of_the_sample_leads_somewhere(client: TestClient, store: Store) -> None:
    seen: set[str] = set()
    for address in addresses(store).values():
        page = html.fromstring(client.get(address).text)
        for link in page.xpath("//a/@href"):
            path = link.partition("#")[0]
            if path.startswith("/") and path not in seen and len(seen) < 400:
                seen.add(path)
    broken = [path for path in sorted(seen) if client.get(path).status_code != 200]
    assert len(seen) > 60
    assert broken == []


def test_the_navigation_marks_the_page_one_is_on(client: TestClient) -> None:
    for view, _ in NAVIGATION:
        page = html.fromstring(client.get(view.path).text)
        assert page.xpath("//nav[@aria-label='Pages']//a[@aria-current='page']/@href") == [view.path]


def test_three_kinds_of_nothing_are_three_words(client: TestClient, store: Store) -> None:
    assert "Filtered out." in client.get("/search?speaker=nobodyatall").text
    assert "None found." in client.get("/rulings").text
    store.taking_in.take("slow.txt", lambda: __import__("time").sleep(0.5) or [])
    assert "Not yet read." in client.get("/rulings").text
    assert client.get("/rulings.json").json()["state"] == "not yet read"
    assert client.get("/search.json?speaker=nobodyatall").json()["state"] == "filtered out"


def test_an_empty_cell_of_the_board_says_that_nothing_was_found(client: TestClient) -> None:
    page = html.fromstring(client.get("/board").text)
    empty = page.xpath("//td[contains(@class, 'empty')]")
    assert empty
    assert all("no statement found" in cell.text_content() for cell in empty)
    assert "neutral" not in "".join(cell.text_content() for cell in empty)


def test_own_words_and_ascribed_ones_never_share_a_list(client: TestClient) -> None:
    page = html.fromstring(client.get("/board").text)
    assert page.xpath("//ul[@class='own']//li") and page.xpath("//ul[@class='others']//li")
    assert not page.xpath("//ul[@class='own']//li[contains(@class, 'ascribed')]")
    assert not page.xpath("//ul[@class='others']//li[not(contains(@class, 'ascribed'))]")


def test_the_board_of_a_day_knows_nothing_of_later_days(client: TestClient) -> None:
    early = client.get("/board.json?as_of=2025-06-02").json()["rows"]
    assert early
    assert not any("halt" in words for row in early for words in row["on"])
    assert all((row["as_of"] or "") < "2025-06-03" for row in early)


def test_comparing_two_dates_names_what_is_new(client: TestClient) -> None:
    rows = client.get("/board.json?as_of=2025-06-04&against=2025-06-02").json()["rows"]
    changes = {(row["party"], row["stance"]): row["change"] for row in rows if row["holder"] == "self"}
    assert changes["Kardeva", "offers"] == "new"
    assert "same" in changes.values()


def test_a_footnote_leads_to_its_lit_sentence(client: TestClient) -> None:
    page = html.fromstring(client.get("/brief").text)
    chip = page.xpath("//a[@class='chip']/@href")[0]
    address, _, anchor = chip.partition("#")
    report = html.fromstring(client.get(address).text)
    lit = report.xpath(f"//mark[@id='{anchor}']")
    assert len(lit) == 1 and "lit" in lit[0].get("class")


def test_a_text_that_a_machine_reworded_says_so_and_leads_to_its_clean_copy(
    client: TestClient, store: Store
) -> None:
    spun = store.record.reports()[-1].id
    page = client.get(f"/report/{spun}").text
    assert "Altered wording" in page and "side by side" in page
    assert "Altered wording" not in client.get(f"/report/{store.record.reports()[0].id}").text


def test_the_brief_counts_each_voice_once(client: TestClient) -> None:
    page = html.fromstring(client.get("/brief").text)
    coverage = " ".join(page.xpath("//p[@class='coverage']")[0].text_content().split())
    assert coverage.startswith("3 reports → 2 independent sources, 1 folded")


def test_a_citation_names_the_address_and_the_version(client: TestClient, store: Store) -> None:
    page = html.fromstring(client.get("/board?as_of=2025-06-03").text)
    words = " ".join(page.get_element_by_id("citation").text_content().split())
    assert f"record version {store.version()}" in words
    assert "http://127.0.0.1:8642/board?as_of=2025-06-03" in words


def test_what_is_not_there_is_a_page_or_an_object_that_says_so(client: TestClient) -> None:
    assert client.get("/nowhere").status_code == 404
    assert client.get("/report/ffffffffffffffff").status_code == 404
    answer = client.get("/finding/s0000000000000000.json")
    assert answer.status_code == 404
    assert answer.json()["error"]["status"] == 404


def test_a_date_that_is_none_is_refused_in_one_sentence(client: TestClient) -> None:
    answer = client.get("/board.json?as_of=2025-13-45")
    assert answer.status_code == 400
    assert "must be a date" in answer.json()["error"]["message"]


def test_the_calendar_file_has_the_dated_encounters(client: TestClient) -> None:
    answer = client.get("/timeline.ics")
    assert answer.headers["content-type"].startswith("text/calendar")
    assert answer.text.startswith("BEGIN:VCALENDAR") and "BEGIN:VEVENT" in answer.text
