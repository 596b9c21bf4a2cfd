"""A record that an older version kept is taken in step by step, in sight, and only once."""

from __future__ import annotations

import pytest
from sqlalchemy import delete, func, select, update

from parley.model import Encounter, EncounterStatus, Paraphrase, ReadReport, Report, Span
from parley.record import Record
from parley.record.copy_tables import copy_keys, copy_signatures
from parley.record.database import reading, writing
from parley.record.histories.tables import histories
from parley.record.identity_tables import identified
from parley.record.standing_tables import told_reports
from parley.record.steps import AT_ONCE
from parley.views.calendar import calendar

REPORTS = AT_ONCE * 2 + 3


def fill(record: Record) -> None:
    """Reports of so many talks, each between other sides, as an older version would have kept them."""
    for number in range(REPORTS):
        text = f"Port {number} and union {number} met on Monday, the harbour office said."
        met = Encounter(
            (Span(0, 20),),
            0.9,
            "test",
            "talks",
            (f"port {number}", f"union {number}"),
            EncounterStatus.HELD,
            on="2023-05-01",
        )
        record.add(ReadReport(Report(text, published="2023-05-02"), "engine", (met,), Paraphrase(0.0)))


def make_old(record: Record) -> None:
    with writing(record._engine, record.place) as connection:
        connection.execute(update(told_reports).values(scheme="older"))
        connection.execute(delete(identified))
        for table in (copy_keys, copy_signatures):
            connection.execute(delete(table))


@pytest.fixture
def old(record: Record) -> Record:
    fill(record)
    make_old(record)
    return record


def test_gives_how_far_it_has_come(old: Record) -> None:
    steps = [(step.done, step.reports) for step in old.catch_up(copies=False)]
    of_one_kind = [(AT_ONCE, REPORTS), (2 * AT_ONCE, REPORTS), (REPORTS, REPORTS)]
    assert steps == of_one_kind * 2


def test_a_record_that_is_up_to_date_gives_no_step(old: Record) -> None:
    for _ in old.catch_up():
        pass
    assert list(old.catch_up()) == []


def test_stopped_work_goes_on_where_it_stopped(old: Record) -> None:
    steps = old.catch_up(copies=False)
    assert next(steps).done == AT_ONCE
    steps.close()
    first = next(iter(old.catch_up(copies=False)))
    assert (first.done, first.reports) == (AT_ONCE, REPORTS - AT_ONCE)


def test_the_answers_are_those_of_a_record_that_was_never_old(old: Record) -> None:
    for _ in old.catch_up():
        pass
    with reading(old._engine, old.place) as connection:
        assert connection.scalar(select(func.count()).select_from(histories)) == REPORTS
    assert len(calendar(old)) == REPORTS
