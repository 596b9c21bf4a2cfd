"""Who gets an answer from the desk, and what a form must bring."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from desk_forms import form_token
from parley.desk.application import application
from parley.desk.desk import local
from parley.desk.guard import host_name
from parley.desk.serving import Serving, desk_of, is_loopback
from parley.desk.store import Store


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8642", "localhost:8642", "[::1]:8642", "LOCALHOST", "192.168.1.4"]
)
def test_an_address_in_figures_and_localhost_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/brief", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8642", ""]
)
def test_a_name_that_anybody_could_point_here_is_not(client: TestClient, host: str) -> None:
    response = client.get("/brief", headers={"host": host})
    assert response.status_code == 421
    assert "Kardeva" not in response.text


def test_a_name_the_desk_was_given_is_answered(store: Store) -> None:
    desk = desk_of(store, Serving(names=frozenset({"desk.example"})))
    client = TestClient(application(desk), base_url="http://desk.example")
    assert client.get("/brief").status_code == 200


def test_the_name_of_a_host_header() -> None:
    assert host_name("Desk.Example:80") == "desk.example"
    assert host_name("[::1]:8642") == "::1"
    assert host_name("") == ""


def test_a_form_without_the_desks_own_token_does_nothing(client: TestClient, store: Store) -> None:
    finding = store.record.findings(store.record.reports()[0].id, "statement")[0].id
    form = {"decision": "reject", "finding": finding, "back": "/brief"}
    for token in ("", "0" * 64, "\ud83d"):
        response = client.post("/rule", data={**form, "token": token.encode("utf-8", "replace")})
        assert response.status_code == 403
    assert store.record.rulings() == []


def test_a_token_shown_to_one_visitor_is_no_other_visitors(client: TestClient, store: Store) -> None:
    token = form_token(client)
    stranger = TestClient(client.app, base_url=str(client.base_url))
    finding = store.record.findings(store.record.reports()[0].id, "statement")[0].id
    form = {"decision": "confirm", "finding": finding, "token": token}
    assert stranger.post("/rule", data=form).status_code == 403
    assert client.post("/rule", data=form, follow_redirects=False).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_sent_from_another_sites_page_does_nothing(
    client: TestClient, store: Store, headers: dict[str, str]
) -> None:
    finding = store.record.findings(store.record.reports()[0].id, "statement")[0].id
    form = {"decision": "confirm", "finding": finding, "token": form_token(client)}
    assert client.post("/rule", data=form, headers=headers).status_code == 403
    assert store.record.rulings() == []


def test_the_cookie_of_a_visit_is_for_the_desk_alone(client: TestClient) -> None:
    cookie = client.get("/brief").headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    secure = client.get("https://127.0.0.1:8642/brief", headers={"cookie": ""}).headers["set-cookie"]
    assert "Secure" in secure


@pytest.mark.parametrize("cookie", ["x", "0" * 32 + ".99999999999.99999999999", "\u202e", "a" * 5000])
def test_a_cookie_that_was_tampered_with_is_a_new_visitors(client: TestClient, cookie: str) -> None:
    response = client.get("/brief", headers={"cookie": b"parley_visit=" + cookie.encode()})
    assert response.status_code == 200


def test_every_answer_forbids_what_pages_of_others_could_do_with_it(client: TestClient) -> None:
    for path in ("/brief", "/board.json", "/board.csv", "/static/desk.css", "/nowhere", "/openapi.json"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["x-frame-options"] == "DENY"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers


def test_a_request_that_carries_too_much_is_refused_unread(client: TestClient) -> None:
    response = client.post("/add/text", headers={"content-length": "999999999999"}, content=b"")
    assert response.status_code == 413


@pytest.mark.parametrize(
    "path", ["//evil.example/", "https://evil.example", "/\\evil.example", "evil", "", "/a\r\nSet-Cookie: b"]
)
def test_a_way_back_never_leads_elsewhere(path: str) -> None:
    assert local(path) == "/"


def test_a_way_back_within_the_desk_is_kept() -> None:
    assert local("/board?party=a#x") == "/board?party=a#x"


def test_what_is_loopback() -> None:
    assert all(map(is_loopback, ("127.0.0.1", "::1", "localhost", "127.3.4.5")))
    assert not any(map(is_loopback, ("0.0.0.0", "::", "192.168.0.2", "desk.example", "")))


def test_the_last_visit_is_told_and_what_was_read_since(client: TestClient) -> None:
    assert "This is your first visit" in client.get("/brief").text
    number = "0" * 32
    client.cookies.clear()
    seen = client.get("/brief", headers={"cookie": f"parley_visit={number}.0.1000000000"}).text
    assert "3 reports read since 9 September 2001, 01:46 UTC" in seen
