"""What was read of each report, and what was not understood: the gaps, with their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from parley.model import Commitment, Finding, Mention, Position, Report, Span, Speech, Statement, cover
from parley.record import Record
from parley.record.entries import StoredReport
from parley.views.sentences import sentences
from parley.vocabulary.coverage import coverage_words
from parley.vocabulary.inflections import base_forms
from parley.vocabulary.issues import names_issue

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


class Gap(StrEnum):
    """What was not understood."""

    STANCE = "stance"
    CUE = "cue"
    SOURCE = "source"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a report that were not understood, or not all of them.

    Attributes:
        gap: `stance`: a stance word and something negotiated, but no position or commitment; `cue`: a word
            that attributes, but no statement; `source`: a statement whose source was not resolved; `date`: a
            statement whose day is not known.
        report: id of the report.
        start: where the words stand in its stored text.
        end: after their last character.
        text: ``text[start:end]`` of the stored text.
        why: the word that tells, or what is missing.
        finding: id of the statement, or None where there is no finding.
    """

    gap: Gap
    report: str
    start: int
    end: int
    text: str
    why: str
    finding: str | None = None


@dataclass(frozen=True, slots=True)
class ReportCoverage:
    """What was read of one report.

    Attributes:
        id: its id.
        title: headline, or None.
        origin: path or address, or None.
        outlet: who published it, or None.
        published: EDTF date, or None.
        engine: what made its current reading.
        current_engine: whether that is the engine asked about; None where none was.
        sentences: how many it has.
        statements: how many were found.
        positions: how many were found.
        commitments: how many were found.
        passages: what was not understood, in text order.
    """

    id: str
    title: str | None
    origin: str | None
    outlet: str | None
    published: str | None
    engine: str
    current_engine: bool | None
    sentences: int
    statements: int
    positions: int
    commitments: int
    passages: tuple[Passage, ...]

    def count(self, gap: Gap) -> int:
        """How many passages have a gap of this kind."""
        return sum(1 for passage in self.passages if passage.gap is gap)


def coverage(record: Record, reports: Sequence[str] = (), engine: str | None = None) -> list[ReportCoverage]:
    """What was read of the reports of a record, and what was not understood.

    It rests on the stored text and the findings of the current reading; it parses nothing. A sentence with a
    stance word need not hold a position: this lists where to look, and counts no errors.

    Args:
        record: an open record.
        reports: ids, paths or addresses of those asked for; none: all, by day of publication.
        engine: name and version of the engine that every report should have been read by, or None.

    Raises:
        NotFound: when there is no such report.
        Ambiguous: when there are several.
    """
    return list(each_covered(record, asked_reports(record, reports), engine))


def asked_reports(record: Record, reports: Sequence[str] = ()) -> list[str]:
    """The ids of the reports asked for; of all, by day of publication, where none is."""
    return list(reports) or [entry.id for entry in record.reports()]


def each_covered(
    record: Record, reports: Iterable[str], engine: str | None = None
) -> Iterator[ReportCoverage]:
    """What `coverage` gives, one report after the other: each costs some milliseconds."""
    return (_covered(record.report(name), engine) for name in reports)


def _covered(stored: StoredReport, engine: str | None) -> ReportCoverage:
    read = stored.read
    report = read.report
    whole = tuple(sentences(report))
    counts = Counter(type(finding) for finding in read.findings)
    passages = [
        *_unread(report, whole, read.findings),
        *_unresolved(stored),
    ]
    return ReportCoverage(
        id=report.id,
        title=report.title,
        origin=report.origin,
        outlet=report.outlet,
        published=report.published,
        engine=read.engine,
        current_engine=None if engine is None else read.engine == engine,
        sentences=len(whole),
        statements=counts[Statement],
        positions=counts[Position],
        commitments=counts[Commitment],
        passages=tuple(sorted(passages, key=lambda one: (one.start, one.end, one.gap))),
    )


