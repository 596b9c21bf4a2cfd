"""The brief: what stands, what is new, what is disputed, what comes next, and how much was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from parley.desk.families import all_families, told, voices
from parley.desk.quoting import Quote, quotes
from parley.desk.screens.board import whole_board
from parley.desk.showing import short, spoken_date, stance
from parley.desk.view import Answer, Asked, Field, View
from parley.desk.wording import worded
from parley.model import EncounterStatus
from parley.record import Record
from parley.record.days import days
from parley.views.board import Stand
from parley.views.calendar import CalendarEntry, calendar
from parley.views.disputes import Dispute, disputes

_MOST_FINDINGS, _MOST_OTHERS, _MOST_QUOTES, _MOST_VOICES = 7, 5, 4, 2
_COMING = frozenset({EncounterStatus.SCHEDULED, EncounterStatus.PROPOSED, EncounterStatus.UNDERWAY})

_FIELDS = (
    Field("kind", "string", "“finding”, “dispute”, “next” or “new”: the part of the brief it stands in."),
    Field("sentence", "string", "What is said, in one sentence."),
    Field("day", "string", "EDTF date, or null."),
    Field("findings", "strings", "Ids of the findings it rests on."),
    Field("reports", "strings", "Ids of the reports that tell of it."),
    Field("sources", "integer", "How many independent sources these are."),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the brief with what it rests on.

    Attributes:
        kind: the part of the brief.
        who: the party or the form of encounter it begins with.
        verb: the stance or status.
        what: what it is on.
        conditions: if what.
        day: EDTF date.
        findings: what it rests on.
        reports: what tells of it.
        quotes: the words.
        sources: independent sources.
        copies: reports beyond those.
    """

    kind: str
    who: str
    verb: str
    what: str
    conditions: tuple[str, ...]
    day: str | None
    findings: tuple[str, ...]
    reports: tuple[str, ...]
    quotes: tuple[Quote, ...]
    sources: int
    copies: int

    @property
    def sentence(self) -> str:
        """The line as plain words."""
        conditions = "".join(f" [{one}]" for one in self.conditions)
        return f"{self.who} {self.verb}: {self.what}{conditions}" if self.what else f"{self.who} {self.verb}"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was read.

    Attributes:
        reports: how many reports there are.
        sources: how many of them are independent.
        statements: how many statements they have.
        latest: day of publication of the latest, or None.
    """

    reports: int
    sources: int
    statements: int
    latest: str | None


def _answer(asked: Asked) -> Answer:
    """The parts of the brief."""
    store = asked.store
    covered = store.kept("coverage", coverage)
    stands = store.kept("latest stands", latest_stands)
    known = voices(store)
    lines = [
        _stance_line(asked, party, worded(store, known, stand).stand)
        for party, stand in stands[:_MOST_FINDINGS]
    ]
    # Every denial is held against every claim: what a small record answers at once, a large one does not.
    disputed = [] if store.large else store.kept("disputes", disputes)
    coming = list(_coming(asked, store.kept("calendar", calendar), covered.latest))
    rows = [_row(line) for line in lines]
    rows += _dispute_rows(disputed[:_MOST_OTHERS])
    rows += [_row(line) for line in coming]
    new = store.record.read_since(asked.visit.since) if asked.visit.since else []
    shown = {
        "lines": lines,
        "disputes": disputed[:_MOST_OTHERS],
        "dispute_count": len(disputed),
        "voices": {
            voice.finding: found
            for one in disputed[:_MOST_OTHERS]
            for voice in (*one.claims[:_MOST_VOICES], *one.denials[:_MOST_VOICES])
            for found in quotes(store, [voice.finding])
        },
        "coming": coming,
        "coverage": covered,
        "new": [store.record.report(one) for one in new[:_MOST_OTHERS]],
        "new_count": len(new),
    }
    return Answer(rows, shown=shown)


def coverage(record: Record) -> Coverage:
    """How much was read, counted."""
    known = all_families(record)
    members = {member.report: member for one in known.families for member in one.members}
    latest = max((one.published or "" for one in members.values()), default="")
    statements = sum(one.statements for one in members.values())
    return Coverage(len(members), len(known.families), statements, latest or None)


def latest_stands(record: Record) -> list[tuple[str, Stand]]:
    """The latest own stances, one a cell, the latest first; of those told only by rewordings none."""
    known = all_families(record)
    found = []
    for cell in whole_board(record).cells:
        clean = [one for one in cell.latest if not known.only_altered(one.reports)]
        found += [(cell.party, stand) for stand in clean[:1]]
    sources = {stand.findings: len({known.lead(one) for one in stand.reports}) for _, stand in found}
    found.sort(key=lambda one: (_last_day(one[1].day), sources[one[1].findings]), reverse=True)
    return found[: _MOST_FINDINGS * 3]


def _dispute_rows(found: Iterable[Dispute]) -> Iterator[dict[str, Any]]:
    """Disputes as rows of the twins."""
    for one in found:
        voices = (*one.claims, *one.denials)
        says = "; ".join(f"{voice.who or 'somebody'}: {short(voice.words)}" for voice in voices)
        yield {
            "kind": "dispute",
            "sentence": f"{one.kind}: {says}",
            "day": one.day,
            "findings": [voice.finding for voice in voices],
            "reports": list(dict.fromkeys(voice.report for voice in voices)),
            "sources": len({voice.report for voice in voices}),
        }


def _stance_line(asked: Asked, who: str, stand: Stand) -> Line:
    counts = told(asked.store, stand.reports)
    words = quotes(asked.store, stand.findings[:_MOST_QUOTES])
    return Line(
        kind="finding",
        who=who,
        verb=stance(stand.stance),
        what=short(stand.on[0]),
        conditions=tuple(map(short, stand.conditions)),
        day=stand.day,
        findings=stand.findings,
        reports=stand.reports,
        quotes=words,
        sources=counts["sources"],
        copies=counts["copies"],
    )


def _coming(asked: Asked, entries: Iterable[CalendarEntry], latest: str | None) -> Iterator[Line]:
    """The encounters that lie ahead of the latest report."""
    ahead = []
    for entry in entries:
        span = days(entry.on)
        if span and entry.status in _COMING and (latest is None or span[1] >= latest):
            ahead.append(entry)
    for entry in ahead[:_MOST_OTHERS]:
        counts = told(asked.store, entry.reports)
        where = f" in {entry.place}" if entry.place else ""
        yield Line(
            kind="next",
            who=f"{entry.form.capitalize()}{where}",
            verb=str(entry.status),
            what=", ".join(entry.participants),
            conditions=(),
            day=entry.on,
            findings=entry.findings,
            reports=entry.reports,
            quotes=quotes(asked.store, entry.findings[:_MOST_QUOTES]),
            sources=counts["sources"],
            copies=counts["copies"],
        )


def _last_day(edtf: str | None) -> str:
    return (days(edtf) or ("", ""))[1]


def _row(line: Line) -> dict[str, Any]:
    return {
        "kind": line.kind,
        "sentence": line.sentence + (f" ({spoken_date(line.day)})" if line.day else ""),
        "day": line.day,
        "findings": list(line.findings),
        "reports": list(line.reports),
        "sources": line.sources,
    }


BRIEF = View(
    "brief",
    "/brief",
    "Brief",
    "What stands, what is disputed and what comes next; every sentence opens the words it rests on.",
    _FIELDS,
    _answer,
)
