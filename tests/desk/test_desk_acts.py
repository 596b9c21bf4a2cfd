"""What is done at the desk: rulings, and reports that are added."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from lxml import html
from starlette.testclient import TestClient

from desk_forms import form_token
from parley.desk.store import Store
from parley.desk.taking_in import LARGEST, Input, Stage, TakingIn
from parley.errors import ParleyError
from parley.model import Paraphrase, ReadReport, Report
from parley.record import Record
from parley.reports import Unreadable, report_from_text

TEXT = (
    "The dockers’ union said on Monday that it would not sign the pay offer unless the terminal owner "
    "reinstated two shop stewards. “We have waited long enough,” said Marta Oyelaran, its chairwoman."
)


def first_statement(store: Store) -> tuple[str, str]:
    """A report of the sample and its first statement."""
    report = store.record.reports()[0].id
    return report, store.record.findings(report, "statement")[0].id


def rule(client: TestClient, **form: str) -> int:
    """Sends a ruling; gives the status."""
    whole = {"token": form_token(client), "back": "/brief", **form}
    return client.post("/rule", data=whole, follow_redirects=False).status_code


def settled(store: Store, seconds: float = 20.0) -> tuple[Input, ...]:
    """The inputs when all are done."""
    end = time.monotonic() + seconds
    while store.unread and time.monotonic() < end:
        time.sleep(0.02)
    assert store.unread == 0
    return store.taking_in.inputs


def test_what_is_accepted_is_marked_wherever_it_stands(client: TestClient, store: Store) -> None:
    report, finding = first_statement(store)
    assert rule(client, decision="confirm", finding=finding) == 303
    rows = client.get(f"/report/{report}.json?checked=confirmed").json()["rows"]
    assert [row["id"] for row in rows] == [finding]
    assert "state-confirmed" in client.get(f"/finding/{finding}").text
    assert "state-confirmed" in client.get(f"/report/{report}").text


def test_what_is_rejected_is_gone_and_undoing_brings_it_back(client: TestClient, store: Store) -> None:
    report, finding = first_statement(store)
    assert rule(client, decision="reject", finding=finding) == 303
    assert finding not in [row["id"] for row in client.get(f"/report/{report}.json").json()["rows"]]
    [ruling] = client.get("/rulings.json").json()["rows"]
    assert (ruling["kind"], ruling["by"], ruling["standing"]) == ("reject", "desk", "in force")
    assert rule(client, decision="undo", ruling=ruling["id"]) == 303
    assert finding in [row["id"] for row in client.get(f"/report/{report}.json").json()["rows"]]
    standings = {row["kind"]: row["standing"] for row in client.get("/rulings.json").json()["rows"]}
    assert standings["reject"] == "undone"


def test_a_field_is_put_right(client: TestClient, store: Store) -> None:
    report, finding = first_statement(store)
    form = {"decision": "correct", "finding": finding, "field": "source.name", "value": "Mira Sand"}
    assert rule(client, **form, why="she is named below") == 303
    row = next(row for row in client.get(f"/report/{report}.json").json()["rows"] if row["id"] == finding)
    assert (row["speaker"], row["checked"]) == ("Mira Sand", "corrected")
    assert client.get("/rulings.json").json()["rows"][0]["why"] == "she is named below"


def test_a_copy_is_split_off_and_folded_again(client: TestClient, store: Store) -> None:
    families = {row["report"]: row["family"] for row in client.get("/sources.json").json()["rows"]}
    copy, lead = next((report, family) for report, family in families.items() if report != family)
    assert rule(client, decision="move", report=copy, family="") == 303
    split = {row["report"]: row["family"] for row in client.get("/sources.json").json()["rows"]}
    assert split[copy] == copy
    assert rule(client, decision="move", report=copy, family=lead) == 303
    assert {row["report"]: row["family"] for row in client.get("/sources.json").json()["rows"]} == families


@pytest.mark.parametrize(
    "form",
    [
        {"decision": "explode"},
        {"decision": "confirm", "finding": "s0000000000000000"},
        {"decision": "confirm", "finding": "not an id"},
        {"decision": "correct", "finding": "", "field": "speaker"},
        {"decision": "undo", "ruling": "r0000000000000000"},
        {"decision": "move", "report": "ffffffffffffffff"},
        {"decision": "merge", "first": "", "second": ""},
        {},
    ],
)
def test_a_ruling_that_cannot_be_is_refused_in_a_sentence(
    client: TestClient, store: Store, form: dict[str, str]
) -> None:
    assert rule(client, **form) in (400, 404, 422)
    assert store.record.rulings() == []


def test_a_pasted_text_is_read_and_can_be_read(client: TestClient, store: Store) -> None:
    form = {
        "text": TEXT,
        "title": "Dockers hold out",
        "outlet": "The Estuary Courier",
        "published": "2025-06-03",
    }
    answer = client.post("/add/text", data={**form, "token": form_token(client)}, follow_redirects=False)
    assert answer.status_code == 303
    [done] = settled(store)
    assert done.stage is Stage.KEPT and done.findings > 0
    assert "Marta Oyelaran" in client.get(f"/report/{done.reports[0]}").text
    assert "4 reports" in client.get("/brief").text


def test_dropped_files_are_read_one_by_one_and_a_bad_one_costs_itself(
    client: TestClient, store: Store
) -> None:
    files = [
        ("files", ("2025-06-03-dock.txt", TEXT.encode(), "text/plain")),
        ("files", ("empty.txt", b"", "text/plain")),
        ("files", ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\0", "text/plain")),
        (
            "files",
            ("../../escape.md", b"---\npublished: 2025-06-04\n---\n\n" + TEXT.encode(), "text/markdown"),
        ),
    ]
    client.post("/add/files", data={"token": form_token(client)}, files=files)
    stages = {one.name: one.stage for one in settled(store)}
    assert stages["2025-06-03-dock.txt"] is Stage.KEPT
    assert stages["empty.txt"] is Stage.FAILED
    assert stages["picture.txt"] is Stage.FAILED
    assert stages["../../escape.md"] in (Stage.KEPT, Stage.KNOWN)
    rows = client.get("/add.json").json()["rows"]
    assert all(row["reason"] for row in rows if row["stage"] == "not readable")


def test_nothing_chosen_and_a_wrong_day_are_told(client: TestClient) -> None:
    token = form_token(client)
    assert client.post("/add/files", data={"token": token}).status_code == 400
    assert client.post("/add/text", data={"token": token, "text": "  "}).status_code == 400
    wrong = client.post("/add/text", data={"token": token, "text": TEXT, "published": "yesterday"})
    assert wrong.status_code == 400 and "must be a date" in wrong.text


def test_a_file_that_is_too_large_is_told(client: TestClient) -> None:
    files = {"files": ("large.txt", b"a" * (LARGEST + 1), "text/plain")}
    answer = client.post("/add/files", data={"token": form_token(client)}, files=files)
    assert answer.status_code == 400 and "larger than" in answer.text


class _Slow:
    """A reader that waits to be let go."""

    def __init__(self) -> None:
        self.go = False

    def __call__(self, report: Report) -> ReadReport:
        while not self.go:
            time.sleep(0.005)
        if "explode" in report.text:
            raise ZeroDivisionError("a defect")
        return ReadReport(report, "slow 1", (), Paraphrase(0.0))


@pytest.fixture
def slow(store: Store) -> tuple[TakingIn, _Slow]:
    """A queue whose reader waits."""
    reader = _Slow()
    taking_in = TakingIn(store.record, lambda: reader)
    return taking_in, reader


def wait(taking_in: TakingIn) -> list[Stage]:
    """The stages when all is done, the first input first."""
    end = time.monotonic() + 10
    while taking_in.waiting and time.monotonic() < end:
        time.sleep(0.005)
    return [one.stage for one in reversed(taking_in.inputs)]


def test_what_waits_can_be_called_off_and_what_is_done_stays(slow: tuple[TakingIn, _Slow]) -> None:
    taking_in, reader = slow
    for number in range(3):
        taking_in.take(str(number), lambda number=number: [report_from_text(f"{TEXT} Number {number}.")])  # type: ignore[misc]
    while not any(one.stage is Stage.READING for one in taking_in.inputs):
        time.sleep(0.005)
    assert taking_in.cancel() == 2
    reader.go = True
    assert wait(taking_in) == [Stage.KEPT, Stage.FAILED, Stage.FAILED]
    taking_in.close()


def test_a_defect_at_one_report_is_told_and_the_next_is_read(slow: tuple[TakingIn, _Slow]) -> None:
    taking_in, reader = slow
    reader.go = True
    taking_in.take("bad", lambda: [report_from_text(f"{TEXT} explode")])
    taking_in.take("good", lambda: [report_from_text(TEXT)])
    taking_in.take("again", lambda: [report_from_text(TEXT)])
    taking_in.take("half", lambda: [Unreadable("x", "It is odd."), report_from_text(f"{TEXT} Half.")])
    assert wait(taking_in) == [Stage.FAILED, Stage.KEPT, Stage.KNOWN, Stage.KEPT]
    bad, half = taking_in.inputs[-1], taking_in.inputs[0]
    assert "defect" in (bad.reason or "") and half.reason == "It is odd."
    taking_in.close()


def test_an_input_that_cannot_be_opened_is_told(slow: tuple[TakingIn, _Slow]) -> None:
    taking_in, _ = slow

    def refuse() -> list[Report]:
        raise ParleyError("It is locked.")

    taking_in.take("locked", refuse)
    assert wait(taking_in) == [Stage.FAILED]
    assert taking_in.inputs[0].reason == "It is locked."
    taking_in.close()


def test_settings_are_kept_in_the_browser(client: TestClient) -> None:
    token = form_token(client)
    client.post("/settings", data={"token": token, "theme": "dark", "keys": "off", "back": "/board"})
    page = client.get("/board").text
    assert 'data-theme="dark"' in page and 'data-keys="off"' in page
    client.post("/settings", data={"token": token, "theme": "<script>", "back": "/board"})
    assert 'data-theme="dark"' in client.get("/board").text


def test_an_answer_is_kept_until_the_record_changes(store: Store) -> None:
    asked: list[Record] = []

    def work_out(record: Record) -> int:
        asked.append(record)
        return len(asked)

    assert [store.kept("a", work_out), store.kept("a", work_out)] == [1, 1]
    assert store.kept("b", work_out) == 2
    store.record.add(ReadReport(replace(report_from_text(TEXT)), "test 1", (), Paraphrase(0.0)))
    store.changed()
    assert store.kept("a", work_out) == 3


def test_what_took_long_is_shown_as_it_was_while_it_is_worked_out_anew(store: Store) -> None:
    def work_out(record: Record) -> int:
        time.sleep(0.3)
        return len(record.reports())

    before = store.kept("slow", work_out)
    store.record.add(ReadReport(report_from_text(TEXT), "test 1", (), Paraphrase(0.0)))
    time.sleep(0.25)
    began = time.monotonic()
    assert store.kept("slow", work_out) == before
    assert time.monotonic() - began < 0.2
    end = time.monotonic() + 10
    while store.kept("slow", work_out) == before and time.monotonic() < end:
        time.sleep(0.05)
    assert store.kept("slow", work_out) == before + 1


def test_a_web_address_is_fetched_only_when_it_is_one_and_only_from_public_machines(
    client: TestClient, store: Store
) -> None:
    token = form_token(client)
    for address in ("file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "/etc/passwd", ""):
        assert client.post("/add/address", data={"token": token, "address": address}).status_code == 400
    client.post("/add/address", data={"token": token, "address": "http://127.0.0.1:1/secret"})
    [one] = settled(store)
    assert one.stage is Stage.FAILED and one.reason


def test_what_can_be_put_right_says_what_it_is_now(client: TestClient, store: Store) -> None:
    report = store.record.reports()[0].id
    page = html.fromstring(client.get(f"/report/{report}").text)
    options = page.xpath("(//li[contains(@class, 'card-statement')])[1]//select[@name='field']/option")
    told = {one.get("value"): one.text for one in options}
    assert told["speech"].startswith("speech (now: ") and told["source.name"].startswith("speaker (now: ")
    assert page.xpath("//datalist[@id='words-position']/option[@value='accepts_if']")
    assert page.xpath("(//li[contains(@class, 'card-statement')])[1]//input[@list='words-statement']")
