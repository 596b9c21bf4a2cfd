"""Proposals across reports: one line each, a new version where the terms change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from made_record import report
from parley.model import Proposal, Span
from parley.record import Record, open_record
from parley.record.decisions import Merge, Split
from parley.record.errors import BadFilter
from parley.views.proposals import proposals


def tabled(label: str, *terms: str, by: str | None = None, on: str | None = None) -> Proposal:
    return Proposal((Span(0, 8),), 0.8, "test", label, terms, by, on)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db") as opened:
        opened.add(
            report("Miners set out a wage plan.", "2024-05-01", tabled("wage plan", "3 percent", by="Miners"))
        )
        opened.add(report("It has a second term, too.", "2024-05-01", tabled("wage plan", "a bonus")))
        opened.add(report("The wage plan was told of again.", "2024-05-04", tabled("wage plan", "3 percent")))
        opened.add(
            report("Miners now ask for five.", "2024-05-09", tabled("wage plan", "5 percent", by="Miners"))
        )
        opened.add(
            report(
                "Owners have one of their own.", "2024-05-10", tabled("wage plan", "1 percent", by="Owners")
            )
        )
        opened.add(
            report(
                "A year on, a wage plan again.", "2025-06-01", tabled("wage plan", "9 percent", by="Miners")
            )
        )
        yield opened


def test_one_line_a_proposal_with_its_versions(record: Record) -> None:
    miners, owners, later = proposals(record)
    assert (miners.proposed_by, miners.first, miners.last) == ("Miners", "2024-05-01", "2024-05-09")
    assert [(one.day, set(one.terms)) for one in miners.versions] == [
        ("2024-05-01", {"3 percent", "a bonus"}),
        ("2024-05-09", {"5 percent"}),
    ]
    assert [len(one.reports) for one in miners.versions] == [3, 1]
    assert [one.terms for one in owners.versions] == [("1 percent",)]
    assert later.first == "2025-06-01"


def test_narrowed_by_days_and_party(record: Record) -> None:
    assert [one.first for one in proposals(record, "2025")] == ["2025-06-01"]
    assert [one.proposed_by for one in proposals(record, until="2024-05-09")] == ["Miners"]
    assert [one.proposed_by for one in proposals(record, party="owners")] == ["Owners"]
    assert [one.first for one in proposals(record, limit=1)] == ["2025-06-01"]
    with pytest.raises(BadFilter, match="the first is the later"):
        proposals(record, "2025", "2024")


def test_people_say_what_is_one(record: Record) -> None:
    miners, owners, later = proposals(record)
    record.rule(Merge(miners.findings[-1], later.findings[0]), by="Ada")
    assert [len(one.reports) for one in proposals(record)] == [5, 1]
    record.rule(Split(owners.findings[0], miners.findings[0]), by="Ada")
    record.rule(Split(miners.findings[0], miners.findings[3]), by="Ada")
    assert sorted(len(one.reports) for one in proposals(record)) == [1, 2, 3]
