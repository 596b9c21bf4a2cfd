from dataclasses import replace

import pytest

from parley.model import Speech
from parley.record import Ambiguous, BadFilter, LedgerFilter, NotFound, Record
from read_samples import harbour, numbered, truce

REYES, SPOKESMAN, NUNEZ, HIGHLAND = "Marta Reyes", "A spokesman for the port", "José Núñez", "Highland"

FILTERS = [
    (LedgerFilter(), {REYES, SPOKESMAN, NUNEZ, HIGHLAND}),
    (LedgerFilter(speaker="reyes"), {REYES}),
    (LedgerFilter(speaker="Reyes Marta"), {REYES}),
    (LedgerFilter(speaker="rey"), set()),
    (LedgerFilter(speaker="nunez"), {NUNEZ}),
    (LedgerFilter(speaker="NÚÑEZ"), {NUNEZ}),
    (LedgerFilter(party="lowland"), {NUNEZ}),
    (LedgerFilter(party="highland"), {HIGHLAND}),
    (LedgerFilter(party="the port"), {SPOKESMAN}),
    (LedgerFilter(party="union"), {REYES}),
    (LedgerFilter(since="2024-09-30"), {REYES, SPOKESMAN}),
    (LedgerFilter(since="2024-10-01"), {SPOKESMAN}),
    (LedgerFilter(since="2024-10-02"), set()),
    (LedgerFilter(until="2024-09-30"), {REYES, HIGHLAND}),
    (LedgerFilter(until="2024"), {REYES, SPOKESMAN, HIGHLAND}),
    (LedgerFilter(since="2023-05-20", until="2023-05-21"), {HIGHLAND}),
    (LedgerFilter(speech=Speech.WITHHELD), {SPOKESMAN}),
    (LedgerFilter(speech=Speech.INDIRECT), {NUNEZ, HIGHLAND}),
    (LedgerFilter(text="crane"), {REYES}),
    (LedgerFilter(text="cranes moved"), {REYES}),
    (LedgerFilter(text="moved cranes"), {REYES}),
    (LedgerFilter(text='"crane would move"'), {REYES}),
    (LedgerFilter(text="“crane would move”"), {REYES}),
    (LedgerFilter(text='"move crane"'), set()),
    (LedgerFilter(text="said"), set()),
    (LedgerFilter(text='truce" *'), {NUNEZ}),
    (LedgerFilter(text="truce OR crane"), set()),
    (LedgerFilter(text="truce NEAR agreed"), set()),
    (LedgerFilter(report="harbour.txt"), {REYES, SPOKESMAN}),
    (LedgerFilter(report="https://valley.example/truce", text="guns"), {HIGHLAND}),
    (LedgerFilter(speaker="reyes", speech=Speech.DIRECT), set()),
]


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(harbour())
    record.add(truce())
    return record


@pytest.mark.parametrize(("asked", "speakers"), FILTERS, ids=str)
def test_every_field_of_a_filter_narrows(filled: Record, asked: LedgerFilter, speakers: set[str]) -> None:
    found = [stored.finding.source.name for stored in filled.statements(asked)]
    assert sorted(found) == sorted(speakers)


def test_statements_come_in_the_order_they_were_made_the_undated_first(filled: Record) -> None:
    found = [stored.finding.source.name for stored in filled.statements()]
    assert found == [NUNEZ, HIGHLAND, REYES, SPOKESMAN]


def test_a_limit_keeps_the_latest(filled: Record) -> None:
    found = [stored.finding.source.name for stored in filled.statements(LedgerFilter(limit=2))]
    assert found == [REYES, SPOKESMAN]


def test_a_statement_knows_its_report(filled: Record) -> None:
    [stored] = filled.statements(LedgerFilter(text="crane"))
    assert stored.report == harbour().report
    assert stored.finding == harbour().findings[0]
    assert stored.current
    assert stored.object["content"][0]["text"].startswith("no crane")


def test_only_the_current_reading_is_asked(filled: Record) -> None:
    filled.add(replace(harbour(), engine="parley 0.2.0", findings=harbour().findings[1:]))
    assert filled.statements(LedgerFilter(text="crane")) == []


BAD = [
    (LedgerFilter(since="yesterday"), BadFilter, "'yesterday' is not a date"),
    (LedgerFilter(since="2024-10-02", until="2024-09"), BadFilter, "the first is the later"),
    (LedgerFilter(until="2024-02-30"), BadFilter, "'2024-02-30' is not a date"),
    (LedgerFilter(text='""'), BadFilter, "no word to look for"),
    (LedgerFilter(speaker="--"), BadFilter, "no name to look for"),
    (LedgerFilter(party=""), BadFilter, "no name to look for"),
    (LedgerFilter(limit=0), BadFilter, "at least 1"),
    (LedgerFilter(report="nowhere.txt"), NotFound, "no report 'nowhere.txt'"),
]


