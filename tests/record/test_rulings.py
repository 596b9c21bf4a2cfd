"""Decisions of people: kept for good, found again after a re-reading, undone."""

import sqlite3
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from parley.model import Report, Span, Statement
from parley.model.rulings import Checked, Ruling, RulingKind, decode_ruling, encode_ruling, in_force
from parley.record import Ambiguous, BadRuling, LedgerFilter, NotFound, Record, open_record
from parley.record.comparing import compare, conflicts
from parley.record.decisions import Confirm, Correct, Merge, Move, Reject, Undo
from read_samples import harbour, truce

LATER = "parley 0.2.0; model 99887766"


def said(record: Record, rejected: bool = False) -> list[tuple[str | None, Checked]]:
    """Who speaks in the report on the harbour, and whether that was checked."""
    found = record.findings("harbour.txt", "statement", rejected=rejected)
    return [
        (one.finding.source.name if one.finding.source else None, one.checked)
        for one in found
        if isinstance(one.finding, Statement)
    ]


def first_id(record: Record) -> str:
    return record.findings("harbour.txt", "statement")[0].id


@pytest.fixture
def filled(record: Record) -> Record:
    record.add(harbour())
    record.add(truce())
    return record


def test_nothing_is_checked_until_somebody_rules(filled: Record) -> None:
    assert {checked for _, checked in said(filled)} == {Checked.MACHINE}
    assert all(value["checked"] == "machine" for value in filled.report("harbour.txt").objects[1:])


def test_a_confirmed_finding_says_so(filled: Record) -> None:
    ruling = filled.rule(Confirm(first_id(filled)), by="Ada", why="heard it")
    assert said(filled)[0] == ("Marta Reyes", Checked.CONFIRMED)
    assert (ruling.by, ruling.why, ruling.kind) == ("Ada", "heard it", RulingKind.CONFIRM)
    assert filled.finding(first_id(filled)).object["checked"] == "confirmed"


def test_a_corrected_speaker_is_found_by_the_right_name_and_no_more_by_the_wrong_one(filled: Record) -> None:
    filled.rule(Correct(first_id(filled), "speaker", "Ines Duarte"), by="Ada")
    [found] = filled.statements(LedgerFilter(speaker="duarte"))
    assert found.checked is Checked.CORRECTED
    assert filled.statements(LedgerFilter(speaker="reyes")) == []
    assert "Ines Duarte" in {person.name for person in filled.people()}


def test_a_corrected_date_moves_the_statement(filled: Record) -> None:
    filled.rule(Correct(first_id(filled), "date", "2024-09-28"), by="Ada")
    asked = LedgerFilter(since="2024-09-27", until="2024-09-29")
    assert [one.id for one in filled.statements(asked)] == [first_id(filled)]


def test_a_rejected_finding_is_hidden_unless_asked_for(filled: Record) -> None:
    identifier = first_id(filled)
    filled.rule(Reject(identifier), by="Ada")
    assert [name for name, _ in said(filled)] == ["A spokesman for the port"]
    assert ("Marta Reyes", Checked.REJECTED) in said(filled, rejected=True)
    asked = filled.statements(LedgerFilter(report="harbour.txt", rejected=True))
    assert identifier in [one.id for one in asked]
    assert filled.statements(LedgerFilter(speaker="reyes")) == []
    assert len(filled.report("harbour.txt").read.statements) == 1
    assert filled.report("harbour.txt", ruled=False).read == harbour()


def test_a_ruling_can_be_undone_and_the_undoing_too(filled: Record) -> None:
    ruling = filled.rule(Reject(first_id(filled)), by="Ada")
    undoing = filled.rule(Undo(ruling.id[:8]), by="Ben")
    assert said(filled)[0] == ("Marta Reyes", Checked.MACHINE)
    filled.rule(Undo(undoing.id), by="Ada")
    assert [name for name, _ in said(filled)] == ["A spokesman for the port"]
    assert [kept.undone for kept in filled.rulings()] == [False, True, False]


def test_a_later_engine_that_reads_otherwise_does_not_undo_a_correction(filled: Record) -> None:
    filled.rule(Correct(first_id(filled), "speaker", "Ines Duarte"), by="Ada")
    filled.add(replace(harbour(), engine=LATER))
    assert said(filled)[0] == ("Ines Duarte", Checked.CORRECTED)


