"""`parley proposals`."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from command_line import CommandLine
from parley.model import Proposal, Span
from parley.record import open_record
from small_report import small_report


@pytest.fixture
def tabled(terminal: CommandLine) -> CommandLine:
    """A command line with a record of one report that tells of a proposal."""
    plan = Proposal((Span(0, 7),), 0.8, "test", "ferry plan", ("two boats a day",), "Islanders")
    read = small_report()
    with open_record(terminal.record) as record:
        record.add(replace(read, findings=(*read.findings, plan)))
    return terminal


def test_table_and_json(tabled: CommandLine) -> None:
    shown = tabled.run("proposals")
    assert shown.exit_code == 0
    assert "ferry plan" in shown.stdout
    assert "two boats a day" in shown.stdout
    [line] = map(json.loads, tabled.run("proposals", "--format", "jsonl").stdout.splitlines())
    assert line["proposed_by"] == "Islanders"
    assert line["versions"][0]["terms"] == ["two boats a day"]


def test_narrowed(tabled: CommandLine) -> None:
    assert tabled.run("proposals", "--party", "mainland", "--format", "jsonl").stdout == ""
    refused = tabled.run("proposals", "--since", "2025", "--until", "2024")
    assert refused.exit_code != 0
    assert "the first is the later" in refused.stderr


def test_the_id_of_a_line_can_be_laid_open(tabled: CommandLine) -> None:
    head, line = tabled.run("proposals").stdout.splitlines()
    assert "  BY  " in head and "ID" in head.split()
    [finding] = [word for word in line.split() if word.startswith("p") and len(word) == 17]
    assert tabled.run("explain", finding).stdout.startswith(f"proposal {finding} of report")
