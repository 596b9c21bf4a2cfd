"""What is asked of a record, and what it answers: frozen types without a database behind them."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.codec import Envelope, Object, encode_finding, encode_report
from parley.model.findings import Finding, Speech
from parley.model.reading import ReadReport
from parley.model.report import Report
from parley.model.rulings import Checked


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a report changed.

    Attributes:
        report: the report's id.
        new_report: whether its text was not there before.
        new_origin: whether it had not come this way before.
        new_reading: whether its findings were written; False when this engine had read it before.
        findings: how many findings the reading has.
    """

    report: str
    new_report: bool
    new_origin: bool
    new_reading: bool
    findings: int

    @property
    def changed(self) -> bool:
        """Whether anything was written."""
        return self.new_report or self.new_origin or self.new_reading


@dataclass(frozen=True, slots=True)
class LedgerFilter:
    """Which statements are asked for; every field that is not None narrows.

    Attributes:
        speaker: words of the speaker's name, in any order ("putin").
        party: words of the party spoken for, or the whole name of the speaker ("russia").
        since: EDTF date; said on its first day or later.
        until: EDTF date; said on its last day or earlier.
        speech: direct, indirect, mixed or withheld.
        text: words and "quoted phrases" of what was said.
        report: a report's id, the beginning of it, or its path or address.
        limit: at most so many, the latest.
        rejected: whether to give those that people rejected, too.
    """

    speaker: str | None = None
    party: str | None = None
    since: str | None = None
    until: str | None = None
    speech: Speech | None = None
    text: str | None = None
    report: str | None = None
    limit: int | None = None
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding of the record.

    Attributes:
        id: its id.
        finding: the finding, as rulings leave it.
        report: the report it is of, by the origin it is best dated by.
        engine: what read it.
        read_at: when, ISO 8601 in UTC.
        current: False where a later reading of the report has taken this one's place.
        via: id of the statement it is embedded in, or None.
        checked: whether people confirmed, corrected or rejected it.
        kept: whether only rulings vouch for it: the engine does not find it any more.
    """

    id: str
    finding: Finding
    report: Report
    engine: str
    read_at: str
    current: bool
    via: str | None = None
    checked: Checked = Checked.MACHINE
    kept: bool = False

    @property
    def object(self) -> Object:
        """The finding in the findings format."""
        envelope = Envelope(self.id, self.report.id, self.engine, self.via, self.checked.value)
        return encode_finding(self.finding, envelope, self.report.text)


@dataclass(frozen=True, slots=True)
class Origin:
    """One way a text came.

    Attributes:
        origin: the path or address it was read from, as given.
        url: where it was published.
        title: headline there.
        outlet: who published it.
        byline: who wrote it.
        published: EDTF date of publication, or None.
        published_from: where that date was found, or None.
        retrieved: when it was taken in, or None.
        added: when the record first met it, ISO 8601 in UTC.
    """

    origin: str | None
    url: str | None
    title: str | None
    outlet: str | None
    byline: str | None
    published: str | None
    published_from: str | None
    retrieved: str | None
    added: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a report by one version of the engine.

    Attributes:
        engine: name and version.
        published: the publication date its dates were counted from, or None.
        read_at: when, ISO 8601 in UTC.
        findings: how many findings it has.
        current: whether it is the one that is shown.
    """

    engine: str
    published: str | None
    read_at: str
    findings: int
    current: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """What a record knows of a finding beside the finding: its id, what it is embedded in, who checked it."""

    id: str
    via: str | None
    checked: Checked


@dataclass(frozen=True, slots=True)
class StoredReport:
    """A report of the record, as its current reading has it.

    Attributes:
        read: the report and its findings as rulings leave them, without those rejected; its dates and outlet
            are of the origin it is best dated by.
        origins: every way it came, in the order the record met them.
        readings: every reading, in the order they were made.
        marks: of each finding of `read`, in their order, its id, the id of the statement it is embedded in,
            and whether people checked it. The ids are those of the findings as they were read.
        family: id of the report that stands for all that carry its text; its own where it is that report.
    """

    read: ReadReport
    origins: tuple[Origin, ...]
    readings: tuple[Reading, ...]
    marks: tuple[Mark, ...] = ()
    family: str | None = None

    @property
    def report(self) -> Report:
        """The report alone."""
        return self.read.report

    @property
    def objects(self) -> list[Object]:
        """The report and its findings in the findings format."""
        text, report, engine = self.report.text, self.report.id, self.read.engine
        return [
            {**encode_report(self.read), "family": self.family},
            *(
                encode_finding(finding, Envelope(mark.id, report, engine, mark.via, mark.checked.value), text)
                for finding, mark in zip(self.read.findings, self.marks, strict=True)
            ),
        ]


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A line of the list of reports.

    Attributes:
        id: its id.
        title: its headline, or None.
        outlet: who published it, or None.
        published: EDTF date, or None.
        origin: path or address, or None.
        origins: how many ways it came.
        statements: how many statements its current reading has.
        paraphrase: its paraphrase score, 0 to 1.
        engine: what made its current reading.
        gone: since when its page is no longer there, or None.
    """

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    origin: str | None
    origins: int
    statements: int
    paraphrase: float
    engine: str
    gone: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody (or a body) that speaks or is named in the reports.

    Attributes:
        name: as the reports have it.
        kind: person, organisation, country, group, place, site; None where no report says.
        role: the role given most often, or None.
        party: the party spoken for or belonged to most often, or None.
        statements: how many statements are attributed to the name.
        reports: how many reports quote or name it.
        id: what `Record.entity` knows it by; None for who is named by nothing but a role.
    """

    name: str
    kind: str | None
    role: str | None
    party: str | None
    statements: int
    reports: int
    id: str | None = None
