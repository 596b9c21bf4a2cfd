"""Proposals across reports: one line each, a new version where the terms change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from made_record import report
from parley.model import Proposal, ProposalVersion, Span
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


def told_of(record: Record, *tellings: tuple[str, Proposal]) -> None:
    """Keep each telling in a report of its own, on the day given."""
    for number, (day, told) in enumerate(tellings):
        record.add(report(f"{number} tellings came before this one of {told.label}.", day, told))


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "empty.db") as opened:
        yield opened


def test_one_plan_under_other_names_is_one(empty: Record) -> None:
    told_of(
        empty,
        ("2031-03-12", tabled("immediate 30-day ceasefire", "30-day", by="Norway")),
        ("2031-03-14", tabled("monthlong truce", "monthlong")),
        ("2031-03-17", tabled("Norwegian ceasefire proposal", by="Norway")),
        ("2031-03-20", tabled("30-day halt in the fighting", "30-day")),
    )
    (plan,) = proposals(empty)
    assert (plan.label, plan.proposed_by, len(plan.reports)) == ("immediate 30-day ceasefire", "Norway", 4)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (tabled("30-day truce", "30-day"), tabled("90-day truce", "90-day")),
        (tabled("30-day truce", "30-day", by="Chad"), tabled("30-day pause in the fighting", by="Niger")),
        (tabled("partial 30-day truce", "30-day"), tabled("full 30-day ceasefire", "30-day")),
        (tabled("fisheries deal"), tabled("nuclear agreement")),
        (tabled("peace deal", by="Chad"), tabled("peace plan", by="Chad")),
        (tabled("truce in Darfur", "30-day"), tabled("ceasefire in Accra", "30-day")),
        (tabled("truce"), tabled("peace talks")),
    ],
)
def test_what_differs_in_kind_measure_extent_party_or_mark_is_two(
    empty: Record, first: Proposal, second: Proposal
) -> None:
    told_of(empty, ("2031-03-12", first), ("2031-03-13", second))
    assert len(proposals(empty)) == 2


def test_other_names_are_one_only_within_weeks(empty: Record) -> None:
    told_of(
        empty,
        ("2031-03-12", tabled("draft fisheries deal")),
        ("2031-03-30", tabled("fisheries agreement")),
        ("2031-06-20", tabled("wide fisheries pact")),
        ("2032-01-20", tabled("fisheries deal")),
    )
    assert [(one.first, len(one.reports)) for one in proposals(empty)] == [
        ("2031-03-12", 2),
        ("2031-06-20", 1),
        ("2032-01-20", 1),
    ]


def test_another_length_or_sum_is_a_new_version_and_more_terms_are_not(empty: Record) -> None:
    told_of(
        empty,
        ("2031-03-12", tabled("pay offer", "4 percent", by="Port")),
        ("2031-03-13", tabled("pay offer", "4 percent", "a bonus", by="Port")),
        ("2031-03-15", tabled("pay offer", "6 percent", by="Port")),
        ("2031-03-16", tabled("pay offer", "4 percent", by="Port")),
    )
    (offer,) = proposals(empty)
    assert [(set(one.terms), len(one.reports)) for one in offer.versions] == [
        ({"4 percent", "a bonus"}, 3),
        ({"6 percent"}, 1),
    ]


def test_versions_that_one_report_tells_apart_are_kept_apart(empty: Record) -> None:
    here = Span(0, 8)
    first = ProposalVersion("first offer", ("4 percent",), "Port", None, here)
    second = ProposalVersion("revised offer", ("6 percent", "a bonus"), "Port", None, here)
    offer = Proposal((here,), 0.8, "test", "offer", second.terms, "Port", versions=(first, second))
    told_of(empty, ("2031-03-12", offer), ("2031-03-13", tabled("offer", "a bonus", by="Port")))
    (kept,) = proposals(empty)
    assert [one.terms for one in kept.versions] == [("4 percent",), ("6 percent", "a bonus")]
    assert [len(one.reports) for one in kept.versions] == [1, 2]
