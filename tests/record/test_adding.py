import sqlite3
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from parley.model import ReadReport, Report, Span
from parley.model.codec import encode
from parley.record import NotFound, Record, UnstorableReport, open_record
from random_reports import PROPERTY, READ_REPORTS
from read_samples import ENGINE, HARBOUR, harbour, truce

LATER_ENGINE = "parley 0.2.0; model 99887766"


def test_a_report_comes_back_as_it_was_added(record: Record) -> None:
    added = record.add(harbour())
    assert (added.new_report, added.new_origin, added.new_reading) == (True, True, True)
    assert (added.report, added.findings, added.changed) == (harbour().report.id, 3, True)
    assert record.report(added.report).read == harbour()


def test_the_same_report_again_adds_nothing_and_says_so(record: Record) -> None:
    record.add(harbour())
    again = record.add(harbour())
    assert not again.changed
    assert len(record.report(again.report).readings) == 1
    assert len(record.findings(again.report)) == 3


def test_the_time_of_taking_in_is_no_other_way_a_report_came(record: Record) -> None:
    record.add(harbour(retrieved="2024-10-01T08:00:00Z"))
    again = record.add(harbour(retrieved="2024-10-02T08:00:00Z"))
    assert not again.changed
    assert record.report(again.report).report.retrieved == "2024-10-01T08:00:00Z"


def test_every_way_a_text_came_is_kept(record: Record) -> None:
    record.add(harbour())
    copy = harbour(outlet="Coast Wire", origin="copies/wire.html", published_from="metadata")
    added = record.add(copy)
    assert (added.new_report, added.new_origin, added.new_reading) == (False, True, False)
    stored = record.report(added.report)
    assert [way.outlet for way in stored.origins] == ["Harbour News", "Coast Wire"]
    assert stored.report.outlet == "Harbour News"


def test_another_way_can_be_noted_without_reading_again(record: Record) -> None:
    record.add(harbour())
    elsewhere = harbour(origin="copies/wire.html").report
    assert record.add_origin(elsewhere) is True
    assert record.add_origin(elsewhere) is False
    assert len(record.report(elsewhere.id).origins) == 2


def test_no_way_can_be_noted_of_a_report_that_is_not_there(record: Record) -> None:
    with pytest.raises(NotFound, match="no report"):
        record.add_origin(harbour().report)
    assert record.reports() == []


def test_a_new_engine_takes_the_place_of_the_old_and_loses_nothing(record: Record) -> None:
    record.add(harbour())
    [old_id, *_] = [stored.id for stored in record.findings("harbour.txt")]
    later = replace(harbour(), engine=LATER_ENGINE, findings=harbour().findings[1:])
    added = record.add(later)
    assert (added.new_report, added.new_reading) == (False, True)
    stored = record.report(added.report)
    assert stored.read == later
    assert [(reading.engine, reading.current) for reading in stored.readings] == [
        (ENGINE, False),
        (LATER_ENGINE, True),
    ]
    assert len(record.statements()) == 1
    history = record.finding(old_id)
    assert (history.engine, history.current) == (ENGINE, False)
    assert history.finding == harbour().findings[0]


def test_an_older_engine_that_comes_again_does_not_take_over(record: Record) -> None:
    record.add(harbour())
    record.add(replace(harbour(), engine=LATER_ENGINE))
    record.add(harbour(published="2024-10-02"))
    assert record.report("harbour.txt").read.engine == LATER_ENGINE


def test_has_knows_engine_and_date(record: Record) -> None:
    record.add(harbour())
    identifier = harbour().report.id
    assert record.has(identifier, ENGINE)
    assert record.has(identifier, ENGINE, "2024-10-01")
    assert not record.has(identifier, ENGINE, "2024-10-02")
    assert not record.has(identifier, LATER_ENGINE)
    assert not record.has(truce().report.id, ENGINE)


def dated(published: str | None, published_from: str | None) -> ReadReport:
    return harbour(published=published, published_from=published_from)


DATES = [
    ([(None, None), ("2024-10-01", "given")], "2024-10-01"),
    ([("2024-10-01", "given"), (None, None)], "2024-10-01"),
    ([("2024-10-04", "metadata"), ("2024-10-01", "metadata")], "2024-10-01"),
    ([("2024-10-01", "metadata"), ("2024-10-04", "metadata")], "2024-10-01"),
    ([("2024-09-01", "file name"), ("2024-10-04", "metadata")], "2024-10-04"),
    ([("2024-10-04", "metadata"), ("2024-10-09", "given")], "2024-10-09"),
    ([("2024-10-01", "given"), ("2024-10-09", "given")], "2024-10-09"),
    ([("2024-10-01", None), ("2024-10-09", "file name")], "2024-10-09"),
    ([("yesterday", "metadata"), ("2024-10-09", "file name")], "2024-10-09"),
]


