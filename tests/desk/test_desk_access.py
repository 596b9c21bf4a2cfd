"""Signing in, where others can reach the desk."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from desk_forms import form_token
from parley.cli.program import parley
from parley.desk.access import Access, BadAccess, Patience, Role, password_hash, token_hash
from parley.desk.application import application
from parley.desk.serving import CannotServe, Serving, desk_of
from parley.desk.store import Store

PASSWORD = "long enough to be one"
ADDRESS = "http://192.0.2.7:8642"


@pytest.fixture
def access(tmp_path: Path) -> Access:
    """Grants: a reader and an analyst."""
    made = Access(tmp_path / "data" / "access.json")
    made.grant_password("rita", Role.READER, PASSWORD)
    made.grant_password("anna", Role.ANALYST, PASSWORD + "!")
    return made


@pytest.fixture
def shared(store: Store, access: Access) -> TestClient:
    """A browser at a desk that others can reach."""
    desk = desk_of(store, Serving(host="192.0.2.7", access=access))
    return TestClient(application(desk), base_url=ADDRESS, raise_server_exceptions=False)


def sign_in(client: TestClient, name: str, password: str) -> int:
    """Signs in; gives the status."""
    form = {"name": name, "password": password, "token": form_token(client, "/sign-in"), "back": "/brief"}
    return client.post("/sign-in", data=form, follow_redirects=False).status_code


def test_a_desk_that_others_can_reach_is_not_served_without_grants(store: Store, tmp_path: Path) -> None:
    for access in (None, Access(tmp_path / "none.json")):
        with pytest.raises(CannotServe, match="sign in"):
            desk_of(store, Serving(host="0.0.0.0", access=access))


def test_a_stranger_sees_nothing_but_the_door(shared: TestClient) -> None:
    page = shared.get("/brief", follow_redirects=False)
    assert page.status_code == 303 and page.headers["location"].startswith("/sign-in?back=")
    twin = shared.get("/board.json")
    assert twin.status_code == 401 and twin.headers["www-authenticate"] == "Bearer"
    door = shared.get("/sign-in").text
    assert "Kardeva" not in door and "record.db" not in door
    assert shared.get("/nowhere").status_code == 404


def test_the_right_password_opens_and_signing_out_shuts(shared: TestClient) -> None:
    assert sign_in(shared, "rita", "wrong password") == 401
    assert sign_in(shared, "rita", PASSWORD) == 303
    assert "Kardeva" in shared.get("/brief").text
    shared.post("/sign-out", data={"token": form_token(shared, "/brief")})
    assert shared.get("/brief", follow_redirects=False).status_code == 303


def test_a_reader_changes_nothing_and_an_analyst_signs_what_she_rules(
    shared: TestClient, store: Store
) -> None:
    finding = store.record.findings(store.record.reports()[0].id, "statement")[0].id
    form = {"decision": "confirm", "finding": finding, "back": "/brief", "by": "somebody else"}
    sign_in(shared, "rita", PASSWORD)
    assert "Accept" not in shared.get(f"/finding/{finding}").text
    refused = shared.post("/rule", data={**form, "token": form_token(shared, "/brief")})
    assert refused.status_code == 403
    sign_in(shared, "anna", PASSWORD + "!")
    done = shared.post("/rule", data={**form, "token": form_token(shared, "/brief")}, follow_redirects=False)
    assert done.status_code == 303
    assert [one.ruling.by for one in store.record.rulings()] == ["anna"]


def test_a_token_lets_a_program_in_as_its_role(shared: TestClient, access: Access) -> None:
    token = access.grant_token("script", Role.READER)
    assert shared.get("/board.json", headers={"authorization": f"Bearer {token}"}).status_code == 200
    assert shared.get("/board.json", headers={"authorization": f"Bearer {token}x"}).status_code == 401
    rule = shared.post("/rule", data={"decision": "undo"}, headers={"authorization": f"Bearer {token}"})
    assert rule.status_code == 403


def test_who_is_revoked_is_out_at_once(shared: TestClient, access: Access) -> None:
    sign_in(shared, "rita", PASSWORD)
    assert shared.get("/brief").status_code == 200
    assert access.revoke("rita") and not access.revoke("rita")
    assert shared.get("/board.json").status_code == 401


def test_guessing_is_made_to_wait(shared: TestClient) -> None:
    codes = [sign_in(shared, "rita", f"guess {number}") for number in range(8)]
    assert codes[:5] == [401] * 5
    assert 429 in codes
    token = form_token(shared, "/sign-in")
    late = shared.post("/sign-in", data={"name": "rita", "password": PASSWORD, "token": token})
    assert late.status_code == 429 and int(late.headers["retry-after"]) >= 1


def test_patience_ends_longer_each_time_and_is_forgotten_on_success() -> None:
    patience = Patience()
    waits = []
    for _ in range(9):
        patience.failed("a")
        waits.append(patience.wait("a"))
    assert waits[:4] == pytest.approx([0.0] * 4, abs=0.01)
    assert waits[5] < waits[6] < waits[7] < waits[8]
    assert patience.wait("b") == 0
    patience.succeeded("a")
    assert patience.wait("a") <= 0


def test_the_file_holds_no_password_and_no_token(access: Access) -> None:
    token = access.grant_token("script", Role.ADMIN)
    kept = access.file.read_text(encoding="utf-8")
    assert PASSWORD not in kept and token not in kept
    assert token_hash(token) in kept
    assert stat.S_IMODE(access.file.stat().st_mode) == 0o600


def test_the_same_password_never_hashes_to_the_same(access: Access) -> None:
    assert password_hash(PASSWORD) != password_hash(PASSWORD)
    assert access.by_password("rita", PASSWORD) is not None
    assert access.by_password("rita", PASSWORD + " ") is None
    assert access.by_password("nobody", "") is None


def test_a_short_password_and_a_broken_file_are_told(access: Access) -> None:
    with pytest.raises(BadAccess, match="at least"):
        access.grant_password("rita", Role.READER, "short")
    access.file.write_text('{"grants": [{"name": 1}]}', encoding="utf-8")
    with pytest.raises(BadAccess, match="grant anew"):
        access.grants()


def test_granting_on_the_command_line(tmp_path: Path) -> None:
    run, file = CliRunner(), str(tmp_path / "access.json")
    made = run.invoke(parley, ["desk", "--access", file, "--grant", "eva:admin"], input=f"{PASSWORD}\n" * 2)
    assert made.exit_code == 0, made.output
    assert Access(Path(file)).by_password("eva", PASSWORD) is not None
    token = run.invoke(parley, ["desk", "--access", file, "--grant-token", "bot:reader"]).stdout.strip()
    assert Access(Path(file)).by_token(token) is not None
    assert run.invoke(parley, ["desk", "--access", file, "--grant", "eva"]).exit_code == 2
    assert run.invoke(parley, ["desk", "--access", file, "--revoke", "eva"]).exit_code == 0
    assert [one.name for one in Access(Path(file)).grants()] == ["bot"]


def test_serving_beyond_this_machine_is_refused_in_one_sentence(tmp_path: Path) -> None:
    options = ["--host", "0.0.0.0", "--no-browser", "--access", str(tmp_path / "none.json")]
    result = CliRunner().invoke(parley, ["desk", "--record", str(tmp_path / "r.db"), *options])
    assert result.exit_code == 1
    assert "--grant" in result.output
