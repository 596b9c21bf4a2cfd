"""What is derived follows from base facts alone: in whatever order they came, and made anew."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import (
    Encounter,
    EncounterStatus,
    Finding,
    Mention,
    Paraphrase,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    Statement,
)
from parley.model.rulings import Ruling, RulingKind
from parley.record import Record, open_record
from parley.record.database import reading
from parley.record.decisions import Apart, Correct, Merge, Reject, Split, Undo
from parley.record.snapshots import who_is_who
from parley.views.calendar import calendar

SEVERAL = settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
ENGINES = ("parley 0.1.0", "parley 0.2.0")
NAMES = (
    ("Volodymyr Zelensky", "president", "Ukraine"),
    ("Zelenskyy", "President", "Ukraine"),
    ("Kim Jong-un", "leader", "North Korea"),
    ("Kim Yo Jong", None, "North Korea"),
    ("Kim", "leader", "North Korea"),
    ("George H.W. Bush", None, "United States"),
    ("George W. Bush", "president", "United States"),
    ("George Bush", None, None),
    ("Pilar Etxeberria", "envoy", None),
    ("Etxeberria", None, None),
    ("Anna Keller", "minister", "Germany"),
    ("Anna Keller", "judge", "Austria"),
)
SPEAKERS = ("Ukraine’s president", "Iceland’s foreign minister", "Moscow", "they", "Zelenskyy")


@st.composite
def read_reports(draw: st.DrawFn) -> ReadReport:
    """A report that names a few people, quotes one and tells of a meeting."""
    number = draw(st.integers(0, 7))
    text = f"Report {number} on the talks, whatever they come to."
    here = (Span(0, 8),)
    named = draw(st.lists(st.sampled_from(NAMES), max_size=4, unique=True))
    found: list[Finding] = [
        Statement(
            here, 0.9, "test", Speech.INDIRECT, Source(name, here[0]), None, (Span(9 + place, 20 + place),)
        )
        for place, name in enumerate(draw(st.lists(st.sampled_from(SPEAKERS), max_size=2, unique=True)))
    ]
    if len(named) > 1:
        status = draw(st.sampled_from([EncounterStatus.SCHEDULED, EncounterStatus.HELD]))
        on = draw(st.sampled_from([None, "2019-03-05", "2019-03-06"]))
        found.append(Encounter(here, 0.8, "test", "meeting", (named[0][0], named[1][0]), status, on=on))
    found += [
        Mention((Span(place, place + 3),), 0.9, "test", name, "person", role, party)
        for place, (name, role, party) in enumerate(named)
    ]
    published = draw(st.sampled_from([None, "2019-03-04", "2019-03-07", "2003-01-01"]))
    report = Report(text, published=published, origin=f"{number}.txt")
    return ReadReport(report, draw(st.sampled_from(ENGINES)), tuple(found), Paraphrase(0.0))


@contextmanager
def fresh_record() -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        yield record


def derived(record: Record) -> tuple[object, ...]:
    """All that is derived: who is who, what rulings make of findings, the calendar."""
    record.identify()
    with reading(record._engine, record.place) as connection:
        who = who_is_who(connection)
    entries = sorted(record.reports(), key=lambda entry: entry.id)
    checked = [
        (one.id, one.finding, one.checked, one.kept)
        for entry in entries
        for one in record.findings(entry.id, rejected=True)
    ]
    told = [(one.on, one.status, one.participants, one.findings, one.checked) for one in calendar(record)]
    return who, checked, sorted(told, key=str), [(one.id, one.published) for one in entries]


def same(first: tuple[object, ...], second: tuple[object, ...]) -> bool:
    """Whether two records are derived the same; says in what they are not."""
    for one, other in zip(map(repr_lines, first), map(repr_lines, second), strict=True):
        assert one - other == set()
        assert other - one == set()
    return first == second


def repr_lines(part: object) -> set[str]:
    return {str(line) for line in _flat(part)}


def _flat(part: object) -> Iterator[object]:
    for inner in part if isinstance(part, list | tuple) else ():
        yield from _flat(inner) if isinstance(inner, list) else (inner,)


def engine_order(record: Record) -> None:
    """Let the record meet both engines in one order: which of two is the newer is itself a base fact."""
    for number, engine in enumerate(ENGINES):
        text = f"The first report that engine {number} has read."
        record.add(ReadReport(Report(text, origin=f"engine {number}"), engine, (), Paraphrase(0.0)))


def some_rulings(record: Record, chosen: st.DataObject) -> list[Ruling]:
    """A few decisions on what the record has."""
    findings = [one for entry in record.reports() for one in record.findings(entry.id)]
    names = sorted({one.finding.name for one in findings if isinstance(one.finding, Mention)})
    made = []
    for _ in range(chosen.draw(st.integers(0, 3))):
        kinds = (
            ["reject"] * bool(findings)
            + ["merge", "split", "apart"] * (len(names) > 1)
            + ["undo"] * bool(made)
        )
        if not kinds:
            break
        kind = chosen.draw(st.sampled_from(kinds))
        if kind == "reject":
            made.append(record.rule(Reject(chosen.draw(st.sampled_from(findings)).id), by="Ada"))
        elif kind == "undo":
            made.append(record.rule(Undo(chosen.draw(st.sampled_from(made)).id), by="Ben"))
        elif kind == "apart":
            naming = [one for one in findings if isinstance(one.finding, Mention)]
            one = chosen.draw(st.sampled_from(naming))
            assert isinstance(one.finding, Mention)
            made.append(record.rule(Apart(one.finding.name, (one.report.id,)), by="Ada"))
        else:
            first, second = chosen.draw(st.permutations(names))[:2]
            decision = Merge(first, second) if kind == "merge" else Split(first, second)
            made.append(record.rule(decision, by="Ada"))
    return made


def reading_of(read: ReadReport) -> tuple[str, str, str | None]:
    """What makes a reading this one: an engine gives one report, counted from one date, the same findings."""
    return read.report.id, read.engine, read.report.published


@given(st.lists(read_reports(), min_size=1, max_size=6, unique_by=reading_of), st.data())
@SEVERAL
def test_any_order_of_reports_and_rulings_gives_one_record_and_a_rebuild_the_same(
    reads: list[ReadReport], chosen: st.DataObject
) -> None:
    with fresh_record() as record, fresh_record() as other:
        engine_order(record)
        engine_order(other)
        for read in reads:
            record.add(read)
        rulings = some_rulings(record, chosen)
        expected = derived(record)
        facts: list[ReadReport | Ruling] = chosen.draw(st.permutations([*reads, *rulings]))
        for fact in facts:
            if isinstance(fact, Ruling):
                other.take_rulings([fact])
            else:
                other.add(fact)
        assert same(derived(other), expected)
        for step in record.rebuild():
            assert step.done <= step.reports
        assert same(derived(record), expected)


def named(number: int, *names: str) -> ReadReport:
    text = f"Report {number} names {', '.join(names)}."
    found = tuple(
        Mention(
            (Span(text.index(name), text.index(name) + len(name)),),
            0.9,
            "test",
            name,
            "person",
            None,
            "Ukraine",
        )
        for name in names
    )
    return ReadReport(Report(text, origin=f"{number}.txt"), ENGINES[0], found, Paraphrase(0.0))


def test_a_name_only_an_older_reading_had_is_gone(record: Record) -> None:
    record.add(named(1, "Volodymyr Zelensky", "Petro Lysenko"))
    newer = named(1, "Volodymyr Zelensky", "Petro Lysenko")
    record.add(replace(newer, engine=ENGINES[1], findings=newer.findings[:1]))
    assert [one.name for one in record.entities("person")] == ["Volodymyr Zelensky"]


def test_a_corrected_name_is_somebody_else(record: Record) -> None:
    record.add(named(1, "Petro Lysenko"))
    [mention] = record.findings("1.txt", "mention")
    record.rule(Correct(mention.id, "name", "Petro Lysak"), by="Ada")
    assert [one.name for one in record.entities()] == ["Petro Lysak"]


def test_a_speaker_that_a_person_names_is_somebody(record: Record) -> None:
    here = (Span(0, 8),)
    said = Statement(here, 0.9, "test", Speech.INDIRECT, Source("they", here[0]), None, here)
    record.add(ReadReport(Report("Reported words.", origin="1.txt"), ENGINES[0], (said,), Paraphrase(0.0)))
    assert record.entities("person") == []
    [statement] = record.findings("1.txt", "statement")
    record.rule(Correct(statement.id, "speaker", "Petro Lysak"), by="Ada")
    assert [(one.name, one.statements) for one in record.entities("person")] == [("Petro Lysak", 1)]


def test_merging_two_names_shows_the_first_and_undoing_it_both(record: Record) -> None:
    record.add(named(1, "Petro Lysenko"))
    record.add(named(2, "Ihor Bondar"))
    ruling = record.rule(Merge("Ihor Bondar", "Petro Lysenko"), by="Ada")
    [one] = record.entities("person")
    assert (one.name, one.reports) == ("Ihor Bondar", 2)
    assert {alias.name for alias in record.aliases(one.id)} == {"Petro Lysenko", "Ihor Bondar"}
    undoing = record.rule(Undo(ruling.id), by="Ada")
    assert len(record.entities("person")) == 2
    record.rule(Undo(undoing.id), by="Ada")
    assert len(record.entities("person")) == 1


def test_one_name_for_two_people_in_different_reports(record: Record) -> None:
    record.add(named(1, "Petro Lysenko"))
    record.add(named(2, "Petro Lysenko"))
    record.rule(Apart("Petro Lysenko", ("2.txt",)), by="Ada")
    assert [(one.name, one.reports) for one in record.entities("person")] == [("Petro Lysenko", 1)] * 2


def test_a_rebuild_that_is_stopped_is_gone_on_with(tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        for number in range(45):
            record.add(named(number, "Petro Lysenko", "Ihor Bondar"))
        expected = derived(record)
        steps = record.rebuild()
        assert next(steps).done == 0
        assert next(steps).done == 20
        steps.close()  # type: ignore[attr-defined]
        assert record.rebuild_interrupted()
    with open_record(tmp_path / "record.db") as record:
        assert next(iter(record.rebuild())).done == 20
        assert [step.done for step in record.rebuild()][-1] == 45
        assert not record.rebuild_interrupted()
        assert derived(record) == expected


def test_questions_go_on_with_a_stopped_rebuild(record: Record) -> None:
    for number in range(25):
        record.add(named(number, "Petro Lysenko"))
    steps = record.rebuild()
    next(steps)
    next(steps)
    steps.close()  # type: ignore[attr-defined]
    assert [one.reports for one in record.entities("person")] == [25]


@pytest.mark.parametrize("kind", [RulingKind.MERGE, RulingKind.SPLIT])
def test_rulings_on_names_nobody_has_yet_wait_for_them(record: Record, kind: RulingKind) -> None:
    things = {"things": [{"name": "Ihor Bondar"}, {"name": "Bondar"}]}
    record.take_rulings([Ruling(kind, "Ada", "2024-01-01T00:00:00.000000+00:00", "", things, {})])
    record.add(named(1, "Ihor Bondar"))
    record.add(named(2, "Bondar"))
    assert len(record.entities("person")) == (1 if kind is RulingKind.MERGE else 2)
