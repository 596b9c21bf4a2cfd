"""What an admin may do and an analyst may not: letting people in, feeds, making anew what is derived."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk_forms import form_token
from parley.desk.access import Access, Role
from parley.desk.application import application
from parley.desk.serving import Serving, desk_of
from parley.desk.store import Store

PASSWORD = "long enough to be one"
ADDRESS = "http://192.0.2.7:8642"
ACTS = {
    "/administer/password": {"name": "eva", "role": "reader", "password": PASSWORD},
    "/administer/token": {"name": "script", "role": "reader"},
    "/administer/revoke": {"name": "rita"},
    "/administer/feed": {"address": "https://wire.example/feed.xml"},
    "/administer/rebuild": {},
}


@pytest.fixture
def access(tmp_path: Path) -> Access:
    """Grants: one of each role."""
    made = Access(tmp_path / "data" / "access.json")
    for name, role in (("rita", Role.READER), ("anna", Role.ANALYST), ("adam", Role.ADMIN)):
        made.grant_password(name, role, PASSWORD)
    return made


@pytest.fixture
def shared(store: Store, access: Access) -> TestClient:
    """A browser at a desk that others can reach."""
    desk = desk_of(store, Serving(host="192.0.2.7", access=access))
    return TestClient(application(desk), base_url=ADDRESS, raise_server_exceptions=False)


def signed_in(client: TestClient, name: str) -> TestClient:
    """The browser with somebody signed in."""
    client.cookies.clear()
    form = {"name": name, "password": PASSWORD, "token": form_token(client, "/sign-in"), "back": "/brief"}
    assert client.post("/sign-in", data=form, follow_redirects=False).status_code == 303
    return client


def act(client: TestClient, path: str, **form: str) -> int:
    """Sends a form of the page; gives the status."""
    whole = {"token": form_token(client, "/brief"), **form}
    return client.post(path, data=whole, follow_redirects=False).status_code


@pytest.mark.parametrize("name", ["rita", "anna"])
def test_only_an_admin_administers(name: str, shared: TestClient, access: Access, store: Store) -> None:
    client = signed_in(shared, name)
    before = access.grants()
    assert client.get("/administer").status_code == 403
    assert client.get("/administer.json").status_code == 403
    assert client.get("/administer.csv").status_code == 403
    assert "/administer" not in client.get("/brief").text
    for path, form in ACTS.items():
        assert act(client, path, **form) == 403, path
    assert access.grants() == before
    assert store.record.followed_feeds() == []
    assert store.rebuilding.progress.reports == 0


def test_an_analyst_adds_and_rules_and_a_reader_does_neither(shared: TestClient, store: Store) -> None:
    finding = store.record.findings(store.record.reports()[0].id, "statement")[0].id
    add = {
        "text": "“We sign on Monday,” said Ole Berg, the rail union’s secretary.",
        "published": "2025-06-11",
    }
    client = signed_in(shared, "rita")
    assert act(client, "/rule", decision="confirm", finding=finding) == 403
    assert act(client, "/add/text", **add) == 403
    client = signed_in(shared, "anna")
    assert act(client, "/rule", decision="confirm", finding=finding) == 303
    assert act(client, "/add/text", **add) == 303


def test_an_admin_lets_somebody_in_and_takes_it_back(shared: TestClient, access: Access) -> None:
    client = signed_in(shared, "adam")
    assert act(client, "/administer/password", name="eva", role="analyst", password=PASSWORD) == 303
    assert "eva" in client.get("/administer").text
    rows = client.get("/administer.json").json()["rows"]
    assert {(row["name"], row["role"], row["by"]) for row in rows} >= {("eva", "analyst", "password")}
    assert not any("hash" in row or PASSWORD in str(row) for row in rows)
    assert act(client, "/administer/revoke", name="eva") == 303
    assert access.by_password("eva", PASSWORD) is None
    assert act(client, "/administer/revoke", name="eva") == 400


def test_a_token_is_shown_once_and_lets_a_program_in(shared: TestClient, access: Access) -> None:
    client = signed_in(shared, "adam")
    form = {"token": form_token(client, "/brief"), "name": "script", "role": "reader"}
    page = client.post("/administer/token", data=form).text
    [token] = re.findall(r'<code id="token">([^<]+)</code>', page)
    assert token not in client.get("/administer").text
    client.cookies.clear()
    bearer = {"authorization": f"Bearer {token}"}
    assert client.get("/board.json", headers=bearer).status_code == 200
    assert client.get("/administer.json", headers=bearer).status_code == 403


def test_the_last_admin_stays(shared: TestClient, access: Access) -> None:
    client = signed_in(shared, "adam")
    assert act(client, "/administer/revoke", name="adam") == 422
    assert act(client, "/administer/password", name="adam", role="reader", password=PASSWORD) == 422
    assert access.by_password("adam", PASSWORD) is not None


@pytest.mark.parametrize(
    "form",
    [
        {"name": "", "role": "reader", "password": PASSWORD},
        {"name": "e\nva", "role": "reader", "password": PASSWORD},
        {"name": "eva", "role": "king", "password": PASSWORD},
        {"name": "eva", "role": "reader", "password": "short"},
    ],
)
def test_what_cannot_be_granted_is_told(form: dict[str, str], shared: TestClient, access: Access) -> None:
    client = signed_in(shared, "adam")
    assert act(client, "/administer/password", **form) in (400, 422)
    assert len(access.grants()) == 3


def test_a_feed_is_followed_from_the_next_round_on(shared: TestClient, store: Store) -> None:
    client = signed_in(shared, "adam")
    assert act(client, "/administer/feed", address="https://wire.example/feed.xml") == 303
    assert act(client, "/administer/feed", address="javascript:alert(1)") == 400
    [feed] = store.record.followed_feeds()
    assert (feed.url, feed.kind, feed.checked) == ("https://wire.example/feed.xml", "feed", None)
    assert "not asked yet" in client.get("/administer").text


def test_a_rebuild_makes_all_reports_anew(shared: TestClient, store: Store) -> None:
    client = signed_in(shared, "adam")
    before = client.get("/board.json").json()["rows"]
    assert act(client, "/administer/rebuild") == 303
    end = time.monotonic() + 60
    while store.rebuilding.progress.running and time.monotonic() < end:
        time.sleep(0.05)
    progress = store.rebuilding.progress
    assert (progress.done, progress.reason) == (len(store.record.reports()), None)
    assert client.get("/board.json").json()["rows"] == before


def test_at_the_desks_own_machine_nobody_signs_in(client: TestClient) -> None:
    page = client.get("/administer")
    assert page.status_code == 200 and "Only this machine" in page.text
    assert act(client, "/administer/token", name="x", role="reader") == 422