@pytest.mark.parametrize(("asked", "kind", "message"), BAD)
def test_what_cannot_be_asked_is_said(
    filled: Record, asked: LedgerFilter, kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind, match=message):
        filled.statements(asked)


def test_more_reports_than_one_question_can_name(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parley.record.loading.AT_ONCE", 3)
    for number in range(8):
        record.add(numbered(number))
    assert [len({stored.report.id for stored in record.statements()}), len(record.reports())] == [8, 8]


def test_reports_are_found_by_every_name(filled: Record) -> None:
    identifier = harbour().report.id
    for name in (identifier, identifier[:5], "news/harbour.txt", "harbour.txt", f" {identifier} "):
        assert filled.report(name).report.id == identifier
    assert filled.report("https://valley.example/truce").report.id == truce().report.id


@pytest.mark.parametrize("name", ["", "  ", "arbour.txt", "%", "_", "HARBOUR.TXT", "0" * 17])
def test_what_names_no_report_is_said(filled: Record, name: str) -> None:
    with pytest.raises(NotFound):
        filled.report(name)


def test_a_name_of_several_reports_lists_them(record: Record) -> None:
    for folder in ("monday", "tuesday"):
        read = numbered(len(folder))
        record.add(replace(read, report=replace(read.report, origin=f"{folder}/talks.txt", title=folder)))
    with pytest.raises(Ambiguous, match=r"'talks.txt' could be any of 2 reports: .*\((mon|tues)day\)"):
        record.report("talks.txt")


def test_a_path_names_the_newest_report_that_came_by_it(record: Record) -> None:
    for number in (1, 2):
        read = numbered(number)
        record.add(replace(read, report=replace(read.report, origin="live.html")))
    assert record.report("live.html").report.id == numbered(2).report.id


def test_a_prefix_of_many_reports_lists_some(record: Record) -> None:
    for number in range(60):
        record.add(replace(numbered(number), findings=()))
    first = [entry.id for entry in record.reports() if entry.id.startswith("a")]
    with pytest.raises(Ambiguous, match=f"'a' could be any of {len(first)} reports: .*"):
        record.report("a")


def test_findings_are_found_by_the_beginning_of_their_id(filled: Record) -> None:
    for stored in filled.findings("harbour.txt"):
        assert filled.finding(stored.id) == stored
        assert filled.finding(stored.id[:9]) == stored


@pytest.mark.parametrize("name", ["", "s%", "?", "s" + "0" * 16, "S1", "s" + "0" * 17, "zz"])
def test_what_names_no_finding_is_said(filled: Record, name: str) -> None:
    with pytest.raises(NotFound):
        filled.finding(name)


def test_a_name_of_several_findings_lists_them(filled: Record) -> None:
    with pytest.raises(Ambiguous, match=r"'s' could be any of 4 findings: s[0-9a-f]{16} in report "):
        filled.finding("s")


def test_findings_of_one_type(filled: Record) -> None:
    assert [stored.object["type"] for stored in filled.findings("harbour.txt", "mention")] == ["mention"]
    with pytest.raises(BadFilter, match="'rumour'; there are statement, encounter"):
        filled.findings("harbour.txt", "rumour")
    with pytest.raises(NotFound):
        filled.findings("nowhere.txt")


def test_the_list_of_reports(filled: Record) -> None:
    filled.add_origin(replace(harbour().report, origin="elsewhere.txt"))
    first, second = filled.reports()
    assert (first.title, first.outlet, first.published) == ("No crane moves", "Harbour News", "2024-10-01")
    assert (first.origins, first.statements, first.paraphrase) == (2, 2, 0.0)
    assert (second.published, second.origin, second.paraphrase) == (None, "https://valley.example/truce", 0.4)


def test_people_are_counted_with_what_is_said_of_them_most_often(filled: Record) -> None:
    filled.add(numbered(1))
    by_name = {person.name: person for person in filled.people()}
    assert next(iter(by_name)) == "The mediator"
    assert (by_name["The mediator"].statements, by_name["The mediator"].reports) == (10, 1)
    reyes = by_name[REYES]
    assert (reyes.kind, reyes.role, reyes.party) == ("person", "leader of the union", "dockers' union")
    assert (reyes.statements, reyes.reports) == (1, 1)
    assert by_name[NUNEZ].kind is None


def test_who_is_named_but_never_speaks_is_listed_if_a_person(filled: Record) -> None:
    mention = harbour().mentions[0]
    place = replace(mention, name="The quay", kind="place")
    silent = replace(mention, name="Ana Lima", role=None)
    read = numbered(3)
    filled.add(replace(read, findings=(silent, place)))
    by_name = {person.name: person for person in filled.people()}
    assert by_name["Ana Lima"].statements == 0
    assert "The quay" not in by_name
