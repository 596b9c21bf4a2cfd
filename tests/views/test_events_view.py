"""The events of a record by day, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from parley.model import Event, Span
from parley.record import Record, open_record
from parley.record.decisions import Confirm
from parley.views.events import Wanted, events
from small_report import small_report

ACCUSED = "Mr. Okoro accused the other side of keeping the northern lake gates closed for weeks."


def _event(start: int, code: str, actor: str, target: str | None = None, **rest: str) -> Event:
    return Event((Span(start, start + 9),), 0.8, f"event.{code}.test", code, actor, target, **rest)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record of one report, of 2 June, with four events."""
    read = small_report()
    told = (
        _event(10, "ASSAULT", "Ferrand", "Valborg", on="2025-05-30", place="Lake region"),
        _event(20, "SANCTION", "Valborg", "Ferrand", factuality="future", claimed_by="Asta Lind"),
        _event(30, "RETREAT", "Ferrand", on="2025-06-04"),
        _event(40, "ACCUSE", "Paul Okoro", "Valborg", on="2025-05"),
    )
    with open_record(tmp_path / "record.db") as opened:
        opened.add(replace(read, findings=(*read.findings, *told)))
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def _in_own_words(text: str, number: int) -> str:
    """A text none of whose words stands in that of another number, so that neither is a copy."""
    return " ".join(f"{word}{'abcdef'[number] * 3}" for word in text.split())


def _codes(record: Record, wanted: Wanted | None = None) -> list[str]:
    with record:
        return [entry.code for entry in events(record, wanted)]


def test_in_the_order_of_their_days(record: Record) -> None:
    assert _codes(record) == ["ACCUSE", "ASSAULT", "SANCTION", "RETREAT"]


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (Wanted(code="assault"), ["ASSAULT"]),
        (Wanted(code="Yield"), ["RETREAT"]),
        (Wanted(party="ferrand"), ["ACCUSE", "ASSAULT", "SANCTION", "RETREAT"]),
        (Wanted(party="okoro"), ["ACCUSE"]),
        (Wanted(factuality="future"), ["SANCTION"]),
        (Wanted(place="lake"), ["ASSAULT"]),
        (Wanted(since="2025-06"), ["SANCTION", "RETREAT"]),
        (Wanted(until="2025-06-02"), ["ACCUSE", "ASSAULT", "SANCTION"]),
        (Wanted(text="no such words"), []),
    ],
)
def test_what_is_asked_for(record: Record, wanted: Wanted, codes: list[str]) -> None:
    assert _codes(record, wanted) == codes


def test_two_reports_of_one_event_are_one_line(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        for number, published in enumerate(("2025-06-02", "2025-06-03")):
            read = small_report()
            text = _in_own_words(read.report.text, number)
            report = replace(read.report, text=text, published=published, furniture=())
            event = _event(10, "ASSAULT", "Ferrand", "Valborg", on="2025-05-30")
            record.add(replace(read, report=report, findings=(event,)))
        [entry] = events(record)
    assert (len(entry.reports), len(entry.findings), entry.published) == (2, 2, "2025-06-02")


def test_one_event_under_a_short_and_a_full_name(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        for number, (published, actor, target) in enumerate(
            (
                ("2025-06-02", "Okoro", None),
                ("2025-06-02", "Paul Okoro", "Valborg"),
                ("2025-06-09", "Paul Okoro", "Valborg"),
            )
        ):
            read = small_report()
            text = f"{ACCUSED} {_in_own_words(read.report.text, number)}"
            report = replace(read.report, text=text, published=published, furniture=())
            long = replace(_event(10, "ACCUSE", actor, target), evidence=(Span(0, len(ACCUSED)),))
            record.add(replace(read, report=report, findings=(long,)))
        found = [(entry.actor, entry.target, len(entry.reports)) for entry in events(record)]
    assert found == [("Paul Okoro", "Valborg", 2), ("Paul Okoro", "Valborg", 1)]


def test_what_only_a_copy_tells_is_left_out_until_somebody_confirms_it(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        for published, codes in (("2025-06-02", ("ACCUSE",)), ("2025-06-03", ("ACCUSE", "ASSAULT"))):
            read = small_report()
            report = replace(read.report, text=f"{read.report.text}\n{published}\n", published=published)
            told = tuple(_event(10, code, "Ferrand", "Valborg", on="2025-05-30") for code in codes)
            record.add(replace(read, report=report, findings=told))
        assert [(entry.code, len(entry.reports)) for entry in events(record)] == [("ACCUSE", 1)]
        copied = next(
            one
            for one in record.findings_of_type("event")
            if one.finding == replace(told[1], evidence=one.finding.evidence)
        )
        record.rule(Confirm(copied.id), by="Ada")
        assert {entry.code for entry in events(record)} == {"ACCUSE", "ASSAULT"}
