"""What is on the table: each proposal by all reports that tell of it, with what its terms were when."""

from __future__ import annotations

from dataclasses import dataclass

from parley.model.rulings import Checked
from parley.record import Record
from parley.record.days import asked_days, check_order
from parley.record.histories.asking import History, HistoryFilter
from parley.record.names import asked_words


@dataclass(frozen=True, slots=True)
class Version:
    """What a proposal's terms were from a day on.

    Attributes:
        day: EDTF date of the first telling of them, or None.
        terms: as reports word them; what one day's reports tell is taken together.
        reports: ids of the reports that tell of it so, in the order of their days.
        findings: ids of their findings.
    """

    day: str | None
    terms: tuple[str, ...]
    reports: tuple[str, ...]
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A proposal by all reports that tell of it.

    Attributes:
        label: its name, as the first report has it.
        proposed_by: the party that tabled it, or None.
        on: EDTF date it was tabled, or first told of, or None.
        first: the day of the first report that tells of it, YYYY-MM-DD, or None.
        last: of the last one.
        versions: its terms through time, the earliest first; another length or sum begins a new one.
        reports: ids of the reports, in the order of their days.
        findings: ids of their findings.
        checked: what people made of it: `machine` where nobody looked.
    """

    label: str
    proposed_by: str | None
    on: str | None
    first: str | None
    last: str | None
    versions: tuple[Version, ...]
    reports: tuple[str, ...]
    findings: tuple[str, ...]
    checked: Checked = Checked.MACHINE


def proposals(
    record: Record,
    since: str | None = None,
    until: str | None = None,
    *,
    party: str | None = None,
    limit: int | None = None,
) -> list[ProposalLine]:
    """The proposals of a record by the days they were first told of, undated ones last.

    Args:
        record: an open record.
        since: EDTF date; leaves out those not told of any more by then, and those without a day.
        until: EDTF date; leaves out those first told of later, and those without a day.
        party: words of the name of the party that tabled it, in any order.
        limit: at most so many, those first told of last; None: all.

    Raises:
        BadFilter: when a date is not one, both are in the wrong order, or `party` has no word to look for.
    """
    first, last = asked_days(since), asked_days(until)
    check_order(since, until)
    words = asked_words(party)
    asked = HistoryFilter("proposal", first and first[0], last and last[1], party=words, limit=limit)
    return [_line(one) for one in record.histories(asked)]


def _line(found: History) -> ProposalLine:
    content = found.content
    return ProposalLine(
        label=content["label"],
        proposed_by=content["by"],
        on=content["day"],
        first=found.first_day or None,
        last=found.last_day or None,
        versions=tuple(
            Version(day, tuple(terms), tuple(reports), tuple(told))
            for day, terms, reports, told in content["versions"]
        ),
        reports=tuple(content["reports"]),
        findings=tuple(content["findings"]),
        checked=Checked(content["checked"]),
    )
