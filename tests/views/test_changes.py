"""What is not as it was before a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from made_record import encounter, position, report
from parley.model import EncounterStatus, Finding, Stance
from parley.record import BadFilter, Record, open_record
from parley.views.changes import Change, ChangeKind, changes, contradict, step

OLD = "Norsund said it would take the fishing accord if the fleets stayed away. Ostmark turned it down."
NEW = "Norsund now backs the fishing accord without conditions, its minister told reporters in the harbour."
TALKS = "Envoys of Norsund and Ostmark are to meet for talks on Friday, both ministries announced."
OFF = "The talks between Norsund and Ostmark were called off hours before they were due to begin."


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def accord(text: str, shown: str, party: str, stance: Stance, *conditions: str) -> Finding:
    return position(text, shown, party, stance, "the fishing accord", conditions=conditions)


def kinds(found: list[Change]) -> list[tuple[str, ChangeKind]]:
    return [(one.who, one.kind) for one in found]


def test_a_condition_that_falls_away_softens_a_stance_and_both_sides_are_shown(record: Record) -> None:
    record.add(
        report(
            OLD,
            "2025-03-01",
            accord(OLD, "if the fleets", "Norsund", Stance.ACCEPTS_IF, "if the fleets stayed away"),
        )
    )
    record.add(report(NEW, "2025-03-08", accord(NEW, "now backs", "Norsund", Stance.ACCEPTS)))
    [found] = changes(record, "2025-03-05")
    assert found.kind is ChangeKind.SOFTENED
    assert found.before is not None
    assert (found.before.value, found.before.conditions) == ("accepts_if", ("if the fleets stayed away",))
    assert (found.before.words, found.after.words) == ("if the fleets", "now backs")


def test_an_acceptance_taken_back_is_withdrawn(record: Record) -> None:
    record.add(report(NEW, "2025-03-01", accord(NEW, "now backs", "Ostmark", Stance.ACCEPTS)))
    record.add(report(OLD, "2025-03-08", accord(OLD, "turned it down", "Ostmark", Stance.REJECTS)))
    assert kinds(changes(record, "2025-03-05")) == [("Ostmark", ChangeKind.WITHDRAWN)]


def test_what_is_only_said_again_is_no_change(record: Record) -> None:
    record.add(report(NEW, "2025-03-01", accord(NEW, "now backs", "Norsund", Stance.ACCEPTS)))
    again = NEW + " Nothing else was said."
    record.add(report(again, "2025-03-08", accord(again, "now backs", "Norsund", Stance.ACCEPTS)))
    assert changes(record, "2025-03-05") == []


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (Stance.PROPOSES, Stance.SEEKS, None),
        (Stance.SEEKS, Stance.PROPOSES, None),
        (Stance.SEEKS, Stance.DEMANDS, ChangeKind.HARDENED),
        (Stance.DEMANDS, Stance.PROPOSES, ChangeKind.SOFTENED),
        (Stance.PROPOSES, Stance.REJECTS, ChangeKind.WITHDRAWN),
        (Stance.DEMANDS, Stance.REJECTS, ChangeKind.CHANGED),
    ],
)
def test_to_seek_a_thing_is_no_other_stance_than_to_propose_it(
    before: Stance, after: Stance, kind: ChangeKind | None
) -> None:
    assert step(before, (), after, ()) is kind


def test_what_others_say_of_a_party_is_no_change_of_its_own(record: Record) -> None:
    told = position(NEW, "now backs", "Norsund", Stance.ACCEPTS, "the fishing accord", by="Ostmark")
    record.add(report(NEW, "2025-03-08", told))
    assert changes(record, "2025-03-05") == []


def test_talks_that_fall_through_are_a_change_from_scheduled_to_cancelled(record: Record) -> None:
    who = ("Norsund", "Ostmark")
    record.add(
        report(TALKS, "2025-03-03", encounter(TALKS, "talks", who, EncounterStatus.SCHEDULED, "2025-03-07"))
    )
    record.add(
        report(OFF, "2025-03-07", encounter(OFF, "called off", who, EncounterStatus.CANCELLED, "2025-03-07"))
    )
    [found] = changes(record, "2025-03-05")
    assert found.before is not None
    assert (found.before.value, found.after.value) == ("scheduled", "cancelled")


def test_a_day_that_is_none_is_said(record: Record) -> None:
    with pytest.raises(BadFilter, match="not a date"):
        changes(record, "last Friday")


def test_a_side_contradicts_itself_only_by_giving_and_refusing_the_same() -> None:
    assert contradict([Stance.ACCEPTS_IF, Stance.REJECTS])
    assert not contradict([Stance.ACCEPTS, Stance.DEMANDS])
    assert not contradict([Stance.REJECTS])
