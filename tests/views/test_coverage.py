"""What was read of a report, and what was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.model import (
    Finding,
    Mention,
    Paraphrase,
    Position,
    ReadReport,
    Report,
    Source,
    Span,
    Speech,
    Stance,
)
from parley.model import Statement as Said
from parley.record import NotFound, Record, open_record
from parley.views import coverage as coverage_module
from parley.views.coverage import Gap, ReportCoverage, coverage
from parley.views.sentences import sentences
from parley.vocabulary.issues import names_issue
from plain_coverage import plain_gaps

TEXT = (
    "Chad rejected the truce. Ana Ruiz said Niger agreed to lift the embargo. The dam stands. "
    "Officials told her that ships wait."
)


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(name: str | None, words: str, said_on: str | None = None, **more: str) -> Said:
    source = None if name is None else Source(name, place(name), **more)
    return Said((place(words),), 0.9, "test", Speech.INDIRECT, source, None, (place(words),), said_on=said_on)


POSITION = Position((place("Chad rejected the truce"),), 0.8, "test", "Chad", "truce", Stance.REJECTS)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def covered(record: Record, *findings: Finding, engine: str | None = None) -> ReportCoverage:
    record.add(ReadReport(Report(TEXT, title="Dam"), "parley test", findings, Paraphrase(0.0)))
    [found] = coverage(record, engine=engine)
    return found


def gaps(found: ReportCoverage, gap: Gap) -> list[tuple[str, str]]:
    return [(one.text, one.why) for one in found.passages if one.gap is gap]


def test_a_stance_word_without_position_is_a_gap(record: Record) -> None:
    found = covered(record, POSITION)
    assert gaps(found, Gap.STANCE) == [("Ana Ruiz said Niger agreed to lift the embargo.", "agreed")]
    assert (found.sentences, found.positions, found.statements) == (4, 1, 0)


def test_a_cue_without_statement_is_a_gap(record: Record) -> None:
    found = covered(record, POSITION, said("Ana Ruiz", "Niger agreed to lift the embargo", "2024-05-06"))
    assert gaps(found, Gap.CUE) == [("Officials told her that ships wait.", "told")]


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        (said(None, "ships wait", "2024"), "no source"),
        (said("her", "ships wait", "2024"), "only a pronoun: her"),
        (said("ships", "ships wait", "2024"), "without a name: ships"),
        (said("Ana Ruiz", "ships wait", "2024"), None),
        (said("ships", "ships wait", "2024", on_behalf_of="Chad"), None),
    ],
)
def test_sources_that_were_not_resolved(record: Record, statement: Said, why: str | None) -> None:
    found = covered(record, statement)
    assert [reason for _, reason in gaps(found, Gap.SOURCE)] == ([] if why is None else [why])
    assert found.count(Gap.DATE) == 0


def test_a_name_the_report_mentions_is_resolved(record: Record) -> None:
    mention = Mention((place("ships"),), 0.9, "test", "ships", "group")
    assert gaps(covered(record, mention, said("ships", "ships wait")), Gap.SOURCE) == []


def test_a_statement_without_a_day_is_a_gap(record: Record) -> None:
    found = covered(record, said("Ana Ruiz", "ships wait"))
    [passage] = [one for one in found.passages if one.gap is Gap.DATE]
    assert (passage.text, passage.why) == ("ships wait", "no day")
    assert passage.finding is not None and record.finding(passage.finding).finding


def test_every_passage_is_the_text_at_its_place(record: Record) -> None:
    for one in covered(record, said("her", "ships wait")).passages:
        assert TEXT[one.start : one.end] == one.text


def test_another_engine_is_told(record: Record) -> None:
    assert covered(record, POSITION, engine="parley next").current_engine is False
    [same] = coverage(record, engine="parley test")
    assert same.current_engine is True
    [unasked] = coverage(record)
    assert unasked.current_engine is None


def test_reports_are_asked_for_by_name(record: Record) -> None:
    found = covered(record, POSITION)
    assert [one.id for one in coverage(record, [found.id[:6]])] == [found.id]
    with pytest.raises(NotFound):
        coverage(record, ["nothing"])


WORDS = [
    *("Chad", "Niger", "rejected", "agreed", "refused", "offered", "told", "said", "according", "to", "the"),
    *(
        "truce",
        "embargo",
        "dam",
        "wages",
        "comment",
        "talks",
        "would",
        "not",
        "a",
        "strike",
        "deal",
        ".",
        "“",
    ),
]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(0, 90), st.integers(1, 60), st.sampled_from("pws")), max_size=4),
)
def test_the_same_as_when_every_sentence_is_looked_at_wholly(
    lines: list[list[str]], spans: list[tuple[int, int, str]]
) -> None:
    text = " ".join(f"{' '.join(words).capitalize()}." for words in lines)
    findings: list[Finding] = []
    for start, length, kind in spans:
        if start >= len(text):
            continue
        at = (Span(start, min(start + length, len(text))),)
        speech = Speech.WITHHELD if kind == "w" else Speech.INDIRECT
        findings.append(
            Position(at, 0.8, "test", "Chad", "truce", Stance.REJECTS)
            if kind == "p"
            else Said(at, 0.9, "test", speech, Source("Chad", at[0]), None, at, said_on="2024")
        )
    read = ReadReport(Report(text), "parley test", tuple(findings), Paraphrase(0.0))
    found = coverage_module._unread(read.report, tuple(sentences(read.report)), findings)
    assert [(one.gap, one.text, one.why) for one in found] == plain_gaps(read)


def test_only_sentences_with_a_stance_word_are_asked_for_an_issue(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Sequence[str]] = []

    def counted(lemmas: Sequence[str]) -> bool:
        asked.append(lemmas)
        return names_issue(lemmas)

    monkeypatch.setattr(coverage_module, "names_issue", counted)
    covered(record, POSITION)
    assert [one[:2] for one in asked if len(one) > 1] == [["ana", "ruiz"]]
