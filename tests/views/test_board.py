"""Parties by issues from the positions of a record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.model import Holder, Paraphrase, Position, ReadReport, Report, Span, Stance
from parley.record import BadFilter, Record, open_record
from parley.views.board import Board, Cell, board


def report(text: str, published: str | None, *positions: Position) -> ReadReport:
    return ReadReport(Report(text, published=published), "parley test", positions, Paraphrase(0.0))


def position(party: str, stance: str, on: str, issue: str | None = None, **more: object) -> Position:
    """A position; `by` names who ascribes it."""
    teller = more.pop("by", None)
    return Position(
        evidence=(Span(0, 4),),
        confidence=0.8,
        rule="test",
        party=party,
        on=on,
        stance=Stance(stance),
        holder=Holder.SELF if teller is None else Holder.ASCRIBED,
        ascribed_by=teller,  # type: ignore[arg-type]
        issue=issue,
        **more,  # type: ignore[arg-type]
    )


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db") as opened:
        yield opened


@pytest.fixture
def record(empty: Record) -> Record:
    """Two reports on a miners' strike."""
    empty.add(
        report(
            "Miners turned the offer down on Friday, and would come back for more rest days.",
            "2024-03-03",
            position("Miners’ Union", "rejects", "wage offer", "labour", as_of="2024-03-01"),
            position("Pit Owners", "offers", "wage offer", "labour"),
            position("Pit Owners", "seeks", "quiet summer"),
        )
    )
    empty.add(
        report(
            "Miners accept the offer if rest days grow. Owners, the mayor said, refuse that.",
            "2024-03-06",
            position(
                "Miners’ Union",
                "accepts_if",
                "offer",
                "labour",
                as_of="2024-03-05",
                conditions=("if rest days grow",),
            ),
            position("Pit Owners", "offers", "wage offer", "labour"),
            position("Pit Owners", "rejects", "more rest days", "labour", by="Ida Holm"),
        )
    )
    return empty


def test_what_has_no_family_comes_after_the_families_the_latest_first(empty: Record) -> None:
    taken = (position("Togo", "seeks", "b"), position("Togo", "seeks", "a", as_of="2024-05-01"))
    taken += (position("Togo", "seeks", "fees", "trade", as_of="2024-04-01"),)
    empty.add(report("Togo wants a, b and fees.", "2024-05-06", *taken))
    assert board(empty).topics == ("trade", "b", "a")


def cell(shown: Board, party: str, topic: str) -> Cell:
    found = shown.cell(party, topic)
    assert found is not None
    return found


def test_the_latest_own_stance_stands_first(record: Record) -> None:
    labour = cell(board(record), "Miners’ Union", "labour")
    [latest] = labour.latest
    assert (latest.stance, latest.day, latest.day_from) == (Stance.ACCEPTS_IF, "2024-03-05", "as_of")
    assert latest.conditions == ("if rest days grow",)
    assert [stand.stance for stand in labour.earlier] == [Stance.REJECTS]


def test_a_stance_without_a_day_is_of_its_report(record: Record) -> None:
    [offer] = cell(board(record), "Pit Owners", "labour").own
    assert (offer.day, offer.day_from) == ("2024-03-06", "published")


def test_reports_that_tell_the_same_are_counted(record: Record) -> None:
    [offer] = cell(board(record), "Pit Owners", "labour").own
    assert len(offer.reports) == len(offer.findings) == 2
    assert record.finding(offer.findings[0]).report.published == "2024-03-06"


def test_what_others_say_is_never_a_party_s_own(record: Record) -> None:
    labour = cell(board(record), "Pit Owners", "labour")
    [said] = labour.ascribed
    assert (said.ascribed_by, said.stance, said.on) == ("Ida Holm", Stance.REJECTS, ("more rest days",))
    assert Stance.REJECTS not in {stand.stance for stand in labour.own}


def test_a_cell_can_be_only_what_others_say(empty: Record) -> None:
    empty.add(
        report("Chad wants it, Niger said.", "2024-01-02", position("Chad", "seeks", "pact", by="Niger"))
    )
    [only] = board(empty).cells
    assert (only.own, only.latest, only.earlier) == ((), (), ())
    assert len(only.ascribed) == 1


def test_rows_and_columns(record: Record) -> None:
    shown = board(record)
    assert shown.parties == ("Pit Owners", "Miners’ Union")
    assert shown.topics == ("labour", "quiet summer")
    assert cell(shown, "Pit Owners", "quiet summer").issue is None
    assert shown.cell("Miners’ Union", "quiet summer") is None


