"""`parley calendar`."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from command_line import CommandLine
from parley.model import Encounter, EncounterStatus, Span
from parley.record import open_record
from small_report import small_report


@pytest.fixture
def planned(terminal: CommandLine) -> CommandLine:
    """A command line with a record of one report that tells of a call."""
    call = Encounter(
        evidence=(Span(0, 7),),
        confidence=0.8,
        rule="test",
        form="call",
        participants=("Asta Lind", "Paul Okoro"),
        status=EncounterStatus.SCHEDULED,
        on="2025-06-06",
    )
    read = small_report()
    with open_record(terminal.record) as record:
        record.add(replace(read, findings=(*read.findings, call)))
    return terminal


def test_table(planned: CommandLine) -> None:
    shown = planned.run("calendar")
    assert shown.exit_code == 0
    heading, line = shown.stdout.splitlines()
    assert heading.split() == ["ON", "STATUS", "FORM", "PLACE", "CHECKED", "ID", "PARTICIPANTS", "HISTORY"]
    assert line.split("  ")[0] == "2025-06-06"
    assert "Asta Lind; Paul Okoro" in line


def test_jsonl(planned: CommandLine) -> None:
    [entry] = map(json.loads, planned.run("calendar", "--format", "jsonl").stdout.splitlines())
    assert (entry["on"], entry["status"], entry["form"]) == ("2025-06-06", "scheduled", "call")
    assert entry["participants"] == ["Asta Lind", "Paul Okoro"]
    assert len(entry["findings"]) == len(entry["reports"]) == 1


def test_ics(planned: CommandLine) -> None:
    shown = planned.run("calendar", "--format", "ics").stdout
    assert shown.startswith("BEGIN:VCALENDAR")
    assert "DTSTART;VALUE=DATE:20250606" in shown


def test_until(planned: CommandLine) -> None:
    assert planned.run("calendar", "--until", "2025-05", "--format", "jsonl").stdout == ""


def test_a_wrong_date_is_one_sentence(planned: CommandLine) -> None:
    shown = planned.run("calendar", "--since", "soon")
    assert shown.exit_code == 2
    assert "'soon' is not a date" in shown.stderr
