"""What was read of each report, and what was not understood: the gaps, with their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

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
    names = reports or [entry.id for entry in record.reports()]
    return [_covered(record.report(name), engine) for name in names]


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


def _unread(report: Report, whole: Iterable[Span], findings: Sequence[Finding]) -> Iterator[Passage]:
    """Sentences that should have given something and gave nothing."""
    taken = [span for one in findings if isinstance(one, Position | Commitment) for span in one.evidence]
    said = [span for one in findings if isinstance(one, Statement) for span in _all_of(one)]
    withheld = [
        span
        for one in findings
        if isinstance(one, Statement) and one.speech is Speech.WITHHELD
        for span in _all_of(one)
    ]
    for sentence in whole:
        words = sentence.of(report.text)
        stance = _stance_word(words)
        if stance is not None and not any(sentence.overlaps(span) for span in (*taken, *withheld)):
            yield _passage(Gap.STANCE, report, sentence, stance)
        cue = _cue(words)
        if cue is not None and not any(sentence.overlaps(span) for span in said):
            yield _passage(Gap.CUE, report, sentence, cue)


def _all_of(statement: Statement) -> tuple[Span, ...]:
    return (*statement.evidence, *statement.content)


def _stance_word(sentence: str) -> str | None:
    """The stance word of a sentence that names something negotiated, or None."""
    known = coverage_words()
    lowered = sentence.lower()
    words: list[str] = _WORD.findall(lowered)
    bases = [base_forms(word) for word in words]
    if not names_issue([_issue_form(forms) for forms in bases]):
        return None
    phrase = next((phrase for phrase in known.stance_phrases if f" {phrase} " in f" {lowered} "), None)
    if phrase is not None:
        return phrase
    for number, forms in enumerate(bases):
        answer = set(words[number + 1 : number + 4]) & known.silent
        if not known.stances.isdisjoint(forms) and not answer:
            return words[number]
    return None


def _issue_form(forms: Sequence[str]) -> str:
    """The base form by which the vocabulary of issues knows a word; the likeliest where it does not."""
    return next((form for form in forms if names_issue([form])), forms[0])


def _cue(sentence: str) -> str | None:
    known = coverage_words()
    lowered = sentence.lower()
    phrase = next((phrase for phrase in known.cue_phrases if phrase in lowered), None)
    words: list[str] = _WORD.findall(lowered)
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
