"""A brief as Markdown and as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from made_record import encounter, position, report, statement
from parley.exports.brief_html import html
from parley.exports.brief_markdown import markdown
from parley.model import EncounterStatus, Stance
from parley.record import Record, open_record
from parley.views.brief import brief

TEXT = (
    "Norsund backs the <b>accord</b> if fleets leave. Ostmark denied that it *had* said so. "
    "The two will meet for talks on Friday."
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    found = (
        position(
            TEXT,
            "backs the <b>accord</b>",
            "Norsund",
            Stance.ACCEPTS_IF,
            "<b>accord</b>",
            conditions=("if fleets leave",),
        ),
        statement(TEXT, "Ostmark", "denied", "that it *had* said so"),
        encounter(TEXT, "talks", ("Norsund", "Ostmark"), EncounterStatus.SCHEDULED, "2025-03-07"),
    )
    with open_record(tmp_path / "record.db") as opened:
        opened.add(report(TEXT, "2025-03-03", *found, outlet="The Gull"))
        yield opened


def test_every_sentence_has_a_footnote_with_its_words(record: Record) -> None:
    found = brief(record)
    [line] = found.findings
    [note] = found.footnotes
    assert line.notes == (note.number,)
    assert note.words == "backs the <b>accord</b>"
    assert (found.coverage.reports, found.coverage.sources, found.coverage.folded) == (1, 1, 0)


def test_markdown_of_a_report_stays_words(record: Record) -> None:
    page = markdown(brief(record))
    assert r"Norsund accepts \<b\>accord\</b\>, if fleets leave (2025-03-03).[^1]" in page
    assert r"that it \*had\* said so" in page
    assert "[^1]: “backs the" in page
    assert "2025-03-07: talks, scheduled: Norsund, Ostmark" in page


def test_html_of_a_report_stays_words_and_asks_nothing_of_others(record: Record) -> None:
    page = html(brief(record))
    assert "&lt;b&gt;accord&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert 'href="#note-1"' in page and 'id="note-1"' in page


def test_an_empty_record_says_what_it_has_not(tmp_path: Path) -> None:
    with open_record(tmp_path / "empty.db") as empty:
        page = markdown(brief(empty))
    assert "No party was found to take a stand." in page
    assert "No denial was found." in page
    assert "No planned encounter was found." in page
