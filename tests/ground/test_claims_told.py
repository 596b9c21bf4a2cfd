"""Claims of a record as questions to the maps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.ground.errors import GroundError
from parley.ground.store import GroundStore
from parley.ground.told import asked, told_claims
from parley.model import Event, Paraphrase, ReadReport, Report, Span
from parley.record import Record, open_record


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def keep(record: Record, words: str, rule: str, factuality: str, on: str | None) -> None:
    """Keeps a report of one sentence with one event."""
    event = Event((Span(0, len(words)),), 0.9, rule, "ASSAULT", "Solane", None, "Merrow", on, factuality)
    record.add(ReadReport(Report(words, published="2025-06-05"), "test 1", (event,), Paraphrase(0.0)))


def test_only_movements_told_as_done_are_claims(record: Record) -> None:
    keep(record, "Solane took Merrow.", "event.ASSAULT.capturing", "asserted", "2025-06-04")
    keep(record, "Solane may enter Merrow.", "event.ASSAULT.entering", "possible", "2025-06-04")
    keep(record, "Solane shelled Merrow.", "event.ASSAULT.shelling", "asserted", "2025-06-04")
    (found,) = told_claims(record)
    assert (found.movement, found.place, found.day) == ("holds", "Merrow", "2025-06-04")
    assert (found.words, found.claimed_by) == ("Solane took Merrow.", "the report")


def test_a_claim_without_a_day_is_of_the_day_of_its_report(record: Record, sample: GroundStore) -> None:
    keep(record, "Solane took Merrow.", "event.ASSAULT.capturing", "asserted", None)
    (found,) = told_claims(record)
    assert asked(sample, found).as_of == "2025-06-05"
    assert asked(sample, found, "2025-06-03").as_of == "2025-06-03"


def test_a_claim_of_a_month_asks_no_map(record: Record, sample: GroundStore) -> None:
    keep(record, "Solane took Merrow.", "event.ASSAULT.capturing", "asserted", "2025-05")
    (found,) = told_claims(record)
    with pytest.raises(GroundError, match="No day can be told"):
        asked(sample, found)
