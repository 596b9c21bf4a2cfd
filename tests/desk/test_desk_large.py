"""A large record is asked for parts of it, and its pages say the same as those of a small one."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from starlette.testclient import TestClient

from parley.desk import keeping
from parley.desk.application import application
from parley.desk.families import all_families, lately_read
from parley.desk.screens.sources import Wanted, found_families
from parley.desk.serving import Serving, desk_of, warm
from parley.desk.store import Store
from parley.desk.taking_in import TakingIn, bundled_reader
from parley.record import open_record

HERE = "http://127.0.0.1:8642"
PAGES = (
    "/brief",
    "/changes?since=2025-06-03",
    "/board",
    "/board?party=kardeva",
    "/board?as_of=2025-06-04&against=2025-06-02",
    "/board?party=!!",
    "/board/cell?party=Kardeva&topic=proposal",
    "/timeline",
    "/disputes",
    "/disputes?party=kardeva",
    "/disputes?kind=denial",
    "/timeline?kind=encounter&since=2025-06-03",
    "/timeline?who=brandt",
    "/commitments",
    "/commitments?status=offered",
    "/people",
    "/people?name=brandt",
    "/person?name=Ilya+Brandt",
    "/person?name=Kardeva",
)


@pytest.fixture
def large(read_samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store that takes the sample for a large record."""
    monkeypatch.setattr(keeping, "LARGE", 1)
    place = tmp_path / "large.db"
    shutil.copy(read_samples, place)
    record = open_record(place)
    made = Store(record, TakingIn(record, bundled_reader))
    yield made
    made.close()


def rows(client: TestClient, page: str) -> list[dict[str, Any]]:
    """The rows of a page's twin, as soon as it has an answer."""
    path, _, query = page.partition("?")
    end = time.monotonic() + 90
    while True:
        answer = client.get(f"{path}.json?{query}")
        if answer.status_code != 503 or time.monotonic() > end:
            assert answer.status_code == 200, (page, answer.text)
            found: list[dict[str, Any]] = answer.json()["rows"]
            return sorted(found, key=str)  # columns stand in another order where others are left out
        time.sleep(0.1)


def test_a_large_record_says_what_a_small_one_says(client: TestClient, large: Store) -> None:
    assert large.large
    other = TestClient(application(desk_of(large, Serving())), base_url=HERE)
    for page in PAGES:
        assert rows(other, page) == rows(client, page), page
    assert other.get("/sources").status_code in (200, 503)


def test_what_first_pages_ask_is_worked_out_before_anybody_asks(large: Store) -> None:
    warm(large)
    other = TestClient(application(desk_of(large, Serving())), base_url=HERE)
    for page in ("/brief", "/changes", "/board", "/timeline", "/commitments", "/sources", "/people"):
        assert other.get(page).status_code == 200, page


def test_families_in_the_order_they_were_read_are_all_families(store: Store) -> None:
    every = all_families(store.record)
    lately = lately_read(store.record, None, slice(0, 50))
    assert {one.lead for one in lately.here} == {one.lead for one in every.families}
    assert (lately.all_families, lately.all_reports) == (len(every.families), len(every.of))
    assert lately_read(store.record, None, slice(0, 1)).here == lately.here[:1]
    spun = lately_read(store.record, "paraphrase", slice(0, 50))
    assert spun.families == len(spun.here) == 1
    assert "paraphrase" in {member.relation for member in spun.here[0].members}
    assert lately_read(store.record, "partial", slice(0, 50)).here == ()


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(outlet="ledger"),
        Wanted(outlet="nowhere"),
        Wanted(q="timber ban"),
        Wanted(since="2025-06-04"),
        Wanted(until="2025-06-02"),
        Wanted(outlet="globe", relation="paraphrase"),
        Wanted(relation="paraphrase"),
    ],
)
def test_sources_of_a_large_record_are_narrowed_as_those_of_a_small_one(
    store: Store, monkeypatch: pytest.MonkeyPatch, wanted: Wanted
) -> None:
    small = found_families(store.record, wanted)
    monkeypatch.setattr(keeping, "LARGE", 1)
    large = found_families(store.record, wanted)
    assert {one.lead for one in large.here} == {one.lead for one in small.here}
    assert (large.families, large.all_families) == (small.families, small.all_families)
    assert large.reports == small.reports


def test_filters_of_sources_look_at_how_reports_came_and_load_only_those_shown(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "LARGE", 1)
    asked: list[str] = []
    event.listen(store.record._engine, "before_cursor_execute", lambda *given: asked.append(given[2]))
    found = found_families(store.record, Wanted(outlet="nowhere"))
    assert found.here == () and found.all_families > 0
    assert asked and not any("reports.text" in sql or "findings" in sql for sql in asked)


def test_what_was_read_since_a_visit_is_counted_and_only_some_looked_up(store: Store) -> None:
    every = store.record.read_since("2000")
    assert store.record.read_since("2000", 1) == every[:1]
    assert store.record.count_since("2000") == len(every) > 1
    assert (store.record.read_since("2999"), store.record.count_since("2999")) == ([], 0)
