"""`parley commitments`."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from rich.console import Console

from command_line import CommandLine
from parley.cli.table import Column, draw
from parley.model import Commitment, Span
from parley.record import open_record
from small_report import small_report


def commitment(start: int, party: str, act: str, status: str = "offered", **more: object) -> Commitment:
    evidence = (Span(start, start + 7),)
    return Commitment(evidence, 0.8, "test", party, act, status=status, **more)  # type: ignore[arg-type]


@pytest.fixture
def taken(terminal: CommandLine) -> CommandLine:
    """A command line with a record in which two sides wait for each other, and a third broke its word."""
    ours = {"conditions": ("once Ferrand signs the pact",), "awaits": ("Ferrand",)}
    theirs = {"conditions": ("until Valborg signs the list",), "awaits": ("Valborg",)}
    found = (
        commitment(0, "Valborg", "sign the list", **ours),
        commitment(9, "Ferrand", "sign the pact", **theirs),
        commitment(20, "Oslo", "truce", "breach_alleged", claimed_by="Valborg", as_of="2025-06-01"),
    )
    read = small_report()
    with open_record(terminal.record) as record:
        record.add(replace(read, findings=(*read.findings, *found)))
    return terminal


def test_table(taken: CommandLine) -> None:
    lines = taken.run("commitments").stdout.splitlines()
    assert lines[0].startswith("PARTY")
    [broken] = [line for line in lines if line.startswith("Oslo")]
    assert "breach alleged, says Valborg" in broken and "  2025-06-01  " in broken
    [offered] = [line for line in lines if line.startswith("Valborg")]
    assert "by 2025-06-02" in offered and offered.endswith("sign the list [once Ferrand signs the pact]")


def test_party_status_and_day_narrow(taken: CommandLine) -> None:
    def parties(*asked: str) -> list[str]:
        output = taken.run("commitments", "--format", "jsonl", *asked).stdout
        return sorted(json.loads(line)["party"] for line in output.splitlines())

    assert parties() == ["Ferrand", "Oslo", "Valborg"]
    assert parties("--status", "breach_alleged") == ["Oslo"]
    assert parties("--party", "ferrand") == ["Ferrand"]
    assert parties("--as-of", "2025-06-01") == ["Oslo"]


def test_formats_hold_the_same(taken: CommandLine) -> None:
    rows = list(csv.DictReader(io.StringIO(taken.run("commitments", "--format", "csv").stdout)))
    values = json.loads(taken.run("commitments", "--format", "json").stdout)
    assert [row["act"] for row in rows] == [value["act"] for value in values]
    assert values[0]["history"][0]["finding"] == rows[0]["findings"]


def test_waiting_names_the_deadlock(taken: CommandLine) -> None:
    shown = taken.run("commitments", "--waiting")
    assert shown.exit_code == 0
    heading, *lines, last = shown.stdout.splitlines()
    assert heading.startswith("PARTY") and len(lines) == 2
    assert last.startswith("Deadlock: ") and last.count("Valborg") == last.count("Ferrand") == 2


def test_waiting_as_objects(taken: CommandLine) -> None:
    output = taken.run("commitments", "--waiting", "--format", "jsonl").stdout
    *waits, deadlock = [json.loads(line) for line in output.splitlines()]
    assert [value["type"] for value in waits] == ["wait", "wait"]
    assert {(value["party"], value["awaits"], value["deadlock"]) for value in waits} == {
        ("Valborg", "Ferrand", "deadlock"),
        ("Ferrand", "Valborg", "deadlock"),
    }
    assert (deadlock["type"], deadlock["kind"]) == ("deadlock", "deadlock")
    rows = list(csv.DictReader(io.StringIO(taken.run("commitments", "--waiting", "--format", "csv").stdout)))
    assert [row["condition"] for row in rows] == [value["condition"] for value in waits]


def test_graphml(taken: CommandLine) -> None:
    root = ElementTree.fromstring(taken.run("commitments", "--format", "graphml").stdout)
    assert len(root.findall(".//{*}node")) == len(root.findall(".//{*}edge")) == 2


def test_status_and_waiting_do_not_go_together(taken: CommandLine) -> None:
    shown = taken.run("commitments", "--waiting", "--status", "met")
    assert shown.exit_code == 2 and "--status" in shown.stderr


def test_a_status_has_its_own_colour() -> None:
    console = Console(record=True, width=80, force_terminal=True, color_system="standard", file=io.StringIO())
    draw(console, [Column("status", shades=(("met", "green"),))], [["met"], ["offered"]])
    text = console.export_text(styles=True)
    assert "\x1b[32mmet" in text and "\x1b[32moffered" not in text
