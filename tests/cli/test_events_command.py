"""`parley events`."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest

from command_line import CommandLine
from parley.model import Event, Span
from parley.record import open_record
from small_report import small_report


@pytest.fixture
def told(terminal: CommandLine) -> CommandLine:
    """A command line with a record of one report that tells of two events."""
    raid = Event(
        (Span(0, 7),), 0.8, "event.ASSAULT.bombing", "ASSAULT", "Ferrand", "Valborg", on="2025-05-30"
    )
    duty = Event(
        (Span(10, 27),),
        0.8,
        "event.SANCTION.sanctioning",
        "SANCTION",
        "Valborg",
        "Ferrand",
        factuality="attributed",
        claimed_by="Asta Lind",
    )
    read = small_report()
    with open_record(terminal.record) as record:
        record.add(replace(read, findings=(*read.findings, raid, duty)))
    return terminal


def test_table(told: CommandLine) -> None:
    heading, first, second = told.run("events").stdout.splitlines()
    assert heading.split()[:4] == ["ON", "CODE", "ACTOR", "TARGET"]
    assert first.startswith("2025-05-30") and "VALBORG" in first
    assert second.startswith("by 2025-06-02") and "Asta Lind" in second


def test_jsonl(told: CommandLine) -> None:
    shown = told.run("events", "--code", "sanction", "--format", "jsonl").stdout.splitlines()
    [entry] = map(json.loads, shown)
    assert (entry["actor"], entry["factuality"], entry["claimed_by"]) == (
        "Valborg",
        "attributed",
        "Asta Lind",
    )


def test_csv(told: CommandLine) -> None:
    rows = list(csv.DictReader(told.run("events", "--format", "csv").stdout.splitlines()))
    assert [row["code"] for row in rows] == ["ASSAULT", "SANCTION"]
    assert all(row["findings"].startswith("v") for row in rows)


def test_a_class_that_is_none_is_one_sentence(told: CommandLine) -> None:
    shown = told.run("events", "--code", "fight")
    assert shown.exit_code == 2
    assert "'fight' is not a class of PLOVER: AGREE, CONSULT" in shown.stderr


def test_an_event_can_be_explained(told: CommandLine) -> None:
    [entry] = map(
        json.loads, told.run("events", "--code", "assault", "--format", "jsonl").stdout.splitlines()
    )
    shown = told.run("explain", entry["findings"][0]).stdout
    assert "event.ASSAULT.bombing" in shown
    assert "Ferrand" in shown and "2025-05-30" in shown
