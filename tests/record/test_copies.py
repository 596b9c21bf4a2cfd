"""Families in the record: the same whatever came first, and as people ruled."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from bench.synthetic import synthetic_reports
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from copied_stories import (
    BRIEFING_ONE,
    FERRIES,
    FERRIES_BY_ANOTHER,
    GRAIN,
    GRAIN_BACK_TRANSLATED,
    LETTER_PRINTED,
    LETTER_QUOTED,
    READOUT_NORTH,
    READOUT_SOUTH,
)
from parley.copies.kinds import Relation
from parley.model import Paraphrase, ReadReport, Report
from parley.record import Record, adding, copying, open_record
from parley.record.copy_tables import copy_keys, copy_links, copy_members, copy_signatures
from parley.record.database import reading, writing
from parley.record.decisions import Move, Undo
from spinner import spun

TEXTS = {
    "ferries": FERRIES,
    "ferries-again": f"Calm on the strait\n\n{FERRIES}",
    "ferries-cut": "\n\n".join(FERRIES.split("\n\n")[:4]),
    "ferries-spun": spun(FERRIES),
    "ferries-by-another": FERRIES_BY_ANOTHER,
    "grain": GRAIN,
    "grain-back": GRAIN_BACK_TRANSLATED,
    "letter-quoted": LETTER_QUOTED,
    "letter-printed": LETTER_PRINTED,
    "north": READOUT_NORTH,
    "south": READOUT_SOUTH,
    "briefing": BRIEFING_ONE,
}
REPORTS = tuple(
    ReadReport(
        Report(
            text=text, outlet=f"Outlet {number}", published=f"2025-03-{number + 1:02}", origin=f"{name}.txt"
        ),
        "by hand",
        (),
        Paraphrase(0.9 if "spun" in name else 0.0),
    )
    for number, (name, text) in enumerate(TEXTS.items())
)
CROWD = tuple(
    ReadReport(
        Report(text=f"{FERRIES}\nNumber {number} of {number * 7}.", origin=f"copy-{number}.txt"),
        "x",
        (),
        Paraphrase(0.0),
    )
    for number in range(14)
)
"""More copies of one story than a common number has hubs."""


def families_of(record: Record) -> list[list[str]]:
    return [
        [str(member.source.origin).removesuffix(".txt") for member in family.members]
        for family in record.families()
    ]


def state(record: Record) -> dict[str, list[tuple[object, ...]]]:
    """Everything the record keeps of copies."""
    with reading(record._engine, record.place) as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(select(table)).all()), key=repr)
            for table in (copy_signatures, copy_keys, copy_links, copy_members)
        }


def test_families_shared_passages_and_what_stands_alone(record: Record) -> None:
    for read in REPORTS:
        record.add(read)
    assert families_of(record) == [
        ["ferries", "ferries-again", "ferries-cut", "ferries-spun"],
        ["ferries-by-another"],
        ["grain", "grain-back"],
        ["letter-quoted"],
        ["letter-printed"],
        ["north"],
        ["south"],
        ["briefing"],
    ]
    shared = {(one.first.origin, one.second.origin): one.templated for one in record.shared_passages()}
    assert {frozenset(pair): templated for pair, templated in shared.items()} == {
        frozenset(("letter-quoted.txt", "letter-printed.txt")): False,
        frozenset(("north.txt", "south.txt")): True,
    }
    for one in record.shared_passages():
        first, second = (record.report(side.report).report.text for side in (one.first, one.second))
        assert [ours.of(first) for ours, _ in one.spans] == list(one.words)
        assert [theirs.of(second) for _, theirs in one.spans] == list(one.second_words)


def test_the_same_text_from_two_places_is_a_reprint(record: Record) -> None:
    record.add(REPORTS[0])
    record.add(ReadReport(Report(text=FERRIES, origin="elsewhere.txt"), "by hand", (), Paraphrase(0.0)))
    [family] = record.families()
    assert [(str(one.source.origin), one.relation) for one in family.members] == [
        ("ferries.txt", Relation.ORIGINAL),
        ("elsewhere.txt", Relation.REPRINT),
    ]


def test_an_earlier_date_learned_later_changes_the_original(record: Record) -> None:
    record.add(REPORTS[0])
    record.add(REPORTS[1])
    again = Report(
        text=REPORTS[1].report.text, published="2025-01-01", published_from="given", origin="early.txt"
    )
    record.add_origin(again)
    record.add(ReadReport(again, "by hand", (), Paraphrase(0.0)))
    assert record.families()[0].original.report == REPORTS[1].report.id


@settings(deadline=None, max_examples=8, suppress_health_check=list(HealthCheck))
@given(st.permutations(range(len(REPORTS))))
def test_any_order_gives_the_same_record(order: list[int]) -> None:
    with (
        TemporaryDirectory() as folder,
        open_record(Path(folder) / "one.db") as one,
        open_record(Path(folder) / "other.db") as other,
    ):
        for read in REPORTS:
            one.add(read)
        for place in order:
            other.add(REPORTS[place])
        assert state(other) == state(one)


@pytest.mark.parametrize("seed", range(4))
def test_crowds_give_the_same_record_in_any_order_with_few_hubs(tmp_path: Path, seed: int) -> None:
    """With two hubs a number, comparisons are taken back all the time."""
    made = [*CROWD, *REPORTS, *(one.read for one in synthetic_reports(40, seed))]
    states = []
    for turn in range(2):
        with open_record(tmp_path / f"{turn}.db") as record:
            for read in made:
                with writing(record._engine, record.place) as connection:
                    adding._add_text(connection, read.report)
                    adding._add_origin(connection, read.report)
                    copying.take_in(connection, read.report.id, hubs=2)
            states.append(state(record))
        Random(seed).shuffle(made)
    assert states[0] == states[1]
    assert (
        len({row[1] for row in states[0]["copy_members"] if row[0] in {one.report.id for one in CROWD}}) == 1
    )


def test_a_record_made_before_is_compared_when_it_is_asked(record: Record) -> None:
    for read in REPORTS[:4]:
        record.add(read)
    whole = state(record)
    with writing(record._engine, record.place) as connection:
        for table in (copy_members, copy_links, copy_keys, copy_signatures):
            connection.execute(delete(table))
    assert record.families() == []
    assert record.fold() == 4
    assert state(record) == whole
    assert record.fold() == 0
    assert record.fold(anew=True) == 4
    assert state(record) == whole


def test_what_was_compared_in_an_older_way_is_compared_again(record: Record) -> None:
    for read in REPORTS[:3]:
        record.add(read)
    whole = state(record)
    with writing(record._engine, record.place) as connection:
        connection.execute(update(copy_signatures).values(scheme="parley-copies-0"))
        connection.execute(delete(copy_keys))
    assert record.fold() == 3
    assert state(record) == whole


def test_a_person_moves_a_report_and_thinks_better_of_it(record: Record) -> None:
    for read in REPORTS[:5]:
        record.add(read)
    before = state(record)
    ruling = record.rule(Move("ferries-cut.txt", None), by="Ada", why="it is our own")
    assert ["ferries-cut"] in families_of(record)
    moved = record.rule(Move("ferries-cut.txt", "ferries-by-another.txt"), by="Ada")
    assert ["ferries-cut", "ferries-by-another"] in families_of(record)
    record.rule(Undo(moved.id), by="Ada")
    assert ["ferries-cut"] in families_of(record)
    record.rule(Undo(ruling.id), by="Ada")
    assert state(record) == before


def test_a_ruling_holds_for_what_comes_later(record: Record) -> None:
    record.add(REPORTS[0])
    record.add(REPORTS[1])
    record.rule(Move("ferries-again.txt", None), by="Ada")
    record.add(REPORTS[2])
    assert families_of(record) == [["ferries", "ferries-cut"], ["ferries-again"]]


def test_the_family_of_one_report(record: Record) -> None:
    for read in REPORTS[:5]:
        record.add(read)
    named = record.report("ferries-spun.txt").report.id
    assert [one.relation for one in record.family_of(named)] == [
        Relation.ORIGINAL,
        Relation.REPRINT,
        Relation.PARTIAL,
        Relation.PARAPHRASE,
    ]
    assert record.family_of("0" * 16) == ()
    assert record.family_ids([named]) == {named: (REPORTS[0].report.id, Relation.PARAPHRASE)}
