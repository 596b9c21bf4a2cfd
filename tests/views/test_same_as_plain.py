"""The views answer from what is derived; worked out from every finding, they say the same."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.model import (
    Encounter,
    EncounterStatus,
    Finding,
    Holder,
    Paraphrase,
    Position,
    Proposal,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    Stance,
    Statement,
)
from parley.record import Record, open_record
from parley.record.days import days
from parley.record.decisions import Correct, Move, Reject, Undo
from parley.views.board import board
from parley.views.changes import changes
from parley.views.selection import Selection, select
from parley.views.timeline import KINDS, timeline
from plain_board import plain_board
from plain_changes import plain_changes
from plain_selection import plain_select
from plain_timeline import plain_timeline

SEVERAL = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
STORIES = (
    "The dock workers of Varna said on Tuesday that they would not load another grain ship before the owners"
    " sign the night-shift agreement, which has lain on the table since the spring and which nobody has read"
    " aloud in the assembly; the owners answered that the ink was dry.",
    "Ferry pilots in Oban have asked the council for a winter timetable with longer breaks, and the council"
    " has replied with a map of the harbour on which three of the berths are crossed out in red; nobody could"
    " say by whom, and the talks were put off by a week.",
    "In the matter of the upper river both governments sent engineers to the weir, and both engineers came"
    " back with the same figure, which neither government has published; a joint statement is expected when"
    " the water falls below the second mark.",
)
ENDINGS = ("", "\n\nReported by our own desk.", "\n\nThis story was updated with a reply from the mayor, who"
           " had been travelling and could be reached only by a crackling line from the hills.")  # fmt: skip
DAYS = (
    None,
    "2024-02-28",
    "2024-03-01",
    "2024-03-04",
    "2024-03",
    "2024",
    "2024-04-02",
    "2024-02-27/2024-03-02",
)
PARTIES = ("Varna", "the Owners", "Owners, The", "U.S.", "US", "—")
TOPICS = ("cease-fire", "ceasefire", "a cease fire", "night shifts", "Night Shifts!", "grain")
ISSUES = (None, None, "labour", "cease-fire")
WORDS = ("said", "both", "the", "council has", "PILOTS")
ENGINES = ("parley 1", "parley 2")


@st.composite
def found(draw: st.DrawFn) -> Finding:
    """A position, a proposal or an encounter."""
    start = draw(st.integers(0, 60))
    where = (Span(start, start + draw(st.integers(1, 60))),)
    on = draw(st.sampled_from(DAYS))
    kind = draw(st.sampled_from(("position", "position", "position", "proposal", "encounter", "statement")))
    if kind == "statement":
        source = Source(draw(st.sampled_from(PARTIES)), where[0], None, draw(st.sampled_from((None, "US"))))
        return Statement(where, 0.8, "test", Speech.INDIRECT, source, None, where, said_on=on)
    if kind == "proposal":
        return Proposal(
            where, 0.8, "test", draw(st.sampled_from(TOPICS)), (), draw(st.sampled_from(PARTIES)), on
        )
    if kind == "encounter":
        who = tuple(draw(st.lists(st.sampled_from(PARTIES), max_size=2, unique=True)))
        status = draw(st.sampled_from((EncounterStatus.SCHEDULED, EncounterStatus.HELD)))
        return Encounter(where, 0.8, "test", "talks", who, status, draw(st.sampled_from((None, "Varna"))), on)
    teller = draw(st.sampled_from((None, None, "reporter", "Ida Holm")))
    return Position(
        where,
        0.8,
        "test",
        draw(st.sampled_from(PARTIES)),
        draw(st.sampled_from(TOPICS)),
        draw(st.sampled_from((Stance.REJECTS, Stance.ACCEPTS_IF, Stance.ACCEPTS, Stance.DEMANDS))),
        tuple(draw(st.lists(st.sampled_from(("if paid", "If paid", "when it rains")), max_size=2))),
        Holder.SELF if teller is None else Holder.ASCRIBED,
        teller,
        on,
        draw(st.sampled_from(ISSUES)),
    )


@st.composite
def reads(draw: st.DrawFn) -> ReadReport:
    """A report, perhaps a copy of another, perhaps one that another engine has read before."""
    text = draw(st.sampled_from(STORIES)) + draw(st.sampled_from(ENDINGS))
    published, origin = draw(st.sampled_from(DAYS)), draw(st.sampled_from(("a.txt", "b.txt")))
    findings = tuple(draw(st.lists(found(), max_size=4)))
    return ReadReport(
        Report(text, published=published, origin=origin, outlet=draw(st.sampled_from((None, "The Buoy")))),
        draw(st.sampled_from(ENGINES)),
        findings,
        Paraphrase(draw(st.sampled_from((0.0, 0.9)))),
    )


@contextmanager
def fresh() -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        yield record


def rule_some(record: Record, chosen: st.DataObject) -> None:
    """Rejects, corrects, moves and undoes a few things."""
    made = []
    for _ in range(chosen.draw(st.integers(0, 3))):
        reports = [entry.id for entry in record.reports()]
        findings = [one for report in reports for one in record.findings(report)]
        positions = [one for one in findings if isinstance(one.finding, Position)]
        kinds = ["move"] + ["reject"] * bool(findings) + ["correct"] * bool(positions) + ["undo"] * bool(made)
        kind = chosen.draw(st.sampled_from(kinds))
        if kind == "undo":
            made.append(record.rule(Undo(made.pop().id), by="Ada"))
            made.pop()
        elif kind == "move":
            report = chosen.draw(st.sampled_from(reports))
            to = chosen.draw(st.sampled_from([None, *reports]))
            if to != report:
                made.append(record.rule(Move(report, to), by="Ada"))
        elif kind == "reject":
            made.append(record.rule(Reject(chosen.draw(st.sampled_from(findings)).id), by="Ada"))
        else:
            one = chosen.draw(st.sampled_from(positions))
            field, value = chosen.draw(
                st.sampled_from([("party", "Oban"), ("stance", "offers"), ("as_of", "2024-03-03")])
            )
            made.append(record.rule(Correct(one.id, field, value), by="Ben"))


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """Something to look for."""
    return Selection(
        words=tuple(draw(st.lists(st.sampled_from(WORDS), max_size=2))),
        kind=tuple(draw(st.lists(st.sampled_from(("position", "encounter", "statement")), max_size=2))),
        party=draw(st.sampled_from((None, None, "us", "owners", "?"))),
        value=draw(st.sampled_from((None, None, "Rejects", "held", "indirect"))),
        speaker=draw(st.sampled_from((None, None, "Varna", "holm"))),
        since=draw(st.sampled_from((None, *DAYS))),
        until=draw(st.sampled_from((None, None, *DAYS))),
        checked=draw(st.sampled_from((None, None, "machine", "rejected"))),
    )  # fmt: skip


def agree(record: Record, chosen: st.DataObject) -> None:
    """Every view says what it says when it is worked out from all findings."""
    asked = chosen.draw(st.sampled_from(DAYS))
    assert board(record) == plain_board(record)
    assert board(record, asked) == plain_board(record, asked)
    assert board(record, asked, party="owners") == plain_board(record, asked, party="owners")
    assert board(record, issue="cease-fire") == plain_board(record, issue="cease-fire")
    assert board(record, parties=2) == plain_board(record, parties=2)
    assert board(record, asked, parties=1) == plain_board(record, asked, parties=1)
    since, until = chosen.draw(st.sampled_from(DAYS[1:])), chosen.draw(st.sampled_from(DAYS))
    if (days(since) or ("",))[0] > (days(until) or ("", "9999"))[1]:
        until = None  # no day is asked for
    assert changes(record, since, until) == plain_changes(record, since, until)
    assert timeline(record, since, until, kinds=KINDS) == plain_timeline(record, since, until, kinds=KINDS)
    assert timeline(record, until=until, limit=2) == plain_timeline(record, until=until)[-2:]
    wanted = chosen.draw(selections())
    if (days(wanted.since) or ("",))[0] > (days(wanted.until) or ("", "9999"))[1]:
        wanted = replace(wanted, until=None)
    found = select(record, wanted)
    assert found == plain_select(record, wanted)
    for kind in wanted.kind:
        of_kind = select(record, replace(wanted, kind=(kind,)))
        assert select(record, replace(wanted, kind=(kind,)), 2) == of_kind[-2:]


@given(st.lists(reads(), min_size=1, max_size=7), st.data())
@SEVERAL
def test_views_agree_as_reports_come_rulings_are_made_and_all_is_rebuilt(
    reports: list[ReadReport], chosen: st.DataObject
) -> None:
    with fresh() as record:
        for read in reports[:-1] or reports:
            record.add(read)
        rule_some(record, chosen)
        agree(record, chosen)
        record.add(reports[-1])
        agree(record, chosen)
        for _ in record.rebuild():
            pass
        agree(record, chosen)
