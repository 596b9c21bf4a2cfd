"""A whole record as lines, and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from made_record import position, report, statement
from parley.model import Stance
from parley.record import BadArchive, LedgerFilter, open_record
from parley.record.decisions import Confirm

TEXT = "Norsund said that it would rather wait. The accord is fine, Ostmark's minister told reporters."


def lines_of(place: Path) -> list[dict[str, Any]]:
    with open_record(place) as record:
        return [json.loads(json.dumps(line)) for line in record.dump()]


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    place = tmp_path / "filled.db"
    found = (
        statement(TEXT, "Norsund", "said", "that it would rather wait"),
        position(TEXT, "The accord is fine", "Ostmark", Stance.ACCEPTS, "the accord"),
    )
    with open_record(place) as record:
        record.add(report(TEXT, "2025-03-03", *found, outlet="The Gull"))
        record.add(report(TEXT + " Nothing more.", "2025-03-04", *found))
        said = record.statements()[0]
        record.rule(Confirm(said.id), by="Ada", why="heard it myself")
    return place


def test_a_record_comes_back_without_loss(filled: Path, tmp_path: Path) -> None:
    lines = lines_of(filled)
    with open_record(tmp_path / "copy.db") as copy:
        assert copy.load(lines) == len(lines) - 1
    assert lines_of(tmp_path / "copy.db") == lines
    with open_record(filled) as one, open_record(tmp_path / "copy.db") as two:
        assert one.statements() == two.statements()
        assert [kept.ruling for kept in one.rulings()] == [kept.ruling for kept in two.rulings()]
        assert one.fold() >= 0 and two.fold() >= 0
        assert one.families() == two.families()
        assert len(two.statements(LedgerFilter(text="waiting"))) == 2


def test_a_record_with_something_in_it_takes_nothing_in(filled: Path) -> None:
    lines = lines_of(filled)
    with open_record(filled) as record, pytest.raises(BadArchive, match="empty"):
        record.load(lines)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda lines: lines[1:], "no exported record"),
        (lambda lines: [lines[0] | {"schema": "9999"}, *lines[1:]], "schema 9999"),
        (lambda lines: [lines[0], {"type": "row", "table": "sqlite_master", "values": {}}], "no row"),
        (lambda lines: [lines[0], lines[1] | {"values": {}}], "columns"),
        (lambda lines: [line for line in lines if line.get("table") != "reports"], "do not fit"),
    ],
)
def test_what_is_no_record_leaves_nothing_behind(
    filled: Path, tmp_path: Path, change: Any, complaint: str
) -> None:
    with open_record(tmp_path / "copy.db") as copy:
        with pytest.raises(BadArchive, match=complaint):
            copy.load(change(lines_of(filled)))
        assert copy.reports() == []


def test_a_text_that_was_tampered_with_is_refused(filled: Path, tmp_path: Path) -> None:
    lines = lines_of(filled)
    for line in lines:
        if line.get("table") == "reports":
            line["values"]["text"] = line["values"]["text"].replace("wait", "sign")
    with open_record(tmp_path / "copy.db") as copy, pytest.raises(BadArchive, match="not that of report"):
        copy.load(lines)
