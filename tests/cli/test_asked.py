"""Who asks an older record sees that it is brought up to date."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from itertools import count

import pytest

from command_line import CommandLine
from parley.cli import progress
from parley.cli.asked import asked_record, show_catching_up
from parley.record import NotFound, Record, open_record
from parley.record.steps import Step


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


class OldRecord(Record):
    """A record with two kinds of work to do."""

    def __init__(self) -> None:
        self.asked: list[bool] = []

    def catch_up(self, *, copies: bool = True) -> Iterator[Step]:
        self.asked.append(copies)
        yield from (Step(20, 30), Step(30, 30), Step(20, 40), Step(40, 40))


def test_each_kind_of_work_has_its_own_line(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count(0.0, 2.0)
    screen = Screen()
    monkeypatch.setattr(progress.time, "monotonic", lambda: next(seconds))
    monkeypatch.setattr(sys, "stderr", screen)
    record = OldRecord()
    show_catching_up(record, copies=True)
    assert record.asked == [True]
    for line in ("20/30 reports taken in", "30/30 reports taken in", "40/40 reports taken in"):
        assert line in screen.getvalue()


def test_the_record_is_up_to_date_when_it_is_asked(filled: CommandLine) -> None:
    with asked_record(str(filled.record)) as record:
        assert list(record.catch_up(copies=False)) == []


def test_a_record_that_is_not_there_is_not_made(terminal: CommandLine) -> None:
    with pytest.raises(NotFound), asked_record(str(terminal.record)):
        pass
    assert not terminal.record.exists()
    with open_record(terminal.record) as record:
        assert list(record.catch_up()) == []