def test_a_ruling_finds_words_that_a_later_engine_cuts_otherwise(filled: Record) -> None:
    filled.rule(Reject(first_id(filled)), by="Ada")
    first, *others = harbour().findings
    assert isinstance(first, Statement)
    [content] = first.content
    longer = replace(first, content=(Span(content.start - 5, content.end),))
    filled.add(replace(harbour(), engine=LATER, findings=(longer, *others)))
    assert [name for name, _ in said(filled)] == ["A spokesman for the port"]


def test_what_a_person_confirmed_stays_when_a_later_engine_misses_it(filled: Record) -> None:
    filled.rule(Confirm(first_id(filled)), by="Ada")
    without = replace(harbour(), engine=LATER, findings=harbour().findings[1:])
    filled.add(without)
    assert ("Marta Reyes", Checked.CONFIRMED) in said(filled)
    [found] = filled.statements(LedgerFilter(text="crane"))
    assert found.kept
    assert filled.report("harbour.txt", ruled=False).read == without
    filled.rule(Undo(filled.rulings()[0].ruling.id), by="Ada")
    assert filled.statements(LedgerFilter(text="crane")) == []


def test_a_rejection_of_what_is_no_longer_found_is_listed_as_orphaned(filled: Record) -> None:
    filled.rule(Reject(first_id(filled)), by="Ada")
    filled.add(replace(harbour(), engine=LATER, findings=harbour().findings[1:]))
    assert [kept.found for kept in filled.rulings()] == [False]


@pytest.mark.parametrize(
    ("decision", "refusal"),
    [
        (Correct("FIRST", "shoe size", "44"), BadRuling),
        (Correct("FIRST", "date", "next week"), BadRuling),
        (Correct("FIRST", "speech", "sung"), BadRuling),
        (Confirm("sffffffffffffffff"), NotFound),
        (Reject("s"), Ambiguous),
        (Undo("r0000"), NotFound),
        (Merge("Nobody Known", "Marta Reyes"), NotFound),
        (Merge("Marta Reyes", "Marta Reyes"), BadRuling),
        (Move("harbour.txt", "nowhere.txt"), NotFound),
    ],
)
def test_what_cannot_be_ruled_is_refused_and_leaves_nothing(
    filled: Record, decision: object, refusal: type[Exception]
) -> None:
    if isinstance(decision, Correct):
        decision = replace(decision, finding=first_id(filled))
    with pytest.raises(refusal):
        filled.rule(decision, by="Ada")  # type: ignore[arg-type]
    assert filled.rulings() == []


def test_a_ruling_needs_somebody(filled: Record) -> None:
    with pytest.raises(BadRuling):
        filled.rule(Confirm(first_id(filled)), by=" ")


