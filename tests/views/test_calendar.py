"""The record's encounters by day, and as iCalendar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.model import Encounter, EncounterStatus, Mention, Paraphrase, ReadReport, Report, Span
from parley.record import Record, open_record
from parley.record.decisions import Confirm, Split, Undo
from parley.views.calendar import CalendarEntry, calendar
from parley.views.icalendar import icalendar


def report(text: str, published: str, *encounters: Encounter) -> ReadReport:
    return ReadReport(Report(text, published=published), "parley test", encounters, Paraphrase(0.0))


def encounter(status: str, on: str | None, *participants: str, form: str = "talks") -> Encounter:
    return Encounter(
        evidence=(Span(0, 4),),
        confidence=0.8,
        rule="test",
        form=form,
        participants=participants,
        status=EncounterStatus(status),
        on=on,
    )


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    opened = open_record(tmp_path / "record.db")
    opened.add(
        report(
            "Dockers and owners will talk on Tuesday.",
            "2024-03-04",
            encounter("scheduled", "2024-03-05", "dockers", "owners"),
            encounter("proposed", None, "owners"),
            encounter("held", "2024-02", "dockers", form="visit"),
        )
    )
    opened.add(
        report(
            "Dockers and owners talked on Tuesday.",
            "2024-03-06",
            encounter("held", "2024-03-05", "owners", "dockers"),
        )
    )
    with opened:
        yield opened


def test_planned_in_one_report_and_held_in_the_next_is_one_entry(record: Record) -> None:
    [talks] = [entry for entry in calendar(record) if entry.on == "2024-03-05"]
    assert talks.status is EncounterStatus.HELD
    assert talks.participants == ("dockers", "owners")
    assert len(talks.reports) == len(talks.findings) == 2


def test_in_the_order_of_days_undated_last(record: Record) -> None:
    assert [entry.on for entry in calendar(record)] == ["2024-02", "2024-03-05", None]


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2024-03-01", None, ["2024-03-05"]),
        ("2024-02-20", None, ["2024-02", "2024-03-05"]),
        (None, "2024-02", ["2024-02"]),
        ("2024-04", None, []),
    ],
)
def test_within_days(record: Record, since: str | None, until: str | None, days: list[str]) -> None:
    assert [entry.on for entry in calendar(record, since, until)] == days


def entry(**changes: object) -> CalendarEntry:
    values: dict[str, object] = {
        "on": "2024-03-05",
        "status": EncounterStatus.SCHEDULED,
        "form": "call",
        "participants": ("Ana Ruiz", "Chad; Niger"),
        "place": None,
        "duration": None,
        "agenda": (),
        "agenda_withheld_by": None,
        "reports": ("r1",),
        "findings": ("n1",),
        "told": "2024-03-04T08:09:10Z",
    }
    return CalendarEntry(**(values | changes))  # type: ignore[arg-type]


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return re.sub("\r\n ", "", text).split("\r\n")


def test_an_event_has_its_day_its_names_and_an_identity() -> None:
    lines = unfolded(icalendar([entry(place="Accra, Ghana", agenda=("fish",), agenda_withheld_by="Niger")]))
    assert lines[0] == "BEGIN:VCALENDAR"
    assert "UID:n1@parley" in lines
    assert "DTSTAMP:20240304T080910Z" in lines
    assert "DTSTART;VALUE=DATE:20240305" in lines
    assert "DTEND;VALUE=DATE:20240306" in lines
    assert "SUMMARY:Call: Ana Ruiz\\, Chad\\; Niger" in lines
    assert "LOCATION:Accra\\, Ghana" in lines
    assert "DESCRIPTION:Agenda: fish\\nAgenda withheld by Niger" in lines
    assert "STATUS:CONFIRMED" in lines
    assert "X-PARLEY-CHECKED:machine" in lines


def test_a_calendar_says_of_which_record_it_is_and_what_was_asked() -> None:
    lines = unfolded(icalendar([entry()], {"record_version": "4.5.1", "filters": "party:niger; since:2024"}))
    assert "X-PARLEY-RECORD-VERSION:4.5.1" in lines[:8]
    assert "X-PARLEY-FILTERS:party:niger\\; since:2024" in lines[:8]


def test_long_names_are_folded_between_characters() -> None:
    names = tuple(f"Þórarinn Eldjárn {number}" for number in range(12))
    lines = unfolded(icalendar([entry(participants=names)]))
    assert "SUMMARY:Call: " + "\\, ".join(names) in lines


@pytest.mark.parametrize(
    ("status", "shown"),
    [("proposed", "TENTATIVE"), ("cancelled", "CANCELLED"), ("denied", "CANCELLED"), ("held", "CONFIRMED")],
)
def test_status(status: str, shown: str) -> None:
    assert f"STATUS:{shown}" in unfolded(icalendar([entry(status=EncounterStatus(status))]))


@pytest.mark.parametrize("on", [None, "2024", "2024-03", "2024-01-01/2024-12-31"])
def test_what_has_no_day_is_no_event(on: str | None) -> None:
    assert "BEGIN:VEVENT" not in icalendar([entry(on=on)])


def test_an_interval_ends_after_its_last_day() -> None:
    lines = unfolded(icalendar([entry(on="2024-03-05/2024-03-06")]))
    assert "DTEND;VALUE=DATE:20240307" in lines


def told_in(number: int, published: str, status: str, on: str | None, *names: str) -> ReadReport:
    """A report that tells of a meeting of named people, with what it says of them."""
    text = f"Report {number} tells of the meeting of {' and '.join(names)}."
    mentions = [
        Mention(
            (Span(text.index(name), text.index(name) + len(name)),), 0.9, "test", name, "person", None, party
        )
        for name in names
        for party in ["Ukraine" if "lensk" in name else "Iran"]
    ]
    found = encounter(status, on, *names, form="meeting")
    return ReadReport(Report(text, published=published), "parley test", (found, *mentions), Paraphrase(0.0))


def test_reports_that_write_names_otherwise_tell_of_one_encounter_and_its_history(tmp_path: Path) -> None:
    with open_record(tmp_path / "other.db") as record:
        record.add(
            told_in(1, "2024-03-04", "scheduled", "2024-03-05", "Volodymyr Zelensky", "Abbas Araghchi")
        )
        record.add(told_in(2, "2024-03-04", "postponed", "2024-03-07", "Zelenskyy", "Abbas Araqchi"))
        record.add(told_in(3, "2024-03-07", "held", None, "Volodymyr Zelenskiy", "Araghchi"))
        record.add(
            told_in(4, "2024-03-14", "scheduled", "2024-03-20", "Volodymyr Zelensky", "Abbas Araghchi")
        )
        first, second = calendar(record)
    assert (first.on, first.status) == ("2024-03-07", EncounterStatus.HELD)
    assert len(first.participants) == 2
    assert [(stage.told, stage.status.value, stage.on) for stage in first.history] == [
        ("2024-03-04", "scheduled", "2024-03-05"),
        ("2024-03-04", "postponed", "2024-03-07"),
        ("2024-03-07", "held", None),
    ]
    assert (second.on, second.status) == ("2024-03-20", EncounterStatus.SCHEDULED)


def test_people_say_which_encounters_are_one(record: Record) -> None:
    [talks] = [entry for entry in calendar(record) if entry.on == "2024-03-05"]
    ruling = record.rule(Split(talks.findings[0], talks.findings[1]), by="Ada")
    assert len([entry for entry in calendar(record) if entry.on == "2024-03-05"]) == 2
    record.rule(Undo(ruling.id), by="Ada")
    assert len([entry for entry in calendar(record) if entry.on == "2024-03-05"]) == 1


def test_a_checked_encounter_says_so(record: Record) -> None:
    [talks] = [entry for entry in calendar(record) if entry.on == "2024-03-05"]
    record.rule(Confirm(talks.findings[1]), by="Ada")
    [talks] = [entry for entry in calendar(record) if entry.on == "2024-03-05"]
    assert talks.checked == "confirmed"
