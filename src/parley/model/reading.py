"""A report together with everything read from it."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.findings import Finding, Mention, Paraphrase, Statement
from parley.model.report import Report


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report and its findings.

    Attributes:
        report: the report.
        engine: name and version of what read it ("parley 0.1.0; model 1a2b3c4d").
        findings: all findings, statements first and in text order, then the other kinds.
        paraphrase: whether the text went through a synonym spinner.
    """

    report: Report
    engine: str
    findings: tuple[Finding, ...]
    paraphrase: Paraphrase

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The statements, in text order; `Statement.via` indexes into this tuple."""
        return tuple(finding for finding in self.findings if isinstance(finding, Statement))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The people, organisations, countries and places the report names."""
        return tuple(finding for finding in self.findings if isinstance(finding, Mention))