@pytest.mark.parametrize(("ways", "expected"), DATES)
def test_the_most_trusted_date_is_the_one_that_counts(
    record: Record, ways: list[tuple[str | None, str | None]], expected: str
) -> None:
    for published, published_from in ways:
        record.add(dated(published, published_from))
    stored = record.report(harbour().report.id)
    assert stored.report.published == expected
    assert [reading.published for reading in stored.readings if reading.current] == [expected]


def test_a_date_given_later_has_the_report_read_anew(record: Record) -> None:
    record.add(dated(None, None))
    undated = replace(harbour().statements[0], said_on=None)
    record.add(replace(harbour(), findings=(undated,), engine="another"))
    assert record.add(harbour()).new_reading
    assert not record.add(dated(None, None)).new_reading


def test_a_report_without_findings_is_kept(record: Record) -> None:
    empty = replace(harbour(), findings=())
    assert record.add(empty).new_reading
    assert record.report(empty.report.id).read == empty


UNSTORABLE = [
    (replace(harbour(), report=Report("")), "without text"),
    (replace(harbour(), report=Report("half \ud83d an emoji"), findings=()), "character 5 is not Unicode"),
    (replace(harbour(), report=Report(HARBOUR[:60])), "beyond its end"),
    (replace(harbour(), findings=(replace(harbour().findings[0], evidence=()),)), "cites no words"),
    (replace(harbour(), findings=(replace(harbour().statements[0], via=3),)), "embedded in statement 3 of 1"),
    (replace(harbour(), findings=(replace(harbour().findings[0], confidence=1.5),)), "not between 0 and 1"),
    (
        replace(harbour(), findings=(replace(harbour().findings[0], confidence=float("nan")),)),
        "not between 0 and 1",
    ),
]


@pytest.mark.parametrize(("read", "message"), UNSTORABLE)
def test_a_report_that_cannot_be_kept_leaves_nothing_behind(
    record: Record, read: ReadReport, message: str
) -> None:
    with pytest.raises(UnstorableReport, match=message):
        record.add(read)
    assert record.reports() == []
    assert record.add(truce()).changed
    with pytest.raises(NotFound):
        record.report(read.report.id)


def test_a_bad_later_finding_takes_the_good_earlier_ones_with_it(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parley.record.adding.check_storable", lambda read: None)
    bad = replace(harbour().findings[1], confidence=-1)
    with pytest.raises(UnstorableReport, match=r"(?i)check constraint"):
        record.add(replace(harbour(), findings=(harbour().findings[0], bad)))
    assert record.statements() == []


def test_a_path_that_is_no_text_is_written_out(record: Record) -> None:
    added = record.add(harbour(origin="caf\udce9.txt", title="A\udcff"))
    stored = record.report(added.report)
    assert (stored.report.origin, stored.report.title) == ("caf\\udce9.txt", "A\\udcff")
    assert not record.add(harbour(origin="caf\udce9.txt", title="A\udcff")).changed
    assert record.report("caf\udce9.txt").report.id == added.report


def test_a_statement_may_be_embedded_in_a_later_one(record: Record) -> None:
    first, second = harbour().statements
    read = replace(harbour(), findings=(replace(first, via=1), second))
    record.add(read)
    inner, outer = record.statements()[::-1] if record.statements()[0].via is None else record.statements()
    assert inner.via == outer.id
    assert record.report(read.report.id).read == read


@PROPERTY
@given(READ_REPORTS)
def test_whatever_is_read_comes_back(read: ReadReport) -> None:
    with TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        record.add(read)
        assert record.report(read.report.id).read == read
        assert [stored.finding for stored in record.findings(read.report.id)] == list(read.findings)
        assert [stored.object for stored in record.findings(read.report.id)] == encode(read)[1:]


def test_spans_are_findable_by_place(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        record.add(harbour())
    connection = sqlite3.connect(tmp_path / "record.db")
    rows = connection.execute("SELECT part, start, stop FROM spans ORDER BY number LIMIT 4").fetchall()
    connection.close()
    said = harbour().statements[0]
    assert said.source and said.cue
    wanted: list[tuple[str, Span]] = [
        ("evidence", said.evidence[0]),
        ("source", said.source.mention),
        ("cue", said.cue),
        ("content", said.content[0]),
    ]
    assert rows == [(part, cited.start, cited.end) for part, cited in wanted]
