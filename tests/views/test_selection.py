"""Asking for findings by fields and by one line of words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from made_record import encounter, position, report, statement
from parley.model import EncounterStatus, Stance
from parley.record import BadFilter, Record, open_record
from parley.views.selection import Selection, select, selection_of

TEXT = (
    "Norsund said it would rather wait. Talks with Ostmark are due in May. The accord is fine, Ostmark said."
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    found = (
        statement(TEXT, "Norsund", "said", "it would rather wait", said_on="2025-03-02"),
        encounter(TEXT, "Talks with Ostmark", ("Norsund", "Ostmark"), EncounterStatus.SCHEDULED, "2025-05"),
        position(TEXT, "The accord is fine", "Ostmark", Stance.ACCEPTS, "the accord", issue="fisheries"),
    )
    with open_record(tmp_path / "record.db") as opened:
        opened.add(report(TEXT, "2025-03-03", *found, outlet="The Gull"))
        yield opened


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("", ["statement", "position", "encounter"]),
        ("waiting", ["statement"]),
        ("accord", ["position"]),
        ('"the accord"', ["position"]),
        ('"accord the"', []),
        ("party:ostmark", ["position", "encounter"]),
        ("party:ostmark kind:position", ["position"]),
        ("speaker:norsund", ["statement"]),
        ("value:scheduled", ["encounter"]),
        ("issue:fisheries", ["position"]),
        ('outlet:"the gull" kind:position', ["position"]),
        ("since:2025-04", ["encounter"]),
        ("until:2025-03-31", ["statement", "position"]),
        ("checked:confirmed", []),
    ],
)
def test_a_line_narrows(record: Record, line: str, kinds: list[str]) -> None:
    found = select(record, selection_of(line))
    assert [type(one.finding).__name__.lower() for one in found] == kinds


@pytest.mark.parametrize("line", ["colour:red", "kind:rumour", "since:friday", "checked:maybe"])
def test_what_cannot_be_asked_is_said(line: str) -> None:
    with pytest.raises(BadFilter):
        selection_of(line)


def test_a_selection_is_the_line_it_came_from() -> None:
    line = '"stop filling" reservoir kind:position kind:event party:"lake league" since:2025-06-01'
    assert selection_of(selection_of(line).line()) == selection_of(line)
    assert selection_of("http://gull.example/a") == Selection(words=("http://gull.example/a",))
