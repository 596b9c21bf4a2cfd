"""The commitments of a record: one line an act, with what became of it over time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.model import Commitment, Holder, Paraphrase, Position, ReadReport, Report, Span, Stance
from parley.record import BadFilter, Record, open_record
from parley.views.commitments import CommitmentLine, commitments
from parley.views.explain import explain
from parley.views.waiting import waiting


def report(text: str, published: str | None, *findings: Commitment | Position) -> ReadReport:
    return ReadReport(Report(text, published=published), "parley test", findings, Paraphrase(0.0))


def commitment(party: str, act: str, status: str = "offered", **more: object) -> Commitment:
    return Commitment((Span(0, 4),), 0.8, "test", party, act, status=status, **more)  # type: ignore[arg-type]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def only(record: Record, **asked: str) -> CommitmentLine:
    [line] = commitments(record, **asked)  # type: ignore[arg-type]
    return line


def told(record: Record, *tellings: tuple[str, str, str]) -> None:
    """Reports of Chad's commitment: day of publication, wording, status."""
    for number, (day, act, status) in enumerate(tellings):
        record.add(report(f"Chad, report {number}.", day, commitment("Chad", act, status, as_of=day)))


def test_one_act_over_several_reports_is_one_line_with_a_history(record: Record) -> None:
    told(
        record,
        ("2024-03-01", "free 30 prisoners", "offered"),
        ("2024-03-04", "release 30 prisoners", "accepted"),
        ("2024-03-09", "release 30 prisoners", "met"),
    )
    line = only(record)
    assert (line.status, line.day, line.open) == ("met", "2024-03-09", False)
    assert [telling.status for telling in line.history] == ["offered", "accepted", "met"]
    assert len(line.reports) == len(line.findings) == 3
    assert record.finding(line.findings[0]).report.published == "2024-03-09"


def test_as_of_shows_how_far_it_had_come(record: Record) -> None:
    told(record, ("2024-03-01", "free 30 prisoners", "offered"), ("2024-03-09", "free 30 prisoners", "met"))
    assert only(record, as_of="2024-03-05").status == "offered"
    assert commitments(record, "2024-02") == []


def test_a_promise_told_again_does_not_undo_what_became_of_it(record: Record) -> None:
    told(record, ("2024-03-01", "leave the town", "met"), ("2024-03-05", "leave the town", "offered"))
    assert only(record).status == "met"


def test_a_new_offer_after_a_withdrawn_one_stands(record: Record) -> None:
    told(
        record,
        ("2024-03-01", "raise wages", "offered"),
        ("2024-03-02", "raise wages", "withdrawn"),
        ("2024-03-08", "raise wages", "offered"),
    )
    assert only(record).status == "offered"


def test_other_numbers_are_another_commitment(record: Record) -> None:
    told(record, ("2024-03-01", "free 30 prisoners", "met"), ("2024-03-05", "free 90 prisoners", "offered"))
    assert {line.act: line.status for line in commitments(record)} == {
        "free 30 prisoners": "met",
        "free 90 prisoners": "offered",
    }


def test_who_claims_a_breach_is_kept(record: Record) -> None:
    broken = commitment("Chad", "truce", "breach_alleged", claimed_by="Niger")
    record.add(report("Chad broke it.", "2024-03-01", broken))
    line = only(record)
    assert (line.status, line.claimed_by) == ("breach_alleged", "Niger")


def test_the_last_conditions_count(record: Record) -> None:
    record.add(
        report("One.", "2024-03-01", commitment("Chad", "lift the embargo", conditions=("if Niger pays",)))
    )
    later = commitment(
        "Chad", "lift the embargo", conditions=("once Niger leaves",), awaits=("Niger",), as_of="2024-03-03"
    )
    record.add(report("Two.", "2024-03-03", later))
    line = only(record)
    assert (line.conditions, line.awaits) == (("once Niger leaves",), ("Niger",))


def test_party_and_status_choose(record: Record) -> None:
    strike, kept = commitment("Dockers’ Union", "end the strike"), commitment("Chad", "x y", "met")
    record.add(report("All.", "2024-03-01", strike, kept))
    assert [line.party for line in commitments(record, party="dockers")] == ["Dockers’ Union"]
    assert [line.party for line in commitments(record, status="met")] == ["Chad"]


@pytest.mark.parametrize("asked", [{"as_of": "someday"}, {"party": "—"}, {"status": "kept"}])
def test_what_cannot_be_asked_is_said(record: Record, asked: dict[str, str]) -> None:
    with pytest.raises(BadFilter):
        commitments(record, **asked)  # type: ignore[arg-type]


def test_waiting_takes_open_commitments_and_own_conditional_acceptances(record: Record) -> None:
    accepts = Position(
        (Span(5, 9),),
        0.8,
        "test",
        "Niger",
        "truce",
        Stance.ACCEPTS_IF,
        conditions=("if Chad withdraws",),
        issue="cease-fire",
    )
    ascribed = Position(
        (Span(5, 9),), 0.8, "test", "Mali", "truce", Stance.ACCEPTS_IF, ("if Niger pays",), Holder.ASCRIBED
    )
    leave = commitment("Chad", "withdraw", conditions=("once Niger accepts the truce",), awaits=("Niger",))
    kept = commitment("Togo", "pay", "met", conditions=("once Chad pays",), awaits=("Chad",))
    record.add(report("Niger, Chad.", "2024-03-01", leave, kept, accepts, ascribed))
    found = waiting(record)
    assert {deed.party for deed in found.deeds} == {"Chad", "Niger"}
    assert [(one.kind, set(one.parties)) for one in found.deadlocks] == [("deadlock", {"Chad", "Niger"})]


def test_a_commitment_can_be_explained(record: Record) -> None:
    record.add(report("Chad said so.", "2024-03-01", commitment("Chad", "leave", conditions=("if paid",))))
    explained = explain(record.finding(only(record).findings[0]))
    facts = dict(explained.facts)
    assert (facts["party"], facts["act"], facts["conditions"]) == ("Chad", "leave", "if paid")
    assert explained.parts[0].words == "Chad"


def test_what_is_promised_years_later_is_another_commitment(record: Record) -> None:
    told(record, ("2019-03-01", "raise tariffs", "met"), ("2024-03-01", "raise tariffs", "offered"))
    assert {line.day: line.status for line in commitments(record)} == {
        "2019-03-01": "met",
        "2024-03-01": "offered",
    }
