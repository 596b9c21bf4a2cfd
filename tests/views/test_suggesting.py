"""What a record suggests for a dossier: sides, people with one entry for all their spellings, outlets."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from parley.model import Mention, Paraphrase, ReadReport, Report, Source, Span, Speech, Statement
from parley.record import Record, open_record
from parley.views.suggesting import suggestions

WHOLE = {"evidence": (Span(0, 4),), "confidence": 0.9, "rule": "test"}


def said(name: str, role: str | None = None, party: str | None = None) -> tuple[Statement, Mention]:
    source = Source(name, Span(0, 4), role, party)
    statement = Statement(**WHOLE, speech=Speech.INDIRECT, source=source, cue=None, content=(Span(5, 9),))
    return statement, Mention(**WHOLE, name=name, kind="person", role=role, affiliation=party)


def read(
    number: int, *findings: Statement | Mention, outlet: str = "Coast Courier", spun: float = 0.0
) -> ReadReport:
    report = Report(
        f"Some words of report {number}.", outlet=outlet, origin=f"https://www.coast.example/{number}"
    )
    return ReadReport(report, "parley test", findings, Paraphrase(spun))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    opened = open_record(tmp_path / "record.db")
    country = Mention(**WHOLE, name="Norway", kind="country")
    opened.add(read(1, *said("Volodymyr Zelensky", "President", "Norway"), country))
    opened.add(read(2, *said("Volodymyr Zelenskyy", "President", "Norway"), country))
    opened.add(read(3, *said("Globe Person", "Leader", "Norway"), spun=0.9))
    opened.add(read(4, *said("Globe Person", "Leader", "Norway"), spun=0.9, outlet="Mirror"))
    yield opened
    opened.close()


def test_one_person_under_two_spellings_is_one_entry(record: Record) -> None:
    (person,) = [one for one in suggestions(record) if one.table == "people"]
    spellings = {person.name, *person.values["aliases"]}
    assert spellings == {"Volodymyr Zelensky", "Volodymyr Zelenskyy"}
    assert (person.values["role"], person.values["party"]) == ("President", "Norway")
    assert person.why == "2 statements, 2 reports"


def test_sides_and_outlets_with_what_they_rest_on(record: Record) -> None:
    found = {(one.table, one.name): one for one in suggestions(record)}
    assert dict(found["parties", "Norway"].values) == {"kind": "country"}
    assert found["parties", "Norway"].why == "acts or speaks in 2 findings"
    assert dict(found["outlets", "Coast Courier"].values) == {"host": "coast.example"}
    assert found["outlets", "Coast Courier"].why == "3 reports"


def test_what_a_machine_has_reworded_suggests_nobody(record: Record) -> None:
    assert all(one.name != "Globe Person" for one in suggestions(record, least=1))


def test_what_occurs_too_seldom_is_left_out(record: Record) -> None:
    assert [one.table for one in suggestions(record, least=3)] == ["outlets", "outlets"]
