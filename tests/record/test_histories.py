"""Histories are the same in whatever order reports came, were read anew and were ruled on, and made anew."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from parley.identity.encounters import threads
from parley.model import (
    Commitment,
    Encounter,
    EncounterStatus,
    Event,
    Finding,
    Paraphrase,
    Proposal,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    Statement,
)
from parley.model.rulings import Ruling
from parley.record import Record, open_record
from parley.record.database import reading
from parley.record.decisions import Correct, Merge, Reject, Split, Undo
from parley.record.histories.keeping import WAYS
from parley.record.histories.placing import read as read_telling
from parley.record.histories.said import said_of
from parley.record.histories.tables import histories, history_parties, history_sides, history_tellings
from parley.views.commitments import commitments

SEVERAL = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
DAYS = (None, "2019-03-01", "2019-03-02", "2019-03-04", "2019-03-05", "2019-03-20", "2019-05-02")
SIDES = ("Norway", "Iceland", "Denmark", "the dockers", "Prime Minister Anna Keller")
ACTS = (
    "reopen the northern crossing",
    "opening the northern crossing",
    "withdraw its patrol boats from the bay",
    "pull its patrol boats back",
    "free 40 fishermen",
    "free 60 fishermen",
)
PLANS = (
    "fishing plan",
    "draft fishing plan",
    "truce",
    "two-month ceasefire",
    "limited truce",
    "halt in the fighting",
)
CLAIMS = (
    "that trawlers had entered the closed bay on Sunday",
    "that no trawlers had entered the closed bay",
    "that patrol boats had rammed a trawler in the bay",
    "that the allegations were invented",
)
CUES = ("said", "denied", "accused", "rejected")
ENGINES = ("parley 0.1.0", "parley 0.2.0")


@st.composite
def findings(draw: st.DrawFn, text: str) -> Finding:
    """A finding of something that has a history."""
    kinds = ("encounter", "encounter", "commitment", "proposal", "event", "said", "said")
    kind = draw(st.sampled_from(kinds))
    here = (Span(0, 8),)
    on = draw(st.sampled_from(DAYS))
    one, other = draw(st.permutations(SIDES))[:2]
    if kind == "encounter":
        status = draw(st.sampled_from(list(EncounterStatus)))
        form = draw(st.sampled_from(("talks", "meeting", "call")))
        who = draw(st.sampled_from(((one, other), (one,), (other, one))))
        place = draw(st.sampled_from((None, "Bergen")))
        return Encounter(here, 0.8, "test", form, who, status, place, on)
    if kind == "commitment":
        status = draw(st.sampled_from(("offered", "accepted", "met", "withdrawn")))
        act = draw(st.sampled_from(ACTS))
        return Commitment(here, 0.8, "test", one, act, ("if others do",), status, as_of=on)
    if kind == "proposal":
        terms = draw(st.sampled_from(((), ("a month",), ("a month", "observers"), ("two months",))))
        by = draw(st.sampled_from((None, one)))
        return Proposal(here, 0.8, "test", draw(st.sampled_from(PLANS)), terms, by, on)
    if kind == "event":
        return Event(here, 0.8, "test", "ASSAULT", one, draw(st.sampled_from((None, other))), None, on)
    said, cue = draw(st.sampled_from(CLAIMS)), draw(st.sampled_from(CUES))
    place, at = text.index(said), text.index(f" {cue} ") + 1
    return Statement(
        (Span(place, place + len(said)),),
        0.9,
        "test",
        Speech.INDIRECT,
        Source(one, here[0], None, one),
        Span(at, at + len(cue)),
        (Span(place, place + len(said)),),
        said_on=on,
        about=(other,),
    )


def _filler(number: int) -> str:
    """Words of its own for most reports, so that only some are copies."""
    chance = Random(number)
    words = ("".join(chance.choices("bdfgklmnoprstuae", k=7)) for _ in range(150))
    return f"{' '.join(words)}. " if number > 2 else ""


@st.composite
def read_reports(draw: st.DrawFn) -> ReadReport:
    """A report that tells of several things."""
    number = draw(st.integers(0, 9))
    text = f"Report {number}. {_filler(number)}They {' and '.join(CUES)} much: {'; '.join(CLAIMS)}."
    found = draw(st.lists(findings(text), max_size=4))
    found.sort(key=lambda one: not isinstance(one, Statement))
    published = draw(st.sampled_from(DAYS))
    report = Report(text, published=published, origin=f"{number}.txt")
    return ReadReport(report, draw(st.sampled_from(ENGINES)), tuple(found), Paraphrase(0.0))


@contextmanager
def fresh_record() -> Iterator[Record]:
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "record.db") as record:
        for number, engine in enumerate(ENGINES):
            report = Report(f"The first report that engine {number} has read.", origin=f"engine {number}")
            record.add(ReadReport(report, engine, (), Paraphrase(0.0)))
        yield record


def told(record: Record) -> list[tuple[object, ...]]:
    """All histories, in a form that does not depend on the numbers that findings have."""
    record.stand()
    with reading(record._engine, record.place) as connection:
        rows = connection.execute(select(history_tellings)).all()
        called = {row.finding: row.id for row in rows}
        members: dict[tuple[str, int], list[str]] = {}
        for row in sorted(rows, key=lambda one: one.sort):
            members.setdefault((row.kind, row.history), []).append(row.id)
        lines = connection.execute(select(histories)).all()
        named = select(history_sides, history_parties.c.name).join(history_parties)
        sides: dict[tuple[str, int], set[str]] = {}
        for row in connection.execute(named):
            sides.setdefault((row.kind, row.history), set()).add(row.name)
    assert {(row.kind, row.history) for row in lines} == members.keys()
    found = []
    for row in lines:
        content = {key: _named(value, called) for key, value in json.loads(row.content).items()}
        content.pop("read", None)
        key = row.kind, row.history
        dates = row.first_day, row.last_day, row.begun, row.ended
        found.append((row.kind, members[key], dates, row.status, str(content), sorted(sides.get(key, ()))))
    return sorted(found, key=str)


def _named(value: object, called: dict[int, str]) -> object:
    if isinstance(value, list) and all(isinstance(one, int) for one in value):
        return [called.get(one, "a claim") for one in value]
    return value


def of_reading(read: ReadReport) -> tuple[str, str, str | None]:
    return read.report.id, read.engine, read.report.published


def some_rulings(record: Record, chosen: st.DataObject) -> list[Ruling]:
    """Decisions on what the record has."""
    kept = [one for entry in record.reports() for one in record.findings(entry.id)]
    met = [one.id for one in kept if isinstance(one.finding, Encounter)]
    made: list[Ruling] = []
    for _ in range(chosen.draw(st.integers(0, 4))):
        kinds = ["reject", "correct"] * bool(kept) + ["merge", "split"] * (len(met) > 1)
        kinds += ["undo"] * bool(made)
        if not kinds:
            break
        kind = chosen.draw(st.sampled_from(kinds))
        if kind == "reject":
            made.append(record.rule(Reject(chosen.draw(st.sampled_from(kept)).id), by="Ada"))
        elif kind == "correct" and met:
            made.append(record.rule(Correct(chosen.draw(st.sampled_from(met)), "on", "2019-03-04"), by="Ada"))
        elif kind == "undo":
            made.append(record.rule(Undo(chosen.draw(st.sampled_from(made)).id), by="Ben"))
        elif kind in ("merge", "split"):
            first, second = chosen.draw(st.permutations(met))[:2]
            decision = Merge(first, second) if kind == "merge" else Split(first, second)
            made.append(record.rule(decision, by="Ada"))
    return made


@given(st.lists(read_reports(), min_size=1, max_size=8, unique_by=of_reading), st.data())
@SEVERAL
def test_any_order_of_reports_and_rulings_gives_the_same_histories_and_a_rebuild_too(
    reads: list[ReadReport], chosen: st.DataObject
) -> None:
    with fresh_record() as record, fresh_record() as other:
        for read in reads:
            record.add(read)
        rulings = some_rulings(record, chosen)
        expected = told(record)
        for fact in chosen.draw(st.permutations([*reads, *rulings])):
            if isinstance(fact, Ruling):
                other.take_rulings([fact])
            else:
                other.add(fact)
        assert told(other) == expected
        for _ in record.rebuild():
            pass
        assert told(record) == expected


@given(st.lists(read_reports(), min_size=1, max_size=10, unique_by=lambda read: read.report.id))
@SEVERAL
def test_encounters_come_together_as_they_do_all_at_once(reads: list[ReadReport]) -> None:
    [way] = [way for way in WAYS if way.kind == "encounter"]
    with fresh_record() as record:
        for read in reads:
            record.add(read)
        record.stand()
        with reading(record._engine, record.place) as connection:
            rows = connection.execute(
                select(history_tellings).where(history_tellings.c.kind == "encounter")
            ).all()
        groups: dict[int, set[str]] = {}
        for row in rows:
            groups.setdefault(row.history, set()).add(row.id)
        once = [[one.id for one in group] for group in threads(read_telling(way, row).read for row in rows)]
        assert sorted(map(sorted, groups.values())) == sorted(map(sorted, once))


def test_a_commitment_stood_otherwise_on_an_earlier_day() -> None:
    here = (Span(0, 6),)
    with fresh_record() as record:
        for day, status in (("2019-03-01", "offered"), ("2019-03-20", "met")):
            act = Commitment(here, 0.8, "test", "Norway", ACTS[0], (), status, as_of=day)
            report = Report(f"Norway {status} it.", published=day, origin=day)
            record.add(ReadReport(report, ENGINES[0], (act,), Paraphrase(0.0)))
        assert [one.status for one in commitments(record)] == ["met"]
        assert [one.status for one in commitments(record, "2019-03-10")] == ["offered"]
        assert [len(one.history) for one in commitments(record, "2019-03-20")] == [2]
        assert commitments(record, "2019-02-01") == []
        assert [one.status for one in commitments(record, status="offered")] == []
        assert [one.status for one in commitments(record, since="2019-03-05", party="norway")] == ["met"]


def test_what_an_older_version_kept_of_a_statement_is_read_until_it_is_made_anew() -> None:
    kept = {
        "who": "Ostmark", "side": " ostmark ", "words": ["bay", "trawler"], "about": [], "denies": False,
        "accuses": True, "start": 7, "day": "2025-03-03", "days": [739313, 739313],
    }  # fmt: skip
    said = said_of(kept)
    assert said.words == {"bay", "trawler"} and said.sentences == (said.words,)
    assert said.negated is None and said.asserts and not said.points
