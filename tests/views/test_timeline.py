"""Everything with a day, in one order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from made_record import encounter, position, report, statement
from parley.model import EncounterStatus, Stance
from parley.record import BadFilter, Record, open_record
from parley.views.timeline import timeline

TEXT = (
    "Norsund said it would rather wait. Talks with Ostmark are due in May. The accord is fine, Ostmark said."
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    found = (
        statement(TEXT, "Norsund", "said", "it would rather wait", said_on="2025-03-02"),
        encounter(TEXT, "Talks", ("Norsund", "Ostmark"), EncounterStatus.SCHEDULED, "2025-05"),
        position(TEXT, "The accord is fine", "Ostmark", Stance.ACCEPTS, "the accord"),
    )
    with open_record(tmp_path / "record.db") as opened:
        opened.add(report(TEXT, "2025-03-03", *found))
        yield opened


def test_days_come_in_order_with_how_exact_they_are(record: Record) -> None:
    found = timeline(record)
    assert [(one.kind, one.day, one.precision, one.day_from) for one in found] == [
        ("position", "2025-03-03", "day", "published"),
        ("encounter", "2025-05", "month", "as_of"),
    ]


def test_statements_come_where_they_are_asked_for(record: Record) -> None:
    [found] = timeline(record, kinds=["statement"])
    assert (found.who, found.what, found.day) == ("Norsund", "it would rather wait", "2025-03-02")


def test_days_and_names_narrow(record: Record) -> None:
    assert [one.kind for one in timeline(record, since="2025-04")] == ["encounter"]
    assert [one.kind for one in timeline(record, until="2025-03-31")] == ["position"]
    assert [one.kind for one in timeline(record, who="norsund")] == ["encounter"]


def test_a_kind_that_is_none_is_said(record: Record) -> None:
    with pytest.raises(BadFilter, match="no 'mention'"):
        timeline(record, kinds=["mention"])