def test_later_rulings_prevail_though_the_clock_goes_back(
    filled: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = filled.rule(Correct(first_id(filled), "speaker", "One"), by="Ada")
    ahead = replace(first, at="2999-01-01T00:00:00.000000+00:00", value={**first.value, "to": "Two"})
    filled.take_rulings([ahead])
    assert said(filled)[0][0] == "Two"
    filled.rule(Correct(first_id(filled), "speaker", "Three"), by="Ada")
    assert said(filled)[0][0] == "Three"


def test_the_order_in_which_rulings_come_in_changes_nothing(tmp_path: Path) -> None:
    with open_record(tmp_path / "source.db") as source:
        source.add(harbour())
        identifier = first_id(source)
        source.rule(Correct(identifier, "speaker", "One"), by="Ada")
        rejected = source.rule(Reject(identifier), by="Ben")
        source.rule(Undo(rejected.id), by="Ada")
        source.rule(Correct(identifier, "speaker", "Two"), by="Ben")
        made = [kept.ruling for kept in source.rulings()]
        expected = source.findings("harbour.txt", rejected=True)
    for number, order in enumerate(permutations(made)):
        with open_record(tmp_path / f"{number}.db") as other:
            for ruling in order[:2]:
                other.take_rulings([ruling])
            other.add(harbour())
            other.take_rulings(order[1:])
            assert [
                (one.id, one.finding, one.checked) for one in other.findings("harbour.txt", rejected=True)
            ] == [(one.id, one.finding, one.checked) for one in expected]
            assert other.take_rulings(made) == ()


def test_rulings_are_never_changed_or_deleted(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        record.add(harbour())
        record.rule(Confirm(first_id(record)), by="Ada")
    connection = sqlite3.connect(tmp_path / "record.db")
    for statement in ("UPDATE rulings SET by = 'Eve'", "DELETE FROM rulings"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            connection.execute(statement)
    connection.close()


def ruling(kind: RulingKind, by: str, at: str, value: dict[str, object] | None = None) -> Ruling:
    seen = {"evidence": [{"start": 0, "end": 9}], "said_on": "2024-05-01"}
    target = {"report": "a" * 16, "type": "statement", "finding": "s" + "1" * 16, "quote": "q", "seen": seen}
    return Ruling(kind, by, at, "", target, value or {})


CONFIRM = ruling(RulingKind.CONFIRM, "Ada", "2024-05-02")
REJECT = ruling(RulingKind.REJECT, "Ben", "2024-05-03")
DATED = ruling(RulingKind.CORRECT, "Ben", "2024-05-03", {"field": "said_on", "from": "x", "to": "2024-04-30"})
SAME = ruling(RulingKind.CORRECT, "Cyd", "2024-05-04", {"field": "said_on", "from": "x", "to": "2024-04-30"})
OTHER = ruling(RulingKind.CORRECT, "Ada", "2024-05-04", {"field": "said_on", "from": "x", "to": "2024-04-29"})


@pytest.mark.parametrize(
    ("first", "second", "difference"),
    [
        (CONFIRM, REJECT, "confirm or reject"),
        (CONFIRM, DATED, "said_on: confirmed by one, corrected by the other"),
        (REJECT, SAME, "reject or correct"),
        (DATED, OTHER, "said_on: '2024-04-30' or '2024-04-29'"),
        (DATED, SAME, ""),
    ],
)
def test_two_peoples_rulings_agree_or_conflict(first: Ruling, second: Ruling, difference: str) -> None:
    found = compare([first], [second])
    assert found.new == (second,)
    [pair] = found.agreements or found.conflicts
    assert pair.why == difference
    assert found.agreement == (0.0 if difference else 1.0)
    assert len(conflicts([first, second])) == bool(difference)


def test_a_ruling_goes_through_json_and_nobody_can_alter_it() -> None:
    item = encode_ruling(DATED)
    assert decode_ruling(item) == DATED
    with pytest.raises(ValueError, match="signed"):
        decode_ruling({**item, "by": "Eve"})


def test_an_undone_undoing_holds_again_in_any_order() -> None:
    undo = Ruling(RulingKind.UNDO, "Ben", "2024-05-04", "", {"ruling": REJECT.id, "report": "a" * 16}, {})
    again = Ruling(RulingKind.UNDO, "Ada", "2024-05-05", "", {"ruling": undo.id, "report": "a" * 16}, {})
    for order in permutations([REJECT, undo, again]):
        assert in_force(order) == (REJECT, again)
    assert in_force((undo, REJECT)) == (undo,)


def test_a_corrected_mention_keeps_its_id(filled: Record) -> None:
    [before] = filled.findings("harbour.txt", "mention")
    filled.rule(Correct(before.id, "role", "secretary of the union"), by="Ada")
    [after] = filled.findings("harbour.txt", "mention")
    assert after.id == before.id
    assert after.object["role"] == "secretary of the union"


def test_an_unread_report_takes_its_rulings_when_it_comes(tmp_path: Path) -> None:
    with open_record(tmp_path / "one.db") as one, open_record(tmp_path / "two.db") as two:
        one.add(harbour())
        one.rule(Reject(first_id(one)), by="Ada")
        two.take_rulings([kept.ruling for kept in one.rulings()])
        assert [kept.found for kept in two.rulings()] == [False]
        two.add(harbour())
        assert [name for name, _ in said(two)] == ["A spokesman for the port"]
        assert two.add_origin(Report(harbour().report.text, origin="again.txt"))
        assert [name for name, _ in said(two)] == ["A spokesman for the port"]
