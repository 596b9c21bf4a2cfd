"""Whatever stands in a report, a page stays the desk's own."""

from __future__ import annotations

import json

import pytest
from lxml import html
from starlette.testclient import TestClient

from parley.desk import showing
from parley.desk.store import Store
from parley.model import (
    Encounter,
    EncounterStatus,
    Event,
    Holder,
    Mention,
    Paraphrase,
    Position,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    SpunPhrase,
    Stance,
    Statement,
)
from parley.model.findings import Commitment

HOSTILE = {
    "markup": '<script>alert(1)</script><img src=x onerror="alert(2)">',
    "attribute": '" onmouseover="alert(3)" x="',
    "apostrophe": "' autofocus onfocus='alert(4)",
    "template": "{{ 7 * 7 }}{% for x in y %}${7*7}#{7*7}",
    "address": "javascript:alert(5)",
    "comment": "--><svg onload=alert(6)>]]>",
    "close": "</mark></div></main></body></title></textarea></script>",
    "entity": "&lt;script&gt;&#60;script&#62;&amp;",
    "bidi": "Kardeva \u202eavedraK\u2066 isolate \u200fright",
    "unseen": "zero\u200bwidth\u2060joiner\u00adsoft\ufeffmark\U000e0041tag",
    "control": "bell\x07escape\x1b[31mdelete\x7fnext\x85",
    "giant": "W" * 20_000,
    "combining": "Z" + "\u0301" * 3000,
    "formula": '=HYPERLINK("http://evil.example","x")',
    "path": "../../../../etc/passwd",
    "quotes": "“‘«»’” \" ' `",
    "emoji": "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "newlines": "line\u2028separator\u2029paragraph",
}

SHOWN = ("markup", "attribute", "template", "address", "comment", "close", "entity", "path", "formula")
"""Kinds without unseen characters: the reader shows them as they stand."""