def _unread(report: Report, whole: Sequence[Span], findings: Sequence[Finding]) -> Iterator[Passage]:
    """Sentences that should have given something and gave nothing."""
    taken: list[Span] = []
    said: list[Span] = []
    for one in findings:
        if isinstance(one, Position | Commitment):
            taken += one.evidence
        elif isinstance(one, Statement):
            said += _all_of(one)
            taken += _all_of(one) if one.speech is Speech.WITHHELD else ()
    told, quoted = _touched(whole, taken), _touched(whole, said)
    for number, sentence in enumerate(whole):
        if number in told and number in quoted:
            continue
        lowered = sentence.of(report.text).lower()
        words: list[str] = _WORD.findall(lowered)
        stance = _stance_word(lowered, words) if number not in told else None
        if stance is not None:
            yield _passage(Gap.STANCE, report, sentence, stance)
        cue = _cue(lowered, words) if number not in quoted else None
        if cue is not None:
            yield _passage(Gap.CUE, report, sentence, cue)


def _touched(whole: Sequence[Span], spans: Iterable[Span]) -> frozenset[int]:
    """The numbers of the sentences that some spans reach into."""
    ends = [sentence.end for sentence in whole]
    found: set[int] = set()
    for span in spans:
        number = bisect_right(ends, span.start)
        while number < len(whole) and whole[number].start < span.end:
            found.add(number)
            number += 1
    return frozenset(found)


def _all_of(statement: Statement) -> tuple[Span, ...]:
    return (*statement.evidence, *statement.content)


def _stance_word(lowered: str, words: Sequence[str]) -> str | None:
    """The stance word of a sentence that names something negotiated, or None."""
    known = coverage_words()
    told = next((phrase for phrase in known.stance_phrases if f" {phrase} " in f" {lowered} "), None)
    if told is None:
        told = next((word for number, word in enumerate(words) if _takes_a_stand(words, number)), None)
    if told is None or not names_issue([_issue_form(base_forms(word)) for word in words]):
        return None
    return told


def _takes_a_stand(words: Sequence[str], number: int) -> bool:
    """Whether a word is one of stance, and no answer is what it is about."""
    known = coverage_words()
    return not known.stances.isdisjoint(base_forms(words[number])) and known.silent.isdisjoint(
        words[number + 1 : number + 4]
    )


@lru_cache(maxsize=50_000)
def _issue_form(forms: tuple[str, ...]) -> str:
    """The base form by which the vocabulary of issues knows a word; the likeliest where it does not."""
    return next((form for form in forms if names_issue([form])), forms[0])


def _cue(lowered: str, words: Sequence[str]) -> str | None:
    known = coverage_words()
    phrase = next((phrase for phrase in known.cue_phrases if phrase in lowered), None)
    return phrase or next((word for word in words if word in known.cues), None)


def _unresolved(stored: StoredReport) -> Iterator[Passage]:
    """Statements whose source or day is not known."""
    read = stored.read
    named = {one.name for one in read.findings if isinstance(one, Mention)}
    for finding, mark in zip(read.findings, stored.marks, strict=True):
        if not isinstance(finding, Statement):
            continue
        span = cover(_all_of(finding))
        why = _missing_source(finding, named)
        if why is not None:
            yield _passage(Gap.SOURCE, read.report, span, why, mark.id)
        if finding.said_on is None:
            yield _passage(Gap.DATE, read.report, span, "no day", mark.id)


def _missing_source(statement: Statement, named: set[str]) -> str | None:
    """What is missing of a source: it is not there, only a pronoun, or somebody without a name."""
    source = statement.source
    if source is None:
        return "no source"
    if source.name.lower() in coverage_words().pronouns:
        return f"only a pronoun: {source.name}"
    words = source.name.split()
    if source.name in named or source.on_behalf_of or any(word[:1].isupper() for word in words[1:]):
        return None
    first = words[0] if words else ""
    sentence_start = first[:1].isupper() and first.lower() in {"a", "an", "the", "some", "two", "one"}
    if first[:1].isupper() and not sentence_start and len(words) == 1:
        return None
    return f"without a name: {source.name}" if first[:1].islower() or sentence_start else None


def _passage(gap: Gap, report: Report, span: Span, why: str, finding: str | None = None) -> Passage:
    return Passage(gap, report.id, span.start, span.end, span.of(report.text), why, finding)