@pytest.mark.parametrize(
    ("as_of", "stances"),
    [
        ("2024-03-05", ["accepts_if", "rejects"]),
        ("2024-03-04", ["rejects"]),
        ("2024-03", ["accepts_if", "rejects"]),
        ("2024-02", []),
    ],
)
def test_as_of_leaves_out_what_is_later(record: Record, as_of: str, stances: list[str]) -> None:
    found = board(record, as_of).cell("Miners’ Union", "labour")
    assert [stand.stance.value for stand in found.own] == stances if found else stances == []


def test_as_of_leaves_out_what_has_no_day(empty: Record) -> None:
    empty.add(report("Fiji backs the plan.", None, position("Fiji", "accepts", "plan")))
    assert [one.own[0].day for one in board(empty).cells] == [None]
    assert board(empty, "2030").cells == ()


def test_no_report_tells_of_a_day_after_it(empty: Record) -> None:
    empty.add(
        report("Fiji wants cuts by 2030.", "2024-05-06", position("Fiji", "seeks", "cuts", as_of="2030"))
    )
    [stand] = board(empty).cells[0].own
    assert (stand.day, stand.day_from) == ("2024-05-06", "published")


def test_several_stances_on_the_latest_day_are_all_latest(empty: Record) -> None:
    taken = (
        position("Peru", "accepts", "quota", "trade", as_of="2024-05-06"),
        position("Peru", "rejects", "levy", "trade", as_of="2024-05-06"),
    )
    empty.add(report("Peru takes the quota but not the levy.", "2024-05-06", *taken))
    assert [stand.on for stand in cell(board(empty), "Peru", "trade").latest] == [("levy",), ("quota",)]


def test_a_day_of_publication_makes_nothing_of_its_report_earlier(empty: Record) -> None:
    taken = (
        position("Peru", "accepts_if", "quota", "trade", as_of="2024-05-03", conditions=("once taxes fall",)),
        position("Peru", "seeks", "new round", "trade"),
    )
    empty.add(report("Peru would take the quota, and wants a new round.", "2024-05-06", *taken))
    assert len(cell(board(empty), "Peru", "trade").latest) == 2


def test_words_for_the_same_cease_fire_are_one(empty: Record) -> None:
    taken = (
        position("Mali", "accepts", "cease-fire in the north", "cease-fire"),
        position("Mali", "accepts", "truce in the north", "cease-fire"),
        position("Mali", "accepts", "truce in the south", "cease-fire"),
    )
    empty.add(report("Mali accepts two truces.", "2024-05-06", *taken))
    own = cell(board(empty), "Mali", "cease-fire").own
    assert [stand.on for stand in own] == [
        ("truce in the south",),
        ("truce in the north", "cease-fire in the north"),
    ]


def test_one_party_in_two_spellings_is_one_row(empty: Record) -> None:
    empty.add(report("The U.S. agrees.", "2024-05-06", position("U.S.", "accepts", "plan")))
    empty.add(report("The US agrees again.", "2024-05-07", position("US", "accepts", "Plan")))
    [only] = board(empty).cells
    assert len(only.own[0].reports) == 2


@pytest.mark.parametrize(
    ("asked", "cells"),
    [
        ({"party": "union miners"}, [("Miners’ Union", "labour")]),
        ({"issue": "LABOUR"}, [("Pit Owners", "labour"), ("Miners’ Union", "labour")]),
        ({"issue": "summer"}, [("Pit Owners", "quiet summer")]),
        ({"party": "mine"}, []),
    ],
)
def test_filters(record: Record, asked: dict[str, str], cells: list[tuple[str, str]]) -> None:
    assert [(one.party, one.topic) for one in board(record, **asked).cells] == cells


@pytest.mark.parametrize("asked", [{"as_of": "soon"}, {"party": "?"}, {"issue": ""}])
def test_what_cannot_be_asked(record: Record, asked: dict[str, str]) -> None:
    with pytest.raises(BadFilter):
        board(record, **asked)


def test_copies_are_counted_apart_from_sources(empty: Record) -> None:
    """A story, the same story under another headline, and somebody else's."""
    story = "The miners reject the offer of the Corrie pit. " + " ".join(
        f"Shaft {number} stood still on day {number * 3} while {number + 40} men met at hall {number * 7}."
        for number in range(12)
    )
    other = "Corrie's miners will not have the offer, a steward told us by the gate in the rain. We saw him."
    for text in (story, f"Pit talks fail\n\n{story}", other):
        empty.add(report(text, "2025-03-03", position("the miners", "rejects", "the offer")))
    [cell] = board(empty).cells
    [stand] = cell.own
    assert (stand.sources, len(stand.reports)) == (2, 3)
