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
from parley.record.errors import BadFilter
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


LATER = (
    "Ostmark rejects the accord. Norsund denied that the ferries were late. "
    "The talks of Friday were called off."
)


@pytest.fixture
def longer(record: Record) -> Record:
    """The record with a report of four days later."""
    found = (
        position(LATER, "Ostmark rejects the accord", "Ostmark", Stance.REJECTS, "the accord"),
        statement(LATER, "Norsund", "denied", "that the ferries were late"),
        encounter(LATER, "talks", ("Norsund", "Ostmark"), EncounterStatus.CANCELLED, "2025-03-07"),
    )
    record.add(report(LATER, "2025-03-06", *found, outlet="The Tern"))
    return record


def test_a_brief_of_one_party_has_only_what_is_of_it(longer: Record) -> None:
    found = brief(longer, "2025-03", party="ostmark")
    assert [line.text.split()[0] for line in found.findings] == ["Ostmark"]
    assert [one.denials[0].who for one in found.disputes] == ["Ostmark"]
    assert markdown(found).startswith("# Brief: ostmark, since 2025-03\n")
    assert brief(longer, "2025-03", party="elsewhere").findings == ()


def test_a_brief_until_a_day_leaves_out_what_came_later(longer: Record) -> None:
    found = brief(longer, until="2025-03-05")
    assert [line.text.split()[0] for line in found.findings] == ["Norsund"]
    assert [one.denials[0].who for one in found.disputes] == ["Ostmark"]
    assert [one.status for one in found.encounters] == [EncounterStatus.SCHEDULED]
    assert (found.since, found.until) == ("2025-02-27", "2025-03-05")
    assert "<title>Brief: 2025-02-27 to 2025-03-05</title>" in html(found)
    assert brief(longer).encounters == ()


@pytest.mark.parametrize(
    "asked", [{"since": "x"}, {"until": "x"}, {"party": "?"}, {"since": "2026", "until": "2025"}]
)
def test_a_brief_that_cannot_be_asked(record: Record, asked: dict[str, str]) -> None:
    with pytest.raises(BadFilter):
        brief(record, **asked)


def test_a_report_that_carries_the_text_of_another_is_no_source_of_its_own(record: Record) -> None:
    record.add(report(f"{TEXT} So the two sides said.", "2025-03-04", outlet="The Tern"))
    found = brief(record).coverage
    families = {one for one, _ in record.family_ids().values()}
    assert (found.reports, found.sources, found.folded) == (2, len(families), 2 - len(families))
    assert found.folded == 1