def hostile_report(words: str) -> ReadReport:
    """A report all of whose findings and metadata are these words."""
    lead, tail = "Envoys met on Monday. ", " and nothing more was said."
    text = lead + words + tail
    span = Span(len(lead), len(lead) + len(words))
    whole = (span,)
    inner = Span(span.start, span.start + max(1, len(words) // 2))
    report = Report(
        text,
        title=words[:3000],
        outlet=words[:500],
        byline=words[:500],
        url=words[:500],
        published="2025-06-02",
        origin=words[:500],
    )
    name = words[:800]
    findings = (
        Statement(
            whole,
            0.5,
            "test",
            Speech.DIRECT,
            Source(name, inner, name, name),
            inner,
            whole,
            addressee=name,
            venue=name,
            medium=name,
            said_on="2025-06-02",
            about=(name,),
            verbatim=False,
        ),
        Encounter(
            whole,
            0.5,
            "test",
            "talks",
            (name, "B"),
            EncounterStatus.SCHEDULED,
            name,
            "2025-06-03",
            name,
            (name,),
            name,
        ),
        Position(whole, 0.5, "test", name, name, Stance.ACCEPTS_IF, (name,)),
        Position((inner,), 0.5, "test", name, name, Stance.REJECTS, (name,), Holder.ASCRIBED, name),
        Commitment(whole, 0.5, "test", name, name, (name,), "offered", ("B",), name),
        Event(whole, 0.5, "test", "ASSAULT", name, name, name, "2025-06-01", "attributed", name),
        Mention(whole, 0.5, "test", name, "person", name, name),
    )
    return ReadReport(report, "test 1", findings, Paraphrase(0.9, (SpunPhrase(span, name),)))


def pages(store: Store, report: str, words: str) -> list[str]:
    """The addresses on which the words of a report stand."""
    found = [one.id for one in store.record.findings(report)]
    return [
        "/brief",
        "/board",
        "/timeline",
        "/commitments",
        "/sources",
        "/people",
        f"/report/{report}",
        f"/report/{report}?lit={found[0]}",
        *(f"/finding/{one}" for one in found),
        "/search?q=Monday",
        f"/sources/compare?left={report}&right={report}",
    ]


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_page_has_an_element_or_attribute_that_a_report_brought(
    kind: str, client: TestClient, store: Store
) -> None:
    words = HOSTILE[kind]
    read = hostile_report(words)
    store.record.add(read)
    store.changed()
    clean = set()
    for path in pages(store, read.report.id, words):
        response = client.get(path)
        assert response.status_code == 200, path
        assert "alert(" not in "".join(
            html.fromstring(response.text).xpath("//@*[starts-with(name(), 'on')]")
        )
        page = html.fromstring(response.text)
        assert len(page.xpath("//script")) == 1 and page.xpath("//script/@src") == ["/static/desk.js"]
        assert not page.xpath("//main//img | //main//iframe | //main//style | //main//svg[@onload]")
        assert not page.xpath("//@onerror | //@onmouseover | //@onfocus | //@onload | //@autofocus")
        assert not page.xpath("//a[starts-with(@href, 'javascript:')]")
        if kind in SHOWN and path.startswith("/report/"):
            assert words in page.xpath("string(//div[@class='words'])")
        assert not showing._UNSEEN.search(response.text), path
        clean.add(path)
    assert clean


@pytest.mark.parametrize("kind", HOSTILE)
def test_the_twins_give_the_very_words_and_a_spreadsheet_runs_none(
    kind: str, client: TestClient, store: Store
) -> None:
    words = HOSTILE[kind]
    read = hostile_report(words)
    store.record.add(read)
    store.changed()
    raw = client.get(f"/report/{read.report.id}.json").content
    rows = json.loads(raw)["rows"]
    assert (raw.isascii() and b"<script" not in raw.replace(b'"words"', b"")) or kind in ("markup", "close")
    assert rows[0]["words"] == words
    for path in ("board", "people", "timeline", "sources", "search", "commitments"):
        answer = client.get(f"/{path}.csv")
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith("text/csv")
        for line in answer.text.splitlines():
            assert not line.startswith(("=", "+", "@", "-"))
            assert ',"=HYPER' not in line and ",=HYPER" not in line


def test_a_report_of_ten_megabytes_comes_in_parts(client: TestClient, store: Store) -> None:
    text = ("Kardeva said that it would wait for the engineers. " * 20 + "\n\n") * 9_800
    assert len(text) > 9_900_000
    at = len(text) - 3_000
    findings = (
        Statement((Span(at, at + 40),), 0.5, "test", Speech.INDIRECT, None, None, (Span(at, at + 40),)),
    )
    read = ReadReport(Report(text, title="Long"), "test 1", findings, Paraphrase(0.0))
    store.record.add(read)
    report = read.report.id
    first = client.get(f"/report/{report}")
    assert first.status_code == 200 and len(first.content) < 200_000
    lit = store.record.findings(report)[0].id
    page = client.get(f"/report/{report}?lit={lit}")
    assert 'id="lit"' in page.text and len(page.content) < 200_000
    assert client.get(f"/report/{report}?part=99999").status_code == 404


@pytest.mark.parametrize(
    "edtf", ["2025-99-99", "not a date", "2025-06-01/", "../..", "0000", "9999-12-31", "2025-06~"]
)
def test_a_date_as_a_report_may_bring_it_changes_no_page(edtf: str, client: TestClient, store: Store) -> None:
    span = (Span(0, 6),)
    findings = (
        Encounter(span, 0.5, "test", "talks", ("A", "B"), EncounterStatus.HELD, "Paris", edtf),
        Position(span, 0.5, "test", "A", "truce", Stance.ACCEPTS, as_of=edtf),
        Statement(span, 0.5, "test", Speech.INDIRECT, None, None, span, said_on=edtf),
    )
    store.record.add(
        ReadReport(Report("Envoys met.", published="2025-06-02"), "test 1", findings, Paraphrase(0.0))
    )
    store.changed()
    for path in ("/brief", "/board", "/timeline", "/search", "/timeline.json", "/board.csv", "/timeline.ics"):
        assert client.get(path).status_code == 200, path


def test_unseen_characters_are_named_and_markup_is_escaped() -> None:
    shown = showing.shown("a\u202eb<i>")
    assert shown == (
        '<bdi>a<span class="unseen" title="U+202E right-to-left override">U+202E</span>b&lt;i&gt;</bdi>'
    )


def test_words_are_cut_between_words() -> None:
    assert showing.short("one two three", 9) == "one two …"
    assert showing.short("one two", 9) == "one two"


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2025-06-04", "4 June 2025"),
        ("2025-06", "June 2025"),
        ("2025", "2025"),
        ("2025-06-02/2025-06-08", "2 to 8 June 2025"),
        ("2025-05-26/2025-06-01", "26 May 2025 to 1 June 2025"),
        ("2025-06~", "about June 2025"),
        ("../2025-06-01", "until 1 June 2025"),
        ("2025-06-01/..", "from 1 June 2025"),
        (None, "no date given"),
        ("nonsense", "nonsense"),
    ],
)
def test_dates_as_people_say_them(edtf: str | None, words: str) -> None:
    assert showing.spoken_date(edtf) == words
